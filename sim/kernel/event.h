// SPDX-License-Identifier: Apache-2.0
// What can happen in a run: plain values, so that events can be logged, hashed, replayed. Each says of itself what it
// is called, what it holds and who is told. Adding one: here, its name in render/text, and the system that brings it
// about; one that is scheduled is handled in sim/engine/run.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>

#include "sim/base/id.h"
#include "sim/model/scenario.h"

namespace muster {

/// Who is told: nobody but its system; the log, the recording and every observer; and besides, it is marked where the
/// course of a run is shown as a line of time.
enum class Told : std::uint8_t { nobody, log, landmark };

/// How a member is written in the log: by its type, or as an index into Scenario::incidents or Building::fixtures, or
/// in whole hundredths. One person has always been counted from 0 there, all others from 1. An opening is always one of
/// the building's, unless said to be perhaps none.
enum class As : std::uint8_t { itself, incident, fixture, hundredths, counted_from_0, perhaps_none };

struct EventMember {
    std::string_view name;
    As as = As::itself;
    constexpr EventMember(const char* called, As how = As::itself) : name(called), as(how) {}  // NOLINT: a name is one
};

/// `code` stands for the kind in fingerprints and recordings, so that the order of the variants below is free: never
/// changed, never used twice. `word` stands for it in events.jsonl. `members` as they are declared.
template <std::size_t count>
struct EventKind {
    std::uint8_t code;
    std::string_view word;
    Told told;
    std::array<EventMember, count> members;

