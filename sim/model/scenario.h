// SPDX-License-Identifier: Apache-2.0
// What happens, what is ordered, and how it is run. Times in seconds from the start of the run.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/id.h"
#include "sim/model/assumption.h"
#include "sim/model/building.h"
#include "sim/model/fire.h"
#include "sim/model/name.h"
#include "sim/model/population.h"
#include "sim/model/quake.h"

namespace muster {

/// Announced drill, the real thing, or a day like any other: end of school, breaks, assembly. Nobody flees at a
/// dismissal: its signal is music, never the alarm, and only there may classes wait in their rooms by the clock.
enum class RunMode : std::uint8_t { drill, real, dismissal };
/// Flow from contacts, or throttled to the rule's flow.
enum class DoorMode : std::uint8_t { realistic, regulation };

enum class ReleasePolicy : std::uint8_t { all_at_once, by_storey, class_by_class, stagger };

struct Release {
    ReleasePolicy policy = ReleasePolicy::all_at_once;
    double interval_s = 0.0;     // by_storey, stagger: between one and the next
    double gap_m = 3.0;          // class_by_class: the next class leaves when the one before is this far from its door
    std::vector<GroupId> order;  // stagger, class_by_class; empty = file order. by_storey goes lowest first
    // class_by_class: whoever has waited so long since the order to leave goes, whatever the class before does.
    // Nothing = only the limit from class to class (engine::ReleaseSettings).
    std::optional<double> longest_wait_s{};
};

// --- what happens -----------------------------------------------------------------------------------------------
struct SetOpening {
    OpeningId opening;
    DoorState state;
};  // lock, unlock, open, close
struct BlockOpening {
    OpeningId opening;
    bool blocked = true;
};  // something stands in it: nobody passes
struct CloseSpace {
    SpaceId space;
};  // nobody may enter; those inside leave
struct LightsOut {
    std::vector<SpaceId> spaces;
    double speed_factor = 0.5;
};  // empty = the whole site; factor in (0, 1]
struct SlowSpace {
    SpaceId space;
    double speed_factor = 0.7;
};  // wet floor, ice
struct PersonFalls {
    SpaceId space;
    double down_s = 10.0;
};  // the person nearest the middle of the space falls
struct ObstructOpening {
    OpeningId opening;
    double clear_width_m = 0.0;
};  // an object leaves only this width
struct StartFire {
    RiskId risk;
    SpaceId space;
    double room_closes_after_s = 0.0;
    std::optional<Vec2> at{};          // in the plan's coordinates; else the risk's point, else the middle of the space
    std::optional<DesignFire> fire{};  // else as the use of the space suggests
    bool smoke = true;                 // false: a fire by name only, as in an announced drill
};
struct GasLeak {
    SpaceId space;
    LeakGas gas = LeakGas::natural_gas;
    double kg_s = 0.0;
    double lasts_s = 1e9;
    std::optional<Vec2> at{};
};
struct IgniteGas {
    SpaceId space;
};  // a spark: what is between the explosive limits burns at once
struct StartExhaust {
    SpaceId space;
    double flow_m3_s = 0.0;
};  // a smoke fan under the ceiling

struct LightsOn {
    std::vector<SpaceId> spaces;
};  // undoes LightsOut; empty = the whole site
struct StartShaking {
    double lasts_s = 60.0;
};  // people shelter for so long, then the order to leave. Where the scenario's earthquake is still to come, it comes
    // now

// --- what somebody orders meanwhile -----------------------------------------------------------------------------
struct SoundAlarm {};
/// Who has been told to go, goes on; the others wait for the next alarm.
struct SilenceAlarm {};
struct SendGroup {
    GroupId group;
    Route route;  // from now on; parts left out are chosen by the shortest way, but the spot stays as it was
};
struct ReleaseGroup {
    GroupId group;
};  // told to go now, out of turn
struct HoldGroup {
    GroupId group;
};  // neither the alarm nor its turn sends it off, until it is released
struct ChangeRelease {
    Release release;
};  // for those whom nobody has told to go
struct PostGuide {
    OpeningId opening;
    bool turns_away = true;  // who sees the opening goes another way if there is one; false: keeps order on the flight
};
struct RemoveGuide {
    OpeningId opening;
};

using IncidentKinds =
    std::variant<SetOpening, BlockOpening, CloseSpace, LightsOut, SlowSpace, PersonFalls, ObstructOpening, StartFire,
                 StartExhaust, GasLeak, IgniteGas, LightsOn, StartShaking, SoundAlarm, SilenceAlarm, SendGroup,
                 ReleaseGroup, HoldGroup, ChangeRelease, PostGuide, RemoveGuide>;
/// One of the above. Copied and destroyed by one file's code: made anew in every file it took a fifth of building.
struct Incident : IncidentKinds {
    Incident();
    template <class Kind>
    requires(!std::derived_from<std::remove_cvref_t<Kind>, IncidentKinds>) Incident(Kind&& kind)
        : IncidentKinds(std::forward<Kind>(kind)) {}  // NOLINT: a kind is an incident
    Incident(const Incident&);
    Incident(Incident&&) noexcept;
    Incident& operator=(const Incident&);
    Incident& operator=(Incident&&) noexcept;
    ~Incident();
};

struct TimedIncident {
    double at_s = 0.0;
    Incident what;
};

// --- what is ordered --------------------------------------------------------------------------------------------
struct Alarm {
    double at_s = 0.0;
    double announcement_s = 0.0;  // from the alarm to the end of the announcement; groups are told to go then
    bool by_detection = false;    // by detectors, call points, or people who see the fire; at_s is then the latest
    double confirm_s = 30.0;      // from a detector's signal to the alarm: somebody goes and looks
    bool watchman = false;        // somebody watches the cameras, and answers as a detector does
    bool says_where = false;      // the announcement says where it burns; a bell does not
    std::vector<std::size_t> failed{};  // fixtures out of order: indices into Building::fixtures
};

/// What people do who learn that no way out is left, until one opens.
enum class WhenShutIn : std::uint8_t {
    gather,        // go to the next free floor off the ways of others: no crush at a shut door, no turning on stairs
    wait_at_door,  // go to the door that holds them, and stand beside it
    go_back,       // go back to the room where they were at the start; in smoke, to one with a window
};

// --- how it is run ----------------------------------------------------------------------------------------------
struct RunSettings {
    double max_s = 1800.0;
    double sample_s = 0.5;
    std::uint64_t seed = 1;
    DoorMode door_mode = DoorMode::realistic;
    Assumption assumption = Assumption::quick;
    double friction = 0.2;  // between bodies; motion parameter `mu`
    double push = 0.0;      // least share of the desired speed wanted even when blocked, 0 to 1; 0 = nobody pushes
    double step_s = 0.05;   // of the motion; calibrated at 0.05. Range 0.01-0.1
};

/// Who comes for those left inside. Only reckoned at the end of a run: nobody is moved by it.
struct Rescue {
    double arrives_s = 300.0;  // after the alarm, at the nearest exit; 5 min is what fire stations are spaced for
    int teams = 2;             // of two; each carries one person at a time
};

struct Scenario {
    std::string key;
    Name name;
    Name description;
    RunMode mode = RunMode::drill;
    Population population;
    Alarm alarm;
    Release release;
    WhenShutIn if_shut_in = WhenShutIn::gather;
    std::vector<TimedIncident> incidents;
    std::optional<Earthquake> earthquake;
    SmokeSettings smoke;
    Rescue rescue;
    double roll_call_s = 20.0;    // to count one class once its last member stands at its spot
    double target_out_s = 120.0;  // the drill's target for everybody out of the building
    RunSettings run;
};

}  // namespace muster
