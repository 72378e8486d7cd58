// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/rescue.h"

#include <algorithm>
#include <limits>
#include <queue>

#include "sim/analysis/clocks.h"
#include "sim/analysis/enclosure.h"
#include "sim/analysis/paired.h"
#include "sim/analysis/shut_in.h"

namespace muster::analysis {

namespace {

/// Seconds for a team from the exits to every opening, and which openings resist.
class TeamWays {
public:
    TeamWays(const Trace& trace, const RescueSpeeds& speeds)
        : building_(trace.world->building),
          speeds_(speeds),
          shut_(barriers_at_end(trace).openings),
          to_(building_.openings.size(), never) {
        const std::size_t spaces = building_.spaces.size();
        smoky_.assign(spaces, false);
        if (!trace.air_times.empty())
            for (std::size_t s = 0; s < spaces; ++s)
                smoky_[s] = trace.air[(trace.air_times.size() - 1) * spaces + s].extinction_head > speeds.smoky_per_m;
        spread();
    }
    [[nodiscard]] double walking(SpaceId in) const {
        return speeds_.walk_m_s * (smoky_[in.index()] ? speeds_.in_smoke_share : 1.0);
    }
    /// Seconds from the nearest exit to a place; infinite where there is no way at all.
    [[nodiscard]] double to(SpaceId in, Vec2 at) const {
        double least = never;
        for (const OpeningId o : building_.space(in).openings)
            least = std::min(least, to_[o.index()] + distance(building_.opening(o).at.middle(), at) / walking(in));
        return least;
    }

private:
    void spread() {
        using Entry = std::pair<double, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        for (std::size_t o = 0; o < to_.size(); ++o)
            if (building_.is_building_exit(OpeningId{o})) {
                to_[o] = shut_[o] ? speeds_.force_door_s : 0.0;
                open.emplace(to_[o], static_cast<std::uint32_t>(o));
            }
        while (!open.empty()) {
            const auto [time, at] = open.top();
            open.pop();
            if (time > to_[at]) continue;
            const Opening& here = building_.openings[at];
            for (const SpaceId s : {here.from, here.to}) {
                if (!s.valid() || building_.space(s).outdoor) continue;
                for (const OpeningId next : building_.space(s).openings) {
                    const double way = distance(here.at.middle(), building_.opening(next).at.middle()) / walking(s);
                    const double then = time + way + (shut_[next.index()] ? speeds_.force_door_s : 0.0);
                    if (then < to_[next.index()]) {
                        to_[next.index()] = then;
                        open.emplace(then, next.value);
                    }
                }
            }
        }
    }

    const Building& building_;
    RescueSpeeds speeds_;
    std::vector<bool> shut_, smoky_;
    std::vector<double> to_;
};

}  // namespace

std::vector<RescuedRoom> rescue_of(const Trace& trace, const RescueSpeeds& speeds) {
    std::vector<RescuedRoom> rooms;
    if (trace.sample_times.empty()) return rooms;
    const Building& building = trace.world->building;
    std::vector<RescuedRoom> by_space(building.spaces.size());
    std::vector<Vec2> place(building.spaces.size());
    const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
    for (std::size_t p = 0; p < trace.people.size(); ++p) {
        if (!end[p].space.valid() || !waits_for_help(end[p].state) || building.space(end[p].space).outdoor) continue;
        RescuedRoom& room = by_space[end[p].space.index()];
        room.space = end[p].space;
        ++(end[p].state == PersonState::incapacitated ? room.carried : room.led);
        place[end[p].space.index()] = {end[p].x, end[p].y};
    }
    const TeamWays ways(trace, speeds);
    for (RescuedRoom& room : by_space) {
        if (!room.space.valid()) continue;
        room.way_s = ways.to(room.space, place[room.space.index()]);
        rooms.push_back(room);
    }
    std::stable_sort(rooms.begin(), rooms.end(),
                     [](const RescuedRoom& a, const RescuedRoom& b) { return a.way_s < b.way_s; });
    const double alarm = alarm_of(trace).value_or(0.0);
    const Rescue& rescue = trace.world->scenario.rescue;
    std::vector<double> free_at(static_cast<std::size_t>(std::max(1, rescue.teams)), alarm + rescue.arrives_s);
    for (RescuedRoom& room : rooms) {
        if (!(room.way_s < never)) continue;
        double& team = *std::min_element(free_at.begin(), free_at.end());
        room.found_s = team + room.way_s;
        const double carried_way = room.way_s * ways.walking(room.space) / speeds.carry_m_s;
        double t = *room.found_s + speeds.search_room_s;
        if (room.led > 0 || room.carried == 0) t += room.way_s;  // all who walk, at once
        for (int k = 0; k < room.carried; ++k) {
            if (k > 0 || room.led > 0) t += room.way_s;  // back for the next one
            t += speeds.lift_s + std::max(room.way_s, carried_way);
        }
        room.out_s = team = t;
    }
    return rooms;
}

}  // namespace muster::analysis
