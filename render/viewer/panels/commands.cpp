// SPDX-License-Identifier: Apache-2.0
// What may be changed while it runs, for what is selected and for the whole site; what was changed, to take back or to
// keep as a scenario.
#include <array>
#include <filesystem>

#include "render/text/names.h"
#include "render/viewer/panels/panels.h"
#include "sim/base/overload.h"

namespace muster::viewer {

namespace {

constexpr double fall_s = 20.0;      // somebody lies so long; assumption
constexpr double shaking_s = 20.0;   // assumption: strong shaking lasts 5 to 24 s in the records
constexpr double dark_factor = 0.5;  // on walking without light; the format's own default

struct Desk {
    Ui& ui;
    const ViewerState& state;
    Wishes& wishes;

    void give(const char* id, const engine::Command& command) const {
        if (ui.button(id)) wishes.emplace_back(wish::Give{command});
    }
};

void for_opening(const Desk& d, OpeningId id) {
    d.give("viewer.do.open", SetOpening{id, DoorState::open});
    ImGui::SameLine();
    d.give("viewer.do.close", SetOpening{id, DoorState::closed});
    ImGui::SameLine();
    d.give("viewer.do.lock", SetOpening{id, DoorState::locked});
    d.give("viewer.do.jam", BlockOpening{id, true});
    ImGui::SameLine();
    d.give("viewer.do.free", BlockOpening{id, false});
    d.give("viewer.do.guide", PostGuide{id, true});
    ImGui::SameLine();
    d.give("viewer.do.no_guide", RemoveGuide{id});
}

void for_space(const Desk& d, SpaceId id) {
    d.give("viewer.do.fall", PersonFalls{id, fall_s});
    ImGui::SameLine();
    d.give("viewer.do.close_space", CloseSpace{id});
    StartFire fire;
    fire.space = id;
    d.give("viewer.do.fire", Incident{fire});
    ImGui::SameLine();
    d.give("viewer.do.dark_here", LightsOut{{id}, dark_factor});
}

void for_selection(const Desk& d) {
    std::visit(Overload{[&](std::monostate) { ImGui::TextWrapped("%s", d.ui.text("viewer.do.choose").c_str()); },
                        [&](PersonId id) {
                            // Nobody is there for a moment while a run starts over.
                            if (id.index() >= d.state.moment().people().size()) return;
                            const SpaceId in = d.state.moment().people()[id.index()].space;
                            if (in.valid()) for_space(d, in);
                        },
                        [&](OpeningId id) { for_opening(d, id); }, [&](SpaceId id) { for_space(d, id); }},
               d.state.selection);
}

void for_risks(const Desk& d) {
    const World& world = d.state.session().world();
    if (world.risk_map.risks.empty()) return;
    const bool open = ImGui::BeginCombo("##risks", d.ui.text("viewer.do.fire_at_risk").c_str());
    d.ui.mark("viewer.do.fire_at_risk");
    if (open) {
        for (std::size_t i = 0; i < world.risk_map.risks.size(); ++i) {
            const Risk& risk = world.risk_map.risks[i];
            StartFire fire;
            fire.risk = RiskId{i};
            fire.space = risk.space;
            if (ImGui::Selectable(text::in_language(risk.name, d.ui.lang()).c_str()))
                d.wishes.emplace_back(wish::Give{Incident{fire}});
            d.ui.mark("viewer.do.fire_at_risk:" + risk.key);
        }
        ImGui::EndCombo();
    }
}

// The class chosen on the left: now, later, by another stair.
void for_class(const Desk& d) {
    const World& world = d.state.session().world();
    const auto& groups = world.scenario.population.groups;
    const GroupId chosen = d.state.group;
    const std::string now = chosen.valid() ? text::in_language(groups[chosen.index()].name, d.ui.lang())
                                           : d.ui.text("viewer.lesson.choose_class");
    ImGui::SetNextItemWidth(-1.0F);
    const bool open = ImGui::BeginCombo("##class", now.c_str(), ImGuiComboFlags_HeightLargest);
    d.ui.mark("viewer.do.class");
    if (open) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (ImGui::Selectable(text::in_language(groups[i].name, d.ui.lang()).c_str(), chosen.index() == i))
                d.wishes.emplace_back(wish::ShowGroup{GroupId{i}});
            d.ui.mark("viewer.do.class:" + groups[i].key);
        }
        ImGui::EndCombo();
    }
    if (!chosen.valid()) return;
    d.give("viewer.do.release", ReleaseGroup{chosen});
    ImGui::SameLine();
    d.give("viewer.do.hold", HoldGroup{chosen});
    for (std::size_t i = 0; i < world.building.stairs.size(); ++i) {
        Route route;
        route.stair = StairId{i};
        const std::string& stair = text::in_language(world.building.stairs[i].name, d.ui.lang());
        if (d.ui.button("viewer.do.send:" + world.building.stairs[i].key,
                        d.ui.text("viewer.do.send", {{"stair", stair}})))
            d.wishes.emplace_back(wish::Give{SendGroup{chosen, route}});
    }
}

