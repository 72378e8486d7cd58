// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/propose_changes.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/analysis/bottlenecks.h"
#include "sim/base/overload.h"
#include "sim/planning/rectification.h"

namespace muster::planning {

namespace {

// Collects proposals, each change once.
class Collector {
public:
    explicit Collector(const World& world) : world_(world) {}

    void add(Proposal proposal) {
        if (proposal.change && !wider(*proposal.change)) {
            if (!proposal.line) return;
            place(proposal);
            proposal.change.reset();  // the shortfall stays, without a change
        }
        if (proposal.change) {
            place(proposal);
            for (Proposal& known : all_)
                if (known.change && same_thing(*known.change, *proposal.change)) return merge(known, proposal);
        }
        all_.push_back(std::move(proposal));
    }
    [[nodiscard]] bool has_change_at(std::size_t bottleneck) const {
        return std::any_of(all_.begin(), all_.end(),
                           [&](const Proposal& p) { return p.change && p.bottleneck == bottleneck; });
    }
    std::vector<Proposal> take() { return std::move(all_); }

private:
    // A width that is counted by other rules than the clear one must not make the thing narrower.
    [[nodiscard]] bool wider(const Change& change) const {
        constexpr double min_gain_m = 0.01;
        const Building& b = world_.building;
        if (const auto* o = std::get_if<WidenOpening>(&change))
            return o->width_m > b.opening(o->opening).clear_width_m + min_gain_m;
        const auto* s = std::get_if<WidenStair>(&change);
        if (s == nullptr) return true;
        const auto& flights = b.stair(s->stair).flights;
        return std::any_of(flights.begin(), flights.end(),
                           [&](SpaceId f) { return s->width_m > b.space(f).flight->clear_width_m + min_gain_m; });
    }
    // Two widths of one thing are one change, to the greater of them.
    static bool same_thing(const Change& a, const Change& b) {
        if (const auto* x = std::get_if<WidenOpening>(&a), *y = std::get_if<WidenOpening>(&b); x && y)
            return x->opening == y->opening;
        if (const auto* x = std::get_if<WidenStair>(&a), *y = std::get_if<WidenStair>(&b); x && y)
            return x->stair == y->stair;
        if (std::holds_alternative<HoldStorey>(a) && std::holds_alternative<HoldStorey>(b)) return true;
        return a == b;
    }
    static void merge(Proposal& known, const Proposal& again) {
        if (auto* x = std::get_if<WidenOpening>(&*known.change))
            x->width_m = std::max(x->width_m, std::get<WidenOpening>(*again.change).width_m);
        if (auto* x = std::get_if<WidenStair>(&*known.change))
            x->width_m = std::max(x->width_m, std::get<WidenStair>(*again.change).width_m);
        if (!known.bottleneck) known.bottleneck = again.bottleneck;
        if (!known.line) known.line = again.line;
    }
    void place(Proposal& p) const {
        std::visit(Overload{[&](const WidenOpening& c) { p.opening = c.opening; },
                            [&](const WidenStair& c) { p.stair = c.stair; },
                            [&](const UnlockOpening& c) { p.opening = c.opening; },
                            [&](const ReverseSwing& c) { p.opening = c.opening; },
                            [&](const AddMiddleRail& c) { p.space = c.flight; },
                            [&](const RemoveObstacle& c) { p.obstacle = c.obstacle; },
                            [&](const DropIncident& c) { p.opening = opening_of(c); },
                            [&](const HoldStorey& c) { p.level = c.level; },
                            [&](const PostTeacher& c) { p.opening = c.opening; }},
                   *p.change);
    }
    [[nodiscard]] OpeningId opening_of(const DropIncident& c) const {
        return std::visit(
            [](const auto& what) {
                if constexpr (requires { what.opening; })
                    return what.opening;
                else
                    return OpeningId{};
            },
            world_.scenario.incidents[c.incident].what);
    }

    const World& world_;
    std::vector<Proposal> all_;
};

struct Proposer {
    const World& world;
    const std::vector<analysis::Bottleneck>& bottlenecks;
    const std::vector<ComplianceLine>& lines;
    const ProposalLimits& limits;
    Collector out{world};

    const Building& building = world.building;

