// SPDX-License-Identifier: Apache-2.0
#include "render/papers/drill_plan/plan_tables.h"

#include <array>

#include "render/text/names.h"
#include "render/text/places.h"
#include "sim/analysis/density.h"

namespace muster {

namespace {

constexpr std::array variant_codes{"today", "all_at_once", "proposal"};

}  // namespace

std::string spread_text(const std::optional<Spread>& spread, int decimals) {
    if (!spread) return "—";
    return fixed_text(spread->median, decimals) + " (" + fixed_text(spread->p5, decimals) + "–" +
           fixed_text(spread->p95, decimals) + ")";
}

Table plan_variant_table(const DrillPlan& plan, const World& world, const Catalogue& words) {
    Table t;
    t.key = "variants";
    t.title = words.text("plan.variants.title");
    t.columns.push_back({"figure", words.text("plan.variants.figure"), 12, FilledBy::simulator});
    for (const PlanVariant& v : plan.variants) {
        const char* which = variant_codes.at(static_cast<std::size_t>(v.kind));
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
        if (v.peak_density <= congested_density)
            return words.text("plan.variants.no_crowd", {{"density", fixed_text(v.peak_density, 1)}});
        return words.text("plan.variants.worst_place",
                          {{"place", name_of_place(world.building, v.worst.front(), words.lang())},
                           {"density", fixed_text(v.worst.front().peak_density, 1)},
                           {"seconds", fixed_text(v.worst.front().congested_s, 0)}});
    });
    t.notes = {words.text("plan.variants.note", {{"runs", std::to_string(plan.seeds.size())}})};
    return t;
}

}  // namespace muster
