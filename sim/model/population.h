// SPDX-License-Identifier: Apache-2.0
// Who is in the building: profiles (what a kind of person is like) and groups (a class of pupils, the staff, visitors).
// No person has a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/id.h"
#include "sim/base/vec2.h"
#include "sim/model/name.h"

namespace muster {

enum class DistributionKind : std::uint8_t { constant, uniform, normal, log_normal, gamma, weibull };

/// A law a random quantity follows, cut to [low, high] by drawing again.
/// constant: a = value · uniform: a = low, b = high · normal: a = mean, b = sd · log_normal: a, b = mean and sd of ln x
/// gamma: a = shape, b = scale · weibull: a = scale, b = shape.
struct Distribution {
    DistributionKind kind = DistributionKind::constant;
    double a = 0.0;
    double b = 0.0;
    double shift = 0.0;  // added after drawing and before cutting
    double low = 0.0;
    double high = 1e9;
};

/// What a kind of person is like. Every value carries its source in `source`, uncalibrated ones say so.
struct Profile {
    std::string key;
    Name name;
    Distribution free_speed;         // m/s on the level
    double stair_down_factor = 0.7;  // of the free speed, along the incline
    double stair_up_factor = 0.55;
    Distribution pre_movement;  // s, from being told to setting off, of a group that states none; see MovementFigures
    Distribution radius;        // m, of the body's circle (half of what a person needs abreast)
    double mass_kg = 70.0;
    bool child = false;
    std::string source;
};

enum class TeacherPlace : std::uint8_t { front, rear };

/// What a drill plan assigns; parts left out are chosen by the shortest way.
struct Route {
    OpeningId door;  // out of the group's own room
    StairId stair;
    OpeningId exit;  // out of the building
    AssemblySpotId spot;
    bool operator==(const Route&) const = default;
};

/// How people choose their way where no route is assigned. All times are perceived: they weigh one way against another
/// and cost nothing.
struct WayChoice {
    bool quickest = false;            // by walking time and the queues one sees; else by the shortest way
    std::vector<OpeningId> familiar;  // exits one knows best; empty = all alike
    double unfamiliar_s = 0.0;        // by how much any other exit must be quicker
    double follow_s = 0.0;            // credit for each person one sees heading the same way, up to five
    double hesitation_s = 0.0;        // standard deviation of one's own error about each way
    [[nodiscard]] bool by_time() const { return quickest || !familiar.empty() || follow_s > 0.0 || hesitation_s > 0.0; }
};

/// Guides who look for people before they leave: nearest room first, each room once.
struct Search {
    std::vector<SpaceId> rooms;
    double room_s = 10.0;    // to look round one; assumption
    double limit_s = 300.0;  // from setting off; then they leave, whatever is left to search; assumption
    [[nodiscard]] bool any() const { return !rooms.empty(); }
};

/// People who start in one space and act alike; a school class with its teachers is one group.
struct Group {
    std::string key;
    Name name;
    bool is_class = false;
    SpaceId space;  // where they are at the start
    ProfileId profile;
    int count = 0;                       // without teachers
    std::vector<TeacherPlace> teachers;  // in front of / behind the class
    ProfileId teacher_profile;
    Distribution pre_movement;  // s, from the moment this group is told to go; constant 0 = not stated
    Route route;
    WayChoice choice;
    std::string company;           // people of all groups with this word keep together; empty = on their own
    Search search;                 // before they leave
    SpaceId destination;           // walks to this room instead of out (counterflow at the bell); else not valid
    std::vector<Vec2> positions;   // given places, first persons first; else places are drawn
    bool in_file = false;          // told to walk one behind the other; nobody overtakes
    double release_delay_s = 0.0;  // told to go so long after its turn (a drill plan staggers classes by it)
    double sets_off_s = -1.0;      // >= 0: moves at this time whatever is ordered
    std::string pointer;           // JSON pointer to its description in the scenario file, for findings
};

struct Population {
    std::vector<Profile> profiles;
    std::vector<Group> groups;

    [[nodiscard]] std::size_t total() const {
        std::size_t n = 0;
        for (const Group& g : groups) n += static_cast<std::size_t>(g.count) + g.teachers.size();
        return n;
    }
};

}  // namespace muster