    // Where people were kept inside by something else than the queue, no width helps: open it, clear it, or say so.
    void from_held(std::size_t index) {
        const analysis::Bottleneck& b = bottlenecks[index];
        clear_ways(index);
        if (b.opening.valid() && building.opening(b.opening).state == DoorState::locked)
            out.add({UnlockOpening{b.opening}, index, {}, {}, {}, {}, {}, {}});
        if (out.has_change_at(index)) return;
        Proposal nothing;
        nothing.bottleneck = index;
        nothing.opening = b.opening;
        nothing.space = b.space;
        out.add(std::move(nothing));
    }
    void from_bottleneck(std::size_t index) {
        const analysis::Bottleneck& b = bottlenecks[index];
        if (b.held.persons() > 0 && b.held.mainly() != analysis::Hold::queue) return from_held(index);
        const StairId stair = stair_at(b);
        clear_ways(index);
        if (stair.valid()) {
            out.add({WidenStair{stair, next_width_m(narrowest_flight_m(stair))}, index, {}, {}, {}, {}, {}, {}});
            if (const OpeningId mouth = mouth_of(b); mouth.valid())
                out.add({PostTeacher{mouth}, index, {}, {}, {}, {}, {}, {}});
        } else if (b.opening.valid()) {
            out.add({WidenOpening{b.opening, next_width_m(b.clear_width_m)}, index, {}, {}, {}, {}, {}, {}});
        }
        move_furniture(index);
        stagger(index);
    }

    // --- stairs -----------------------------------------------------------------------------------------------
    [[nodiscard]] StairId stair_at(const analysis::Bottleneck& b) const {
        if (b.space.valid() && building.space(b.space).flight) return building.space(b.space).flight->stair;
        if (b.opening.valid() && building.opening(b.opening).kind == OpeningKind::flight_end)
            for (const Space& s : building.spaces)
                if (s.flight && (s.flight->foot == b.opening || s.flight->head == b.opening)) return s.flight->stair;
        return {};
    }
    [[nodiscard]] double narrowest_flight_m(StairId stair) const {
        double least = 1e9;
        for (const SpaceId flight : building.stair(stair).flights)
            least = std::min(least, building.space(flight).flight->clear_width_m);
        return least;
    }
    // Where people come onto the flight from above.
    [[nodiscard]] OpeningId mouth_of(const analysis::Bottleneck& b) const {
        if (b.space.valid() && building.space(b.space).flight) return building.space(b.space).flight->head;
        return b.opening;
    }

    // --- what is in the way -----------------------------------------------------------------------------------
    [[nodiscard]] std::vector<OpeningId> openings_at(const analysis::Bottleneck& b) const {
        if (b.opening.valid()) return {b.opening};
        if (b.space.valid() && building.space(b.space).flight)
            return {building.space(b.space).flight->foot, building.space(b.space).flight->head};
        return {};
    }
    void clear_ways(std::size_t index) {
        const std::vector<OpeningId> ways = openings_at(bottlenecks[index]);
        for (std::size_t i = 0; i < world.scenario.incidents.size(); ++i)
            if (const OpeningId in = narrowed_by(world.scenario.incidents[i].what);
                in.valid() && std::find(ways.begin(), ways.end(), in) != ways.end())
                out.add({DropIncident{i}, index, {}, {}, {}, {}, {}, {}});
    }
    static OpeningId narrowed_by(const Incident& what) {
        if (const auto* o = std::get_if<ObstructOpening>(&what)) return o->opening;
        if (const auto* b = std::get_if<BlockOpening>(&what)) return b->blocked ? b->opening : OpeningId{};
        return {};
    }
    void move_furniture(std::size_t index) {
        for (const OpeningId way : openings_at(bottlenecks[index]))
            for (std::size_t i = 0; i < building.obstacles.size(); ++i)
                if (narrows(building.obstacles[i], building.opening(way)))
                    out.add({RemoveObstacle{ObstacleId{i}}, index, {}, {}, {}, {}, {}, {}});
    }
    // Stands in front of the opening, not beside it; a column stays.
    [[nodiscard]] bool narrows(const Obstacle& obstacle, const Opening& opening) const {
        if (obstacle.kind == ObstacleKind::column || !opening.joins(obstacle.space)) return false;
        const Vec2 along = opening.at.direction();
        const double half = 0.5 * opening.at.length();
        return std::any_of(obstacle.outline.begin(), obstacle.outline.end(), [&](Vec2 p) {
            const Vec2 off = p - opening.at.middle();
            return std::abs(dot(off, along)) < half && std::abs(cross(along, off)) < limits.obstacle_reach_m;
        });
    }

