// SPDX-License-Identifier: Apache-2.0
// Sections of the report, in the order they appear; inside render/papers only.
#pragma once

#include <string>

#include "render/papers/run_report/report_input.h"
#include "render/papers/run_report/run_report.h"
#include "render/text/catalogue.h"

namespace muster::papers {

struct ReportPage {
    const ReportInput& input;
    const std::vector<ReportMap>& maps;
    const text::Catalogue& words;
    document::Document& document;
    int figure = 0;          // number of the last figure
    int section = 0;         // number of the last section
    bool landscape = false;  // the paper that blocks go on
    bool turned = false;     // the next block begins a new sheet

    [[nodiscard]] text::Lang lang() const { return words.lang(); }
    [[nodiscard]] std::string say(std::string_view id, const text::TextArgs& args = {}) const {
        return words.text(id, args);
    }
    void add(document::DocumentBlock block);
    /// What follows begins a new sheet: a wide table lies on landscape paper.
    void turn(bool to_landscape);
    void heading(std::string_view id);
    void paragraph(std::string_view id, const text::TextArgs& args = {}, document::Voice voice = document::Voice::body);
    void note(std::string_view id, const text::TextArgs& args = {}) { paragraph(id, args, document::Voice::note); }
    /// With the next number of a figure.
    void picture(std::string png, std::string caption);
    [[nodiscard]] document::Column column(std::string_view id,
                                          document::ColumnLook look = document::ColumnLook::prose) const;
    [[nodiscard]] document::Column numbers(std::string_view id) const;
};

// section_verdict.cpp
void add_title(ReportPage& page);
void add_verdict(ReportPage& page);
// section_bottlenecks.cpp
void add_worst_places(ReportPage& page);
void add_bottleneck_table(ReportPage& page);
// section_pictures.cpp
void add_plans(ReportPage& page);
void add_arrival(ReportPage& page);
void add_flows(ReportPage& page);
// section_course.cpp
void add_classes(ReportPage& page);
void add_events(ReportPage& page);
void add_runs(ReportPage& page);
// section_smoke.cpp; nothing when nothing burnt
void add_smoke(ReportPage& page);
// section_quake.cpp; nothing when nothing shook
void add_quake(ReportPage& page);
// section_compliance.cpp; the widths of the storeys, nothing when the codes were left out
void add_compliance(ReportPage& page);
// section_rescue.cpp; nothing when nobody was left inside
void add_rescue(ReportPage& page);
// section_basis.cpp
void add_settings(ReportPage& page);
void add_parameters(ReportPage& page);
void add_assumptions(ReportPage& page);
void add_reading_guide(ReportPage& page);

/// "3 min 56 s"; "–" when empty.
[[nodiscard]] std::string minutes_text(const text::Catalogue& words, std::optional<double> seconds);
/// "236"; "–" when empty.
[[nodiscard]] std::string seconds_text(std::optional<double> seconds);

}  // namespace muster::papers
