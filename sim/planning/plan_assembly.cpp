// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/plan_assembly.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "sim/analysis/clocks.h"
#include "sim/analysis/ensemble.h"
#include "sim/planning/corridor_meetings.h"
#include "sim/planning/guide_posts.h"

namespace muster::planning {

namespace {

constexpr std::size_t most_worst = 5;
constexpr double alike_s = 1.0;           // two medians of the last out that differ by less are alike; our judgement
constexpr double before_signal_s = 20.0;  // who has to be there sooner after the signal stands there before it

analysis::Spread spread_of_figure(const std::vector<analysis::RunFigures>& runs, analysis::Figure figure) {
    std::vector<double> values;
    for (const analysis::RunFigures& r : runs) values.push_back(analysis::value_of(r, figure));
    return analysis::spread_of(values);
}

std::optional<analysis::Spread> clock_of(const std::vector<analysis::RunFigures>& runs, analysis::Figure figure) {
    for (const analysis::RunFigures& r : runs)
        if (!std::isfinite(analysis::value_of(r, figure))) return std::nullopt;
    return spread_of_figure(runs, figure);
}

}  // namespace

PlanVariant variant_of(PlanVariantKind kind, const World& world, std::vector<analysis::RunAnalysis> runs) {
    PlanVariant v;
    v.kind = kind;
    for (const analysis::RunAnalysis& r : runs)
        v.runs.push_back(analysis::figures_of(r, analysis::signal_s(world, r.clocks)));
    v.clocks.last_out_of_room = clock_of(v.runs, analysis::Figure::last_out_of_room);
    v.clocks.last_out_of_building = clock_of(v.runs, analysis::Figure::last_out_of_building);
    v.clocks.last_at_assembly = clock_of(v.runs, analysis::Figure::last_at_assembly);
    v.clocks.roll_call_done = clock_of(v.runs, analysis::Figure::roll_call_done);
    v.exposure_person_s = spread_of_figure(v.runs, analysis::Figure::exposure_person_s);
    v.left_inside = spread_of_figure(v.runs, analysis::Figure::left_inside);
    v.worst = analysis::combine(std::move(runs)).bottlenecks;
    for (const analysis::Bottleneck& b : v.worst) v.peak_density = std::max(v.peak_density, b.peak_density);
    std::stable_sort(v.worst.begin(), v.worst.end(), [](const analysis::Bottleneck& a, const analysis::Bottleneck& b) {
        const auto key = [](const analysis::Bottleneck& x) {
            return std::tuple(x.held.persons(), x.congestion_s, x.peak_density);
        };
        return key(a) > key(b);
    });
    return v;
}

namespace {

bool no_later(const PlanRules& rules, const analysis::PairedComparison& time) {
    switch (rules.use) {
        case PlanUse::fire:
            return time.evidence() != analysis::Evidence::higher && time.after.median <= time.before.median + alike_s;
        case PlanUse::drill:
            return time.after.median <= time.before.median + rules.longest_wait_s;
        case PlanUse::dismissal:
            break;
    }
    return time.after.median <= time.before.median * (1.0 + max_longer_share);
}

}  // namespace

PlanVerdict verdict_of(const PlanRules& rules, PlanObjective objective, const PlanVariant& today,
                       const PlanVariant& proposal) {
    const auto all = analysis::compare_figures(today.runs, proposal.runs);
    const auto& inside = analysis::of_figure(all, analysis::Figure::left_inside);
    const auto& time = analysis::of_figure(all, analysis::Figure::last_out_of_building);
    const auto& crowded = analysis::of_figure(all, analysis::Figure::exposure_person_s);
    if (inside.after.median > inside.before.median || inside.after.p95 > inside.before.p95)
        return PlanVerdict::not_better;
    const bool fewer = crowded.evidence() == analysis::Evidence::lower,
               sooner = time.evidence() == analysis::Evidence::lower;
    const bool in_time = no_later(rules, time);
    bool better = false;
    switch (objective) {
        case PlanObjective::crowding:
            better = fewer && in_time;
            break;
        case PlanObjective::time:
            better = sooner && crowded.evidence() != analysis::Evidence::higher;
            break;
        case PlanObjective::balanced:
            better = (fewer && time.evidence() != analysis::Evidence::higher) ||
                     (sooner && crowded.evidence() != analysis::Evidence::higher) || (fewer && in_time);
            break;
    }
    return better ? PlanVerdict::better : PlanVerdict::not_better;
}

bool is_no_worse(const PlanVariant& today, const PlanVariant& real_day) {
    const auto all = analysis::compare_figures(today.runs, real_day.runs);
    if (analysis::of_figure(all, analysis::Figure::left_inside).after.p95 > today.left_inside.p95) return false;
    return std::none_of(all.begin(), all.end(), [](const analysis::FigureComparison& c) {
        const bool counts =
            c.figure == analysis::Figure::last_out_of_building || c.figure == analysis::Figure::exposure_person_s;
        return counts && c.paired.evidence() == analysis::Evidence::higher;
    });
}

namespace {

class Assembly {
public:
    Assembly(DrillPlan& plan, PlanProblem& problem, const ChosenPlan& chosen)
        : plan_(plan), problem_(problem), chosen_(chosen), building_(problem.world().building) {
        seen_ = chosen.variant.worst;
        for (const PlanVariant& v : plan.variants)  // but not in one that was turned down: nobody goes that way
            if (v.kind != PlanVariantKind::proposal) seen_.insert(seen_.end(), v.worst.begin(), v.worst.end());
    }

