// SPDX-License-Identifier: Apache-2.0
// What each kind of incident is called in files and what it consists of, described once. Reading, writing, validation,
// the check of commands and the event log go by these descriptions. A new kind of incident is
//   a structure and a place in IncidentKinds (scenario.h),
//   a description here, with the same word and members in scenarios/scenario.schema.json,
//   and what it does to a run (sim/engine).
//
// A description visits the members in the order of the file. A visitor offers
//   place(key, id), places(key, ids)   something in the plan or a group, by its id; no places = everywhere
//   number(key, value, range)          must stand in the file
//   usual(key, value, range)           may be left out: then as the structure begins
//   flag(key, value), word(key, value), point(key, at)
// and a member function for each of the few members that are written in their own way.
#pragma once

#include "sim/model/scenario.h"

namespace muster {

struct MemberRange {
    double low, high;
};
inline constexpr MemberRange within_a_day{0.0, 86400.0};  // s
inline constexpr MemberRange speed_factors{0.05, 1.0};

template <class Kind>
struct IncidentKind;

template <>
struct IncidentKind<SetOpening> {
    static constexpr const char* word = "set_opening";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("opening", self.opening);
        visit.word("state", self.state);
    }
};

template <>
struct IncidentKind<BlockOpening> {
    static constexpr const char* word = "block_opening";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("opening", self.opening);
        visit.flag("blocked", self.blocked);
    }
};

template <>
struct IncidentKind<CloseSpace> {
    static constexpr const char* word = "close_space";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("space", self.space);
    }
};

template <>
struct IncidentKind<LightsOut> {
    static constexpr const char* word = "lights_out";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.places("spaces", self.spaces);
        visit.usual("speed_factor", self.speed_factor, speed_factors);
    }
};

template <>
struct IncidentKind<SlowSpace> {
    static constexpr const char* word = "slow_space";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("space", self.space);
        visit.usual("speed_factor", self.speed_factor, speed_factors);
    }
};

template <>
struct IncidentKind<PersonFalls> {
    static constexpr const char* word = "person_falls";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("space", self.space);
        visit.usual("down_s", self.down_s, within_a_day);
    }
};

template <>
struct IncidentKind<ObstructOpening> {
    static constexpr const char* word = "obstruct_opening";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("opening", self.opening);
        visit.number("clear_width_m", self.clear_width_m, MemberRange{0.0, 100.0});
    }
};

template <>
struct IncidentKind<StartFire> {
    static constexpr const char* word = "fire";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.fire(self);  // where it burns decides what burns: read and written as a whole
    }
};

template <>
struct IncidentKind<StartExhaust> {
    static constexpr const char* word = "exhaust";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("space", self.space);
        visit.number("flow_m3_s", self.flow_m3_s, MemberRange{0.0, 100.0});
    }
};

template <>
struct IncidentKind<GasLeak> {
    static constexpr const char* word = "gas_leak";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("space", self.space);
        visit.word("gas", self.gas);
        visit.grams("rate_g_s", self.kg_s, MemberRange{0.0, 10'000.0});
        visit.until_end("lasts_s", self.lasts_s, within_a_day);
        visit.point("at", self.at);
    }
};

template <>
struct IncidentKind<IgniteGas> {
    static constexpr const char* word = "ignition";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("space", self.space);
    }
};

template <>
struct IncidentKind<LightsOn> {
    static constexpr const char* word = "lights_on";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.places("spaces", self.spaces);
    }
};

template <>
struct IncidentKind<StartShaking> {
    static constexpr const char* word = "start_shaking";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.usual("lasts_s", self.lasts_s, within_a_day);
    }
};

template <>
struct IncidentKind<SoundAlarm> {
    static constexpr const char* word = "sound_alarm";
    template <class Self, class Visitor>
    static void members(Self&, Visitor&&) {}
};

template <>
struct IncidentKind<SilenceAlarm> {
    static constexpr const char* word = "silence_alarm";
    template <class Self, class Visitor>
    static void members(Self&, Visitor&&) {}
};

template <>
struct IncidentKind<SendGroup> {
    static constexpr const char* word = "send_group";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("group", self.group);
        visit.route("route", self.route);
    }
};

template <>
struct IncidentKind<ReleaseGroup> {
    static constexpr const char* word = "release_group";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("group", self.group);
    }
};

template <>
struct IncidentKind<HoldGroup> {
    static constexpr const char* word = "hold_group";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("group", self.group);
    }
};

template <>
struct IncidentKind<ChangeRelease> {
    static constexpr const char* word = "release_order";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.release(self.release);
    }
};

template <>
struct IncidentKind<PostGuide> {
    static constexpr const char* word = "post_guide";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("opening", self.opening);
        visit.flag("turns_away", self.turns_away);
    }
};

template <>
struct IncidentKind<RemoveGuide> {
    static constexpr const char* word = "remove_guide";
    template <class Self, class Visitor>
    static void members(Self& self, Visitor&& visit) {
        visit.place("opening", self.opening);
    }
};

/// The word of its kind.
[[nodiscard]] const char* word_of(const Incident& incident);

}  // namespace muster
