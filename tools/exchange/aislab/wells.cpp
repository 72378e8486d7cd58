// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/wells.h"

#include <algorithm>

namespace muster::aislab {

namespace {

bool is_taken(const std::vector<Well>& wells, std::size_t storey, std::size_t room) {
    return std::any_of(wells.begin(), wells.end(), [&](const Well& w) {
        return storey >= w.lowest && storey < w.lowest + w.rooms.size() && w.rooms[storey - w.lowest] == room;
    });
}

// Adds the room to the well that ends in `lower` on the storey below, or begins one.
void link(std::vector<Well>& wells, std::size_t below, std::size_t lower, std::size_t upper) {
    for (Well& w : wells)
        if (w.lowest + w.rooms.size() == below + 1 && w.rooms.back() == lower) {
            w.rooms.push_back(upper);
            return;
        }
    if (!is_taken(wells, below, lower)) wells.push_back({below, {lower, upper}, std::nullopt});
}

StairStorey view_of(const Storey& storey, std::size_t room) {
    StairStorey view;
    view.room = &storey.rooms[room].area;
    for (std::size_t i = 0; i < storey.rooms.size(); ++i)
        if (i != room && !storey.rooms[i].area.outer.empty()) view.rooms.push_back(&storey.rooms[i].area);
    for (const DoorMark& door : storey.doors) {
        if (door.a != room && door.b != room) continue;
        const std::size_t other = door.a == room ? door.b : door.a;
        if (storey.rooms[other].area.outer.empty()) continue;
        view.doors.push_back({door.at, door.width_m > 0.0 ? door.width_m : usual_door_m, &storey.rooms[other].area});
    }
    return view;
}

void fit(Well& well, const std::vector<Storey>& storeys) {
    std::vector<StairStorey> views;
    for (std::size_t i = 0; i < well.rooms.size(); ++i)
        views.push_back(view_of(storeys[well.lowest + i], well.rooms[i]));
    well.layout = fit_stair(views, storey_height_m);
}

}  // namespace

std::vector<Well> find_wells(const std::vector<Storey>& storeys, const std::vector<Registration>& links) {
    std::vector<Well> wells;
    for (std::size_t i = 0; i < links.size(); ++i) {
        std::vector<StairMatch> matches = links[i].stairs;
        std::stable_sort(matches.begin(), matches.end(),
                         [](const StairMatch& a, const StairMatch& b) { return a.overlap > b.overlap; });
        std::vector<std::size_t> used;
        for (const StairMatch& m : matches) {
            const bool stairs = storeys[i + 1].rooms[m.upper].label == "STAIRS";
            if (!stairs || m.overlap < min_stair_overlap) continue;
            if (std::find(used.begin(), used.end(), m.lower) != used.end()) continue;
            used.push_back(m.lower);
            link(wells, i, m.lower, m.upper);
        }
    }
    for (Well& well : wells) fit(well, storeys);
    return wells;
}

}  // namespace muster::aislab
