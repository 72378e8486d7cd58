// SPDX-License-Identifier: Apache-2.0
// Times and settings of a run, the order of release, and incidents.
#include <algorithm>

#include "sim/model/validate.h"

namespace muster::validation {

namespace {

constexpr double day_s = 86400.0;
constexpr double narrowest_passage_m = 0.3;  // less than this and not even a child's body passes

struct Limits {
    const char* pointer;
    double value, low, high;
};

void check_limits(const Limits& l, Report& report) {
    if (l.value >= l.low && l.value <= l.high) return;  // false for NaN too
    report.error("scenario.value_out_of_range", l.pointer,
                 {{"value", shown(l.value)}, {"low", shown(l.low)}, {"high", shown(l.high)}});
}

void check_ends(const World& world, Report& report) {
    const Scenario& s = world.scenario;
    const auto past_end = [&](double at_s, const char* code, const char* pointer) {
        if (at_s > s.run.max_s) report.warning(code, pointer, {{"at", shown(at_s)}, {"end", shown(s.run.max_s)}});
    };
    past_end(s.alarm.at_s + s.alarm.announcement_s, "alarm.after_end", "/alarm");
    past_end(s.target_out_s, "scenario.target_after_end", "/target_out_s");
    if (s.earthquake) past_end(s.earthquake->at_s + s.earthquake->shelter_s, "earthquake.after_end", "/earthquake");
    if (const SmokeRecord* run = s.smoke.outside.get()) {
        double end_s = run->time_s.empty() ? 1e9 : run->time_s.back();
        for (const RecordedSlice& slice : run->slices) end_s = std::min(end_s, slice.time_s.back());
        if (run->starts_s + end_s < s.run.max_s)
            report.warning("outside.shorter_than_run", "/smoke/outside_run",
                           {{"end", shown(run->starts_s + end_s)}, {"max", shown(s.run.max_s)}});
        for (std::size_t i = 0; i < s.incidents.size(); ++i) {
            const auto* fire = std::get_if<StartFire>(&s.incidents[i].what);
            if ((fire != nullptr && fire->smoke) || std::holds_alternative<GasLeak>(s.incidents[i].what))
                report.warning("outside.own_fire", "/incidents/" + std::to_string(i));
        }
    }
    if (s.run.sample_s > s.run.max_s)
        report.error("run.sample_longer_than_run", "/run/sample_s",
                     {{"sample", shown(s.run.sample_s)}, {"end", shown(s.run.max_s)}});
}

std::string joined(const std::vector<std::string>& names) {
    constexpr std::size_t most = 8;  // a message, not a list
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < most; ++i) out += (i == 0 ? "" : ", ") + names[i];
    return names.size() > most ? out + ", ..." : out;
}

void check_order(const World& world, Report& report) {
    const auto& groups = world.scenario.population.groups;
    std::vector<int> named(groups.size(), 0);
    const auto& order = world.scenario.release.order;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::string pointer = "/release/order/" + std::to_string(i);
        if (!order[i].valid() || order[i].index() >= groups.size()) {
            report.error("release.no_such_group", pointer);
            continue;
        }
        const Group& g = groups[order[i].index()];
        if (++named[order[i].index()] == 2) report.error("release.order_repeats", pointer, {{"group", g.key}});
        if (!g.is_class) report.warning("release.not_a_class", pointer, {{"group", g.key}});
    }
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i].is_class && groups[i].sets_off_s < 0.0 && named[i] == 0) missing.push_back(groups[i].key);
    if (!missing.empty())
        report.warning("release.order_incomplete", "/release/order",
                       {{"count", std::to_string(missing.size())}, {"groups", joined(missing)}});
}

void check_release(const World& world, Report& report) {
    const Release& release = world.scenario.release;
    const bool ordered = release.policy == ReleasePolicy::class_by_class || release.policy == ReleasePolicy::stagger;
    const bool timed = release.policy == ReleasePolicy::by_storey || release.policy == ReleasePolicy::stagger;
    if (timed && release.interval_s <= 0.0) report.warning("release.no_interval", "/release");
    if (release.order.empty()) return;
    if (ordered)
        check_order(world, report);
    else
        report.warning("release.order_ignored", "/release/order");
}

}  // namespace

