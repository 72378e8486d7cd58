// SPDX-License-Identifier: Apache-2.0
// Files that are not on any disk: what the window asked of them is noted.
#pragma once

#include <map>
#include <mutex>

#include "render/viewer/edit/edit_levels.h"
#include "render/viewer/state/host.h"

namespace muster::viewer {

class FakeHost : public ViewerHost {
public:
    std::map<std::string, std::shared_ptr<const World>> worlds;  // that can be opened, by path
    std::map<std::string, Scenario> scenarios;                   // saved, by path
    std::map<std::string, Building> plans, kept;                 // saved, by path
    std::map<std::string, FolderList> folders;                   // that can be listed
    std::vector<std::string> cards, pictures;
    Settings remembered;
    bool disk_full = false;

    OpenedFile open(const std::string& path) override {
        OpenedFile file;
        file.path = file.scenario_path = path;
        file.plan_path = "school.plan.json";
        if (const auto found = worlds.find(path); found != worlds.end()) file.world = found->second;
        return file;
    }
    FolderList list(const std::string& folder) override {
        if (const auto found = folders.find(folder); found != folders.end()) return found->second;
        return {folder, "", {}, "no folder " + folder};
    }
    OpenedFile new_plan(const std::string& folder) override {
        OpenedFile file;
        file.path = file.plan_path = folder + "/new.plan.json";
        World world;
        world.building = viewer::new_plan({"新", "new"});
        file.world = std::make_shared<const World>(std::move(world));
        return file;
    }
    PlanCheck check_plan(const Building& building) override {
        PlanCheck check;
        check.healed = building;
        return check;
    }
    Checked<std::shared_ptr<const World>> with_plan(const Session& session, const Building& plan) override {
        World world = session.world();
        world.building = plan;
        Checked<std::shared_ptr<const World>> made;
        made.value = std::make_shared<const World>(std::move(world));
        return made;
    }
    HostAnswer save_plan(const Building& building, const std::string& path) override {
        if (disk_full) return {false, "disk full"};
        plans[path] = building;
        return {true, "saved " + path};
    }
    void autosave(const Building& building, const std::string& path) override { kept[autosave_path(path)] = building; }
    void forget_autosave(const std::string& file) override { kept.erase(file); }
    std::string set_aside_autosave(const std::string& path) override {
        auto moved = kept.extract(autosave_path(path));
        moved.key() += ".1";
        return kept.insert(std::move(moved)).position->first;
    }
    std::optional<Autosaved> autosaved(const std::string& path) override {
        const auto found = kept.lower_bound(autosave_path(path));
        if (found == kept.end() || !found->first.starts_with(autosave_path(path))) return {};
        return Autosaved{found->second, found->first};
    }
    HostAnswer save_scenario(const Session& session, const std::string& path) override {
        if (disk_full) return {false, "disk full"};
        scenarios[path] = session.as_scenario();
        return {true, "saved " + path};
    }
    HostAnswer save_picture(const ViewerState&, const std::string& path) override {
        pictures.push_back(path);
        return {};
    }
    HostAnswer save_route_card(const ViewerState&, const std::string& path) override {
        cards.push_back(path);
        return {};
    }
    HostAnswer make_video(const Trace&, text::Lang, const std::string&) override { return {false, "no video here"}; }
    void remember(const Settings& settings) override { remembered = settings; }
};

}  // namespace muster::viewer
