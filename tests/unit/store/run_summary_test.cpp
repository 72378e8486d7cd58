// SPDX-License-Identifier: Apache-2.0
#include "tools/store/run_summary.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/sample_report.h"
#include "tests/support/temporary_folder.h"
#include "tools/store/output_file.h"

using namespace muster;
using namespace muster::store;
using namespace muster::testing;
using nlohmann::json;

TEST_CASE("The summary keeps its contract") {
    const SampleReport sample(3);
    const json s = json::parse(summary_json(sample.input));
    CHECK(s["people"]["total"] == 3);
    CHECK(s["people"]["evacuated"] == 3);
    CHECK(s["people"]["inside"] == 0);
    CHECK(s["people"]["incapacitated"] == 0);
    for (const char* clock :
         {"alarm", "last_out_of_room", "last_out_of_building", "last_at_assembly", "roll_call_done"})
        for (const char* part : {"clocks_s", "clocks_s_p5", "clocks_s_p95"}) CHECK(s[part][clock].is_number());
    CHECK(s["clocks_s"]["last_out_of_building"] == Approx(102.0));
    CHECK(s["clocks_s_p95"]["last_out_of_building"] > s["clocks_s_p5"]["last_out_of_building"]);
    REQUIRE(s["runs"].size() == 3);
    CHECK(s["runs"][1]["seed"] == 2);
    CHECK(s["runs"][1]["fingerprint"] == "0123456789abcdef");
    CHECK(s["runs"][1]["simulated_s"] == Approx(200.0));
    CHECK(s["runs"][1]["wall_s"] == Approx(2.0));
    CHECK(s["runs"][1]["real_time_factor"] == Approx(100.0));
    CHECK(s["bottlenecks"].size() == 2);
    CHECK(s["inputs"][0]["sha256"] == std::string(64, 'a'));
    CHECK(s["version"] == "0.1.0");
    CHECK(s["target"]["met"] == true);
    CHECK(s["modes"]["run"] == "drill");
}

TEST_CASE("One run has no percentiles, and a clock that never stopped is null") {
    SampleReport sample(1);
    sample.ensemble.clocks.roll_call_done.reset();
    sample.input.runs.front().wall_s = 0.0;
    const json s = json::parse(summary_json(sample.input));
    CHECK_FALSE(s.contains("clocks_s_p5"));
    CHECK(s["clocks_s"]["roll_call_done"].is_null());
    CHECK(s["runs"][0]["real_time_factor"].is_null());
}

TEST_CASE("The head count is that of the run that left most people inside") {
    SampleReport sample(3);
    sample.ensemble.runs[2].people = {3, 1, 2, 0, 0};
    CHECK(json::parse(summary_json(sample.input))["people"]["inside"] == 2);
}

TEST_CASE("Text that is not UTF-8 does not stop the summary") {
    SampleReport sample(1);
    sample.input.command_line = "run \xff\xfe";
    CHECK(json::parse(summary_json(sample.input)).contains("command_line"));
}

TEST_CASE("bottlenecks.json holds every bottleneck with its flow") {
    const SampleReport sample(1);
    const json j = json::parse(bottlenecks_json(sample.input));
    REQUIRE(j["bottlenecks"].size() == 2);
    CHECK(j["bottlenecks"][0]["place"] == "flight");
    CHECK(j["bottlenecks"][0]["kind"] == "flight");
    CHECK(j["bottlenecks"][0]["flow_per_s"].size() == 4);
    CHECK(j["bottlenecks"][1]["element"] == "opening");
    CHECK(j["bottlenecks"][1]["groups"] == json({"c1", "c2"}));
}

TEST_CASE("What programs read back of a results folder is what was written") {
    const SampleReport sample(3);
    const TemporaryFolder folder;
    write_file(folder.file(summary_file), summary_json(sample.input));
    write_file(folder.file(bottlenecks_file), bottlenecks_json(sample.input));
    const std::string place = std::filesystem::path(folder.file(summary_file)).parent_path().string();
    const auto summary = read_summary(place);
    REQUIRE(summary.whole());
    CHECK(summary.content->head.program == "muster");
    CHECK(summary.content->head.plan == sample.world->building.name);
    CHECK(summary.content->mode == sample.world->scenario.mode);
    CHECK(summary.content->inputs.front().sha256 == sample.input.inputs.front().sha256);
    REQUIRE(summary.content->runs.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const RunRow& row = summary.content->runs[i];
        const analysis::RunAnalysis& run = sample.ensemble.runs[i];
        CHECK(row.facts.seed == sample.input.runs[i].seed);
        CHECK(row.facts.fingerprint == sample.input.runs[i].fingerprint);
        CHECK(row.clocks.last_out_of_building == run.clocks.last_out_of_building);
        CHECK(row.people.evacuated == run.people.evacuated);
        CHECK(row.falls == run.falls);
    }
    const auto rows = read_bottlenecks(place);
    REQUIRE(rows.whole());
    REQUIRE(rows.content->size() == sample.ensemble.bottlenecks.size());
    for (std::size_t i = 0; i < rows.content->size(); ++i) {
        const BottleneckRow& row = (*rows.content)[i];
        const analysis::Bottleneck& b = sample.ensemble.bottlenecks[i];
        CHECK(row.rank == static_cast<int>(i) + 1);
        CHECK((row.element == PlaceElement::opening) == b.opening.valid());
        CHECK(row.figures.kind == b.kind);
        CHECK(row.figures.persons == b.persons);
        CHECK(row.figures.longest_queue == b.longest_queue);
        CHECK(row.groups.size() == b.groups.size());
        CHECK(row.delay_p5.has_value());
    }
}

TEST_CASE("A summary that lacks members is read as far as it goes, and says what it lacks") {
    const TemporaryFolder folder;
    write_file(folder.file(summary_file), R"({"program": "muster", "runs": [{"seed": 4}]})");
    const auto summary = read_summary(std::filesystem::path(folder.file(summary_file)).parent_path().string());
    REQUIRE(summary.content);
    CHECK_FALSE(summary.whole());
    CHECK(summary.content->head.program == "muster");
    REQUIRE(summary.content->runs.size() == 1);
    CHECK(summary.content->runs.front().facts.seed == 4);
}
