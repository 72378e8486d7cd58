// SPDX-License-Identifier: Apache-2.0
// The plans that come with the program, and the example in FORMAT.md, are sound.
#include "tests/support/paths.h"
#include "tests/support/schema.h"
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::testing;
using namespace muster::floorplans;

TEST_CASE("library: every plan is read without errors or warnings", "[floorplans][library]") {
    const auto plans = library_plans();
    REQUIRE_FALSE(plans.empty());
    for (const std::string& path : plans) {
        const Checked<Building> read = read_floor_plan(path);
        INFO(path << "\n" << listing(read.findings));
        CHECK(read);
        CHECK(std::none_of(read.findings.begin(), read.findings.end(),
                           [](const Finding& f) { return f.severity != Severity::note; }));
    }
}

TEST_CASE("format: the example in FORMAT.md is a plan without findings", "[floorplans]") {
    const std::string page = file_text(source_file("floorplans/FORMAT.md"));
    const std::size_t begin = page.find("```json\n") + 8, end = page.find("```", begin);
    REQUIRE(end != std::string::npos);
    const Checked<Building> read = read_plan_text(page.substr(begin, end - begin));
    INFO(listing(read.findings));
    CHECK(read);
    CHECK(read.findings.empty());
}
