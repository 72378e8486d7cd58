// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "render/document/csv_writer.h"
#include "render/papers/run_report/tables.h"
#include "tests/support/sample_report.h"

using namespace muster;
using namespace muster::papers;
using namespace muster::testing;

TEST_CASE("CSV opens in Excel and WPS: byte order mark, CRLF, every cell quoted") {
    CHECK(document::csv_text({{"a", "b\"c"}, {"1,2", "x\ny"}}) ==
          "\xEF\xBB\xBF\"a\",\"b\"\"c\"\r\n\"1,2\",\"x\ny\"\r\n");
}

TEST_CASE("The bottleneck table has the columns of form F16 in their order, in both languages") {
    const SampleReport sample(2);
    const std::string zh = bottlenecks_csv(sample.input, text::Lang::zh_cn);
    CHECK(
        zh.rfind("\xEF\xBB\xBF\"排名\",\"部位（楼栋-楼层-构件id）\",\"未撤出（人）\",\"滞留原因\",\"类型\","
                 "\"净宽（m）\",\"需要净宽（m）\",\"比值\","
                 "\"通过人数\",\"峰值密度（人/m²）\",\"峰值时刻（s）\",\"拥堵时长（s，>3.5人/m²）\",\"排队峰值（人）\","
                 "\"平均/最大流量（人/s）\",\"涉及班级\",\"判定\",\"建议\",\"改后预测（Δs）\",\"可信区间（多次随机）\"",
                 0) == 0);
    CHECK(zh.find("样例教学楼 - 一层 - flight [flight]") != zh.npos);
    CHECK(bottlenecks_csv(sample.input, text::Lang::en)
              .find("\"Stair flight\",\"2.00\",\"\",\"\",\"1\",\"4.2\",\"30\"") != std::string::npos);
}

TEST_CASE("The class table gives times from the signal and leaves unknown ones empty") {
    const SampleReport sample(1, 100.0);
    const std::string csv = classes_csv(sample.input, text::Lang::zh_cn);
    CHECK(csv.find("\"1\",\"一层\",\"c1\",\"101教室\",\"2\"") != csv.npos);
    CHECK(csv.find("\"11.0\",\"90.0\",\"112.0\",\"131.0\"") != csv.npos);
    CHECK(csv.find("\"12.0\",\"91.0\",\"113.0\",\"\"") != csv.npos);
}
