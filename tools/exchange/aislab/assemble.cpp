// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/assemble.h"

#include <algorithm>
#include <map>

#include "floorplans/json_cursor.h"
#include "sim/base/number_text.h"
#include "tools/exchange/aislab/labels.h"

namespace muster::aislab {

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
        assume("层高假定为 " + short_number(storey_height_m) + " 米",
               "storey height assumed " + short_number(storey_height_m) + " m");
    assume("最下面一张图当作地面层", "the lowest drawing is taken as the ground floor");
    assume("墙无厚度，面积为毛面积（按墙线）", "walls have no thickness: areas are gross, by wall lines");
    assume("图中没有家具，房间按空房计算", "no furniture in the drawings: rooms are empty");
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
            short_number(well.layout->riser_m, 3) + " x " + short_number(well.layout->tread_m) + " m";
        const std::string width = short_number(well.layout->width_m, 2);
        assume(stair.name.zh + "：图中只有房间轮廓，梯段为假定（" + (two ? "双跑，中间平台" : "直跑") + "，踏步 " +
                   steps + "，梯段净宽 " + width + " 米）",
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

}  // namespace muster::aislab
