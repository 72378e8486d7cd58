// SPDX-License-Identifier: Apache-2.0
#include "tools/import/assemble.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "floorplans/json_cursor.h"
#include "tools/import/labels.h"

namespace muster {

namespace {

constexpr double slot_overlap_m = 0.03;
constexpr double moved_note_m = 0.45;  // farther than this a door was moved rather than laid on its wall
constexpr double least_exit_wall_m = 1.1, wide_exit_wall_m = 2.2, wide_exit_m = 1.8;

std::string two_digits(std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

bool is_name(const std::string& label, const char* what) { return label == what; }

}  // namespace

Assembler::Assembler(const std::vector<Storey>& storeys, const std::vector<Well>& wells, Findings& findings)
    : storeys_(storeys), wells_(wells), findings_(findings), space_of_(storeys.size()), slots_(storeys.size()) {}

Building Assembler::build() {
    made_.areas = AreaBasis::gross;
    add_levels();
    add_rooms();
    add_stairs();
    add_doors();
    add_exits();
    report_loose_stairs();
    check_graph();
    made_.seal();
    return std::move(made_);
}

void Assembler::assume(std::string zh, std::string en) { made_.assumptions.push_back(std::move(zh) + " / " + en); }

void Assembler::report(Severity severity, const char* code, std::size_t storey, int line, Args args) {
    findings_.push_back({severity, code, "", storeys_[storey].file, line, std::move(args)});
}

std::string Assembler::label_of(std::size_t storey, std::size_t room) const {
    return storeys_[storey].rooms[room].label + " (#" + std::to_string(room + 1) + ")";
}

bool Assembler::in_well(std::size_t storey, std::size_t room) const {
    return std::any_of(wells_.begin(), wells_.end(), [&](const Well& w) {
        return w.layout && storey >= w.lowest && storey < w.lowest + w.rooms.size() &&
               w.rooms[storey - w.lowest] == room;
    });
}

void Assembler::add_levels() {
    for (std::size_t i = 0; i < storeys_.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        made_.levels.push_back(
            {"F" + n, {n + "层", "storey " + n}, storey_height_m * static_cast<double>(i), static_cast<int>(i + 1)});
    }
    if (storeys_.size() > 1)
        assume("层高假定为 " + format_number(storey_height_m) + " 米",
               "storey height assumed " + format_number(storey_height_m) + " m");
    assume("最下面一张图当作地面层", "the lowest drawing is taken as the ground floor");
    assume("墙无厚度,面积为毛面积(按墙线)", "walls have no thickness: areas are gross, by wall lines");
    assume("图中没有家具,房间按空房计算", "no furniture in the drawings: rooms are empty");
}

SpaceId Assembler::add_space(std::size_t storey, std::string key, Name name, SpaceUse use, Polygon area,
                             double floor_m) {
    Space s;
    s.key = std::move(key);
    s.name = std::move(name);
    s.level = LevelId{storey};
    s.use = use;
    s.area = std::move(area);
    s.floor_m = floor_m;
    made_.spaces.push_back(std::move(s));
    return SpaceId{made_.spaces.size() - 1};
}

void Assembler::add_rooms() {
    for (std::size_t i = 0; i < storeys_.size(); ++i) {
        std::map<std::string, int> count;
        const std::string n = std::to_string(i + 1);
        for (std::size_t r = 0; r < storeys_[i].rooms.size(); ++r) {
            const Room& room = storeys_[i].rooms[r];
            space_of_[i].emplace_back();
            if (room.area.outer.empty()) continue;
            const LabelMeaning meaning = meaning_of(room.label);
            const std::string number = std::to_string(++count[meaning.en]);
            space_of_[i].back() = add_space(i, "f" + n + "_r" + two_digits(r + 1),
                                            {n + "层" + meaning.zh + number, n + "F " + meaning.en + " " + number},
                                            meaning.use, room.area, 0.0);
        }
    }
    assume("房间用途按图中标签对应", "use of rooms follows the labels of the drawing");
}

OpeningId Assembler::add_flight_end(const std::string& key, SpaceId from, SpaceId to, const Segment& at) {
    Opening o;
    o.key = key;
    o.name = {key, key};
    o.from = from;
    o.to = to;
    o.at = at;
    o.clear_width_m = at.length();
    o.kind = OpeningKind::flight_end;
    made_.openings.push_back(o);
    const Vec2 n = slot_overlap_m * perpendicular(at.direction());
    for (const SpaceId s : {from, to})
        slots_[made_.space(s).level.index()].push_back({at.a - n, at.b - n, at.b + n, at.a + n});
    return OpeningId{made_.openings.size() - 1};
}

void Assembler::add_flight(const Well& well, std::size_t gap, std::size_t which, Stair& stair) {
    const StairLayout& layout = *well.layout;
    const FittedFlight& fitted = layout.flights[which];
    const std::size_t below = well.lowest + gap;
    const std::string key = stair.key + "_" + std::to_string(gap + 1) + (fitted.upper_half ? "b" : "a");
    const double half_m = layout.risers * layout.riser_m;
    const SpaceId flight = add_space(below, key, {stair.name.zh + "梯段", stair.name.en + " flight"},
                                     SpaceUse::stair_flight, {fitted.area, {}}, fitted.upper_half ? half_m : 0.0);
    const SpaceId landing = layout.landing ? stair.landings.back() : SpaceId{};
    const SpaceId low = space_of(below, well.rooms[gap]), high = space_of(below + 1, well.rooms[gap + 1]);
    Flight f;
    f.stair = StairId{made_.stairs.size()};
    f.foot = add_flight_end(key + "_foot", fitted.upper_half ? landing : low, flight, fitted.foot);
    f.head = add_flight_end(key + "_head", flight, layout.landing && !fitted.upper_half ? landing : high, fitted.head);
    f.risers = layout.risers;
    f.riser_m = layout.riser_m;
    f.tread_m = layout.tread_m;
    f.clear_width_m = layout.width_m;
    made_.spaces[flight.index()].flight = f;
    stair.flights.push_back(flight);
}

void Assembler::add_stairs() {
    for (const Well& well : wells_) {
        if (!well.layout) continue;
        const std::string n = std::to_string(made_.stairs.size() + 1);
        Stair stair{"ST" + n, {"楼梯" + n, "stair " + n}, false, {}, {}};
        std::vector<SpaceId> floors;
        for (std::size_t i = 0; i < well.rooms.size(); ++i) {
            const SpaceId floor = space_of(well.lowest + i, well.rooms[i]);
            made_.spaces[floor.index()].area = well.layout->floors[i];
            made_.spaces[floor.index()].use = SpaceUse::stair_landing;
            floors.push_back(floor);
        }
        for (std::size_t gap = 0; gap + 1 < well.rooms.size(); ++gap) {
            if (well.layout->landing)
                stair.landings.push_back(add_space(well.lowest + gap, stair.key + "_" + std::to_string(gap + 1) + "m",
                                                   {stair.name.zh + "休息平台", stair.name.en + " half landing"},
                                                   SpaceUse::stair_landing, {*well.layout->landing, {}},
                                                   well.layout->risers * well.layout->riser_m));
            for (std::size_t f = 0; f < well.layout->flights.size(); ++f) add_flight(well, gap, f, stair);
        }
        stair.landings.insert(stair.landings.end(), floors.begin(), floors.end());
        const bool two = well.layout->landing.has_value();
        const std::string steps =
            format_number(well.layout->riser_m, 3) + " x " + format_number(well.layout->tread_m) + " m";
        const std::string width = format_number(well.layout->width_m, 2);
        assume(stair.name.zh + ":图中只有房间轮廓,梯段为假定(" + (two ? "双跑,中间平台" : "直跑") + ",踏步 " + steps +
                   ",梯段净宽 " + width + " 米)",
               stair.name.en + ": the drawing shows the room only; flights are assumed (" +
                   (two ? "two flights with a half landing" : "one straight flight") + ", steps " + steps +
                   ", clear width " + width + " m)");
        made_.stairs.push_back(std::move(stair));
    }
}

DoorSurroundings Assembler::around(std::size_t storey) const {
    DoorSurroundings out;
    for (const Space& s : made_.spaces)
        if (s.level == LevelId{storey}) out.rooms.push_back(&s.area);
    out.slots = slots_[storey];
    return out;
}

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
           {names[0], names[1], {"distance", format_number(door->slid_m, 2)}});
}

