// SPDX-License-Identifier: Apache-2.0
// The recommendation among plans, and how differences are written.
#include "tools/office/rectify/compare_report.h"

#include <catch2/catch.hpp>

#include "tests/unit/rectify/made_up_gain.h"
#include "tools/office/rectify/gain_table.h"

using namespace muster;
using namespace muster::rectify;

TEST_CASE("among plans the safest that is no trade is recommended") {
    PlanComparison c;
    c.target_s = 120.0;
    c.plans = {{"base", {}, made_up_gain(0.0, 0.0), "", true},
               {"faster", {"x"}, made_up_gain(-40.0, -10.0), ""},
               {"calmer", {"y"}, made_up_gain(-10.0, -400.0), ""},
               {"trade", {"z"}, made_up_gain(30.0, -900.0), ""}};
    CHECK(verdict_of(c.plans[3]) == ComparisonVerdict::traded);
    REQUIRE(recommended(c));
    CHECK(c.plans[*recommended(c)].name == "calmer");  // none meets the target: crowding before seconds
    const document::Table table = comparison_table(c, text::Lang::zh_cn);
    CHECK(document::fault_of(table).empty());
    REQUIRE(table.rows.size() == 4);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].by == document::FilledBy::human) CHECK(table.rows[1][i].empty());  // cost is for a person
    c.plans = {c.plans[0]};
    CHECK_FALSE(recommended(c));
}

TEST_CASE("too few seeds are told with how many it takes") {
    PlanComparison c;
    c.plans = {{"base", {}, made_up_gain(0.0, 0.0), "", true}, {"faster", {"x"}, made_up_gain(-40.0, -10.0), ""}};
    c.seeds = {1, 2};
    const document::Document d = comparison_document(c, text::Lang::zh_cn);
    const auto* said = std::get_if<document::Paragraph>(&d.sections.front().blocks.at(1));
    REQUIRE(said != nullptr);
    CHECK(said->text == "同时比较 1 项改动，至少要 6 个种子才可能判断差别是否出于偶然；请用 --runs 12 或更多。");
}

TEST_CASE("differences are written with a sign that no spreadsheet takes for a formula") {
    CHECK(difference_text(-65.2, -70.0, -58.4, 0) == "−65 (−70…−58)");
    CHECK(difference_text(3.0, {}, {}, 1) == "+3.0");
    CHECK(difference_text({}, {}, {}, 1).empty());
    CHECK(arrow_text(std::nullopt, 171.0, 0, text::Lang::en) == "never → 171");
}
