// SPDX-License-Identifier: Apache-2.0
#include "tools/office/documents/stored_ensemble.h"

#include "sim/analysis/analyse.h"
#include "tools/store/run_summary.h"

namespace muster::documents {

namespace {

analysis::RunAnalysis run_of(const store::RunRow& row) {
    analysis::RunAnalysis run;
    run.seed = row.facts.seed;
    run.clocks = row.clocks;
    run.people = row.people;
    run.falls = row.falls;
    run.replaced = row.replaced;
    run.exposure_person_s = row.exposure_person_s;
    return run;
}

std::vector<GroupId> groups_of(const std::vector<std::string>& keys, const World& world) {
    std::vector<GroupId> ids;
    const std::vector<Group>& groups = world.scenario.population.groups;
    for (const std::string& key : keys)
        for (std::size_t g = 0; g < groups.size(); ++g)
            if (groups[g].key == key) ids.push_back(GroupId{g});
    return ids;
}

analysis::Bottleneck bottleneck_of(const store::BottleneckRow& row, const World& world) {
    analysis::Bottleneck b = row.figures;
    if (row.element == store::PlaceElement::opening)
        b.opening = world.building.find_opening(row.place);
    else
        b.space = world.building.find_space(row.place);
    b.groups = groups_of(row.groups, world);
    b.held.groups = groups_of(row.held_groups, world);
    return b;
}

analysis::Ensemble all_of(const store::RunSummary& summary, const std::vector<store::BottleneckRow>& places,
                          const store::StoredRun& run) {
    std::vector<analysis::RunAnalysis> runs{analysis::analyse(run.trace)};
    for (const store::RunRow& row : summary.runs)
        if (row.facts.seed != runs.front().seed) runs.push_back(run_of(row));
    analysis::Ensemble all = analysis::combine(std::move(runs));
    all.bottlenecks.clear();
    all.delay_person_s.clear();
    for (const store::BottleneckRow& row : places) {
        analysis::Bottleneck b = bottleneck_of(row, *run.loaded.world);
        if (!b.opening.valid() && !b.space.valid()) continue;
        all.delay_person_s.push_back({b.delay_person_s, row.delay_p5.value_or(0.0), row.delay_p95.value_or(0.0)});
        all.bottlenecks.push_back(std::move(b));
    }
    return all;
}

}  // namespace

Checked<analysis::Ensemble> read_ensemble(const std::string& folder, const store::StoredRun& run) {
    Checked<analysis::Ensemble> out;
    if (run.runs < 2) {
        out.value = analysis::combine({analysis::analyse(run.trace)});
        return out;
    }
    const auto summary = store::read_summary(folder);
    const auto places = store::read_bottlenecks(folder);
    const bool lacks_runs =
        !store::about(summary.findings, {"seed", "falls", "replaced", "critical_person_s", "total", "evacuated",
                                         "inside", "incapacitated", "arrived", "alarm", "last_out_of_room",
                                         "last_out_of_building", "last_at_assembly", "roll_call_done"})
             .empty();
    if (summary.content && places.content && !lacks_runs && !has_errors(places.findings))
        out.value = all_of(*summary.content, *places.content, run);
    else
        out.findings.push_back({Severity::error, "stored.no_run", "", folder, 0, {{"file", folder}}});
    return out;
}

}  // namespace muster::documents
