// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "tools/office/rectify/rectify_items.h"

namespace muster::rectify {

namespace {

bool better(const store::ItemGain& gain) { return gain.evidence == analysis::Evidence::lower; }

void judge(std::vector<store::RectificationItem>& items) {
    std::vector<double> p;
    std::vector<std::pair<store::RectificationItem*, const store::ItemGain*>> tested;
    for (store::RectificationItem& item : items)
        for (const analysis::Figure aim : analysis::aimed_figures)
            if (const store::ItemGain* gain = store::gain_in(item.gain, aim);
                gain != nullptr && gain->evidence != analysis::Evidence::too_few) {
                p.push_back(gain->p_value);
                tested.emplace_back(&item, gain);
            }
    const std::vector<double> adjusted = analysis::holm_adjusted(p);
    for (std::size_t i = 0; i < tested.size(); ++i) {
        auto& [item, gain] = tested[i];
        if (!better(*gain)) continue;
        item->p_adjusted = std::min(item->p_adjusted, adjusted[i]);
        item->significant = item->significant || adjusted[i] < analysis::significance_level;
    }
    for (store::RectificationItem& item : items)
        for (const store::ItemGain& gain : item.gain)
            if (store::got_worse(gain)) item.worse.emplace_back(analysis::code_of(gain.figure));
}

// 0 = better and nothing that counts is worse, 1 = a trade, 2 = reckoned by hand, 3 = no gain, 4 = not run. Who saves
// somebody is better whatever else: those saved walk now, and whoever walks makes a crowd denser.
int class_of(const store::RectificationItem& item) {
    if (store::persons_saved(item.gain) > 0.0) return 0;
    if (item.standing == store::ItemStanding::estimated) return 2;
    if (item.standing != store::ItemStanding::simulated) return 4;
    if (!item.significant) return 3;
    const bool traded =
        std::any_of(analysis::aimed_figures.begin(), analysis::aimed_figures.end(), [&](analysis::Figure aim) {
            const store::ItemGain* gain = store::gain_in(item.gain, aim);
            return gain != nullptr && store::got_worse(*gain);
        });
    return traded ? 1 : 0;
}

// Negative = less. A clock that never stopped before and does now has gained most of all.
double less_of(const store::RectificationItem& item, analysis::Figure figure, bool p95) {
    constexpr double everything = -1e9;
    const store::ItemGain* gain = store::gain_in(item.gain, figure);
    if (gain == nullptr) return 0.0;
    const bool stops_now = p95 ? !gain->before_p95 && gain->after_p95 : !gain->before_median && gain->after_median;
    if (stops_now) return everything;
    return (p95 ? gain->p95_difference : gain->difference).value_or(0.0);
}

}  // namespace

void judge_and_rank(std::vector<store::RectificationItem>& items) {
    judge(items);
    const auto key = [](const store::RectificationItem& item) {
        // First who saves most, then where most are kept inside, even when no change is known for it.
        // An exit must open while anybody is in, whatever the runs of one plan gain by it.
        return std::tuple(-store::persons_saved(item.gain), -item.evidence.held, item.kind == "open_exit" ? 0 : 1,
                          class_of(item), less_of(item, analysis::Figure::exposure_person_s, false),
                          less_of(item, analysis::Figure::last_out_of_building, true),
                          item.hazard_level == store::HazardLevel::major ? 0 : 1);
    };
    std::stable_sort(
        items.begin(), items.end(),
        [&](const store::RectificationItem& a, const store::RectificationItem& b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < items.size(); ++i) items[i].rank = static_cast<int>(i) + 1;
}

}  // namespace muster::rectify
