// SPDX-License-Identifier: Apache-2.0
// Title block, verdict, the four clocks.
#include <algorithm>
#include <cmath>

#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/report_page.h"
#include "render/papers/run_report/warning_boxes.h"
#include "render/text/dates.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

std::string seeds_text(const ReportPage& page) {
    const std::vector<analysis::RunAnalysis>& runs = page.input.ensemble->runs;
    if (runs.size() == 1) return page.say("report.one_seed", {{"seed", std::to_string(runs.front().seed)}});
    return page.say("report.seeds", {{"count", std::to_string(runs.size())},
                                     {"first", std::to_string(runs.front().seed)},
                                     {"last", std::to_string(runs.back().seed)}});
}

std::string range_text(const ReportPage& page, const std::optional<analysis::Spread>& spread) {
    if (page.input.ensemble->runs.size() < 2 || !spread) return {};
    return page.say("report.range", {{"p5", seconds_text(spread->p5)}, {"p95", seconds_text(spread->p95)}});
}

// Each counted from its own signal: smoke may be seen sooner or later.
std::string end_text(const analysis::ClockSpread& clocks, std::optional<analysis::Spread> analysis::ClockSpread::*clock,
                     double signal) {
    const auto since = since_signal(clocks.*clock, clocks.alarm ? clocks.alarm->median : signal);
    return seconds_text(since ? std::optional(since->median) : std::nullopt);
}

std::string band_text(const ReportPage& page, std::optional<analysis::Spread> analysis::ClockSpread::*clock) {
    const std::optional<AssumptionBand>& band = page.input.band;
    if (!band) return {};
    const double signal = signal_s(page.input);
    return page.say("report.band",
                    {{"quick", end_text(band->quick, clock, signal)}, {"slow", end_text(band->slow, clock, signal)}});
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

document::KeyFigures::Figure figure_of(const ReportPage& page, const ClockCard& card) {
    const auto spread = since_signal(page.input.ensemble->clocks.*card.clock, signal_s(page.input));
    const std::optional<double> median = spread ? std::optional(spread->median) : std::nullopt;
    document::KeyFigures::Figure figure{page.say(card.id), seconds_text(median), "", {}, card.judged};
    if (median) figure.unit = page.say("unit.second");
    figure.more = {median ? minutes_text(page.words, median) : why_never(page, card)};
    if (const std::string range = range_text(page, spread); !range.empty()) figure.more.push_back(range);
    if (const std::string band = band_text(page, card.clock); !band.empty()) figure.more.push_back(band);
    return figure;
}

document::KeyFigures clocks_of(const ReportPage& page) {
    constexpr ClockCard cards[] = {{"clock.out_of_room", &analysis::ClockSpread::last_out_of_room, false},
                                   {"clock.out_of_building", &analysis::ClockSpread::last_out_of_building, true},
                                   {"clock.at_assembly", &analysis::ClockSpread::last_at_assembly, false},
                                   {"clock.roll_call", &analysis::ClockSpread::roll_call_done, false}};
    document::KeyFigures clocks;
    for (const ClockCard& card : cards) clocks.figures.push_back(figure_of(page, card));
    return clocks;
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
            return page.say("verdict.people_left", {{"count", std::to_string(people.left_inside())}});
    }
    return {};
}

struct VerdictLook {
    document::Tone tone;
    const char* mark;  // says it in black and white too
};

VerdictLook look_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met:
            return {document::Tone::good, "✓ "};
        case Verdict::met_by_median:
            return {document::Tone::mixed, "△ "};
        case Verdict::missed:
        case Verdict::people_left:
            return {document::Tone::bad, "✗ "};
    }
    return {document::Tone::plain, ""};
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

std::string target_sentence(const ReportPage& page) {
    const auto out = since_signal(page.input.ensemble->clocks.last_out_of_building, signal_s(page.input));
    const bool many = page.input.ensemble->runs.size() > 1;
    const char* id = "verdict.no_clock";
    if (out) {
        const bool within = out->median <= page.input.world->scenario.target_out_s;
        id = within ? (many ? "verdict.within_many" : "verdict.within_one")
                    : (many ? "verdict.over_many" : "verdict.over_one");
    }
    return page.say(id, target_args(page));
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
std::string shares_sentence(const ReportPage& page) {
    return page.say("verdict.shares", {{"half", seconds_text(out_by(page.input, 0.5))},
                                       {"most", seconds_text(out_by(page.input, 0.95))}});
}

std::string people_sentence(const ReportPage& page) {
    const analysis::Headcount& people = worst_run(*page.input.ensemble).people;
    std::string text = page.say("verdict.people", {{"total", std::to_string(people.total)},
                                                   {"evacuated", std::to_string(people.evacuated)},
                                                   {"inside", std::to_string(people.left_inside())},
                                                   {"incapacitated", std::to_string(people.incapacitated)}});
    if (people.arrived > 0) text += page.say("verdict.arrived", {{"count", std::to_string(people.arrived)}});
    if (page.input.ensemble->runs.size() > 1 && people.left_inside() > 0) text += page.say("verdict.worst_run");
    return text;
}

}  // namespace

void add_title(ReportPage& page) {
    const World& world = *page.input.world;
    document::Facts facts;
    const auto fact = [&](std::string_view id, std::string value) {
        facts.facts.push_back({page.say(id), std::move(value)});
    };
    fact("report.scenario", text::in_language(world.scenario.name, page.lang()));
    fact("report.mode", std::string(text::name_of(world.scenario.mode, page.lang())));
    fact("report.persons", std::to_string(worst_run(*page.input.ensemble).people.total));
    fact("report.doors", std::string(text::name_of(world.scenario.run.door_mode, page.lang())));
    fact("report.assumption", std::string(text::name_of(world.scenario.run.assumption, page.lang())));
    fact("report.release", text::describe(world.scenario.release, page.lang()));
    fact("report.replications", seeds_text(page));
    if (!page.input.date.empty()) fact("report.date", text::date_text(page.input.date, page.lang()));
    fact("report.program", "Muster " + page.input.version);
    page.add(std::move(facts));
    const std::string& description = text::in_language(world.scenario.description, page.lang());
    if (!description.empty()) page.add(document::Paragraph{description});
}

void add_verdict(ReportPage& page) {
    page.heading("report.result");
    const Verdict verdict = verdict_of(page.input);
    const VerdictLook look = look_of(verdict);
    document::Callout callout{look.tone, look.mark + verdict_word(page, verdict), {}};
    if (verdict == Verdict::people_left) callout.lines.push_back(held_sentence(page.input, page.words));
    callout.lines.push_back(target_sentence(page));
    if (worst_run(*page.input.ensemble).people.left_inside() == 0) callout.lines.push_back(shares_sentence(page));
    callout.lines.push_back(people_sentence(page));
    page.add(std::move(callout));
    if (auto box = danger_box(page.input, page.words)) page.add(std::move(*box));
    page.add(clocks_of(page));
    page.note(
        "report.clocks_note",
        {{"signal", text::number_text(signal_s(page.input), 1)},
         {"signal_name", page.say(page.input.world->scenario.earthquake ? "signal.after_shaking" : "signal.alarm")}});
}

}  // namespace muster::papers
