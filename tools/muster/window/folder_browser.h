// SPDX-License-Identifier: Apache-2.0
// Folders as the window shows them to choose a file from.
#pragma once

#include <filesystem>

#include "render/text/catalogue.h"
#include "render/viewer/state/folder_list.h"

namespace muster::commands {

/// Plans, scenarios, folders of finished runs, and other folders; files of other formats are left out. "" = the folder
/// the program was started in.
[[nodiscard]] viewer::FolderList list_folder(const std::string& folder, const text::Catalogue& words);

/// `stem`.plan.json, or with the first number behind `stem` that is still free.
[[nodiscard]] std::string free_plan_name(const std::filesystem::path& stem);

}  // namespace muster::commands
