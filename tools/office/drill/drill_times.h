// SPDX-License-Identifier: Apache-2.0
// The clocks of a drill, as a stopwatch and as the simulation give them: seconds from the signal to leave, of the last
// person of each class and of the whole school.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/world.h"
#include "tools/office/tables/table_reader.h"

namespace muster::drill {

enum class DrillClock : std::uint8_t { out_of_room, out_of_building, at_spot, counted };
inline constexpr std::size_t drill_clocks = 4;

struct ClockTimes {
    std::array<std::optional<double>, drill_clocks> s;
    [[nodiscard]] std::optional<double> at(DrillClock clock) const { return s[static_cast<std::size_t>(clock)]; }
    [[nodiscard]] bool any() const;
};

/// One drill, measured or simulated.
struct DrillTimes {
    std::vector<ClockTimes> classes;  // of each group of the scenario
    ClockTimes school;
};

struct MeasuredDrill {
    DrillTimes times;
    std::string date;  // ISO, as the form says; "" = it does not
};

/// Nobody is out within a second, s: zeros stand where nothing was measured, parts of a second are times of day.
inline constexpr double shortest_drill_s = 1.0;
/// Nothing in a school's drill takes longer, s; what does is a mistake in the form, often hours for minutes.
inline constexpr double longest_drill_s = 3600.0;

/// The filled form (drill_form.h), or any table with its columns. A class that the scenario does not have, a time that
/// is none and times in the wrong order are errors; a school's clock that is earlier than a class's is a warning. Where
/// the row of the whole school is missing and every class has a time, the last of them is the school's.
[[nodiscard]] Checked<MeasuredDrill> read_measured(const std::string& path, const std::string& sheet,
                                                   const World& world);
[[nodiscard]] Checked<MeasuredDrill> measured_of(const tables::TextTable& table, const World& world);

/// Medians over runs, clock by clock; a clock that some run does not have is left out.
[[nodiscard]] DrillTimes median_of(const std::vector<DrillTimes>& runs);

}  // namespace muster::drill
