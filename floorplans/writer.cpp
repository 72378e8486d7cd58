// SPDX-License-Identifier: Apache-2.0
#include "floorplans/writer.h"

#include <optional>

#include "floorplans/box_outline.h"
#include "floorplans/json_cursor.h"
#include "floorplans/json_text.h"
#include "sim/base/number_text.h"
#include "sim/model/words.h"

namespace muster::floorplans {

namespace {

/// As finely as the reader keeps vertices (1e-7 m), without trailing zeros.
std::string coordinate(double value) { return short_number(value, 7); }

class PlanWriter {
public:
    PlanWriter(const Building& building, PlanStyle style) : b_(building), style_(style) {}

    [[nodiscard]] std::string write() const {
        JsonPage page;
        page.text("format", "muster.plan").value("schema_version", 1).text("id", b_.key);
        page.raw("name", json_name(b_.name)).text("areas", word_of(b_.areas));
        page.table("sources", texts(b_.sources)).table("assumptions", texts(b_.assumptions));
        page.table("levels", levels()).table("spaces", spaces()).table("openings", openings());
        page.table("stairs", stairs()).table("obstacles", obstacles()).table("assembly", assembly());
        page.table("fixtures", fixtures());
        if (!b_.windows.empty()) page.table("windows", windows());
        if (!(b_.structure == Structure{})) page.raw("structure", structure());
        if (!(b_.design == Design{})) page.raw("design", design());
        return page.str();
    }

private:
    [[nodiscard]] std::string point(Vec2 p) const {
        return "[" + coordinate(p.x + b_.site_origin.x) + ", " + coordinate(p.y + b_.site_origin.y) + "]";
    }
    [[nodiscard]] std::string ring(const Ring& ring) const {
        std::vector<std::string> points;
        for (const Vec2 p : ring) points.push_back(point(p));
        return json_list(points);
    }
    [[nodiscard]] const std::string& key(SpaceId id) const { return b_.space(id).key; }

