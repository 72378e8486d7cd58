// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/viewer_files.h"

#include <filesystem>

#include "floorplans/json_cursor.h"
#include "floorplans/plan_rewriter.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "render/picture/level_picture.h"
#include "render/papers/route_card/route_card.h"
#include "render/viewer/edit/edit_levels.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_writer.h"
#include "tools/edit/plan_check.h"
#include "tools/muster/folder_browser.h"
#include "tools/muster/usage_words.h"
#include "tools/muster/view_files.h"
#include "tools/muster/viewer_settings.h"
#include "tools/store/file_text.h"
#include "tools/store/output_file.h"

namespace muster {

namespace {

constexpr int print_width_px = 3508;  // the long side of A4 at 300 per inch

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

OpenedFile open_run(const std::string& path) {
    OpenedFile file;
    file.path = path;
    file.run_folder = true;
    Checked<StoredRun> stored = read_run(path);
    file.findings = std::move(stored.findings);
    if (!stored.value) return file;
    const std::vector<std::string>& files = stored.value->loaded.files;
    file.world = stored.value->loaded.world;
    file.trace = std::move(stored.value->trace);
    if (!files.empty()) file.scenario_path = files[0];
    if (files.size() > 1) file.plan_path = files[1];
    if (files.size() > 2) file.risk_map_path = files[2];
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
    if (std::filesystem::is_directory(path)) return open_run(path);
    const Checked<JsonDocument> document = JsonDocument::load(path);
    const bool plan = document.value && format_of(*document.value) == "plan";
    OpenedFile file = plan ? open_plan(path) : open_scenario(path);
    plan_opened_ = file.plan_path;
    return file;
}

HostAnswer ViewerFiles::saved(const std::string& path, const std::string& bytes, const char* done) const {
    const Catalogue words(lang_);
    try {
        write_beside(path, [&](const std::string& partial) { write_file(partial, bytes); });
    } catch (const OutputError& error) {
        return {false, words.text("muster.cannot_write",
                                  {{"file", error.path()}, {"reason", system_reason(error.reason(), lang_)}})};
    }
    return {true, words.text(done, {{"file", path}})};
}

HostAnswer ViewerFiles::save_scenario(const Session& session, const std::string& path) {
    const World& world = session.world();
    const Scenario scenario = session.as_scenario();
    const std::string original = session.file().scenario_path;
    const auto document = JsonDocument::load(original);
    if (!document.value) return {false, Catalogue(lang_).text("viewer.cannot_save", {{"file", path}})};
    const RewrittenScenario made =
        rewrite_scenario(*document.value, file_text(original), scenario, world.building, world.risk_map, path);
    return saved(path, made.text);
}

FolderList ViewerFiles::list(const std::string& folder) { return list_folder(folder, Catalogue(lang_)); }

OpenedFile ViewerFiles::new_plan(const std::string& folder) {
    const auto name = [](Lang lang) { return Catalogue(lang).text("viewer.new_plan_name"); };
    const std::filesystem::path place = list_folder(folder, Catalogue(lang_)).folder;
    OpenedFile file;
    file.path = file.plan_path = free_plan_name(place / name(lang_));
    World world;
    world.building = muster::new_plan({name(Lang::zh_cn), name(Lang::en)});
    file.world = std::make_shared<const World>(std::move(world));
    plan_opened_.clear();  // nothing of the plan before may come into this one
    return file;
}

PlanCheck ViewerFiles::check_plan(const Building& building) { return recheck(building); }

Checked<std::shared_ptr<const World>> ViewerFiles::with_plan(const Session& session, const Building& plan) {
    const World& now = session.world();
    Checked<std::shared_ptr<const World>> out;
    RiskMap risks;
    if (!session.file().risk_map_path.empty()) {
        const auto file = JsonDocument::load(session.file().risk_map_path);
        if (file.value) {
            Checked<RiskMap> read = read_risk_map(*file.value, plan);
            if (!read.value) return out.findings = std::move(read.findings), out;
            risks = std::move(*read.value);
        }
    }
    if (now.scenario.population.groups.empty()) {
        out.value = std::make_shared<const World>(World{plan, std::move(risks), now.scenario});
        return out;
    }
    // By way of its text: what the scenario names is found by its id in the new plan.
    const auto text = JsonDocument::parse(
        write_scenario(session.as_scenario(), now.building, now.risk_map, {"edited.plan.json", "", "", ""}), "");
    Checked<Scenario> scenario = read_scenario(*text.value, plan, risks);
    if (!scenario.value) return out.findings = std::move(scenario.findings), out;
    scenario.value->earthquake = now.scenario.earthquake;        // its record is not in the text
    scenario.value->smoke.outside = now.scenario.smoke.outside;  // nor is another program's fire
    return validate(plan, std::move(risks), std::move(*scenario.value));
}

HostAnswer ViewerFiles::save_plan(const Building& building, const std::string& path) {
    const std::string& original = file_text(std::filesystem::exists(path) ? path : plan_opened_);
    return saved(path, original.empty() ? write_floor_plan(building) : rewrite_floor_plan(original, building).text);
}

HostAnswer ViewerFiles::save_route_card(const ViewerState& state, const std::string& path) {
    const RouteCard card{state.group, state.book().route(state.session(), state.group)};
    return saved(path, route_cards_html(state.session().world(), {card}, lang_), "viewer.lesson.card_saved");
}

HostAnswer ViewerFiles::save_picture(const ViewerState& state, const std::string& path) {
    std::vector<PersonDot> people;
    for (const PersonNow& p : state.moment().people())
        if (p.level == state.level) people.push_back({p.at, p.state, 0.2});
    LevelPicture picture;
    picture.lang = lang_;
    picture.width_px = print_width_px;
    picture.people = people;
    picture.air = state.moment().air();
    picture.area = used_indoor_bounds(state.session().world());
    return saved(path, draw_level(state.session().world(), state.level, picture), "viewer.picture_saved");
}

HostAnswer ViewerFiles::make_video(const Trace& trace, Lang lang, const std::string& path) {
    ViewOptions options;
    options.video = path;
    const Console console(lang);
    const Exit exit = write_video({trace, {}, options}, console);
    return {exit == Exit::good,
            Catalogue(lang).text(exit == Exit::good ? "viewer.video_saved" : "viewer.no_video", {{"file", path}})};
}

void ViewerFiles::remember(const Settings& settings) {
    lang_ = settings.lang;
    save_settings(settings_, settings);
}

}  // namespace muster
