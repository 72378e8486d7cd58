// SPDX-License-Identifier: Apache-2.0
#include "render/replay/film_words.h"

#include <array>
#include <cmath>

#include "render/papers/run_report/timeline.h"
#include "render/text/names.h"

namespace muster::replay {

namespace {

constexpr double caption_s = 8.0;  // of simulated time that an event stays written

// 83.4 s -> "1:23".
std::string minutes(double seconds) {
    const long long whole = std::llround(std::floor(std::abs(seconds)));
    const std::string rest = std::to_string(whole % 60);
    return std::to_string(whole / 60) + (rest.size() < 2 ? ":0" : ":") + rest;
}

}  // namespace

FilmWords::FilmWords(const Trace& trace, text::Lang lang) : trace_(trace), words_(lang) {
    for (const TimedEvent& e : trace.events)
        if (std::holds_alternative<AlarmSounds>(e.event)) {
            signal_s_ = e.time.seconds();
            break;
        }
    for (const papers::TimelineRow& row : papers::timeline(trace, lang)) happenings_.emplace_back(row.time_s, row.text);
}

std::string FilmWords::title() const {
    const std::string& name = text::in_language(trace_.world->scenario.name, words_.lang());
    return name.empty() ? trace_.world->scenario.key : name;
}

std::string FilmWords::clock(double seconds) const {
    const double since = seconds - signal_s_;
    return words_.text(since < 0.0 ? "film.before" : "film.after", {{"time", minutes(since)}});
}

std::string FilmWords::counts(const analysis::Moment& moment) const {
    return words_.text("film.counts", {{"inside", std::to_string(moment.inside)},
                                       {"out", std::to_string(moment.out)},
                                       {"assembled", std::to_string(moment.assembled)}});
}

std::string FilmWords::caption(double seconds) const {
    std::string last;
    for (const auto& [time_s, text] : happenings_)
        if (time_s <= seconds && seconds < time_s + caption_s) last = text;
    return last;
}

std::vector<std::pair<PersonState, std::string>> FilmWords::states() const {
    std::array<bool, static_cast<std::size_t>(PersonState::incapacitated) + 1> seen{};
    for (const TracePoint& p : trace_.points) seen[static_cast<std::size_t>(p.state)] = true;
    std::vector<std::pair<PersonState, std::string>> states;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (const auto state = static_cast<PersonState>(i); seen[i] && state != PersonState::gone)
            states.emplace_back(state, text::name_of(state, words_.lang()));
    return states;
}

}  // namespace muster::replay
