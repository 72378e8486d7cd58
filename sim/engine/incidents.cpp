// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/incidents.h"

#include <algorithm>

#include "sim/base/one_of.h"
#include "sim/base/overload.h"

namespace muster::engine {

namespace {

/// Whatever the run has come to.
template <class Kind>
concept AlwaysPossible = OneOf<Kind, SetOpening, BlockOpening, ObstructOpening, CloseSpace, LightsOut, SlowSpace,
                               PersonFalls, StartFire, StartExhaust, GasLeak, IgniteGas, ChangeRelease, PostGuide>;

}  // namespace

void Incidents::happen(const Incident& what) {
    std::visit(Overload{[&](const SetOpening& w) { happen(w); },
                        [&](const BlockOpening& w) { happen(w); },
                        [&](const ObstructOpening& w) { happen(w); },
                        [&](const CloseSpace& w) { run_.close_space(w.space); },
                        [&](const LightsOut& w) { happen(w); },
                        [&](const LightsOn& w) { happen(w); },
                        [&](const SlowSpace& w) { run_.site.slow(w.space, w.speed_factor); },
                        [&](const PersonFalls& w) { falls_.trip(w); },
                        [&](const StartFire& w) { fire_.start_fire(w); },
                        [&](const StartExhaust& w) { fire_.start_exhaust(w); },
                        [&](const GasLeak& w) { fire_.leak(w); },
                        [&](const IgniteGas& w) { fire_.ignite_gas(w); },
                        [&](const StartShaking& w) { shaking_.start_by_order(w.lasts_s); },
                        [&](const SoundAlarm&) { run_.schedule(0.0, Phase::alarm, AlarmSounds{}); },
                        [&](const SilenceAlarm&) { alarm_.silence(); },
                        [&](const SendGroup& w) { happen(w); },
                        [&](const ReleaseGroup& w) { alarm_.release_out_of_turn(w.group); },
                        [&](const HoldGroup& w) { alarm_.hold(w.group); },
                        [&](const ChangeRelease& w) { alarm_.change(w.release); },
                        [&](const PostGuide& w) { happen(w); },
                        [&](const RemoveGuide& w) { happen(w); }},
               what);
}

void Incidents::happen(const SetOpening& w) {
    run_.site.change(w.opening).state = w.state;
    run_.opening_changed(w.opening);
}

void Incidents::happen(const BlockOpening& w) {
    run_.site.change(w.opening).blocked = w.blocked;
    run_.opening_changed(w.opening);
}

void Incidents::happen(const ObstructOpening& w) {
    run_.site.change(w.opening).clear_width_m = w.clear_width_m;
    run_.opening_changed(w.opening);
}

void Incidents::happen(const LightsOut& w) {
    if (w.spaces.empty())
        for (std::size_t i = 0; i < run_.world().building.spaces.size(); ++i)
            run_.site.darken(SpaceId{i}, w.speed_factor);
    for (const SpaceId s : w.spaces) run_.site.darken(s, w.speed_factor);
}

void Incidents::happen(const LightsOn& w) {
    if (w.spaces.empty())
        for (std::size_t i = 0; i < run_.world().building.spaces.size(); ++i) run_.site.light(SpaceId{i});
    for (const SpaceId s : w.spaces) run_.site.light(s);
}

// Those on another stair already go on down it, to the new spot: nobody turns round on a flight.
void Incidents::happen(const SendGroup& w) {
    for (const PersonId id : run_.crowd.members[w.group.index()]) {
        Person& p = run_.person(id);
        if (run_.state(id) == PersonState::gone || stands_still(run_.state(id))) continue;
        const StairId on = run_.stair_of(id);
        const bool goes_on = on.valid() && on != w.route.stair;
        Route route = goes_on ? run_.routes.route(p.way) : w.route;
        route.spot = w.route.spot.valid() ? w.route.spot : run_.routes.route(p.way).spot;
        p.way = run_.routes.way(w.group, route);
        p.decided_in = {};
    }
}

void Incidents::happen(const PostGuide& w) {
    run_.site.post(run_.world().building, w.opening, w.turns_away ? Guide::turns_away : Guide::keeps_order);
}

void Incidents::happen(const RemoveGuide& w) { run_.site.post(run_.world().building, w.opening, Guide::none); }

const char* Incidents::refusal(const Incident& what) const {
    return std::visit(
        Overload{[&](const SoundAlarm&) { return alarm_.sounding() ? "command.alarm_already" : nullptr; },
                 [&](const SilenceAlarm&) { return alarm_.sounding() ? nullptr : "command.no_alarm"; },
                 [&](const StartShaking&) { return shaking_.why_not_by_order(); },
                 [&](const ReleaseGroup& w) { return told(w.group) ? "command.group_told" : nullptr; },
                 [&](const HoldGroup& w) { return why_not(w); }, [&](const SendGroup& w) { return why_not(w); },
                 [&](const RemoveGuide& w) {
                     return run_.site.opening(w.opening).guide == Guide::none ? "command.no_guide" : nullptr;
                 },
                 [&](const LightsOn& w) { return why_not(w); },
                 [](const AlwaysPossible auto&) -> const char* { return nullptr; }},
        what);
}

const char* Incidents::why_not(const HoldGroup& w) const {
    if (told(w.group)) return "command.group_told";
    const bool by_itself = run_.world().scenario.population.groups[w.group.index()].sets_off_s >= 0.0;
    return by_itself ? "command.group_by_itself" : nullptr;
}

const char* Incidents::why_not(const SendGroup& w) const {
    const auto& members = run_.crowd.members[w.group.index()];
    const bool out =
        std::all_of(members.begin(), members.end(), [this](PersonId p) { return run_.person(p).left_building; });
    return out ? "command.group_is_out" : nullptr;
}

const char* Incidents::why_not(const LightsOn& w) const {
    bool dark = std::any_of(w.spaces.begin(), w.spaces.end(), [this](SpaceId s) { return run_.site.dark(s); });
    for (std::size_t i = 0; w.spaces.empty() && i < run_.world().building.spaces.size(); ++i)
        dark = dark || run_.site.dark(SpaceId{i});
    return dark ? nullptr : "command.lights_are_on";
}

}  // namespace muster::engine
