// SPDX-License-Identifier: Apache-2.0
// Words of scenario files that stand for something else than an enumerator of the model (those: sim/model/words.h).
#pragma once

#include <array>

#include "sim/base/constants.h"
#include "sim/model/words.h"

namespace muster::scenarios {

/// `kind` of a group: whether it is a class.
inline constexpr auto group_kinds = std::to_array<Word<bool>>({{true, "class"}, {false, "group"}});
/// `by` of the alarm: whether it waits for detection.
inline constexpr auto alarm_causes = std::to_array<Word<bool>>({{false, "time"}, {true, "detection"}});
/// `by` of `choice`: whether the quickest way is taken.
inline constexpr auto way_choices = std::to_array<Word<bool>>({{false, "shortest"}, {true, "quickest"}});

/// `unit` of a record of the ground's motion, in m/s2.
inline constexpr auto motion_units =
    std::to_array<Word<double>>({{standard_gravity_m_s2, "g"}, {1.0, "m/s2"}, {0.01, "gal"}});
/// `intensity` of a code's spectrum.
inline constexpr auto intensities =
    std::to_array<Word<double>>({{6.0, "6"}, {7.0, "7"}, {7.5, "7.5"}, {8.0, "8"}, {8.5, "8.5"}, {9.0, "9"}});

/// `program` of `external_results`.
enum class ExternalProgram : std::uint8_t { cfast, fds };

}  // namespace muster::scenarios

namespace muster {

template <>
inline constexpr auto words_of<scenarios::ExternalProgram> = word_table<scenarios::ExternalProgram>({
    {scenarios::ExternalProgram::cfast, "cfast"},
    {scenarios::ExternalProgram::fds, "fds"},
});

}  // namespace muster
