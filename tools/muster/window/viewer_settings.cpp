// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/window/viewer_settings.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

}  // namespace

std::string settings_path() {
    const auto folder = [](const char* name) {
        const char* const value = std::getenv(name);
        return fs::path(value != nullptr ? value : "");
    };
    fs::path base = folder("XDG_CONFIG_HOME");
    if (base.empty() && !folder("HOME").empty()) base = folder("HOME") / ".config";
    return base.empty() ? std::string{} : (base / "muster" / "viewer.json").string();
}

viewer::Settings load_settings(const std::string& path, text::Lang otherwise) {
    viewer::Settings settings;
    settings.lang = otherwise;
    std::ifstream file(path);
    const json j = json::parse(file, nullptr, false);
    if (!j.is_object()) return settings;
    try {
        if (const auto lang = text::language_from_tag(j.value("language", ""))) settings.lang = *lang;
        settings.scale = std::clamp(j.value("scale", 1.0), 0.75, 3.0);
        settings.recent = j.value("recent", std::vector<std::string>{});
        settings.folder = j.value("folder", "");
    } catch (const json::exception&) { /* somebody wrote something else there */
    }
    return settings;
}

void save_settings(const std::string& path, const viewer::Settings& settings) {
    if (path.empty()) return;
    const json j{{"language", std::string(text::tag_of(settings.lang))},
                 {"scale", settings.scale},
                 {"recent", settings.recent},
                 {"folder", settings.folder}};
    std::error_code ignored;
    fs::create_directories(fs::path(path).parent_path(), ignored);
    try {
        store::write_beside(path, [&](const std::string& partial) { store::write_file(partial, j.dump(2) + "\n"); });
    } catch (const store::OutputError&) { /* the window works without remembering */
    }
}

}  // namespace muster::commands
