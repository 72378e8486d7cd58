// SPDX-License-Identifier: Apache-2.0
// Blocks that only a page can lay out, as the tables that every writer knows.
#pragma once

#include "render/document/document.h"

namespace muster::document {

[[nodiscard]] Table table_of(const Facts& facts);
[[nodiscard]] Table table_of(const KeyFigures& figures);
[[nodiscard]] Table table_of(const Ranking& ranking);
[[nodiscard]] Table table_of(const Blanks& blanks);

}  // namespace muster::document
