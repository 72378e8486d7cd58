// SPDX-License-Identifier: Apache-2.0
#include "render/papers/forms/plan_of_run.h"

#include <algorithm>
#include <map>
#include <set>

#include "render/papers/run_report/derived.h"
#include "sim/planning/guide_posts.h"

namespace muster::papers {

namespace {

// What one group did: by which stair and exit most of it went, and when its first person was there.
struct Passage {
    std::map<StairId, int> stairs;
    std::map<OpeningId, int> exits;
    std::map<StairId, double> first_on;
    std::map<OpeningId, double> first_at;
    double released_s = -1.0;
};

template <class Id>
Id most_used(const std::map<Id, int>& counts) {
    const auto it = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
    return it == counts.end() ? Id{} : it->first;
}

std::vector<Passage> passages_of(const Trace& trace) {
    const Building& building = trace.world->building;
    std::vector<Passage> passages(trace.world->scenario.population.groups.size());
    for (const TimedEvent& e : trace.events) {
        const double t = e.time.seconds();
        if (const auto* released = std::get_if<GroupReleased>(&e.event))
            if (double& first = passages[released->group.index()].released_s; first < 0.0) first = t;
        const auto* crossed = std::get_if<PersonCrossed>(&e.event);
        if (crossed == nullptr) continue;
        Passage& passage = passages[trace.people[crossed->person.index()].group.index()];
        if (crossed->into.valid())
            if (const auto& flight = building.space(crossed->into).flight; flight && flight->head == crossed->opening) {
                ++passage.stairs[flight->stair];
                passage.first_on.try_emplace(flight->stair, t);
            }
        if (building.is_building_exit(crossed->opening)) {
            ++passage.exits[crossed->opening];
            passage.first_at.try_emplace(crossed->opening, t);
        }
    }
    return passages;
}

bool is_planned(const World& world, const Group& group, bool classes_only) {
    if (group.count == 0 || group.destination.valid() || !group.space.valid()) return false;
    return classes_only ? group.is_class : !world.building.space(group.space).outdoor;
}

// Order of release at each stair; classes without one, at their exit: by when their first person was there.
void number_in_order(std::vector<planning::ClassPlan>& classes, const std::vector<Passage>& passages) {
    const auto when = [&](const planning::ClassPlan& c) {
        const Passage& p = passages[c.group.index()];
        if (c.route.stair.valid()) {
            const auto it = p.first_on.find(c.route.stair);
            return it == p.first_on.end() ? 1e18 : it->second;
        }
        const auto it = p.first_at.find(c.route.exit);
        return it == p.first_at.end() ? 1e18 : it->second;
    };
    for (planning::ClassPlan& one : classes)
        one.order =
            1 + static_cast<int>(std::count_if(classes.begin(), classes.end(), [&](const planning::ClassPlan& other) {
                if (other.route.stair != one.route.stair) return false;
                if (!one.route.stair.valid() && other.route.exit != one.route.exit) return false;
                return std::pair(when(other), other.group) < std::pair(when(one), one.group);
            }));
}

std::vector<planning::ClassPlan> classes_of(const ReportInput& input, const std::vector<Passage>& passages,
                                            double signal) {
    const World& world = *input.world;
    const std::vector<Group>& groups = world.scenario.population.groups;
    const bool classes_only = std::any_of(groups.begin(), groups.end(), [](const Group& g) { return g.is_class; });
    double order_to_leave = 1e18;
    for (const Passage& p : passages)
        if (p.released_s >= 0.0) order_to_leave = std::min(order_to_leave, p.released_s);
    const auto since = [&](const std::optional<double>& t) { return t ? std::optional(*t - signal) : std::nullopt; };
    std::vector<planning::ClassPlan> classes;
    for (const ClassTimes& times : class_times(*input.trace)) {
        const Group& group = groups[times.group.index()];
        if (!is_planned(world, group, classes_only)) continue;
        const Passage& p = passages[times.group.index()];
        planning::ClassPlan& row = classes.emplace_back();
        row.group = times.group;
        row.persons = times.persons;
        row.route = group.route;
        if (!row.route.stair.valid()) row.route.stair = most_used(p.stairs);
        if (!row.route.exit.valid()) row.route.exit = most_used(p.exits);
        row.release_delay_s = p.released_s < 0.0 ? 0.0 : p.released_s - order_to_leave;
        row.held = row.release_delay_s > 0.0 && world.scenario.release.policy == ReleasePolicy::class_by_class;
        row.out_of_room_s = since(times.out_of_room);
        row.out_of_building_s = since(times.out_of_building);
        row.at_spot_s = since(times.at_assembly);
    }
    number_in_order(classes, passages);
    return classes;
}

// By storey from the lowest, then by stair and order.
void sort_rows(std::vector<planning::ClassPlan>& classes, const World& world) {
    const auto key = [&](const planning::ClassPlan& c) {
        const Group& group = world.scenario.population.groups[c.group.index()];
        return std::tuple(world.building.level(world.building.space(group.space).level).storey, c.route.stair,
                          c.route.exit, c.order);
    };
    std::stable_sort(classes.begin(), classes.end(),
                     [&](const planning::ClassPlan& a, const planning::ClassPlan& b) { return key(a) < key(b); });
}

class Posts {
public:
    Posts(const ReportInput& input, double signal) : input_(input), building_(input.world->building), signal_(signal) {}

