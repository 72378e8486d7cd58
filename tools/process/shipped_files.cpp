// SPDX-License-Identifier: Apache-2.0
#include "tools/process/shipped_files.h"

#include <filesystem>

#include "tools/process/program_folder.h"

namespace muster::process {

namespace {

namespace fs = std::filesystem;

fs::path installed(const std::string& relative) {
    const fs::path folder = program_folder();
    return folder.empty() ? fs::path{} : folder.parent_path() / "share" / "muster" / relative;
}

std::string in_source(const std::string& relative) { return std::string(MUSTER_SOURCE_DIR) + "/" + relative; }

}  // namespace

std::string shipped_folder(const std::string& relative) {
    std::error_code ignored;
    if (const fs::path folder = installed(relative); fs::is_directory(folder, ignored)) return folder.string();
    return fs::is_directory(relative, ignored) ? relative : in_source(relative);
}

std::string shipped_file(const std::string& relative) {
    std::error_code ignored;
    const fs::path file = installed(relative);
    return fs::is_regular_file(file, ignored) ? file.string() : in_source(relative);
}

}  // namespace muster::process
