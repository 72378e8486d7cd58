// SPDX-License-Identifier: Apache-2.0
// With written.cpp: what the check of one type per name must refuse.
#include <cstddef>
#include <string>
#include <vector>

namespace muster {

struct Proposal {
    int rank = 0;
    std::string change;
};

std::size_t planned() { return std::vector<Proposal>(3).size(); }

}  // namespace muster
