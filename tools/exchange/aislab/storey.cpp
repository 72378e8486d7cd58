// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/storey.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "floorplans/json_cursor.h"
#include "floorplans/polygon_ops.h"
#include "floorplans/ring_repair.h"
#include "sim/base/findings.h"
#include "sim/base/number_text.h"

namespace muster::aislab {

namespace {

// Limits of the healing recipe, tuned on 50 drawn school floors.
constexpr double largest_extent_m = 400.0, min_extent_m = 5.0;
constexpr double min_classroom_m2 = 40.0, largest_classroom_m2 = 110.0;
constexpr double lost_share_allowed = 0.05;
constexpr double overlap_note_m = 0.20, overlap_warning_m = 0.50;
constexpr double contained_share = 0.90, same_share = 0.98;
constexpr double sides_apart_m = 1.6;
constexpr double min_jamb_m = 0.6, largest_jamb_m = 1.3;

class Healer {
public:
    Healer(const Drawing& drawing, Findings& findings) : drawing_(drawing), findings_(findings) {
        storey_.file = drawing.file;
        storey_.name = drawing.name;
    }

    Storey run() {
        make_rooms();
        check_scale();
        if (has_errors(findings_)) return std::move(storey_);
        for (std::size_t i = 0; i < storey_.rooms.size(); ++i)
            for (std::size_t j = i + 1; j < storey_.rooms.size(); ++j) part(i, j);
        pair_doors();
        drop_phantoms();
        return std::move(storey_);
    }

private:
    using Args = std::vector<std::pair<std::string, std::string>>;
    void report(Severity severity, const char* code, int line, Args args) {
        findings_.push_back({severity, code, "", drawing_.file, line, std::move(args)});
    }
    std::string name_of(std::size_t i) const { return storey_.rooms[i].label + " (#" + std::to_string(i + 1) + ")"; }

    void make_rooms();
    void check_scale();
    void part(std::size_t i, std::size_t j);
    void cut(std::size_t larger, std::size_t smaller, double width_m, double share);
    void pair_doors();
    void add_doors(std::size_t a, std::size_t b, std::vector<Vec2> of_a, std::vector<Vec2> of_b, int line);
    void drop_phantoms();

