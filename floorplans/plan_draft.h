// SPDX-License-Identifier: Apache-2.0
// What the steps of reading a plan share while it is put together: the building so far, where each part stands in the
// file, and the findings. Internal to floorplans.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "floorplans/json_cursor.h"
#include "sim/model/building.h"
#include "sim/model/words.h"

namespace muster::floorplans {

inline constexpr double max_wall_m = 0.60;  // the thickest wall that an opening bridges

using FindingArgs = std::vector<std::pair<std::string, std::string>>;

/// The ids of one kind of thing, and where each was first used.
class KeyTable {
public:
    /// Reads the id of `item`; a second use of one, and a reserved one, are findings. "" when it cannot be used.
    std::string take(const JsonCursor& item, std::size_t index);
    bool take_key(const JsonCursor& item, const std::string& key, std::size_t index);
    /// The thing is known but cannot be used: whoever names it is not blamed.
    void mark_broken(const std::string& key) { index_[key] = broken; }
    /// The number of the thing named at `place`; -1 and a finding `code` (id, nearest) when there is none.
    [[nodiscard]] int find(const JsonCursor& place, const char* code) const;

private:
    static constexpr std::size_t broken = static_cast<std::size_t>(-1);
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<std::string> keys_;
};

struct PlanDraft {
    explicit PlanDraft(const JsonDocument& d) : document(d), root(d, findings) {}

    const JsonDocument& document;
    Findings findings;
    JsonCursor root;
    Building building;
    KeyTable level_keys, space_keys, opening_keys;
    // JSON pointers, index as in the building
    std::vector<std::string> space_pointers, opening_pointers, obstacle_pointers;
    std::vector<std::string> flight_pointers;  // index = space; "" = no flight
    std::vector<bool> floor_given;             // index = space: floor_m is in the file

    void report(Severity severity, const std::string& pointer, std::string code, FindingArgs args = {});
    /// So much is wrong that further checks would only repeat it (and could take forever on a hostile file).
    [[nodiscard]] bool full() const { return findings.size() >= 1000; }
    /// From the file's coordinates to the building's.
    [[nodiscard]] Vec2 local(Vec2 p) const;
    [[nodiscard]] Ring local(Ring ring) const;
    [[nodiscard]] SpaceId space_at(const JsonCursor& place, const char* code);
};

// The steps, in this order.
void read_levels_and_spaces(PlanDraft& draft);
void heal_overlaps(PlanDraft& draft);
void read_openings(PlanDraft& draft);
void read_stairs(PlanDraft& draft);
void read_obstacles(PlanDraft& draft);
void read_assembly(PlanDraft& draft);
void read_fixtures(PlanDraft& draft);
void read_windows(PlanDraft& draft);
void read_structure(PlanDraft& draft);
void read_design(PlanDraft& draft);
// From here on the building is sealed; `derive_slots` sets the depths of every opening.
void derive_slots(PlanDraft& draft);
void check_slots(PlanDraft& draft);
void check_stairs(PlanDraft& draft);
void check_graph(PlanDraft& draft);
void check_scale(PlanDraft& draft);
void check_furniture(PlanDraft& draft);

// Shared by checks.
/// How far p lies outside the polygon, m; 0 inside.
[[nodiscard]] double distance_outside(const Polygon& polygon, Vec2 p);

}  // namespace muster::floorplans