void for_order(const Desk& d) {
    constexpr std::array ids{"viewer.order.all", "viewer.order.storey", "viewer.order.class"};
    constexpr std::array policies{ReleasePolicy::all_at_once, ReleasePolicy::by_storey, ReleasePolicy::class_by_class};
    constexpr double storey_interval_s = 20.0;  // assumption; to be changed in the scenario
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ChangeRelease order;
        order.release.policy = policies[i];
        if (policies[i] == ReleasePolicy::by_storey) order.release.interval_s = storey_interval_s;
        if (i > 0) ImGui::SameLine();
        d.give(ids[i], order);
    }
}

void draw_given(const Desk& d) {
    const Session& session = d.state.session();
    d.ui.heading("viewer.given");
    if (d.ui.button("viewer.undo")) d.wishes.emplace_back(wish::Undo{});
    ImGui::SameLine();
    if (d.ui.button("viewer.redo")) d.wishes.emplace_back(wish::Redo{});
    ImGui::SameLine();
    if (d.ui.button("viewer.save_scenario"))
        d.wishes.emplace_back(wish::SaveScenario{name_for_changed(session.file())});
    if (session.unsaved()) ImGui::TextDisabled("%s", d.ui.text("viewer.unsaved").c_str());
    for (const GivenCommand& command : session.given())
        ImGui::TextWrapped("%s s  %s", text::number_text(command.at.seconds(), 1).c_str(),
                           text::describe(command.what, session.world(), d.ui.lang()).c_str());
}

}  // namespace

std::string name_for_changed(const OpenedFile& file) {
    namespace fs = std::filesystem;
    fs::path scenario_path = file.run_folder ? file.path : file.scenario_path;
    if (!scenario_path.has_filename()) scenario_path = scenario_path.parent_path();  // "runs/drill/"
    constexpr std::string_view ending = ".scenario.json", mark = ".changed";
    std::string stem = scenario_path.filename().string();
    if (stem.ends_with(ending)) stem.resize(stem.size() - ending.size());
    if (stem.ends_with(mark)) stem.resize(stem.size() - mark.size());
    return (scenario_path.parent_path() / (stem + std::string(mark) + std::string(ending))).string();
}

void draw_commands(Ui& ui, const ViewerState& state, Wishes& wishes) {
    if (!state.session().has_people()) return;
    const Desk desk{ui, state, wishes};
    ui.heading("viewer.commands");
    desk.give("viewer.do.alarm", SoundAlarm{});
    ImGui::SameLine();
    desk.give("viewer.do.silence", SilenceAlarm{});
    ImGui::SameLine();
    desk.give("viewer.do.shake", StartShaking{shaking_s});
    desk.give("viewer.do.lights_out", LightsOut{{}, dark_factor});
    ImGui::SameLine();
    desk.give("viewer.do.lights_on", LightsOn{});
    for_risks(desk);
    ui.heading("viewer.do.order");
    for_order(desk);
    ui.heading("viewer.do.class");
    for_class(desk);
    ui.heading("viewer.commands_here");
    for_selection(desk);
    draw_given(desk);
}

}  // namespace muster::viewer
