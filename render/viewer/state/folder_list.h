// SPDX-License-Identifier: Apache-2.0
// What a folder holds that the window can open.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace muster::viewer {

enum class EntryKind : std::uint8_t { folder, run, scenario, plan };

struct FolderEntry {
    std::string name;  // within the folder
    EntryKind kind = EntryKind::folder;
};

struct FolderList {
    std::string folder;                // absolute
    std::string parent;                // "" at the top
    std::vector<FolderEntry> entries;  // folders first, each kind by name; hidden ones are left out
    std::string failure;               // why it cannot be read, in the user's language; "" when it can
};

/// The path of an entry.
[[nodiscard]] inline std::string path_of(const FolderList& list, const FolderEntry& entry) {
    return list.folder + (list.folder.ends_with('/') ? "" : "/") + entry.name;
}

}  // namespace muster::viewer
