// SPDX-License-Identifier: Apache-2.0
#include "tools/office/drill/drill_page.h"

#include <algorithm>
#include <cmath>

#include "render/picture/drill_chart.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::drill {

namespace {

constexpr std::array<const char*, drill_clocks> clock_ids = {"drill.clock.out_of_room", "drill.clock.out_of_building",
                                                             "drill.clock.at_spot", "drill.clock.counted"};

constexpr std::array<const char*, drill_clocks - 1> short_ids = {"drill.short.out_of_room",
                                                                 "drill.short.out_of_building", "drill.short.at_spot"};

std::string signed_text(double value, int decimals = 0) {
    return (value > 0.0 ? "+" : "") + text::fixed_text(value, decimals);
}

std::optional<double> difference(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b) return std::nullopt;
    return *a - *b;
}

// Simulated less measured.
document::Cell error_cell(const std::optional<double>& simulated, const std::optional<double>& measured) {
    const auto off = difference(simulated, measured);
    return off ? document::Cell(signed_text(*off)) : document::Cell("–");
}

document::Cell seconds_cell(const std::optional<double>& seconds) {
    return seconds ? document::Cell::of(seconds, 0) : document::Cell("–");
}

class PageWriter {
public:
    PageWriter(const DrillPage& page, text::Lang lang) : page_(page), words_(lang) {}

    document::Document write() {
        document::Document document;
        document.lang = words_.lang();
        document.form = "F5";
        document.title = words_.text("drill.page.title");
        document.subtitle = said(page_.world->building.name) + " · " + said(page_.world->scenario.name) +
                            (page_.date.empty() ? "" : " · " + page_.date);
        document.footer = words_.text("report.disclaimer");
        verdict();
        school_clocks();
        curves();
        classes();
        doubtful();
        fit();
        history();
        by_hand();
        document.sections.push_back(std::move(section_));
        return document;
    }

private:
    [[nodiscard]] const std::string& said(const Name& name) const { return text::in_language(name, words_.lang()); }
    [[nodiscard]] std::string text(const char* id, const text::TextArgs& args = {}) const {
        return words_.text(id, args);
    }
    void add(document::DocumentBlock block) { section_.blocks.push_back(std::move(block)); }
    [[nodiscard]] document::Cell range_cell(double low, double high, int decimals) const {
        return document::Cell(text(
            "drill.fit.range", {{"from", text::fixed_text(low, decimals)}, {"to", text::fixed_text(high, decimals)}}));
    }
    void heading(const char* id) { add(document::Heading{text(id), 2}); }

    // The one sentence a headteacher reads.
    void verdict() {
        const auto measured = page_.measured.school.at(DrillClock::out_of_building);
        const auto predicted = page_.fit.before.school.at(DrillClock::out_of_building);
        const double target = page_.world->scenario.target_out_s;
        if (measured)
            add(document::Paragraph{
                text(*measured <= target ? "drill.page.met" : "drill.page.missed",
                     {{"measured", text::number_text(*measured, 0)}, {"target", text::number_text(target, 0)}})});
        if (!measured || !predicted) return;
        const double off = *predicted - *measured;
        add(document::Paragraph{
            text(std::abs(off) <= stopwatch_s ? "drill.page.agrees"
                 : off < 0                    ? "drill.page.too_quick"
                                              : "drill.page.too_slow",
                 {{"predicted", text::number_text(*predicted, 0)},
                  {"off", text::number_text(std::abs(off), 0)},
                  {"percent", text::number_text(100.0 * std::abs(off) / std::max(1.0, *measured), 0)}})});
    }

    [[nodiscard]] std::string range_of(std::size_t clock) const {
        std::vector<double> values;
        for (const DrillTimes& run : page_.predicted_runs)
            if (run.school.s[clock]) values.push_back(*run.school.s[clock]);
        if (values.empty()) return "–";
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        return text::fixed_text(*low, 0) + "–" + text::fixed_text(*high, 0);
    }

