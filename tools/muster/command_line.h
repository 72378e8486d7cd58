// SPDX-License-Identifier: Apache-2.0
// The command line as typed -> what is asked. The one place that knows CLI11.
#pragma once

#include <variant>

#include "tools/muster/commands.h"
#include "tools/muster/list_options.h"
#include "tools/muster/papers.h"
#include "tools/muster/rectify_options.h"

namespace muster::commands {

using Request = std::variant<Exit, CheckOptions, RunOptions, ExportOptions, ImportOptions, VerifyOptions, ReportOptions,
                             DocumentsOptions, ViewOptions, ClassesOptions, DrillFormOptions, DrillRecordOptions,
                             PlanOptions, LedgerOptions, CompareOptions, RectifyOptions>;

/// Help, the version and complaints are printed here: an Exit is all that is left to do then.
[[nodiscard]] Request parse_command_line(int argc, char** argv, const Console& console);

/// From `--lang`, else from the locale in the environment.
[[nodiscard]] text::Lang language_of(int argc, char** argv);

}  // namespace muster::commands
