// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/window/folder_browser.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>
#include <tuple>

#include "tools/muster/terminal/usage_words.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

// "format" is the first key of every file that the program writes; a longer read would make a big folder slow.
constexpr std::size_t peeked_bytes = 2000;

std::optional<viewer::EntryKind> kind_of_file(const fs::path& path) {
    if (path.extension() != ".json") return {};
    std::array<char, peeked_bytes> start{};
    std::ifstream file(path, std::ios::binary);
    file.read(start.data(), start.size());
    const std::string_view seen(start.data(), static_cast<std::size_t>(file.gcount()));
    if (seen.find("\"muster.plan\"") != std::string_view::npos) return viewer::EntryKind::plan;
    if (seen.find("\"muster.scenario\"") != std::string_view::npos) return viewer::EntryKind::scenario;
    return {};
}

std::optional<viewer::EntryKind> kind_of(const fs::directory_entry& entry) {
    std::error_code ignored;
    if (entry.is_directory(ignored))
        return fs::exists(entry.path() / "trajectory.sqlite", ignored) ? viewer::EntryKind::run
                                                                       : viewer::EntryKind::folder;
    return entry.is_regular_file(ignored) ? kind_of_file(entry.path()) : std::nullopt;
}

}  // namespace

viewer::FolderList list_folder(const std::string& folder, const text::Catalogue& words) {
    viewer::FolderList list;
    std::error_code failed;
    const fs::path here = fs::weakly_canonical(fs::absolute(folder.empty() ? "." : folder, failed), failed);
    list.folder = here.string();
    if (here.has_relative_path()) list.parent = here.parent_path().string();
    fs::directory_iterator entries(here, fs::directory_options::skip_permission_denied, failed);
    for (const fs::directory_iterator end; !failed && entries != end; entries.increment(failed)) {
        const std::string name = entries->path().filename().string();
        if (name.starts_with('.')) continue;
        if (const auto kind = kind_of(*entries)) list.entries.push_back({name, *kind});
    }
    if (failed)
        list.failure = words.text("viewer.browse.cannot_read",
                                  {{"folder", list.folder}, {"reason", system_reason(failed.message(), words.lang())}});
    std::sort(list.entries.begin(), list.entries.end(), [](const viewer::FolderEntry& a, const viewer::FolderEntry& b) {
        return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
    });
    return list;
}

std::string free_plan_name(const fs::path& stem) {
    const auto name = [&](const std::string& number) { return stem.string() + number + ".plan.json"; };
    std::string free = name("");
    for (int number = 2; fs::exists(free); ++number) free = name(std::to_string(number));
    return free;
}

}  // namespace muster::commands
