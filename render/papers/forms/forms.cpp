// SPDX-License-Identifier: Apache-2.0
#include "render/papers/forms/forms.h"

#include <algorithm>
#include <cctype>

#include "render/document/layout.h"
#include "render/papers/forms/parts.h"

namespace muster::papers {

namespace {

const FormEntry& entry_of(Form form) { return form_list[static_cast<std::size_t>(form)]; }

}  // namespace

std::string_view code_of(Form form) { return entry_of(form).code; }

std::optional<Form> form_of(std::string_view code) {
    for (const FormEntry& entry : form_list)
        if (std::equal(code.begin(), code.end(), entry.code, entry.code + std::char_traits<char>::length(entry.code),
                       [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; }))
            return entry.form;
    return std::nullopt;
}

std::string title_of(Form form, const text::Catalogue& words, RunMode mode) {
    std::string id = entry_of(form).code;
    id.front() = 'f';
    id += ".title";
    const std::string own = id + ".dismissal";
    return words.text(mode == RunMode::dismissal && text::text_of(own, words.lang()) ? own : id);
}

std::string file_stem(Form form, text::Lang lang, RunMode mode) {
    std::string stem = std::string(code_of(form)) + "_" + title_of(form, text::Catalogue(lang), mode);
    std::replace(stem.begin(), stem.end(), ' ', '_');
    return stem;
}

std::string_view why_not(Form form, const FormInput& input) {
    switch (entry_of(form).needs) {
        case Needs::nothing:
            break;
        case Needs::classes:
            return input.plan->classes.empty() ? "form.no_classes" : "";
        case Needs::evacuation:
            if (input.run->world->scenario.mode == RunMode::dismissal) return "form.not_at_dismissal";
            return input.plan->classes.empty() && form == Form::roll_call ? "form.no_classes" : "";
        case Needs::posts:
            return input.plan->posts.empty() ? "form.no_posts" : "";
        case Needs::risks:
            return input.run->world->risk_map.risks.empty() ? "form.no_risks" : "";
        case Needs::variants:
            return input.plan->variants.size() < 2 ? "form.no_variants" : "";
    }
    return "";
}

bool has_tables(Form form) { return entry_of(form).tables; }

document::Document make_form(Form form, const FormInput& input, text::Lang lang) {
    return entry_of(form).make(FormSheet(input, lang));
}

}  // namespace muster::papers
