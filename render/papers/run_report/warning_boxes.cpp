// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/warning_boxes.h"

#include <algorithm>
#include <vector>

#include "render/papers/run_report/derived.h"
#include "render/text/held_words.h"
#include "render/text/names.h"
#include "sim/analysis/bottlenecks.h"

namespace muster::papers {

namespace {

constexpr std::size_t held_named = 3, dangerous_named = 5;

std::vector<const analysis::Bottleneck*> dangerous_places(const ReportInput& input) {
    std::vector<const analysis::Bottleneck*> places;
    for (const analysis::Bottleneck& b : input.ensemble->bottlenecks)
        if (analysis::dangerous(b)) places.push_back(&b);
    std::stable_sort(places.begin(), places.end(), [](const analysis::Bottleneck* a, const analysis::Bottleneck* b) {
        return a->peak_density > b->peak_density;
    });
    return places;
}

bool somebody_left(const ReportInput& input) { return worst_run(*input.ensemble).people.left_inside() > 0; }

}  // namespace

std::string held_sentence(const ReportInput& input, const text::Catalogue& words) {
    std::string places;
    std::size_t held = 0;
    for (const analysis::Bottleneck& b : input.ensemble->bottlenecks) {
        if (b.held.persons() == 0) break;
        if (++held > held_named) continue;
        places += (held > 1 ? words.text("list.clause") : "") + text::held_at(input.world->building, b, words.lang());
    }
    if (held > held_named)
        places +=
            words.text("list.clause") + words.text("verdict.more", {{"count", std::to_string(held - held_named)}});
    return words.text(input.ensemble->runs.size() > 1 ? "verdict.held_many" : "verdict.held", {{"places", places}});
}

std::optional<document::Callout> held_box(const ReportInput& input, const text::Catalogue& words) {
    if (!somebody_left(input)) return std::nullopt;
    const std::string count = std::to_string(worst_run(*input.ensemble).people.left_inside());
    return document::Callout{document::Tone::bad,
                             "✗ " + words.text("verdict.people_left", {{"count", count}}),
                             {held_sentence(input, words), words.text("danger.not_like_this")}};
}

std::optional<document::Callout> danger_box(const ReportInput& input, const text::Catalogue& words) {
    const std::vector<const analysis::Bottleneck*> places = dangerous_places(input);
    if (places.empty()) return std::nullopt;
    document::Callout box{document::Tone::bad, "✗ " + words.text("danger.title"), {words.text("danger.line")}};
    for (std::size_t i = 0; i < std::min(dangerous_named, places.size()); ++i)
        box.lines.push_back(
            words.text("danger.place", {{"place", text::name_of_place(input.world->building, *places[i], words.lang())},
                                        {"density", text::fixed_text(places[i]->peak_density, 1)},
                                        {"seconds", text::number_text(places[i]->critical_s, 0)}}));
    if (places.size() > dangerous_named)
        box.lines.push_back(words.text("verdict.more", {{"count", std::to_string(places.size() - dangerous_named)}}));
    return box;
}

bool may_be_approved(const ReportInput& input) {
    const auto& places = input.ensemble->bottlenecks;
    return !somebody_left(input) && std::none_of(places.begin(), places.end(), analysis::dangerous);
}

}  // namespace muster::papers
