// SPDX-License-Identifier: Apache-2.0
// One storey of a results folder for tools that know one plane: a JuPedSim database or a text file of the Pedestrian
// Dynamics Data Archive (PedPy and JPSvis read it).
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace muster::store {

/// trajectory.sqlite of this folder cannot be read, or is not one of ours.
class NotATrajectory : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct StoredLevel {
    long long index = 0;
    std::string key;
    int storey = 0;
    long long rows = 0;
};

[[nodiscard]] std::vector<StoredLevel> levels_of(const std::string& trajectory);

struct Exported {
    long long rows = 0;
    int parts_left_out = 0;  // of the walkable area: a database holds one polygon, the largest
};

Exported export_sqlite(const std::string& trajectory, const StoredLevel& level, const std::string& to);
Exported export_text(const std::string& trajectory, const StoredLevel& level, const std::string& to);

}  // namespace muster::store
