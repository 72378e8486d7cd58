// SPDX-License-Identifier: Apache-2.0
// Hazards from items.json of `muster rectify`. An item is a change; what is wrong there is the hazard, so that several
// changes for one place become one row: the best ranked is its measure, each is evidence.
#include <algorithm>
#include <filesystem>

#include "render/text/names.h"
#include "tools/office/ledger/source_words.h"
#include "tools/store/rectification_file.h"
#include "tools/store/sha256.h"

namespace muster::ledger {

namespace {

namespace fs = std::filesystem;

std::string number_or_dash(const std::optional<double>& value, int decimals) {
    return value ? text::fixed_text(*value, decimals) : "–";
}

const store::ItemGain* gain_of(const store::RectificationItem& item, analysis::Figure figure) {
    for (const store::ItemGain& gain : item.gain)
        if (gain.figure == figure) return &gain;
    return nullptr;
}

// What it is for, or people left inside: not what a clock of rooms that wait for their release says.
bool makes_worse(const store::RectificationItem& item) {
    return !item.significant && store::persons_saved(item.gain) <= 0.0 &&
           std::any_of(item.gain.begin(), item.gain.end(), [](const store::ItemGain& gain) {
               const bool counts = std::find(analysis::guarded_figures.begin(), analysis::guarded_figures.end(),
                                             gain.figure) != analysis::guarded_figures.end();
               return counts && store::got_worse(gain);
           });
}

Name gain_words(const store::RectificationItem& item) {
    const store::ItemGain* out = gain_of(item, analysis::Figure::last_out_of_building);
    const store::ItemGain* crowd = gain_of(item, analysis::Figure::exposure_person_s);
    if (item.standing != store::ItemStanding::simulated || out == nullptr || crowd == nullptr)
        return item.standing_reason;
    const auto args = [&](text::Lang lang) {
        return text::TextArgs{{"before", number_or_dash(out->before_median, 0)},
                              {"after", number_or_dash(out->after_median, 0)},
                              {"difference", number_or_dash(out->difference, 1)},
                              {"crowd_before", number_or_dash(crowd->before_median, 0)},
                              {"crowd_after", number_or_dash(crowd->after_median, 0)},
                              {"interval", interval_words(out->low, out->high, lang)},
                              {"pairs", std::to_string(out->pairs)}};
    };
    const char* id = item.significant                               ? "ledger.gain"
                     : out->evidence == analysis::Evidence::too_few ? "ledger.few_gain"
                     : makes_worse(item)                            ? "ledger.worse_gain"
                                                                    : "ledger.no_gain";
    return sentence(id, args(text::Lang::zh_cn), args(text::Lang::en));
}

Name proof_words(const store::RectificationItem& item) {
    const Name gain = gain_words(item);
    const auto args = [&](text::Lang lang) {
        return text::TextArgs{{"measure", text::in_language(item.measure, lang)},
                              {"gain", text::in_language(gain, lang)}};
    };
    return sentence("ledger.rectification.proof", args(text::Lang::zh_cn), args(text::Lang::en));
}

Proposal hazard_of(const store::RectificationItem& item, const store::RectificationFile& file,
                   const SourceRequest& request) {
    const bool of_storey = !item.basis.storey.key.empty();
    const store::ItemSite& site = of_storey ? item.basis.storey : item.site;
    HazardPlace place = place_of(request, file.plan_id, file.plan_name, site.level, site.key, site.name);
    place.aspect = item.basis.storey_item;
    Proposal hazard = hazard_at(place, !item.basis.rule.empty() ? item.basis.rule
                                       : item.evidence.held > 0 ? "held"
                                                                : "congestion");
    store::FoundHazard found = item;
    // It was tried, and is on record as evidence; nobody is to be told to do it.
    if (makes_worse(item)) found.measure = sentence("ledger.measure_worse", {}, {});
    describe(hazard, found, basis_words(item.basis), request, file.scenario);
    return hazard;
}

}  // namespace

Checked<std::vector<Proposal>> read_rectification_source(const SourceRequest& request) {
    Checked<std::vector<Proposal>> out;
    const std::string path = (fs::path(request.folder) / "items.json").string();
    auto read = store::read_rectification(path);
    out.findings = std::move(read.findings);
    if (!read.value) return out;
    const std::string sha = store::sha256_of_file(path).value_or("");
    out.value.emplace();
    for (const store::RectificationItem& item : read.value->items) {
        Proposal hazard = hazard_of(item, *read.value, request);
        hazard.proof = proof_of("rectification", proof_words(item), path_from(request.ledger_folder, path), sha);
        out.value->push_back(std::move(hazard));
    }
    return out;
}

}  // namespace muster::ledger
