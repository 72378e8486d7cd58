// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/run_summary.h"

#include <algorithm>

#include "render/papers/run_report/derived.h"
#include "render/text/held_words.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::commands {

namespace {

// 83.4 s -> "1:23".
std::string minutes(double seconds) {
    const long long whole = static_cast<long long>(seconds + 0.5);
    const std::string rest = std::to_string(whole % 60);
    return std::to_string(whole / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

std::string clock_text(const std::optional<analysis::Spread>& clock, bool spread, const Console& console) {
    if (!clock) return console.text("muster.summary.never");
    const text::TextArgs args{{"time", minutes(clock->median)},
                              {"seconds", text::number_text(clock->median, 1)},
                              {"p5", minutes(clock->p5)},
                              {"p95", minutes(clock->p95)}};
    return console.text(spread ? "muster.summary.spread" : "muster.summary.time", args);
}

std::string bottleneck_line(std::size_t rank, const analysis::Bottleneck& b, const World& world,
                            const Console& console) {
    if (b.held.persons() > 0)
        return console.text("muster.summary.held", {{"rank", std::to_string(rank)},
                                                    {"place", text::name_of_place(world.building, b, console.lang())},
                                                    {"kind", std::string(text::name_of(b.kind, console.lang()))},
                                                    {"count", std::to_string(b.held.persons())},
                                                    {"reasons", text::held_reasons(b.held, console.lang())}});
    return console.text("muster.summary.bottleneck", {{"rank", std::to_string(rank)},
                                                      {"place", text::name_of_place(world.building, b, console.lang())},
                                                      {"kind", std::string(text::name_of(b.kind, console.lang()))},
                                                      {"persons", std::to_string(b.persons)},
                                                      {"lost", text::number_text(b.delay_person_s, 0)},
                                                      {"density", text::number_text(b.peak_density, 1)}});
}

}  // namespace

std::string summary_text(const papers::ReportInput& input, const Console& console) {
    const analysis::Ensemble& ensemble = *input.ensemble;
    const bool spread = ensemble.runs.size() > 1;
    const analysis::Headcount& people = papers::worst_run(ensemble).people;
    std::string text = text::in_language(input.world->scenario.name, console.lang()) + '\n';
    const auto line = [&](const char* id, const std::string& value) {
        text += console.text(id, {{"value", value}}) + '\n';
    };
    line("muster.summary.people", std::to_string(people.total));
    line("muster.summary.out", std::to_string(people.evacuated + people.arrived));
    line("muster.summary.assumption", std::string(text::name_of(input.world->scenario.run.assumption, console.lang())));
    const auto clock = [&](const char* id, std::optional<analysis::Spread> analysis::ClockSpread::*which) {
        const auto since = papers::since_signal(ensemble.clocks.*which, papers::signal_s(input));
        line(id, clock_text(since, spread, console));
        return since;
    };
    clock("muster.summary.last_out_of_room", &analysis::ClockSpread::last_out_of_room);
    const auto out = clock("muster.summary.last_out_of_building", &analysis::ClockSpread::last_out_of_building);
    clock("muster.summary.last_at_assembly", &analysis::ClockSpread::last_at_assembly);
    clock("muster.summary.roll_call_done", &analysis::ClockSpread::roll_call_done);
    if (out) {
        const double target_s = input.world->scenario.target_out_s;
        line(out->median <= target_s ? "muster.summary.target_met" : "muster.summary.target_missed", minutes(target_s));
    }
    const papers::Account account = papers::account_of(input);
    text += console.text("muster.summary.account", {{"lost", std::to_string(account.lost_in_runs)},
                                                    {"back", std::to_string(account.put_back)},
                                                    {"inside", std::to_string(account.left_inside)}}) +
            '\n';
    if (const auto& state = input.convergence)
        line(state->converged ? "muster.summary.converged" : "muster.summary.not_converged",
             std::to_string(ensemble.runs.size()));
    if (!ensemble.bottlenecks.empty()) text += console.text("muster.summary.bottlenecks") + '\n';
    for (std::size_t i = 0; i < std::min<std::size_t>(5, ensemble.bottlenecks.size()); ++i)
        text += bottleneck_line(i + 1, ensemble.bottlenecks[i], *input.world, console) + '\n';
    return text;
}

std::string shortfall_text(const papers::ReportInput& input, const Console& console) {
    for (std::size_t i = 0; i < input.runs.size(); ++i) {
        const papers::RunFacts& facts = input.runs[i];
        const analysis::Headcount& people = input.ensemble->runs[i].people;
        const std::string seed = std::to_string(facts.seed);
        if (!facts.everybody_accounted_for) return console.text("muster.short.lost", {{"seed", seed}});
        const int left = people.left_inside();
        if (left > 0)
            return console.text(facts.ran_out_of_time ? "muster.short.time" : "muster.short.inside",
                                {{"seed", seed},
                                 {"count", std::to_string(left)},
                                 {"seconds", text::number_text(facts.simulated_s, 0)}});
    }
    return {};
}

}  // namespace muster::commands
