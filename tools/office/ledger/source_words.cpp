// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/source_words.h"

#include <filesystem>

#include "render/text/names.h"
#include "tools/office/ledger/words.h"
#include "tools/store/rectification_words.h"

namespace muster::ledger {

namespace fs = std::filesystem;

std::string interval_words(std::optional<double> low, std::optional<double> high, text::Lang lang) {
    if (!low || !high) return {};
    return text::Catalogue(lang).text("ledger.interval",
                                      {{"low", text::number_text(*low, 1)}, {"high", text::number_text(*high, 1)}});
}

Proposal hazard_at(const HazardPlace& place, const std::string& kind) {
    Proposal hazard;
    hazard.stem =
        place.plan + (place.level.empty() || place.level == place.site ? "" : "-" + place.level) + "-" + place.site;
    set(hazard, field::type, word_of(EntryType::hazard));
    set(hazard, field::identity,
        place.plan + "|" + place.site + "|" + kind + (place.aspect.empty() ? "" : ":" + place.aspect));
    set(hazard, field::state, word_of(HazardState::to_register));
    set(hazard, field::school, place.school);
    set(hazard, field::place, place.place);
    set(hazard, field::level, place.level);
    set(hazard, field::site, place.site);
    set(hazard, field::kind, kind);
    return hazard;
}

Name school_of(const SourceRequest& request, const Name& plan_name) {
    return request.school.empty() ? plan_name : Name{request.school, request.school};
}

HazardPlace place_of(const SourceRequest& request, const std::string& plan, const Name& plan_name,
                     const std::string& level, const std::string& site, const Name& name) {
    const Name words = sentence("ledger.place", {{"name", name.zh}, {"key", site}},
                                {{"name", text::in_language(name, text::Lang::en)}, {"key", site}});
    return {plan, level, site, school_of(request, plan_name), words, {}};
}

void describe(Proposal& hazard, const store::FoundHazard& found, const Name& basis, const SourceRequest& request,
              const std::string& scenario) {
    set(hazard, field::category, word_of(found.category));
    set(hazard, field::grade, word_of(found.hazard_level));
    set(hazard, field::description, found.description);
    set(hazard, field::basis, basis);
    set(hazard, field::measure, found.measure);
    if (!scenario.empty())
        set(hazard, field::scenario, path_from(request.ledger_folder, (fs::path(request.folder) / scenario).string()));
}

Name basis_words(const store::ItemBasis& basis) {
    if (basis.clause.empty()) return basis.text;
    const auto args = [&](text::Lang lang) {
        return text::TextArgs{
            {"pack", basis.pack_name.zh.empty() ? basis.pack : text::in_language(basis.pack_name, lang)},
            {"clause", basis.clause},
            {"text", text::in_language(basis.text, lang)},
            {"checked", basis.verified ? "" : text::Catalogue(lang).text("ledger.unverified")}};
    };
    return sentence("ledger.rule_basis", args(text::Lang::zh_cn), args(text::Lang::en));
}

std::string path_from(const std::string& ledger_folder, const std::string& path) {
    std::error_code failed;
    const fs::path whole = fs::absolute(path, failed).lexically_normal();
    const fs::path relative = whole.lexically_relative(fs::absolute(ledger_folder, failed).lexically_normal());
    const bool far = relative.empty() || relative.string().starts_with("../../../..");
    return (far ? whole : relative).generic_string();
}

}  // namespace muster::ledger
