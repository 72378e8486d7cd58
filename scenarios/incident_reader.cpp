// SPDX-License-Identifier: Apache-2.0
#include "scenarios/incident_reader.h"

#include <algorithm>
#include <iterator>

#include "scenarios/order_reader.h"
#include "sim/hazards/design_fire.h"

namespace muster::scenarios {

namespace {

SetOpening read_set_opening(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "opening", "state"});
    const OpeningId opening = refs.opening(c["opening"]);
    return {opening, c["state"].word<DoorState>().value_or(DoorState::open)};
}

BlockOpening read_block_opening(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "opening", "blocked"});
    return {refs.opening(c["opening"]), c.has("blocked") ? c["blocked"].boolean(true) : true};
}

CloseSpace read_close_space(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "space"});
    return {refs.space(c["space"])};
}

LightsOut read_lights_out(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "spaces", "speed_factor"});
    LightsOut out;
    for (const floorplans::JsonCursor& space : c["spaces"].elements()) out.spaces.push_back(refs.space(space));
    out.speed_factor = number_or(c, "speed_factor", 0.05, 1.0, out.speed_factor);
    return out;
}

SlowSpace read_slow_space(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "space", "speed_factor"});
    SlowSpace out{refs.space(c["space"])};
    out.speed_factor = number_or(c, "speed_factor", 0.05, 1.0, out.speed_factor);
    return out;
}

PersonFalls read_person_falls(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "space", "down_s"});
    PersonFalls out{refs.space(c["space"])};
    out.down_s = number_or(c, "down_s", 0.0, longest_s, out.down_s);
    return out;
}

ObstructOpening read_obstruct_opening(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "opening", "clear_width_m"});
    return {refs.opening(c["opening"]), c["clear_width_m"].number(0.0, 100.0)};
}

// What is left out follows from the use of the space.
DesignFire read_design(const floorplans::JsonCursor& c, const DesignFire& by_use) {
    DesignFire out = by_use;
    out.growth = c["growth"].word_or(out.growth);
    out.peak_kw = number_or(c, "peak_kw", 0.0, 100'000.0, out.peak_kw);
    out.area_m2 = number_or(c, "area_m2", 0.01, 10'000.0, out.area_m2);
    out.fuel_load_mj = number_or(c, "fuel_load_mj", 0.0, 1e8, out.fuel_load_mj);
    out.fuel = c["fuel"].word_or(out.fuel);
    for (const floorplans::JsonCursor& row : c["table"].elements()) {
        const Vec2 at = row.point();  // [s, kW]
        if (at.x < 0.0 || at.y < 0.0 || at.y > 100'000.0 || (!out.table.empty() && at.x <= out.table.back().first)) {
            row.report(Severity::error, "incident.fire_table");
            break;
        }
        out.table.emplace_back(at.x, at.y);
        out.peak_kw = out.table.size() == 1 ? at.y : std::max(out.peak_kw, at.y);
    }
    if (out.growth == FireGrowth::table && out.table.size() < 2) c.report(Severity::error, "incident.fire_table");
    return out;
}

// At a risk point, in the risk's space unless the incident names another.
StartFire read_fire(const floorplans::JsonCursor& c, const References& refs, const RiskMap& risk_map) {
    c.allow_keys({"at_s", "kind", "risk", "space", "room_closes_after_s", "at", "smoke", "growth", "peak_kw", "area_m2",
                  "fuel_load_mj", "fuel", "table"});
    StartFire out;
    if (c.has("risk")) out.risk = refs.risk(c["risk"]);
    if (c.has("space")) out.space = refs.space(c["space"]);
    if (out.risk.valid() && !out.space.valid()) out.space = risk_map.risks[out.risk.index()].space;
    if (!c.has("risk") && !c.has("space")) c.report(Severity::error, "incident.fire_nowhere");
    out.room_closes_after_s = number_or(c, "room_closes_after_s", 0.0, longest_s, out.room_closes_after_s);
    if (c.has("at")) out.at = c["at"].point() - refs.building.site_origin;
    out.smoke = !c.has("smoke") || c["smoke"].boolean(true);
    constexpr const char* design[] = {"growth", "peak_kw", "area_m2", "fuel_load_mj", "fuel", "table"};
    const bool designed =
        std::any_of(std::begin(design), std::end(design), [&](const char* key) { return c.has(key); });
    if (designed && out.space.valid()) {
        const Space& space = refs.building.space(out.space);
        out.fire = read_design(c, hazards::design_fire_for(space.use, area(space.area)));
    }
    return out;
}

GasLeak read_leak(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "space", "gas", "rate_g_s", "lasts_s", "at"});
    GasLeak out;
    out.space = refs.space(c["space"]);
    out.gas = c["gas"].word<LeakGas>().value_or(out.gas);
    out.kg_s = 1e-3 * c["rate_g_s"].number(0.0, 10'000.0);
    out.lasts_s = number_or(c, "lasts_s", 0.0, longest_s, longest_s);
    if (c.has("at")) out.at = c["at"].point() - refs.building.site_origin;
    return out;
}

StartExhaust read_exhaust(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "space", "flow_m3_s"});
    return {refs.space(c["space"]), c["flow_m3_s"].number(0.0, 100.0)};
}

