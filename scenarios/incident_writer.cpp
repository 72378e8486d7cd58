// SPDX-License-Identifier: Apache-2.0
#include "scenarios/incident_writer.h"

#include <cmath>

#include "floorplans/json_text.h"
#include "scenarios/order_writer.h"
#include "sim/model/incident_kinds.h"
#include "sim/model/words.h"

namespace muster::scenarios {

namespace {

// g/s that the reader turns into exactly this many kg/s.
double grams_of(double kg_s) {
    const double near = kg_s * 1e3;
    for (const double g : {near, std::nextafter(near, 0.0), std::nextafter(near, 1e300)})
        if (1e-3 * g == kg_s) return g;
    return near;
}

class MemberWriter {
public:
    MemberWriter(floorplans::JsonRow& row, const Population& population, const Building& building,
                 const RiskMap& risk_map)
        : row_(row), people_(population), b_(building), map_(risk_map) {}

    void place(const char* key, OpeningId id) const { row_.text(key, b_.opening(id).key); }
    void place(const char* key, SpaceId id) const { row_.text(key, b_.space(id).key); }
    void place(const char* key, GroupId id) const { row_.text(key, people_.groups[id.index()].key); }
    void places(const char* key, const std::vector<SpaceId>& ids) const {
        std::vector<std::string> spaces;
        for (const SpaceId s : ids) spaces.push_back(floorplans::json_quoted(b_.space(s).key));
        if (!spaces.empty()) row_.raw(key, floorplans::json_list(spaces));
    }
    void number(const char* key, double value, MemberRange) const { row_.value(key, value); }
    void usual(const char* key, double value, MemberRange) const { row_.value(key, value); }
    void grams(const char* key, double kg, MemberRange) const { row_.value(key, grams_of(kg)); }
    void until_end(const char* key, double value, MemberRange range) const {
        if (value < range.high) row_.value(key, value);
    }
    void flag(const char* key, bool value) const { row_.flag(key, value); }
    template <class Enum>
    void word(const char* key, Enum value) const {
        row_.text(key, word_of(value));
    }
    void point(const char* key, const std::optional<Vec2>& at) const {
        if (!at) return;
        row_.raw(key, floorplans::json_list({floorplans::json_number(at->x + b_.site_origin.x),
                                             floorplans::json_number(at->y + b_.site_origin.y)}));
    }
    void route(const char* key, const Route& route) const { row_.raw(key, route_text(route, b_)); }
    void release(const Release& release) const { add_release(row_, release, people_); }
    void fire(const StartFire& i) const {
        if (i.risk.valid()) row_.text("risk", map_.risks[i.risk.index()].key);
        const bool follows = i.risk.valid() && map_.risks[i.risk.index()].space == i.space;
        if (i.space.valid() && !follows) place("space", i.space);
        if (i.room_closes_after_s != 0.0) row_.value("room_closes_after_s", i.room_closes_after_s);
        point("at", i.at);
        if (!i.smoke) row_.flag("smoke", false);
        if (i.fire) design(*i.fire);
    }

private:
    void design(const DesignFire& fire) const {
        row_.text("growth", word_of(fire.growth)).value("peak_kw", fire.peak_kw).value("area_m2", fire.area_m2);
        row_.value("fuel_load_mj", fire.fuel_load_mj).text("fuel", word_of(fire.fuel));
        std::vector<std::string> rows;
        for (const auto& [s, kw] : fire.table)
            rows.push_back(floorplans::json_list({floorplans::json_number(s), floorplans::json_number(kw)}));
        if (!rows.empty()) row_.raw("table", floorplans::json_list(rows));
    }

    floorplans::JsonRow& row_;
    const Population& people_;
    const Building& b_;
    const RiskMap& map_;
};

}  // namespace

std::string incident_row(const TimedIncident& incident, const Population& population, const Building& building,
                         const RiskMap& risk_map) {
    floorplans::JsonRow row;
    row.value("at_s", incident.at_s).text("kind", word_of(incident.what));
    const MemberWriter writer(row, population, building, risk_map);
    std::visit([&]<class Kind>(const Kind& i) { IncidentKind<Kind>::members(i, writer); }, incident.what);
    return row.str();
}

}  // namespace muster::scenarios
