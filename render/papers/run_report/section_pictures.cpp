// SPDX-License-Identifier: Apache-2.0
// Plans of the storeys and the curves over time.
#include <algorithm>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/picture/chart.h"
#include "render/picture/level_picture.h"

namespace muster::papers {

namespace {

constexpr std::size_t numbers_on_plans = 10;
constexpr std::size_t flow_strips = 5;
constexpr int image_width_px = 1600;  // 186 mm at 220 dots per inch

std::vector<picture::NumberMark> marks_of(const ReportInput& input) {
    std::vector<picture::NumberMark> marks;
    const std::size_t count = count_worth_showing(*input.ensemble, numbers_on_plans);
    for (std::size_t i = 0; i < count; ++i) {
        const analysis::Bottleneck& b = input.ensemble->bottlenecks[i];
        marks.push_back({static_cast<int>(i) + 1, level_of_place(input.world->building, b),
                         middle_of_place(input.world->building, b), b.held.persons() > 0});
    }
    return marks;
}

const analysis::DensityGrid* grid_of(const ReportInput& input, LevelId level) {
    const auto it = std::find_if(input.density.begin(), input.density.end(),
                                 [&](const analysis::DensityGrid& grid) { return grid.level == level; });
    return it == input.density.end() || it->peak.empty() ? nullptr : &*it;
}

// Storeys from the ground upwards, basements after them; a level nobody can walk on is left out.
std::vector<LevelId> levels_shown(const Building& building) {
    std::vector<LevelId> levels;
    for (std::size_t i = 0; i < building.levels.size(); ++i)
        if (std::any_of(building.spaces.begin(), building.spaces.end(),
                        [&](const Space& s) { return s.level == LevelId{i} && !s.outdoor; }))
            levels.push_back(LevelId{i});
    std::stable_sort(levels.begin(), levels.end(), [&](LevelId a, LevelId b) {
        const int p = building.level(a).storey, q = building.level(b).storey;
        return (p > 0) != (q > 0) ? p > 0 : (p > 0 ? p < q : p > q);
    });
    return levels;
}

struct Map {
    LevelId level;
    bool whole_site = false;
};

// One picture per storey, and one of the whole site where the assembly spots are.
std::vector<Map> maps_of(const Building& building) {
    std::vector<Map> maps;
    for (const LevelId level : levels_shown(building)) maps.push_back({level, false});
    if (!building.spots.empty()) maps.push_back({building.space(building.spots.front().space).level, true});
    return maps;
}

std::string draw_map(const ReportInput& input, const Map& map, text::Lang lang, const std::string& title) {
    const std::vector<picture::NumberMark> marks = marks_of(input);
    picture::LevelPicture picture;
    picture.lang = lang;
    picture.width_px = image_width_px;
    picture.title = title;
    picture.density = grid_of(input, map.level);
    if (!map.whole_site) {
        picture.marks = marks;
        picture.area = picture::used_indoor_bounds(*input.world, 2.5);
        picture.labels = picture::LabelDetail::rooms_and_widths;
    }
    return picture::draw_level(*input.world, map.level, picture);
}

std::string map_title(const ReportInput& input, const Map& map, const text::Catalogue& words) {
    if (map.whole_site) return words.text("report.site");
    return text::in_language(input.world->building.level(map.level).name, words.lang());
}

std::vector<double> shifted(const std::vector<double>& times, double signal) {
    std::vector<double> out;
    out.reserve(times.size());
    for (const double t : times) out.push_back(std::max(0.0, t - signal));
    return out;
}

picture::ArrivalCurves curves_of(const ReportInput& input) {
    const std::vector<analysis::RunAnalysis>& runs = input.ensemble->runs;
    const analysis::RunAnalysis& first = runs.front();
    picture::ArrivalCurves curves;
    curves.persons = first.people.total - first.people.arrived;
    curves.target_s = input.world->scenario.target_out_s;
    curves.out = shifted(first.out_of_building_s, signal_s(*input.world, first));
    curves.at_assembly = shifted(first.at_assembly_s, signal_s(*input.world, first));
    for (std::size_t i = 1; i < runs.size(); ++i)
        curves.other_seeds.push_back(shifted(runs[i].out_of_building_s, signal_s(*input.world, runs[i])));
    return curves;
}

picture::FlowStrips strips_of(const ReportInput& input, text::Lang lang) {
    picture::FlowStrips flows;
    flows.first_s = -signal_s(input);
    const std::size_t count = count_worth_showing(*input.ensemble, flow_strips);
    for (std::size_t i = 0; i < count; ++i) {
        const analysis::Bottleneck& b = input.ensemble->bottlenecks[i];
        flows.strips.push_back({static_cast<int>(i) + 1, text::name_of_place(input.world->building, b, lang), b.flow});
    }
    return flows;
}

}  // namespace

void add_plans(ReportPage& page) {
    page.heading("report.plans");
    page.note("report.plans_note");
    for (const ReportMap& map : page.maps)
        page.picture(map.png,
                     page.say(map.whole_site ? "report.site_caption" : "report.plan_caption", {{"level", map.title}}));
}

void add_arrival(ReportPage& page) {
    page.picture(
        picture::draw_arrival(curves_of(page.input), {page.lang(), picture::PictureFormat::png, image_width_px}),
        page.say("report.arrival_caption"));
}

void add_flows(ReportPage& page) {
    const picture::FlowStrips flows = strips_of(page.input, page.lang());
    if (flows.strips.empty()) return;
    page.heading("report.flows");
    page.picture(picture::draw_flows(flows, {page.lang(), picture::PictureFormat::png, image_width_px}),
                 page.say("report.flow_caption"));
}

std::vector<ReportMap> report_maps(const ReportInput& input, text::Lang lang) {
    const text::Catalogue words(lang);
    std::vector<ReportMap> drawn;
    for (const Map& map : maps_of(input.world->building)) {
        const std::string key = map.whole_site ? "site" : input.world->building.level(map.level).key;
        const std::string title = map_title(input, map, words);
        const std::string heading = text::in_language(input.world->building.name, lang) + " · " + title;
        drawn.push_back({key, title, map.whole_site, draw_map(input, map, lang, heading)});
    }
    return drawn;
}

}  // namespace muster::papers