    const Drawing& drawing_;
    Findings& findings_;
    Storey storey_;
};

void Healer::make_rooms() {
    for (const DrawnRoom& drawn : drawing_.rooms) {
        Ring ring;
        for (const Vec2 p : drawn.outline)
            ring.push_back({p.x * drawing_.metres_per_px, -p.y * drawing_.metres_per_px});
        floorplans::RepairedRing mended = floorplans::repair_ring(ring);
        storey_.rooms.push_back({drawn.id, drawn.label, std::move(mended.polygon), drawn.line});
        if (!mended.crossed) continue;
        ++storey_.mended_rings;
        const std::string lost = short_number(100.0 * mended.lost_share, 1);
        const bool small = mended.lost_share < lost_share_allowed;
        report(small ? Severity::note : Severity::error, small ? "import.ring_mended" : "import.ring_crossed",
               drawn.line, {{"room", name_of(storey_.rooms.size() - 1)}, {"lost", lost}});
    }
}

void Healer::check_scale() {
    std::vector<double> classrooms;
    Box box{{1e9, 1e9}, {-1e9, -1e9}};
    for (const Room& room : storey_.rooms) {
        for (const Vec2 p : room.area.outer) {
            box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
            box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
        }
        if (is_label(room, "CLASSROOM") && !room.area.outer.empty()) classrooms.push_back(area(room.area));
    }
    const double extent = std::max(box.high.x - box.low.x, box.high.y - box.low.y);
    if (!(extent >= min_extent_m && extent <= largest_extent_m)) {
        // The unit is off by a power of ten more often than the value is wrong: say which power would do.
        const double factor = std::pow(10.0, -std::round(std::log10(std::max(extent, 1e-6) / 60.0)));
        report(Severity::error, "import.scale_impossible", 0,
               {{"extent", short_number(extent, 1)}, {"factor", short_number(factor, 6)}});
    }
    if (classrooms.size() < 3) return;
    std::nth_element(classrooms.begin(), classrooms.begin() + static_cast<std::ptrdiff_t>(classrooms.size() / 2),
                     classrooms.end());
    storey_.median_classroom_m2 = classrooms[classrooms.size() / 2];
    const double median = storey_.median_classroom_m2;
    if (median < min_classroom_m2 || median > largest_classroom_m2)
        report(Severity::warning, "import.scale_suspect", 0,
               {{"classroom", short_number(median, 1)}, {"factor", short_number(std::sqrt(65.0 / median), 2)}});
}

bool boxes_touch(const Polygon& a, const Polygon& b) {
    if (a.outer.empty() || b.outer.empty()) return false;
    const Box p = bounds(a.outer), q = bounds(b.outer);
    return p.low.x <= q.high.x && q.low.x <= p.high.x && p.low.y <= q.high.y && q.low.y <= p.high.y;
}

void Healer::part(std::size_t i, std::size_t j) {
    const Polygon &a = storey_.rooms[i].area, &b = storey_.rooms[j].area;
    if (!boxes_touch(a, b)) return;
    const auto shared = floorplans::intersection(a, b);
    if (!shared) {
        report(Severity::error, "import.geometry_failed", storey_.rooms[i].line,
               {{"room", name_of(i)}, {"other", name_of(j)}});
        return;
    }
    const double both = floorplans::total_area(*shared);
    if (both < 1e-9) return;
    const bool a_larger = area(a) >= area(b);
    const std::size_t larger = a_larger ? i : j, smaller = a_larger ? j : i;
    const double share = both / std::max(1e-9, area(storey_.rooms[smaller].area));
    if (share > same_share && both / area(storey_.rooms[larger].area) > same_share) {
        report(Severity::error, "import.room_twice", storey_.rooms[j].line,
               {{"room", name_of(i)}, {"other", name_of(j)}});
        return;
    }
    const double width = floorplans::widest(*shared);
    const Args args{{"room", name_of(larger)},
                    {"other", name_of(smaller)},
                    {"area", short_number(both, 1)},
                    {"width", short_number(width, 2)}};
    const int line = storey_.rooms[smaller].line;
    if (share > contained_share)
        report(Severity::warning, "import.room_inside", line, args);
    else if (width > overlap_warning_m)
        report(Severity::error, "import.rooms_overlap", line, args);
    else if (width > overlap_note_m)
        report(Severity::warning, "import.overlap_cut", line, args);
    cut(larger, smaller, width, share);
}

// What set operations leave: points on top of one another, hair-thin spikes.
Polygon sound(const Polygon& piece) {
    Polygon out = floorplans::repair_ring(piece.outer).polygon;
    out.holes.clear();
    for (const Ring& hole : piece.holes) {
        Ring ring = floorplans::repair_ring(hole).polygon.outer;
        std::reverse(ring.begin(), ring.end());
        if (!ring.empty()) out.holes.push_back(std::move(ring));
    }
    return out;
}

void Healer::cut(std::size_t larger, std::size_t smaller, double width_m, double share) {
    Room& room = storey_.rooms[larger];
    const auto left = floorplans::difference(room.area, storey_.rooms[smaller].area);
    if (!left || left->empty()) {
        report(Severity::error, "import.geometry_failed", room.line,
               {{"room", name_of(larger)}, {"other", name_of(smaller)}});
        return;
    }
    const double whole = floorplans::total_area(*left);
    room.area = sound(left->front());
    ++storey_.cut_overlaps;
    if (width_m <= overlap_warning_m && share <= contained_share &&
        area(room.area) < (1.0 - lost_share_allowed) * whole)
        report(Severity::error, "import.room_cut_in_two", room.line,
               {{"room", name_of(larger)}, {"other", name_of(smaller)}});
}

void Healer::pair_doors() {
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < storey_.rooms.size(); ++i) index.emplace(storey_.rooms[i].id, i);
    struct Marks {
        std::vector<Vec2> a, b;
        int line = 0;
    };
    std::map<std::pair<std::size_t, std::size_t>, Marks> pairs;
    for (std::size_t i = 0; i < drawing_.rooms.size(); ++i) {
        for (const DrawnDoor& door : drawing_.rooms[i].doors) {
            const auto other = std::find_if(door.rooms.begin(), door.rooms.end(),
                                            [&](const std::string& id) { return id != drawing_.rooms[i].id; });
            const auto found = other == door.rooms.end() ? index.end() : index.find(*other);
            if (found == index.end() || found->second == i || !door.at) {
                const char* code = door.at ? "import.door_unknown_room" : "import.door_without_place";
                report(Severity::warning, code, door.line, {{"room", name_of(i)}});
                continue;
            }
            const std::size_t j = found->second;
            Marks& marks = pairs[std::minmax(i, j)];
            const Vec2 m = door.at->middle();
            (i < j ? marks.a : marks.b).push_back({m.x * drawing_.metres_per_px, -m.y * drawing_.metres_per_px});
            marks.line = door.line;
        }
    }
    for (auto& [rooms, marks] : pairs)
        add_doors(rooms.first, rooms.second, std::move(marks.a), std::move(marks.b), marks.line);
}

// Each mark of one side with the nearest free one of the other; a door may be marked on one side only.
void Healer::add_doors(std::size_t a, std::size_t b, std::vector<Vec2> of_a, std::vector<Vec2> of_b, int line) {
    for (const Vec2 p : of_a) {
        const auto nearest =
            std::min_element(of_b.begin(), of_b.end(), [p](Vec2 x, Vec2 y) { return distance(p, x) < distance(p, y); });
        if (nearest == of_b.end() || distance(p, *nearest) > sides_apart_m) {
            storey_.doors.push_back({a, b, p, 0.0, line});
            ++storey_.one_sided_doors;
            if (nearest != of_b.end())
                report(Severity::warning, "import.door_sides_disagree", line,
                       {{"room", name_of(a)},
                        {"other", name_of(b)},
                        {"distance", short_number(distance(p, *nearest), 2)}});
            continue;
        }
        const double apart = distance(p, *nearest);
        const double width = apart >= min_jamb_m && apart <= largest_jamb_m ? apart : 0.0;
        storey_.doors.push_back({a, b, 0.5 * (p + *nearest), width, line});
        of_b.erase(nearest);
    }
    for (const Vec2 p : of_b) {
        storey_.doors.push_back({a, b, p, 0.0, line});
        ++storey_.one_sided_doors;
    }
}

void Healer::drop_phantoms() {
    std::vector<bool> used(storey_.rooms.size(), false);
    for (const DoorMark& d : storey_.doors) used[d.a] = used[d.b] = true;
    for (std::size_t i = 0; i < storey_.rooms.size(); ++i) {
        if (!storey_.rooms[i].area.outer.empty()) continue;
        report(used[i] ? Severity::error : Severity::note, used[i] ? "import.room_without_area" : "import.room_dropped",
               storey_.rooms[i].line, {{"room", name_of(i)}});
    }
}

}  // namespace

Storey heal(const Drawing& drawing, Findings& findings) {
    Findings own;
    Storey storey = Healer(drawing, own).run();
    append(findings, own);
    return storey;
}

void transform(Storey& storey, double scale, Vec2 shift) {
    const auto move = [&](Vec2& p) { p = scale * p + shift; };
    for (Room& room : storey.rooms) {
        std::for_each(room.area.outer.begin(), room.area.outer.end(), move);
        for (Ring& hole : room.area.holes) std::for_each(hole.begin(), hole.end(), move);
    }
    for (DoorMark& door : storey.doors) {
        move(door.at);
        door.width_m *= scale;
    }
}

bool is_label(const Room& room, const char* label) { return room.label == label; }

}  // namespace muster::aislab
