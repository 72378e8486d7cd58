// SPDX-License-Identifier: Apache-2.0
#include "floorplans/writer.h"

#include <array>
#include <nlohmann/json.hpp>

#include "floorplans/json_cursor.h"

namespace muster {

namespace {

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// As finely as the reader keeps vertices (1e-7 m), without trailing zeros.
std::string number(double value) { return format_number(value, 7); }

std::string text_of(const Name& name) {
    if (name.zh == name.en || name.en.empty()) return quoted(name.zh);
    if (name.zh.empty()) return quoted(name.en);
    return "{\"zh-CN\": " + quoted(name.zh) + ", \"en\": " + quoted(name.en) + "}";
}

/// One line `{"key": value, ...}`; members are added in the order of the format.
class Row {
public:
    Row& raw(const char* key, const std::string& json) {
        line_ += (line_.size() > 1 ? ", \"" : "\"") + std::string(key) + "\": " + json;
        return *this;
    }
    Row& text(const char* key, const std::string& value) { return raw(key, quoted(value)); }
    Row& value(const char* key, double v) { return raw(key, number(v)); }
    Row& flag(const char* key, bool v) { return raw(key, v ? "true" : "false"); }
    [[nodiscard]] std::string str() const { return line_ + "}"; }

private:
    std::string line_ = "{";
};

std::string list(const std::vector<std::string>& items, const char* between = ", ") {
    std::string out = "[";
    for (std::size_t i = 0; i < items.size(); ++i) out += (i > 0 ? between : "") + items[i];
    return out + "]";
}

class PlanWriter {
public:
    explicit PlanWriter(const Building& building) : b_(building) {}

    [[nodiscard]] std::string write() const {
        std::string out = "{\n  \"format\": \"muster.plan\",\n  \"schema_version\": 1,\n  \"id\": " + quoted(b_.key) +
                          ",\n  \"name\": " + text_of(b_.name) +
                          ",\n  \"areas\": " + (b_.areas == AreaBasis::net ? "\"net\"" : "\"gross\"");
        const auto block = [&out](const char* key, const std::vector<std::string>& rows) {
            out += ",\n  \"" + std::string(key) + "\": [";
            for (std::size_t i = 0; i < rows.size(); ++i) out += (i > 0 ? ",\n    " : "\n    ") + rows[i];
            out += rows.empty() ? "]" : "\n  ]";
        };
        block("sources", texts(b_.sources));
        block("assumptions", texts(b_.assumptions));
        block("levels", levels());
        block("spaces", spaces());
        block("openings", openings());
        block("stairs", stairs());
        block("obstacles", obstacles());
        block("assembly", assembly());
        block("fixtures", fixtures());
        if (!b_.windows.empty()) block("windows", windows());
        if (!(b_.structure == Structure{})) out += ",\n  \"structure\": " + structure();
        return out + "\n}\n";
    }

private:
    [[nodiscard]] std::string point(Vec2 p) const {
        return "[" + number(p.x + b_.site_origin.x) + ", " + number(p.y + b_.site_origin.y) + "]";
    }
    [[nodiscard]] std::string ring(const Ring& ring) const {
        std::vector<std::string> points;
        for (const Vec2 p : ring) points.push_back(point(p));
        return list(points);
    }
    [[nodiscard]] const std::string& key(SpaceId id) const { return b_.space(id).key; }

