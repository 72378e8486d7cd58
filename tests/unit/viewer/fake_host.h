// SPDX-License-Identifier: Apache-2.0
// Files that are not on any disk: what the window asked of them is noted.
#pragma once

#include <map>
#include <mutex>

#include "render/viewer/state/host.h"

namespace muster {

class FakeHost final : public ViewerHost {
public:
    std::map<std::string, std::shared_ptr<const World>> worlds;  // that can be opened, by path
    std::map<std::string, Scenario> scenarios;                   // saved, by path
    std::map<std::string, Building> plans, kept;                 // saved, by path
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
    void autosave(const Building& building, const std::string& path) override { kept[path] = building; }
    void forget_autosave(const std::string& path) override { kept.erase(path); }
    std::optional<Building> autosaved(const std::string& path) override {
        const auto found = kept.find(path);
        return found == kept.end() ? std::nullopt : std::optional(found->second);
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
    HostAnswer make_video(const Trace&, Lang, const std::string&) override { return {false, "no video here"}; }
    void remember(const Settings& settings) override { remembered = settings; }
};

}  // namespace muster
