// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <span>
#include <string>

#include "render/text/catalogue.h"
#include "render/text/names.h"

using namespace muster;
using namespace muster::text;

TEST_CASE("Every registered language has its folder, and every folder is registered") {
    for (const Texts& texts : embedded_texts()) {
        CAPTURE(texts.tag);
        CHECK(language_from_tag(texts.tag).has_value());
    }
    CHECK(embedded_texts().size() == all_languages.size());
    for (const Lang lang : all_languages) CHECK(texts_of(lang).tag == tag_of(lang));
    CHECK(own_name(Lang::zh_cn) == "中文");
}

// What is said in the first language is said in the others, with the same placeholders, and nothing besides.
void check_tables(std::span<const TextRow> first, std::span<const TextRow> other) {
    REQUIRE(first.size() > 10);
    for (std::size_t i = 0, j = 0; i < first.size() || j < other.size();) {
        const bool missing = j == other.size() || (i < first.size() && first[i].id < other[j].id);
        const bool extra = !missing && (i == first.size() || other[j].id < first[i].id);
        CAPTURE(missing ? first[i].id : other[j].id);
        CHECK_FALSE(missing);
        CHECK_FALSE(extra);
        if (!missing && !extra) CHECK(placeholders_of(first[i].text) == placeholders_of(other[j].text));
        i += extra ? 0 : 1;
        j += missing ? 0 : 1;
    }
}

TEST_CASE("Every language says everything, with the same placeholders") {
    const Texts& first = texts_of(all_languages.front());
    for (const Lang lang : all_languages) {
        const Texts& other = texts_of(lang);
        CAPTURE(other.tag);
        check_tables(first.texts, other.texts);
        check_tables(first.findings, other.findings);
        check_tables(first.hints, other.hints);
        for (const TextRow& hint : other.hints) {
            CAPTURE(hint.id);
            const auto is_it = [&](const TextRow& row) { return row.id == hint.id; };
            CHECK(std::any_of(other.findings.begin(), other.findings.end(), is_it));
        }
    }
}

TEST_CASE("English sentences hold no Chinese characters") {
    const auto has_cjk = [](std::string_view text) {
        for (std::size_t i = 0; i + 2 < text.size(); ++i) {
            const auto lead = static_cast<unsigned char>(text[i]);
            if (lead >= 0xE4 && lead <= 0xE9) return true;  // U+4000 to U+9FFF
        }
        return false;
    };
    const Texts& all = texts_of(Lang::en);
    for (const auto& rows : {all.texts, all.findings, all.hints})
        for (const TextRow& row : rows) {
            CAPTURE(row.id);
            CHECK_FALSE(has_cjk(row.text));
        }
}

TEST_CASE("The tables are in the order of the ids, each once") {
    for (const Lang lang : all_languages) {
        const Texts& all = texts_of(lang);
        for (const auto& rows : {all.texts, all.findings, all.hints})
            for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i - 1].id < rows[i].id);
    }
}

TEST_CASE("Placeholders are filled once and unknown ones stay") {
    CHECK(fill("{a} of {b}", {{"a", "{b}"}, {"b", "7"}}) == "{b} of 7");
    CHECK(fill("{missing} {", {}) == "{missing} {");
    CHECK(fill("a { b } {x}", {{"x", "1"}}) == "a { b } 1");
    CHECK(placeholders_of("{b}{a}{b}") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("A finding with an unknown code prints the code and its arguments") {
    const Finding finding{Severity::warning, "no.such_code", "/spaces/1", "plan.json", 12, {{"width", "0.5"}}};
    CHECK(describe(finding, Lang::en).message == "no.such_code: width=0.5");
    CHECK(describe_line(finding, Lang::en) ==
          "plan.json:12: warning: no.such_code: width=0.5 (/spaces/1) [no.such_code]");
    CHECK(Catalogue(Lang::zh_cn).text("no.such.id") == "no.such.id");
}

TEST_CASE("The language follows the tag or the locale, and is Chinese when nothing says otherwise") {
    CHECK(language_from_tag("zh-CN") == Lang::zh_cn);
    CHECK(language_from_tag("EN-us") == Lang::en);
    CHECK_FALSE(language_from_tag("fr").has_value());
    CHECK_FALSE(language_from_tag("english").has_value());
    CHECK(language_from_locale("zh_CN.UTF-8") == Lang::zh_cn);
    CHECK(language_from_locale("en_GB.UTF-8") == Lang::en);
    CHECK(language_from_locale("C.UTF-8") == Lang::en);
    CHECK(language_from_locale("") == Lang::zh_cn);
}

TEST_CASE("A name is given in the language asked for, or in the other one") {
    CHECK(in_language({"一层", "Floor 1"}, Lang::en) == "Floor 1");
    CHECK(in_language({"一层", ""}, Lang::en) == "一层");
}

TEST_CASE("Numbers are written without trailing zeros or a negative zero") {
    CHECK(number_text(1.50, 2) == "1.5");
    CHECK(number_text(120.0, 0) == "120");
    CHECK(number_text(-0.001, 1) == "0");
    CHECK(number_text(1.0 / 0.0, 1) == "–");
}

TEST_CASE("Laws read as sentences with their cut") {
    CHECK(describe(Distribution{DistributionKind::normal, 1.2, 0.2, 0.0, 0.8, 1.6}, "m/s", Lang::en) ==
          "normal, mean 1.2, sd 0.2, within 0.8–1.6 m/s");
    CHECK(describe(Distribution{DistributionKind::constant, 3.0}, "s", Lang::zh_cn) == "3 s");
    CHECK(describe(Distribution{DistributionKind::uniform, 2.0, 8.0}, "s", Lang::zh_cn) == "2–8 s");
}
