// SPDX-License-Identifier: Apache-2.0
// What may be done to a hazard, and by whom.
#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/unit/ledger/hazards.h"
#include "tools/office/ledger/words.h"

using namespace muster;
using namespace muster::ledger;

namespace {

LedgerEntry in_state(HazardState state) {
    LedgerEntry entry;
    entry.id = "x-001";
    entry.fields = {
        {field::type, "hazard"}, {field::state, word_of(state)}, {field::unit, "总务处"}, {field::due, "2025-12-01"}};
    return entry;
}

constexpr LedgerAction all_actions[] = {LedgerAction::enter,     LedgerAction::assign, LedgerAction::start,
                                        LedgerAction::supervise, LedgerAction::retest, LedgerAction::finish,
                                        LedgerAction::close,     LedgerAction::reopen};
constexpr HazardState all_states[] = {HazardState::to_register, HazardState::registered, HazardState::in_progress,
                                      HazardState::to_review, HazardState::closed};

}  // namespace

TEST_CASE("transitions: exactly what a state allows is done; anything else names what is allowed", "[ledger]") {
    for (const HazardState state : all_states) {
        const auto allowed = allowed_in(state);
        for (const LedgerAction action : all_actions) {
            INFO(word_of(state) << " " << word_of(action));
            const auto event = act(in_state(state), a_request(action));
            const bool may = std::find(allowed.begin(), allowed.end(), action) != allowed.end();
            CHECK(event.value.has_value() == may);
            if (may) continue;
            REQUIRE(event.findings.size() == 1);
            CHECK(event.findings[0].code == std::string("ledger.not_allowed.") + word_of(state));
            CHECK(event.findings[0].args[2].first == "allowed");
            CHECK(event.findings[0].args[2].second.find(word_of(allowed.front())) != std::string::npos);
        }
    }
}

TEST_CASE("transitions: a hazard is closed from review only, by a named person who is not the program", "[ledger]") {
    const LedgerEntry entry = in_state(HazardState::to_review);
    CHECK_FALSE(act(entry, a_request(LedgerAction::close, "")).value);
    for (const char* name : {"muster", "Muster", "ＭＵＳＴＥＲ", "   ", "a\nb", "\x01"}) {
        INFO(name);
        CHECK_FALSE(act(entry, a_request(LedgerAction::close, name)).value);
    }
    const auto closed = act(entry, a_request(LedgerAction::close, "赵刚"));
    REQUIRE(closed);
    CHECK(closed.value->who == "赵刚");
    LedgerEntry after = entry;
    after.apply(*closed.value);
    CHECK(after.state() == HazardState::closed);
    CHECK(after.get(field::closed_on) == "2025-11-23");
}

TEST_CASE("transitions: nothing happens before what happened last, and nothing is done before it was found",
          "[ledger]") {
    LedgerEntry entry = in_state(HazardState::to_review);
    entry.changed_on = "2025-11-24";
    CHECK(act(entry, a_request(LedgerAction::close, "赵刚")).findings.at(0).code == "ledger.before_history");
    entry = in_state(HazardState::in_progress);
    entry.fields[field::found_on] = "2025-11-20";
    ActionRequest r = a_request(LedgerAction::finish);
    for (const char* day : {"2025-11-19", "2025-11-24"}) {
        r.done_on = day;
        CHECK(act(entry, r).findings.at(0).code == "ledger.done_when");
    }
    r = a_request(LedgerAction::assign);
    r.due = "2025-11-22";
    const auto late = act(entry, r);
    CHECK(late.value);
    CHECK(late.findings.at(0).code == "ledger.due_past");
}

TEST_CASE("transitions: work starts when somebody answers for it by a date", "[ledger]") {
    LedgerEntry entry = in_state(HazardState::registered);
    entry.fields[field::due] = "";
    const auto refused = act(entry, a_request(LedgerAction::start));
    REQUIRE(refused.findings.size() == 1);
    CHECK(refused.findings[0].code == "ledger.not_assigned");
}

TEST_CASE("transitions: a re-test moves to review only what is being put right, and only when better", "[ledger]") {
    for (const HazardState state : all_states) {
        if (state == HazardState::closed) continue;
        for (const bool better : {false, true}) {
            ActionRequest r = a_request(LedgerAction::retest);
            r.better = better;
            const auto event = act(in_state(state), r);
            REQUIRE(event);
            CHECK(event.value->changes.empty() == !(better && state == HazardState::in_progress));
        }
    }
}

TEST_CASE("transitions: a date that is none is refused, a Chinese one becomes ISO", "[ledger]") {
    ActionRequest r = a_request(LedgerAction::assign);
    const auto good = act(in_state(HazardState::registered), r);
    REQUIRE(good);
    CHECK(good.value->changes.back().after == "2025-12-01");
    r.due = "2025-02-30";
    CHECK(act(in_state(HazardState::registered), r).findings.at(0).code == "ledger.bad_date");
}

TEST_CASE("overdue: after the date, not on it, and never once closed", "[ledger]") {
    CHECK_FALSE(in_state(HazardState::in_progress).overdue("2025-12-01"));
    CHECK(in_state(HazardState::in_progress).overdue("2025-12-02"));
    CHECK_FALSE(in_state(HazardState::closed).overdue("2025-12-02"));
}

TEST_CASE("risks and measures have owners but no states", "[ledger]") {
    LedgerEntry risk = in_state(HazardState::to_register);
    risk.fields[field::type] = "risk";
    CHECK(act(risk, a_request(LedgerAction::assign)).value);
    CHECK(act(risk, a_request(LedgerAction::enter)).findings.at(0).code == "ledger.only_hazards");
}
