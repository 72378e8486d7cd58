// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/derived.h"

#include <algorithm>

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/clocks.h"

namespace muster::papers {

double signal_s(const World& world, const analysis::RunAnalysis& run) { return analysis::signal_s(world, run.clocks); }

double signal_s(const ReportInput& input) {
    const std::optional<analysis::Spread>& alarm = input.ensemble->clocks.alarm;
    return alarm ? alarm->median : signal_s(*input.world, input.ensemble->runs.front());
}

Account account_of(const ReportInput& input) {
    Account out;
    for (const RunFacts& run : input.runs) out.lost_in_runs += run.everybody_accounted_for ? 0 : 1;
    for (const analysis::RunAnalysis& run : input.ensemble->runs) {
        out.put_back += run.replaced;
        out.left_inside += run.people.left_inside();
    }
    return out;
}

std::optional<analysis::Spread> since_signal(const std::optional<analysis::Spread>& clock, double signal) {
    if (!clock) return std::nullopt;
    return analysis::Spread{clock->median - signal, clock->p5 - signal, clock->p95 - signal};
}

const analysis::RunAnalysis& worst_run(const analysis::Ensemble& ensemble) {
    return *std::max_element(ensemble.runs.begin(), ensemble.runs.end(),
                             [](const analysis::RunAnalysis& a, const analysis::RunAnalysis& b) {
                                 return a.people.left_inside() < b.people.left_inside();
                             });
}

Verdict verdict_of(const ReportInput& input) {
    if (worst_run(*input.ensemble).people.left_inside() > 0) return Verdict::people_left;
    const auto out = since_signal(input.ensemble->clocks.last_out_of_building, signal_s(input));
    const double target = input.world->scenario.target_out_s;
    if (!out || out->p95 <= target) return Verdict::met;
    return out->median <= target ? Verdict::met_by_median : Verdict::missed;
}

namespace {

using Time = std::optional<double>;

// Time of the group's last person, once all of them have one.
class LastOfGroup {
public:
    LastOfGroup(const Trace& trace, std::size_t groups) : trace_(trace), missing_(groups, 0), last_(groups) {
        for (const PersonInfo& person : trace.people) ++missing_[person.group.index()];
        seen_.assign(trace.people.size(), false);
    }
    void add(PersonId person, double time_s) {
        const std::size_t group = trace_.people[person.index()].group.index();
        if (!seen_[person.index()]) --missing_[group];
        seen_[person.index()] = true;
        last_[group] = std::max(last_[group].value_or(time_s), time_s);
    }
    [[nodiscard]] Time of(std::size_t group) const { return missing_[group] == 0 ? last_[group] : std::nullopt; }

private:
    const Trace& trace_;
    std::vector<int> missing_;
    std::vector<Time> last_;
    std::vector<bool> seen_;
};

}  // namespace

std::vector<ClassTimes> class_times(const Trace& trace) {
    const std::size_t groups = trace.world->scenario.population.groups.size();
    LastOfGroup room(trace, groups), building(trace, groups), assembly(trace, groups);
    std::vector<Time> counted(groups);
    for (const TimedEvent& e : trace.events) {
        const double t = e.time.seconds();
        if (const auto* left = std::get_if<PersonLeftRoom>(&e.event)) room.add(left->person, t);
        if (const auto* out = std::get_if<PersonLeftBuilding>(&e.event)) building.add(out->person, t);
        if (const auto* there = std::get_if<PersonAtAssembly>(&e.event)) assembly.add(there->person, t);
        if (const auto* roll = std::get_if<RollCallDone>(&e.event)) counted[roll->group.index()] = t;
    }
    std::vector<ClassTimes> rows(groups);
    for (std::size_t g = 0; g < groups; ++g)
        rows[g] = {GroupId{g}, 0, room.of(g), building.of(g), assembly.of(g), counted[g]};
    for (const PersonInfo& person : trace.people) ++rows[person.group.index()].persons;
    return rows;
}

const std::string& key_of_place(const Building& building, const analysis::Bottleneck& bottleneck) {
    return bottleneck.opening.valid() ? building.opening(bottleneck.opening).key : building.space(bottleneck.space).key;
}

LevelId level_of_place(const Building& building, const analysis::Bottleneck& bottleneck) {
    const SpaceId space = bottleneck.opening.valid() ? building.opening(bottleneck.opening).from : bottleneck.space;
    return building.space(space).level;
}

Vec2 middle_of_place(const Building& building, const analysis::Bottleneck& bottleneck) {
    if (bottleneck.opening.valid()) return building.opening(bottleneck.opening).at.middle();
    const Polygon& area = building.space(bottleneck.space).area;
    const Vec2 middle = centroid(area);
    return contains(area, middle) ? middle : inner_point(area);
}

std::size_t count_worth_showing(const analysis::Ensemble& ensemble, std::size_t most) {
    std::size_t count = 0;
    while (count < std::min(most, ensemble.bottlenecks.size()) && analysis::matters(ensemble.bottlenecks[count]))
        ++count;
    return count;
}

}  // namespace muster::papers
