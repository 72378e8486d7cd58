// SPDX-License-Identifier: Apache-2.0
// With planned.cpp: what the check of one type per name must refuse.
#include <cstddef>
#include <string>
#include <vector>

namespace muster {

struct Proposal {
    std::string text;
    double cost = 0.0;
};

std::size_t written() { return std::vector<Proposal>(3).size(); }

}  // namespace muster
