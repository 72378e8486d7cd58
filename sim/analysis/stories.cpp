// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/stories.h"

#include <algorithm>
#include <cmath>

#include "sim/analysis/clocks.h"
#include "sim/analysis/heat.h"

namespace muster::analysis {

namespace {

int at(const std::vector<float>& series, std::size_t sample) {
    return sample < series.size() ? static_cast<int>(series[sample]) : 0;
}

int most(const std::vector<float>& series, std::size_t until) {
    const auto end = series.begin() + static_cast<std::ptrdiff_t>(std::min(until + 1, series.size()));
    return end == series.begin() ? 0 : static_cast<int>(*std::max_element(series.begin(), end));
}

FlowStory flow_of(const std::vector<float>& times, const Trace& trace, std::size_t sample) {
    FlowStory flow;
    if (trace.sample_times.empty()) return flow;
    const auto now = static_cast<float>(trace.sample_times[sample].seconds());
    const auto until = [&](float t) { return std::upper_bound(times.begin(), times.end(), t) - times.begin(); };
    constexpr auto bin_s = static_cast<float>(flow_story_bin_s);
    flow.passed = static_cast<int>(until(now));
    flow.now = static_cast<double>(until(now) - until(now - bin_s)) / flow_story_bin_s;
    const double end_s = trace.sample_times.back().seconds();
    flow.per_bin.assign(static_cast<std::size_t>(std::max(0.0, end_s) / flow_story_bin_s) + 1, 0.0F);
    for (const float t : times) {
        const auto bin = static_cast<std::size_t>(std::max(0.0F, t) / bin_s);
        flow.per_bin[std::min(bin, flow.per_bin.size() - 1)] += 1.0F / bin_s;
    }
    return flow;
}

std::vector<float> over_area(std::vector<float> persons, double m2) {
    for (float& n : persons) n /= static_cast<float>(m2);
    return persons;
}

ClockNow clock_at(const std::optional<double>& stops_s, double signal, double now) {
    if (now < signal) return {};
    if (stops_s && *stops_s <= now) return {std::max(0.0, *stops_s - signal), true};
    return {now - signal, false};
}

void add_air(const Trace& trace, SpaceId space, std::size_t sample, SpaceStory& story) {
    const std::size_t spaces = trace.world->building.spaces.size();
    const std::size_t now = air_frames_until(trace, trace.sample_times[sample]);
    double dose = 0.0;
    for (std::size_t i = 0; i < trace.air_times.size(); ++i) {
        const SpaceAir& air = trace.air[i * spaces + space.index()];
        if (i > 0) dose += static_cast<double>(air.dose_head) * (trace.air_times[i] - trace.air_times[i - 1]).seconds();
        story.layer_series.push_back(air.layer_m);
        story.visibility_series.push_back(static_cast<float>(heat_of(air, HeatKind::visibility, 0.0)));
        story.temperature_series.push_back(static_cast<float>(heat_of(air, HeatKind::temperature, 0.0)));
        story.dose_series.push_back(static_cast<float>(dose));
        if (i + 1 == now) story.air = air, story.dose = dose;
    }
}

}  // namespace

std::size_t sample_at(const Trace& trace, double time_s) {
    const auto after =
        std::upper_bound(trace.sample_times.begin(), trace.sample_times.end(), SimTime::from_seconds(time_s));
    return after == trace.sample_times.begin() ? 0 : static_cast<std::size_t>(after - trace.sample_times.begin()) - 1;
}

OpeningStory opening_story(const RunBook& book, const Trace& trace, OpeningId opening, std::size_t sample) {
    const Opening& o = book.world().building.opening(opening);
    OpeningStory story;
    story.into_to = flow_of(book.crossings(opening, o.to), trace, sample);
    story.into_from = flow_of(book.crossings(opening, o.from), trace, sample);
    story.queue_series = book.queue_at(opening);
    story.queue = at(story.queue_series, sample);
    story.longest_queue = most(story.queue_series, sample);
    story.density_series = book.density_at(opening);
    if (sample < story.density_series.size()) story.density = static_cast<double>(story.density_series[sample]);
    return story;
}

FlightStory flight_story(const RunBook& book, const Trace& trace, SpaceId flight, std::size_t sample) {
    const Building& building = book.world().building;
    const Flight& steps = *building.space(flight).flight;
    FlightStory story;
    story.persons_series = book.persons_in(flight);
    story.persons = at(story.persons_series, sample);
    story.density_series = over_area(story.persons_series, area(building.space(flight).area));
    if (sample < story.density_series.size()) story.density = static_cast<double>(story.density_series[sample]);
    story.queue_series = book.queue_at_flight(flight);
    story.queue = at(story.queue_series, sample);
    story.longest_queue = most(story.queue_series, sample);
    const auto leaving_by = [&](OpeningId end) {
        return flow_of(book.crossings(end, building.opening(end).other(flight)), trace, sample);
    };
    story.down = leaving_by(steps.foot);
    story.up = leaving_by(steps.head);
    return story;
}

SpaceStory space_story(const RunBook& book, const Trace& trace, SpaceId space, std::size_t sample) {
    SpaceStory story;
    story.persons_series = book.persons_in(space);
    story.persons = at(story.persons_series, sample);
    story.max_persons = most(story.persons_series, sample);
    story.density = story.persons / area(book.world().building.space(space).area);
    if (!trace.air_times.empty() && !trace.sample_times.empty()) add_air(trace, space, sample, story);
    return story;
}

ProgressNow progress_at(const RunBook& book, const Trace& trace, std::size_t sample) {
    ProgressNow p;
    p.total = static_cast<int>(trace.people.size());
    if (trace.sample_times.empty()) return p;
    p.out_of_rooms = at(book.out_of_rooms(), sample);
    p.out_of_building = at(book.out_of_building(), sample);
    p.at_assembly = at(book.at_assembly(), sample);
    const Clocks& clocks = book.clocks();
    const double now = trace.sample_times[sample].seconds(), signal = signal_s(book.world(), clocks);
    if (!clocks.alarm) return p;
    p.out_of_room_clock = clock_at(clocks.last_out_of_room, signal, now);
    p.out_of_building_clock = clock_at(clocks.last_out_of_building, signal, now);
    p.at_assembly_clock = clock_at(clocks.last_at_assembly, signal, now);
    p.roll_call_clock = clock_at(clocks.roll_call_done, signal, now);
    return p;
}

std::vector<ExitCurve> exit_curves(const RunBook& book, const Trace& trace, std::size_t sample) {
    const Building& building = book.world().building;
    std::vector<ExitCurve> curves;
    for (std::size_t i = 0; i < building.openings.size(); ++i) {
        const Opening& o = building.openings[i];
        if (!building.is_building_exit(OpeningId{i})) continue;
        const SpaceId outside = !o.to.valid() || building.space(o.to).outdoor ? o.to : o.from;
        curves.push_back({OpeningId{i}, flow_of(book.crossings(OpeningId{i}, outside), trace, sample)});
    }
    return curves;
}

std::vector<StairCurve> stair_curves(const RunBook& book, std::size_t sample) {
    const Building& building = book.world().building;
    std::vector<StairCurve> curves;
    for (std::size_t s = 0; s < building.stairs.size(); ++s) {
        StairCurve curve{StairId{s}, 0, std::vector<float>(book.samples(), 0.0F)};
        for (const SpaceId flight : building.stairs[s].flights)
            for (std::size_t i = 0; i < curve.series.size(); ++i) curve.series[i] += book.queue_at_flight(flight)[i];
        curve.queue = at(curve.series, sample);
        curves.push_back(std::move(curve));
    }
    return curves;
}

}  // namespace muster::analysis
