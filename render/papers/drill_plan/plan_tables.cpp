// SPDX-License-Identifier: Apache-2.0
#include "render/papers/drill_plan/plan_tables.h"

#include "render/text/names.h"
#include "render/text/places.h"
#include "sim/analysis/density.h"
#include "sim/planning/drill_plan_words.h"

namespace muster::papers {

namespace {

std::string name_of_variant(const planning::DrillPlan& plan, planning::PlanVariantKind kind,
                            const text::Catalogue& words) {
    std::string name = words.text(std::string("plan.variant.") + word_of(kind));
    const bool doubles = plan.somebody_waits() && kind == plan.real_day && kind != planning::PlanVariantKind::real_day;
    return doubles ? words.text("f17.is_real_day", {{"name", name}}) : name;
}

}  // namespace

std::string spread_text(const std::optional<analysis::Spread>& spread, int decimals) {
    if (!spread) return "—";
    return text::fixed_text(spread->median, decimals) + " (" + text::fixed_text(spread->p5, decimals) + "–" +
           text::fixed_text(spread->p95, decimals) + ")";
}

document::Table plan_variant_table(const planning::DrillPlan& plan, const World& world, const text::Catalogue& words) {
    document::Table t;
    t.key = "variants";
    t.title = words.text("plan.variants.title");
    t.columns.push_back({"figure", words.text("plan.variants.figure"), 12, document::FilledBy::simulator});
    for (const planning::PlanVariant& v : plan.variants) {
        t.columns.push_back({word_of(v.kind), name_of_variant(plan, v.kind, words), 9, document::FilledBy::simulator});
    }
    const auto add = [&](const char* id, auto&& text) {
        document::Row row{document::Cell(words.text(std::string("plan.variants.") + id))};
        for (const planning::PlanVariant& v : plan.variants) row.emplace_back(text(v));
        t.rows.push_back(std::move(row));
    };
    add("room", [](const planning::PlanVariant& v) { return spread_text(v.clocks.last_out_of_room, 0); });
    add("building", [](const planning::PlanVariant& v) { return spread_text(v.clocks.last_out_of_building, 0); });
    add("spot", [](const planning::PlanVariant& v) { return spread_text(v.clocks.last_at_assembly, 0); });
    add("roll_call", [](const planning::PlanVariant& v) { return spread_text(v.clocks.roll_call_done, 0); });
    add("critical", [](const planning::PlanVariant& v) { return spread_text(v.exposure_person_s, 0); });
    add("inside", [](const planning::PlanVariant& v) { return spread_text(v.left_inside, 0); });
    add("worst", [&](const planning::PlanVariant& v) {
        if (v.worst.empty()) return std::string("—");
        if (v.peak_density <= analysis::congested_density)
            return words.text("plan.variants.no_crowd", {{"density", text::fixed_text(v.peak_density, 1)}});
        return words.text("plan.variants.worst_place",
                          {{"place", text::name_of_place(world.building, v.worst.front(), words.lang())},
                           {"density", text::fixed_text(v.worst.front().peak_density, 1)},
                           {"seconds", text::fixed_text(v.worst.front().congestion_s, 0)}});
    });
    t.notes = {words.text("plan.variants.note", {{"runs", std::to_string(plan.seeds.size())}})};
    return t;
}

}  // namespace muster::papers
