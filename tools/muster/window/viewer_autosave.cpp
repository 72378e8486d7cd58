// SPDX-License-Identifier: Apache-2.0
// What the window keeps beside a plan without being asked: PLAN.autosave, and PLAN.autosave.1, .2, ... that were found
// there and not answered.
#include <filesystem>
#include <string>
#include <vector>

#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "tools/muster/window/viewer_files.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

std::string aside(const std::string& path, int number) {
    return viewer::autosave_path(path) + "." + std::to_string(number);
}

bool there(const std::string& file) {
    std::error_code ignored;
    return fs::exists(file, ignored);
}

// Those that were set aside, the first one first.
std::vector<std::string> files_aside(const std::string& path) {
    std::vector<std::string> files;
    for (int number = 1; there(aside(path, number)); ++number) files.push_back(aside(path, number));
    return files;
}

// Of the plan as it is now: one that was saved later says more.
bool newer(const std::string& file, const std::string& path) {
    std::error_code none, no_plan;
    const auto when = fs::last_write_time(file, none), plan = fs::last_write_time(path, no_plan);
    return !none && (no_plan || when >= plan);
}

}  // namespace

void ViewerFiles::autosave(const Building& building, const std::string& path) {
    (void)saved(viewer::autosave_path(path), floorplans::write_floor_plan(building));
}

void ViewerFiles::forget_autosave(const std::string& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
}

std::string ViewerFiles::set_aside_autosave(const std::string& path) {
    const std::string file = aside(path, static_cast<int>(files_aside(path).size()) + 1);
    std::error_code failed;
    fs::rename(viewer::autosave_path(path), file, failed);
    return failed ? viewer::autosave_path(path) : file;
}

std::optional<viewer::Autosaved> ViewerFiles::autosaved(const std::string& path) {
    std::vector<std::string> files = files_aside(path);
    files.push_back(viewer::autosave_path(path));
    for (auto file = files.rbegin(); file != files.rend(); ++file) {
        if (!newer(*file, path)) continue;
        if (auto building = floorplans::read_floor_plan(*file).value)
            return viewer::Autosaved{std::move(*building), *file};
    }
    return {};
}

}  // namespace muster::commands