    template <class... Members>
    constexpr EventKind(int number, const char* called, Told who, Members... holds)
        : code(static_cast<std::uint8_t>(number)), word(called), told(who), members{EventMember(holds)...} {}
};
template <class... Members>
EventKind(int, const char*, Told, Members...) -> EventKind<sizeof...(Members)>;

// ---- scheduled, and told when they happen ------------------------------------------------------------------------

struct AlarmSounds {
    static constexpr EventKind kind{0, "alarm_sounds", Told::landmark};
};
/// Told to go: pre-movement starts.
struct GroupReleased {
    static constexpr EventKind kind{1, "group_released", Told::log, "group"};
    GroupId group;
};
/// Pre-movement is over.
struct PersonSetsOff {
    static constexpr EventKind kind{2, "person_sets_off", Told::log, "person"};
    PersonId person;
};
/// Index into Scenario::incidents; from their number on, into the commands given meanwhile.
struct IncidentHappens {
    static constexpr EventKind kind{3, "incident_happens", Told::landmark, EventMember{"incident", As::incident}};
    std::uint32_t incident;
};
/// E.g. a fire's room of origin.
struct SpaceCloses {
    static constexpr EventKind kind{7, "space_closes", Told::landmark, "space"};
    SpaceId space;
};
struct EarlyWarning {
    static constexpr EventKind kind{27, "early_warning", Told::landmark};
};
struct ShakingStarts {
    static constexpr EventKind kind{4, "shaking_starts", Told::landmark};
};
/// The order to leave is given.
struct ShakingEnds {
    static constexpr EventKind kind{5, "shaking_ends", Told::landmark};
};
/// One begins: 1, 2, ...
struct AftershockStarts {
    static constexpr EventKind kind{29, "aftershock", Told::landmark, "shock"};
    std::uint32_t shock;
};
struct ItemFalls {
    static constexpr EventKind kind{30, "item_falls", Told::landmark, "item"};
    ObstacleId item;
};
/// Jammed, and opened by force.
struct DoorForced {
    static constexpr EventKind kind{31, "door_forced", Told::landmark, "opening"};
    OpeningId opening;
};
struct PersonGetsUp {
    static constexpr EventKind kind{6, "person_gets_up", Told::log, "person"};
    PersonId person;
};
/// Index into Building::fixtures; none = somebody shouts.
struct CallPointPressed {
    static constexpr EventKind kind{20, "call_point_pressed", Told::landmark, EventMember{"fixture", As::fixture}};
    std::uint32_t fixture;
};
struct RollCallDone {
    static constexpr EventKind kind{8, "roll_call_done", Told::log, "group"};
    GroupId group;
};

// ---- scheduled: the clockwork's own beats, neither recorded nor hashed -------------------------------------------

struct MotionStep {
    static constexpr EventKind kind{9, "motion_step", Told::nobody};
};
struct Sample {
    static constexpr EventKind kind{10, "sample", Told::nobody};
};
/// Fire, smoke and what people breathe.
struct AirStep {
    static constexpr EventKind kind{21, "air_step", Told::nobody};
};
/// How people stand on shaking floors.
struct QuakeStep {
    static constexpr EventKind kind{28, "quake_step", Told::nobody};
};
/// What breaks, breaks then.
struct StrongestShaking {
    static constexpr EventKind kind{37, "strongest_shaking", Told::nobody};
};

// ---- outcomes ----------------------------------------------------------------------------------------------------

struct OpeningChanged {
    static constexpr EventKind kind{11, "opening_changed", Told::landmark, "opening", "state", "blocked"};
    OpeningId opening;
    DoorState state;
    bool blocked;
};
struct DoorJammed {
    static constexpr EventKind kind{12, "door_jammed", Told::landmark, "opening"};
    OpeningId opening;
};
struct PersonFell {
    static constexpr EventKind kind{13, "person_fell", Told::landmark, "person"};
    PersonId person;
};
/// `into` not valid = left the site.
struct PersonCrossed {
    static constexpr EventKind kind{14, "person_crossed", Told::log, "person", "opening", "into"};
    PersonId person;
    OpeningId opening;
    SpaceId into;
};
/// Out of the space where they were at the start.
struct PersonLeftRoom {
    static constexpr EventKind kind{15, "person_left_room", Told::log, "person"};
    PersonId person;
};
struct PersonLeftBuilding {
    static constexpr EventKind kind{16, "person_left_building", Told::log, "person"};
    PersonId person;
};
struct PersonAtAssembly {
    static constexpr EventKind kind{17, "person_at_assembly", Told::log, "person"};
    PersonId person;
};
/// At a destination room.
struct PersonArrived {
    static constexpr EventKind kind{18, "person_arrived", Told::log, "person"};
    PersonId person;
};
/// Found outside every space and put back; counted in every report.
struct PersonReplaced {
    static constexpr EventKind kind{19, "person_replaced", Told::landmark, "person"};
    PersonId person;
};
/// Index into Building::fixtures.
struct DetectorTrips {
    static constexpr EventKind kind{22, "detector_trips", Told::landmark, EventMember{"fixture", As::fixture}};
    std::uint32_t fixture;
};
/// Will not go into that space for its smoke.
struct PersonTurnsBack {
    static constexpr EventKind kind{23, "person_turns_back", Told::log, "person", "from"};
    PersonId person;
    SpaceId from;
};
struct PersonIncapacitated {
    static constexpr EventKind kind{24, "person_incapacitated", Told::landmark, "person"};
    PersonId person;
};
/// Is slowed by it for the first time.
struct PersonMeetsSmoke {
    static constexpr EventKind kind{25, "person_meets_smoke", Told::log, "person"};
    PersonId person;
};
struct GasIgnites {
    static constexpr EventKind kind{26, "gas_ignites", Told::landmark, "space"};
    SpaceId space;
};
/// State 1 slowed, 2 one file, 3 closed.
struct FlightDamaged {
    static constexpr EventKind kind{32, "flight_damaged", Told::landmark, "flight", "state"};
    SpaceId flight;
    int state;
};
/// `cover`: share of the floor.
struct DebrisFalls {
    static constexpr EventKind kind{33, "debris_falls", Told::landmark, "space",
                                    EventMember{"percent", As::hundredths}};
    SpaceId space;
    double cover = 0.0;
};
/// Glass or a parapet, before a way out.
struct FacadeFalls {
    static constexpr EventKind kind{34, "facade_falls", Told::landmark, "opening"};
    OpeningId exit;
};
struct PowerLost {
    static constexpr EventKind kind{35, "power_lost", Told::landmark};
};
/// By something that fell.
struct PersonStruck {
    static constexpr EventKind kind{36, "person_struck", Told::log, "person"};
    PersonId person;
};
/// Gas, by the shaking.
struct PipeLeaks {
    static constexpr EventKind kind{38, "pipe_leaks", Told::landmark, "space"};
    SpaceId space;
};
struct AlarmSilenced {
    static constexpr EventKind kind{39, "alarm_silenced", Told::landmark};
};
/// By furniture that fell or slid before it; `left_m` of its width.
struct WayNarrowed {
    static constexpr EventKind kind{40, "way_narrowed", Told::landmark, "opening",
                                    EventMember{"left_cm", As::hundredths}};
    OpeningId opening;
    double left_m = 0.0;
};
/// So many pieces stand elsewhere from now on.
struct FurnitureSlid {
    static constexpr EventKind kind{41, "furniture_slid", Told::landmark, "pieces"};
    std::uint32_t pieces;
};
/// By a guide.
struct RoomSearched {
    static constexpr EventKind kind{42, "room_searched", Told::landmark, "space", "person"};
    SpaceId space;
    PersonId by;
};
/// By a guide who searches: had fallen, or saw no way.
struct PersonFound {
    static constexpr EventKind kind{43, "person_found", Told::landmark, "person",
                                    EventMember{"by", As::counted_from_0}};
    PersonId person;
    PersonId by;
};
/// Sees no way out, and goes to wait in that space. `opening`: the shut one that holds this person; none where it is
/// smoke or furniture.
struct PersonTurnsToWait {
    static constexpr EventKind kind{
        44, "person_turns_to_wait", Told::log, "person", "space", EventMember{"opening", As::perhaps_none}};
    PersonId person;
    SpaceId space;
    OpeningId opening;
};

/// What is told.
using Event =
    std::variant<AlarmSounds, GroupReleased, PersonSetsOff, IncidentHappens, SpaceCloses, EarlyWarning, ShakingStarts,
                 ShakingEnds, AftershockStarts, ItemFalls, DoorForced, PersonGetsUp, CallPointPressed, RollCallDone,
                 OpeningChanged, DoorJammed, PersonFell, PersonCrossed, PersonLeftRoom, PersonLeftBuilding,
                 PersonAtAssembly, PersonArrived, PersonReplaced, DetectorTrips, PersonTurnsBack, PersonIncapacitated,
                 PersonMeetsSmoke, GasIgnites, FlightDamaged, DebrisFalls, FacadeFalls, PowerLost, PersonStruck,
                 PipeLeaks, AlarmSilenced, WayNarrowed, FurnitureSlid, RoomSearched, PersonFound, PersonTurnsToWait>;
/// What drives a run.
using Scheduled =
    std::variant<AlarmSounds, GroupReleased, PersonSetsOff, IncidentHappens, SpaceCloses, EarlyWarning, ShakingStarts,
                 ShakingEnds, AftershockStarts, ItemFalls, DoorForced, PersonGetsUp, CallPointPressed, RollCallDone,
                 MotionStep, Sample, AirStep, QuakeStep, StrongestShaking>;

/// Words of all kinds, told or not, by their code.
[[nodiscard]] std::span<const std::string_view> event_words();
[[nodiscard]] std::uint8_t code_of(const Event& event);
[[nodiscard]] std::string_view word_of(const Event& event);
[[nodiscard]] bool is_landmark(const Event& event);

/// Hands every member of an event with its description to tell(const EventMember&, value). An event has three members
/// at most; a fourth does not compile.
template <class E, class Tell>
void for_each_member(E& event, Tell&& tell) {
    constexpr const auto& member = std::remove_const_t<E>::kind.members;
    constexpr std::size_t count = std::tuple_size_v<std::remove_cvref_t<decltype(member)>>;
    if constexpr (count == 0) {
        static_assert(std::is_empty_v<std::remove_const_t<E>>);
    } else if constexpr (count == 1) {
        auto& [a] = event;
        tell(member[0], a);
    } else if constexpr (count == 2) {
        auto& [a, b] = event;
        tell(member[0], a);
        tell(member[1], b);
    } else {
        auto& [a, b, c] = event;
        tell(member[0], a);
        tell(member[1], b);
        tell(member[2], c);
    }
}

}  // namespace muster
