// SPDX-License-Identifier: Apache-2.0
// Times and settings of a run, and the order of release.
#include <algorithm>

#include "sim/model/validate.h"

namespace muster::validation {

void check_limits(const Limits& l, Report& report) {
    if (l.value >= l.low && l.value <= l.high) return;  // false for NaN too
    report.error("scenario.value_out_of_range", l.pointer,
                 {{"value", shown(l.value)}, {"low", shown(l.low)}, {"high", shown(l.high)}});
}

namespace {

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

void check_order(const World& world, const Release& release, const std::string& at, Report& report) {
    const auto& groups = world.scenario.population.groups;
    std::vector<int> named(groups.size(), 0);
    const auto& order = release.order;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::string pointer = at + "/order/" + std::to_string(i);
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
        report.warning("release.order_incomplete", at + "/order",
                       {{"count", std::to_string(missing.size())}, {"groups", joined(missing)}});
}

}  // namespace

void check_release(const World& world, const Release& release, const std::string& at, Report& report) {
    const bool ordered = release.policy == ReleasePolicy::class_by_class || release.policy == ReleasePolicy::stagger;
    const bool timed = release.policy == ReleasePolicy::by_storey || release.policy == ReleasePolicy::stagger;
    if (timed && release.interval_s <= 0.0) report.warning("release.no_interval", at);
    if (release.order.empty()) return;
    if (ordered)
        check_order(world, release, at, report);
    else
        report.warning("release.order_ignored", at + "/order");
}

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
             Limits{"/release/longest_wait_s", s.release.longest_wait_s.value_or(0.0), 0.0, day_s},
             Limits{"/earthquake/at_s", quake.at_s, 0.0, day_s},
             Limits{"/earthquake/shelter_s", quake.shelter_s, 0.0, day_s},
             Limits{"/earthquake/door_jam_probability", quake.door_jam_probability, 0.0, 1.0},
         })
        check_limits(limits, report);
    check_ends(world, report);
    check_release(world, s.release, "/release", report);
}

}  // namespace muster::validation
