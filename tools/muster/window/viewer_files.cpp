// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/window/viewer_files.h"

#include <filesystem>

#include "floorplans/file_text.h"
#include "floorplans/json_cursor.h"
#include "floorplans/plan_rewriter.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "render/document/html_writer.h"
#include "render/papers/route_card/route_card.h"
#include "render/picture/level_picture.h"
#include "render/viewer/edit/edit_levels.h"
#include "scenarios/reader.h"
#include "scenarios/scenario_writer.h"
#include "tools/edit/plan_check.h"
#include "tools/muster/film/video.h"
#include "tools/muster/terminal/usage_words.h"
#include "tools/muster/window/folder_browser.h"
#include "tools/muster/window/viewer_settings.h"
#include "tools/store/output_file.h"
#include "tools/store/run_reader.h"

namespace muster::commands {

namespace {

constexpr int print_width_px = 3508;  // the long side of A4 at 300 per inch

viewer::OpenedFile open_plan(const std::string& path) {
    viewer::OpenedFile file;
    file.path = file.plan_path = path;
    Checked<Building> building = floorplans::read_floor_plan(path);
    file.findings = std::move(building.findings);
    if (!building.value) return file;
    World world;
    world.building = std::move(*building.value);
    file.world = std::make_shared<const World>(std::move(world));
    return file;
}

viewer::OpenedFile open_run(const std::string& path) {
    viewer::OpenedFile file;
    file.path = path;
    file.run_folder = true;
    Checked<store::StoredRun> stored = store::read_run(path);
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

viewer::OpenedFile open_scenario(const std::string& path) {
    viewer::OpenedFile file;
    file.path = file.scenario_path = path;
    Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(path);
    file.findings = std::move(loaded.findings);
    if (!loaded.value) return file;
    file.world = loaded.value->world;
    if (loaded.value->files.size() > 1) file.plan_path = loaded.value->files[1];
    if (loaded.value->files.size() > 2) file.risk_map_path = loaded.value->files[2];
    return file;
}

}  // namespace

viewer::OpenedFile ViewerFiles::open(const std::string& path) {
    if (std::filesystem::is_directory(path)) return open_run(path);
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(path);
    const bool plan = document.value && scenarios::format_of(*document.value) == "plan";
    viewer::OpenedFile file = plan ? open_plan(path) : open_scenario(path);
    plan_opened_ = file.plan_path;
    return file;
}

viewer::HostAnswer ViewerFiles::saved(const std::string& path, const std::string& bytes, const char* done) const {
    const text::Catalogue words(lang_);
    try {
        store::write_beside(path, [&](const std::string& partial) { store::write_file(partial, bytes); });
    } catch (const store::OutputError& error) {
        return {false, words.text("muster.cannot_write",
                                  {{"file", error.path()}, {"reason", system_reason(error.reason(), lang_)}})};
    }
    return {true, words.text(done, {{"file", path}})};
}

viewer::HostAnswer ViewerFiles::save_scenario(const viewer::Session& session, const std::string& path) {
    const World& world = session.world();
    const Scenario scenario = session.as_scenario();
    const std::string original = session.file().scenario_path;
    const auto document = floorplans::JsonDocument::load(original);
    if (!document.value) return {false, text::Catalogue(lang_).text("viewer.cannot_save", {{"file", path}})};
    const scenarios::RewrittenScenario made = scenarios::rewrite_scenario(
        *document.value, floorplans::file_text(original).value_or(""), scenario, world.building, world.risk_map, path);
    return saved(path, made.text);
}

viewer::FolderList ViewerFiles::list(const std::string& folder) { return list_folder(folder, text::Catalogue(lang_)); }

viewer::OpenedFile ViewerFiles::new_plan(const std::string& folder) {
    const auto name = [](text::Lang lang) { return text::Catalogue(lang).text("viewer.new_plan_name"); };
    const std::filesystem::path place = list_folder(folder, text::Catalogue(lang_)).folder;
    viewer::OpenedFile file;
    file.path = file.plan_path = free_plan_name(place / name(lang_));
    World world;
    world.building = muster::viewer::new_plan({name(text::Lang::zh_cn), name(text::Lang::en)});
    file.world = std::make_shared<const World>(std::move(world));
    plan_opened_.clear();  // nothing of the plan before may come into this one
    return file;
}

viewer::PlanCheck ViewerFiles::check_plan(const Building& building) { return edit::recheck(building); }

Checked<std::shared_ptr<const World>> ViewerFiles::with_plan(const viewer::Session& session, const Building& plan) {
    const World& now = session.world();
    Checked<std::shared_ptr<const World>> out;
    RiskMap risks;
    if (!session.file().risk_map_path.empty()) {
        const auto file = floorplans::JsonDocument::load(session.file().risk_map_path);
        if (file.value) {
            Checked<RiskMap> read = scenarios::read_risk_map(*file.value, plan);
            if (!read.value) return out.findings = std::move(read.findings), out;
            risks = std::move(*read.value);
        }
    }
    if (now.scenario.population.groups.empty()) {
        out.value = std::make_shared<const World>(World{plan, std::move(risks), now.scenario});
        return out;
    }
    // By way of its text: what the scenario names is found by its id in the new plan.
    const auto text = floorplans::JsonDocument::parse(
        scenarios::write_scenario(session.as_scenario(), now.building, now.risk_map, {"edited.plan.json", "", "", ""}),
        "");
    Checked<Scenario> scenario = scenarios::read_scenario(*text.value, plan, risks);
    if (!scenario.value) return out.findings = std::move(scenario.findings), out;
    scenario.value->earthquake = now.scenario.earthquake;        // its record is not in the text
    scenario.value->smoke.outside = now.scenario.smoke.outside;  // nor is another program's fire
    return validate(plan, std::move(risks), std::move(*scenario.value));
}

viewer::HostAnswer ViewerFiles::save_plan(const Building& building, const std::string& path) {
    const std::string original =
        floorplans::file_text(std::filesystem::exists(path) ? path : plan_opened_).value_or("");
    return saved(path, original.empty() ? floorplans::write_floor_plan(building)
                                        : floorplans::rewrite_floor_plan(original, building).text);
}

viewer::HostAnswer ViewerFiles::save_route_card(const viewer::ViewerState& state, const std::string& path) {
    const papers::RouteCard card{state.group, state.book().route(state.session(), state.group)};
    return saved(path, document::document_html(papers::route_cards(state.session().world(), {card}, lang_)),
                 "viewer.lesson.card_saved");
}

viewer::HostAnswer ViewerFiles::save_picture(const viewer::ViewerState& state, const std::string& path) {
    std::vector<picture::PersonDot> people;
    for (const viewer::PersonNow& p : state.moment().people())
        if (p.level == state.level) people.push_back({p.at, p.state, 0.2});
    picture::LevelPicture picture;
    picture.lang = lang_;
    picture.width_px = print_width_px;
    picture.people = people;
    picture.air = state.moment().air();
    picture.area = picture::used_indoor_bounds(state.session().world());
    return saved(path, picture::draw_level(state.session().world(), state.level, picture), "viewer.picture_saved");
}

viewer::HostAnswer ViewerFiles::make_video(const Trace& trace, text::Lang lang, const std::string& path) {
    FilmOptions options;
    options.video = path;
    const Console console(lang);
    const Exit exit = write_video({trace, {}, options}, console);
    return {exit == Exit::good, text::Catalogue(lang).text(
                                    exit == Exit::good ? "viewer.video_saved" : "viewer.no_video", {{"file", path}})};
}

void ViewerFiles::remember(const viewer::Settings& settings) {
    lang_ = settings.lang;
    save_settings(settings_, settings);
}

}  // namespace muster::commands
