// SPDX-License-Identifier: Apache-2.0
#include "tools/store/results_folder.h"

#include <unistd.h>

#include "tools/store/output_file.h"

namespace muster {

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

bool replaceable(const fs::path& folder) {
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) return false;
    // What our commands leave: run, check --rules, plan, rectify, compare.
    const auto holds = [&](const char* name) { return fs::exists(folder / name, failed); };
    return fs::is_empty(folder, failed) || holds("summary.json") || holds("compliance.csv") || holds("plan.json") ||
           holds("items.json") || holds("F17.csv");
}

void rename_or_throw(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (failed) throw OutputError(to.string(), failed.message());
}

}  // namespace

ResultsFolder::ResultsFolder(const std::string& target, Existing existing)
    : target_(tidy(target)), partial_(beside(target_, "partial")), existing_(existing) {
    std::error_code failed;
    if (fs::exists(fs::symlink_status(target_, failed))) {
        const bool ours = replaceable(target_);
        if (existing == Existing::refuse || !ours) throw FolderInTheWay(target, !ours);
    }
    make_parents();
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

}  // namespace muster
