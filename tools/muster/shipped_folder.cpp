// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/shipped_folder.h"

#include <filesystem>

namespace muster::commands {

std::string shipped_folder(const std::string& relative) {
    std::error_code ignored;
    return std::filesystem::is_directory(relative, ignored) ? relative
                                                            : std::string(MUSTER_SOURCE_DIR) + "/" + relative;
}

}  // namespace muster::commands
