// SPDX-License-Identifier: Apache-2.0
// What one run is compared by: a row of figures per seed, and two lists of such rows compared seed by seed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/paired.h"
#include "sim/analysis/results.h"

namespace muster::analysis {

/// Clocks are s from the signal to leave (in an earthquake: the order after the shaking); empty = it never happened.
struct RunFigures {
    std::uint64_t seed = 0;
    std::optional<double> last_out_of_room, last_out_of_building, last_at_assembly, roll_call_done;
    double exposure_person_s = 0.0;  // person-seconds at over critical_density (analysis/density.h)
    double peak_density = 0.0;       // persons/m2, of all openings and flights (density_method)
    double peak_pressure = 0.0;      // N/m, of all openings' and flights' queue zones
    int left_inside = 0;             // persons who were to leave and did not
    int falls = 0;
    bool operator==(const RunFigures&) const = default;
};

/// `signal_s` as in analysis/clocks.h, s from the start of the run.
[[nodiscard]] RunFigures figures_of(const RunAnalysis& run, double signal_s);

enum class Figure : std::uint8_t {
    last_out_of_room,
    last_out_of_building,
    last_at_assembly,
    roll_call_done,
    exposure_person_s,
    peak_density,
    peak_pressure,
    left_inside,
    falls
};
inline constexpr Figure all_figures[] = {
    Figure::last_out_of_room, Figure::last_out_of_building, Figure::last_at_assembly,
    Figure::roll_call_done,   Figure::exposure_person_s,    Figure::peak_density,
    Figure::peak_pressure,    Figure::left_inside,          Figure::falls};
/// What a change in a school is for.
inline constexpr std::array aimed_figures{Figure::last_out_of_building, Figure::exposure_person_s};
/// What no change may make worse.
inline constexpr std::array guarded_figures{Figure::last_out_of_building, Figure::exposure_person_s,
                                            Figure::left_inside};

/// By how much the median may be higher before that counts as worse, in the figure's unit: less than a second observer
/// with a stopwatch would tell apart. A convention of this program, no source; one person left inside always counts.
[[nodiscard]] double tolerance_of(Figure figure);
/// Higher beyond chance, and the median by more than the tolerance; without a tolerance the worse runs alone count. No
/// difference: a clock that no longer stops.
[[nodiscard]] bool got_worse(Figure figure, Evidence evidence, const std::optional<double>& median_difference);

/// As it stands in files: "last_out_of_room", ...
[[nodiscard]] const char* code_of(Figure figure);
/// A clock that did not stop is `never`.
[[nodiscard]] double value_of(const RunFigures& run, Figure figure);

/// Of all_figures, in that order, over the seeds that both have. A seed that comes twice in a list counts once.
struct FigureComparison {
    Figure figure = Figure::last_out_of_room;
    PairedComparison paired;
};
[[nodiscard]] std::vector<FigureComparison> compare_figures(const std::vector<RunFigures>& before,
                                                            const std::vector<RunFigures>& after);
/// Of the list above.
[[nodiscard]] const PairedComparison& of_figure(const std::vector<FigureComparison>& all, Figure figure);

/// Sorted.
[[nodiscard]] std::vector<std::uint64_t> common_seeds(const std::vector<RunFigures>& before,
                                                      const std::vector<RunFigures>& after);

}  // namespace muster::analysis
