// SPDX-License-Identifier: Apache-2.0
// The ledger's rows as the forms that offices pass round: F8 hazards, F9 measures, F10 progress, F11 risks, F15
// notices. A form is a list of columns; the same list says what an edited copy may bring back (form_import.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/document/document.h"
#include "tools/office/ledger/ledger.h"

namespace muster::ledger {

/// F8, F9, F10, F11 and F15. F11 is the register of risks that an office keeps; what one rehearsal showed at the risks
/// of a map is papers::Form::risk_list.
enum class LedgerForm : std::uint8_t { hazards, measures, progress, risk_register, notices };

/// How a column's cell is made of an entry, and an entry's field of an edited cell.
enum class CellShape : std::uint8_t {
    number,    // of the row
    text,      // a field
    both,      // a localised field
    date,      // a field with a date
    money,     // a field with yuan
    category,  // a field with a word of the catalogue, "ledger.category.WORD"
    grade,     // ..., "ledger.grade.WORD"
    state,     // with 逾期 and 挂牌督办
    evidence,  // the last proof that is no re-test
    retest,    // the last re-test
    kind,      // in words
    lec,       // "L=3 E=6 C=15 D=270"
    id,
    revision
};

struct FormColumn {
    const char* heading;  // id in render/text
    const char* field;    // of the entry; "" = not one
    CellShape shape = CellShape::text;
    document::FilledBy by = document::FilledBy::simulator;
    bool comes_back = false;  // an edited cell changes the field
    double width = 8.0;
};

[[nodiscard]] std::optional<LedgerForm> form_from(std::string_view word);  // "F8", "f8"
[[nodiscard]] std::span<const LedgerForm> all_ledger_forms();
[[nodiscard]] EntryType rows_of(LedgerForm form);
/// Id and revision are the last two.
[[nodiscard]] std::vector<FormColumn> columns_of(LedgerForm form);

struct FormRequest {
    LedgerForm form = LedgerForm::hazards;
    text::Lang lang = text::Lang::zh_cn;
    std::string today;        // ISO; what is overdue, and printed
    bool iso_dates = false;   // in CSV; else as documents have them
    bool everything = false;  // closed ones, too (F10, F15)
};

/// Belongs into the form: of its type, and not closed where a form lists what is open.
[[nodiscard]] bool in_form(const LedgerEntry& entry, const FormRequest& request);
/// What the cell reads; also what an edited one is compared with.
[[nodiscard]] std::string cell_text(const LedgerEntry& entry, const FormColumn& column, const FormRequest& request);
/// One landscape sheet with title, school, notes on what a person fills and on what was not checked.
[[nodiscard]] document::Document form_document(const Ledger& ledger, const FormRequest& request);

/// "2025年11月23日" or "2025-11-23"; what is no ISO date stays.
[[nodiscard]] std::string date_text(const std::string& iso, text::Lang lang, bool iso_dates);
/// "整改中（逾期，挂牌督办）".
[[nodiscard]] std::string state_text(const LedgerEntry& entry, text::Lang lang, const std::string& today);
/// "拥堵", "R-03", ...
[[nodiscard]] std::string kind_text(const std::string& kind, text::Lang lang);
/// A risk is out of control while a hazard that came from it is open.
[[nodiscard]] bool out_of_control(const LedgerEntry& risk, const Ledger& ledger);

}  // namespace muster::ledger
