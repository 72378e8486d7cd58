// SPDX-License-Identifier: Apache-2.0
// What stands in the spaces: furniture, assembly areas, fixtures.
#include <nlohmann/json.hpp>

#include "floorplans/box_outline.h"
#include "floorplans/plan_draft.h"
#include "floorplans/polygon_ops.h"
#include "floorplans/ring_repair.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr std::size_t max_obstacles = 200'000;
constexpr double wall_mounted_m = 0.3;  // fixtures on walls and lintels lie this far outside their space
constexpr double drawing_tolerance_m = 0.05;

void add_obstacle(PlanDraft& draft, const JsonCursor& json, Obstacle obstacle, const Ring& outline) {
    const RepairedRing ring = repair_ring(draft.local(outline));
    if (ring.polygon.outer.empty())
        return json.report(Severity::warning, "obstacle.degenerate", {{"obstacle", obstacle.key}});
    if (ring.crossed && ring.lost_share > 0.05)
        return json.report(Severity::error, "obstacle.self_crossing", {{"obstacle", obstacle.key}});
    obstacle.outline = ring.polygon.outer;
    draft.obstacle_pointers.push_back(json.pointer());
    draft.building.obstacles.push_back(std::move(obstacle));
}

// One record with several places is that many obstacles: key, key_2, key_3, ...
void add_copies(PlanDraft& draft, const JsonCursor& json, const Obstacle& one, KeyTable& keys) {
    const Vec2 size = json["size_m"].point();
    if (size.x < 0.01 || size.y < 0.01 || size.x > 100.0 || size.y > 100.0) {
        if (json["size_m"].is_array()) json["size_m"].report(Severity::error, "obstacle.size", {{"obstacle", one.key}});
        return;
    }
    const double angle = json.has("angle_deg") ? json["angle_deg"].number(-360.0, 360.0) : 0.0;
    int number = 0;
    for (const Vec2 at : json["at"].points()) {
        Obstacle copy = one;
        if (++number > 1) {
            copy.key += "_" + std::to_string(number);
            if (!keys.take_key(json, copy.key, draft.building.obstacles.size())) continue;
        }
        add_obstacle(draft, json, std::move(copy), outline_of({at, size, angle}));
    }
}

void read_obstacle(PlanDraft& draft, const JsonCursor& json, KeyTable& keys) {
    json.allow_keys({"id", "kind", "space", "size_m", "angle_deg", "at", "outline", "height_m", "mass_kg"});
    Obstacle obstacle;
    obstacle.key = keys.take(json, draft.building.obstacles.size());
    obstacle.kind = json["kind"].word<ObstacleKind>().value_or(obstacle.kind);
    obstacle.space = draft.space_at(json["space"], "obstacle.unknown_space");
    if (json.has("height_m")) obstacle.height_m = json["height_m"].number(0.0, 20.0);
    if (json.has("mass_kg")) obstacle.mass_kg = json["mass_kg"].number(0.0, 100'000.0);
    if (obstacle.key.empty() || !obstacle.space.valid()) return;
    if (!json.has("outline")) return add_copies(draft, json, obstacle, keys);
    add_obstacle(draft, json, std::move(obstacle), json["outline"].points());
}

void read_spot(PlanDraft& draft, const JsonCursor& json, AssemblyArea& area, KeyTable& keys) {
    json.allow_keys({"id", "name", "at", "radius_m"});
    AssemblySpot spot;
    spot.key = keys.take(json, draft.building.spots.size());
    spot.name = json["name"].name();
    spot.space = area.space;
    spot.at = draft.local(json["at"].point());
    if (json.has("radius_m")) spot.radius_m = json["radius_m"].number(0.1, 50.0, 1.5);
    if (spot.key.empty() || !spot.space.valid()) return;
    const FindingArgs args{{"spot", spot.key}, {"space", draft.building.space(spot.space).key}, {"area", area.key}};
    if (distance_outside(draft.building.space(spot.space).area, spot.at) > 0.0) {
        json["at"].report(Severity::error, "assembly.spot_outside_space", args);
    } else if (!area.outline.empty() && distance_outside({area.outline, {}}, spot.at) > drawing_tolerance_m) {
        json["at"].report(Severity::warning, "assembly.spot_outside_area", args);
    }
    area.spots.push_back(AssemblySpotId{draft.building.spots.size()});
    draft.building.spots.push_back(std::move(spot));
}

void read_area_outline(PlanDraft& draft, const JsonCursor& json, AssemblyArea& area) {
    const RepairedRing ring = repair_ring(draft.local(json.points()));
    const FindingArgs args{{"area", area.key}};
    if (ring.polygon.outer.empty() || (ring.crossed && ring.lost_share > 0.05)) {
        if (json.is_array()) json.report(Severity::error, "assembly.bad_outline", args);
        return;
    }
    area.outline = ring.polygon.outer;
    if (!area.space.valid()) return;
    const Space& space = draft.building.space(area.space);
    for (const Vec2 p : area.outline) {
        if (distance_outside(space.area, p) <= drawing_tolerance_m) continue;
        return json.report(Severity::warning, "assembly.area_outside", {{"area", area.key}, {"space", space.key}});
    }
}

}  // namespace

