// SPDX-License-Identifier: Apache-2.0
#include "render/papers/forms/forms.h"

#include <algorithm>
#include <cctype>

#include "render/document/layout.h"
#include "render/papers/forms/parts.h"

namespace muster::papers {

namespace {

struct FormRow {
    Form form;
    const char *code, *title;
    document::Document (*make)(const FormSheet&);
};

constexpr std::array<FormRow, all_forms.size()> rows{{{Form::drill_plan, "F1", "f1.title", form_f1},
                                                      {Form::class_routes, "F2", "f2.title", form_f2},
                                                      {Form::posts, "F3", "f3.title", form_f3},
                                                      {Form::timeline, "F4", "f4.title", form_f4},
                                                      {Form::drill_record, "F5", "f5.title", form_f5},
                                                      {Form::evaluation, "F6", "f6.title", form_f6},
                                                      {Form::roll_call, "F7", "f7.title", form_f7},
                                                      {Form::risk_list, "F11", "f11.title", form_f11},
                                                      {Form::four_colours, "F12", "f12.title", form_f12},
                                                      {Form::notice_cards, "F13", "f13.title", form_f13},
                                                      {Form::bottlenecks, "F16", "f16.title", form_f16},
                                                      {Form::comparison, "F17", "f17.title", form_f17}}};

const FormRow& row_of(Form form) { return rows[static_cast<std::size_t>(form)]; }

}  // namespace

std::string_view code_of(Form form) { return row_of(form).code; }

std::optional<Form> form_of(std::string_view code) {
    for (const FormRow& row : rows)
        if (std::equal(code.begin(), code.end(), row.code, row.code + std::char_traits<char>::length(row.code),
                       [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; }))
            return row.form;
    return std::nullopt;
}

std::string file_stem(Form form, text::Lang lang) {
    std::string stem = std::string(code_of(form)) + "_" + text::Catalogue(lang).text(row_of(form).title);
    std::replace(stem.begin(), stem.end(), ' ', '_');
    return stem;
}

std::string_view why_not(Form form, const FormInput& input) {
    const bool risks = !input.run->world->risk_map.risks.empty();
    switch (form) {
        case Form::drill_plan:
        case Form::class_routes:
        case Form::roll_call:
            return input.plan->classes.empty() ? "form.no_classes" : "";
        case Form::posts:
            return input.plan->posts.empty() ? "form.no_posts" : "";
        case Form::risk_list:
        case Form::four_colours:
        case Form::notice_cards:
            return risks ? "" : "form.no_risks";
        case Form::comparison:
            return input.plan->variants.size() < 2 ? "form.no_variants" : "";
        default:
            return "";
    }
}

document::Document make_form(Form form, const FormInput& input, text::Lang lang) {
    return row_of(form).make(FormSheet(input, lang));
}

}  // namespace muster::papers
