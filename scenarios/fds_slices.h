// SPDX-License-Identifier: Apache-2.0
// FDS slices: the index in a `.smv`, and the bytes of one `.sf`.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/external_results.h"

namespace muster::scenarios {

struct FdsMesh {
    std::array<std::vector<double>, 3> nodes;  // x, y, z, ascending
};

struct FdsSliceEntry {
    std::size_t mesh = 0;   // from 1
    bool at_cells = false;  // values of cells, with a first row and column that mean nothing; else of nodes
    std::string file, quantity, unit;
};

struct FdsIndex {
    std::vector<FdsMesh> meshes;
    std::vector<FdsSliceEntry> slices;
};
[[nodiscard]] FdsIndex read_fds_index(const std::string& smv);

struct FdsSlice {
    RecordedSlice slice;
    double off_m = 0.0;  // from head height
    std::size_t mesh = 0;
};
/// Empty when it is of no use (another quantity, not level, at no storey's head height), or broken: then with `why`.
[[nodiscard]] std::optional<FdsSlice> read_fds_slice(const std::string& bytes, const FdsSliceEntry& entry,
                                                     const FdsMesh& mesh, const Building& building,
                                                     const std::array<double, 3>& shift, const char*& why);

}  // namespace muster::scenarios
