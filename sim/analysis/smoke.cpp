// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/smoke.h"

#include <algorithm>

namespace muster::analysis {

namespace {

constexpr double reached_per_m = 0.05;  // extinction that one begins to see

template <class E>
std::optional<double> first_time(const Trace& trace) {
    for (const TimedEvent& e : trace.events)
        if (std::holds_alternative<E>(e.event)) return e.time.seconds();
    return {};
}

template <class E>
int count_persons(const Trace& trace) {
    std::vector<bool> seen(trace.people.size(), false);
    for (const TimedEvent& e : trace.events)
        if (const auto* what = std::get_if<E>(&e.event)) seen[what->person.index()] = true;
    return static_cast<int>(std::count(seen.begin(), seen.end(), true));
}

std::optional<SpaceLoss> loss_of(const SpaceAir& air, const Space& space, double dose, const TenabilityLimits& limits) {
    const bool small = area(space.area) < limits.small_room_m2 && !is_circulation(space.use);
    const double sight = small ? limits.small_visibility_m : limits.visibility_m;
    if (air.flashover) return SpaceLoss::flashover;
    if (temperature_at_head_k(air) > limits.temperature_k || air.upper_k > limits.ceiling_k) return SpaceLoss::heat;
    if (air.gas_keeps_out) return SpaceLoss::leak;
    if (dose > limits.dose) return SpaceLoss::gas;
    if (air.extinction_head > visibility_times_extinction / sight) return SpaceLoss::sight;
    return {};
}

void follow_space(const Trace& trace, SpaceSmoke& row, const TenabilityLimits& limits) {
    const Space& space = trace.world->building.space(row.space);
    const std::size_t spaces = trace.world->building.spaces.size();
    double dose = 0.0;
    for (std::size_t i = 0; i < trace.air_times.size(); ++i) {
        const SpaceAir& air = trace.air[i * spaces + row.space.index()];
        const double t = trace.air_times[i].seconds();
        if (i > 0) dose += air.dose_head * (t - trace.air_times[i - 1].seconds());
        if (!row.reached_s && (air.extinction_head > reached_per_m || air.upper_k > 303.15F || air.gas_ppm_head > 1.0F))
            row.reached_s = t;
        row.worst_extinction = std::max(row.worst_extinction, static_cast<double>(air.extinction_head));
        row.hottest_k = std::max(row.hottest_k, static_cast<double>(air.upper_k));
        row.worst_co_ppm = std::max(row.worst_co_ppm, static_cast<double>(air.co_ppm_head));
        if (row.lost_s) continue;
        row.why = loss_of(air, space, dose, limits);
        if (row.why) row.lost_s = t;
    }
}

// When the last person was there, and how many were from the loss on.
void follow_people(const Trace& trace, std::vector<SpaceSmoke>& rows) {
    std::vector<int> inside;
    for (std::size_t s = 0; s < trace.sample_times.size(); ++s) {
        const double t = trace.sample_times[s].seconds();
        const TracePoint* at = trace.sample(s);
        inside.assign(rows.size(), 0);
        for (std::size_t p = 0; p < trace.people.size(); ++p)
            if (at[p].space.valid() && at[p].state != PersonState::gone) ++inside[at[p].space.index()];
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (inside[i] == 0) continue;
            rows[i].last_person_s = t;
            if (rows[i].lost_s && t >= *rows[i].lost_s)
                rows[i].inside_when_lost = std::max(rows[i].inside_when_lost, inside[i]);
        }
    }
}

}  // namespace

SmokeOutcome smoke_of(const Trace& trace, const TenabilityLimits& limits) {
    SmokeOutcome out;
    const Building& building = trace.world->building;
    out.detected_s = first_time<DetectorTrips>(trace);
    out.call_point_s = first_time<CallPointPressed>(trace);
    for (const double w : trace.heat_w) out.peak_heat_w = std::max(out.peak_heat_w, w);
    out.slowed = count_persons<PersonMeetsSmoke>(trace);
    out.turned_back = count_persons<PersonTurnsBack>(trace);
    out.incapacitated = count_persons<PersonIncapacitated>(trace);
    std::vector<SpaceSmoke> rows(building.spaces.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].space = SpaceId{i};
        if (!building.spaces[i].outdoor) follow_space(trace, rows[i], limits);
    }
    follow_people(trace, rows);
    if (!trace.sample_times.empty()) {
        const TracePoint* end = trace.sample(trace.sample_times.size() - 1);
        for (std::size_t p = 0; p < trace.people.size(); ++p) {
            out.doses.push_back(end[p].dose);
            if (end[p].state != PersonState::stranded || !end[p].space.valid()) continue;
            ++(rows[end[p].space.index()].lost_s ? out.trapped : out.sheltering);
        }
        std::sort(out.doses.begin(), out.doses.end());
    }
    for (SpaceSmoke& row : rows)
        if (row.reached_s || row.lost_s) out.spaces.push_back(row);
    std::stable_sort(out.spaces.begin(), out.spaces.end(), [](const SpaceSmoke& a, const SpaceSmoke& b) {
        return a.lost_s.value_or(1e9) < b.lost_s.value_or(1e9);
    });
    return out;
}

}  // namespace muster::analysis
