// SPDX-License-Identifier: Apache-2.0
// Where this program lies, and what lies beside it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace muster::process {

/// The folder of the running program; empty where the system does not say.
[[nodiscard]] std::filesystem::path program_folder();

/// This process goes on as another program, with its terminal, environment and exit code. Comes back only when that
/// program cannot be started.
void become(const std::filesystem::path& program, const std::vector<std::string>& arguments);

}  // namespace muster::process
