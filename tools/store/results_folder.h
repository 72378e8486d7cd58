// SPDX-License-Identifier: Apache-2.0
// A results folder that appears whole or not at all: written as DIR.partial-<pid> beside its place, renamed at the end.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace muster::store {

enum class Existing { refuse, replace };
[[nodiscard]] constexpr Existing replaced_if(bool asked) { return asked ? Existing::replace : Existing::refuse; }
/// Which command left a folder; told by a file that each writes and no other does.
enum class ResultKind { run, check, plan, rectification, drill, comparison };

enum class InTheWay {
    exists,   // may be replaced when asked for
    foreign,  // not what this command leaves: never replaced
    source    // what the command reads lies in it: never replaced
};
class FolderInTheWay : public std::runtime_error {
public:
    FolderInTheWay(std::string path, InTheWay why) : std::runtime_error(path), path_(std::move(path)), why_(why) {}
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] InTheWay why() const { return why_; }

private:
    std::string path_;
    InTheWay why_;
};

/// What a command is told of its results folder.
struct ResultsPlace {
    std::string target;
    ResultKind kind = ResultKind::run;
    Existing existing = Existing::refuse;
    std::vector<std::string> sources;  // files and folders that the command reads
};

[[nodiscard]] bool lies_in(const std::string& path, const std::filesystem::path& folder);

class ResultsFolder {
public:
    /// Throws FolderInTheWay, or OutputError when it cannot be made. `replace` replaces an empty folder and one of the
    /// same kind, nothing else.
    explicit ResultsFolder(const ResultsPlace& place);
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

}  // namespace muster::store