    void school_clocks() {
        heading("drill.page.school");
        document::Table table;
        table.key = "clocks";
        table.columns = {{"clock", text("drill.col.clock"), 14.0},
                         {"measured_s", text("drill.col.measured"), 7.0, document::FilledBy::simulator, true},
                         {"predicted_s", text("drill.col.predicted"), 7.0, document::FilledBy::simulator, true},
                         {"range_s", text("drill.col.range"), 8.0, document::FilledBy::simulator, true},
                         {"error_s", text("drill.col.error"), 7.0, document::FilledBy::simulator, true},
                         {"fitted_s", text("drill.col.fitted"), 7.0, document::FilledBy::simulator, true},
                         {"fitted_error_s", text("drill.col.fitted_error"), 7.0, document::FilledBy::simulator, true}};
        for (std::size_t c = 0; c < drill_clocks; ++c) {
            const auto &m = page_.measured.school.s[c], &p = page_.fit.before.school.s[c],
                       &f = page_.fit.after.school.s[c];
            table.rows.push_back({document::Cell(text(clock_ids[c])), seconds_cell(m), seconds_cell(p),
                                  document::Cell(range_of(c)), error_cell(p, m), seconds_cell(f), error_cell(f, m)});
        }
        table.notes = {text("drill.page.clock_note", {{"runs", std::to_string(page_.predicted_runs.size())},
                                                      {"seed", std::to_string(page_.first_seed)}})};
        add(std::move(table));
    }

    // Each class counts whole when its last person is out: what a stopwatch at the exit sees.
    [[nodiscard]] std::vector<picture::DrillStep> measured_steps() const {
        std::vector<std::pair<double, int>> classes;
        const auto& groups = page_.world->scenario.population.groups;
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (const auto time = page_.measured.classes[i].at(DrillClock::out_of_building))
                classes.emplace_back(*time, groups[i].count + static_cast<int>(groups[i].teachers.size()));
        std::sort(classes.begin(), classes.end());
        std::vector<picture::DrillStep> steps;
        for (const auto& [time, people] : classes)
            steps.push_back({time, people + (steps.empty() ? 0 : steps.back().people)});
        return steps;
    }

    static std::vector<picture::DrillStep> steps_of(const std::vector<double>& times) {
        std::vector<picture::DrillStep> steps;
        for (const double time : times) steps.push_back({time, static_cast<int>(steps.size()) + 1});
        return steps;
    }

    void curves() {
        picture::DrillCurves curves;
        curves.measured = measured_steps();
        curves.predicted = steps_of(page_.predicted_out_s);
        curves.fitted = steps_of(page_.fitted_out_s);
        curves.persons = static_cast<int>(page_.world->scenario.population.total());
        curves.target_s = page_.world->scenario.target_out_s;
        add(document::Picture{picture::draw_drill_curves(curves, {.lang = words_.lang()}), text("drill.page.curves"),
                              0.0, 95.0});
    }

    void classes() {
        for (const DrillClock clock : {DrillClock::out_of_building, DrillClock::at_spot, DrillClock::out_of_room}) {
            const auto c = static_cast<std::size_t>(clock);
            const bool any = std::any_of(page_.measured.classes.begin(), page_.measured.classes.end(),
                                         [&](const ClockTimes& t) { return t.s[c].has_value(); });
            if (any) return class_clock(c);
        }
    }

    // Of the most telling clock that was taken class by class: the picture; and the table of all.
    void class_clock(std::size_t c) {
        heading("drill.page.classes");
        std::vector<picture::ClassBar> bars;
        const auto& groups = page_.world->scenario.population.groups;
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (groups[i].is_class)
                bars.push_back({said(groups[i].name), page_.measured.classes[i].s[c], page_.fit.before.classes[i].s[c],
                                page_.fit.after.classes[i].s[c]});
        add(document::Picture{picture::draw_class_bars(bars, text(clock_ids[c]), {.lang = words_.lang()}),
                              text("drill.page.bars"), 0.0, 230.0});
        document::Table table;
        table.key = "classes";
        table.columns = {{"class", text("drill.form.class"), 11.0}};
        std::vector<std::size_t> shown;
        for (std::size_t k = 0; k + 1 < drill_clocks; ++k) {
            const bool any = std::any_of(page_.measured.classes.begin(), page_.measured.classes.end(),
                                         [&](const ClockTimes& t) { return t.s[k].has_value(); });
            if (!any) continue;
            shown.push_back(k);
            for (const char* what :
                 {"drill.col.measured", "drill.col.predicted", "drill.col.error", "drill.col.fitted_error"})
                table.columns.push_back({std::to_string(k) + what, text(short_ids[k]) + " " + text(what), 6.0,
                                         document::FilledBy::simulator, true});
        }
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (groups[i].is_class) class_row(i, shown, table);
        add(std::move(table));
    }

