// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/shortfall_items.h"

#include <utility>

#include "render/text/catalogue.h"
#include "render/text/compliance_words.h"
#include "render/text/names.h"
#include "tools/office/rectify/rectify_items.h"

namespace muster {

namespace {

// One line by itself, so that two codes about one door stay two.
Proposal proposal_for(const World& world, ComplianceLine line, std::size_t index) {
    line.proposed = true;
    for (Proposal& p : propose(world, {}, {std::move(line)})) {
        if (!p.line) continue;
        p.line = index;
        return std::move(p);
    }
    return {};
}

Name figures_of(const ComplianceText& zh, const ComplianceText& en, const ComplianceLine& line) {
    const auto in = [&](const ComplianceText& text) {
        const Catalogue words(text.lang);
        const std::string ratio = number_text(100.0 * line.ratio, 0);
        return words.text("rectify.figures",
                          {{"item", text.measure(line)},
                           {"required", text.required(line)},
                           {"actual", text.actual(line)},
                           {"ratio", line.ratio > 0.0 ? words.text("rectify.ratio", {{"ratio", ratio}}) : ""}});
    };
    return {in(zh), in(en)};
}

}  // namespace

std::vector<Shortfall> shortfalls_of(const World& world, const ComplianceResult& compliance,
                                     const std::vector<RulePack>& packs) {
    const std::vector<Bottleneck> none;
    const ItemInputs inputs{&world, &none, &compliance, &packs, 0};
    const ComplianceText zh{world.building, packs, compliance, Lang::zh_cn},
        en{world.building, packs, compliance, Lang::en};
    std::vector<Shortfall> out;
    for (std::size_t i = 0; i < compliance.lines.size(); ++i) {
        const ComplianceLine& line = compliance.lines[i];
        if (!line.bad() || !line.mandatory) continue;
        FoundHazard found = item_of(proposal_for(world, line, i), inputs);
        if (const ItemSite storey = std::exchange(found.basis.storey, {}); !storey.key.empty()) found.site = storey;
        found.basis.storey_item.clear();
        out.push_back({std::move(found), code_of(line.measure), line.proposed, figures_of(zh, en, line)});
    }
    return out;
}

}  // namespace muster
