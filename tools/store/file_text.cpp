// SPDX-License-Identifier: Apache-2.0
#include "tools/store/file_text.h"

#include <fstream>
#include <iterator>

namespace muster::store {

std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace muster::store
