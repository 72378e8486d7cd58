// SPDX-License-Identifier: Apache-2.0
// Hazards from what other commands left: what is a hazard, where it is, and what is to be done.
#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/unit/ledger/hazards.h"
#include "tools/store/compliance_file.h"
#include "tools/store/output_file.h"

using namespace muster;
using namespace muster::ledger;
using namespace muster::testing;

namespace {

store::ItemGain gain_of(analysis::Figure figure, analysis::Evidence evidence) {
    store::ItemGain gain;
    gain.figure = figure;
    gain.pairs = 8;
    gain.evidence = evidence;
    return gain;
}

store::RectificationItem an_item(analysis::Evidence way_out, analysis::Evidence crowding) {
    store::RectificationItem item;
    item.id = "ST_E/post_guide";
    item.kind = "post_guide";
    item.site = {"stair", "ST_E", "F1", {"东楼梯", "East stair"}};
    item.measure = {"限成一路", "single file"};
    item.gain = {gain_of(analysis::Figure::last_out_of_building, way_out),
                 gain_of(analysis::Figure::exposure_person_s, crowding)};
    return item;
}

Proposal only_one_of(const store::RectificationItem& item) {
    const TemporaryFolder folder;
    store::RectificationFile file;
    file.plan_id = "school";
    file.plan_name = {"学校", "School"};
    file.items = {item};
    store::write_file(folder.file("items.json"), store::rectification_json(file));
    auto read = read_source({folder.file(""), "", 10, folder.file("")});
    REQUIRE(read);
    REQUIRE(read.value->size() == 1);
    return read.value->front();
}

std::string measure_of(const Proposal& p) { return value_in(p, localised(field::measure, text::Lang::zh_cn)); }

}  // namespace

TEST_CASE("source: nobody is told to do what makes it worse; that it was tried is evidence", "[ledger]") {
    CHECK(measure_of(only_one_of(an_item(analysis::Evidence::none, analysis::Evidence::none))) == "限成一路");
    const Proposal worse = only_one_of(an_item(analysis::Evidence::higher, analysis::Evidence::none));
    CHECK(measure_of(worse).find("限成一路") == std::string::npos);
    CHECK(worse.proof.words.zh.find("限成一路") != std::string::npos);
    CHECK(worse.proof.words.zh.find("不建议") != std::string::npos);
    CHECK(only_one_of(an_item(analysis::Evidence::too_few, analysis::Evidence::too_few))
              .proof.words.zh.find("次数太少") != std::string::npos);
}

TEST_CASE("source: what a storey lacks is one hazard, whether the codes or the runs brought it up", "[ledger]") {
    store::RectificationItem item = an_item(analysis::Evidence::none, analysis::Evidence::none);
    item.basis.rule = "R-03", item.basis.clause = "8.2.3", item.basis.pack = "gb50099";
    item.basis.storey = {"storey", "F2", "F2", {"二层", "Floor 2"}};
    item.basis.storey_item = "stair_width";
    const Proposal from_items = only_one_of(item);

    const TemporaryFolder folder;
    store::ComplianceFile checked;
    checked.plan_id = "school";
    store::Shortfall lacking;
    lacking.site = item.basis.storey;
    lacking.basis.rule = "R-03", lacking.basis.clause = "8.2.3", lacking.basis.pack = "gb50099";
    lacking.item = "stair_width";
    checked.shortfalls = {lacking};
    store::write_file(folder.file("compliance.json"), store::compliance_json(checked));
    const auto from_codes = read_source({folder.file(""), "", 10, folder.file("")});
    REQUIRE(from_codes);
    CHECK(value_in(from_codes.value->front(), field::identity) == value_in(from_items, field::identity));
}
