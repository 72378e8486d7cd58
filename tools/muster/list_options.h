// SPDX-License-Identifier: Apache-2.0
// What the commands on lists from Excel and WPS are asked: class lists in, drill times in, forms out.
#pragma once

#include <string>

#include "tools/muster/console.h"

namespace muster::commands {

struct ClassesOptions {
    std::string list, into, out, sheet;  // sheet "" = the one that has the columns
    bool check = false;                  // say what is wrong, write nothing
    bool force = false;
};

struct DrillFormOptions {
    std::string scenario, out;
    bool force = false;
};

struct DrillRecordOptions {
    std::string from;  // a scenario, or a results folder
    std::string measured, sheet, out;
    std::string history;  // "" = beside the output folder
    std::string date;     // of the drill, ISO; "" = as the file says, else not known
    int runs = 3;         // seeds of each simulation
    int jobs = 1;
    bool force = false;
};

[[nodiscard]] Exit import_class_list(const ClassesOptions& options, const Console& console);
[[nodiscard]] Exit write_drill_form(const DrillFormOptions& options, const Console& console);
[[nodiscard]] Exit record_drill(const DrillRecordOptions& options, const Console& console);

}  // namespace muster::commands
