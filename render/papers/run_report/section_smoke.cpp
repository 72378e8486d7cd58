// SPDX-License-Identifier: Apache-2.0
// Fire and smoke: what happened, when each place was lost against when the last person left it, and pictures.
#include <algorithm>
#include <map>
#include <tuple>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/picture/level_picture.h"
#include "render/text/names.h"
#include "sim/analysis/words.h"
#include "sim/base/constants.h"

namespace muster::papers {

namespace {

constexpr double design_dose = 0.3;

int over_dose(const analysis::SmokeOutcome& s) {
    return static_cast<int>(s.doses.end() -
                            std::upper_bound(s.doses.begin(), s.doses.end(), static_cast<float>(design_dose)));
}

const analysis::RunAnalysis& worst_in_smoke(const analysis::Ensemble& all) {
    return *std::max_element(
        all.runs.begin(), all.runs.end(), [](const analysis::RunAnalysis& a, const analysis::RunAnalysis& b) {
            const auto rank = [](const analysis::RunAnalysis& r) {
                return r.smoke
                           ? std::tuple(r.smoke->incapacitated, r.smoke->trapped, over_dose(*r.smoke), r.smoke->slowed)
                           : std::tuple(-1, 0, 0, 0);
            };
            return rank(a) < rank(b);
        });
}

std::string text_of(const std::optional<double>& seconds) { return seconds ? text::number_text(*seconds, 0) : "–"; }

void add_people_in_smoke(ReportPage& page) {
    const analysis::RunAnalysis& run = worst_in_smoke(*page.input.ensemble);
    const analysis::SmokeOutcome& s = *run.smoke;
    const auto clock = [&](const std::optional<double>& t) {
        return t ? text::number_text(*t, 0) + " s" : std::string("–");
    };
    const SmokeRecord* outside = page.input.world->scenario.smoke.outside.get();
    page.paragraph(outside != nullptr ? "smoke.course_outside" : "smoke.course",
                   {{"peak", text::number_text(s.peak_heat_w / 1000.0, 0)},
                    {"detected", clock(s.detected_s)},
                    {"alarm", clock(run.clocks.alarm)}});
    if (outside != nullptr && !outside->unmapped.empty()) {
        std::string spaces;
        for (const SpaceId space : outside->unmapped)
            spaces += (spaces.empty() ? "" : page.say("list.separator")) +
                      text::name_of_space(page.input.world->building, space, page.lang());
        page.note("smoke.unmapped", {{"spaces", spaces}});
    }
    page.paragraph("smoke.people",
                   {{"slowed", std::to_string(s.slowed)},
                    {"back", std::to_string(s.turned_back)},
                    {"shelter", std::to_string(s.sheltering)},
                    {"trapped", std::to_string(s.trapped)},
                    {"down", std::to_string(s.incapacitated)},
                    {"over", std::to_string(over_dose(s))},
                    {"most", text::number_text(s.doses.empty() ? 0.0 : static_cast<double>(s.doses.back()), 2)},
                    {"seed", std::to_string(run.seed)}});
}

/// Margins of one place over the seeds: a space, or a whole stair, whose air is one.
struct Row {
    std::string name;
    analysis::SpaceSmoke worst;  // of the run and part with the least margin
    std::vector<double> margins;
};

StairId stair_of(const Building& building, SpaceId space) {
    for (std::size_t i = 0; i < building.stairs.size(); ++i)
        for (const auto* parts : {&building.stairs[i].flights, &building.stairs[i].landings})
            if (std::find(parts->begin(), parts->end(), space) != parts->end()) return StairId{i};
    return {};
}

std::string name_of_smoky(const Building& building, SpaceId space, text::Lang lang) {
    const StairId stair = stair_of(building, space);
    return stair.valid() ? text::in_language(building.stair(stair).name, lang)
                         : text::name_of_space(building, space, lang);
}

// Least margin first.
std::vector<Row> rows_of(const ReportInput& input, text::Lang lang, int& reached_only) {
    const Building& building = input.world->building;
    std::map<std::pair<StairId, SpaceId>, Row> rows;
    std::map<SpaceId, bool> reached;
    for (const analysis::RunAnalysis& run : input.ensemble->runs) {
        if (!run.smoke) continue;
        std::map<std::pair<StairId, SpaceId>, double> least;  // of this run
        for (const analysis::SpaceSmoke& s : run.smoke->spaces) {
            reached[s.space] = reached[s.space] || s.lost_s.has_value();
            if (!s.lost_s) continue;
            const StairId stair = stair_of(building, s.space);
            const std::pair key{stair, stair.valid() ? SpaceId{} : s.space};
            Row& row = rows[key];
            const bool first = !row.worst.space.valid();
            if (first || s.margin_s().value_or(1e9) < row.worst.margin_s().value_or(1e9)) row.worst = s;
            if (const auto m = s.margin_s()) least[key] = least.count(key) != 0 ? std::min(least[key], *m) : *m;
        }
        for (const auto& [key, margin] : least) rows[key].margins.push_back(margin);
    }
    reached_only =
        static_cast<int>(std::count_if(reached.begin(), reached.end(), [](const auto& r) { return !r.second; }));
    std::vector<Row> out;
    for (auto& [key, row] : rows) {
        row.name = name_of_smoky(building, row.worst.space, lang);
        std::sort(row.margins.begin(), row.margins.end());
        out.push_back(std::move(row));
    }
    std::stable_sort(out.begin(), out.end(), [](const Row& a, const Row& b) {
        return (a.margins.empty() ? 1e9 : a.margins.front()) < (b.margins.empty() ? 1e9 : b.margins.front());
    });
    return out;
}

void add_table(ReportPage& page) {
    int reached_only = 0;
    const std::vector<Row> rows = rows_of(page.input, page.lang(), reached_only);
    page.note("smoke.table_note");
    document::Table table;
    table.key = "smoke";
    table.columns = {page.column("smoke.space")};
    for (const char* id : {"smoke.reached", "smoke.lost", "smoke.why", "smoke.last", "smoke.margin",
                           "smoke.margin_least", "smoke.inside", "smoke.hottest", "smoke.co"})
        table.columns.push_back(id == std::string_view("smoke.why") ? page.column(id) : page.numbers(id));
    for (const Row& row : rows) {
        const analysis::SpaceSmoke& s = row.worst;
        const bool any = !row.margins.empty();
        table.rows.push_back(
            {row.name, text_of(s.reached_s), text_of(s.lost_s),
             s.why ? page.say("smoke.why_" + std::string(word_of(*s.why))) : "–", text_of(s.last_person_s),
             any ? text::number_text(row.margins[row.margins.size() / 2], 0) : "–",
             any ? text::number_text(row.margins.front(), 0) : "–", std::to_string(s.inside_when_lost),
             text::number_text(s.hottest_k - zero_celsius_k, 0), text::number_text(s.worst_co_ppm, 0)});
    }
    page.add(std::move(table));
    if (reached_only > 0) page.note("smoke.more", {{"count", std::to_string(reached_only)}});
}

struct Moment {
    const char* id;
    std::size_t air = 0;  // index into Trace::air_times
};

// At the alarm, when most people stood in smoke (or, when nobody did, when it was thickest), at the end.
std::vector<Moment> moments_of(const Trace& trace, const analysis::RunAnalysis& run) {
    const std::size_t spaces = trace.world->building.spaces.size();
    std::size_t alarm = 0, worst = 0;
    double most = -1.0;
    for (std::size_t i = 0; i < trace.air_times.size(); ++i) {
        if (run.clocks.alarm && trace.air_times[i].seconds() <= *run.clocks.alarm) alarm = i;
        const auto after = std::lower_bound(trace.sample_times.begin(), trace.sample_times.end(), trace.air_times[i]);
        double score = 0.0;
        for (std::size_t s = 0; s < spaces; ++s)
            score += 1e-3 * std::min(3.0F, trace.air[i * spaces + s].extinction_head);
        if (after != trace.sample_times.end()) {
            const TracePoint* at = trace.sample(static_cast<std::size_t>(after - trace.sample_times.begin()));
            for (std::size_t p = 0; p < trace.people.size(); ++p)
                if (at[p].space.valid() && trace.air[i * spaces + at[p].space.index()].extinction_head > 0.15F)
                    score += 1.0;
        }
        if (score > most) most = score, worst = i;
    }
    return {{"smoke.at_alarm", alarm}, {"smoke.at_worst", worst}, {"smoke.at_end", trace.air_times.size() - 1}};
}

void add_pictures(ReportPage& page) {
    const Trace& trace = *page.input.trace;
    const Building& building = trace.world->building;
    const std::size_t spaces = building.spaces.size();
    const analysis::RunAnalysis& run = page.input.ensemble->runs.front();
    for (const Moment& moment : moments_of(trace, run)) {
        const SimTime time = trace.air_times[moment.air];
        const std::span<const SpaceAir> air(trace.air.data() + moment.air * spaces, spaces);
        for (std::size_t l = 0; l < building.levels.size(); ++l) {
            // Storeys without any smoke need no picture.
            const bool any = std::any_of(building.spaces.begin(), building.spaces.end(), [&](const Space& s) {
                const auto i = static_cast<std::size_t>(&s - building.spaces.data());
                return s.level == LevelId{l} && !s.outdoor &&
                       (air[i].extinction_head > 0.05F || air[i].upper_k > 303.0F);
            });
            if (!any) continue;
            std::vector<picture::PersonDot> people;
            const auto after = std::lower_bound(trace.sample_times.begin(), trace.sample_times.end(), time);
            if (after != trace.sample_times.end()) {
                const TracePoint* at = trace.sample(static_cast<std::size_t>(after - trace.sample_times.begin()));
                for (std::size_t p = 0; p < trace.people.size(); ++p)
                    if (at[p].space.valid() && at[p].state != PersonState::gone &&
                        building.space(at[p].space).level == LevelId{l})
                        people.push_back(
                            {{at[p].x, at[p].y}, at[p].state, static_cast<double>(trace.people[p].radius_m)});
            }
            picture::LevelPicture picture;
            picture.lang = page.lang();
            picture.width_px = 1400;
            picture.area = picture::used_indoor_bounds(*trace.world, 1.5);
            picture.air = air;
            picture.people = people;
            picture.furniture = false;
            picture.risks = true;
            const text::TextArgs args{{"level", text::in_language(building.levels[l].name, page.lang())},
                                      {"moment", page.say(moment.id)},
                                      {"time", text::number_text(time.seconds(), 0)}};
            page.picture(picture::draw_level(*trace.world, LevelId{l}, picture), page.say("smoke.picture", args));
        }
    }
}

}  // namespace

void add_smoke(ReportPage& page) {
    const auto& runs = page.input.ensemble->runs;
    if (std::none_of(runs.begin(), runs.end(), [](const analysis::RunAnalysis& r) { return r.smoke.has_value(); }))
        return;
    page.turn(true);
    page.heading("report.smoke");
    add_people_in_smoke(page);
    if (page.input.trace != nullptr && page.input.trace->outcome.smoke_diverged_in.valid())
        page.paragraph("smoke.diverged",
                       {{"space", text::name_of_space(page.input.world->building,
                                                      page.input.trace->outcome.smoke_diverged_in, page.lang())}});
    add_table(page);
    if (page.input.trace != nullptr && !page.input.trace->air_times.empty()) add_pictures(page);
    page.turn(false);
}

}  // namespace muster::papers
