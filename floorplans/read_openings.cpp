// SPDX-License-Identifier: Apache-2.0
// Openings and stairs as the file has them; what they are worth in the building is checked later.
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "floorplans/plan_draft.h"
#include "floorplans/polygon_ops.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr std::size_t max_openings = 40'000;
constexpr double min_width_m = 0.5;
constexpr double width_tolerance_m = 0.01;

bool is_outside(const JsonCursor& place) {
    return place.is_string() && place.raw().get_ref<const std::string&>() == "outside";
}

bool read_between(PlanDraft& draft, const JsonCursor& json, Opening& opening) {
    const auto ends = json.elements();
    if (ends.size() != 2) {
        if (json.missing()) static_cast<void>(json.string());  // reports the missing member
        if (json.is_array()) json.report(Severity::error, "opening.two_spaces", {{"opening", opening.key}});
        return false;
    }
    std::array<SpaceId, 2> spaces;
    for (std::size_t i = 0; i < 2; ++i)
        if (!is_outside(ends[i])) spaces[i] = draft.space_at(ends[i], "opening.unknown_space");
    const bool unknown = (!spaces[0].valid() && !is_outside(ends[0])) || (!spaces[1].valid() && !is_outside(ends[1]));
    if (unknown) return false;
    if (spaces[0] == spaces[1]) {
        json.report(Severity::error, "opening.to_itself", {{"opening", opening.key}, {"space", ends[0].string()}});
        return false;
    }
    const bool swap = !spaces[0].valid();
    opening.from = spaces[swap ? 1 : 0];
    opening.to = spaces[swap ? 0 : 1];
    return true;
}

// The segment gets exactly the clear width, about its middle: the slot is as wide as the opening.
bool read_segment(PlanDraft& draft, const JsonCursor& json, Opening& opening) {
    const auto ends = json["at"].points();
    if (ends.size() != 2) {
        if (json["at"].is_array()) json["at"].report(Severity::error, "opening.two_ends", {{"opening", opening.key}});
        return false;
    }
    opening.at = {draft.local(ends[0]), draft.local(ends[1])};
    opening.clear_width_m = quantised(Vec2{json["clear_width_m"].number(0.0, 100.0), 0.0}).x;
    const double drawn = opening.at.length();
    const FindingArgs args{
        {"opening", opening.key}, {"width", short_number(opening.clear_width_m)}, {"drawn", short_number(drawn)}};
    if (drawn < 2 * width_tolerance_m) return json["at"].report(Severity::error, "opening.zero_length", args), false;
    if (opening.clear_width_m < min_width_m)
        return json["clear_width_m"].report(Severity::error, "opening.too_narrow", args), false;
    if (std::abs(drawn - opening.clear_width_m) > width_tolerance_m)
        return json["clear_width_m"].report(Severity::error, "opening.width_differs", args), false;
    if (std::abs(drawn - opening.clear_width_m) < 10 * vertex_quantum_m) return true;
    const Vec2 half = 0.5 * opening.clear_width_m * opening.at.direction(), middle = opening.at.middle();
    opening.at = {quantised(middle - half), quantised(middle + half)};
    return true;
}

void read_leaf(PlanDraft& draft, const JsonCursor& json, Opening& opening) {
    opening.kind = json["kind"].word_or(opening.kind);
    opening.leaf = json["leaf"].word_or(opening.leaf);
    opening.state = json["state"].word_or(opening.state);
    if (!json.has("swings_into")) return;
    const JsonCursor swings = json["swings_into"];
    if (is_outside(swings)) {
        opening.swings_into = SpaceId{};
    } else if (const SpaceId into = draft.space_at(swings, "opening.unknown_space"); into.valid()) {
        opening.swings_into = into;
    } else {
        return;
    }
    if (opening.joins(*opening.swings_into)) return;
    swings.report(Severity::error, "opening.swings_elsewhere", {{"opening", opening.key}, {"space", swings.string()}});
}

