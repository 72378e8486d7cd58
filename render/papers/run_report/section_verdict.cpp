// SPDX-License-Identifier: Apache-2.0
// Title block, verdict, the four clocks.
#include <algorithm>
#include <cmath>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

void write_fact(ReportPage& page, std::string_view id, const std::string& value) {
    page.html.open("div").element("span", page.say(id)).text(value).close("div");
}

std::string seeds_text(const ReportPage& page) {
    const std::vector<analysis::RunAnalysis>& runs = page.input.ensemble->runs;
    if (runs.size() == 1) return page.say("report.one_seed", {{"seed", std::to_string(runs.front().seed)}});
    return page.say("report.seeds", {{"count", std::to_string(runs.size())},
                                     {"first", std::to_string(runs.front().seed)},
                                     {"last", std::to_string(runs.back().seed)}});
}

std::string date_text(const ReportPage& page) {
    const std::string& iso = page.input.date;  // YYYY-MM-DD
    if (iso.size() < 10 || page.lang() != text::Lang::zh_cn) return iso;
    const auto number = [&](std::size_t from, std::size_t length) {
        const std::string digits = iso.substr(from, length);
        return digits.front() == '0' ? digits.substr(1) : digits;
    };
    return page.say("report.date_text", {{"year", iso.substr(0, 4)}, {"month", number(5, 2)}, {"day", number(8, 2)}});
}

std::string range_text(const ReportPage& page, const std::optional<analysis::Spread>& spread) {
    if (page.input.ensemble->runs.size() < 2 || !spread) return {};
    return page.say("report.range", {{"p5", seconds_text(spread->p5)}, {"p95", seconds_text(spread->p95)}});
}

struct ClockCard {
    const char* id;
    std::optional<analysis::Spread> analysis::ClockSpread::*clock;
    bool judged;
};

std::string why_never(const ReportPage& page, const ClockCard& card) {
    const std::vector<Group>& groups = page.input.world->scenario.population.groups;
    const bool classes = std::any_of(groups.begin(), groups.end(), [](const Group& g) { return g.is_class; });
    const bool roll_call = card.clock == &analysis::ClockSpread::roll_call_done;
    return page.say(roll_call && !classes ? "report.no_roll_call" : "report.clock_never");
}

void write_clock(ReportPage& page, const ClockCard& card) {
    const auto spread = since_signal(page.input.ensemble->clocks.*card.clock, signal_s(page.input));
    const std::optional<double> median = spread ? std::optional(spread->median) : std::nullopt;
    page.html.open("div", card.judged ? "clock judged" : "clock");
    page.html.element("div", page.say(card.id), "name");
    page.html.open("div", "value").text(seconds_text(median));
    if (median) page.html.element("small", page.say("unit.second"));
    page.html.close("div").open("div", "more");
    page.html.text(median ? minutes_text(page.words, median) : why_never(page, card));
    const std::string range = range_text(page, spread);
    if (!range.empty()) page.html.raw("<br>").text(range);
    page.html.close("div").close("div");
}

void write_clocks(ReportPage& page) {
    constexpr ClockCard cards[] = {{"clock.out_of_room", &analysis::ClockSpread::last_out_of_room, false},
                                   {"clock.out_of_building", &analysis::ClockSpread::last_out_of_building, true},
                                   {"clock.at_assembly", &analysis::ClockSpread::last_at_assembly, false},
                                   {"clock.roll_call", &analysis::ClockSpread::roll_call_done, false}};
    page.html.open("div", "clocks");
    for (const ClockCard& card : cards) write_clock(page, card);
    page.html.close("div");
}

std::string verdict_word(const ReportPage& page, Verdict verdict) {
    const analysis::Headcount& people = worst_run(*page.input.ensemble).people;
    switch (verdict) {
        case Verdict::met:
            return page.say("verdict.met");
        case Verdict::met_by_median:
            return page.say("verdict.met_by_median");
        case Verdict::missed:
            return page.say("verdict.missed");
        case Verdict::people_left:
            return page.say("verdict.people_left", {{"count", std::to_string(left_inside(people))}});
    }
    return {};
}

struct VerdictLook {
    const char* style;
    std::string mark;  // says it in black and white too
};

VerdictLook look_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met:
            return {"verdict met", "✓ "};
        case Verdict::met_by_median:
            return {"verdict partly", "△ "};
        case Verdict::missed:
        case Verdict::people_left:
            return {"verdict missed", "✗ "};
    }
    return {"verdict", ""};
}

