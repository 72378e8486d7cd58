// SPDX-License-Identifier: Apache-2.0
// Small drawings in the AISLab format, written for the tests: 10 px = 1 m, y downwards, doors as points.
#pragma once

#include <string>
#include <vector>

#include "sim/geometry/polygon.h"
#include "tools/exchange/aislab/aislab.h"

namespace muster::aislab {

class DrawnSchool {
public:
    DrawnSchool& room(const std::string& id, const std::string& label, const Ring& px) {
        rooms_.push_back({id, label, px});
        return *this;
    }
    DrawnSchool& box(const std::string& id, const std::string& label, double x0, double y0, double x1, double y1) {
        return room(id, label, {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}});
    }
    /// Marked at one point by both rooms, or at two (its jambs, or a thick wall's sides).
    DrawnSchool& door(const std::string& a, const std::string& b, Vec2 at) { return door(a, b, at, at); }
    DrawnSchool& door(const std::string& a, const std::string& b, Vec2 of_a, Vec2 of_b) {
        doors_.push_back({a, b, of_a});
        doors_.push_back({b, a, of_b});
        return *this;
    }
    DrawnSchool& one_sided_door(const std::string& a, const std::string& b, Vec2 at) {
        doors_.push_back({a, b, at});
        return *this;
    }
    DrawnSchool& scale(const std::string& px, const std::string& value, const std::string& unit) {
        px_ = px, value_ = value, unit_ = unit;
        return *this;
    }
    /// Every coordinate becomes k * p + shift.
    DrawnSchool& moved(double k, Vec2 shift) {
        for (Room& r : rooms_)
            for (Vec2& p : r.px) p = k * p + shift;
        for (Door& d : doors_) d.at = k * d.at + shift;
        return *this;
    }

    [[nodiscard]] DrawingText text(const std::string& file = "drawn.xml") const {
        std::string xml =
            "<?xml version=\"1.0\"?>\n<building id=\"b\"><name>drawn</name><scale><represented_distance><value>" + px_ +
            "</value><um>pixel</um></represented_distance><real_distance><value>" + value_ + "</value><um>" + unit_ +
            "</um></real_distance></scale><floor><spaces>\n";
        for (const Room& r : rooms_) xml += room_xml(r);
        return {file, xml + "</spaces></floor></building>\n"};
    }

private:
    struct Room {
        std::string id, label;
        Ring px;
    };
    struct Door {
        std::string of, to;
        Vec2 at;
    };
    static std::string point(Vec2 p) {
        return "<point x=\"" + std::to_string(p.x) + "\" y=\"" + std::to_string(p.y) + "\"/>";
    }
    std::string room_xml(const Room& r) const {
        std::string outline, lines, portals;
        for (const Vec2 p : r.px) outline += point(p);
        for (std::size_t i = 0; i < doors_.size(); ++i) {
            const Door& d = doors_[i];
            if (d.of != r.id) continue;
            const std::string id = "l" + std::to_string(i);
            lines += "<linesegment id=\"" + id + "\">" + point(d.at) + point(d.at) + "</linesegment>";
            portals += "<portal><linesegment>" + id + "</linesegment><target><id>" + d.of + "</id><id>" + d.to +
                       "</id></target></portal>";
        }
        return "<space id=\"" + r.id + "\"><labels><label>" + r.label + "</label></labels><bounding_polygon>" +
               outline + "</bounding_polygon><space_representation>" + lines + "</space_representation><portals>" +
               portals + "</portals></space>\n";
    }

    std::vector<Room> rooms_;
    std::vector<Door> doors_;
    std::string px_ = "9", value_ = "90", unit_ = "cm";
};

/// Three classrooms on a corridor with an entrance at its end; 24 m x 12.4 m.
inline DrawnSchool three_classrooms() {
    DrawnSchool s;
    s.box("k1", "CLASSROOM", 0, 0, 80, 80).box("k2", "CLASSROOM", 80, 0, 160, 80);
    s.box("k3", "CLASSROOM", 160, 0, 240, 80).box("c", "CORRIDOR", 0, 80, 240, 104);
    s.box("e", "ENTRANCE", 240, 80, 270, 104);
    s.door("k1", "c", {40, 80}).door("k2", "c", {120, 80}).door("k3", "c", {200, 80}).door("c", "e", {240, 92});
    return s;
}

/// One storey of a school with two stairwells below its corridor, 6 m deep, doors at their corridor end.
inline DrawnSchool storey_with_stairs(bool entrance) {
    DrawnSchool s;
    s.box("k1", "CLASSROOM", 0, 0, 80, 80).box("k2", "CLASSROOM", 80, 0, 170, 80);
    s.box("k3", "CLASSROOM", 170, 0, 300, 80).box("c", "CORRIDOR", 0, 80, 300, 104);
    s.box("s1", "STAIRS", 20, 104, 56, 170).box("s2", "STAIRS", 220, 104, 260, 172);
    s.door("k1", "c", {40, 80}).door("k2", "c", {120, 80}).door("k3", "c", {200, 80});
    s.door("c", "s1", {38, 104}).door("c", "s2", {240, 104});
    if (entrance) s.box("e", "ENTRANCE", 300, 80, 330, 104).door("c", "e", {300, 92});
    return s;
}

}  // namespace muster::aislab
