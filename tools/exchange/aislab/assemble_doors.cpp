// SPDX-License-Identifier: Apache-2.0
// The second half of the assembly: doors, ways out, and what cannot be reached.
#include <algorithm>

#include "floorplans/json_cursor.h"
#include "sim/base/number_text.h"
#include "tools/exchange/aislab/assemble.h"

namespace muster::aislab {

namespace {

constexpr double moved_note_m = 0.45;  // farther than this a door was moved rather than laid on its wall
constexpr double min_exit_wall_m = 1.1, wide_exit_wall_m = 2.2, wide_exit_m = 1.8;

// Length of the outline of `a` with `b` beyond the wall.
double common_wall_m(const Polygon& a, const Polygon& b) {
    constexpr double step = 0.2, wall_m = 0.3;
    double sum = 0.0;
    for (std::size_t i = 0, n = a.outer.size(); i < n; ++i) {
        const Segment edge{a.outer[i], a.outer[(i + 1) % n]};
        for (double t = 0.5 * step; t < edge.length(); t += step)
            if (distance_to_boundary(b, edge.a + t * edge.direction()) < wall_m) sum += step;
    }
    return sum;
}

}  // namespace

void Assembler::add_door(std::size_t storey, const DoorMark& mark) {
    const SpaceId a = space_of(storey, mark.a), b = space_of(storey, mark.b);
    const Args names{{"room", label_of(storey, mark.a)}, {"other", label_of(storey, mark.b)}};
    if (!a.valid() || !b.valid()) return;  // the room was refused already
    const double width = mark.width_m > 0.0 ? mark.width_m : usual_door_m;
    const double reach = in_well(storey, mark.a) || in_well(storey, mark.b) ? 2.0 : 1.0;
    std::string why;
    const auto door =
        fit_door({&made_.space(a).area, &made_.space(b).area, mark.at, width, true, reach}, around(storey), why);
    if (!door) return report(Severity::error, why.c_str(), storey, mark.line, names);
    Opening o;
    o.key = "f" + std::to_string(storey + 1) + "_d" + two_digits(made_.openings.size() + 1);
    o.name = {o.key, o.key};
    o.from = a;
    o.to = b;
    o.at = door->at;
    o.clear_width_m = door->width_m;
    o.leaf = Leaf::single;
    o.depth_from_m = door->depth_a_m;
    o.depth_to_m = door->depth_b_m;
    slots_[storey].push_back(slot_ring(*door));
    made_.openings.push_back(std::move(o));
    if (mark.width_m <= 0.0) ++assumed_widths_;
    if (door->width_m < width - 0.01) ++narrowed_;
    if (door->slid_m <= moved_note_m) return;
    ++moved_;
    farthest_move_m_ = std::max(farthest_move_m_, door->slid_m);
    report(Severity::warning, "import.door_moved", storey, mark.line,
           {names[0], names[1], {"distance", short_number(door->slid_m, 2)}});
}

void Assembler::add_doors() {
    // Doors of stair rooms first: the flights leave them the least choice.
    for (const bool stairs : {true, false})
        for (std::size_t i = 0; i < storeys_.size(); ++i)
            for (const DoorMark& mark : storeys_[i].doors)
                if ((in_well(i, mark.a) || in_well(i, mark.b)) == stairs) add_door(i, mark);
    const std::string widths = std::to_string(assumed_widths_), usual = short_number(usual_door_m);
    assume(widths + " 樘门图中没有宽度，假定净宽 " + usual + " 米",
           "width of " + widths + " doors not drawn, assumed " + usual + " m");
    if (narrowed_ > 0)
        assume(std::to_string(narrowed_) + " 樘门因墙段太短改窄（最窄 0.6 米）",
               std::to_string(narrowed_) + " doors narrowed to fit their wall (0.6 m at least)");
    if (moved_ > 0)
        assume(std::to_string(moved_) + " 樘门沿墙移位超过 0.45 米(最多 " + short_number(farthest_move_m_, 2) + " 米)",
               std::to_string(moved_) + " doors moved along their wall by more than 0.45 m (at most " +
                   short_number(farthest_move_m_, 2) + " m)");
}

bool Assembler::add_exit(std::size_t storey, std::size_t room) {
    const SpaceId id = space_of(storey, room);
    std::vector<const Polygon*> rooms;
    for (const Room& r : storeys_[storey].rooms) rooms.push_back(&r.area);
    if (!in_well(storey, room)) rooms.erase(rooms.begin() + static_cast<std::ptrdiff_t>(room));
    const OutlinePiece wall = longest_outer_wall(made_.space(id).area, rooms);
    if (wall.length_m < min_exit_wall_m) return false;
    const bool wide = wall.length_m >= wide_exit_wall_m;
    std::string why;
    const auto door = fit_door(
        {&made_.space(id).area, nullptr, wall.middle, wide ? wide_exit_m : usual_door_m, true, 0.5 * wall.length_m},
        around(storey), why);
    if (!door) return false;
    Opening o;
    o.key = "exit_" + std::to_string(made_.openings.size() + 1);
    o.name = {made_.space(id).name.zh + "出口", made_.space(id).name.en + " exit"};
    o.from = id;
    o.at = door->at;
    o.clear_width_m = door->width_m;
    o.leaf = wide ? Leaf::double_leaf : Leaf::single;
    o.depth_from_m = door->depth_a_m;
    o.depth_to_m = door->depth_b_m;
    slots_[storey].push_back(slot_ring(*door));
    made_.openings.push_back(std::move(o));
    return true;
}

void Assembler::add_exits() {
    int exits = 0;
    const std::vector<Room>& rooms = storeys_[0].rooms;
    for (std::size_t r = 0; r < rooms.size(); ++r) {
        if (!is_label(rooms[r], "ENTRANCE") || !space_of(0, r).valid() || in_well(0, r)) continue;
        if (add_exit(0, r))
            ++exits;
        else
            report(Severity::warning, "import.entrance_without_wall", 0, rooms[r].line, {{"room", label_of(0, r)}});
    }
    if (exits > 0) {
        assume("出口位置为假定：每个入口空间最长外墙的中间，宽 1.8 米（墙短时 0.9 米），共 " + std::to_string(exits) +
                   " 处",
               "exits are assumed: in the middle of the longest outer wall of each entrance, 1.8 m wide (0.9 m in "
               "short walls), " +
                   std::to_string(exits) + " in all");
    } else if (storeys_.size() == 1) {
        const bool stairs = std::any_of(rooms.begin(), rooms.end(), [](const Room& r) { return r.label == "STAIRS"; });
        return report(Severity::error, stairs ? "import.storey_only" : "import.no_exit", 0, 0, {});
    } else {
        for (std::size_t r = 0; r < rooms.size(); ++r)
            if (is_label(rooms[r], "STAIRS") && space_of(0, r).valid() && add_exit(0, r)) ++exits;
        if (exits == 0) return report(Severity::error, "import.no_exit", 0, 0, {});
        report(Severity::warning, "import.exits_assumed", 0, 0, {{"count", std::to_string(exits)}});
        assume("图中没有入口，假定地面层的楼梯间各有一个直通室外的出口，共 " + std::to_string(exits) + " 处",
               "no entrance in the drawings: a way out of doors is assumed in the stairwells of the ground floor, " +
                   std::to_string(exits) + " in all");
    }
    assume("图中没有室外场地：离开建筑即算疏散，没有集合点",
           "no grounds in the drawings: who leaves the building is counted as out; there is no assembly area");
}

void Assembler::report_loose_stairs() {
    if (storeys_.size() == 1) return;
    for (std::size_t i = 0; i < storeys_.size(); ++i)
        for (std::size_t r = 0; r < storeys_[i].rooms.size(); ++r) {
            const Room& room = storeys_[i].rooms[r];
            if (room.label != "STAIRS" || room.area.outer.empty() || in_well(i, r)) continue;
            const bool matched = std::any_of(wells_.begin(), wells_.end(), [&](const Well& w) {
                return i >= w.lowest && i < w.lowest + w.rooms.size() && w.rooms[i - w.lowest] == r;
            });
            report(Severity::warning, matched ? "import.stair_no_room" : "import.stair_nowhere", i, room.line,
                   {{"room", label_of(i, r)}, {"storey", std::to_string(i + 1)}});
            const std::string& zh = made_.space(space_of(i, r)).name.zh;
            const std::string& en = made_.space(space_of(i, r)).name.en;
            assume(zh + (matched ? " 放不下梯段，不能上下" : " 在相邻楼层没有对应的楼梯，不能上下"),
                   en + (matched ? " has no room for flights: nobody goes up or down there"
                                 : " has no partner on the next storey: nobody goes up or down there"));
        }
}

void Assembler::report_unreachable(std::size_t storey, std::size_t room, const std::vector<bool>& gets_out) {
    double longest = 0.0;
    std::size_t neighbour = 0;
    const std::vector<Room>& rooms = storeys_[storey].rooms;
    for (std::size_t r = 0; r < rooms.size(); ++r) {
        const SpaceId id = space_of(storey, r);
        if (!id.valid() || !gets_out[id.index()]) continue;
        const double wall = common_wall_m(rooms[room].area, rooms[r].area);
        if (wall > longest) longest = wall, neighbour = r;
    }
    Args args{{"room", label_of(storey, room)}, {"storey", std::to_string(storey + 1)}};
    if (longest < 0.5) return report(Severity::error, "import.room_isolated", storey, rooms[room].line, args);
    args.emplace_back("other", label_of(storey, neighbour));
    args.emplace_back("length", short_number(longest, 1));
    report(Severity::error, "import.room_unreachable", storey, rooms[room].line, args);
}

void Assembler::check_graph() {
    std::vector<bool> gets_out(made_.spaces.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        for (const Opening& o : made_.openings) {
            const bool out = !o.to.valid() || gets_out[o.to.index()] || gets_out[o.from.index()];
            for (const SpaceId s : {o.from, o.to})
                if (out && s.valid() && !gets_out[s.index()]) gets_out[s.index()] = changed = true;
        }
    }
    if (std::none_of(gets_out.begin(), gets_out.end(), [](bool o) { return o; })) return;  // said already
    for (std::size_t i = 0; i < storeys_.size(); ++i)
        for (std::size_t r = 0; r < storeys_[i].rooms.size(); ++r)
            if (const SpaceId id = space_of(i, r); id.valid() && !gets_out[id.index()])
                report_unreachable(i, r, gets_out);
}

}  // namespace muster::aislab
