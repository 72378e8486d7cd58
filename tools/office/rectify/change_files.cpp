// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/change_files.h"

#include <filesystem>

#include "floorplans/json_text.h"
#include "floorplans/plan_rewriter.h"
#include "render/viewer/edit/edit_openings.h"
#include "render/viewer/edit/edit_removal.h"
#include "render/viewer/edit/edit_stairs.h"
#include "scenarios/scenario_writer.h"
#include "sim/base/overload.h"

namespace muster::rectify {

namespace {

viewer::Edited with_width(const Building& building, const planning::WidenOpening& change) {
    viewer::Edited wider = viewer::set_opening_width(building, change.opening, change.width_m);
    if (wider && wider.building->opening(change.opening).clear_width_m < change.width_m - 1e-3)
        return viewer::refused("edit.refuse.wall_too_short");
    // What is wider than one leaf of 1.2 m has two.
    if (wider && change.width_m > 1.2 && wider.building->opening(change.opening).leaf == Leaf::single)
        return viewer::change_opening(std::move(*wider.building), change.opening, {.leaf = Leaf::double_leaf});
    return wider;
}

viewer::Edited edited(const Building& building, const planning::Change& change) {
    return std::visit(
        Overload{[&](const planning::WidenOpening& c) { return with_width(building, c); },
                 [&](const planning::WidenStair& c) {
                     auto wider = planning::widened_stair(building, c);
                     return wider ? viewer::done(std::move(*wider), "edit.step.width")
                                  : viewer::refused("rectify.reason.redesign");
                 },
                 [&](const planning::UnlockOpening& c) {
                     return viewer::change_opening(building, c.opening, {.state = DoorState::closed});
                 },
                 [&](const planning::ReverseSwing& c) {
                     return viewer::change_opening(building, c.opening, {.swings_into = c.into});
                 },
                 [&](const planning::AddMiddleRail& c) {
                     return viewer::change_flight(building, c.flight, {.middle_rail = true});
                 },
                 [&](const planning::RemoveObstacle& c) {
                     return viewer::remove_objects(building, {{viewer::ObjectKind::obstacle, c.obstacle.index()}});
                 },
                 [&](const auto&) { return viewer::refused("rectify.reason.no_plan_change"); }},
        change);
}

// The scenario's member `plan` names another file.
std::string with_plan(std::string text, const std::string& was, const std::string& is) {
    const std::size_t member = text.find("\"plan\"");
    const std::size_t at = member == std::string::npos ? member : text.find(floorplans::json_quoted(was), member);
    if (at != std::string::npos) text.replace(at, floorplans::json_quoted(was).size(), floorplans::json_quoted(is));
    return text;
}

}  // namespace

std::optional<planning::WidenOpening> fitted_to_wall(const Building& building, planning::WidenOpening change) {
    constexpr double min_gain_m = 0.01;
    while (change.width_m > building.opening(change.opening).clear_width_m + min_gain_m) {
        if (with_width(building, change)) return change;
        change.width_m -= planning::stream_width_m;
    }
    return std::nullopt;
}

ChangedPlan changed_plan(const BaseFiles& base, const planning::Change& change) {
    const viewer::Edited after = edited(base.world->building, change);
    if (!after) return {"", after.refusal};
    return {floorplans::rewrite_floor_plan(base.plan_text, *after.building).text, ""};
}

std::string changed_scenario(const BaseFiles& base, const planning::Change& change, const std::string& path,
                             const std::string& plan) {
    const World& world = *base.world;
    const Scenario after =
        planning::changes_plan(change) ? world.scenario : planning::with_change(world.scenario, change);
    std::string text =
        scenarios::rewrite_scenario(*base.scenario, base.scenario_text, after, world.building, world.risk_map, path)
            .text;
    if (plan.empty()) return text;
    namespace fs = std::filesystem;
    const auto folder = [](const std::string& file) { return fs::path(file).parent_path().string(); };
    return with_plan(
        std::move(text),
        scenarios::moved(scenarios::files_of(*base.scenario), folder(base.scenario_path), folder(path)).plan, plan);
}

}  // namespace muster::rectify
