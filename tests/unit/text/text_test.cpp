// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "render/text/catalogue.h"
#include "render/text/names.h"

using namespace muster;
using namespace muster::text;

TEST_CASE("Every sentence exists in both languages with the same placeholders") {
    std::set<std::string> seen;
    for (const TextRow& row : text_rows()) {
        CAPTURE(row.id);
        CHECK(seen.insert(row.id).second);
        CHECK(std::string(row.zh) != "");
        CHECK(std::string(row.en) != "");
        CHECK(placeholders_of(row.zh) == placeholders_of(row.en));
    }
}

TEST_CASE("Every finding exists in both languages with the same placeholders") {
    std::set<std::string> seen;
    for (const FindingRow& row : finding_rows()) {
        CAPTURE(row.code);
        CHECK(seen.insert(row.code).second);
        CHECK(std::string(row.zh) != "");
        CHECK(std::string(row.en) != "");
        CHECK(placeholders_of(row.zh) == placeholders_of(row.en));
        CHECK(std::string(row.zh_hint).empty() == std::string(row.en_hint).empty());
        CHECK(placeholders_of(row.zh_hint) == placeholders_of(row.en_hint));
    }
}

TEST_CASE("English sentences hold no Chinese characters") {
    const auto has_cjk = [](const std::string& text) {
        for (std::size_t i = 0; i + 2 < text.size(); ++i) {
            const auto lead = static_cast<unsigned char>(text[i]);
            if (lead >= 0xE4 && lead <= 0xE9) return true;  // U+4000 to U+9FFF
        }
        return false;
    };
    for (const TextRow& row : text_rows()) {
        CAPTURE(row.id);
        CHECK_FALSE(has_cjk(row.en));
    }
    for (const FindingRow& row : finding_rows()) {
        CAPTURE(row.code);
        CHECK_FALSE(has_cjk(row.en));
        CHECK_FALSE(has_cjk(row.en_hint));
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
