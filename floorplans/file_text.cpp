// SPDX-License-Identifier: Apache-2.0
#include "floorplans/file_text.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace muster::floorplans {

std::optional<std::string> file_text(const std::string& path) {
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed)) return std::nullopt;  // opens like a file, and cannot be read
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) return std::nullopt;
    return bytes;
}

}  // namespace muster::floorplans
