// SPDX-License-Identifier: Apache-2.0
// Writing a file such that a full disk is never silent: every call throws OutputError when the bytes did not arrive.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace muster::store {

/// The world, not the input, went wrong: disk full, read-only, too large. Caught once, in main.
class OutputError : public std::runtime_error {
public:
    /// `reason` in the words of the system or of SQLite.
    OutputError(std::string path, const std::string& reason)
        : std::runtime_error(path + ": " + reason), path_(std::move(path)), reason_(reason) {}
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& reason() const { return reason_; }

private:
    std::string path_, reason_;
};

class OutputFile {
public:
    explicit OutputFile(const std::string& path);  // made new, or emptied
    void write(std::string_view bytes);
    void close();  // without it, the destructor closes and tells nobody

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    void fail() const;

    std::string path_;
    std::unique_ptr<std::FILE, Close> file_;
};

/// Throws what write_beside would, as far as it can be told beforehand: before an hour's work, not after it.
void check_place(const std::string& path);

/// Calls write(PARTIAL) for a name beside `path` and renames what it wrote: `path` is never half-written. Makes the
/// folders above it. Never replaces what is no plain file.
void write_beside(const std::string& path, const std::function<void(const std::string& partial)>& write);

/// The whole file at once.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace muster::store