void Assembler::add_doors() {
    // Doors of stair rooms first: the flights leave them the least choice.
    for (const bool stairs : {true, false})
        for (std::size_t i = 0; i < storeys_.size(); ++i)
            for (const DoorMark& mark : storeys_[i].doors)
                if ((in_well(i, mark.a) || in_well(i, mark.b)) == stairs) add_door(i, mark);
    const std::string widths = std::to_string(assumed_widths_), usual = format_number(usual_door_m);
    assume(widths + " 樘门图中没有宽度,假定净宽 " + usual + " 米",
           "width of " + widths + " doors not drawn, assumed " + usual + " m");
    if (narrowed_ > 0)
        assume(std::to_string(narrowed_) + " 樘门因墙段太短改窄(最窄 0.6 米)",
               std::to_string(narrowed_) + " doors narrowed to fit their wall (0.6 m at least)");
    if (moved_ > 0)
        assume(std::to_string(moved_) + " 樘门沿墙移位超过 0.45 米(最多 " + format_number(farthest_move_m_, 2) + " 米)",
               std::to_string(moved_) + " doors moved along their wall by more than 0.45 m (at most " +
                   format_number(farthest_move_m_, 2) + " m)");
}

bool Assembler::add_exit(std::size_t storey, std::size_t room) {
    const SpaceId id = space_of(storey, room);
    std::vector<const Polygon*> rooms;
    for (const Room& r : storeys_[storey].rooms) rooms.push_back(&r.area);
    if (!in_well(storey, room)) rooms.erase(rooms.begin() + static_cast<std::ptrdiff_t>(room));
    const OutlinePiece wall = longest_outer_wall(made_.space(id).area, rooms);
    if (wall.length_m < least_exit_wall_m) return false;
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
        if (!is_name(rooms[r].label, "ENTRANCE") || !space_of(0, r).valid() || in_well(0, r)) continue;
        if (add_exit(0, r))
            ++exits;
        else
            report(Severity::warning, "import.entrance_without_wall", 0, rooms[r].line, {{"room", label_of(0, r)}});
    }
    if (exits > 0) {
        assume("出口位置为假定:每个入口空间最长外墙的中间,宽 1.8 米(墙短时 0.9 米),共 " + std::to_string(exits) + " 处",
               "exits are assumed: in the middle of the longest outer wall of each entrance, 1.8 m wide (0.9 m in "
               "short walls), " +
                   std::to_string(exits) + " in all");
    } else if (storeys_.size() == 1) {
        return report(Severity::error, "import.no_exit", 0, 0, {});
    } else {
        for (std::size_t r = 0; r < rooms.size(); ++r)
            if (is_name(rooms[r].label, "STAIRS") && space_of(0, r).valid() && add_exit(0, r)) ++exits;
        if (exits == 0) return report(Severity::error, "import.no_exit", 0, 0, {});
        report(Severity::warning, "import.exits_assumed", 0, 0, {{"count", std::to_string(exits)}});
        assume("图中没有入口,假定地面层的楼梯间各有一个直通室外的出口,共 " + std::to_string(exits) + " 处",
               "no entrance in the drawings: a way out of doors is assumed in the stairwells of the ground floor, " +
                   std::to_string(exits) + " in all");
    }
    assume("图中没有室外场地:离开建筑即算疏散,没有集合点",
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
            assume(zh + (matched ? " 放不下梯段,不能上下" : " 在相邻楼层没有对应的楼梯,不能上下"),
                   en + (matched ? " has no room for flights: nobody goes up or down there"
                                 : " has no partner on the next storey: nobody goes up or down there"));
        }
}

void Assembler::check_graph() {
    std::vector<std::size_t> part(made_.spaces.size());
    std::iota(part.begin(), part.end(), std::size_t{0});
    const auto root = [&](std::size_t i) {
        while (part[i] != i) i = part[i] = part[part[i]];
        return i;
    };
    std::vector<bool> out(made_.spaces.size(), false);
    for (const Opening& o : made_.openings)
        if (o.to.valid()) part[root(o.from.index())] = root(o.to.index());
    for (const Opening& o : made_.openings)
        if (!o.to.valid()) out[root(o.from.index())] = true;
    for (std::size_t i = 0; i < storeys_.size(); ++i)
        for (std::size_t r = 0; r < storeys_[i].rooms.size(); ++r) {
            const SpaceId id = space_of(i, r);
            if (!id.valid() || out[root(id.index())]) continue;
            report(Severity::error, "import.room_unreachable", i, storeys_[i].rooms[r].line,
                   {{"room", label_of(i, r)}, {"storey", std::to_string(i + 1)}});
        }
}

}  // namespace muster
