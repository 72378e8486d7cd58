// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/proposals.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "render/text/catalogue.h"
#include "tools/office/ledger/words.h"
#include "tools/store/compliance_file.h"
#include "tools/store/run_summary.h"

namespace muster::ledger {

namespace fs = std::filesystem;

void set(Proposal& proposal, const char* name, std::string value) {
    if (!value.empty()) proposal.fields.push_back({name, "", std::move(value)});
}

void set(Proposal& proposal, const char* name, const Name& value) {
    for (const text::Lang lang : text::all_languages)
        if (const std::string& text = text::in_language(value, lang); !text.empty())
            proposal.fields.push_back({localised(name, lang), "", text});
}

const std::string& value_in(const Proposal& proposal, std::string_view name) {
    static const std::string none;
    for (const Change& c : proposal.fields)
        if (c.field == name) return c.after;
    return none;
}

Checked<std::vector<Proposal>> read_source(const SourceRequest& request) {
    const fs::path folder = request.folder;
    std::error_code ignored;
    if (fs::exists(folder / "items.json", ignored)) return read_rectification_source(request);
    if (fs::exists(folder / store::bottlenecks_file, ignored)) return read_run_source(request);
    if (fs::exists(folder / store::compliance_file_name, ignored)) return read_compliance_source(request);
    return {std::nullopt, {Finding{Severity::error, "ledger.no_source", "", request.folder, 0, {}}}};
}

// Kinds whose words are in the catalogue; any other is a matter of building work only.
std::vector<Proposal> measures_for(const std::vector<Proposal>& hazards) {
    std::vector<Proposal> measures;
    std::set<std::string> seen;
    for (const Proposal& hazard : hazards) {
        const std::string kind = value_in(hazard, field::kind), id = "ledger.rule." + kind;
        if (value_in(hazard, field::type) != word_of(EntryType::hazard) || !seen.insert(kind).second) continue;
        if (text::Catalogue(text::Lang::en).text(id) == id) continue;
        const std::string identity = value_in(hazard, field::identity), plan = identity.substr(0, identity.find('|'));
        Proposal measure;
        measure.stem = plan + "-M-" + kind;
        set(measure, field::type, word_of(EntryType::measure));
        set(measure, field::identity, plan + "||measure:" + kind);
        set(measure, field::kind, kind);
        set(measure, field::measure, text::in_all_languages(id));
        for (const Change& c : hazard.fields)
            if (c.field.starts_with("school.")) measure.fields.push_back(c);
        measures.push_back(std::move(measure));
    }
    return measures;
}

namespace {

bool has_proof(const LedgerEntry& entry, const Proof& proof) {
    return std::any_of(entry.proofs.begin(), entry.proofs.end(), [&](const Proof& p) {
        return p.kind == proof.kind && p.sha256 == proof.sha256 && p.zh == proof.zh;
    });
}

LedgerEvent event_of(const Proposal& proposal, const std::string& at, const std::string& by) {
    LedgerEvent event;
    event.at = at;
    event.who = by;
    event.proof = proposal.proof;
    return event;
}

}  // namespace

Added add_to(Ledger& ledger, const std::vector<Proposal>& proposals, const std::string& at, const std::string& by) {
    Added added;
    for (const Proposal& proposal : proposals) {
        LedgerEvent event = event_of(proposal, at, by);
        const LedgerEntry* known = ledger.find_identity(value_in(proposal, field::identity));
        if (known == nullptr) {
            event.item = ledger.next_id(proposal.stem);
            event.action = "add";
            event.changes = proposal.fields;
            if (value_in(proposal, field::type) == word_of(EntryType::hazard))
                event.changes.push_back({field::found_on, "", at.substr(0, 10)});
            added.fresh.push_back(event.item);
        } else {
            event.item = known->id;
            event.action = "evidence";
            if (proposal.proof.kind.empty() || has_proof(*known, proposal.proof)) {
                added.known.push_back(event.item);
                continue;
            }
            added.evidence.push_back(event.item);
            if (known->type() == EntryType::hazard && known->state() == HazardState::closed)
                added.came_back.push_back(event.item);
        }
        ledger.append(std::move(event));
    }
    return added;
}

}  // namespace muster::ledger
