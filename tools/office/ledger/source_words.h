// SPDX-License-Identifier: Apache-2.0
// What the readers of sources share; inside tools/office/ledger only.
#pragma once

#include <optional>
#include <string>

#include "render/text/catalogue.h"
#include "tools/office/ledger/proposals.h"
#include "tools/store/rectification_file.h"

namespace muster::ledger {

/// A sentence of the catalogue in both languages. `zh` and `en` are its arguments.
[[nodiscard]] inline Name sentence(const std::string& id, const text::TextArgs& zh, const text::TextArgs& en) {
    return {text::Catalogue(text::Lang::zh_cn).text(id, zh), text::Catalogue(text::Lang::en).text(id, en)};
}

[[nodiscard]] inline Proof proof_of(std::string kind, Name text, std::string source, std::string sha256) {
    return {std::move(kind), std::move(text), std::move(source), std::move(sha256)};
}

/// ", 95 % interval -15 to -10.3"; "" where there is none.
[[nodiscard]] std::string interval_words(std::optional<double> low, std::optional<double> high, text::Lang lang);

/// Fields that every hazard has. `site` is the id of an element of the plan, or of its storey.
struct HazardPlace {
    std::string plan, level, site;
    Name school, place;
    std::string aspect;  // of several things that one rule may find there; "" = one
};
[[nodiscard]] Proposal hazard_at(const HazardPlace& place, const std::string& kind);
/// `plan`: its id and name. The school is the one asked for, or the plan's.
[[nodiscard]] HazardPlace place_of(const SourceRequest& request, const std::string& plan, const Name& plan_name,
                                   const std::string& level, const std::string& site, const Name& name);
[[nodiscard]] Name school_of(const SourceRequest& request, const Name& plan_name);

/// What a file of the program found, by the clauses of `basis`. `scenario`: its copy in the source's folder; "" = none.
void describe(Proposal& hazard, const store::FoundHazard& found, const Name& basis, const SourceRequest& request,
              const std::string& scenario);

/// The clause in words, and whether anybody compared it with the official text.
[[nodiscard]] Name basis_words(const store::ItemBasis& basis);

/// `path` from the ledger's folder, when that is shorter than going up to the root; else absolute.
[[nodiscard]] std::string path_from(const std::string& ledger_folder, const std::string& path);

}  // namespace muster::ledger
