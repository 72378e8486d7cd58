// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "tools/office/rectify/rectify_items.h"

namespace muster {

namespace {

bool better(const ItemGain& gain) { return gain.evidence == Evidence::lower; }

void judge(std::vector<RectificationItem>& items) {
    std::vector<double> p;
    std::vector<std::pair<RectificationItem*, const ItemGain*>> tested;
    for (RectificationItem& item : items)
        for (const Figure aim : aimed_figures)
            if (const ItemGain* gain = gain_in(item.gain, aim);
                gain != nullptr && gain->evidence != Evidence::too_few) {
                p.push_back(gain->p_value);
                tested.emplace_back(&item, gain);
            }
    const std::vector<double> adjusted = holm_adjusted(p);
    for (std::size_t i = 0; i < tested.size(); ++i) {
        auto& [item, gain] = tested[i];
        if (!better(*gain)) continue;
        item->p_adjusted = std::min(item->p_adjusted, adjusted[i]);
        item->significant = item->significant || adjusted[i] < significance_level;
    }
    for (RectificationItem& item : items)
        for (const ItemGain& gain : item.gain)
            if (gain.evidence == Evidence::higher) item.worse.emplace_back(code_of(gain.figure));
}

// 0 = better and nothing that counts is worse, 1 = a trade, 2 = reckoned by hand, 3 = no gain, 4 = not run.
int class_of(const RectificationItem& item) {
    if (item.standing == ItemStanding::estimated) return 2;
    if (item.standing != ItemStanding::simulated) return 4;
    if (!item.significant) return 3;
    const bool traded = std::any_of(aimed_figures.begin(), aimed_figures.end(), [&](Figure aim) {
        const ItemGain* gain = gain_in(item.gain, aim);
        return gain != nullptr && gain->evidence == Evidence::higher;
    });
    return traded ? 1 : 0;
}

// Negative = less. A clock that never stopped before and does now has gained most of all.
double less_of(const RectificationItem& item, Figure figure, bool p95) {
    constexpr double everything = -1e9;
    const ItemGain* gain = gain_in(item.gain, figure);
    if (gain == nullptr) return 0.0;
    const bool stops_now = p95 ? !gain->before_p95 && gain->after_p95 : !gain->before_median && gain->after_median;
    if (stops_now) return everything;
    return (p95 ? gain->p95_difference : gain->difference).value_or(0.0);
}

}  // namespace

void judge_and_rank(std::vector<RectificationItem>& items) {
    judge(items);
    const auto key = [](const RectificationItem& item) {
        // An exit must open while anybody is in, whatever the runs of one plan gain by it.
        return std::tuple(
            item.kind == "open_exit" ? 0 : 1, class_of(item), less_of(item, Figure::critical_person_s, false),
            less_of(item, Figure::last_out_of_building, true), item.hazard_level == HazardLevel::major ? 0 : 1);
    };
    std::stable_sort(items.begin(), items.end(),
                     [&](const RectificationItem& a, const RectificationItem& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < items.size(); ++i) items[i].rank = static_cast<int>(i) + 1;
}

}  // namespace muster
