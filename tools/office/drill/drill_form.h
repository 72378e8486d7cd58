// SPDX-License-Identifier: Apache-2.0
// The form on which a school notes the times of a real drill, and the columns by which it is read back. Classes and
// times only; no name of anybody.
#pragma once

#include <vector>

#include "render/document/document.h"
#include "sim/model/world.h"
#include "tools/office/tables/table_reader.h"

namespace muster::drill {

enum class DrillColumn : std::uint8_t { class_name, grade, expected, out_of_room, out_of_building, at_spot, counted };

/// In the order of DrillColumn.
[[nodiscard]] const std::vector<tables::TableColumn>& drill_columns();

/// One row per class of the scenario and one for the whole school, times left blank.
[[nodiscard]] document::Document drill_form(const World& world, text::Lang lang);

/// What the row of the whole school is called.
[[nodiscard]] bool names_whole_school(std::string_view class_name);

}  // namespace muster::drill
