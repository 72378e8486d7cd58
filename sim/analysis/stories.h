// SPDX-License-Identifier: Apache-2.0
// What a click on an opening, a flight, a space asks, and how the whole run stands, at one sample of a run: numbers
// now, and the same over time. Looked up in a RunBook. Series are per sample, flows per bin of flow_story_bin_s, both
// from the start of the run to the end of what has been read.
#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/run_book.h"

namespace muster::analysis {

inline constexpr double flow_story_bin_s = 5.0;

struct FlowStory {               // one direction
    int passed = 0;              // until now
    double now = 0.0;            // persons/s over the last bin's length
    std::vector<float> per_bin;  // persons/s
};

struct OpeningStory {
    FlowStory into_to, into_from;  // see Opening
    int queue = 0, longest_queue = 0;
    double density = 0.0;  // persons/m2, see density_method
    std::vector<float> queue_series, density_series;
};
[[nodiscard]] OpeningStory opening_story(const RunBook& book, const Trace& trace, OpeningId opening,
                                         std::size_t sample);

struct FlightStory {
    int persons = 0;
    double density = 0.0;  // persons/m2 in plan
    int queue = 0, longest_queue = 0;
    FlowStory down, up;  // leaving it at its foot, at its head
    std::vector<float> persons_series, density_series, queue_series;
};
[[nodiscard]] FlightStory flight_story(const RunBook& book, const Trace& trace, SpaceId flight, std::size_t sample);

struct SpaceStory {
    int persons = 0, max_persons = 0;
    double density = 0.0;  // persons/m2
    std::vector<float> persons_series;
    std::optional<SpaceAir> air;  // now; empty when the run has none (yet)
    double dose = 0.0;            // of somebody who has stayed there
    // Beside Trace::air_times.
    std::vector<float> layer_series, visibility_series, temperature_series, dose_series;  // m, m, deg C, -
};
[[nodiscard]] SpaceStory space_story(const RunBook& book, const Trace& trace, SpaceId space, std::size_t sample);

/// One of the four clocks at a moment. Seconds count from the signal; empty before it.
struct ClockNow {
    std::optional<double> seconds;
    bool stopped = false;
};

struct ProgressNow {
    int total = 0, out_of_rooms = 0, out_of_building = 0, at_assembly = 0;
    ClockNow out_of_room_clock, out_of_building_clock, at_assembly_clock, roll_call_clock;
};
[[nodiscard]] ProgressNow progress_at(const RunBook& book, const Trace& trace, std::size_t sample);

struct ExitCurve {
    OpeningId exit;
    FlowStory out;
};
struct StairCurve {
    StairId stair;
    int queue = 0;              // now
    std::vector<float> series;  // persons waiting on its flights and before them
};
[[nodiscard]] std::vector<ExitCurve> exit_curves(const RunBook& book, const Trace& trace, std::size_t sample);
[[nodiscard]] std::vector<StairCurve> stair_curves(const RunBook& book, std::size_t sample);

/// The last sample not later than `time_s`; 0 before the first.
[[nodiscard]] std::size_t sample_at(const Trace& trace, double time_s);

}  // namespace muster::analysis
