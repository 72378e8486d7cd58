// SPDX-License-Identifier: Apache-2.0
// Hazards from compliance.json of `muster check --rules`: each mandatory shortfall by its strictest code; what other
// codes say of the same thing stands beside it under the clauses.
#include <algorithm>
#include <filesystem>

#include "tools/office/ledger/source_words.h"
#include "tools/store/compliance_file.h"
#include "tools/store/sha256.h"

namespace muster::ledger {

namespace {

namespace fs = std::filesystem;

bool same_thing(const store::Shortfall& a, const store::Shortfall& b) {
    return a.site.key == b.site.key && a.item == b.item;
}

Name proof_words(const store::Shortfall& s) {
    const auto args = [&](text::Lang lang) {
        return text::TextArgs{{"place", text::in_language(s.site.name, lang)},
                              {"figures", text::in_language(s.figures, lang)},
                              {"pack", text::in_language(s.basis.pack_name, lang)},
                              {"clause", s.basis.clause},
                              {"checked", s.basis.verified ? "" : text::Catalogue(lang).text("ledger.unverified")}};
    };
    return sentence("ledger.compliance.proof", args(text::Lang::zh_cn), args(text::Lang::en));
}

Name basis_of(const store::Shortfall& s, const std::vector<store::Shortfall>& all) {
    Name words = basis_words(s.basis);
    for (const store::Shortfall& other : all) {
        if (other.proposed || !same_thing(s, other)) continue;
        words = text::joined(words, basis_words(other.basis), "list.sentence");
    }
    return words;
}

Proposal hazard_of(const store::Shortfall& s, const store::ComplianceFile& file, const SourceRequest& request) {
    HazardPlace place = place_of(request, file.plan_id, file.plan_name, s.site.level, s.site.key, s.site.name);
    if (s.site.type == "storey") place.aspect = s.item;  // the stairs and the exits of one storey are two hazards
    Proposal hazard = hazard_at(place, s.basis.rule);
    store::FoundHazard found = s;
    const auto is_major = [&](const store::Shortfall& other) {
        return same_thing(s, other) && other.hazard_level == store::HazardLevel::major;
    };
    // Of all the rules that it stands for.
    if (std::any_of(file.shortfalls.begin(), file.shortfalls.end(), is_major))
        found.hazard_level = store::HazardLevel::major;
    describe(hazard, found, basis_of(s, file.shortfalls), request, file.scenario);
    return hazard;
}

// Each flight of a stair falls short by itself; the stair is put right once.
bool is_among(const std::vector<Proposal>& proposals, const Proposal& hazard) {
    return std::any_of(proposals.begin(), proposals.end(), [&](const Proposal& p) {
        return value_in(p, field::identity) == value_in(hazard, field::identity) && p.proof == hazard.proof;
    });
}

}  // namespace

Checked<std::vector<Proposal>> read_compliance_source(const SourceRequest& request) {
    Checked<std::vector<Proposal>> out;
    const std::string path = (fs::path(request.folder) / store::compliance_file_name).string();
    auto read = store::read_compliance(path);
    out.findings = std::move(read.findings);
    if (!read.value) return out;
    const std::string sha = store::sha256_of_file(path).value_or("");
    out.value.emplace();
    for (const store::Shortfall& s : read.value->shortfalls) {
        if (!s.proposed) continue;
        Proposal hazard = hazard_of(s, *read.value, request);
        hazard.proof = proof_of("compliance", proof_words(s), path_from(request.ledger_folder, path), sha);
        if (!is_among(*out.value, hazard)) out.value->push_back(std::move(hazard));
    }
    return out;
}

}  // namespace muster::ledger