    void fill() {
        plan_.network_last_out_s = problem_.evaluate(chosen_.candidate).last_out_s + announcement_s();
        add_classes();
        add_posts();
        plan_.staff = staffing_of(problem_.world(), plan_.posts.size());
        add_timeline();
        if (plan_.variants.empty()) return;
        for (PlanVariant& v : plan_.variants)
            if (v.worst.size() > most_worst) v.worst.resize(most_worst);
    }

private:
    [[nodiscard]] double announcement_s() const { return problem_.world().scenario.alarm.announcement_s; }
    [[nodiscard]] const WayOption& option(std::size_t u) const {
        return problem_.units()[u].options[chosen_.candidate.option[u]];
    }

    void add_classes() {
        const std::vector<int> orders = problem_.orders(chosen_.candidate);
        for (std::size_t u = 0; u < problem_.units().size(); ++u) {
            const PlanUnit& unit = problem_.units()[u];
            const GroupClock clock = chosen_.clocks.median(unit.group.index());
            plan_.classes.push_back({unit.group, unit.persons, option(u).route, orders[u],
                                     chosen_.candidate.delay[u] * problem_.rules().delay_step_s,
                                     problem_.waits_for(chosen_.candidate, u).has_value(), clock.out_of_room,
                                     clock.out_of_building, clock.at_spot});
        }
        const auto rank = [&](const ClassPlan& c) {
            const auto& g = problem_.world().scenario.population.groups[c.group.index()];
            return std::tuple(building_.level(building_.space(g.space).level).storey, c.route.stair, c.route.exit,
                              c.order);
        };
        std::stable_sort(plan_.classes.begin(), plan_.classes.end(),
                         [&](const ClassPlan& a, const ClassPlan& b) { return rank(a) < rank(b); });
    }

    [[nodiscard]] static double on_post_by(double first_s) {
        return first_s < before_signal_s ? 0.0 : 5.0 * std::floor(first_s / 5.0);
    }

    void add_posts() {
        add_storey_posts();
        add_landing_posts();
        add_corridor_posts();
        add_exit_posts();
        add_assembly_posts();
        std::stable_sort(plan_.posts.begin(), plan_.posts.end(), [](const GuidePost& a, const GuidePost& b) {
            return a.duty != b.duty ? a.duty < b.duty : a.peak_density > b.peak_density;
        });
    }

    void add_storey_posts() {
        std::map<OpeningId, GuidePost> posts;
        std::map<OpeningId, double> first;
        for (std::size_t u = 0; u < problem_.units().size(); ++u) {
            const WayOption& o = option(u);
            if (!o.route.stair.valid() || !o.joins.valid()) continue;
            const double s =
                announcement_s() + problem_.times(u).first_out_of_room + o.to_join_m / problem_.units()[u].speed_m_s;
            const auto [at, is_new] = first.emplace(o.joins, s);
            if (!is_new) at->second = std::min(at->second, s);
            GuidePost& post = posts[o.joins];
            post.duty = PostDuty::storey_stair;
            post.opening = o.joins;
            post.space = building_.opening(o.joins).other(o.corridor);
            post.level = building_.space(o.corridor).level;
            post.stair = o.route.stair;
        }
        for (auto& [opening, post] : posts) {
            std::vector<OpeningId> around{opening};
            if (post.space.valid())
                for (const OpeningId o : building_.space(post.space).openings) around.push_back(o);
            raise_to(post, seen_, around, {post.space});
            post.on_post_by_s = on_post_by(first[opening]);
            plan_.posts.push_back(post);
        }
    }

    void add_landing_posts() {
        std::vector<StairId> used;
        for (std::size_t u = 0; u < problem_.units().size(); ++u)
            if (const StairId s = option(u).route.stair; s.valid() && problem_.units()[u].storey >= 2)
                used.push_back(s);
        std::sort(used.begin(), used.end());
        used.erase(std::unique(used.begin(), used.end()), used.end());
        for (const GuidePost& post : landing_posts(building_, used, seen_)) plan_.posts.push_back(post);
    }