void read_opening(PlanDraft& draft, const JsonCursor& json) {
    json.allow_keys({"id", "name", "between", "at", "clear_width_m", "kind", "leaf", "swings_into", "state"});
    Opening opening;
    opening.key = draft.opening_keys.take(json, draft.building.openings.size());
    if (opening.key.empty()) return;
    if (json.has("name")) opening.name = json["name"].name();
    const bool joined = read_between(draft, json["between"], opening);
    const bool placed = read_segment(draft, json, opening);
    if (!joined || !placed) return draft.opening_keys.mark_broken(opening.key);
    read_leaf(draft, json, opening);
    draft.opening_pointers.push_back(json.pointer());
    draft.building.openings.push_back(std::move(opening));
}

OpeningId opening_at(PlanDraft& draft, const JsonCursor& place) {
    const int index = draft.opening_keys.find(place, "stair.unknown_opening");
    return index < 0 ? OpeningId{} : OpeningId{static_cast<std::size_t>(index)};
}

void read_flight(PlanDraft& draft, const JsonCursor& json, Stair& stair) {
    json.allow_keys({"space", "foot", "head", "risers", "riser_m", "tread_m", "clear_width_m", "middle_rail",
                     "handrails", "handrail_height_m"});
    Flight flight;
    flight.stair = StairId{draft.building.stairs.size()};
    flight.foot = opening_at(draft, json["foot"]);
    flight.head = opening_at(draft, json["head"]);
    flight.risers = json["risers"].integer(1, 60, 1);
    flight.riser_m = json["riser_m"].number(0.05, 0.3, 0.15);
    flight.tread_m = json["tread_m"].number(0.1, 0.6, 0.28);
    flight.clear_width_m = json["clear_width_m"].number(0.3, 20.0, 1.0);
    flight.middle_rail = json.has("middle_rail") && json["middle_rail"].boolean();
    if (json.has("handrails")) flight.handrails = json["handrails"].integer(0, 2, 0);
    if (json.has("handrail_height_m")) flight.handrail_height_m = json["handrail_height_m"].number(0.3, 2.0);
    const SpaceId at = draft.space_at(json["space"], "stair.unknown_space");
    if (!at.valid() || !flight.foot.valid() || !flight.head.valid()) return;
    Space& space = draft.building.spaces[at.index()];
    if (space.flight) return json.report(Severity::error, "stair.flight_twice", {{"space", space.key}});
    for (const OpeningId end : {flight.foot, flight.head}) {
        const Opening& opening = draft.building.opening(end);
        const bool good = opening.joins(at) && opening.to.valid() && flight.foot != flight.head;
        if (!good)
            return json.report(Severity::error, "stair.end_elsewhere",
                               {{"space", space.key}, {"opening", opening.key}});
    }
    space.flight = flight;
    draft.flight_pointers[at.index()] = json.pointer();
    stair.flights.push_back(at);
}

}  // namespace

void read_openings(PlanDraft& draft) {
    const auto list = draft.root["openings"].elements();
    if (list.size() > max_openings)
        return draft.report(Severity::error, "/openings", "json.too_many", {{"limit", std::to_string(max_openings)}});
    for (const JsonCursor& json : list) {
        if (draft.full()) return;
        read_opening(draft, json);
    }
}

void read_stairs(PlanDraft& draft) {
    KeyTable keys;
    for (const JsonCursor& json : draft.root["stairs"].elements()) {
        if (draft.full()) return;
        json.allow_keys({"id", "name", "enclosed", "flights", "landings"});
        Stair stair;
        stair.key = keys.take(json, draft.building.stairs.size());
        stair.name = json["name"].name();
        stair.enclosed = json.has("enclosed") && json["enclosed"].boolean();
        if (json["flights"].missing())
            json.report(Severity::error, "json.missing_key", {{"key", "flights"}, {"expected", "[...]"}});
        for (const JsonCursor& flight : json["flights"].elements()) read_flight(draft, flight, stair);
        for (const JsonCursor& landing : json["landings"].elements())
            if (const SpaceId at = draft.space_at(landing, "stair.unknown_space"); at.valid())
                stair.landings.push_back(at);
        draft.building.stairs.push_back(std::move(stair));
    }
}

}  // namespace muster::floorplans
