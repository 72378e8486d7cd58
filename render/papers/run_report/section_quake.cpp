// SPDX-License-Identifier: Apache-2.0
// Earthquake: how the building shook, what fell and jammed, what harmed most over the seeds, assembly spots.
#include <algorithm>
#include <map>
#include <tuple>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/picture/chart.h"
#include "render/picture/level_picture.h"
#include "render/text/names.h"
#include "sim/analysis/quake.h"
#include "sim/analysis/words.h"
#include "sim/base/constants.h"

namespace muster::papers {

namespace {

constexpr std::size_t max_rows = 15;

std::string clock_text(const std::optional<double>& t) { return t ? text::number_text(*t, 1) + " s" : "–"; }

void add_curves(ReportPage& page, const picture::ShakingCurves& curves, const char* title) {
    page.picture(picture::draw_shaking(curves, {page.lang(), picture::PictureFormat::png, 1800}), page.say(title));
}

/// How long it is felt as 6 or more on the Chinese scale.
double strong_s(const FloorShaking& floor, double every_s) {
    constexpr float strong = 6.0F;
    const auto looks =
        std::count_if(floor.running_china.begin(), floor.running_china.end(), [](float i) { return i >= strong; });
    return static_cast<double>(looks) * every_s;
}

void add_course(ReportPage& page, const analysis::QuakeOutcome& q) {
    const QuakeRecord& main = q.shocks.front();
    page.paragraph("quake.course",
                   {{"pga", text::number_text(main.floors.front().peak_accel / standard_gravity_m_s2, 2)},
                    {"china", text::number_text(main.floors.front().china, 1)},
                    {"jma", text::number_text(main.floors.front().jma, 1)},
                    {"period", text::number_text(main.period_s, 2)},
                    {"warned", clock_text(q.warned_s)},
                    {"order", clock_text(q.order_s)}});
    document::Table table;
    table.key = "floors";
    table.columns = {page.column("quake.floor")};
    for (const char* id : {"quake.pfa", "quake.pfv", "quake.jma", "quake.china", "quake.china_over", "quake.drift"})
        table.columns.push_back(page.numbers(id));
    for (std::size_t f = main.floors.size(); f-- > 0;) {
        const FloorShaking& s = main.floors[f];
        const bool roof = f + 1 == main.floors.size();
        table.rows.push_back(
            {roof ? page.say("quake.roof") : page.say("quake.storey", {{"n", std::to_string(f + 1)}}),
             text::fixed_text(s.peak_accel / standard_gravity_m_s2, 2), text::fixed_text(s.peak_velocity, 2),
             text::fixed_text(s.jma, 1), text::fixed_text(s.china, 1), text::fixed_text(strong_s(s, main.every_s), 1),
             f < main.drift.size() ? "1/" + text::number_text(1.0 / std::max(1e-6, main.drift[f]), 0) : "–"});
    }
    page.add(std::move(table));
    page.note("quake.model_note");
    picture::ShakingCurves jma;
    jma.every_s = main.every_s;
    jma.ground = main.floors.front().running_jma;
    jma.roof = main.floors.back().running_jma;
    if (q.order_s) jma.order_s = *q.order_s - main.at_s;
    add_curves(page, jma, "quake.curve");
    picture::ShakingCurves china = jma;
    china.ground = main.floors.front().running_china;
    china.roof = main.floors.back().running_china;
    china.strongest = 12.0;
    china.ticks = 12;
    china.calm = 0.0;
    china.scale = "chart.china";
    add_curves(page, china, "quake.curve_china");
}

std::string name_of_thing(const ReportPage& page, const analysis::QuakeHarm& h) {
    const Building& b = page.input.world->building;
    if (h.opening.valid()) return text::name_of_opening(b, h.opening, page.lang());
    const std::string space = text::name_of_space(b, h.space, page.lang());
    if (!h.item.valid()) return space;
    return text::joined({space, b.obstacle(h.item).key}, "list.label", page.lang());
}

struct HarmRow {
    analysis::QuakeHarm worst;
    int seeds = 0;
    double people = 0.0, shut_in = 0.0;  // summed over the seeds
};

/// Over all seeds, by the people concerned per earthquake.
std::vector<HarmRow> rows_of(const analysis::Ensemble& all) {
    std::map<std::tuple<analysis::QuakeHarmKind, OpeningId, SpaceId, ObstacleId>, HarmRow> rows;
    for (const analysis::RunAnalysis& run : all.runs) {
        if (!run.quake) continue;
        for (const analysis::QuakeHarm& h : run.quake->harms) {
            HarmRow& row = rows[{h.kind, h.opening, h.space, h.item}];
            if (row.seeds == 0 || h.state > row.worst.state) row.worst = h;
            ++row.seeds;
            row.people += h.people;
            row.shut_in += h.shut_in;
        }
    }
    std::vector<HarmRow> out;
    for (const auto& [key, row] : rows) out.push_back(row);
    std::stable_sort(out.begin(), out.end(), [](const HarmRow& a, const HarmRow& b) {
        return std::pair(a.shut_in, a.people) > std::pair(b.shut_in, b.people);
    });
    return out;
}

void add_harms(ReportPage& page) {
    const std::vector<HarmRow> rows = rows_of(*page.input.ensemble);
    if (rows.empty()) {
        page.paragraph("quake.no_damage");
        return;
    }
    const auto runs = static_cast<double>(page.input.ensemble->runs.size());
    page.note("quake.harm_note", {{"runs", std::to_string(page.input.ensemble->runs.size())}});
    document::Table table;
    table.key = "harms";
    table.columns = {page.column("quake.thing"),   page.column("quake.what"),     page.numbers("quake.often"),
                     page.numbers("quake.people"), page.numbers("quake.shut_in"), page.column("quake.remedy")};
    for (std::size_t i = 0; i < std::min(rows.size(), max_rows); ++i) {
        const HarmRow& r = rows[i];
        const std::string code(word_of(r.worst.kind));
        const std::string what = r.worst.kind == analysis::QuakeHarmKind::flight_damaged
                                     ? "quake.flight_" + std::to_string(std::clamp(r.worst.state, 1, 3))
                                     : "quake.kind_" + code;
        table.rows.push_back({name_of_thing(page, r.worst), page.say(what),
                              text::number_text(100.0 * r.seeds / runs, 0) + " %",
                              text::number_text(r.people / runs, 1), text::number_text(r.shut_in / runs, 1),
                              page.say("quake.remedy_" + code)});
    }
    page.add(std::move(table));
    if (rows.size() > max_rows) page.note("quake.more", {{"count", std::to_string(rows.size() - max_rows)}});
}

void add_people_harmed(ReportPage& page) {
    std::vector<int> struck, thrown, inside;
    for (const analysis::RunAnalysis& run : page.input.ensemble->runs) {
        if (!run.quake) continue;
        struck.push_back(run.quake->struck);
        thrown.push_back(run.quake->thrown);
        inside.push_back(run.people.left_inside());
    }
    const auto text = [](std::vector<int> v) {
        std::sort(v.begin(), v.end());
        if (v.size() == 1) return std::to_string(v.front());
        return std::to_string(v[v.size() / 2]) + " (" + std::to_string(v.front()) + "–" + std::to_string(v.back()) +
               ")";
    };
    page.paragraph("quake.persons", {{"struck", text(struck)}, {"thrown", text(thrown)}, {"inside", text(inside)}});
    const QuakeRecord& main = page.input.ensemble->runs.front().quake->shocks.front();
    const auto toppled =
        std::count_if(main.fallen.begin(), main.fallen.end(), [](const LyingItem& f) { return f.toppled; });
    page.paragraph("quake.furniture", {{"toppled", std::to_string(toppled)},
                                       {"slid", std::to_string(main.slid)},
                                       {"farthest", text::number_text(main.farthest_slid_m, 2)}});
}

void add_spots(ReportPage& page) {
    const Building& b = page.input.world->building;
    const auto spots = analysis::spot_distances(b);
    if (spots.empty()) return;
    const auto bad =
        std::count_if(spots.begin(), spots.end(), [](const analysis::SpotDistance& s) { return !s.clear(); });
    const auto nearest = std::min_element(
        spots.begin(), spots.end(),
        [](const analysis::SpotDistance& x, const analysis::SpotDistance& y) { return x.nearest_m < y.nearest_m; });
    page.paragraph(bad > 0 ? "quake.spots_bad" : "quake.spots_good",
                   {{"count", std::to_string(bad)},
                    {"all", std::to_string(spots.size())},
                    {"spot", text::in_language(b.spot(nearest->spot).name, page.lang())},
                    {"distance", text::number_text(nearest->nearest_m, 1)},
                    {"reach", text::number_text(nearest->reach_m, 1)},
                    {"band", text::number_text(nearest->band_m, 1)}});
    page.note("quake.facade_rule", {{"band", text::number_text(nearest->band_m, 1)}});
}

void add_pictures(ReportPage& page, const analysis::QuakeOutcome& q) {
    const Building& b = page.input.world->building;
    for (std::size_t l = 0; l < b.levels.size(); ++l) {
        const bool any = std::any_of(q.harms.begin(), q.harms.end(), [&](const analysis::QuakeHarm& h) {
            const SpaceId at = h.opening.valid() ? b.opening(h.opening).from : h.space;
            return at.valid() && b.space(at).level == LevelId{l};
        });
        if (!any) continue;
        picture::LevelPicture picture;
        picture.lang = page.lang();
        picture.width_px = 1400;
        picture.area = picture::used_indoor_bounds(*page.input.world, 4.0);
        picture.quake = &q;
        picture.risks = false;
        const std::string caption =
            page.say("quake.picture", {{"level", text::in_language(b.levels[l].name, page.lang())},
                                       {"seed", std::to_string(page.input.ensemble->runs.front().seed)}});
        page.picture(picture::draw_level(*page.input.world, LevelId{l}, picture), caption);
    }
}

}  // namespace

void add_quake(ReportPage& page) {
    const analysis::RunAnalysis& first = page.input.ensemble->runs.front();
    if (!first.quake || first.quake->shocks.empty()) return;
    page.turn(true);
    page.heading("report.quake");
    add_course(page, *first.quake);
    add_people_harmed(page);
    add_harms(page);
    add_spots(page);
    add_pictures(page, *first.quake);
    page.turn(false);
}

}  // namespace muster::papers
