// SPDX-License-Identifier: Apache-2.0
#include "scenarios/people_writer.h"

#include <algorithm>

#include "floorplans/json_text.h"
#include "scenarios/order_writer.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_words.h"

namespace muster::scenarios {

namespace {

bool is_default(const Distribution& distribution) {
    return distribution.kind == DistributionKind::constant && distribution.a == 0.0 &&
           distribution.shift == 0.0;  // constant 0, whatever its cut
}

std::string profile_row(const Profile& p) {
    floorplans::JsonRow row;
    row.text("id", p.key);
    if (!(p.name == Name{p.key, p.key})) row.raw("name", floorplans::json_name(p.name));
    row.raw("free_speed", distribution_text(p.free_speed, speed_distribution));
    row.value("stair_down_factor", p.stair_down_factor).value("stair_up_factor", p.stair_up_factor);
    if (!is_default(p.pre_movement)) row.raw("pre_movement", distribution_text(p.pre_movement, time_distribution));
    row.raw("radius", distribution_text(p.radius, radius_distribution)).value("mass_kg", p.mass_kg);
    if (p.child) row.flag("child", true);
    return row.text("source", p.source).str();
}

class GroupWriter {
public:
    GroupWriter(const Population& population, const Building& building) : p_(population), b_(building) {}

    [[nodiscard]] std::string row(const Group& g) const {
        floorplans::JsonRow row;
        row.text("id", g.key).text("kind", word_in(group_kinds, g.is_class));
        if (!(g.name == Name{g.key, g.key})) row.raw("name", floorplans::json_name(g.name));
        row.text("space", b_.space(g.space).key).text("profile", profile(g.profile)).value("count", g.count);
        teachers(row, g);
        if (!is_default(g.pre_movement)) row.raw("pre_movement", distribution_text(g.pre_movement, time_distribution));
        if (!(g.route == Route{})) row.raw("route", route_text(g.route, b_));
        if (g.destination.valid()) row.text("destination", b_.space(g.destination).key);
        if (!g.positions.empty()) row.raw("positions", positions(g));
        const std::string how = choice(g.choice);
        if (how != "{}") row.raw("choice", how);
        if (!g.company.empty()) row.text("company", g.company);
        if (g.in_file) row.flag("in_file", true);
        if (g.search.any()) row.raw("searches", searches(g.search));
        if (g.release_delay_s > 0.0) row.value("release_delay_s", g.release_delay_s);
        if (g.sets_off_s >= 0.0) row.value("sets_off_s", g.sets_off_s);
        return row.str();
    }

private:
    [[nodiscard]] const std::string& profile(ProfileId id) const { return p_.profiles[id.index()].key; }

    void teachers(floorplans::JsonRow& row, const Group& g) const {
        std::vector<std::string> words;
        for (const TeacherPlace t : g.teachers) words.push_back(floorplans::json_quoted(word_of(t)));
        if (!words.empty()) row.raw("teachers", floorplans::json_list(words));
        if (!g.teacher_profile.valid()) return;
        if (!words.empty() || profile(g.teacher_profile) != "adult")
            row.text("teacher_profile", profile(g.teacher_profile));
    }
    [[nodiscard]] std::string searches(const Search& search) const {
        const Search usual;
        floorplans::JsonRow row;
        std::vector<std::string> rooms;
        for (const SpaceId room : search.rooms) rooms.push_back(floorplans::json_quoted(b_.space(room).key));
        row.raw("spaces", floorplans::json_list(rooms));
        if (search.room_s != usual.room_s) row.value("room_s", search.room_s);
        if (search.limit_s != usual.limit_s) row.value("limit_s", search.limit_s);
        return row.str();
    }
    [[nodiscard]] std::string positions(const Group& g) const {
        std::vector<std::string> points;
        for (const Vec2 p : g.positions)
            points.push_back(floorplans::json_list(
                {floorplans::json_number(p.x + b_.site_origin.x), floorplans::json_number(p.y + b_.site_origin.y)}));
        return floorplans::json_list(points);
    }
    [[nodiscard]] std::string choice(const WayChoice& c) const {
        floorplans::JsonRow row;
        if (c.quickest) row.text("by", word_in(way_choices, c.quickest));
        std::vector<std::string> exits;
        for (const OpeningId id : c.familiar) exits.push_back(floorplans::json_quoted(b_.opening(id).key));
        if (!exits.empty()) row.raw("familiar", floorplans::json_list(exits));
        if (!exits.empty() || c.unfamiliar_s != 0.0) row.value("unfamiliar_s", c.unfamiliar_s);
        if (c.follow_s != 0.0) row.value("follow_s", c.follow_s);
        if (c.hesitation_s != 0.0) row.value("hesitation_s", c.hesitation_s);
        return row.str();
    }

    const Population& p_;
    const Building& b_;
};

}  // namespace

std::string distribution_text(const Distribution& distribution, const DistributionFormat& format) {
    const auto [a, b] = parameter_keys(distribution.kind, format);
    floorplans::JsonRow row;
    row.text("law", word_of(distribution.kind)).value(a.c_str(), distribution.a);
    if (distribution.kind != DistributionKind::constant) row.value(b.c_str(), distribution.b);
    if (distribution.shift != 0.0) row.value(("shift" + format.suffix).c_str(), distribution.shift);
    if (distribution.kind == DistributionKind::constant || distribution.kind == DistributionKind::uniform)
        return row.str();
    if (distribution.low > format.smallest) row.value(("low" + format.suffix).c_str(), distribution.low);
    if (distribution.high < format.largest) row.value(("high" + format.suffix).c_str(), distribution.high);
    return row.str();
}

std::vector<std::string> own_profile_rows(const Population& population) {
    std::vector<std::string> standard, out;
    for (const Profile& p : standard_profiles()) standard.push_back(profile_row(p));
    for (const Profile& p : population.profiles) {
        std::string row = profile_row(p);
        if (std::find(standard.begin(), standard.end(), row) == standard.end()) out.push_back(std::move(row));
    }
    return out;
}

std::vector<std::string> group_rows(const Population& population, const Building& building) {
    const GroupWriter writer(population, building);
    std::vector<std::string> rows;
    for (const Group& g : population.groups) rows.push_back(writer.row(g));
    return rows;
}

}  // namespace muster::scenarios
