// SPDX-License-Identifier: Apache-2.0
// Writes a building as a floor-plan file that people can read and edit: one space, opening or obstacle a line, keys in
// the order of FORMAT.md. Reading it gives back the same building when that came from the reader.
#pragma once

#include <string>

#include "sim/model/building.h"

namespace muster {

[[nodiscard]] std::string write_floor_plan(const Building& building);

/// The words of the format, in the order of the enumerations.
[[nodiscard]] const char* word_of(SpaceUse use);
[[nodiscard]] const char* word_of(OpeningKind kind);
[[nodiscard]] const char* word_of(DoorState state);
[[nodiscard]] const char* word_of(Leaf leaf);
[[nodiscard]] const char* word_of(ObstacleKind kind);
[[nodiscard]] const char* word_of(FixtureKind kind);

}  // namespace muster
