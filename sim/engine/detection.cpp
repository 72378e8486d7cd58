// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/detection.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/engine/smoke_exposure.h"

namespace muster::engine {

void Detection::look(const hazards::RoomAir& air) {
    for (const hazards::TrippedDetector& t : air.tripped()) signal(t.fixture, run_.world().scenario.alarm.confirm_s);
    watch_cameras(air);
    see_smoke(air);
}

// Who watches the cameras needs not go and look.
void Detection::watch_cameras(const hazards::RoomAir& air) {
    const Alarm& alarm = run_.world().scenario.alarm;
    if (!alarm.watchman || alarm_.sounding()) return;
    const auto& fixtures = run_.world().building.fixtures;
    in_camera_.resize(fixtures.size(), SimTime{-1});
    for (std::size_t i = 0; i < fixtures.size(); ++i) {
        const Fixture& f = fixtures[i];
        if (f.kind != FixtureKind::camera) continue;
        if (std::find(alarm.failed.begin(), alarm.failed.end(), i) != alarm.failed.end()) continue;
        const AirAtHead seen = air.air_at({f.space, f.at, air.ceiling_m(f.space) - settings_.under_ceiling_m});
        if (seen.extinction < perception_.sees_smoke_per_m) continue;
        if (in_camera_[i].us < 0) in_camera_[i] = run_.now();
        const double shown_s = (run_.now() - in_camera_[i]).seconds();
        if (shown_s >= settings_.watchman_s && shown_s < settings_.watchman_s + every_s_) signal(i, 0.0);
    }
}

void Detection::signal(std::size_t fixture, double confirm_s) {
    run_.note(DetectorTrips{static_cast<std::uint32_t>(fixture)});
    if (!alarm_.awaits_detection()) return;
    alarm_.detected();
    run_.schedule(confirm_s, Phase::alarm, AlarmSounds{});
}

// Groups whose room fills do not wait to be told; the first of them raises the alarm where nothing else does.
void Detection::see_smoke(const hazards::RoomAir& air) {
    for (std::size_t g = 0; g < run_.crowd.progress.size(); ++g) {
        if (run_.crowd.progress[g].released || run_.crowd.members[g].empty()) continue;
        const PersonId first = run_.crowd.members[g].front();
        const auto [in, at] = run_.where(first);
        const AirAtHead low = air.air_at({in, at, head_height(run_, first)});
        const AirAtHead ceiling = air.air_at({in, at, air.ceiling_m(in) - settings_.under_ceiling_m});
        const bool smells = air.gas_keeps_out(low);
        if (!smells && std::max(low.extinction, ceiling.extinction) < perception_.sees_smoke_per_m) continue;
        run_.schedule(0.0, Phase::alarm, GroupReleased{GroupId{g}});
        raise_alarm(first);
    }
}

void Detection::see_fire(SpaceId room) {
    PersonId first;
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        const PersonState is = run_.state(id);
        if (is == PersonState::gone || stands_still(is) || run_.where(id).in != room) continue;
        if (!first.valid()) first = id;
        Person& p = run_.person(id);
        p.knowledge = run_.routes.learn_space(p.knowledge, room);
        p.decided_in = {};
        const GroupId group = run_.group_id(id);
        if (!run_.crowd.progress[group.index()].released) run_.schedule(0.0, Phase::alarm, GroupReleased{group});
    }
    if (first.valid()) raise_alarm(first);
}

void Detection::raise_alarm(PersonId by) {
    if (alarm_.sounding() || !alarm_.awaits_detection()) return;
    alarm_.detected();
    const Building& building = run_.world().building;
    const auto [in, at] = run_.where(by);
    std::uint32_t nearest = std::numeric_limits<std::uint32_t>::max();
    double least = std::numeric_limits<double>::infinity();
    const auto& failed = run_.world().scenario.alarm.failed;
    for (std::size_t i = 0; i < building.fixtures.size(); ++i) {
        const Fixture& f = building.fixtures[i];
        if (f.kind != FixtureKind::call_point || building.space(f.space).level != building.space(in).level) continue;
        if (std::find(failed.begin(), failed.end(), i) != failed.end()) continue;
        const double d = distance(f.at, at);
        if (d < least) least = d, nearest = static_cast<std::uint32_t>(i);
    }
    const double after =
        std::isfinite(least) ? least / settings_.to_call_point_m_s + settings_.press_s : settings_.shout_s;
    run_.schedule(after, Phase::alarm, CallPointPressed{nearest});
}

}  // namespace muster::engine
