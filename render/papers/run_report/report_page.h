// SPDX-License-Identifier: Apache-2.0
// Sections of the report, in the order they appear; inside render/papers only.
#pragma once

#include <string>

#include "render/document/html.h"
#include "render/papers/run_report/report_html.h"
#include "render/papers/run_report/report_input.h"
#include "render/text/catalogue.h"

namespace muster::papers {

struct ReportPage {
    const ReportInput& input;
    const std::vector<ReportMap>& maps;
    const text::Catalogue& words;
    document::Html& html;
    int figure = 0;   // number of the last figure
    int section = 0;  // number of the last section

    [[nodiscard]] text::Lang lang() const { return words.lang(); }
    [[nodiscard]] std::string say(std::string_view id, const text::TextArgs& args = {}) const {
        return words.text(id, args);
    }
    void heading(std::string_view id);
    void paragraph(std::string_view id, const text::TextArgs& args = {}, std::string_view style = {});
    void caption(const std::string& text);
};

extern const char* const report_style;  // CSS

// section_verdict.cpp
void write_title(ReportPage& page);
void write_verdict(ReportPage& page);
// section_bottlenecks.cpp
void write_worst_places(ReportPage& page);
void write_bottleneck_table(ReportPage& page);
// section_pictures.cpp
void write_plans(ReportPage& page);
void write_arrival(ReportPage& page);
void write_flows(ReportPage& page);
// section_course.cpp
void write_classes(ReportPage& page);
void write_events(ReportPage& page);
void write_runs(ReportPage& page);
// section_smoke.cpp; nothing when nothing burnt
void write_smoke(ReportPage& page);
// section_quake.cpp; nothing when nothing shook
void write_quake(ReportPage& page);
// section_compliance.cpp; the widths of the storeys, nothing when the codes were left out
void write_compliance(ReportPage& page);
// section_rescue.cpp; nothing when nobody was left inside
void write_rescue(ReportPage& page);
// section_basis.cpp
void write_settings(ReportPage& page);
void write_parameters(ReportPage& page);
void write_assumptions(ReportPage& page);
void write_reading_guide(ReportPage& page);
void write_disclaimer(ReportPage& page);

/// "3 min 56 s"; "–" when empty.
[[nodiscard]] std::string minutes_text(const text::Catalogue& words, std::optional<double> seconds);
/// "236"; "–" when empty.
[[nodiscard]] std::string seconds_text(std::optional<double> seconds);

}  // namespace muster::papers