    [[nodiscard]] bool is_doubtful(std::size_t group, std::size_t clock) const {
        const auto& all = page_.fit.doubtful;
        return std::any_of(all.begin(), all.end(), [&](const DoubtfulClock& d) {
            return d.group == static_cast<std::ptrdiff_t>(group) && static_cast<std::size_t>(d.clock) == clock;
        });
    }

    // Times that do not go with the others: which, and how that was judged.
    void doubtful() {
        if (page_.fit.doubtful.empty()) return;
        heading("drill.doubtful.title");
        for (const std::string& line : doubtful_lines(*page_.world, page_.fit, words_.lang()))
            add(document::Paragraph{line});
        add(document::Paragraph{text("drill.doubtful.how", {{"seconds", text::fixed_text(page_.fit.doubtful_s(), 0)},
                                                            {"deviation", text::fixed_text(page_.fit.deviation_s, 1)},
                                                            {"times", text::fixed_text(doubtful_deviations, 0)},
                                                            {"least", text::fixed_text(doubtful_min_s, 0)}})});
    }

    void class_row(std::size_t group, const std::vector<std::size_t>& shown, document::Table& table) {
        document::Row row{document::Cell(said(page_.world->scenario.population.groups[group].name))};
        for (const std::size_t k : shown) {
            const auto &m = page_.measured.classes[group].s[k], &p = page_.fit.before.classes[group].s[k],
                       &f = page_.fit.after.classes[group].s[k];
            document::Cell taken = seconds_cell(m);
            if (is_doubtful(group, k)) taken.text += text("drill.doubtful.mark");
            for (document::Cell cell : {std::move(taken), seconds_cell(p), error_cell(p, m), error_cell(f, m)})
                row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }

    void fit() {
        heading("drill.page.fit");
        const DrillFit& f = page_.fit;
        const text::TextArgs args = {{"delay", text::fixed_text(std::abs(f.delay_s), 1)},
                                     {"speed", text::fixed_text(f.speed, 2)},
                                     {"before", text::fixed_text(f.rms_before_s, 1)},
                                     {"after", text::fixed_text(f.rms_after_s, 1)},
                                     {"clocks", std::to_string(f.clocks)},
                                     {"points", std::to_string(f.simulated)},
                                     {"from", text::fixed_text(f.speed_from, 2)},
                                     {"to", text::fixed_text(f.speed_to, 2)},
                                     {"file", page_.fitted_file}};
        add(document::Paragraph{text(f.clocks == 0     ? "drill.fit.nothing"
                                     : !f.changes()    ? "drill.fit.same"
                                     : f.delay_s < 0.0 ? "drill.fit.earlier"
                                                       : "drill.fit.later",
                                     args)});
        if (f.clocks > 0 && !f.separable) add(document::Paragraph{text("drill.fit.not_separable", args)});
        if (f.delay_at_bound || f.speed_at_bound) add(document::Paragraph{text("drill.fit.bound", args)});
        document::Table table;
        table.key = "fit";
        table.columns = {{"parameter", text("drill.col.parameter"), 12.0},
                         {"value", text("drill.col.value"), 6.0, document::FilledBy::simulator, true},
                         {"bounds", text("drill.col.bounds"), 8.0, document::FilledBy::simulator, true},
                         {"source", text("drill.col.source"), 30.0}};
        table.rows = {{document::Cell(text("drill.fit.delay")), document::Cell(signed_text(f.delay_s, 1)),
                       range_cell(page_.bounds.delay_low_s, page_.bounds.delay_high_s, 0),
                       document::Cell(text("drill.fit.delay_source"))},
                      {document::Cell(text("drill.fit.speed")), document::Cell(text::fixed_text(f.speed, 2)),
                       range_cell(page_.bounds.speed_low, page_.bounds.speed_high, 1),
                       document::Cell(text("drill.fit.speed_source"))}};
        table.notes = {text("drill.fit.method", args)};
        add(std::move(table));
    }

    void history() {
        heading("drill.page.history");
        document::Table table;
        table.key = "history";
        table.columns = {{"date", text("drill.col.date"), 9.0},
                         {"scenario", text("drill.col.scenario"), 12.0},
                         {"measured_s", text("drill.col.measured_out"), 8.0, document::FilledBy::simulator, true},
                         {"predicted_s", text("drill.col.predicted_out"), 8.0, document::FilledBy::simulator, true},
                         {"error_s", text("drill.col.error"), 7.0, document::FilledBy::simulator, true},
                         {"rms_s", text("drill.col.rms"), 8.0, document::FilledBy::simulator, true},
                         {"delay_s", text("drill.fit.delay"), 7.0, document::FilledBy::simulator, true},
                         {"speed", text("drill.fit.speed"), 7.0, document::FilledBy::simulator, true}};
        for (const DrillRecord& r : page_.history) {
            const auto m = r.measured.at(DrillClock::out_of_building), p = r.predicted.at(DrillClock::out_of_building);
            table.rows.push_back({document::Cell(r.date.empty() ? "–" : r.date), document::Cell(r.scenario),
                                  seconds_cell(m), seconds_cell(p), error_cell(p, m),
                                  document::Cell::of(r.rms_before_s, 1), document::Cell(signed_text(r.delay_s, 1)),
                                  document::Cell(text::fixed_text(r.speed, 2))});
        }
        if (const std::string trend = trend_text(); !trend.empty()) table.notes.push_back(trend);
        add(std::move(table));
    }

    // Of drills of this plan: the first and the last error, and the measured time itself.
    [[nodiscard]] std::string trend_text() const {
        std::vector<const DrillRecord*> drills;
        for (const DrillRecord& r : page_.history)
            if (r.plan == page_.world->building.key && r.measured.at(DrillClock::out_of_building) &&
                r.predicted.at(DrillClock::out_of_building))
                drills.push_back(&r);
        if (drills.size() < 2) return text("drill.page.no_trend");
        const auto off = [](const DrillRecord& r) {
            return *difference(r.predicted.at(DrillClock::out_of_building), r.measured.at(DrillClock::out_of_building));
        };
        const DrillRecord &first = *drills.front(), &last = *drills.back();
        return text("drill.page.trend",
                    {{"drills", std::to_string(drills.size())},
                     {"first", signed_text(off(first))},
                     {"last", signed_text(off(last))},
                     {"from", text::number_text(*first.measured.at(DrillClock::out_of_building), 0)},
                     {"to", text::number_text(*last.measured.at(DrillClock::out_of_building), 0)}});
    }

    void by_hand() {
        heading("drill.page.by_hand");
        document::Table table;
        table.key = "F5";
        table.header = false;
        table.row_height_mm = 16.0;
        table.columns = {{"what", "", 8.0, document::FilledBy::plan}, {"words", "", 40.0, document::FilledBy::human}};
        for (const char* id : {"drill.hand.problems", "drill.hand.measures", "drill.hand.recorder"})
            table.rows.push_back({document::Cell::named(text(id)), document::Cell::blank()});
        add(std::move(table));
    }

    const DrillPage& page_;
    text::Catalogue words_;
    document::Section section_;
};

}  // namespace

std::vector<std::string> doubtful_lines(const World& world, const DrillFit& fit, text::Lang lang) {
    const text::Catalogue words(lang);
    std::vector<std::string> lines;
    for (const DoubtfulClock& d : fit.doubtful) {
        const Name* name =
            d.group < 0 ? nullptr : &world.scenario.population.groups[static_cast<std::size_t>(d.group)].name;
        lines.push_back(words.text(
            "drill.doubtful.line",
            {{"class", name == nullptr ? words.text("drill.form.whole_school") : text::in_language(*name, lang)},
             {"clock", words.text(clock_ids[static_cast<std::size_t>(d.clock)])},
             {"measured", text::fixed_text(d.measured_s, 0)},
             {"fitted", text::fixed_text(d.fitted_s, 0)}}));
    }
    return lines;
}

document::Document drill_page(const DrillPage& page, text::Lang lang) { return PageWriter(page, lang).write(); }

}  // namespace muster::drill
