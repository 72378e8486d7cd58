// SPDX-License-Identifier: Apache-2.0
#include "tools/store/event_log.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "floorplans/json_text.h"
#include "sim/base/overload.h"
#include "sim/model/incident_kinds.h"
#include "sim/model/words.h"

namespace muster::store {

namespace {

// In the order of the variant.
constexpr auto event_kinds = std::to_array<std::string_view>(
    {"alarm_sounds",         "group_released",     "person_sets_off", "incident_happens",
     "shaking_starts",       "shaking_ends",       "person_gets_up",  "space_closes",
     "roll_call_done",       "motion_step",        "sample",          "opening_changed",
     "door_jammed",          "person_fell",        "person_crossed",  "person_left_room",
     "person_left_building", "person_at_assembly", "person_arrived",  "person_replaced",
     "call_point_pressed",   "air_step",           "detector_trips",  "person_turns_back",
     "person_incapacitated", "person_meets_smoke", "gas_ignites",     "early_warning",
     "quake_step",           "aftershock",         "item_falls",      "door_forced",
     "flight_damaged",       "debris_falls",       "facade_falls",    "power_lost",
     "person_struck",        "strongest_shaking",  "pipe_leaks",      "alarm_silenced",
     "way_narrowed",         "furniture_slid",     "room_searched",   "person_found"});
static_assert(event_kinds.size() == std::variant_size_v<Event>);

class Line {
public:
    Line(SimTime time, const World& world, std::span<const TimedIncident> commands)
        : world_(world), commands_(commands) {
        char text[40];
        std::snprintf(text, sizeof text, "{\"t_s\":%.3f", time.seconds());
        text_ = text;
    }
    Line& event(const Event& e) { return raw("event", floorplans::json_quoted(std::string(code_of(e)))); }
    Line& person(PersonId id) { return raw("person", std::to_string(id.index() + 1)); }
    Line& opening(OpeningId id) { return raw("opening", floorplans::json_quoted(world_.building.opening(id).key)); }
    Line& space(const char* member, SpaceId id) {
        return raw(member, id.valid() ? floorplans::json_quoted(world_.building.space(id).key) : "\"outside\"");
    }
    Line& obstacle(ObstacleId id) { return raw("item", floorplans::json_quoted(world_.building.obstacle(id).key)); }
    Line& fixture(std::uint32_t index) {
        const auto& fixtures = world_.building.fixtures;
        return raw("fixture", index < fixtures.size() ? floorplans::json_quoted(fixtures[index].key) : "null");
    }
    Line& group(GroupId id) {
        return raw("group",
                   id.valid() ? floorplans::json_quoted(world_.scenario.population.groups[id.index()].key) : "null");
    }
    Line& incident(std::uint32_t index) {
        raw("incident", std::to_string(index));
        const auto& own = world_.scenario.incidents;
        if (index >= own.size() + commands_.size()) return *this;
        const Incident& what = index < own.size() ? own[index].what : commands_[index - own.size()].what;
        return raw("kind", floorplans::json_quoted(word_of(what)));
    }
    Line& state(DoorState state) { return raw("state", floorplans::json_quoted(word_of(state))); }
    Line& raw(const char* member, const std::string& value) {
        text_ += ",\"" + std::string(member) + "\":" + value;
        return *this;
    }
    [[nodiscard]] std::string finish() const { return text_ + '}'; }

private:
    const World& world_;
    std::span<const TimedIncident> commands_;
    std::string text_;
};

}  // namespace

std::string_view code_of(const Event& event) { return event_kinds[event.index()]; }

std::span<const std::string_view> event_codes() { return event_kinds; }

std::string event_line(SimTime time, const Event& event, const World& world, std::span<const TimedIncident> commands) {
    Line line(time, world, commands);
    line.event(event);
    std::visit(
        Overload{
            [](const AlarmSounds&) {},
            [&](const GroupReleased& e) { line.group(e.group); },
            [&](const PersonSetsOff& e) { line.person(e.person); },
            [&](const IncidentHappens& e) { line.incident(e.incident); },
            [](const ShakingStarts&) {},
            [](const ShakingEnds&) {},
            [&](const PersonGetsUp& e) { line.person(e.person); },
            [&](const SpaceCloses& e) { line.space("space", e.space); },
            [&](const RollCallDone& e) { line.group(e.group); },
            [](const MotionStep&) {},
            [](const Sample&) {},
            [&](const OpeningChanged& e) {
                line.opening(e.opening).state(e.state);
                line.raw("blocked", e.blocked ? "true" : "false");
            },
            [&](const DoorJammed& e) { line.opening(e.opening); },
            [&](const PersonFell& e) { line.person(e.person); },
            [&](const PersonCrossed& e) { line.person(e.person).opening(e.opening).space("into", e.into); },
            [&](const PersonLeftRoom& e) { line.person(e.person); },
            [&](const PersonLeftBuilding& e) { line.person(e.person); },
            [&](const PersonAtAssembly& e) { line.person(e.person); },
            [&](const PersonArrived& e) { line.person(e.person); },
            [&](const PersonReplaced& e) { line.person(e.person); },
            [&](const CallPointPressed& e) { line.fixture(e.fixture); },
            [](const AirStep&) {},
            [&](const DetectorTrips& e) { line.fixture(e.fixture); },
            [&](const PersonTurnsBack& e) { line.person(e.person).space("from", e.from); },
            [&](const PersonMeetsSmoke& e) { line.person(e.person); },
            [](const EarlyWarning&) {},
            [](const QuakeStep&) {},
            [](const StrongestShaking&) {},
            [&](const AftershockStarts& e) { line.raw("shock", std::to_string(e.shock)); },
            [&](const ItemFalls& e) { line.obstacle(e.item); },
            [&](const DoorForced& e) { line.opening(e.opening); },
            [&](const FlightDamaged& e) { line.space("flight", e.flight).raw("state", std::to_string(e.state)); },
            [&](const DebrisFalls& e) {
                line.space("space", e.space).raw("percent", std::to_string(std::lround(100.0 * e.cover)));
            },
            [&](const FacadeFalls& e) { line.opening(e.exit); },
            [&](const PipeLeaks& e) { line.space("space", e.space); },
            [](const AlarmSilenced&) {},
            [&](const WayNarrowed& e) {
                line.opening(e.opening).raw("left_cm", std::to_string(std::lround(100.0 * e.left_m)));
            },
            [&](const FurnitureSlid& e) { line.raw("pieces", std::to_string(e.pieces)); },
            [&](const RoomSearched& e) { line.space("space", e.space).person(e.by); },
            [&](const PersonFound& e) { line.person(e.person).raw("by", std::to_string(e.by.value)); },
            [](const PowerLost&) {},
            [&](const PersonStruck& e) { line.person(e.person); },
            [&](const GasIgnites& e) { line.space("space", e.space); },
            [&](const PersonIncapacitated& e) { line.person(e.person); },
        },
        event);
    return line.finish();
}

void EventLog::event_happened(SimTime time, const Event& event) {
    if (is_tick(event)) return;
    file_.write(event_line(time, event, *world_, commands_) + '\n');
}

void EventLog::run_ended(const Outcome&) { file_.close(); }

}  // namespace muster::store
