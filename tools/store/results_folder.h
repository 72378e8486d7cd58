// SPDX-License-Identifier: Apache-2.0
// A results folder that appears whole or not at all: written as DIR.partial-<pid> beside its place, renamed at the end.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace muster {

enum class Existing { refuse, replace };

/// The folder exists already (and may not be replaced), or holds something that is not a result.
class FolderInTheWay : public std::runtime_error {
public:
    FolderInTheWay(std::string path, bool foreign)
        : std::runtime_error(path), path_(std::move(path)), foreign_(foreign) {}
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool foreign() const { return foreign_; }  // not ours: never replaced

private:
    std::string path_;
    bool foreign_;
};

class ResultsFolder {
public:
    /// Throws FolderInTheWay, or OutputError when it cannot be made. `replace` replaces an empty folder and a results
    /// folder (one with summary.json, compliance.csv or plan.json), nothing else.
    ResultsFolder(const std::string& target, Existing existing);
    ResultsFolder(const ResultsFolder&) = delete;
    ResultsFolder& operator=(const ResultsFolder&) = delete;
    ~ResultsFolder();  // removes all that was made, unless kept

    /// Where to write `name` until keep().
    [[nodiscard]] std::string file(const std::string& name) const { return (partial_ / name).string(); }
    [[nodiscard]] const std::filesystem::path& folder() const { return partial_; }
    /// Puts the folder in its place.
    void keep();

private:
    void make_parents();

    std::filesystem::path target_, partial_;
    std::filesystem::path first_made_;  // the topmost parent that did not exist; "" = all did
    Existing existing_;
    bool kept_ = false;
};

}  // namespace muster