text::TextArgs target_args(const ReportPage& page) {
    const auto out = since_signal(page.input.ensemble->clocks.last_out_of_building, signal_s(page.input));
    const double target = page.input.world->scenario.target_out_s;
    const double median = out ? out->median : 0.0;
    return {{"mode", std::string(text::name_of(page.input.world->scenario.mode, page.lang()))},
            {"target", text::number_text(target, 0)},
            {"median", seconds_text(out ? std::optional(median) : std::nullopt)},
            {"p95", seconds_text(out ? std::optional(out->p95) : std::nullopt)},
            {"difference", text::number_text(std::abs(std::round(median) - target), 0)}};
}

void write_target_sentence(ReportPage& page) {
    const auto out = since_signal(page.input.ensemble->clocks.last_out_of_building, signal_s(page.input));
    const bool many = page.input.ensemble->runs.size() > 1;
    const char* id = "verdict.no_clock";
    if (out) {
        const bool within = out->median <= page.input.world->scenario.target_out_s;
        id = within ? (many ? "verdict.within_many" : "verdict.within_one")
                    : (many ? "verdict.over_many" : "verdict.over_one");
    }
    page.paragraph(id, target_args(page));
}

// When a share of those who got out was out: median over the runs, s from the signal.
double out_by(const ReportInput& input, double share) {
    std::vector<double> times;
    for (const analysis::RunAnalysis& run : input.ensemble->runs) {
        if (run.out_of_building_s.empty()) continue;
        const auto last = static_cast<double>(run.out_of_building_s.size()) - 1.0;
        const auto index = static_cast<std::size_t>(std::lround(share * last));
        times.push_back(run.out_of_building_s[index] - signal_s(*input.world, run));
    }
    std::sort(times.begin(), times.end());
    return times.empty() ? 0.0 : 0.5 * (times[(times.size() - 1) / 2] + times[times.size() / 2]);
}

// One straggler moves the last clock; these two say how the crowd did.
void write_shares_sentence(ReportPage& page) {
    if (left_inside(worst_run(*page.input.ensemble).people) > 0) return;
    page.paragraph("verdict.shares",
                   {{"half", seconds_text(out_by(page.input, 0.5))}, {"most", seconds_text(out_by(page.input, 0.95))}});
}

void write_people_sentence(ReportPage& page) {
    const analysis::Headcount& people = worst_run(*page.input.ensemble).people;
    std::string text = page.say("verdict.people", {{"total", std::to_string(people.total)},
                                                   {"evacuated", std::to_string(people.evacuated)},
                                                   {"inside", std::to_string(left_inside(people))},
                                                   {"incapacitated", std::to_string(people.incapacitated)}});
    if (people.arrived > 0) text += page.say("verdict.arrived", {{"count", std::to_string(people.arrived)}});
    if (page.input.ensemble->runs.size() > 1 && left_inside(people) > 0) text += page.say("verdict.worst_run");
    page.html.element("p", text);
}

}  // namespace

void write_title(ReportPage& page) {
    const World& world = *page.input.world;
    page.html.element("h1", page.say("report.title"));
    page.html.element("p", text::in_language(world.building.name, page.lang()), "lead");
    page.html.open("div", "facts");
    write_fact(page, "report.scenario", text::in_language(world.scenario.name, page.lang()));
    write_fact(page, "report.mode", std::string(text::name_of(world.scenario.mode, page.lang())));
    write_fact(page, "report.persons", std::to_string(worst_run(*page.input.ensemble).people.total));
    write_fact(page, "report.doors", std::string(text::name_of(world.scenario.run.door_mode, page.lang())));
    write_fact(page, "report.release", text::describe(world.scenario.release, page.lang()));
    write_fact(page, "report.replications", seeds_text(page));
    if (!page.input.date.empty()) write_fact(page, "report.date", date_text(page));
    write_fact(page, "report.program", "Muster " + page.input.version);
    page.html.close("div");
    const std::string& description = text::in_language(world.scenario.description, page.lang());
    if (!description.empty()) page.html.element("p", description);
}

void write_verdict(ReportPage& page) {
    page.heading("report.result");
    const Verdict verdict = verdict_of(page.input);
    const VerdictLook look = look_of(verdict);
    page.html.open("div", look.style);
    page.html.element("p", look.mark + verdict_word(page, verdict), "word");
    write_target_sentence(page);
    write_shares_sentence(page);
    write_people_sentence(page);
    page.html.close("div");
    write_clocks(page);
    page.paragraph(
        "report.clocks_note",
        {{"signal", text::number_text(signal_s(page.input), 1)},
         {"signal_name", page.say(page.input.world->scenario.earthquake ? "signal.after_shaking" : "signal.alarm")}},
        "note");
}

}  // namespace muster::papers
