// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"

namespace muster::testing {

std::string source_file(const std::string& relative) { return std::string(MUSTER_SOURCE_DIR "/") + relative; }

std::string reference_data(const std::string& relative) {
    return std::string(MUSTER_SOURCE_DIR "/../shared/data/") + relative;
}

}  // namespace muster::testing