    // --- order ------------------------------------------------------------------------------------------------
    // The uppermost of the storeys that wait here is held while half of the one below passes.
    void stagger(std::size_t index) {
        const analysis::Bottleneck& b = bottlenecks[index];
        const Scenario& scenario = world.scenario;
        const bool told_at_once = scenario.release.policy == ReleasePolicy::all_at_once && !scenario.earthquake &&
                                  !scenario.alarm.by_detection;  // else nobody knows beforehand when that is
        if (!told_at_once || b.mean_flow <= 0.0) return;
        std::set<std::pair<int, LevelId>> storeys;
        for (const GroupId g : b.groups) storeys.emplace(building.level(level_of(g)).storey, level_of(g));
        if (storeys.size() < 2) return;
        const LevelId top = storeys.rbegin()->second, below = std::next(storeys.rbegin())->second;
        HoldStorey hold{top, {}, 0.0};
        int passing = 0;
        for (const GroupId g : b.groups) {
            const Group& group = world.scenario.population.groups[g.index()];
            if (level_of(g) == top && group.sets_off_s < 0.0) hold.groups.push_back(g);
            if (level_of(g) == below) passing += group.count + static_cast<int>(group.teachers.size());
        }
        const double wanted = 0.5 * passing / b.mean_flow;
        hold.delay_s = 5.0 * std::round(std::clamp(wanted, limits.min_hold_s, limits.max_hold_s) / 5.0);
        std::sort(hold.groups.begin(), hold.groups.end());
        if (!hold.groups.empty()) out.add({hold, index, {}, {}, {}, {}, {}, {}});
    }
    [[nodiscard]] LevelId level_of(GroupId g) const {
        return building.space(world.scenario.population.groups[g.index()].space).level;
    }

    // --- locked exits -----------------------------------------------------------------------------------------
    void locked_exits() {
        for (std::size_t i = 0; i < building.openings.size(); ++i)
            if (building.openings[i].state == DoorState::locked && building.is_building_exit(OpeningId{i}) &&
                !kept_locked(building.openings[i]))
                out.add({UnlockOpening{OpeningId{i}}, bottleneck_at(OpeningId{i}), {}, {}, {}, {}, {}, {}});
        for (std::size_t i = 0; i < world.scenario.incidents.size(); ++i)
            if (const auto* set = std::get_if<SetOpening>(&world.scenario.incidents[i].what);
                set != nullptr && set->state == DoorState::locked)
                out.add({DropIncident{i}, bottleneck_at(set->opening), {}, {}, {}, {}, {}, {}});
    }
    // Gas, boilers, switchgear and stores are locked on purpose: nobody's way out leads through them.
    [[nodiscard]] bool kept_locked(const Opening& opening) const {
        constexpr SpaceUse dangerous[] = {SpaceUse::storage, SpaceUse::switch_room, SpaceUse::gas_store,
                                          SpaceUse::chemical_store, SpaceUse::boiler_room};
        const auto is_dangerous = [&](SpaceId s) {
            return s.valid() &&
                   std::find(std::begin(dangerous), std::end(dangerous), building.space(s).use) != std::end(dangerous);
        };
        return is_dangerous(opening.from) || is_dangerous(opening.to);
    }
    [[nodiscard]] std::optional<std::size_t> bottleneck_at(OpeningId opening) const {
        for (std::size_t i = 0; i < bottlenecks.size(); ++i)
            if (bottlenecks[i].opening == opening) return i;
        return {};
    }

