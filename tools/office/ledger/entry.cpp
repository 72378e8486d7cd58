// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/entry.h"

#include <algorithm>
#include <array>

namespace muster::ledger {

namespace {

constexpr std::array<const char*, 3> types{"hazard", "risk", "measure"};
constexpr std::array<const char*, 5> states{"to_register", "registered", "in_progress", "to_review", "closed"};

template <class Enum, std::size_t n>
Enum value_in(const std::array<const char*, n>& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    return static_cast<Enum>(found == words.end() ? 0 : found - words.begin());
}

template <class Suits>
const Proof* last_that(const std::vector<Proof>& proofs, Suits suits) {
    const auto found = std::find_if(proofs.rbegin(), proofs.rend(), suits);
    return found == proofs.rend() ? nullptr : &*found;
}

}  // namespace

const char* word_of(EntryType type) { return types.at(static_cast<std::size_t>(type)); }
const char* word_of(HazardState state) { return states.at(static_cast<std::size_t>(state)); }

std::string localised(std::string_view name, text::Lang lang) {
    return std::string(name) + "." + std::string(text::tag_of(lang));
}

const std::string& LedgerEntry::get(std::string_view name) const {
    static const std::string none;
    const auto found = fields.find(name);
    return found == fields.end() ? none : found->second;
}

const std::string& LedgerEntry::get(std::string_view name, text::Lang lang) const {
    for (const text::Lang kept : text::languages_of_names(lang))
        if (const std::string& text = get(localised(name, kept)); !text.empty()) return text;
    return get(name);
}

EntryType LedgerEntry::type() const { return value_in<EntryType>(types, get(field::type)); }
HazardState LedgerEntry::state() const { return value_in<HazardState>(states, get(field::state)); }

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
