// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "render/document/html.h"
#include "render/document/html_writer.h"
#include "render/papers/run_report/derived.h"
#include "render/papers/run_report/run_report.h"
#include "render/papers/run_report/timeline.h"
#include "tests/support/sample_report.h"

using namespace muster;
using namespace muster::papers;
using namespace muster::testing;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++n;
    return n;
}

std::string html_of(const ReportInput& input, text::Lang lang) {
    return document::document_html(run_report(input, report_maps(input, lang), lang));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("Both languages of the report have the same sections, tables, rows and figures") {
    const SampleReport sample(3);
    const std::string zh = html_of(sample.input, text::Lang::zh_cn), en = html_of(sample.input, text::Lang::en);
    for (const char* part : {"<h2", "<h3", "<table", "<tr", "<td", "<th", "<figure>", "<img", "<li", "class=\"one"})
        CHECK(count(zh, part) == count(en, part));
    CHECK(count(zh, "<figure>") == 5);  // arrival, two storeys, site, flows
    CHECK(has(zh, "<html lang=\"zh-CN\">"));
    CHECK(has(zh, "本报告为疏散演练预演参考,不作为消防设计审查、验收或事故鉴定依据"));
    CHECK(has(zh, "2026年3月7日"));
    CHECK(has(en, "2026-03-07"));
}

TEST_CASE("The report stands alone: it loads nothing from anywhere") {
    const SampleReport sample(1);
    const std::string html = html_of(sample.input, text::Lang::zh_cn);
    CHECK(count(html, "src=") == count(html, "src=\"data:image/png;base64,"));
    CHECK_FALSE(has(html, "http://"));
    CHECK_FALSE(has(html, "https://"));
    CHECK_FALSE(has(html, "<script"));
    CHECK_FALSE(has(html, "<link"));
}

TEST_CASE("Names from files cannot break the page") {
    const SampleReport sample(1);
    const std::string html = html_of(sample.input, text::Lang::en);
    CHECK(has(html, "Sample &lt;drill&gt;"));
    CHECK(has(html, "Room &quot;101&quot; &lt;A&amp;B&gt;"));
    CHECK(has(html, "&lt;assumed&gt;"));
    CHECK_FALSE(has(html, "<drill>"));
    CHECK_FALSE(has(html, "<assumed>"));
}

TEST_CASE("No text of the report is left unfilled or untranslated") {
    const SampleReport sample(2);
    for (const text::Lang lang : text::all_languages) {
        const std::string html = html_of(sample.input, lang);
        const std::string body = html.substr(html.find("<main>"));
        for (const char* prefix : {"report.", "verdict.", "clock.", "guide.", "setting.", "f16.", "class.", "event."})
            CHECK_FALSE(has(body, std::string(">") + prefix));
        CHECK_FALSE(has(body, "{"));
    }
}

TEST_CASE("The verdict counts from the signal and names clock and mode") {
    const SampleReport met(3, 100.0);  // out 101 to 103 s after the start, alarm at 10 s, target 120 s
    CHECK(verdict_of(met.input) == Verdict::met);
    CHECK(signal_s(met.input) == Approx(10.0));
    const std::string html = html_of(met.input, text::Lang::zh_cn);
    CHECK(has(html, "演练模式"));
    CHECK(has(html, "“最后一人出楼”的时钟中位数为信号后 92 秒"));
    CHECK(verdict_of(SampleReport(1, 128.0).input) == Verdict::met);
    CHECK(verdict_of(SampleReport(1, 130.0).input) == Verdict::missed);
    CHECK(verdict_of(SampleReport(3, 128.0).input) == Verdict::met_by_median);
}

TEST_CASE("Somebody left inside in one run outweighs every clock") {
    SampleReport sample(3);
    sample.ensemble.runs[1].people = {3, 2, 1, 1, 0};
    CHECK(verdict_of(sample.input) == Verdict::people_left);
    CHECK(worst_run(sample.ensemble).seed == 2);
    CHECK(has(html_of(sample.input, text::Lang::en), "1 person(s) did not get out"));
    sample.ensemble.runs[1].people = {3, 2, 1, 0, 1};  // arrived where they were to go
    CHECK(verdict_of(sample.input) == Verdict::met);
}

TEST_CASE("A report without trace, density, bottlenecks and clocks still says what there is") {
    SampleReport sample(1);
    sample.input.trace = nullptr;
    sample.input.density.clear();
    sample.input.runs.clear();
    sample.ensemble.bottlenecks.clear();
    sample.ensemble.clocks = {};
    sample.ensemble.runs.front().out_of_building_s.clear();
    for (const text::Lang lang : text::all_languages) CHECK(html_of(sample.input, lang).size() > 10'000);
}

TEST_CASE("Times of a class are those of its last person, and missing when one never came") {
    SampleReport sample(1, 100.0);
    std::vector<ClassTimes> rows = class_times(sample.trace);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].persons == 2);
    CHECK(rows[0].out_of_building == 100.0);
    CHECK(rows[1].at_assembly == 123.0);
    CHECK(rows[0].counted.has_value());
    CHECK_FALSE(rows[1].counted.has_value());
    auto& events = sample.trace.events;
    events.erase(std::remove_if(events.begin(), events.end(),
                                [](const TimedEvent& e) {
                                    const auto* left = std::get_if<PersonLeftBuilding>(&e.event);
                                    return left != nullptr && left->person == PersonId{0};
                                }),
                 events.end());
    CHECK_FALSE(class_times(sample.trace)[0].out_of_building.has_value());
}

TEST_CASE("The course of events is in order and tells firsts and lasts, not everybody") {
    const SampleReport sample(1);
    const std::vector<TimelineRow> rows = timeline(sample.trace, text::Lang::en);
    CHECK(std::is_sorted(rows.begin(), rows.end(),
                         [](const TimelineRow& a, const TimelineRow& b) { return a.time_s < b.time_s; }));
    CHECK(rows.size() == 11);
    CHECK(rows.front().text == "Lights out everywhere: speed falls to 50 %");
}

TEST_CASE("Who goes back in and leaves again counts once among those out of the building") {
    SampleReport sample(1);
    sample.trace.events.push_back({SimTime::from_seconds(150.0), PersonLeftBuilding{PersonId{1}}});
    for (const TimelineRow& row : timeline(sample.trace, text::Lang::en))
        if (row.time_s == 150.0) CHECK(row.text == "Last person out of the building (3 in all)");
}

TEST_CASE("Base64 follows RFC 4648") {
    CHECK(document::base64("") == "");
    CHECK(document::base64("f") == "Zg==");
    CHECK(document::base64("fo") == "Zm8=");
    CHECK(document::base64("foo") == "Zm9v");
    CHECK(document::base64("foobar") == "Zm9vYmFy");
    CHECK(document::base64(std::string("\xff\x00\xfe", 3)) == "/wD+");
}