void read_obstacles(PlanDraft& draft) {
    KeyTable keys;
    for (const JsonCursor& json : draft.root["obstacles"].elements()) {
        if (draft.full()) return;
        read_obstacle(draft, json, keys);
        if (draft.building.obstacles.size() <= max_obstacles) continue;
        return draft.report(Severity::error, "/obstacles", "json.too_many", {{"limit", std::to_string(max_obstacles)}});
    }
}

void read_assembly(PlanDraft& draft) {
    KeyTable area_keys, spot_keys;
    for (const JsonCursor& json : draft.root["assembly"].elements()) {
        if (draft.full()) return;
        json.allow_keys({"id", "name", "space", "area", "spots"});
        AssemblyArea area;
        area.key = area_keys.take(json, draft.building.assembly_areas.size());
        area.name = json["name"].name();
        area.space = draft.space_at(json["space"], "assembly.unknown_space");
        read_area_outline(draft, json["area"], area);
        if (area.space.valid() && !draft.building.space(area.space).outdoor)
            json["space"].report(Severity::warning, "assembly.indoors",
                                 {{"area", area.key}, {"space", draft.building.space(area.space).key}});
        for (const JsonCursor& spot : json["spots"].elements()) read_spot(draft, spot, area, spot_keys);
        draft.building.assembly_areas.push_back(std::move(area));
    }
}

void read_fixtures(PlanDraft& draft) {
    KeyTable keys;
    for (const JsonCursor& json : draft.root["fixtures"].elements()) {
        if (draft.full()) return;
        json.allow_keys({"id", "kind", "space", "at"});
        Fixture fixture;
        fixture.key = keys.take(json, draft.building.fixtures.size());
        fixture.kind = json["kind"].word<FixtureKind>().value_or(fixture.kind);
        fixture.space = draft.space_at(json["space"], "fixture.unknown_space");
        fixture.at = draft.local(json["at"].point());
        if (fixture.key.empty() || !fixture.space.valid()) continue;
        const Space& space = draft.building.space(fixture.space);
        const double outside = distance_outside(space.area, fixture.at);
        if (outside > wall_mounted_m)
            json["at"].report(Severity::warning, "fixture.outside",
                              {{"fixture", fixture.key}, {"space", space.key}, {"distance", short_number(outside, 2)}});
        draft.building.fixtures.push_back(std::move(fixture));
    }
}

void read_windows(PlanDraft& draft) {
    KeyTable keys;
    for (const JsonCursor& json : draft.root["windows"].elements()) {
        if (draft.full()) return;
        json.allow_keys({"id", "space", "width_m", "sill_m", "head_m", "open"});
        Window window;
        window.key = keys.take(json, draft.building.windows.size());
        window.space = draft.space_at(json["space"], "window.unknown_space");
        window.width_m = json["width_m"].number(0.05, 200.0);
        if (json.has("sill_m")) window.sill_m = json["sill_m"].number(0.0, 20.0);
        if (json.has("head_m")) window.head_m = json["head_m"].number(0.1, 30.0);
        if (json.has("open")) window.open = json["open"].number(0.0, 1.0);
        if (window.head_m <= window.sill_m)
            json.report(Severity::error, "window.upside_down", {{"window", window.key}});
        if (!window.key.empty() && window.space.valid()) draft.building.windows.push_back(std::move(window));
    }
}

void read_structure(PlanDraft& draft) {
    const JsonCursor json = draft.root["structure"];
    if (json.missing()) return;
    json.allow_keys({"type", "code", "period_s"});
    Structure& s = draft.building.structure;
    s.type = json["type"].word<StructureType>().value_or(s.type);
    s.code = json["code"].word<CodeLevel>().value_or(s.code);
    if (json.has("period_s")) s.period_s = json["period_s"].number(0.05, 5.0);
}

void read_design(PlanDraft& draft) {
    const JsonCursor json = draft.root["design"];
    if (json.missing()) return;
    json.allow_keys({"stage", "fire_grade", "sprinklered"});
    Design& design = draft.building.design;
    design.stage = json["stage"].word_or(design.stage);
    if (json.has("fire_grade")) design.fire_grade = json["fire_grade"].integer(1, 4, 2);
    if (json.has("sprinklered")) design.sprinklered = json["sprinklered"].boolean();
}

}  // namespace muster::floorplans
