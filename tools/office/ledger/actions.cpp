// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/actions.h"

#include <algorithm>

#include "tools/office/ledger/words.h"
#include "tools/office/tables/table_values.h"

namespace muster::ledger {

namespace {

Finding refusal(std::string code, std::vector<std::pair<std::string, std::string>> args) {
    return {Severity::error, std::move(code), "", "", 0, std::move(args)};
}

std::string joined(const std::vector<LedgerAction>& actions) {
    std::string text;
    for (const LedgerAction action : actions) text += (text.empty() ? "" : ", ") + std::string(word_of(action));
    return text;
}

bool contains(const std::vector<LedgerAction>& actions, LedgerAction action) {
    return std::find(actions.begin(), actions.end(), action) != actions.end();
}

// Who closes, reopens or reports as done answers for it.
bool answers_for(LedgerAction action) {
    return action == LedgerAction::close || action == LedgerAction::reopen || action == LedgerAction::finish;
}

void check_people(const ActionRequest& r, const LedgerEntry& entry, Findings& findings) {
    if (r.by.empty() && answers_for(r.action))
        findings.push_back(refusal("ledger.needs_name", {{"item", entry.id}, {"action", word_of(r.action)}}));
    for (const std::string* name : {&r.by, &r.person})
        if (!name->empty() && !is_name(*name)) findings.push_back(refusal("ledger.not_a_name", {{"name", *name}}));
}

void check_state(const ActionRequest& r, const LedgerEntry& entry, Findings& findings) {
    if (entry.type() != EntryType::hazard) {
        if (r.action != LedgerAction::assign) findings.push_back(refusal("ledger.only_hazards", {{"item", entry.id}}));
        return;
    }
    const auto allowed = allowed_in(entry.state());
    if (!contains(allowed, r.action))
        findings.push_back(refusal(std::string("ledger.not_allowed.") + word_of(entry.state()),
                                   {{"item", entry.id}, {"action", word_of(r.action)}, {"allowed", joined(allowed)}}));
    else if (r.action == LedgerAction::start &&
             (entry.get(field::due).empty() || (entry.get(field::unit).empty() && entry.get(field::person).empty())))
        findings.push_back(refusal("ledger.not_assigned", {{"item", entry.id}}));
}

// ISO dates compare as text.
void check_dates(const ActionRequest& r, const LedgerEntry& entry, Findings& findings) {
    const std::string today = r.at.substr(0, 10);
    if (today < entry.changed_on)
        findings.push_back(
            refusal("ledger.before_history", {{"item", entry.id}, {"date", today}, {"last", entry.changed_on}}));
    for (const std::string* date : {&r.due, &r.done_on})
        if (!date->empty() && !tables::iso_date(*date))
            findings.push_back(refusal("ledger.bad_date", {{"date", *date}}));
    const auto due = tables::iso_date(r.due), done = tables::iso_date(r.done_on);
    if (due && *due < today)
        findings.push_back({Severity::warning, "ledger.due_past", "", "", 0, {{"item", entry.id}, {"date", *due}}});
    if (done && (*done > today || *done < entry.get(field::found_on)))
        findings.push_back(
            refusal("ledger.done_when",
                    {{"item", entry.id}, {"date", *done}, {"found", entry.get(field::found_on)}, {"today", today}}));
}

void set(LedgerEvent& event, const char* name, std::string value) {
    event.changes.push_back({name, "", std::move(value)});
}
void set_state(LedgerEvent& event, HazardState state) { set(event, field::state, word_of(state)); }

void assign(LedgerEvent& event, const ActionRequest& r) {
    if (!r.unit.empty()) set(event, field::unit, r.unit);
    if (!r.person.empty()) set(event, field::person, r.person);
    if (!r.due.empty()) set(event, field::due, *tables::iso_date(r.due));
}

void close(LedgerEvent& event, const ActionRequest& r) {
    set_state(event, HazardState::closed);
    set(event, field::closed_on, r.at.substr(0, 10));
    set(event, field::reviewer, r.by);
}

void change(LedgerEvent& event, const LedgerEntry& entry, const ActionRequest& r) {
    switch (r.action) {
        case LedgerAction::enter:
            return set_state(event, HazardState::registered);
        case LedgerAction::assign:
            return assign(event, r);
        case LedgerAction::start:
            return set_state(event, HazardState::in_progress);
        case LedgerAction::supervise:
            return set(event, field::supervised, r.supervised ? "1" : "");
        case LedgerAction::retest:
            if (r.better && entry.state() == HazardState::in_progress) set_state(event, HazardState::to_review);
            return;
        case LedgerAction::finish:
            set_state(event, HazardState::to_review);
            return set(event, field::done_on, r.done_on.empty() ? r.at.substr(0, 10) : *tables::iso_date(r.done_on));
        case LedgerAction::close:
            return close(event, r);
        case LedgerAction::reopen:
            set_state(event, HazardState::in_progress);
            return set(event, field::closed_on, "");
    }
}

}  // namespace

std::vector<LedgerAction> allowed_in(HazardState state) {
    using A = LedgerAction;
    switch (state) {
        case HazardState::to_register:
            return {A::enter, A::supervise, A::retest};
        case HazardState::registered:
            return {A::assign, A::start, A::supervise, A::retest};
        case HazardState::in_progress:
            return {A::assign, A::supervise, A::retest, A::finish};
        case HazardState::to_review:
            return {A::assign, A::supervise, A::retest, A::close, A::reopen};
        case HazardState::closed:
            return {A::reopen};
    }
    return {};
}

bool is_name(const std::string& name) {
    const auto letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const bool control = std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20U || static_cast<unsigned char>(c) == 0x7FU;
    });
    return !tables::trimmed_blanks(name).empty() && !control &&
           std::count_if(name.begin(), name.end(), letter) <= 100 && tables::folded(name) != program_name;
}

Checked<LedgerEvent> act(const LedgerEntry& entry, const ActionRequest& request) {
    Checked<LedgerEvent> out;
    check_people(request, entry, out.findings);
    check_state(request, entry, out.findings);
    check_dates(request, entry, out.findings);
    const bool nothing = request.unit.empty() && request.person.empty() && request.due.empty();
    if (request.action == LedgerAction::assign && nothing)
        out.findings.push_back(refusal("ledger.nothing_to_assign", {{"item", entry.id}}));
    if (has_errors(out.findings)) return out;
    LedgerEvent event;
    event.at = request.at;
    event.who = request.by;
    event.item = entry.id;
    event.action = word_of(request.action);
    event.note = request.note;
    change(event, entry, request);
    out.value = std::move(event);
    return out;
}

}  // namespace muster::ledger