    static std::vector<std::string> texts(const std::vector<std::string>& lines) {
        std::vector<std::string> rows;
        for (const std::string& line : lines) rows.push_back(quoted(line));
        return rows;
    }
    [[nodiscard]] std::vector<std::string> levels() const {
        std::vector<std::string> rows;
        for (const Level& l : b_.levels)
            rows.push_back(Row()
                               .text("id", l.key)
                               .raw("name", text_of(l.name))
                               .value("elevation_m", l.elevation_m)
                               .value("storey", l.storey)
                               .str());
        return rows;
    }
    [[nodiscard]] std::vector<std::string> spaces() const {
        std::vector<std::string> rows;
        for (const Space& s : b_.spaces) {
            Row row;
            row.text("id", s.key)
                .text("level", b_.level(s.level).key)
                .raw("name", text_of(s.name))
                .text("use", word_of(s.use));
            if (s.outdoor) row.flag("outdoor", true);
            if (s.floor_m != 0.0) row.value("floor_m", s.floor_m);
            if (s.height_m > 0.0) row.value("height_m", s.height_m);
            if (s.capacity > 0) row.value("capacity", s.capacity);
            row.raw("area", ring(s.area.outer));
            std::vector<std::string> holes;
            for (const Ring& hole : s.area.holes) holes.push_back(ring(hole));
            if (!holes.empty()) row.raw("holes", list(holes));
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::vector<std::string> openings() const {
        std::vector<std::string> rows;
        for (const Opening& o : b_.openings) {
            Row row;
            row.text("id", o.key);
            if (!(o.name == Name{}) && !(o.name == Name{o.key, o.key})) row.raw("name", text_of(o.name));
            row.raw("between", list({quoted(key(o.from)), o.to.valid() ? quoted(key(o.to)) : "\"outside\""}));
            row.raw("at", list({point(o.at.a), point(o.at.b)})).value("clear_width_m", o.clear_width_m);
            row.text("kind", word_of(o.kind));
            if (o.leaf != Leaf::none) row.text("leaf", word_of(o.leaf));
            if (o.swings_into) row.text("swings_into", o.swings_into->valid() ? key(*o.swings_into) : "outside");
            if (o.state != DoorState::open) row.text("state", word_of(o.state));
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::string flight(SpaceId id) const {
        const Flight& f = *b_.space(id).flight;
        Row row;
        row.text("space", key(id)).text("foot", b_.opening(f.foot).key).text("head", b_.opening(f.head).key);
        row.value("risers", f.risers)
            .value("riser_m", f.riser_m)
            .value("tread_m", f.tread_m)
            .value("clear_width_m", f.clear_width_m);
        if (f.middle_rail) row.flag("middle_rail", true);
        return row.str();
    }
    [[nodiscard]] std::vector<std::string> stairs() const {
        std::vector<std::string> rows;
        for (const Stair& s : b_.stairs) {
            std::vector<std::string> flights, landings;
            for (const SpaceId id : s.flights) flights.push_back(flight(id));
            for (const SpaceId id : s.landings) landings.push_back(quoted(key(id)));
            Row row;
            row.text("id", s.key).raw("name", text_of(s.name)).flag("enclosed", s.enclosed);
            row.raw("flights", "\n      " + list(flights, ",\n       ")).raw("landings", list(landings));
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::vector<std::string> obstacles() const {
        std::vector<std::string> rows;
        for (const Obstacle& o : b_.obstacles) {
            Row row;
            row.text("id", o.key)
                .text("kind", word_of(o.kind))
                .text("space", key(o.space))
                .raw("outline", ring(o.outline));
            if (o.height_m > 0.0) row.value("height_m", o.height_m);
            if (o.mass_kg > 0.0) row.value("mass_kg", o.mass_kg);
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::vector<std::string> assembly() const {
        std::vector<std::string> rows;
        for (const AssemblyArea& a : b_.assembly_areas) {
            std::vector<std::string> spots;
            for (const AssemblySpotId id : a.spots) {
                const AssemblySpot& s = b_.spot(id);
                spots.push_back(Row()
                                    .text("id", s.key)
                                    .raw("name", text_of(s.name))
                                    .raw("at", point(s.at))
                                    .value("radius_m", s.radius_m)
                                    .str());
            }
            Row row;
            row.text("id", a.key).raw("name", text_of(a.name)).text("space", key(a.space)).raw("area", ring(a.outline));
            row.raw("spots", "\n      " + list(spots, ",\n       "));
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::vector<std::string> fixtures() const {
        std::vector<std::string> rows;
        for (const Fixture& f : b_.fixtures)
            rows.push_back(Row()
                               .text("id", f.key)
                               .text("kind", word_of(f.kind))
                               .text("space", key(f.space))
                               .raw("at", point(f.at))
                               .str());
        return rows;
    }

    [[nodiscard]] std::string structure() const {
        constexpr std::array types{"rc_frame", "rc_frame_infill", "reinforced_masonry", "masonry"};
        constexpr std::array codes{"pre", "low", "moderate", "high"};
        Row row;
        row.text("type", types[static_cast<std::size_t>(b_.structure.type)])
            .text("code", codes[static_cast<std::size_t>(b_.structure.code)]);
        if (b_.structure.period_s > 0.0) row.value("period_s", b_.structure.period_s);
        return row.str();
    }
    [[nodiscard]] std::vector<std::string> windows() const {
        std::vector<std::string> rows;
        for (const Window& w : b_.windows)
            rows.push_back(Row()
                               .text("id", w.key)
                               .text("space", key(w.space))
                               .value("width_m", w.width_m)
                               .value("sill_m", w.sill_m)
                               .value("head_m", w.head_m)
                               .value("open", w.open)
                               .str());
        return rows;
    }

    const Building& b_;
};

}  // namespace

std::string write_floor_plan(const Building& building) { return PlanWriter(building).write(); }

const char* word_of(SpaceUse use) {
    static constexpr std::array words{"classroom",     "corridor",    "gallery",   "lobby",          "stair_flight",
                                      "stair_landing", "toilet",      "office",    "laboratory",     "library",
                                      "dormitory",     "nursery",     "canteen",   "kitchen",        "hall",
                                      "storage",       "switch_room", "gas_store", "chemical_store", "boiler_room",
                                      "grounds",       "other"};
    return words.at(static_cast<std::size_t>(use));
}
const char* word_of(OpeningKind kind) {
    static constexpr std::array words{"door", "doorway", "gate", "flight_end"};
    return words.at(static_cast<std::size_t>(kind));
}
const char* word_of(DoorState state) {
    static constexpr std::array words{"open", "closed", "locked"};
    return words.at(static_cast<std::size_t>(state));
}
const char* word_of(Leaf leaf) {
    static constexpr std::array words{"none", "single", "double", "sliding"};
    return words.at(static_cast<std::size_t>(leaf));
}
const char* word_of(ObstacleKind kind) {
    static constexpr std::array words{"desk",   "table",     "bed",    "shelf", "cabinet",
                                      "column", "equipment", "parked", "other"};
    return words.at(static_cast<std::size_t>(kind));
}
const char* word_of(FixtureKind kind) {
    static constexpr std::array words{"smoke_detector", "heat_detector",   "call_point", "camera",       "alarm",
                                      "sign",           "emergency_light", "hydrant",    "extinguisher", "sprinkler"};
    return words.at(static_cast<std::size_t>(kind));
}

}  // namespace muster
