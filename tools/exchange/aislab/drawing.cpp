// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/drawing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <pugixml.hpp>
#include <unordered_map>

namespace muster::aislab {

namespace {

constexpr std::size_t max_bytes = 64U << 20;
constexpr std::size_t max_rooms = 2000, max_points = 100'000, max_ring_points = 1000;
constexpr std::size_t max_doors = 5000;
constexpr double max_px = 1e7;

std::string trimmed(const char* text) {
    const std::string s = text;
    const auto first = s.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? std::string{} : s.substr(first, s.find_last_not_of(" \t\r\n") - first + 1);
}

// Printable ASCII only: names go into findings and into the plan.
std::string plain(std::string text) {
    constexpr std::size_t longest = 80;
    if (text.size() > longest) text.resize(longest);
    for (char& c : text)
        if (c < 0x20 || c > 0x7e) c = '?';
    return text;
}

class Reader {
public:
    Reader(const DrawingText& source, Findings& findings) : source_(source), findings_(findings) {}

    std::optional<Drawing> read() {
        if (source_.text.size() > max_bytes) return refuse("import.too_large", 0);
        pugi::xml_document document;
        const pugi::xml_parse_result parsed = document.load_buffer(source_.text.data(), source_.text.size());
        if (!parsed) return refuse("import.not_xml", parsed.offset, {{"why", parsed.description()}});
        const pugi::xml_node root = document.document_element();
        if (std::string(root.name()) != "building")
            return refuse("import.not_a_building", root.offset_debug(), {{"root", plain(root.name())}});
        Drawing drawing;
        drawing.file = source_.file;
        drawing.name = plain(trimmed(root.child_value("name")));
        const auto scale = read_scale(root.child("scale"));
        if (!scale) return std::nullopt;
        drawing.metres_per_px = *scale;
        read_rooms(root, drawing);
        if (drawing.rooms.empty()) return refuse("import.no_rooms", root.offset_debug());
        return too_large_ ? std::nullopt : std::optional(std::move(drawing));
    }

private:
    using Args = std::vector<std::pair<std::string, std::string>>;

    int line_of(std::ptrdiff_t offset) const {
        const auto end = source_.text.begin() +
                         std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(source_.text.size()));
        return 1 + static_cast<int>(std::count(source_.text.begin(), end, '\n'));
    }
    std::nullopt_t refuse(const char* code, std::ptrdiff_t offset, Args args = {}) {
        findings_.push_back({Severity::error, code, "", source_.file, line_of(offset), std::move(args)});
        return std::nullopt;
    }

    std::optional<double> read_scale(pugi::xml_node scale) {
        static const std::map<std::string, double> metres{{"mm", 0.001}, {"cm", 0.01}, {"m", 1.0}};
        const pugi::xml_node drawn = scale.child("represented_distance"), real = scale.child("real_distance");
        const std::string unit = trimmed(real.child_value("um")), drawn_unit = trimmed(drawn.child_value("um"));
        const double px = drawn.child("value").text().as_double(), value = real.child("value").text().as_double();
        const bool usable = std::isfinite(px) && std::isfinite(value) && px > 0.0 && value > 0.0;
        if (!usable) return refuse("import.no_scale", scale.offset_debug());
        const auto known = metres.find(unit);
        if (known == metres.end() || drawn_unit != "pixel")
            return refuse("import.unit_unknown", scale.offset_debug(),
                          {{"unit", plain(known == metres.end() ? unit : drawn_unit)}});
        const double metres_per_px = value * known->second / px;
        if (metres_per_px < 1e-6 || metres_per_px > 100.0) return refuse("import.no_scale", scale.offset_debug());
        return metres_per_px;
    }

    std::optional<Vec2> read_point(pugi::xml_node node) const {
        const Vec2 p{node.attribute("x").as_double(NAN), node.attribute("y").as_double(NAN)};
        if (!(std::abs(p.x) <= max_px) || !(std::abs(p.y) <= max_px)) return std::nullopt;  // NaN too
        return p;
    }

    Ring read_outline(pugi::xml_node polygon) {
        Ring ring;
        for (const pugi::xml_node node : polygon.children("point")) {
            if (const auto p = read_point(node))
                ring.push_back(*p);
            else
                refuse("import.bad_point", node.offset_debug());
            if (++points_ > max_points || ring.size() > max_ring_points) return over_limit(node);
        }
        return ring;
    }
    Ring over_limit(pugi::xml_node node) {
        if (!too_large_) refuse("import.too_large", node.offset_debug());
        too_large_ = true;
        return {};
    }

    void read_rooms(pugi::xml_node root, Drawing& drawing) {
        for (const pugi::xml_node floor : root.children("floor"))
            for (const pugi::xml_node node : floor.child("spaces").children("space")) {
                if (drawing.rooms.size() == max_rooms) over_limit(node);
                if (too_large_) return;
                drawing.rooms.push_back(read_room(node));
            }
    }

    DrawnRoom read_room(pugi::xml_node node) {
        DrawnRoom room;
        room.id = node.attribute("id").value();
        room.label = plain(trimmed(node.child("labels").child_value("label")));
        room.outline = read_outline(node.child("bounding_polygon"));
        room.line = line_of(node.offset_debug());
        std::unordered_map<std::string, pugi::xml_node> lines;
        for (const pugi::xml_node line : node.child("space_representation").children("linesegment"))
            lines.emplace(line.attribute("id").value(), line);
        for (const pugi::xml_node portal : node.child("portals").children("portal")) {
            if (++doors_ > max_doors) {
                over_limit(portal);
                break;
            }
            DrawnDoor door;
            door.line = line_of(portal.offset_debug());
            for (const pugi::xml_node id : portal.child("target").children("id"))
                door.rooms.push_back(trimmed(id.child_value()));
            const auto line = lines.find(trimmed(portal.child_value("linesegment")));
            if (line != lines.end()) door.at = read_line(line->second);
            room.doors.push_back(std::move(door));
        }
        return room;
    }

    std::optional<Segment> read_line(pugi::xml_node line) const {
        const pugi::xml_node first = line.child("point");
        const auto a = read_point(first), b = read_point(first.next_sibling("point"));
        if (!a) return std::nullopt;
        return Segment{*a, b.value_or(*a)};
    }

    const DrawingText& source_;
    Findings& findings_;
    std::size_t points_ = 0, doors_ = 0;
    bool too_large_ = false;
};

}  // namespace

std::optional<Drawing> read_drawing(const DrawingText& source, Findings& findings) {
    return Reader(source, findings).read();
}

}  // namespace muster::aislab
