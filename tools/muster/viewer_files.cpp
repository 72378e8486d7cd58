// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/viewer_files.h"

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "scenarios/reader.h"
#include "tools/muster/viewer_settings.h"

namespace muster {

namespace {

OpenedFile open_plan(const std::string& path) {
    OpenedFile file;
    file.path = file.plan_path = path;
    Checked<Building> building = read_floor_plan(path);
    file.findings = std::move(building.findings);
    if (!building.value) return file;
    World world;
    world.building = std::move(*building.value);
    file.world = std::make_shared<const World>(std::move(world));
    return file;
}

OpenedFile open_scenario(const std::string& path) {
    OpenedFile file;
    file.path = file.scenario_path = path;
    Checked<LoadedWorld> loaded = load_world(path);
    file.findings = std::move(loaded.findings);
    if (!loaded.value) return file;
    file.world = loaded.value->world;
    if (loaded.value->files.size() > 1) file.plan_path = loaded.value->files[1];
    if (loaded.value->files.size() > 2) file.risk_map_path = loaded.value->files[2];
    return file;
}

}  // namespace

OpenedFile ViewerFiles::open(const std::string& path) {
    const Checked<JsonDocument> document = JsonDocument::load(path);
    if (document.value && format_of(*document.value) == "plan") return open_plan(path);
    return open_scenario(path);
}

HostAnswer ViewerFiles::save_scenario(const Session&, const std::string& path) {
    return {false, Catalogue(lang_).text("viewer.cannot_save", {{"file", path}})};
}

HostAnswer ViewerFiles::save_picture(const ViewerState&, const std::string& path) {
    return {false, Catalogue(lang_).text("viewer.cannot_save", {{"file", path}})};
}

HostAnswer ViewerFiles::make_video(const ViewerState&, const std::string& path) {
    return {false, Catalogue(lang_).text("viewer.cannot_save", {{"file", path}})};
}

void ViewerFiles::remember(const Settings& settings) {
    lang_ = settings.lang;
    save_settings(settings_, settings);
}

}  // namespace muster