    static std::vector<std::string> texts(const std::vector<std::string>& lines) {
        std::vector<std::string> rows;
        for (const std::string& line : lines) rows.push_back(json_quoted(line));
        return rows;
    }
    [[nodiscard]] std::vector<std::string> levels() const {
        std::vector<std::string> rows;
        for (const Level& l : b_.levels)
            rows.push_back(JsonRow()
                               .text("id", l.key)
                               .raw("name", json_name(l.name))
                               .value("elevation_m", l.elevation_m)
                               .value("storey", l.storey)
                               .str());
        return rows;
    }
    [[nodiscard]] std::vector<std::string> spaces() const {
        std::vector<std::string> rows;
        for (const Space& s : b_.spaces) {
            JsonRow row;
            row.text("id", s.key)
                .text("level", b_.level(s.level).key)
                .raw("name", json_name(s.name))
                .text("use", word_of(s.use));
            if (s.outdoor) row.flag("outdoor", true);
            if (s.floor_m != 0.0) row.value("floor_m", s.floor_m);
            if (s.height_m > 0.0) row.value("height_m", s.height_m);
            if (s.capacity > 0) row.value("capacity", s.capacity);
            row.raw("area", ring(s.area.outer));
            std::vector<std::string> holes;
            for (const Ring& hole : s.area.holes) holes.push_back(ring(hole));
            if (!holes.empty()) row.raw("holes", json_list(holes));
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::vector<std::string> openings() const {
        std::vector<std::string> rows;
        for (const Opening& o : b_.openings) {
            JsonRow row;
            row.text("id", o.key);
            if (!(o.name == Name{}) && !(o.name == Name{o.key, o.key})) row.raw("name", json_name(o.name));
            row.raw("between",
                    json_list({json_quoted(key(o.from)), o.to.valid() ? json_quoted(key(o.to)) : "\"outside\""}));
            row.raw("at", json_list({point(o.at.a), point(o.at.b)})).value("clear_width_m", o.clear_width_m);
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
        JsonRow row;
        row.text("space", key(id));
        if (f.foot.valid()) row.text("foot", b_.opening(f.foot).key);  // a plan in work may lack them
        if (f.head.valid()) row.text("head", b_.opening(f.head).key);
        row.value("risers", f.risers)
            .value("riser_m", f.riser_m)
            .value("tread_m", f.tread_m)
            .value("clear_width_m", f.clear_width_m);
        if (f.middle_rail) row.flag("middle_rail", true);
        if (f.handrails) row.value("handrails", *f.handrails);
        if (f.handrail_height_m > 0.0) row.value("handrail_height_m", f.handrail_height_m);
        return row.str();
    }
    [[nodiscard]] std::vector<std::string> stairs() const {
        std::vector<std::string> rows;
        for (const Stair& s : b_.stairs) {
            std::vector<std::string> flights, landings;
            for (const SpaceId id : s.flights) flights.push_back(flight(id));
            for (const SpaceId id : s.landings) landings.push_back(json_quoted(key(id)));
            JsonRow row;
            row.text("id", s.key).raw("name", json_name(s.name)).flag("enclosed", s.enclosed);
            row.raw("flights", "\n      " + json_list(flights, ",\n       ")).raw("landings", json_list(landings));
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::optional<TurnedBox> box(const Obstacle& o) const {
        return style_ == PlanStyle::short_rows ? box_of(o.outline, b_.site_origin) : std::nullopt;
    }
    // How many obstacles from `first` on are copies of it: id, id_2, id_3, ...
    [[nodiscard]] std::size_t copies(std::size_t first, const TurnedBox& shape) const {
        const Obstacle& one = b_.obstacles[first];
        std::size_t n = 1;
        for (; first + n < b_.obstacles.size(); ++n) {
            const Obstacle& o = b_.obstacles[first + n];
            const bool named = o.key == one.key + "_" + std::to_string(n + 1);
            if (!named || o.kind != one.kind || o.space != one.space || o.height_m != one.height_m ||
                o.mass_kg != one.mass_kg)
                break;
            const auto other = box(o);
            if (!other || other->size_m != shape.size_m || other->angle_deg != shape.angle_deg) break;
        }
        return n;
    }
    void shape(JsonRow& row, std::size_t first, const std::optional<TurnedBox>& one, std::size_t count) const {
        if (!one) return static_cast<void>(row.raw("outline", ring(b_.obstacles[first].outline)));
        row.raw("size_m", json_list({coordinate(one->size_m.x), coordinate(one->size_m.y)}));
        row.raw("angle_deg", coordinate(one->angle_deg));
        std::vector<std::string> places;
        for (std::size_t i = first; i < first + count; ++i)
            places.push_back(point(box(b_.obstacles[i])->middle - b_.site_origin));
        row.raw("at", json_list(places));
    }
    [[nodiscard]] std::vector<std::string> obstacles() const {
        std::vector<std::string> rows;
        for (std::size_t i = 0; i < b_.obstacles.size();) {
            const Obstacle& o = b_.obstacles[i];
            const auto one = box(o);
            const std::size_t count = one ? copies(i, *one) : 1;
            JsonRow row;
            row.text("id", o.key).text("kind", word_of(o.kind)).text("space", key(o.space));
            shape(row, i, one, count);
            if (o.height_m > 0.0) row.value("height_m", o.height_m);
            if (o.mass_kg > 0.0) row.value("mass_kg", o.mass_kg);
            rows.push_back(row.str());
            i += count;
        }
        return rows;
    }
    [[nodiscard]] std::vector<std::string> assembly() const {
        std::vector<std::string> rows;
        for (const AssemblyArea& a : b_.assembly_areas) {
            std::vector<std::string> spots;
            for (const AssemblySpotId id : a.spots) {
                const AssemblySpot& s = b_.spot(id);
                spots.push_back(JsonRow()
                                    .text("id", s.key)
                                    .raw("name", json_name(s.name))
                                    .raw("at", point(s.at))
                                    .value("radius_m", s.radius_m)
                                    .str());
            }
            JsonRow row;
            row.text("id", a.key)
                .raw("name", json_name(a.name))
                .text("space", key(a.space))
                .raw("area", ring(a.outline));
            row.raw("spots", "\n      " + json_list(spots, ",\n       "));
            rows.push_back(row.str());
        }
        return rows;
    }
    [[nodiscard]] std::vector<std::string> fixtures() const {
        std::vector<std::string> rows;
        for (const Fixture& f : b_.fixtures)
            rows.push_back(JsonRow()
                               .text("id", f.key)
                               .text("kind", word_of(f.kind))
                               .text("space", key(f.space))
                               .raw("at", point(f.at))
                               .str());
        return rows;
    }

    [[nodiscard]] std::string structure() const {
        JsonRow row;
        row.text("type", word_of(b_.structure.type)).text("code", word_of(b_.structure.code));
        if (b_.structure.period_s > 0.0) row.value("period_s", b_.structure.period_s);
        return row.str();
    }
    [[nodiscard]] std::string design() const {
        const Design& d = b_.design;
        JsonRow row;
        if (d.stage != SchoolStage::not_stated) row.text("stage", word_of(d.stage));
        if (d.fire_grade > 0) row.value("fire_grade", d.fire_grade);
        if (d.sprinklered) row.flag("sprinklered", true);
        return row.str();
    }
    [[nodiscard]] std::vector<std::string> windows() const {
        std::vector<std::string> rows;
        for (const Window& w : b_.windows)
            rows.push_back(JsonRow()
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
    PlanStyle style_;
};

}  // namespace

std::string write_floor_plan(const Building& building, PlanStyle style) { return PlanWriter(building, style).write(); }

}  // namespace muster::floorplans
