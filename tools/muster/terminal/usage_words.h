// SPDX-License-Identifier: Apache-2.0
// What people type on a command line, and what CLI11 and the system say of it, in words that they use.
#pragma once

#include <string>
#include <vector>

#include "render/text/language.h"

namespace muster::commands {

/// CLI11's own sentence in the person's language, where it is one of those that are met; else as it is.
[[nodiscard]] std::string usage_detail(const std::string& said, text::Lang lang);

/// Why the system (or SQLite) refused, as std::strerror says it, in the person's language; else as it is.
[[nodiscard]] std::string system_reason(const std::string& said, text::Lang lang);

/// The arguments with the lists after --rules, --forms and their like as "a,b": a Chinese keyboard writes "a，b" or
/// "a、b", and people put a blank behind.
[[nodiscard]] std::vector<std::string> tidy_arguments(int argc, char** argv);

}  // namespace muster::commands
