// SPDX-License-Identifier: Apache-2.0
// The papers a school needs before and after a drill, made of a finished run and a drill plan: F1 to F7, F11 to F13,
// F16, F17. Columns and their order are those in use at schools; what only a person may fill stays empty.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/papers/forms/form_list.h"
#include "render/papers/route_card/route_card.h"
#include "render/papers/run_report/report_input.h"
#include "sim/planning/compliance.h"
#include "sim/planning/drill_plan.h"

namespace muster::papers {

struct FormInput {
    const ReportInput* run = nullptr;           // not null; with a trace
    const planning::DrillPlan* plan = nullptr;  // not null; see plan_of_run.h where nobody proposed one
    std::vector<RouteCard> ways;                // of the plan's classes, for the pictures; may be empty
    bool proposed = false;                      // the plan is a proposal of the program, not what was run
    // Widths of the storeys against the code, annexed to F1; null = left out.
    const planning::ComplianceResult* compliance = nullptr;
    const std::vector<planning::RulePack>* packs = nullptr;  // that it was checked with; not null then
};

/// "F1".
[[nodiscard]] std::string_view code_of(Form form);
[[nodiscard]] std::optional<Form> form_of(std::string_view code);  // "F1", "f1"
/// Name of its files without extension: "F1_应急疏散演练方案", "F1_drill_plan".
[[nodiscard]] std::string file_stem(Form form, text::Lang lang, RunMode mode = RunMode::drill);

/// Why this input has nothing for the form (no risk map, no variants, ...): id of a text; "" = it has.
[[nodiscard]] std::string_view why_not(Form form, const FormInput& input);
/// Has tables worth a workbook.
[[nodiscard]] bool has_tables(Form form);
/// Pre: why_not() is "".
[[nodiscard]] document::Document make_form(Form form, const FormInput& input, text::Lang lang);

}  // namespace muster::papers