void check_times(const World& world, Report& report) {
    const Scenario& s = world.scenario;
    const Earthquake quake = s.earthquake.value_or(Earthquake{});
    for (const Limits& limits : {
             Limits{"/run/max_s", s.run.max_s, 1.0, day_s},
             Limits{"/run/sample_s", s.run.sample_s, 0.05, 60.0},
             Limits{"/run/friction", s.run.friction, 0.0, 1.0},
             Limits{"/roll_call_s", s.roll_call_s, 0.0, day_s},
             Limits{"/target_out_s", s.target_out_s, 1.0, day_s},
             Limits{"/alarm/at_s", s.alarm.at_s, 0.0, day_s},
             Limits{"/alarm/announcement_s", s.alarm.announcement_s, 0.0, day_s},
             Limits{"/release/interval_s", s.release.interval_s, 0.0, day_s},
             Limits{"/release/gap_m", s.release.gap_m, 0.0, 1000.0},
             Limits{"/earthquake/at_s", quake.at_s, 0.0, day_s},
             Limits{"/earthquake/shelter_s", quake.shelter_s, 0.0, day_s},
             Limits{"/earthquake/door_jam_probability", quake.door_jam_probability, 0.0, 1.0},
         })
        check_limits(limits, report);
    check_ends(world, report);
    check_release(world, report);
}

namespace {

class IncidentCheck {
public:
    IncidentCheck(const World& world, std::string pointer, Report& report)
        : world_(world), building_(world.building), pointer_(std::move(pointer)), report_(report) {}

    void operator()(const SetOpening& i) {
        if (!placed(i.opening) || i.state == DoorState::open) return;
        const Opening& o = building_.opening(i.opening);
        const bool no_leaf = o.kind == OpeningKind::doorway || o.kind == OpeningKind::flight_end;
        if (no_leaf) report_.error("incident.nothing_to_shut", pointer_, {{"opening", o.key}});
    }
    void operator()(const BlockOpening& i) { (void)placed(i.opening); }
    void operator()(const CloseSpace& i) { (void)placed(i.space); }
    void operator()(const LightsOut& i) {
        for (const SpaceId space : i.spaces) (void)placed(space);
        check_factor(i.speed_factor);
    }
    void operator()(const SlowSpace& i) {
        (void)placed(i.space);
        check_factor(i.speed_factor);
    }
    void operator()(const PersonFalls& i) {
        (void)placed(i.space);
        check_limits({pointer_.c_str(), i.down_s, 0.0, day_s}, report_);
    }
    void operator()(const ObstructOpening& i) {
        check_limits({pointer_.c_str(), i.clear_width_m, 0.0, 100.0}, report_);
        if (!placed(i.opening)) return;
        const Opening& o = building_.opening(i.opening);
        if (i.clear_width_m >= o.clear_width_m)
            report_.warning("incident.obstructs_nothing", pointer_,
                            {{"opening", o.key}, {"left", shown(i.clear_width_m)}, {"width", shown(o.clear_width_m)}});
        else if (i.clear_width_m < narrowest_passage_m)
            report_.warning("incident.nobody_passes", pointer_, {{"opening", o.key}, {"left", shown(i.clear_width_m)}});
    }
    void operator()(const StartFire& i) {
        check_limits({pointer_.c_str(), i.room_closes_after_s, 0.0, day_s}, report_);
        if (!placed(i.space)) return;
        const Space& space = building_.space(i.space);
        if (space.outdoor) report_.warning("incident.fire_outdoors", pointer_, {{"space", space.key}});
        if (i.at && !space.outdoor && !contains(space.area, *i.at))
            report_.warning("incident.fire_beside", pointer_, {{"space", space.key}});
        if (i.fire) check_fire(*i.fire, space);
    }
    void operator()(const GasLeak& i) {
        check_limits({pointer_.c_str(), i.kg_s, 0.0, 10.0}, report_);
        if (placed(i.space) && building_.space(i.space).outdoor)
            report_.warning("incident.leak_outdoors", pointer_, {{"space", building_.space(i.space).key}});
    }
    void operator()(const IgniteGas& i) {
        const auto& all = world_.scenario.incidents;
        const bool leaks =
            std::any_of(all.begin(), all.end(), [](const auto& o) { return std::holds_alternative<GasLeak>(o.what); });
        if (placed(i.space) && !leaks) report_.warning("incident.nothing_to_ignite", pointer_);
    }
    void operator()(const StartExhaust& i) {
        check_limits({pointer_.c_str(), i.flow_m3_s, 0.0, 100.0}, report_);
        if (placed(i.space) && building_.space(i.space).outdoor)
            report_.warning("incident.exhaust_outdoors", pointer_, {{"space", building_.space(i.space).key}});
    }

private:
    template <class IdType>
    [[nodiscard]] bool placed(IdType id) {
        if (!id.valid()) report_.error("incident.no_place", pointer_);
        return id.valid();
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
    void check_factor(double factor) { check_limits({pointer_.c_str(), factor, 0.01, 1.0}, report_); }

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
