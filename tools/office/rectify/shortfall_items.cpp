// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/shortfall_items.h"

#include <utility>

#include "render/text/catalogue.h"
#include "render/text/compliance_words.h"
#include "render/text/names.h"
#include "sim/planning/propose_changes.h"
#include "tools/office/rectify/rectify_items.h"

namespace muster::rectify {

namespace {

// One line by itself, so that two codes about one door stay two.
planning::Proposal proposal_for(const World& world, planning::ComplianceLine line, std::size_t index) {
    line.proposed = true;
    for (planning::Proposal& p : planning::propose(world, {}, {std::move(line)})) {
        if (!p.line) continue;
        p.line = index;
        return std::move(p);
    }
    return {};
}

Name figures_of(const text::ComplianceText& zh, const text::ComplianceText& en, const planning::ComplianceLine& line) {
    const auto in = [&](const text::ComplianceText& text) {
        const text::Catalogue words(text.lang);
        const std::string ratio = text::number_text(100.0 * line.ratio, 0);
        return words.text("rectify.figures",
                          {{"item", text.measure(line)},
                           {"required", text.required(line)},
                           {"actual", text.actual(line)},
                           {"ratio", line.ratio > 0.0 ? words.text("rectify.ratio", {{"ratio", ratio}}) : ""}});
    };
    return {in(zh), in(en)};
}

}  // namespace

std::vector<store::Shortfall> shortfalls_of(const World& world, const planning::ComplianceResult& compliance,
                                            const std::vector<planning::RulePack>& packs) {
    const std::vector<analysis::Bottleneck> none;
    const ItemInputs inputs{&world, &none, &compliance, &packs, 0};
    const text::ComplianceText zh{world.building, packs, compliance, text::Lang::zh_cn},
        en{world.building, packs, compliance, text::Lang::en};
    std::vector<store::Shortfall> out;
    for (std::size_t i = 0; i < compliance.lines.size(); ++i) {
        const planning::ComplianceLine& line = compliance.lines[i];
        if (!line.bad() || !line.mandatory) continue;
        store::FoundHazard found = item_of(proposal_for(world, line, i), inputs);
        if (const store::ItemSite storey = std::exchange(found.basis.storey, {}); !storey.key.empty())
            found.site = storey;
        found.basis.storey_item.clear();
        out.push_back({std::move(found), text::code_of(line.measure), line.proposed, figures_of(zh, en, line)});
    }
    return out;
}

}  // namespace muster::rectify
