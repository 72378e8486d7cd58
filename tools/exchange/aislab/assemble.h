// SPDX-License-Identifier: Apache-2.0
// From storeys in common coordinates to a Building: rooms, stairs, doors, exits, and what was assumed on the way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/finding.h"
#include "sim/model/building.h"
#include "tools/exchange/aislab/wells.h"

namespace muster::aislab {

/// "07": numbers in keys.
[[nodiscard]] inline std::string two_digits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

class Assembler {
public:
    Assembler(const std::vector<Storey>& storeys, const std::vector<Well>& wells, Findings& findings);

    /// Findings hold an error when the building cannot be run.
    [[nodiscard]] Building build();

private:
    using Args = std::vector<std::pair<std::string, std::string>>;

    void add_levels();
    void add_rooms();
    void add_stairs();
    void add_flight(const Well& well, std::size_t gap, std::size_t which, Stair& stair);
    SpaceId add_space(std::size_t storey, std::string key, Name name, SpaceUse use, Polygon area, double floor_m);
    OpeningId add_flight_end(const std::string& key, SpaceId from, SpaceId to, const Segment& at);
    void add_doors();
    void add_door(std::size_t storey, const DoorMark& mark);
    void add_exits();
    bool add_exit(std::size_t storey, std::size_t room);
    void report_loose_stairs();
    void check_graph();
    void report_unreachable(std::size_t storey, std::size_t room, const std::vector<bool>& gets_out);
    void assume(std::string zh, std::string en);
    void report(Severity severity, const char* code, std::size_t storey, int line, Args args);

    [[nodiscard]] SpaceId space_of(std::size_t storey, std::size_t room) const { return space_of_[storey][room]; }
    [[nodiscard]] std::string label_of(std::size_t storey, std::size_t room) const;
    [[nodiscard]] DoorSurroundings around(std::size_t storey) const;
    [[nodiscard]] bool in_well(std::size_t storey, std::size_t room) const;

    const std::vector<Storey>& storeys_;
    const std::vector<Well>& wells_;
    Findings& findings_;
    Building made_;
    std::vector<std::vector<SpaceId>> space_of_;  // by storey and room; not valid for dropped rooms
    std::vector<std::vector<Ring>> slots_;        // by storey
    int assumed_widths_ = 0, narrowed_ = 0, moved_ = 0;
    double farthest_move_m_ = 0.0;
};

}  // namespace muster::aislab
