// SPDX-License-Identifier: Apache-2.0
// The columns of the forms, in the order in which offices have them.
#include "tools/office/ledger/forms.h"

namespace muster::ledger {

namespace {

using S = CellShape;
constexpr document::FilledBy simulator = document::FilledBy::simulator, plan = document::FilledBy::plan,
                             human = document::FilledBy::human;

// {heading, field, shape, who fills it, comes back, width in Chinese characters}
const std::vector<FormColumn>& hazard_columns() {
    static const std::vector<FormColumn> columns{
        {"ledger.col.no", "", S::number, plan, false, 3},
        {"ledger.col.school", field::school, S::both, plan, false, 6},
        {"ledger.col.found_on", field::found_on, S::date, simulator, false, 5},
        {"ledger.col.place", field::place, S::both, plan, false, 7},
        {"ledger.col.category", field::category, S::category, simulator, true, 3},
        {"ledger.col.description", field::description, S::both, simulator, true, 16},
        {"ledger.col.basis", field::basis, S::both, simulator, false, 8},
        {"ledger.col.grade", field::grade, S::grade, simulator, true, 3},
        {"ledger.col.evidence", "", S::evidence, simulator, false, 13},
        {"ledger.col.measure", field::measure, S::both, simulator, true, 13},
        {"ledger.col.unit", field::unit, S::text, human, true, 5},
        {"ledger.col.person", field::person, S::text, human, true, 4},
        {"ledger.col.due", field::due, S::date, human, true, 5},
        {"ledger.col.money", field::money, S::money, human, true, 4},
        {"ledger.col.photo", field::photo, S::text, human, true, 4},
        {"ledger.col.done_on", field::done_on, S::date, human, true, 5},
        {"ledger.col.retest", "", S::retest, simulator, false, 11},
        {"ledger.col.reviewer", field::reviewer, S::text, human, true, 4},
        {"ledger.col.closed_on", field::closed_on, S::date, human, false, 5},
        {"ledger.col.state", field::state, S::state, simulator, false, 4}};
    return columns;
}

const std::vector<FormColumn>& measure_columns() {
    static const std::vector<FormColumn> columns{{"ledger.col.no", "", S::number, plan, false, 3},
                                                 {"ledger.col.problem", field::kind, S::kind, simulator, false, 10},
                                                 {"ledger.col.rule", field::measure, S::both, simulator, true, 30},
                                                 {"ledger.col.unit_short", field::unit, S::text, human, true, 8},
                                                 {"ledger.col.due", field::due, S::date, human, true, 7},
                                                 {"ledger.col.product", field::product, S::text, human, true, 10},
                                                 {"ledger.col.progress", field::progress, S::text, human, true, 10}};
    return columns;
}

const std::vector<FormColumn>& progress_columns() {
    static const std::vector<FormColumn> columns{
        {"ledger.col.no", "", S::number, plan, false, 3},
        {"ledger.col.task", field::description, S::both, simulator, false, 26},
        {"ledger.col.task_measure", field::measure, S::both, simulator, true, 22},
        {"ledger.col.unit_short", field::unit, S::text, human, true, 8},
        {"ledger.col.person_short", field::person, S::text, human, true, 6},
        {"ledger.col.due", field::due, S::date, human, true, 7},
        {"ledger.col.progress_long", field::progress, S::text, human, true, 10},
        {"ledger.col.proof", "", S::evidence, simulator, false, 20}};
    return columns;
}

const std::vector<FormColumn>& risk_columns() {
    static const std::vector<FormColumn> columns{
        {"ledger.col.no", "", S::number, plan, false, 3},
        {"ledger.col.risk_point", field::description, S::both, plan, false, 8},
        {"ledger.col.risk_place", field::place, S::both, plan, false, 8},
        {"ledger.col.risk_summary", field::summary, S::both, human, true, 12},
        {"ledger.col.accident", field::accident, S::both, plan, false, 6},
        {"ledger.col.lec", field::lec, S::lec, plan, false, 8},
        {"ledger.col.risk_grade", field::grade, S::grade, plan, false, 5},
        {"ledger.col.control", field::measure, S::both, plan, true, 24},
        {"ledger.col.control_level", field::control_level, S::text, human, true, 5},
        {"ledger.col.department", field::unit, S::text, human, true, 7},
        {"ledger.col.post", field::person, S::text, human, true, 7},
        {"ledger.col.persons", field::persons, S::text, simulator, false, 4},
        {"ledger.col.impact", field::impact, S::both, simulator, false, 10}};
    return columns;
}

const std::vector<FormColumn>& notice_columns() {
    static const std::vector<FormColumn> columns{
        {"ledger.col.notice_no", "", S::number, plan, false, 3},
        {"ledger.col.inspected", field::school, S::both, plan, false, 9},
        {"ledger.col.inspected_on", field::found_on, S::date, simulator, false, 7},
        {"ledger.col.problems", field::description, S::both, simulator, true, 28},
        {"ledger.col.demand", field::measure, S::both, simulator, true, 22},
        {"ledger.col.deadline", field::due, S::date, human, true, 7},
        {"ledger.col.issuer", field::issuer, S::text, human, true, 7},
        {"ledger.col.opinion", field::opinion, S::text, human, true, 12},
        {"ledger.col.close_signature", "", S::text, human, false, 8}};
    return columns;
}

}  // namespace

std::vector<FormColumn> columns_of(LedgerForm form) {
    std::vector<FormColumn> columns = form == LedgerForm::hazards         ? hazard_columns()
                                      : form == LedgerForm::measures      ? measure_columns()
                                      : form == LedgerForm::progress      ? progress_columns()
                                      : form == LedgerForm::risk_register ? risk_columns()
                                                                          : notice_columns();
    columns.push_back({"ledger.col.id", "", S::id, plan, false, 10});
    columns.push_back({"ledger.col.revision", "", S::revision, plan, false, 4});
    return columns;
}

}  // namespace muster::ledger
