// SPDX-License-Identifier: Apache-2.0
// Saving an edited document the way its author wrote it: what did not change keeps its bytes, its order and the members
// this program knows nothing of.
#pragma once

#include <string>

namespace muster::floorplans {

/// `original` with what changed from `before` to `after`. All three are JSON documents that have been read before;
/// `before` is what a writer makes of `original`, `after` what it makes of the edited value. Elements of arrays are
/// matched by their `id`; those without one by their place, when `original` and `before` have equally many. Never
/// throws; where the documents do not go together, the piece of `after` is taken.
[[nodiscard]] std::string merge_json(const std::string& original, const std::string& before, const std::string& after);

}  // namespace muster::floorplans
