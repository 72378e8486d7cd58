// SPDX-License-Identifier: Apache-2.0
// Incidents that cannot happen.
#include <algorithm>

#include "sim/model/incident_kinds.h"
#include "sim/model/validate.h"

namespace muster::validation {

namespace {

constexpr double narrowest_passage_m = 0.3;  // less than this and not even a child's body passes

// What is the same for every kind: places that are there, numbers within their limits.
class MemberCheck {
public:
    MemberCheck(const std::string& pointer, Report& report) : pointer_(pointer), report_(report) {}

    template <class Id>
    void place(const char*, Id id) {
        if (!id.valid()) report_.error("incident.no_place", pointer_);
        placed_ = placed_ && id.valid();
    }
    void places(const char* key, const std::vector<SpaceId>& ids) {
        for (const SpaceId id : ids) place(key, id);
    }
    void number(const char*, double value, MemberRange range) {
        check_limits({pointer_.c_str(), value, range.low, range.high}, report_);
    }
    void usual(const char* key, double value, MemberRange range) { number(key, value, range); }
    void grams(const char* key, double kg, MemberRange range) {
        number(key, kg, {1e-3 * range.low, 1e-3 * range.high});
    }
    void release(const Release& release) {
        number("interval_s", release.interval_s, within_a_day);
        number("gap_m", release.gap_m, {0.0, 1000.0});
        number("longest_wait_s", release.longest_wait_s.value_or(0.0), within_a_day);
    }
    void fire(const StartFire& i) {
        number("room_closes_after_s", i.room_closes_after_s, within_a_day);
        place("space", i.space);
    }
    void until_end(const char*, double, MemberRange) {}
    void flag(const char*, bool) {}
    void word(const char*, auto) {}
    void point(const char*, const std::optional<Vec2>&) {}
    void route(const char*, const Route&) {}

    [[nodiscard]] bool placed() const { return placed_; }

private:
    const std::string& pointer_;
    Report& report_;
    bool placed_ = true;
};

class IncidentCheck {
public:
    IncidentCheck(const World& world, std::string pointer, Report& report)
        : world_(world), building_(world.building), pointer_(std::move(pointer)), report_(report) {}

    template <class Kind>
    void operator()(const Kind& incident) {
        MemberCheck members(pointer_, report_);
        IncidentKind<Kind>::members(incident, members);
        if constexpr (requires { check_sense(incident); })
            if (members.placed()) check_sense(incident);
    }

private:
    void check_sense(const SetOpening& i) {
        if (i.state == DoorState::open) return;
        const Opening& o = building_.opening(i.opening);
        const bool no_leaf = o.kind == OpeningKind::doorway || o.kind == OpeningKind::flight_end;
        if (no_leaf) report_.error("incident.nothing_to_shut", pointer_, {{"opening", o.key}});
    }
    void check_sense(const ObstructOpening& i) {
        const Opening& o = building_.opening(i.opening);
        if (i.clear_width_m >= o.clear_width_m)
            report_.warning("incident.obstructs_nothing", pointer_,
                            {{"opening", o.key}, {"left", shown(i.clear_width_m)}, {"width", shown(o.clear_width_m)}});
        else if (i.clear_width_m < narrowest_passage_m)
            report_.warning("incident.nobody_passes", pointer_, {{"opening", o.key}, {"left", shown(i.clear_width_m)}});
    }
    void check_sense(const StartFire& i) {
        const Space& space = building_.space(i.space);
        if (space.outdoor) report_.warning("incident.fire_outdoors", pointer_, {{"space", space.key}});
        if (i.at && !space.outdoor && !contains(space.area, *i.at))
            report_.warning("incident.fire_beside", pointer_, {{"space", space.key}});
        if (i.fire) check_fire(*i.fire, space);
    }
    void check_sense(const GasLeak& i) {
        if (building_.space(i.space).outdoor)
            report_.warning("incident.leak_outdoors", pointer_, {{"space", building_.space(i.space).key}});
    }
    void check_sense(const IgniteGas&) {
        const auto& all = world_.scenario.incidents;
        const bool leaks =
            std::any_of(all.begin(), all.end(), [](const auto& o) { return std::holds_alternative<GasLeak>(o.what); });
        if (!leaks) report_.warning("incident.nothing_to_ignite", pointer_);
    }
    void check_sense(const StartExhaust& i) {
        if (building_.space(i.space).outdoor)
            report_.warning("incident.exhaust_outdoors", pointer_, {{"space", building_.space(i.space).key}});
    }
    void check_sense(const SendGroup& i) {
        if (i.route == Route{}) report_.error("incident.empty_route", pointer_, {{"group", key_of(i.group)}});
        check_route(world_, i.group, i.route, pointer_, report_);
    }
    void check_sense(const HoldGroup& i) {
        if (world_.scenario.population.groups[i.group.index()].sets_off_s >= 0.0)
            report_.warning("incident.holds_nobody", pointer_, {{"group", key_of(i.group)}});
    }
    void check_sense(const ChangeRelease& i) { check_release(world_, i.release, pointer_, report_); }
    void check_sense(const PostGuide& i) {
        if (i.turns_away) return;
        const Opening& o = building_.opening(i.opening);
        const bool at_flight = building_.space(o.from).flight || (o.to.valid() && building_.space(o.to).flight);
        if (!at_flight) report_.error("incident.guide_no_flight", pointer_, {{"opening", o.key}});
    }

    void check_fire(const DesignFire& fire, const Space& space) {
        check_limits({pointer_.c_str(), fire.peak_kw, 0.0, 100000.0}, report_);
        const double floor = area(space.area);
        if (fire.area_m2 > floor)
            report_.warning("incident.fire_larger_than_room", pointer_,
                            {{"space", space.key}, {"fire", shown(fire.area_m2)}, {"floor", shown(floor)}});
        if (fire.peak_kw > 2500.0 * fire.area_m2)  // more per area than any furniture or pool burns with
            report_.warning("incident.fire_too_hot", pointer_,
                            {{"kw", shown(fire.peak_kw)}, {"area", shown(fire.area_m2)}});
    }
    [[nodiscard]] const std::string& key_of(GroupId g) const {
        return world_.scenario.population.groups[g.index()].key;
    }

    const World& world_;
    const Building& building_;
    std::string pointer_;
    Report& report_;
};

}  // namespace

void check_incidents(const World& world, Report& report) {
    const Scenario& s = world.scenario;
    std::optional<LeakGas> gas;  // the network carries one
    for (std::size_t i = 0; i < s.incidents.size(); ++i) {
        const std::string pointer = "/incidents/" + std::to_string(i);
        const std::string at_pointer = pointer + "/at_s";
        check_limits({at_pointer.c_str(), s.incidents[i].at_s, 0.0, day_s}, report);
        if (s.incidents[i].at_s > s.run.max_s)
            report.warning("incident.after_end", at_pointer,
                           {{"at", shown(s.incidents[i].at_s)}, {"end", shown(s.run.max_s)}});
        std::visit(IncidentCheck(world, pointer, report), s.incidents[i].what);
        if (const auto* leak = std::get_if<GasLeak>(&s.incidents[i].what)) {
            if (gas && *gas != leak->gas) report.error("incident.two_gases", pointer);
            gas = leak->gas;
        }
    }
}

}  // namespace muster::validation

muster::Findings muster::check_incident(const World& world, const Incident& incident) {
    validation::Report report;
    std::visit(validation::IncidentCheck(world, "", report), incident);
    return report.take();
}