IgniteGas read_ignition(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "space"});
    return {refs.space(c["space"])};
}

LightsOn read_lights_on(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "spaces"});
    LightsOn out;
    for (const floorplans::JsonCursor& space : c["spaces"].elements()) out.spaces.push_back(refs.space(space));
    return out;
}

StartShaking read_shaking(const floorplans::JsonCursor& c) {
    c.allow_keys({"at_s", "kind", "lasts_s"});
    StartShaking out;
    out.lasts_s = number_or(c, "lasts_s", 0.0, longest_s, out.lasts_s);
    return out;
}

// Alarms take no members.
template <class Order>
Order read_bare(const floorplans::JsonCursor& c) {
    c.allow_keys({"at_s", "kind"});
    return {};
}

template <class Order>
Order read_for_group(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "group"});
    return {refs.group(c["group"])};
}

SendGroup read_send_group(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "group", "route"});
    if (!c.has("route")) c.report(Severity::error, "json.missing_key", {{"key", "route"}, {"expected", "{...}"}});
    return {refs.group(c["group"]), read_route(c["route"], refs)};
}

ChangeRelease read_release_order(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "policy", "interval_s", "gap_m", "order"});
    return {read_release(c, refs)};
}

PostGuide read_guide(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "opening", "turns_away"});
    return {refs.opening(c["opening"]), !c.has("turns_away") || c["turns_away"].boolean(true)};
}

RemoveGuide read_guide_removal(const floorplans::JsonCursor& c, const References& refs) {
    c.allow_keys({"at_s", "kind", "opening"});
    return {refs.opening(c["opening"])};
}

// What befalls the building and its people.
std::optional<Incident> read_event(int kind, const floorplans::JsonCursor& c, const References& refs,
                                   const RiskMap& risk_map) {
    switch (kind) {
        case 0:
            return read_set_opening(c, refs);
        case 1:
            return read_block_opening(c, refs);
        case 2:
            return read_close_space(c, refs);
        case 3:
            return read_lights_out(c, refs);
        case 4:
            return read_slow_space(c, refs);
        case 5:
            return read_person_falls(c, refs);
        case 6:
            return read_obstruct_opening(c, refs);
        case 7:
            return read_fire(c, refs, risk_map);
        case 8:
            return read_exhaust(c, refs);
        case 9:
            return read_leak(c, refs);
        case 10:
            return read_ignition(c, refs);
        case 11:
            return read_lights_on(c, refs);
        case 12:
            return read_shaking(c);
        default:
            return {};
    }
}

// What somebody orders meanwhile.
std::optional<Incident> read_order(int kind, const floorplans::JsonCursor& c, const References& refs) {
    switch (kind) {
        case 13:
            return read_bare<SoundAlarm>(c);
        case 14:
            return read_bare<SilenceAlarm>(c);
        case 15:
            return read_send_group(c, refs);
        case 16:
            return read_for_group<ReleaseGroup>(c, refs);
        case 17:
            return read_for_group<HoldGroup>(c, refs);
        case 18:
            return read_release_order(c, refs);
        case 19:
            return read_guide(c, refs);
        case 20:
            return read_guide_removal(c, refs);
        default:
            return {};
    }
}

std::optional<Incident> read_incident(const floorplans::JsonCursor& c, const References& refs,
                                      const RiskMap& risk_map) {
    const int kind = c["kind"].word(
        {"set_opening",      "block_opening", "close_space",   "lights_out", "slow_space",    "person_falls",
         "obstruct_opening", "fire",          "exhaust",       "gas_leak",   "ignition",      "lights_on",
         "start_shaking",    "sound_alarm",   "silence_alarm", "send_group", "release_group", "hold_group",
         "release_order",    "post_guide",    "remove_guide"});
    auto event = read_event(kind, c, refs, risk_map);
    return event ? std::move(event) : read_order(kind, c, refs);
}

}  // namespace

std::vector<TimedIncident> read_incidents(const floorplans::JsonCursor& places, const References& refs,
                                          const RiskMap& risk_map) {
    std::vector<TimedIncident> out;
    for (const floorplans::JsonCursor& place : places.elements()) {
        const double at_s = place["at_s"].number(0.0, longest_s);
        if (auto incident = read_incident(place, refs, risk_map)) out.push_back({at_s, std::move(*incident)});
    }
    return out;
}

}  // namespace muster::scenarios
