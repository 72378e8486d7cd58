// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/plan_problem.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "sim/behaviour/release.h"
#include "sim/engine/alarm_and_release.h"
#include "sim/planning/flow_people.h"
#include "sim/planning/way_finder.h"

namespace muster::planning {

namespace {

bool leaves(const World& world, const Group& g) {
    return g.sets_off_s < 0.0 && !g.destination.valid() && g.space.valid() && !world.building.space(g.space).outdoor &&
           !g.search.any() && g.count > 0;
}

// The classes; in a building without any (a dormitory), every group that is sent out of a room.
std::vector<bool> planned(const World& world) {
    const auto& groups = world.scenario.population.groups;
    const bool has_classes =
        std::any_of(groups.begin(), groups.end(), [&](const Group& g) { return g.is_class && leaves(world, g); });
    std::vector<bool> out;
    for (const Group& g : groups) out.push_back(leaves(world, g) && (g.is_class || !has_classes));
    return out;
}

flow::Walker walker_of(const World& world, const Group& g) {
    const Profile& p = world.scenario.population.profiles[g.profile.index()];
    const double level = mean_speed_m_s(world, g);
    return {level, level * p.stair_down_factor, level * p.stair_up_factor};
}

int persons_of(const Group& g) { return g.count + static_cast<int>(g.teachers.size()); }

}  // namespace

PlanProblem::PlanProblem(const World& world, const routing::Navigation& navigation, PlanRules rules)
    : world_(world),
      navigation_(navigation),
      rules_(rules),
      network_(world.building, navigation, conditions_of(world)) {
    WayFinder finder(world, navigation);
    const FlowPeople people(world, navigation);
    std::vector<flow::QueueGroup> groups;
    const std::vector<bool> is_unit = planned(world);
    for (std::size_t i = 0; i < is_unit.size(); ++i) add_group(GroupId{i}, is_unit[i], finder, people, groups);
    for (const PlanUnit& u : units_) {
        first_option_.push_back(all_options_);
        all_options_ += u.options.size();
    }
    find_crossings();
    queues_ = std::make_unique<flow::QueueRun>(network_.cells(), std::move(groups));
    choices_ = background_;
}

// Those for whom there is no plan go as they would, and so do classes that have no way at all: not in the network.
void PlanProblem::add_group(GroupId id, bool is_unit, WayFinder& finder, const FlowPeople& people,
                            std::vector<flow::QueueGroup>& groups) {
    const Group& g = world_.scenario.population.groups[id.index()];
    const flow::Walker walker = walker_of(world_, g);
    const double speed = walker.level_m_s * flow::FlowParameters{}.walking_share;
    flow::QueueGroup group;
    WayFinder::Found found;
    if (is_unit) found = finder.options(id);
    if (!is_unit && g.space.valid() && !world_.building.space(g.space).outdoor)
        if (const auto way = finder.trace(id, g.route); way && !way->openings.empty()) {
            found.options.emplace_back();
            found.traced.push_back(*way);
        }
    if (!found.options.empty()) group = people.packets(id, found.traced.front().openings.front());
    for (const TracedWay& traced : found.traced) {
        flow::QueueWay way = network_.way(g.space, traced.openings, walker);
        way.ready_s = people.ready_s(group, id, traced.openings.front());
        way.outside_s = traced.outside_m / speed;
        group.ways.push_back(std::move(way));
    }
    if (group.ways.empty()) group.ways.emplace_back();  // nobody walks it
    groups.push_back(std::move(group));
    background_.push_back({0, std::max(0.0, g.sets_off_s), -1, 0.0});
    if (is_unit && !found.options.empty())
        units_.push_back({id, persons_of(g), world_.building.level(world_.building.space(g.space).level).storey, speed,
                          std::move(found.options), found.today});
}

std::optional<PlanRefusal> PlanProblem::refusal() const {
    if (!units_.empty()) return units_.size() == 1 ? std::optional(PlanRefusal::one_unit_only) : std::nullopt;
    const std::vector<bool> is_unit = planned(world_);
    return std::find(is_unit.begin(), is_unit.end(), true) == is_unit.end() ? PlanRefusal::nobody_to_plan
                                                                            : PlanRefusal::no_way_out;
}

bool PlanProblem::same_file(std::size_t a, const WayOption& of_a, std::size_t b, const WayOption& of_b) const {
    if (units_[a].group == units_[b].group) return false;
    if (of_a.joins.valid() && of_b.joins.valid()) return of_a.joins == of_b.joins && of_a.corridor == of_b.corridor;
    return of_a.openings.front() == of_b.openings.front();  // one hall, one door
}

bool head_on(const routing::Navigation& navigation, const WayStep& a, const WayStep& b) {
    if (a.space != b.space || a.out == b.out) return false;
    const auto metres = [&](OpeningId from, OpeningId to) { return navigation.between_m(a.space, from, to); };
    return metres(a.in, a.out) > metres(b.in, a.out) && metres(b.in, b.out) > metres(a.in, b.out);
}

bool PlanProblem::meet(const WayOption& a, const WayOption& b) const {
    return std::any_of(a.steps.begin(), a.steps.end(), [&](const WayStep& s) {
        return std::any_of(b.steps.begin(), b.steps.end(),
                           [&](const WayStep& t) { return head_on(navigation_, s, t); });
    });
}

void PlanProblem::find_crossings() {
    meets_.resize(all_options_ * all_options_, 0);
    for (std::size_t u = 0; u < units_.size(); ++u)
        for (std::size_t v = 0; v < u; ++v)
            for (std::size_t i = 0; i < units_[u].options.size(); ++i)
                for (std::size_t j = 0; j < units_[v].options.size(); ++j)
                    meets_[(first_option_[u] + i) * all_options_ + first_option_[v] + j] =
                        meet(units_[u].options[i], units_[v].options[j]) ? 1 : 0;
}

int PlanProblem::crossings(const DrillCandidate& c) const {
    int pairs = 0;
    for (std::size_t u = 0; u < units_.size(); ++u)
        for (std::size_t v = 0; v < u; ++v)
            pairs += meets_[(first_option_[u] + c.option[u]) * all_options_ + first_option_[v] + c.option[v]];
    return pairs;
}

// Insertion sort within each file: files are short, and nothing is allocated.
void PlanProblem::put_in_order(DrillCandidate& c) const {
    for (std::size_t u = 0; u < units_.size(); ++u)
        for (std::size_t v = 0; v < units_.size(); ++v) {
            const WayOption& a = units_[u].options[c.option[u]];
            const WayOption& b = units_[v].options[c.option[v]];
            if (u == v || !same_file(u, a, v, b)) continue;
            const bool nearer = a.to_join_m < b.to_join_m || (a.to_join_m == b.to_join_m && u < v);
            if (nearer && c.delay[u] > c.delay[v]) std::swap(c.delay[u], c.delay[v]);
        }
}

// Between the last of the class before in the file and the first of this one, where they leave the corridor.
double PlanProblem::gap_missing_s(const DrillCandidate& c, std::size_t u) const {
    const WayOption& far = units_[u].options[c.option[u]];
    const double head = times(u).first_out_of_room + far.to_join_m / units_[u].speed_m_s;
    double missing = 0.0;
    for (std::size_t v = 0; v < units_.size(); ++v) {
        const WayOption& near = units_[v].options[c.option[v]];
        if (u == v || !same_file(u, far, v, near)) continue;
        const bool before = near.to_join_m < far.to_join_m || (near.to_join_m == far.to_join_m && v < u);
        if (!before) continue;
        const double tail = times(v).last_out_of_room + near.to_join_m / units_[v].speed_m_s;
        missing = std::max(missing, tail + rules_.gap_m / units_[u].speed_m_s - head);
    }
    return missing;
}

bool PlanProblem::same_stair(const DrillCandidate& c, std::size_t a, std::size_t b) const {
    const Route &x = units_[a].options[c.option[a]].route, &y = units_[b].options[c.option[b]].route;
    return x.stair.valid() || y.stair.valid() ? x.stair == y.stair : x.exit == y.exit;
}

std::optional<std::size_t> PlanProblem::waits_for(const DrillCandidate& c, std::size_t u) const {
    if (!c.held) return std::nullopt;
    const auto place = [&](std::size_t v) { return std::pair(units_[v].options[c.option[v]].to_join_m, v); };
    std::optional<std::size_t> before;
    for (std::size_t v = 0; v < units_.size(); ++v)
        if (units_[v].storey == units_[u].storey && same_stair(c, u, v) && place(v) < place(u) &&
            (!before || place(*before) < place(v)))
            before = v;
    return before;
}

// Sooner of: the class before has left its room, and the longest wait is over.
void PlanProblem::hold(const DrillCandidate& c) {
    for (std::size_t u = 0; u < units_.size(); ++u)
        if (const auto before = waits_for(c, u)) {
            flow::QueueChoice& choice = choices_[units_[u].group.index()];
            choice.after = static_cast<std::int32_t>(units_[*before].group.index());
            choice.latest_s = rules_.longest_wait_s;
        }
}

PlanScore PlanProblem::evaluate(const DrillCandidate& c) {
    std::copy(background_.begin(), background_.end(), choices_.begin());
    for (std::size_t u = 0; u < units_.size(); ++u)
        choices_[units_[u].group.index()] = {c.option[u], c.delay[u] * rules_.delay_step_s, -1, 0.0};
    if (c.held) hold(c);
    outcome_ = &queues_->run(choices_);
    double missing = 0.0;
    for (std::size_t u = 0; u < units_.size() && rules_.use == PlanUse::dismissal; ++u) missing += gap_missing_s(c, u);
    return {outcome_->stuck, crossings(c), missing, outcome_->crowded_person_s, outcome_->last_out};
}

PlanScore PlanProblem::evaluate_today() {
    std::copy(background_.begin(), background_.end(), choices_.begin());
    for (const PlanUnit& u : units_) choices_[u.group.index()].way = u.today;
    const behaviour::ReleaseOrder order{world_.scenario.release};
    for (const behaviour::TimedRelease& r : behaviour::timed_releases(world_, order))
        choices_[r.group.index()].release_s = r.after_s;
    for (const auto& queue : behaviour::release_queues(world_, order))
        for (std::size_t i = 1; i < queue.size(); ++i) {
            choices_[queue[i].index()].after = static_cast<std::int32_t>(queue[i - 1].index());
            choices_[queue[i].index()].gap_s =
                order.release.gap_m / mean_speed_m_s(world_, world_.scenario.population.groups[queue[i].index()]);
            choices_[queue[i].index()].limit_s = engine::ReleaseSettings{}.class_gap_limit_s;
            choices_[queue[i].index()].latest_s = order.release.longest_wait_s.value_or(flow::QueueChoice::never);
        }
    outcome_ = &queues_->run(choices_);
    return {outcome_->stuck, 0, 0.0, outcome_->crowded_person_s, outcome_->last_out};
}

DrillCandidate PlanProblem::all_at_once() const {
    DrillCandidate c;
    for (const PlanUnit& u : units_) c.option.push_back(u.today), c.delay.push_back(0);
    return c;
}

std::vector<int> PlanProblem::orders(const DrillCandidate& c) const {
    std::vector<std::size_t> by(units_.size());
    std::iota(by.begin(), by.end(), std::size_t{0});
    const auto rank = [&](std::size_t u) {
        return std::tuple(c.delay[u], units_[u].storey, units_[u].options[c.option[u]].to_join_m, u);
    };
    std::sort(by.begin(), by.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    std::map<std::pair<StairId, OpeningId>, int> next;
    std::vector<int> out(units_.size());
    for (const std::size_t u : by) {
        const WayOption& o = units_[u].options[c.option[u]];
        const StairId stair = o.route.stair;
        out[u] = ++next[{stair, stair.valid() ? OpeningId{} : o.openings.back()}];
    }
    return out;
}

Scenario PlanProblem::scenario_of(const DrillCandidate& c) const {
    Scenario s = nobody_waits(world_.scenario);
    if (rules_.use == PlanUse::dismissal) s.mode = RunMode::dismissal;
    for (std::size_t u = 0; u < units_.size(); ++u) {
        Group& g = s.population.groups[units_[u].group.index()];
        g.route = units_[u].options[c.option[u]].route;
        g.release_delay_s = c.delay[u] * rules_.delay_step_s;
    }
    if (!c.held) return s;
    s.release.policy = ReleasePolicy::class_by_class;
    s.release.gap_m = 0.0;
    s.release.longest_wait_s = rules_.longest_wait_s;
    std::vector<std::size_t> nearest_first(units_.size());
    std::iota(nearest_first.begin(), nearest_first.end(), std::size_t{0});
    std::stable_sort(nearest_first.begin(), nearest_first.end(), [&](std::size_t a, std::size_t b) {
        return units_[a].options[c.option[a]].to_join_m < units_[b].options[c.option[b]].to_join_m;
    });
    for (const std::size_t u : nearest_first) s.release.order.push_back(units_[u].group);
    return s;
}

bool somebody_waits(const Scenario& scenario) {
    const auto& groups = scenario.population.groups;
    return scenario.release.policy != ReleasePolicy::all_at_once ||
           std::any_of(groups.begin(), groups.end(), [](const Group& g) { return g.release_delay_s > 0.0; });
}

Scenario nobody_waits(Scenario scenario) {
    scenario.release = Release{};
    if (scenario.mode == RunMode::dismissal) scenario.mode = RunMode::drill;
    for (Group& g : scenario.population.groups) g.release_delay_s = 0.0;
    return scenario;
}

const PlanVariant& baseline_of(const DrillPlan& plan) {
    const PlanVariant* at_once = plan.use == PlanUse::dismissal ? nullptr : plan.variant(PlanVariantKind::all_at_once);
    return at_once != nullptr ? *at_once : plan.variants.front();
}

const PlanVariant* real_day_of(const DrillPlan& plan) { return plan.variant(plan.real_day); }

}  // namespace muster::planning
