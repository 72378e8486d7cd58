// SPDX-License-Identifier: Apache-2.0
#include "render/document/plan_tables.h"

#include <array>

#include "render/text/names.h"
#include "render/text/places.h"

namespace muster {

namespace {

const Group& group_of(const World& world, GroupId id) { return world.scenario.population.groups[id.index()]; }

std::string name_of_group(const World& world, GroupId id, Lang lang) {
    const Group& g = group_of(world, id);
    const std::string& name = in_language(g.name, lang);
    return name.empty() ? g.key : name;
}

std::string name_of_level(const World& world, LevelId id, Lang lang) {
    return in_language(world.building.level(id).name, lang);
}

std::string or_dash(bool there, const std::string& text) { return there ? text : std::string("—"); }

std::string names_of(const World& world, const std::vector<GroupId>& groups, const Catalogue& words) {
    std::string out;
    for (const GroupId g : groups) {
        if (!out.empty()) out += words.text("plan.list_separator");
        out += name_of_group(world, g, words.lang());
    }
    return out;
}

constexpr std::array duty_codes{"storey_stair", "landing", "corridor", "exit", "assembly"};
constexpr std::array timeline_codes{"shaking",
                                    "signal",
                                    "order_to_leave",
                                    "class_released",
                                    "first_out_of_building",
                                    "last_out_of_room",
                                    "last_out_of_building",
                                    "last_at_spot",
                                    "roll_call_done"};
constexpr std::array variant_codes{"today", "all_at_once", "proposal"};

template <std::size_t N, class E>
const char* code(const std::array<const char*, N>& codes, E value) {
    return codes.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string place_of_post(const GuidePost& post, const World& world, Lang lang) {
    const Building& b = world.building;
    if (post.duty == PostDuty::storey_stair && post.stair.valid())
        return in_language(b.stair(post.stair).name, lang) + " · " + name_of_level(world, post.level, lang);
    if (post.opening.valid()) return name_of_opening(b, post.opening, lang);
    return name_of_space(b, post.space, lang);
}

std::string spread_text(const std::optional<Spread>& spread, int decimals) {
    if (!spread) return "—";
    return fixed_text(spread->median, decimals) + " (" + fixed_text(spread->p5, decimals) + "–" +
           fixed_text(spread->p95, decimals) + ")";
}

Table plan_class_table(const DrillPlan& plan, const World& world, const Catalogue& words) {
    const auto say = [&](const char* id) { return words.text(std::string("plan.f2.") + id); };
    const Building& b = world.building;
    const Lang lang = words.lang();
    Table t;
    t.key = "F2";
    t.title = say("title");
    t.columns = {{"no", say("no"), 3, FilledBy::plan, true},
                 {"building", say("building"), 6, FilledBy::plan},
                 {"storey", say("storey"), 4, FilledBy::plan},
                 {"class", say("class"), 7, FilledBy::plan},
                 {"persons", say("persons"), 4, FilledBy::plan, true},
                 {"door", say("door"), 8, FilledBy::simulator},
                 {"stair", say("stair"), 5, FilledBy::simulator},
                 {"exit", say("exit"), 6, FilledBy::simulator},
                 {"order", say("order"), 4, FilledBy::simulator, true},
                 {"release_delay_s", say("delay"), 5, FilledBy::simulator, true},
                 {"spot", say("spot"), 8, FilledBy::plan},
                 {"out_of_building_s", say("out"), 5, FilledBy::simulator, true},
                 {"at_spot_s", say("at_spot"), 5, FilledBy::simulator, true},
                 {"guide", say("guide"), 6, FilledBy::human}};
    for (std::size_t i = 0; i < plan.classes.size(); ++i) {
        const ClassPlan& c = plan.classes[i];
        const LevelId level = b.space(group_of(world, c.group).space).level;
        t.rows.push_back({Cell::of(static_cast<double>(i + 1)), Cell(in_language(b.name, lang)),
                          Cell(name_of_level(world, level, lang)), Cell(name_of_group(world, c.group, lang)),
                          Cell::of(c.persons),
                          Cell(c.route.door.valid() ? name_of_opening(b, c.route.door, lang) : words.text("plan.any")),
                          Cell(or_dash(c.route.stair.valid(),
                                       c.route.stair.valid() ? in_language(b.stair(c.route.stair).name, lang) : "")),
                          Cell(c.route.exit.valid() ? name_of_opening(b, c.route.exit, lang) : words.text("plan.any")),
                          Cell::of(c.order), Cell::of(c.release_delay_s),
                          Cell(or_dash(c.route.spot.valid(),
                                       c.route.spot.valid() ? in_language(b.spot(c.route.spot).name, lang) : "")),
                          Cell::of(c.out_of_building_s), Cell::of(c.at_spot_s), Cell::blank()});
    }
    t.notes = {words.text("plan.f2.note", {{"runs", std::to_string(plan.seeds.size())}})};
    return t;
}

Table plan_post_table(const DrillPlan& plan, const World& world, const Catalogue& words) {
    const auto say = [&](const char* id) { return words.text(std::string("plan.f3.") + id); };
    Table t;
    t.key = "F3";
    t.title = say("title");
    t.columns = {
        {"place", say("place"), 9, FilledBy::simulator}, {"storey", say("storey"), 4, FilledBy::simulator},
        {"role", say("role"), 6, FilledBy::plan},        {"on_post_by", say("by"), 6, FilledBy::simulator},
        {"duty", say("duty"), 16, FilledBy::plan},       {"peak_density", say("peak"), 5, FilledBy::simulator, true},
        {"name", say("name"), 6, FilledBy::human}};
    for (const GuidePost& p : plan.posts) {
        const std::string kind = code(duty_codes, p.duty);
        const bool measured = p.peak_density > 0.0;
        t.rows.push_back({Cell(place_of_post(p, world, words.lang())),
                          Cell(name_of_level(world, p.level, words.lang())), Cell(words.text("plan.role." + kind)),
                          Cell(p.on_post_by_s > 0.0 ? words.text("plan.f3.at", {{"s", fixed_text(p.on_post_by_s, 0)}})
                                                    : words.text("plan.f3.before")),
                          Cell(words.text("plan.duty." + kind)),
                          Cell::of(measured ? std::optional(p.peak_density) : std::nullopt, 1), Cell::blank()});
    }
    t.notes = {words.text("plan.f3.note")};
    return t;
}

Table plan_timeline_table(const DrillPlan& plan, const World& world, const Catalogue& words) {
    const auto say = [&](const char* id) { return words.text(std::string("plan.f4.") + id); };
    Table t;
    t.key = "F4";
    t.title = say("title");
    t.columns = {{"at_s", say("at"), 5, FilledBy::simulator, true},
                 {"event", say("event"), 14, FilledBy::simulator},
                 {"who", say("who"), 7, FilledBy::plan},
                 {"signal", say("signal"), 8, FilledBy::plan},
                 {"notes", say("notes"), 10, FilledBy::plan}};
    for (const TimelineEntry& e : plan.timeline) {
        const std::string kind = code(timeline_codes, e.kind);
        const TextArgs args{{"classes", names_of(world, e.groups, words)}};
        t.rows.push_back({Cell::of(e.at_s), Cell(words.text("plan.event." + kind, args)),
                          Cell(words.text("plan.who." + kind)), Cell(words.text("plan.signal." + kind)),
                          Cell(words.text("plan.note." + kind))});
    }
    t.notes = {words.text("plan.f4.note")};
    return t;
}

Table plan_variant_table(const DrillPlan& plan, const World& world, const Catalogue& words) {
    Table t;
    t.key = "variants";
    t.title = words.text("plan.variants.title");
    t.columns.push_back({"figure", words.text("plan.variants.figure"), 12, FilledBy::simulator});
    for (const PlanVariant& v : plan.variants) {
        const char* which = code(variant_codes, v.kind);
        t.columns.push_back({which, words.text(std::string("plan.variant.") + which), 9, FilledBy::simulator});
    }
    const auto add = [&](const char* id, auto&& text) {
        Row row{Cell(words.text(std::string("plan.variants.") + id))};
        for (const PlanVariant& v : plan.variants) row.emplace_back(text(v));
        t.rows.push_back(std::move(row));
    };
    add("room", [](const PlanVariant& v) { return spread_text(v.clocks.last_out_of_room, 0); });
    add("building", [](const PlanVariant& v) { return spread_text(v.clocks.last_out_of_building, 0); });
    add("spot", [](const PlanVariant& v) { return spread_text(v.clocks.last_at_assembly, 0); });
    add("roll_call", [](const PlanVariant& v) { return spread_text(v.clocks.roll_call_done, 0); });
    add("critical", [](const PlanVariant& v) { return spread_text(v.critical_person_s, 0); });
    add("inside", [](const PlanVariant& v) { return spread_text(v.left_inside, 0); });
    add("worst", [&](const PlanVariant& v) {
        if (v.worst.empty()) return std::string("—");
        return words.text("plan.variants.worst_place",
                          {{"place", name_of_place(world.building, v.worst.front(), words.lang())},
                           {"density", fixed_text(v.worst.front().peak_density, 1)},
                           {"seconds", fixed_text(v.worst.front().congested_s, 0)}});
    });
    t.notes = {words.text("plan.variants.note", {{"runs", std::to_string(plan.seeds.size())}})};
    return t;
}

}  // namespace muster