    // --- shortfalls of the check ------------------------------------------------------------------------------
    void from_line(std::size_t index) {
        const ComplianceLine& line = lines[index];
        const ComplianceSubject& at = line.subject;
        const auto add = [&](Change change) { out.add({std::move(change), {}, index, {}, {}, {}, {}, {}}); };
        switch (line.measure) {
            case Measure::door_width:
                if (at.opening.valid()) return add(WidenOpening{at.opening, next_width_m(line.actual, line.required)});
                break;
            case Measure::door_swing:
                if (at.opening.valid()) return add(ReverseSwing{at.opening, out_of_room(at.opening)});
                break;
            case Measure::flight_width:
                if (const StairId stair = stair_of(at); stair.valid())
                    return add(WidenStair{stair, next_width_m(line.actual, line.required)});
                break;
            case Measure::middle_rail:
                if (at.space.valid() && building.space(at.space).flight) return add(AddMiddleRail{at.space});
                break;
            case Measure::locked:
                if (at.opening.valid()) return add(UnlockOpening{at.opening});
                break;
            case Measure::exit_width:
                if (const OpeningId exit = widest_gain_exit(at); exit.valid())
                    return add(WidenOpening{
                        exit, next_width_m(building.opening(exit).clear_width_m,
                                           building.opening(exit).clear_width_m + line.required - line.actual)});
                break;
            case Measure::stair_width:
                if (const StairId stair = narrowest_stair(at.storey); stair.valid())
                    return add(
                        WidenStair{stair, next_width_m(narrowest_flight_m(stair),
                                                       narrowest_flight_m(stair) + line.required - line.actual)});
                break;
            default:
                break;
        }
        Proposal nothing;
        nothing.line = index;
        nothing.opening = at.opening;
        nothing.space = at.space;
        nothing.stair = at.stair;
        nothing.level = level_of_storey(at.storey);
        out.add(std::move(nothing));
    }
    [[nodiscard]] StairId stair_of(const ComplianceSubject& at) const {
        if (at.stair.valid()) return at.stair;
        return at.space.valid() && building.space(at.space).flight ? building.space(at.space).flight->stair : StairId{};
    }
    [[nodiscard]] SpaceId out_of_room(OpeningId id) const {
        const Opening& o = building.opening(id);
        return o.swings_into && o.swings_into->valid() ? o.other(*o.swings_into) : o.to;
    }
    // The exit of the storey that people queue at most, else the narrowest.
    [[nodiscard]] OpeningId widest_gain_exit(const ComplianceSubject& at) const {
        for (const analysis::Bottleneck& b : bottlenecks)
            if (b.opening.valid() && is_exit_of(b.opening, at.storey)) return b.opening;
        OpeningId best;
        for (std::size_t i = 0; i < building.openings.size(); ++i)
            if (is_exit_of(OpeningId{i}, at.storey) &&
                (!best.valid() || building.openings[i].clear_width_m < building.opening(best).clear_width_m))
                best = OpeningId{i};
        return best;
    }
    [[nodiscard]] bool is_exit_of(OpeningId id, int storey) const {
        return building.is_building_exit(id) &&
               building.level(building.space(building.opening(id).from).level).storey == storey;
    }
    [[nodiscard]] StairId narrowest_stair(int storey) const {
        StairId best;
        for (std::size_t i = 0; i < building.stairs.size(); ++i) {
            const auto& flights = building.stairs[i].flights;
            const bool there = std::any_of(flights.begin(), flights.end(), [&](SpaceId f) {
                const int from = building.level(building.space(f).level).storey;
                return from == storey || from == storey - 1;
            });
            if (there && (!best.valid() || narrowest_flight_m(StairId{i}) < narrowest_flight_m(best)))
                best = StairId{i};
        }
        return best;
    }
    [[nodiscard]] LevelId level_of_storey(int storey) const {
        for (std::size_t i = 0; i < building.levels.size(); ++i)
            if (storey != 0 && building.levels[i].storey == storey) return LevelId{i};
        return {};
    }
};

}  // namespace

std::vector<Proposal> propose(const World& world, const std::vector<analysis::Bottleneck>& bottlenecks,
                              const std::vector<ComplianceLine>& lines, const ProposalLimits& limits) {
    Proposer proposer{world, bottlenecks, lines, limits};
    proposer.locked_exits();
    for (std::size_t i = 0; i < bottlenecks.size(); ++i)
        if (bottlenecks[i].held.persons() > 0 || (i < limits.max_bottlenecks && analysis::matters(bottlenecks[i])))
            proposer.from_bottleneck(i);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].bad() && lines[i].proposed) proposer.from_line(i);
    return proposer.out.take();
}

}  // namespace muster::planning
