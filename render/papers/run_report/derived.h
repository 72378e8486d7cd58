// SPDX-License-Identifier: Apache-2.0
// What several writers need and no analysis gives: clocks from the signal, times per class, places in words, the
// verdict. Pure functions of a ReportInput.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/papers/run_report/report_input.h"
#include "render/text/language.h"
#include "render/text/places.h"

namespace muster::papers {

/// The moment everything is counted from: the signal to leave (after the shaking, in an earthquake), s from the start.
[[nodiscard]] double signal_s(const World& world, const analysis::RunAnalysis& run);
/// Median over the runs.
[[nodiscard]] double signal_s(const ReportInput& input);

/// The spread less the signal; empty stays empty.
[[nodiscard]] std::optional<analysis::Spread> since_signal(const std::optional<analysis::Spread>& clock, double signal);

enum class Verdict : std::uint8_t { met, met_by_median, missed, people_left };

/// met: P95 of "last out of the building" within the target · met_by_median: only the median is · people_left: in some
/// run somebody who should be out was inside at its end.
[[nodiscard]] Verdict verdict_of(const ReportInput& input);
/// Of the run with most people left inside (the first of them): what a head count must never hide.
[[nodiscard]] const analysis::RunAnalysis& worst_run(const analysis::Ensemble& ensemble);

/// What no run may do, summed over the runs: lose somebody from the count, put somebody back by hand, end with somebody
/// inside who was to leave.
struct Account {
    int lost_in_runs = 0, put_back = 0, left_inside = 0;
};
[[nodiscard]] Account account_of(const ReportInput& input);

/// One group in the run of the first seed; times in s from the start of the run, of its last person.
struct ClassTimes {
    GroupId group;
    int persons = 0;
    std::optional<double> out_of_room, out_of_building, at_assembly, counted;
};
[[nodiscard]] std::vector<ClassTimes> class_times(const Trace& trace);

// Places: their names are in render/text/places.h; where to number them on a plan.
[[nodiscard]] const std::string& key_of_place(const Building& building, const analysis::Bottleneck& bottleneck);
[[nodiscard]] LevelId level_of_place(const Building& building, const analysis::Bottleneck& bottleneck);
[[nodiscard]] Vec2 middle_of_place(const Building& building, const analysis::Bottleneck& bottleneck);

/// Runs that IMO MSC.1/Circ.1533 asks for before a 95th percentile is read.
inline constexpr std::size_t imo_runs = 50;

/// How many of the first bottlenecks matter (analysis/bottlenecks.h), at most `most`: worth a number on the plan.
[[nodiscard]] std::size_t count_worth_showing(const analysis::Ensemble& ensemble, std::size_t most);

}  // namespace muster::papers
