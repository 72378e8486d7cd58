// SPDX-License-Identifier: Apache-2.0
// inputs/ of a results folder: copies of the files that a run was made of, in the same places relative to each other,
// so that the scenario there still finds its plan.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "render/papers/run_report/report_input.h"

namespace muster::store {

/// A file larger than this stays where it is (slices of another program's fire), and the run depends on it there.
inline constexpr std::uintmax_t largest_copied_input = 64ULL << 20U;  // bytes

/// Copies `files` into `folder`/inputs. Rows in the order of `files`; `copy` is relative to `folder`, "" = not copied.
/// Throws OutputError.
[[nodiscard]] std::vector<papers::InputFile> keep_inputs(const std::vector<std::string>& files,
                                                         const std::filesystem::path& folder);

}  // namespace muster::store
