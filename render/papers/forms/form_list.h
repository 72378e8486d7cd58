// SPDX-License-Identifier: Apache-2.0
// All forms: what each is called in code and by schools, what it is made of and how. A new form is a name and a row
// here, a file with its function beside this one, and its texts ("f18.title", ...).
#pragma once

#include <array>
#include <cstdint>

#include "render/document/document.h"

namespace muster::papers {

enum class Form : std::uint8_t {
    /// The plan to sign, with the tables below in it.
    drill_plan,
    class_routes,
    posts,
    timeline,
    drill_record,
    evaluation,
    roll_call,
    /// The risk map with what the rehearsal showed; an office's own register is ledger::LedgerForm::risk_register.
    risk_list,
    /// One risk map per storey.
    four_colours,
    /// One A5 card per risk.
    notice_cards,
    bottlenecks,
    /// Of the plan's variants.
    comparison
};

/// Without which there is nothing to put into a form.
enum class Needs : std::uint8_t { nothing, classes, evacuation, posts, risks, variants };

struct FormSheet;
document::Document drill_plan_form(const FormSheet& sheet);
document::Document class_routes_form(const FormSheet& sheet);
document::Document posts_form(const FormSheet& sheet);
document::Document drill_timeline_form(const FormSheet& sheet);
document::Document drill_record_form(const FormSheet& sheet);
document::Document evaluation_form(const FormSheet& sheet);
document::Document roll_call_form(const FormSheet& sheet);
document::Document risk_list_form(const FormSheet& sheet);
document::Document four_colours_form(const FormSheet& sheet);
document::Document notice_cards_form(const FormSheet& sheet);
document::Document bottlenecks_form(const FormSheet& sheet);
document::Document comparison_form(const FormSheet& sheet);

struct FormEntry {
    Form form;
    const char* code;  // as schools call it; its texts begin with it in small letters
    document::Document (*make)(const FormSheet&);
    Needs needs = Needs::nothing;
    bool tables = true;  // worth a workbook
};

inline constexpr std::array form_list{FormEntry{Form::drill_plan, "F1", drill_plan_form, Needs::classes},
                                      FormEntry{Form::class_routes, "F2", class_routes_form, Needs::classes},
                                      FormEntry{Form::posts, "F3", posts_form, Needs::posts},
                                      FormEntry{Form::timeline, "F4", drill_timeline_form},
                                      FormEntry{Form::drill_record, "F5", drill_record_form, Needs::evacuation},
                                      FormEntry{Form::evaluation, "F6", evaluation_form, Needs::evacuation},
                                      FormEntry{Form::roll_call, "F7", roll_call_form, Needs::evacuation},
                                      FormEntry{Form::risk_list, "F11", risk_list_form, Needs::risks},
                                      FormEntry{Form::four_colours, "F12", four_colours_form, Needs::risks, false},
                                      FormEntry{Form::notice_cards, "F13", notice_cards_form, Needs::risks, false},
                                      FormEntry{Form::bottlenecks, "F16", bottlenecks_form},
                                      FormEntry{Form::comparison, "F17", comparison_form, Needs::variants}};

inline constexpr auto all_forms = [] {
    std::array<Form, form_list.size()> forms{};
    for (std::size_t i = 0; i < forms.size(); ++i) forms[i] = form_list[i].form;
    return forms;
}();
static_assert(
    [] {
        for (std::size_t i = 0; i < form_list.size(); ++i)
            if (static_cast<std::size_t>(form_list[i].form) != i) return false;
        return true;
    }(),
    "the rows stand in the order of the names");

}  // namespace muster::papers
