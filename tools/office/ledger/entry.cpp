// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/entry.h"

#include <algorithm>

#include "tools/office/ledger/words.h"

namespace muster::ledger {

namespace {

template <class Suits>
const Proof* last_that(const std::vector<Proof>& proofs, Suits suits) {
    const auto found = std::find_if(proofs.rbegin(), proofs.rend(), suits);
    return found == proofs.rend() ? nullptr : &*found;
}

}  // namespace

std::string localised(std::string_view name, text::Lang lang) {
    return std::string(name) + "." + std::string(text::tag_of(lang));
}

const std::string& LedgerEntry::get(std::string_view name) const {
    static const std::string none;
    const auto found = fields.find(name);
    return found == fields.end() ? none : found->second;
}

const std::string& LedgerEntry::get(std::string_view name, text::Lang lang) const {
    const text::Lang other = lang == text::Lang::zh_cn ? text::Lang::en : text::Lang::zh_cn;
    if (const std::string& text = get(localised(name, lang)); !text.empty()) return text;
    if (const std::string& text = get(localised(name, other)); !text.empty()) return text;
    return get(name);
}

EntryType LedgerEntry::type() const { return from_word<EntryType>(get(field::type)).value_or(EntryType::hazard); }
HazardState LedgerEntry::state() const {
    return from_word<HazardState>(get(field::state)).value_or(HazardState::to_register);
}

bool LedgerEntry::overdue(std::string_view today) const {
    const std::string& due = get(field::due);
    return type() == EntryType::hazard && state() != HazardState::closed && !due.empty() && due < today;
}

const Proof* LedgerEntry::last_proof(std::string_view kind) const {
    return last_that(proofs, [&](const Proof& p) { return p.kind == kind; });
}
const Proof* LedgerEntry::last_proof_but(std::string_view kind) const {
    return last_that(proofs, [&](const Proof& p) { return p.kind != kind; });
}

void LedgerEntry::apply(const LedgerEvent& event) {
    revision = event.number;
    changed_on = event.at.substr(0, 10);
    for (const Change& change : event.changes) fields[change.field] = change.after;
    if (!event.proof.kind.empty()) proofs.push_back(event.proof);
}

}  // namespace muster::ledger
