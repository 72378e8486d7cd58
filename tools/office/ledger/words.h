// SPDX-License-Identifier: Apache-2.0
// The words of the ledger's file, of its commands and of its forms.
#pragma once

#include "sim/base/words.h"
#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/entry.h"
#include "tools/office/ledger/forms.h"

namespace muster {

template <>
inline constexpr auto words_of<ledger::EntryType> = word_table<ledger::EntryType>({
    {ledger::EntryType::hazard, "hazard"},
    {ledger::EntryType::risk, "risk"},
    {ledger::EntryType::measure, "measure"},
});

template <>
inline constexpr auto words_of<ledger::HazardState> = word_table<ledger::HazardState>({
    {ledger::HazardState::to_register, "to_register"},
    {ledger::HazardState::registered, "registered"},
    {ledger::HazardState::in_progress, "in_progress"},
    {ledger::HazardState::to_review, "to_review"},
    {ledger::HazardState::closed, "closed"},
});

template <>
inline constexpr auto words_of<ledger::LedgerAction> = word_table<ledger::LedgerAction>({
    {ledger::LedgerAction::enter, "register"},
    {ledger::LedgerAction::assign, "assign"},
    {ledger::LedgerAction::start, "start"},
    {ledger::LedgerAction::supervise, "supervise"},
    {ledger::LedgerAction::retest, "retest"},
    {ledger::LedgerAction::finish, "finish"},
    {ledger::LedgerAction::close, "close"},
    {ledger::LedgerAction::reopen, "reopen"},
});

template <>
inline constexpr auto words_of<ledger::LedgerForm> = word_table<ledger::LedgerForm>({
    {ledger::LedgerForm::hazards, "F8"},
    {ledger::LedgerForm::measures, "F9"},
    {ledger::LedgerForm::progress, "F10"},
    {ledger::LedgerForm::risk_register, "F11"},
    {ledger::LedgerForm::notices, "F15"},
});

}  // namespace muster
