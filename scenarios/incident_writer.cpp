// SPDX-License-Identifier: Apache-2.0
#include "scenarios/incident_writer.h"

#include <cmath>

#include "floorplans/json_text.h"
#include "scenarios/order_writer.h"
#include "scenarios/references.h"
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

class IncidentRow {
public:
    IncidentRow(const Population& population, const Building& building, const RiskMap& risk_map, double at_s)
        : people_(population), b_(building), map_(risk_map) {
        row_.value("at_s", at_s);
    }
    [[nodiscard]] std::string str() const { return row_.str(); }

    void operator()(const SetOpening& i) { kind("set_opening", i.opening).text("state", word_of(i.state)); }
    void operator()(const BlockOpening& i) { kind("block_opening", i.opening).flag("blocked", i.blocked); }
    void operator()(const CloseSpace& i) { kind("close_space", i.space); }
    void operator()(const LightsOut& i) { kind("lights_out", i.spaces).value("speed_factor", i.speed_factor); }
    void operator()(const SlowSpace& i) { kind("slow_space", i.space).value("speed_factor", i.speed_factor); }
    void operator()(const PersonFalls& i) { kind("person_falls", i.space).value("down_s", i.down_s); }
    void operator()(const ObstructOpening& i) {
        kind("obstruct_opening", i.opening).value("clear_width_m", i.clear_width_m);
    }
    void operator()(const StartFire& i) {
        row_.text("kind", "fire");
        if (i.risk.valid()) row_.text("risk", map_.risks[i.risk.index()].key);
        const bool follows = i.risk.valid() && map_.risks[i.risk.index()].space == i.space;
        if (i.space.valid() && !follows) row_.text("space", b_.space(i.space).key);
        if (i.room_closes_after_s != 0.0) row_.value("room_closes_after_s", i.room_closes_after_s);
        place(i.at);
        if (!i.smoke) row_.flag("smoke", false);
        if (i.fire) design(*i.fire);
    }
    void operator()(const StartExhaust& i) { kind("exhaust", i.space).value("flow_m3_s", i.flow_m3_s); }
    void operator()(const GasLeak& i) {
        kind("gas_leak", i.space).text("gas", word_of(i.gas)).value("rate_g_s", grams_of(i.kg_s));
        if (i.lasts_s < longest_s) row_.value("lasts_s", i.lasts_s);
        place(i.at);
    }
    void operator()(const IgniteGas& i) { kind("ignition", i.space); }
    void operator()(const LightsOn& i) { kind("lights_on", i.spaces); }
    void operator()(const StartShaking& i) { kind("start_shaking").value("lasts_s", i.lasts_s); }
    void operator()(const SoundAlarm&) { kind("sound_alarm"); }
    void operator()(const SilenceAlarm&) { kind("silence_alarm"); }
    void operator()(const SendGroup& i) { kind("send_group", i.group).raw("route", route_text(i.route, b_)); }
    void operator()(const ReleaseGroup& i) { kind("release_group", i.group); }
    void operator()(const HoldGroup& i) { kind("hold_group", i.group); }
    void operator()(const ChangeRelease& i) { add_release(kind("release_order"), i.release, people_); }
    void operator()(const PostGuide& i) { kind("post_guide", i.opening).flag("turns_away", i.turns_away); }
    void operator()(const RemoveGuide& i) { kind("remove_guide", i.opening); }

private:
    floorplans::JsonRow& kind(const char* word) { return row_.text("kind", word); }
    floorplans::JsonRow& kind(const char* word, GroupId of) {
        return kind(word).text("group", people_.groups[of.index()].key);
    }
    floorplans::JsonRow& kind(const char* word, const std::vector<SpaceId>& of) {
        std::vector<std::string> spaces;
        for (const SpaceId s : of) spaces.push_back(floorplans::json_quoted(b_.space(s).key));
        return spaces.empty() ? kind(word) : kind(word).raw("spaces", floorplans::json_list(spaces));
    }
    floorplans::JsonRow& kind(const char* word, OpeningId at) {
        return row_.text("kind", word).text("opening", b_.opening(at).key);
    }
    floorplans::JsonRow& kind(const char* word, SpaceId at) {
        return row_.text("kind", word).text("space", b_.space(at).key);
    }

    void place(const std::optional<Vec2>& at) {
        if (!at) return;
        row_.raw("at", floorplans::json_list({floorplans::json_number(at->x + b_.site_origin.x),
                                              floorplans::json_number(at->y + b_.site_origin.y)}));
    }
    void design(const DesignFire& fire) {
        row_.text("growth", word_of(fire.growth)).value("peak_kw", fire.peak_kw).value("area_m2", fire.area_m2);
        row_.value("fuel_load_mj", fire.fuel_load_mj).text("fuel", word_of(fire.fuel));
        std::vector<std::string> rows;
        for (const auto& [s, kw] : fire.table)
            rows.push_back(floorplans::json_list({floorplans::json_number(s), floorplans::json_number(kw)}));
        if (!rows.empty()) row_.raw("table", floorplans::json_list(rows));
    }

    const Population& people_;
    const Building& b_;
    const RiskMap& map_;
    floorplans::JsonRow row_;
};

}  // namespace

std::string incident_row(const TimedIncident& incident, const Population& population, const Building& building,
                         const RiskMap& risk_map) {
    IncidentRow row(population, building, risk_map, incident.at_s);
    std::visit(row, incident.what);
    return row.str();
}

}  // namespace muster::scenarios
