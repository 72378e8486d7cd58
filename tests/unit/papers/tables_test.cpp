// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "render/document/csv_writer.h"
#include "render/papers/run_report/summary.h"
#include "render/papers/run_report/tables.h"
#include "tests/support/sample_report.h"

using namespace muster;
using namespace muster::papers;
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

TEST_CASE("CSV opens in Excel and WPS: byte order mark, CRLF, every cell quoted") {
    CHECK(document::csv_text({{"a", "b\"c"}, {"1,2", "x\ny"}}) ==
          "\xEF\xBB\xBF\"a\",\"b\"\"c\"\r\n\"1,2\",\"x\ny\"\r\n");
}

TEST_CASE("The bottleneck table has the columns of form F16 in their order, in both languages") {
    const SampleReport sample(2);
    const std::string zh = bottlenecks_csv(sample.input, text::Lang::zh_cn);
    CHECK(
        zh.rfind("\xEF\xBB\xBF\"排名\",\"部位（楼栋-楼层-构件id）\",\"类型\",\"净宽（m）\",\"需要净宽（m）\",\"比值\","
                 "\"通过人数\",\"峰值密度（人/m²）\",\"峰值时刻（s）\",\"拥堵时长（s，>3.5人/m²）\",\"排队峰值（人）\","
                 "\"平均/最大流量（人/s）\",\"涉及班级\",\"判定\",\"建议\",\"改后预测（Δs）\",\"可信区间（多次随机）\"",
                 0) == 0);
    CHECK(zh.find("样例教学楼 - 一层 - flight [flight]") != zh.npos);
    CHECK(bottlenecks_csv(sample.input, text::Lang::en)
              .find("\"Stair flight\",\"2.00\",\"\",\"\",\"1\",\"4.2\",\"30\"") != std::string::npos);
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

TEST_CASE("The class table gives times from the signal and leaves unknown ones empty") {
    const SampleReport sample(1, 100.0);
    const std::string csv = classes_csv(sample.input, text::Lang::zh_cn);
    CHECK(csv.find("\"1\",\"一层\",\"c1\",\"101教室\",\"2\"") != csv.npos);
    CHECK(csv.find("\"11.0\",\"90.0\",\"112.0\",\"131.0\"") != csv.npos);
    CHECK(csv.find("\"12.0\",\"91.0\",\"113.0\",\"\"") != csv.npos);
}
