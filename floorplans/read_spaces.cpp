// SPDX-License-Identifier: Apache-2.0
// Levels and spaces: outlines are repaired one by one, coordinates become relative to the site's origin.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "floorplans/plan_draft.h"
#include "floorplans/polygon_ops.h"
#include "floorplans/ring_repair.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr std::size_t max_vertices = 1'000'000;
constexpr std::size_t max_spaces = 20'000;
constexpr double max_lost_share = 0.05;   // of a crossed outline's area, before it is an error
constexpr double max_local_m = 10'000.0;  // plans farther from (0, 0) are moved to an origin of their own
constexpr double min_space_m2 = 0.01;
constexpr double sliver_m = 1e-3;

/// A space as drawn; `index` in the file.
struct DrawnSpace {
    JsonCursor json;
    Ring outer;
    std::vector<Ring> holes;
};

void read_levels(PlanDraft& draft) {
    const JsonCursor list = draft.root["levels"];
    for (const JsonCursor& json : list.elements()) {
        json.allow_keys({"id", "name", "elevation_m", "storey"});
        Level level;
        level.key = draft.level_keys.take(json, draft.building.levels.size());
        level.name = json["name"].name();
        level.elevation_m = json["elevation_m"].number(-100.0, 1000.0);
        level.storey = json["storey"].integer(-20, 200, 1);
        if (level.storey == 0) json["storey"].report(Severity::error, "level.storey_zero");
        if (!level.key.empty()) draft.building.levels.push_back(level);
    }
    if (draft.building.levels.empty() && !has_errors(draft.findings))
        draft.report(Severity::error, list.missing() ? "" : list.pointer(), "plan.no_levels");
}

std::vector<DrawnSpace> drawn_spaces(PlanDraft& draft) {
    std::vector<DrawnSpace> out;
    std::size_t vertices = 0;
    for (const JsonCursor& json : draft.root["spaces"].elements()) {
        DrawnSpace& drawn = out.emplace_back(DrawnSpace{json, json["area"].points(), {}});
        vertices += drawn.outer.size();
        for (const JsonCursor& hole : json["holes"].elements()) {
            drawn.holes.push_back(hole.points());
            vertices += drawn.holes.back().size();
        }
        if (vertices <= max_vertices && out.size() <= max_spaces && !draft.full()) continue;
        draft.report(Severity::error, "/spaces", "plan.too_large",
                     {{"vertices", std::to_string(max_vertices)}, {"spaces", std::to_string(max_spaces)}});
        return {};
    }
    return out;
}

// Map coordinates (7e5, 5e6) lose a decimal in every product: such plans get an origin of their own.
Vec2 origin_of(const std::vector<DrawnSpace>& drawn) {
    Ring corners;
    for (const DrawnSpace& d : drawn) {
        if (d.outer.empty()) continue;
        const Box box = bounds(d.outer);
        corners.insert(corners.end(), {box.low, box.high});
    }
    if (corners.empty()) return {};
    const Box all = bounds(corners);
    const double farthest = std::max({-all.low.x, -all.low.y, all.high.x, all.high.y});
    return farthest <= max_local_m ? Vec2{} : Vec2{std::floor(all.low.x), std::floor(all.low.y)};
}

// Ids that anything outside `spaces` names, whatever for.
std::unordered_set<std::string> named_spaces(const PlanDraft& draft) {
    std::unordered_set<std::string> out;
    const auto collect = [&out](const auto& self, const nlohmann::json& value, int depth) -> void {
        if (value.is_string()) out.insert(value.get_ref<const std::string&>());
        if (!value.is_structured() || depth > 3) return;
        for (const auto& member : value) self(self, member, depth + 1);
    };
    for (const char* part : {"openings", "stairs", "obstacles", "assembly", "fixtures"})
        if (const JsonCursor list = draft.root[part]; list.is_array()) collect(collect, list.raw(), 0);
    return out;
}

std::string percent(double share) { return short_number(100.0 * share, 1); }

void report_repair(const JsonCursor& json, const std::string& key, const RepairedRing& ring) {
    if (ring.crossed && ring.lost_share > max_lost_share) {
        json.report(Severity::error, "space.self_crossing", {{"space", key}, {"percent", percent(ring.lost_share)}});
    } else if (ring.crossed || ring.tidied) {
        json.report(Severity::note, "space.ring_repaired", {{"space", key}, {"percent", percent(ring.lost_share)}});
    }
}

