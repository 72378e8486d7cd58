// SPDX-License-Identifier: Apache-2.0
#include "tools/store/rectification_file.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"
#include "tools/store/output_file.h"

using namespace muster;
using namespace muster::store;
using namespace muster::testing;

namespace {

RectificationFile one_item() {
    RectificationFile file;
    file.school = "primary";
    file.plan_name = {"小学", "Primary school"};
    file.seeds = {1, 2, 18446744073709551615ULL};
    RectificationItem item;
    item.id = "exit_w/widen_door";
    item.kind = "widen_door";
    item.rank = 1;
    item.site = {"opening", "exit_w", "F1", {"一层西出口", "west exit"}};
    item.hazard_level = HazardLevel::major;
    item.category = HazardCategory::fire;
    item.description = {"净宽不足", "too narrow"};
    item.basis.pack = "gb50099", item.basis.rule = "R-03", item.basis.clause = "8.2.3";
    item.basis.text = {"疏散宽度", "width of exits"};
    item.basis.required = 2.84, item.basis.actual = 2.4, item.basis.ratio = 0.845;
    item.basis.unit = "m";
    item.basis.pack_name = {"GB 50099-2011", "GB 50099-2011"};
    item.basis.storey = {"storey", "F1", "F1", {"一层", "Floor 1"}};
    item.basis.storey_item = "exit_width";
    item.evidence.rank = 2;
    item.evidence.peak_density = 4.25;
    item.plan = "items/exit_w.widen_door.plan.json";
    item.estimate = ItemEstimate{60.0, 40.0};
    analysis::PairedComparison never_before;
    never_before.pairs = 8;
    never_before.before = {analysis::never, analysis::never, analysis::never};
    never_before.after = {200.0, 190.0, 210.0};
    never_before.p_value = 0.0078125;
    never_before.downwards = true;
    item.gain = {gain_of({analysis::Figure::last_out_of_building, never_before})};
    item.significant = true;
    item.worse = {"peak_density"};
    file.items = {item};
    return file;
}

}  // namespace

TEST_CASE("items.json: what is written is read again") {
    const TemporaryFolder folder;
    const std::string path = folder.file("items.json");
    write_file(path, rectification_json(one_item()));
    const auto read = read_rectification(path);
    REQUIRE(read);
    CHECK(read.findings.empty());
    CHECK(read.value->seeds.back() == 18446744073709551615ULL);
    REQUIRE(read.value->items.size() == 1);
    const RectificationItem& item = read.value->items.front();
    CHECK(item.id == "exit_w/widen_door");
    CHECK(item.hazard_level == HazardLevel::major);
    CHECK(item.category == HazardCategory::fire);
    CHECK(item.description.zh == "净宽不足");
    CHECK(item.basis.ratio == 0.845);
    CHECK_FALSE(item.basis.verified);
    CHECK(item.basis.storey.key == "F1");
    CHECK(item.evidence.peak_density == 4.25);
    CHECK(item.estimate->after_s == 40.0);
    REQUIRE(item.gain.size() == 1);
    CHECK_FALSE(item.gain.front().before_median);  // the clock never stopped
    CHECK(item.gain.front().after_median == 200.0);
    CHECK(item.gain.front().evidence == analysis::Evidence::lower);
    CHECK(item.worse == std::vector<std::string>{"peak_density"});
    CHECK(rectification_json(*read.value) == rectification_json(one_item()));
}

TEST_CASE("items.json: another file, a newer one and a damaged one are findings") {
    const TemporaryFolder folder;
    const std::string path = folder.file("items.json");
    const auto finding_of = [&](const std::string& text) {
        write_file(path, text);
        const auto read = read_rectification(path);
        CHECK_FALSE(read);
        return read.findings.empty() ? std::string() : read.findings.front().code;
    };
    CHECK(finding_of("{\"format\": \"muster.plan\"}") == "rectification.not_one");
    CHECK(finding_of("[]") == "rectification.not_one");
    CHECK(finding_of("{\"format\": \"muster.rectification\", \"schema_version\": 2}") == "rectification.newer");
    CHECK_FALSE(finding_of("{\"format\": ").empty());
    write_file(path,
               "{\"format\": \"muster.rectification\", \"schema_version\": 1, \"items\": [{\"id\": \"a\", "
               "\"kind\": \"widen_door\", \"standing\": \"guessed\"}]}");
    const auto damaged = read_rectification(path);
    CHECK_FALSE(damaged);
    CHECK(std::any_of(damaged.findings.begin(), damaged.findings.end(),
                      [](const Finding& f) { return f.code == "json.unknown_word"; }));
}
