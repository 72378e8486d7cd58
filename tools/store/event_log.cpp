// SPDX-License-Identifier: Apache-2.0
#include "tools/store/event_log.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "sim/base/overload.h"

namespace muster {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    return out + '"';
}

// As in the scenario format; in the order of the variant.
constexpr auto incident_kinds =
    std::to_array({"set_opening",      "block_opening", "close_space",   "lights_out", "slow_space",    "person_falls",
                   "obstruct_opening", "fire",          "exhaust",       "gas_leak",   "ignition",      "lights_on",
                   "start_shaking",    "sound_alarm",   "silence_alarm", "send_group", "release_group", "hold_group",
                   "release_order",    "post_guide",    "remove_guide"});
static_assert(incident_kinds.size() == std::variant_size_v<Incident>);

class Line {
public:
    Line(SimTime time, const World& world, std::span<const TimedIncident> commands)
        : world_(world), commands_(commands) {
        char text[40];
        std::snprintf(text, sizeof text, "{\"t_s\":%.3f", time.seconds());
        text_ = text;
    }
    Line& event(const char* name) { return raw("event", quoted(name)); }
    Line& person(PersonId id) { return raw("person", std::to_string(id.index() + 1)); }
    Line& opening(OpeningId id) { return raw("opening", quoted(world_.building.opening(id).key)); }
    Line& space(const char* member, SpaceId id) {
        return raw(member, id.valid() ? quoted(world_.building.space(id).key) : "\"outside\"");
    }
    Line& obstacle(ObstacleId id) { return raw("item", quoted(world_.building.obstacle(id).key)); }
    Line& fixture(std::uint32_t index) {
        const auto& fixtures = world_.building.fixtures;
        return raw("fixture", index < fixtures.size() ? quoted(fixtures[index].key) : "null");
    }
    Line& group(GroupId id) {
        return raw("group", id.valid() ? quoted(world_.scenario.population.groups[id.index()].key) : "null");
    }
    Line& incident(std::uint32_t index) {
        raw("incident", std::to_string(index));
        const auto& own = world_.scenario.incidents;
        if (index >= own.size() + commands_.size()) return *this;
        const Incident& what = index < own.size() ? own[index].what : commands_[index - own.size()].what;
        return raw("kind", quoted(incident_kinds[what.index()]));
    }
    Line& state(DoorState state) {
        constexpr auto names = std::to_array({"open", "closed", "locked"});
        return raw("state", quoted(names[static_cast<std::size_t>(state)]));
    }
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

std::string event_line(SimTime time, const Event& event, const World& world, std::span<const TimedIncident> commands) {
    Line line(time, world, commands);
    std::visit(
        Overload{
            [&](const AlarmSounds&) { line.event("alarm_sounds"); },
            [&](const GroupReleased& e) { line.event("group_released").group(e.group); },
            [&](const PersonSetsOff& e) { line.event("person_sets_off").person(e.person); },
            [&](const IncidentHappens& e) { line.event("incident_happens").incident(e.incident); },
            [&](const ShakingStarts&) { line.event("shaking_starts"); },
            [&](const ShakingEnds&) { line.event("shaking_ends"); },
            [&](const PersonGetsUp& e) { line.event("person_gets_up").person(e.person); },
            [&](const SpaceCloses& e) { line.event("space_closes").space("space", e.space); },
            [&](const RollCallDone& e) { line.event("roll_call_done").group(e.group); },
            [&](const MotionStep&) { line.event("motion_step"); },
            [&](const Sample&) { line.event("sample"); },
            [&](const OpeningChanged& e) {
                line.event("opening_changed").opening(e.opening).state(e.state);
                line.raw("blocked", e.blocked ? "true" : "false");
            },
            [&](const DoorJammed& e) { line.event("door_jammed").opening(e.opening); },
            [&](const PersonFell& e) { line.event("person_fell").person(e.person); },
            [&](const PersonCrossed& e) {
                line.event("person_crossed").person(e.person).opening(e.opening).space("into", e.into);
            },
            [&](const PersonLeftRoom& e) { line.event("person_left_room").person(e.person); },
            [&](const PersonLeftBuilding& e) { line.event("person_left_building").person(e.person); },
            [&](const PersonAtAssembly& e) { line.event("person_at_assembly").person(e.person); },
            [&](const PersonArrived& e) { line.event("person_arrived").person(e.person); },
            [&](const PersonReplaced& e) { line.event("person_replaced").person(e.person); },
            [&](const CallPointPressed& e) { line.event("call_point_pressed").fixture(e.fixture); },
            [&](const AirStep&) { line.event("air_step"); },
            [&](const DetectorTrips& e) { line.event("detector_trips").fixture(e.fixture); },
            [&](const PersonTurnsBack& e) { line.event("person_turns_back").person(e.person).space("from", e.from); },
            [&](const PersonMeetsSmoke& e) { line.event("person_meets_smoke").person(e.person); },
            [&](const EarlyWarning&) { line.event("early_warning"); },
            [&](const QuakeStep&) { line.event("quake_step"); },
            [&](const StrongestShaking&) { line.event("strongest_shaking"); },
            [&](const AftershockStarts& e) { line.event("aftershock").raw("shock", std::to_string(e.shock)); },
            [&](const ItemFalls& e) { line.event("item_falls").obstacle(e.item); },
            [&](const DoorForced& e) { line.event("door_forced").opening(e.opening); },
            [&](const FlightDamaged& e) {
                line.event("flight_damaged").space("flight", e.flight).raw("state", std::to_string(e.state));
            },
            [&](const DebrisFalls& e) {
                line.event("debris_falls")
                    .space("space", e.space)
                    .raw("percent", std::to_string(std::lround(100.0 * e.cover)));
            },
            [&](const FacadeFalls& e) { line.event("facade_falls").opening(e.exit); },
            [&](const PipeLeaks& e) { line.event("pipe_leaks").space("space", e.space); },
            [&](const AlarmSilenced&) { line.event("alarm_silenced"); },
            [&](const WayNarrowed& e) {
                line.event("way_narrowed")
                    .opening(e.opening)
                    .raw("left_cm", std::to_string(std::lround(100.0 * e.left_m)));
            },
            [&](const FurnitureSlid& e) { line.event("furniture_slid").raw("pieces", std::to_string(e.pieces)); },
            [&](const RoomSearched& e) { line.event("room_searched").space("space", e.space).person(e.by); },
            [&](const PersonFound& e) {
                line.event("person_found").person(e.person).raw("by", std::to_string(e.by.value));
            },
            [&](const PowerLost&) { line.event("power_lost"); },
            [&](const PersonStruck& e) { line.event("person_struck").person(e.person); },
            [&](const GasIgnites& e) { line.event("gas_ignites").space("space", e.space); },
            [&](const PersonIncapacitated& e) { line.event("person_incapacitated").person(e.person); },
        },
        event);
    return line.finish();
}

void EventLog::event_happened(SimTime time, const Event& event) {
    if (is_tick(event)) return;
    file_.write(event_line(time, event, *world_, commands_) + '\n');
}

void EventLog::run_ended(const Outcome&) { file_.close(); }

}  // namespace muster
