// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/drill_search.h"

#include <algorithm>
#include <cmath>

#include "sim/base/random.h"

namespace muster::planning {

namespace {

// A broken rule costs more than anything that could be gained by it.
constexpr double stuck_cost = 1e6, crossing_cost = 5e3, gap_cost_per_s = 2e2;
constexpr double crowding_per_s = 1.0;  // objective crowding: one second later counts as one crowded person-second
// Objective crowding may take this share longer than today's plan on the network; every second beyond costs as much as
// the crowd of a stair. Our judgement, no rule's: at a dismissal nobody is in danger, after an alarm nothing is longer.
constexpr double longer_dismissal_share = 0.2, late_per_s = 1e3;
constexpr double time_per_person_s = 0.002;  // objective time: five hundred crowded person-seconds count as one second

class Annealer {
public:
    Annealer(PlanProblem& problem, const SearchSettings& settings) : problem_(problem), s_(settings) {
        const bool as_it_stands = problem.rules().use == PlanUse::dismissal;
        result_.today = as_it_stands ? problem.evaluate_today() : problem.evaluate(problem.all_at_once());
    }

    SearchResult run() {
        const int restarts = std::max(1, s_.restarts);
        for (int r = 0; r < restarts && !result_.cut_short; ++r)
            anneal(static_cast<std::uint64_t>(r),
                   s_.evaluations * (static_cast<std::size_t>(r) + 1) / static_cast<std::size_t>(restarts));
        return std::move(result_);
    }

private:
    [[nodiscard]] bool by_the_clock() const { return problem_.rules().use == PlanUse::dismissal; }

    double judge(const DrillCandidate& c) {
        const PlanScore score = problem_.evaluate(c);
        ++result_.evaluations;
        const double cost =
            cost_of({problem_.rules().use, s_.objective}, score.crowded_person_s, score.last_out_s, result_.today) +
            penalty(score);
        if (score.keeps_rules()) remember(c, score, cost);
        if (s_.go_on && result_.evaluations % 100 == 0 && !s_.go_on(result_.evaluations)) result_.cut_short = true;
        return cost;
    }

    // In the measure of the objective, so that rules weigh alike under each.
    [[nodiscard]] double penalty(const PlanScore& p) const {
        const double broken = stuck_cost * p.stuck + crossing_cost * p.crossings + gap_cost_per_s * p.gap_missing_s;
        switch (s_.objective) {
            case PlanObjective::crowding:
                return broken;
            case PlanObjective::time:
                return 0.1 * broken;
            case PlanObjective::balanced:
                break;
        }
        return 1e-3 * broken;
    }

    void remember(const DrillCandidate& c, const PlanScore& score, double cost) {
        auto& best = result_.best;
        if (best.size() == s_.keep && cost >= best.back().cost) return;
        for (const FoundPlan& f : best)
            if (f.candidate == c) return;
        const auto at = std::upper_bound(best.begin(), best.end(), cost,
                                         [](double value, const FoundPlan& f) { return value < f.cost; });
        best.insert(at, {c, score, cost});
        if (best.size() > s_.keep) best.pop_back();
    }

    // Storey by storey from the lowest, at every file the nearest first, one class after another; ways as today where
    // today's keeps to the rules, else the shortest.
    DrillCandidate beginning(RandomStream& random, bool shortest) {
        const auto& units = problem_.units();
        DrillCandidate c;
        for (const PlanUnit& u : units) {
            const bool as_today = !shortest && u.options[u.today].may_choose;
            c.option.push_back(as_today ? u.today : std::uint16_t{0});
            c.delay.push_back(by_the_clock() ? static_cast<std::int16_t>(random.below(3)) : std::int16_t{0});
        }
        c.held = problem_.rules().use == PlanUse::drill;
        if (by_the_clock()) spread(c);
        return c;
    }

