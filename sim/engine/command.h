// SPDX-License-Identifier: Apache-2.0
// What a person may change while it runs: the same plain values as a scenario's incidents, and the alarm.
#pragma once

#include <variant>

#include "sim/model/scenario.h"

namespace muster {

struct SoundAlarm {};

using Command = std::variant<Incident, SoundAlarm>;

}  // namespace muster