    // Where classes that come upon each other in a corridor were held up, the worst place of each way out of it.
    void add_corridor_posts() {
        std::map<std::pair<SpaceId, OpeningId>, GuidePost> worst;
        for (const CorridorMeeting& m : corridor_meetings(problem_, chosen_.candidate)) {
            GuidePost post{PostDuty::corridor, building_.space(m.space).level, m.space, m.in, {}};
            raise_to(post, seen_, {m.in}, {});
            if (post.congestion_s <= guided_from_s) continue;
            double first = problem_.times(m.units.front()).first_out_of_room;
            for (const std::size_t u : m.units) first = std::min(first, problem_.times(u).first_out_of_room);
            post.on_post_by_s = on_post_by(announcement_s() + first);
            const auto [at, is_new] = worst.emplace(std::pair{m.space, m.out}, post);
            if (!is_new && post.congestion_s > at->second.congestion_s) at->second = post;
        }
        for (const auto& [where, post] : worst) plan_.posts.push_back(post);
    }

    void add_exit_posts() {
        std::map<OpeningId, double> first;
        for (std::size_t u = 0; u < problem_.units().size(); ++u) {
            const double s = announcement_s() + problem_.times(u).first_out_of_room;
            const auto [at, is_new] = first.emplace(option(u).openings.back(), s);
            if (!is_new) at->second = std::min(at->second, s);
        }
        for (const auto& [exit, s] : first) {
            const Opening& o = building_.opening(exit);
            const SpaceId inside = building_.space(o.from).outdoor ? o.to : o.from;
            GuidePost post{PostDuty::exit, building_.space(inside).level, inside, exit, {}};
            raise_to(post, seen_, {exit}, {});
            post.on_post_by_s = on_post_by(s);
            plan_.posts.push_back(post);
        }
    }

    void add_assembly_posts() {
        for (const AssemblyArea& area : building_.assembly_areas) {
            int persons = 0;
            for (std::size_t u = 0; u < problem_.units().size(); ++u)
                if (std::find(area.spots.begin(), area.spots.end(), option(u).route.spot) != area.spots.end())
                    persons += problem_.units()[u].persons;
            if (persons == 0 && building_.assembly_areas.size() > 1) continue;
            GuidePost post{PostDuty::assembly, building_.space(area.space).level, area.space, {}, {}};
            post.persons = persons;
            plan_.posts.push_back(post);
        }
    }

    void add_timeline() {
        const Scenario& s = problem_.world().scenario;
        auto& rows = plan_.timeline;
        if (s.earthquake) rows.push_back({TimelineKind::shaking, -s.earthquake->shelter_s});
        rows.push_back({TimelineKind::signal, 0.0});
        rows.push_back({TimelineKind::order_to_leave, announcement_s()});
        std::map<double, std::vector<GroupId>> released;
        for (const ClassPlan& c : plan_.classes) released[c.release_delay_s].push_back(c.group);
        if (released.size() == 1) released.clear();  // with the order to leave
        for (auto& [delay, groups] : released)
            rows.push_back({TimelineKind::class_released, announcement_s() + delay, std::move(groups)});
        if (chosen_.candidate.held)
            rows.push_back({TimelineKind::hold_ends, announcement_s() + problem_.rules().longest_wait_s});
        const auto add = [&](TimelineKind kind, std::optional<double> at) {
            if (at) rows.push_back({kind, *at});
        };
        const auto median = [](const std::optional<analysis::Spread>& clock) {
            return clock ? std::optional(clock->median) : std::nullopt;
        };
        const analysis::ClockSpread& clocks = chosen_.variant.clocks;
        add(TimelineKind::first_out_of_building, chosen_.clocks.first_out_of_building());
        add(TimelineKind::last_out_of_room, median(clocks.last_out_of_room));
        add(TimelineKind::last_out_of_building, median(clocks.last_out_of_building));
        add(TimelineKind::last_at_spot, median(clocks.last_at_assembly));
        add(TimelineKind::roll_call_done, median(clocks.roll_call_done));
        std::stable_sort(rows.begin(), rows.end(),
                         [](const TimelineEntry& a, const TimelineEntry& b) { return a.at_s < b.at_s; });
    }

    DrillPlan& plan_;
    PlanProblem& problem_;
    const ChosenPlan& chosen_;
    const Building& building_;
    std::vector<analysis::Bottleneck> seen_;  // in all variants: guides are posted for the worst of them
};

}  // namespace

void fill_plan(DrillPlan& plan, PlanProblem& problem, const ChosenPlan& chosen) {
    Assembly(plan, problem, chosen).fill();
}

}  // namespace muster::planning
