// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/heat.h"

#include <algorithm>
#include <limits>

#include "sim/analysis/crossings.h"
#include "sim/analysis/time_lost.h"

namespace muster::analysis {

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

void clear_where_no_floor(const LevelCells& cells, std::vector<float>& values) {
    for (std::size_t c = 0; c < values.size(); ++c)
        if (cells.window_m2[c] <= 0.0F) values[c] = nothing;
}

template <class F>
void each_person_on(const Trace& trace, std::size_t sample, LevelId level, F&& f) {
    const TracePoint* people = trace.sample(sample);
    for (std::size_t p = 0; p < trace.people.size(); ++p)
        if (LocalDensity::counts(people[p]) && trace.world->building.space(people[p].space).level == level)
            f(people[p]);
}

void fill_speed(const Trace& trace, std::size_t sample, const LevelCells& cells, HeatField& field) {
    std::vector<float> persons(field.cells.size(), 0.0F);
    each_person_on(trace, sample, field.level, [&](const TracePoint& p) {
        if (!under_way(p.state)) return;
        each_in_window(cells, cells.cell_of({p.x, p.y}), [&](std::size_t c) {
            field.cells[c] += p.speed;
            persons[c] += 1.0F;
        });
    });
    for (std::size_t c = 0; c < persons.size(); ++c)
        field.cells[c] = persons[c] > 0.0F ? field.cells[c] / persons[c] : nothing;
}

void fill_pressure(const Trace& trace, std::size_t sample, const LevelCells& cells, HeatField& field) {
    each_person_on(trace, sample, field.level, [&](const TracePoint& p) {
        each_in_window(cells, cells.cell_of({p.x, p.y}),
                       [&](std::size_t c) { field.cells[c] = std::max(field.cells[c], p.pressure); });
    });
}

void fill_spaces(const Trace& trace, std::size_t sample, HeatField& field) {
    const Building& building = trace.world->building;
    field.spaces.assign(building.spaces.size(), nothing);
    const std::size_t frames = air_frames_until(trace, trace.sample_times[sample]);
    if (frames == 0) return;
    for (std::size_t s = 0; s < building.spaces.size(); ++s) {
        if (building.spaces[s].outdoor || building.spaces[s].level != field.level) continue;
        const double dose = field.kind == HeatKind::dose ? dose_of_staying(trace, SpaceId{s}, frames) : 0.0;
        const SpaceAir& air = trace.air[(frames - 1) * building.spaces.size() + s];
        field.spaces[s] = static_cast<float>(heat_of(air, field.kind, dose));
    }
}

}  // namespace

HeatMaps::HeatMaps(const Building& building) : building_(building), local_(building) {
    for (std::size_t l = 0; l < building.levels.size(); ++l) {
        now_.lost.emplace_back(local_.cells(l).window_m2.size(), 0.0F);
        now_.peak.emplace_back(local_.cells(l).window_m2.size(), 0.0F);
    }
    keyframes_.push_back(now_);
}

// What is lost between two samples is booked where the person was at the first of them.
void HeatMaps::add_sample(const Trace& trace) {
    const std::size_t i = now_.samples++;
    const std::size_t n = trace.people.size();
    local_.count(trace.sample(i), n);
    local_.each([&](std::size_t level, std::size_t cell, float density) {
        now_.peak[level][cell] = std::max(now_.peak[level][cell], density);
    });
    for (std::size_t p = 0; i > 0 && p < n; ++p) {
        const TracePoint& from = trace.sample(i - 1)[p];
        const double lost_s = lost_under_way_s(trace, i - 1, p);
        if (lost_s == 0.0) continue;
        const std::size_t level = building_.space(from.space).level.index();
        const LevelCells& cells = local_.cells(level);
        if (!cells.empty()) now_.lost[level][cells.cell_of({from.x, from.y})] += static_cast<float>(lost_s);
    }
    if (now_.samples == keyframes_.size() * keyframe_every) keyframes_.push_back(now_);
}

const HeatMaps::Sums& HeatMaps::sums_at(const Trace& trace, std::size_t sample) {
    const std::size_t keyframe = std::min((sample + 1) / keyframe_every, keyframes_.size() - 1);
    if (now_.samples > sample + 1 || now_.samples < keyframe * keyframe_every) now_ = keyframes_[keyframe];
    while (now_.samples <= sample) add_sample(trace);
    return now_;
}

void HeatMaps::fill_moment(const Trace& trace, std::size_t sample, HeatField& field) {
    const std::size_t level = field.level.index();
    const LevelCells& cells = local_.cells(level);
    switch (field.kind) {
        case HeatKind::density:
            local_.count(trace.sample(sample), trace.people.size());
            local_.each([&](std::size_t l, std::size_t cell, float density) {
                if (l == level) field.cells[cell] = density;
            });
            break;
        case HeatKind::speed:
            fill_speed(trace, sample, cells, field);
            break;
        case HeatKind::pressure:
            fill_pressure(trace, sample, cells, field);
            break;
        case HeatKind::peak_density:
            field.cells = sums_at(trace, sample).peak[level];
            break;
        case HeatKind::time_lost:  // faster than free somewhere is no debt of the place
            field.cells = sums_at(trace, sample).lost[level];
            for (float& lost : field.cells) lost = std::max(lost, 0.0F);
            break;
        default:
            break;
    }
}

HeatField HeatMaps::at(const Trace& trace, HeatKind kind, std::size_t sample, LevelId level) {
    HeatField field;
    field.kind = kind;
    field.level = level;
    if (trace.sample_times.empty()) return field;
    if (is_of_spaces(kind)) {
        fill_spaces(trace, sample, field);
        return field;
    }
    const LevelCells& cells = local_.cells(level.index());
    if (cells.empty()) return field;
    field.origin = cells.origin;
    field.cell_m = cells.cell_m;
    field.columns = cells.columns;
    field.rows = cells.rows;
    field.cells.assign(cells.window_m2.size(), 0.0F);
    fill_moment(trace, sample, field);
    clear_where_no_floor(cells, field.cells);
    return field;
}

HeatField heat_at(const Trace& trace, HeatKind kind, std::size_t sample, LevelId level) {
    return HeatMaps(trace.world->building).at(trace, kind, sample, level);
}

}  // namespace muster::analysis
