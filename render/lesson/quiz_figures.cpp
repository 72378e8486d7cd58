// SPDX-License-Identifier: Apache-2.0
// Questions from the figures of the run. A wrong answer is wrong by a clear margin, never by a hair.
#include <algorithm>
#include <cmath>
#include <set>

#include "render/lesson/quiz_questions.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "sim/analysis/clocks.h"

namespace muster::lesson {

namespace {

constexpr double clear_share = 0.25;         // a wrong figure is off by at least this share
constexpr double second_place_share = 0.85;  // a wrong place or class has at most this share of the right one's figure
constexpr std::array<double, 6> off_by{0.35, 0.55, 1.5, 1.9, 2.5, 3.2};

std::string figure(double value, double step) {
    return text::number_text(std::round(value / step) * step, step < 1.0 ? 1 : 0);
}

// Three other figures, some lower and some higher, rounded as the right one.
std::optional<std::array<std::string, 3>> wrong_figures(double right, double step, RandomStream& random) {
    std::vector<double> factors(off_by.begin(), off_by.end());
    for (std::size_t i = factors.size(); i > 1; --i) std::swap(factors[i - 1], factors[random.below(i)]);
    std::set<std::string> taken{figure(right, step)};
    std::array<std::string, 3> wrong;
    std::size_t n = 0;
    for (const double factor : factors) {
        const double value = std::round(right * factor / step) * step;
        if (n == wrong.size()) break;
        if (value <= 0.0 || std::abs(value - right) < clear_share * right) continue;
        if (taken.insert(figure(value, step)).second) wrong[n++] = figure(value, step);
    }
    return n == wrong.size() ? std::optional(wrong) : std::nullopt;
}

struct Figure {
    std::string_view kind;
    double value = 0.0, step = 1.0;
    text::TextArgs args{};  // of question and explanation; {figure} is added
};

Question ask_figure(const QuizRun& q, Figure f) {
    auto wrong = wrong_figures(f.value, f.step, q.random);
    if (!wrong) return {};
    const std::string base = "quiz." + std::string(f.kind);
    const auto option = [&](const std::string& text) { return q.words.text(base + ".option", {{"figure", text}}); };
    for (std::string& text : *wrong) text = option(text);
    const std::string right = figure(f.value, f.step);
    f.args.emplace_back("figure", right);
    return assembled(f.kind, q.words.text(base, f.args), option(right), *wrong, q.words.text(base + ".why", f.args),
                     q.random);
}

struct Named {
    std::string name;
    double value = 0.0;
};

// The one with the highest value against three that are clearly lower and have other names.
Question ask_which(const QuizRun& q, std::string_view kind, std::vector<Named> all, text::TextArgs args) {
    std::stable_sort(all.begin(), all.end(), [](const Named& a, const Named& b) { return a.value > b.value; });
    if (all.empty() || all.front().value <= 0.0) return {};
    std::set<std::string> taken{all.front().name};
    std::array<std::string, 3> wrong;
    std::size_t n = 0;
    for (const Named& other : all)
        if (n < wrong.size() && other.value <= second_place_share * all.front().value &&
            taken.insert(other.name).second)
            wrong[n++] = other.name;
    if (n < wrong.size()) return {};
    // Nobody may come second so closely that the answer is a matter of taste.
    if (all[1].value > second_place_share * all.front().value && all[1].name != all.front().name) return {};
    args.emplace_back("name", all.front().name);
    const std::string base = "quiz." + std::string(kind);
    return assembled(kind, q.words.text(base, args), all.front().name, wrong, q.words.text(base + ".why", args),
                     q.random);
}

double step_for(double value) { return value >= 200.0 ? 10.0 : value >= 40.0 ? 5.0 : 1.0; }

const analysis::Bottleneck* busiest_exit(const QuizRun& q) {
    const analysis::Bottleneck* most = nullptr;
    for (const analysis::Bottleneck& b : q.run.bottlenecks)
        if (b.kind == analysis::BottleneckKind::building_exit && (most == nullptr || b.persons > most->persons))
            most = &b;
    return most;
}

std::string place(const QuizRun& q, const analysis::Bottleneck& b) {
    return text::name_of_place(q.trace.world->building, b, q.words.lang());
}

double since_signal(const QuizRun& q, double t) { return t - analysis::signal_s(*q.trace.world, q.run.clocks); }

}  // namespace

Question ask_last_out(const QuizRun& q) {
    if (!q.run.clocks.last_out_of_building) return {};
    const double s = since_signal(q, *q.run.clocks.last_out_of_building);
    return ask_figure(q, {"last_out", s, step_for(s), {{"persons", std::to_string(q.run.people.evacuated)}}});
}

Question ask_half_out(const QuizRun& q) {
    const std::vector<double>& out = q.run.out_of_building_s;
    if (out.size() < 20) return {};
    const double s = since_signal(q, out[(out.size() - 1) / 2]);
    if (s < 5.0) return {};
    return ask_figure(q, {"half_out", s, step_for(s), {{"persons", std::to_string(out.size())}}});
}

Question ask_longest_wait(const QuizRun& q) {
    std::vector<Named> places;
    for (const analysis::Bottleneck& b : q.run.bottlenecks) places.push_back({place(q, b), b.waiting_person_s});
    if (places.empty()) return {};
    const auto most = std::max_element(q.run.bottlenecks.begin(), q.run.bottlenecks.end(),
                                       [](const analysis::Bottleneck& a, const analysis::Bottleneck& b) {
                                           return a.waiting_person_s < b.waiting_person_s;
                                       });
    if (most->persons == 0 || most->waiting_person_s < 10.0) return {};
    return ask_which(q, "longest_wait", std::move(places),
                     {{"queue", std::to_string(most->longest_queue)},
                      {"each", text::number_text(most->waiting_person_s / most->persons, 0)}});
}

Question ask_longest_queue(const QuizRun& q) {
    const auto longest = std::max_element(
        q.run.bottlenecks.begin(), q.run.bottlenecks.end(),
        [](const analysis::Bottleneck& a, const analysis::Bottleneck& b) { return a.longest_queue < b.longest_queue; });
    if (longest == q.run.bottlenecks.end() || longest->longest_queue < 8) return {};
    return ask_figure(
        q, {"longest_queue", static_cast<double>(longest->longest_queue), 1.0, {{"place", place(q, *longest)}}});
}

Question ask_door_flow(const QuizRun& q) {
    const analysis::Bottleneck* exit = busiest_exit(q);
    if (exit == nullptr || exit->peak_flow < 0.8) return {};
    return ask_figure(q, {"door_flow",
                          exit->peak_flow,
                          0.1,
                          {{"door", place(q, *exit)}, {"width", text::number_text(exit->clear_width_m, 1)}}});
}

Question ask_exit_count(const QuizRun& q) {
    const analysis::Bottleneck* exit = busiest_exit(q);
    if (exit == nullptr || exit->persons < 10) return {};
    return ask_figure(q, {"exit_count",
                          static_cast<double>(exit->persons),
                          1.0,
                          {{"door", place(q, *exit)}, {"persons", std::to_string(q.run.people.evacuated)}}});
}

Question ask_last_class(const QuizRun& q) {
    const std::vector<Group>& groups = q.trace.world->scenario.population.groups;
    std::vector<double> last(groups.size(), 0.0);
    std::vector<int> missing(groups.size(), 0);
    for (const PersonInfo& p : q.trace.people) ++missing[p.group.index()];
    for (const TimedEvent& e : q.trace.events)
        if (const auto* out = std::get_if<PersonLeftBuilding>(&e.event)) {
            const std::size_t g = q.trace.people[out->person.index()].group.index();
            last[g] = std::max(last[g], since_signal(q, e.time.seconds()));
            --missing[g];
        }
    std::vector<Named> classes;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (!groups[g].is_class) continue;
        if (missing[g] > 0) return {};
        classes.push_back({text::in_language(groups[g].name, q.words.lang()), last[g]});
    }
    if (classes.empty()) return {};
    const double latest = std::max_element(classes.begin(), classes.end(), [](const Named& a, const Named& b) {
                              return a.value < b.value;
                          })->value;
    // What is asked is who, not by how much: a gap of 2 s tells the last from the others, the wrong ones are far off.
    std::vector<double> times;
    for (const Named& c : classes) times.push_back(c.value);
    std::sort(times.rbegin(), times.rend());
    if (times.size() < 4 || times[0] - times[1] < 2.0) return {};
    for (Named& c : classes)
        if (c.value < latest && c.value > second_place_share * latest) c.name.clear();
    classes.erase(std::remove_if(classes.begin(), classes.end(), [](const Named& c) { return c.name.empty(); }),
                  classes.end());
    return ask_which(q, "last_class", std::move(classes), {{"seconds", text::number_text(latest, 0)}});
}

}  // namespace muster::lesson
