// SPDX-License-Identifier: Apache-2.0
#include "render/papers/forms/forms.h"

#include <catch2/catch.hpp>

#include "render/document/html_writer.h"
#include "render/document/layout.h"
#include "render/papers/forms/comparison.h"
#include "render/text/catalogue.h"

using namespace muster;
using namespace muster::papers;

TEST_CASE("Forms are known by their codes, in either case") {
    for (const Form form : all_forms) CHECK(form_of(code_of(form)) == form);
    CHECK(form_of("f13") == Form::notice_cards);
    CHECK_FALSE(form_of("F8").has_value());
    CHECK_FALSE(form_of("").has_value());
    CHECK(file_stem(Form::drill_plan, text::Lang::zh_cn) == "F1_应急疏散演练方案");
    CHECK(file_stem(Form::drill_plan, text::Lang::en) == "F1_Evacuation_drill_plan");
}

TEST_CASE("A comparison leaves the cost to people and says what is not significant") {
    ComparedVariant today, wide;
    today.name = "现状";
    today.out_s = analysis::Spread{200.0, 190.0, 215.0};
    wide.name = "拓宽楼梯";
    wide.out_s = analysis::Spread{180.0, 171.0, 190.0};
    wide.delta_s = analysis::Spread{-20.0, -31.0, 2.0};
    document::Table table = comparison_table({today, wide}, text::Lang::zh_cn);
    CHECK(document::fault_of(table).empty());
    CHECK(table.rows[1][4].text == "-20（-31 至 +2，差别不显著）");
    std::size_t cost = 0;
    while (table.columns[cost].key != "cost") ++cost;
    CHECK(document::is_to_fill(table.columns[cost], table.rows[0][cost]));
    CHECK(*table.rows[0][3].number == 215.0);
    wide.significant = true;
    CHECK(comparison_table({today, wide}, text::Lang::en).rows[1][4].text == "-20 (-31 to +2)");
}
