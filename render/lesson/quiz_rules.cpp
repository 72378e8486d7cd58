// SPDX-License-Identifier: Apache-2.0
// Questions about what to do, each explained with a figure of the run.
#include <cmath>
#include <variant>

#include "render/lesson/quiz_questions.h"
#include "render/text/names.h"
#include "sim/analysis/clocks.h"

namespace muster::lesson {

namespace {

QuizQuestion rule(const QuizRun& q, std::string_view kind, const text::TextArgs& args) {
    const std::string base = "quiz." + std::string(kind);
    const auto say = [&](const char* part) { return q.words.text(base + part, args); };
    return assembled(kind, say(""), say(".right"), {say(".wrong1"), say(".wrong2"), say(".wrong3")}, say(".why"),
                     q.random);
}

template <class E>
int count_of(const Trace& trace) {
    int n = 0;
    for (const TimedEvent& e : trace.events) n += std::holds_alternative<E>(e.event) ? 1 : 0;
    return n;
}

bool lights_went_out(const Trace& trace) {
    for (const TimedEvent& e : trace.events)
        if (const auto* i = std::get_if<IncidentHappens>(&e.event))
            if (std::holds_alternative<LightsOut>(trace.incident(*i))) return true;
    return count_of<PowerLost>(trace) > 0;
}

bool something_burnt(const Trace& trace) {
    for (const TimedEvent& e : trace.events)
        if (const auto* i = std::get_if<IncidentHappens>(&e.event))
            if (std::holds_alternative<StartFire>(trace.incident(*i))) return true;
    return false;
}

std::string shaking_seconds(const Trace& trace) {
    double from = 0.0, to = 0.0;
    for (const TimedEvent& e : trace.events) {
        if (std::holds_alternative<ShakingStarts>(e.event)) from = e.time.seconds();
        if (std::holds_alternative<ShakingEnds>(e.event)) to = e.time.seconds();
    }
    return text::number_text(std::max(0.0, to - from), 0);
}

std::string people(const QuizRun& q) { return std::to_string(q.run.people.total); }

std::string first_out_seconds(const QuizRun& q) {
    const double signal = analysis::signal_s(*q.trace.world, q.run.clocks);
    for (const TimedEvent& e : q.trace.events)
        if (std::holds_alternative<PersonLeftRoom>(e.event) && e.time.seconds() >= signal)
            return text::number_text(e.time.seconds() - signal, 0);
    return "0";
}

// Of the place with the longest queue, or of the busiest: persons a second on average, all in order.
std::string orderly_flow(const QuizRun& q) {
    const analysis::Bottleneck* busiest = nullptr;
    for (const analysis::Bottleneck& b : q.run.bottlenecks)
        if (b.opening.valid() && (busiest == nullptr || b.peak_flow > busiest->peak_flow)) busiest = &b;
    return text::number_text(busiest != nullptr ? busiest->peak_flow : 0.0, 1);
}

}  // namespace

std::vector<QuizQuestion> ask_what_happened(const QuizRun& q) {
    std::vector<QuizQuestion> asked;
    if (q.trace.world->scenario.earthquake)
        asked.push_back(rule(q, "shaking", {{"seconds", shaking_seconds(q.trace)}, {"persons", people(q)}}));
    if (something_burnt(q.trace)) {
        const int slowed = q.run.smoke ? q.run.smoke->slowed : 0;
        asked.push_back(rule(q, slowed > 0 ? "smoke_met" : "smoke", {{"persons", std::to_string(slowed)}}));
    }
    if (lights_went_out(q.trace)) asked.push_back(rule(q, "dark", {{"persons", people(q)}}));
    if (q.run.falls > 0) asked.push_back(rule(q, "fall", {{"falls", std::to_string(q.run.falls)}}));
    return asked;
}

std::vector<QuizQuestion> ask_always(const QuizRun& q) {
    return {rule(q, "no_pushing", {{"flow", orderly_flow(q)}}),
            rule(q, "leave_bag", {{"seconds", first_out_seconds(q)}}), rule(q, "roll_call", {{"persons", people(q)}}),
            rule(q, "last_shuts_door", {{"persons", people(q)}}), rule(q, "on_the_stair", {{"persons", people(q)}})};
}

}  // namespace muster::lesson
