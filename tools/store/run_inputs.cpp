// SPDX-License-Identifier: Apache-2.0
#include "tools/store/run_inputs.h"

#include <algorithm>

#include "tools/store/output_file.h"
#include "tools/store/sha256.h"

namespace muster::store {

namespace {

namespace fs = std::filesystem;

fs::path resolved(const std::string& file) { return fs::absolute(file).lexically_normal(); }

// The deepest folder that all files are below.
fs::path common_folder(const std::vector<std::string>& files) {
    fs::path common = resolved(files.front()).parent_path();
    for (const std::string& file : files) {
        const fs::path folder = resolved(file).parent_path();
        const auto parting = std::mismatch(common.begin(), common.end(), folder.begin(), folder.end()).first;
        fs::path shared;
        for (auto part = common.begin(); part != parting; ++part) shared /= *part;
        common = shared;
    }
    return common;
}

void copy_to(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::create_directories(to.parent_path(), failed);
    if (!failed) fs::copy_file(from, to, fs::copy_options::skip_existing, failed);  // a file may be named twice
    if (failed) throw OutputError(to.string(), failed.message());
}

}  // namespace

std::vector<papers::InputFile> keep_inputs(const std::vector<std::string>& files, const fs::path& folder) {
    std::vector<papers::InputFile> rows;
    if (files.empty()) return rows;
    const fs::path common = common_folder(files);
    for (const std::string& file : files) {
        papers::InputFile row{file, sha256_of_file(file).value_or(""), {}};
        std::error_code unreadable;
        const auto size = fs::file_size(file, unreadable);
        if (!unreadable && size <= largest_copied_input) {
            row.copy = (fs::path("inputs") / resolved(file).lexically_relative(common)).generic_string();
            copy_to(file, folder / row.copy);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace muster::store