// The outline without its holes; false when they do not go together.
bool cut_hole(const JsonCursor& json, const std::string& key, const Ring& hole, Polygon& area_left) {
    const RepairedRing repaired = repair_ring(hole);
    report_repair(json, key, repaired);
    if (repaired.polygon.outer.empty()) {
        json.report(Severity::note, "space.hole_dropped", {{"space", key}});
        return true;
    }
    const auto outside = difference(repaired.polygon, area_left);
    if (!outside || widest(*outside) > sliver_m) {
        json.report(Severity::error, "space.hole_outside", {{"space", key}});
        return false;
    }
    Polygon with_hole = area_left;
    Ring ring = repaired.polygon.outer;
    std::reverse(ring.begin() + 1, ring.end());
    with_hole.holes.push_back(std::move(ring));
    if (is_valid(with_hole)) {
        area_left = std::move(with_hole);
        return true;
    }
    const auto pieces = difference(area_left, repaired.polygon);  // the hole touches the outline
    if (!pieces || pieces->empty()) {
        json.report(Severity::error, "space.hole_outside", {{"space", key}});
        return false;
    }
    area_left = pieces->front();
    area_left.outer = quantised(std::move(area_left.outer));
    for (Ring& h : area_left.holes) h = quantised(std::move(h));
    return true;
}

enum class Outline { good, empty, wrong };

Outline read_outline(PlanDraft& draft, const DrawnSpace& drawn, Space& space) {
    const RepairedRing ring = repair_ring(draft.local(drawn.outer));
    report_repair(drawn.json["area"], space.key, ring);
    if (ring.crossed && ring.lost_share > max_lost_share) return Outline::wrong;
    if (ring.polygon.outer.empty() || area(ring.polygon) < min_space_m2) return Outline::empty;
    space.area = ring.polygon;
    const auto hole_places = drawn.json["holes"].elements();
    for (std::size_t i = 0; i < drawn.holes.size(); ++i)
        if (!cut_hole(hole_places[i], space.key, draft.local(drawn.holes[i]), space.area)) return Outline::wrong;
    return Outline::good;
}

Space read_members(PlanDraft& draft, const JsonCursor& json) {
    json.allow_keys({"id", "level", "name", "use", "outdoor", "area", "holes", "floor_m", "height_m", "capacity"});
    Space space;
    space.name = json["name"].name();
    if (const int level = draft.level_keys.find(json["level"], "space.unknown_level"); level >= 0)
        space.level = LevelId{static_cast<std::size_t>(level)};
    space.use = json["use"].word<SpaceUse>().value_or(space.use);
    space.outdoor = json.has("outdoor") && json["outdoor"].boolean();
    if (json.has("floor_m")) space.floor_m = json["floor_m"].number(-20.0, 20.0);
    if (json.has("height_m")) space.height_m = json["height_m"].number(1.5, 100.0);
    if (json.has("capacity")) space.capacity = json["capacity"].integer(0, 100'000);
    return space;
}

void read_space(PlanDraft& draft, const DrawnSpace& drawn, const std::unordered_set<std::string>& named) {
    const std::size_t index = draft.building.spaces.size();
    Space space = read_members(draft, drawn.json);
    space.key = draft.space_keys.take(drawn.json, index);
    if (space.key.empty()) return;
    const bool drawn_at_all = drawn.json["area"].is_array();
    const Outline outline = drawn_at_all ? read_outline(draft, drawn, space) : Outline::wrong;
    if (!drawn_at_all) static_cast<void>(drawn.json["area"].points());  // says so
    if (outline == Outline::empty) {
        const Severity severity = named.contains(space.key) ? Severity::error : Severity::note;
        drawn.json.report(severity, "space.degenerate", {{"space", space.key}});
    }
    if (outline != Outline::good || !space.level.valid()) return draft.space_keys.mark_broken(space.key);
    draft.space_pointers.push_back(drawn.json.pointer());
    draft.floor_given.push_back(drawn.json.has("floor_m"));
    draft.building.spaces.push_back(std::move(space));
}

}  // namespace

void read_levels_and_spaces(PlanDraft& draft) {
    if (draft.root["levels"].missing()) static_cast<void>(draft.root["levels"].string());  // reports the missing member
    read_levels(draft);
    const auto drawn = drawn_spaces(draft);
    draft.building.site_origin = origin_of(drawn);
    const auto named = named_spaces(draft);
    for (const DrawnSpace& d : drawn) {
        if (draft.full()) return;
        read_space(draft, d, named);
    }
    draft.flight_pointers.resize(draft.building.spaces.size());
    if (draft.building.spaces.empty() && !has_errors(draft.findings))
        draft.report(Severity::error, "/spaces", "plan.no_spaces");
}

}  // namespace muster::floorplans
