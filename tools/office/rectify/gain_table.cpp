// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/gain_table.h"

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "tools/store/rectification_words.h"

namespace muster::rectify {

namespace {

std::string value_text(const std::optional<double>& value, int decimals, text::Lang lang) {
    return value ? text::fixed_text(*value, decimals) : text::Catalogue(lang).text("rectify.never");
}

std::string p_text(double p) { return p < 0.001 ? "<0.001" : text::fixed_text(p, 3); }

}  // namespace

std::string arrow_text(const std::optional<double>& before, const std::optional<double>& after, int decimals,
                       text::Lang lang) {
    return value_text(before, decimals, lang) + " → " + value_text(after, decimals, lang);
}

std::string difference_text(const std::optional<double>& difference, const std::optional<double>& low,
                            const std::optional<double>& high, int decimals) {
    if (!difference) return "";
    const auto with_sign = [&](double v) {
        const std::string text = text::fixed_text(v, decimals);
        return text.front() == '-' ? "−" + text.substr(1) : "+" + text;  // a real minus: no formula, no hyphen
    };
    if (!low || !high) return with_sign(*difference);
    return with_sign(*difference) + " (" + with_sign(*low) + "…" + with_sign(*high) + ")";
}

int decimals_of(analysis::Figure figure) {
    switch (figure) {
        case analysis::Figure::peak_density:
            return 2;
        case analysis::Figure::exposure_person_s:
        case analysis::Figure::peak_pressure:
        case analysis::Figure::left_inside:
        case analysis::Figure::falls:
            return 0;
        default:
            return 1;
    }
}

std::string name_of(analysis::Figure figure, text::Lang lang) {
    return text::Catalogue(lang).text(std::string("figure.") + analysis::code_of(figure));
}

std::string names_of(const std::vector<std::string>& figure_codes, text::Lang lang) {
    const text::Catalogue words(lang);
    std::string names;
    for (const std::string& code : figure_codes)
        names += (names.empty() ? "" : words.text("list.separator")) + words.text("figure." + code);
    return names;
}

document::Table gain_table(const std::vector<store::ItemGain>& gain, const std::string& key, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Table table;
    table.key = key;
    table.title = words.text("rectify.gain_table", {{"pairs", std::to_string(gain.empty() ? 0 : gain.front().pairs)}});
    const auto column = [&](const char* id, double width, bool numbers = true) {
        table.columns.push_back(
            {id, words.text(std::string("rectify.col.") + id), width, document::FilledBy::simulator, numbers});
    };
    column("figure", 12, false);
    column("before", 6);
    column("after", 6);
    column("difference", 12);
    column("before_p95", 6);
    column("after_p95", 6);
    column("p", 5);
    column("told", 7, false);
    for (const store::ItemGain& g : gain) {
        const int decimals = decimals_of(g.figure);
        const auto cell = [&](const std::optional<double>& v) {
            return v ? document::Cell::of(*v, decimals) : document::Cell(words.text("rectify.never"));
        };
        table.rows.push_back({name_of(g.figure, lang), cell(g.before_median), cell(g.after_median),
                              difference_text(g.difference, g.low, g.high, decimals), cell(g.before_p95),
                              cell(g.after_p95), p_text(g.p_value),
                              words.text(std::string("rectify.evidence.") + word_of(g.evidence))});
    }
    return table;
}

}  // namespace muster::rectify