    // Puts each class behind the one before it in its file until no gap is missing.
    void spread(DrillCandidate& c) {
        problem_.put_in_order(c);
        for (int round = 0; round < 40; ++round) {
            const PlanScore score = problem_.evaluate(c);
            ++result_.evaluations;
            if (score.gap_missing_s <= 0.0) return;
            for (std::size_t u = 0; u < c.delay.size(); ++u) {
                const double missing = problem_.gap_missing_s(c, u);
                if (missing > 0.0) push(c, u, static_cast<int>(std::ceil(missing / problem_.rules().delay_step_s)));
            }
            problem_.put_in_order(c);
        }
    }

    void push(DrillCandidate& c, std::size_t u, int steps) const {
        const int most = static_cast<int>(problem_.rules().longest_delay_s / problem_.rules().delay_step_s);
        c.delay[u] = static_cast<std::int16_t>(std::clamp(c.delay[u] + steps, 0, most));
    }

    void change(DrillCandidate& c, RandomStream& random) const {
        const auto u = static_cast<std::size_t>(random.below(c.option.size()));
        const double what = by_the_clock() ? random.uniform() : 1.0;
        const auto few = [&] { return 1 + static_cast<int>(random.below(4)); };
        if (what < 0.4) {
            push(c, u, random.uniform() < 0.5 ? few() : -few());
        } else if (what < 0.65) {  // everybody who goes no earlier
            const int steps = random.uniform() < 0.35 ? few() : -few();
            const int from = c.delay[u];
            for (std::size_t v = 0; v < c.delay.size(); ++v)
                if (c.delay[v] >= from && problem_.same_stair(c, u, v)) push(c, v, steps);
        } else if (what < 0.8) {
            const auto v = static_cast<std::size_t>(random.below(c.option.size()));
            std::swap(c.delay[u], c.delay[v]);
        } else {
            const auto& options = problem_.units()[u].options;
            const auto o = static_cast<std::size_t>(random.below(options.size()));
            if (options[o].may_choose) c.option[u] = static_cast<std::uint16_t>(o);
        }
        problem_.put_in_order(c);
    }

    void anneal(std::uint64_t restart, std::size_t until) {
        RandomStream random(s_.seed, Purpose::shuffle, restart);
        DrillCandidate now = beginning(random, restart % 2 == 1);
        double cost = judge(now);
        const std::size_t from = result_.evaluations;
        double hot = 0.0;
        for (int i = 0; i < 20; ++i) {  // how much a change matters here
            DrillCandidate next = now;
            change(next, random);
            hot += std::abs(judge(next) - cost) / 20.0;
        }
        hot = std::min(hot, 0.3 * std::max(cost, 1e-9));
        while (result_.evaluations < until && !result_.cut_short) {
            const double done = static_cast<double>(result_.evaluations - from) / static_cast<double>(until - from);
            const double warmth = hot * std::pow(1e-3, done);
            DrillCandidate next = now;
            change(next, random);
            const double then = judge(next);
            if (then <= cost || random.uniform() < std::exp((cost - then) / std::max(warmth, 1e-12)))
                now = std::move(next), cost = then;
        }
    }

    PlanProblem& problem_;
    const SearchSettings& s_;
    SearchResult result_;
};

}  // namespace

double cost_of(const Sought& sought, double crowded_person_s, double last_out_s, const PlanScore& today) {
    const double longer_share = sought.use == PlanUse::dismissal ? longer_dismissal_share : 0.0;
    switch (sought.objective) {
        case PlanObjective::crowding:
            return crowded_person_s + crowding_per_s * last_out_s +
                   late_per_s * std::max(0.0, last_out_s - (1.0 + longer_share) * today.last_out_s);
        case PlanObjective::time:
            return last_out_s + time_per_person_s * crowded_person_s;
        case PlanObjective::balanced:
            break;
    }
    return crowded_person_s / std::max(1.0, today.crowded_person_s) + last_out_s / std::max(1.0, today.last_out_s);
}

SearchResult search_plan(PlanProblem& problem, const SearchSettings& settings) {
    return Annealer(problem, settings).run();
}

}  // namespace muster::planning
