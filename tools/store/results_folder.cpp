// SPDX-License-Identifier: Apache-2.0
#include "tools/store/results_folder.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include "tools/store/output_file.h"

namespace muster::store {

namespace {

namespace fs = std::filesystem;

// "runs/demo/" and "runs/./demo" name the same folder as "runs/demo".
fs::path tidy(const std::string& target) {
    fs::path path = fs::absolute(target).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

fs::path beside(const fs::path& target, const char* what) {
    return target.string() + '.' + what + '-' + std::to_string(::getpid());
}

bool replaceable(const fs::path& folder, ResultKind kind) {
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) return false;
    // How the name begins of a file that each leaves, and no other: "clocks.zh-CN.csv" of a drill.
    constexpr std::array marks{"bottlenecks.csv", "compliance.csv", "plan.json", "items.json", "clocks.", "F17.csv"};
    const char* mark = marks.at(static_cast<std::size_t>(kind));
    if (fs::is_empty(folder, failed)) return true;
    return std::any_of(fs::directory_iterator(folder, failed), fs::directory_iterator(),
                       [&](const auto& entry) { return entry.path().filename().string().starts_with(mark); });
}

// What programs that were killed left beside it: theirs to finish, and they are gone.
void clear_left_behind(const fs::path& target) {
    const std::string prefix = target.filename().string() + ".partial-";
    std::error_code failed;
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(target.parent_path(), failed)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix)) continue;
        pid_t process = 0;
        const char* end = name.data() + name.size();
        const auto [stop, error] = std::from_chars(name.data() + prefix.size(), end, process);
        const bool gone =
            error == std::errc{} && stop == end && process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
        if (gone) left.push_back(entry.path());
    }
    for (const fs::path& folder : left) fs::remove_all(folder, failed);
}

void rename_or_throw(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (failed) throw OutputError(to.string(), failed.message());
}

}  // namespace

bool lies_in(const std::string& path, const fs::path& folder) {
    std::error_code failed;
    const fs::path inner = fs::weakly_canonical(path, failed), outer = fs::weakly_canonical(folder, failed);
    const auto [at, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return at == outer.end();
}

ResultsFolder::ResultsFolder(const ResultsPlace& place)
    : target_(tidy(place.target)), partial_(beside(target_, "partial")), existing_(place.existing) {
    std::error_code failed;
    if (fs::exists(fs::symlink_status(target_, failed))) {
        const auto lies_here = [&](const std::string& source) { return lies_in(source, target_); };
        if (std::any_of(place.sources.begin(), place.sources.end(), lies_here))
            throw FolderInTheWay(place.target, InTheWay::source);
        if (!replaceable(target_, place.kind)) throw FolderInTheWay(place.target, InTheWay::foreign);
        if (existing_ == Existing::refuse) throw FolderInTheWay(place.target, InTheWay::exists);
    }
    make_parents();
    clear_left_behind(target_);
    fs::create_directory(partial_, failed);
    if (failed) {
        const std::string reason = failed.message();
        if (!first_made_.empty()) fs::remove_all(first_made_, failed);
        throw OutputError(partial_.string(), reason);
    }
}

void ResultsFolder::make_parents() {
    std::error_code failed;
    for (fs::path p = target_.parent_path(); !fs::exists(p, failed) && p.has_relative_path(); p = p.parent_path())
        first_made_ = p;
    fs::create_directories(target_.parent_path(), failed);
    if (failed) throw OutputError(target_.parent_path().string(), failed.message());
}

void ResultsFolder::keep() {
    const fs::path old = beside(target_, "old");
    const bool replaces = existing_ == Existing::replace && fs::exists(target_);
    if (replaces) rename_or_throw(target_, old);
    try {
        rename_or_throw(partial_, target_);
    } catch (const OutputError&) {
        std::error_code ignored;
        if (replaces) fs::rename(old, target_, ignored);
        throw;
    }
    kept_ = true;
    std::error_code ignored;
    if (replaces) fs::remove_all(old, ignored);
}

ResultsFolder::~ResultsFolder() {
    if (kept_) return;
    std::error_code ignored;
    fs::remove_all(partial_, ignored);
    // Parents that we made are ours to remove as long as nobody else has put anything there.
    for (fs::path p = target_.parent_path(); !first_made_.empty() && fs::remove(p, ignored); p = p.parent_path())
        if (p == first_made_) break;
}

}  // namespace muster::store