    // A guide where each storey's classes come onto a stair, on each stair above the ground, at each exit in use, at
    // each assembly area.
    std::vector<planning::GuidePost> of(const std::vector<planning::ClassPlan>& classes) {
        for (const analysis::Bottleneck& b : input_.ensemble->bottlenecks) {
            if (b.persons == 0 || !b.opening.valid()) continue;
            const Opening& o = building_.opening(b.opening);
            const SpaceId onto = flight_behind(o);
            if (onto.valid() && building_.space(onto).flight->head == b.opening)
                add_stair(b, o.other(onto), building_.space(onto).flight->stair);
            else if (building_.is_building_exit(b.opening))
                add(b, planning::PostDuty::exit, building_.space(o.from).outdoor ? o.to : o.from, {});
        }
        for (const planning::GuidePost& post :
             planning::landing_posts(building_, stairs_from_above(classes), input_.ensemble->bottlenecks))
            posts_.push_back(post);
        std::stable_sort(posts_.begin(), posts_.end(), [](const planning::GuidePost& a, const planning::GuidePost& b) {
            return std::tuple(a.duty, -a.peak_density) < std::tuple(b.duty, -b.peak_density);
        });
        add_assembly(classes);
        return std::move(posts_);
    }

private:
    [[nodiscard]] std::vector<StairId> stairs_from_above(const std::vector<planning::ClassPlan>& classes) const {
        std::set<StairId> stairs;
        for (const planning::ClassPlan& c : classes) {
            const Group& g = input_.world->scenario.population.groups[c.group.index()];
            if (c.route.stair.valid() && building_.level(building_.space(g.space).level).storey >= 2)
                stairs.insert(c.route.stair);
        }
        return {stairs.begin(), stairs.end()};
    }

    [[nodiscard]] SpaceId flight_behind(const Opening& o) const {
        for (const SpaceId s : {o.from, o.to})
            if (s.valid() && building_.space(s).flight) return s;
        return {};
    }

    // Only where a storey joins the stair: from a landing of the stair itself nobody comes.
    void add_stair(const analysis::Bottleneck& b, SpaceId from, StairId stair) {
        if (!from.valid() || building_.space(from).use == SpaceUse::stair_flight) return;
        if (building_.space(from).floor_m > 0.0) return;  // a landing between storeys
        add(b, planning::PostDuty::storey_stair, from, stair);
    }

    void add(const analysis::Bottleneck& b, planning::PostDuty duty, SpaceId space, StairId stair) {
        planning::GuidePost& post = posts_.emplace_back();
        post.duty = duty;
        post.level = building_.space(space).level;
        post.space = space;
        post.opening = b.opening;
        post.stair = stair;
        post.peak_density = b.peak_density;
        post.congestion_s = b.congestion_s;
        post.persons = b.persons;
    }

    void add_assembly(const std::vector<planning::ClassPlan>& classes) {
        for (const AssemblyArea& area : building_.assembly_areas) {
            planning::GuidePost post;
            post.duty = planning::PostDuty::assembly;
            post.level = building_.space(area.space).level;
            post.space = area.space;
            for (const planning::ClassPlan& c : classes)
                if (std::find(area.spots.begin(), area.spots.end(), c.route.spot) != area.spots.end())
                    post.persons += c.persons;
            if (post.persons > 0) posts_.push_back(post);
        }
    }

    const ReportInput& input_;
    const Building& building_;
    double signal_;
    std::vector<planning::GuidePost> posts_;
};

std::vector<planning::TimelineEntry> timeline_of(const ReportInput& input, const std::vector<Passage>& passages,
                                                 double signal) {
    std::vector<planning::TimelineEntry> rows;
    std::map<double, std::vector<GroupId>> released;
    for (const TimedEvent& e : input.trace->events) {
        if (std::holds_alternative<ShakingStarts>(e.event) && e.time.seconds() < signal)
            rows.push_back({planning::TimelineKind::shaking, e.time.seconds() - signal});
    }
    rows.push_back({planning::TimelineKind::signal, 0.0});
    for (std::size_t g = 0; g < passages.size(); ++g)
        if (passages[g].released_s >= 0.0) released[passages[g].released_s - signal].push_back(GroupId{g});
    if (!released.empty()) {
        rows.push_back({planning::TimelineKind::order_to_leave, released.begin()->first});
        if (released.size() > 1)
            for (auto& [at, groups] : released) rows.push_back({planning::TimelineKind::class_released, at, groups});
    }
    const std::vector<double> out = input.ensemble->runs.front().out_of_building_s;
    if (!out.empty()) rows.push_back({planning::TimelineKind::first_out_of_building, out.front() - signal});
    const auto last = [&](planning::TimelineKind kind, const std::optional<analysis::Spread>& clock) {
        if (clock) rows.push_back({kind, clock->median - signal});
    };
    const analysis::ClockSpread& clocks = input.ensemble->clocks;
    last(planning::TimelineKind::last_out_of_room, clocks.last_out_of_room);
    last(planning::TimelineKind::last_out_of_building, clocks.last_out_of_building);
    last(planning::TimelineKind::last_at_spot, clocks.last_at_assembly);
    last(planning::TimelineKind::roll_call_done, clocks.roll_call_done);
    std::stable_sort(rows.begin(), rows.end(), [](const planning::TimelineEntry& a, const planning::TimelineEntry& b) {
        return a.at_s < b.at_s;
    });
    return rows;
}

}  // namespace

planning::DrillPlan plan_of_run(const ReportInput& input) {
    const double signal = signal_s(input);
    const std::vector<Passage> passages = passages_of(*input.trace);
    planning::DrillPlan plan;
    plan.classes = classes_of(input, passages, signal);
    sort_rows(plan.classes, *input.world);
    plan.posts = Posts(input, signal).of(plan.classes);
    plan.staff = planning::staffing_of(*input.world, plan.posts.size());
    plan.timeline = timeline_of(input, passages, signal);
    for (const analysis::RunAnalysis& run : input.ensemble->runs) plan.seeds.push_back(run.seed);
    return plan;
}

}  // namespace muster::papers
