// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_levels.h"

#include <algorithm>
#include <cmath>

namespace muster::viewer {

namespace {

Level storey_level(const Building& b, int storey, double elevation_m) {
    Level level;
    const bool basement = storey < 0;
    level.key = (basement ? "B" : "F") + std::to_string(std::abs(storey));
    for (const Level& other : b.levels)
        if (other.key == level.key) level.key = next_key(b, level.key);
    level.name = {(basement ? "地下" : "") + std::to_string(std::abs(storey)) + "层",
                  (basement ? "Basement " : "Floor ") + std::to_string(std::abs(storey))};
    level.storey = storey;
    level.elevation_m = std::round(elevation_m * 1e3) / 1e3;
    return level;
}

int next_storey(int storey, int step) { return storey + step == 0 ? step : storey + step; }  // there is no storey 0

LevelId outermost(const Building& b, bool below) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < b.levels.size(); ++i) {
        const bool higher = b.levels[i].elevation_m > b.levels[best].elevation_m;
        if (higher != below) best = i;
    }
    return LevelId{best};
}

}  // namespace

Building new_plan(const Name& name) {
    Building b;
    b.key = "new_plan";
    b.name = name;
    b.levels.push_back(storey_level(b, 1, 0.0));
    b.seal();
    return b;
}

Edited add_level(Building building, double height_m, bool below) {
    if (!(height_m >= 2.0 && height_m <= 20.0)) return refused("edit.refuse.storey_height");
    int storey = 1;
    double elevation_m = 0.0;
    if (!building.levels.empty()) {
        const Level& last = building.level(outermost(building, below));
        storey = next_storey(last.storey, below ? -1 : 1);
        elevation_m = last.elevation_m + (below ? -height_m : height_m);
    }
    building.levels.push_back(storey_level(building, storey, elevation_m));
    const ObjectRef made{ObjectKind::level, building.levels.size() - 1};
    return done(std::move(building), "edit.step.add_level", made);
}

Edited change_level(Building building, LevelId id, const LevelChange& change) {
    Level& level = building.levels[id.index()];
    if (change.storey && *change.storey == 0) return refused("edit.refuse.storey_zero");
    if (change.name) level.name = *change.name;
    if (change.elevation_m) level.elevation_m = std::clamp(*change.elevation_m, -100.0, 1000.0);
    if (change.storey) level.storey = std::clamp(*change.storey, -20, 200);
    return done(std::move(building), "edit.step.change", ObjectRef{ObjectKind::level, id.index()});
}

}  // namespace muster::viewer
