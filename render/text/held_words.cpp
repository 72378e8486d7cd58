// SPDX-License-Identifier: Apache-2.0
#include "render/text/held_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::text {

namespace {

std::vector<std::pair<int, analysis::Hold>> most_first(const analysis::HeldHere& held) {
    std::vector<std::pair<int, analysis::Hold>> reasons;
    for (std::size_t i = 0; i < held.by.size(); ++i)
        if (held.by[i] > 0) reasons.emplace_back(held.by[i], static_cast<analysis::Hold>(i));
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return reasons;
}

std::string overcome_words(const analysis::HeldHere& held, const Catalogue& words) {
    return held.overcome > 0 ? words.text("held.overcome", {{"count", std::to_string(held.overcome)}}) : std::string{};
}

}  // namespace

std::string held_reasons(const analysis::HeldHere& held, Lang lang) {
    const Catalogue words(lang);
    std::string text;
    for (const auto& [count, hold] : most_first(held))
        text +=
            (text.empty() ? "" : words.text("list.separator")) +
            words.text("held.reason", {{"count", std::to_string(count)}, {"reason", std::string(name_of(hold, lang))}});
    return text + overcome_words(held, words);
}

std::string held_at(const Building& building, const analysis::Bottleneck& place, Lang lang) {
    const Catalogue words(lang);
    const auto reasons = most_first(place.held);
    const bool one = reasons.size() == 1;
    return words.text("held.at", {{"place", name_of_place(building, place, lang)},
                                  {"count", std::to_string(place.held.persons())},
                                  {"reasons", one ? std::string(name_of(reasons.front().second, lang)) +
                                                        overcome_words(place.held, words)
                                                  : held_reasons(place.held, lang)}});
}

}  // namespace muster::text
