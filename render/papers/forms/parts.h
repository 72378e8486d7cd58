// SPDX-License-Identifier: Apache-2.0
// What several forms share; inside render/papers/forms only.
#pragma once

#include "render/papers/forms/forms.h"
#include "render/text/catalogue.h"

namespace muster::papers {

struct FormSheet {
    const FormInput& input;
    const text::Catalogue words;

    FormSheet(const FormInput& from, text::Lang lang) : input(from), words(lang) {}
    [[nodiscard]] text::Lang lang() const { return words.lang(); }
    [[nodiscard]] bool dismissal() const { return world().scenario.mode == RunMode::dismissal; }
    /// At a dismissal in its own words, "ID.dismissal", where it has any: nobody flees, and no alarm sounds.
    [[nodiscard]] std::string say(std::string_view id, const text::TextArgs& args = {}) const;
    [[nodiscard]] const World& world() const { return *input.run->world; }
    [[nodiscard]] const Building& building() const { return world().building; }
    [[nodiscard]] const std::string& name(const Name& n) const { return text::in_language(n, lang()); }
    [[nodiscard]] std::string group(GroupId id) const;
    [[nodiscard]] std::string level_of(SpaceId id) const;
    [[nodiscard]] std::string opening(OpeningId id) const;  // "" = none
    [[nodiscard]] std::string stair(StairId id) const;      // "" = none
    [[nodiscard]] std::string spot(AssemblySpotId id) const;
    [[nodiscard]] const std::string& school() const { return name(building().name); }
    /// The block that a class is in: the site's name without what it says in brackets, as plans do not name blocks.
    [[nodiscard]] std::string block() const;
};

/// "应急疏散演练方案"; of a dismissal "错峰放学…".
[[nodiscard]] std::string title_of(Form form, const text::Catalogue& words, RunMode mode);
/// Title, school and scenario, disclaimer; one empty section of A4.
[[nodiscard]] document::Document new_form(const FormSheet& sheet, Form form, bool landscape = false);
/// A column with its heading from the catalogue: "f2.guide".
[[nodiscard]] document::Column column(const FormSheet& sheet, const char* id, double width,
                                      document::FilledBy by = document::FilledBy::simulator, bool numbers = false);
/// For what classes wait after the order to leave.
enum class Waiting : std::uint8_t { none, class_before, clock };
[[nodiscard]] Waiting waiting_of(const planning::DrillPlan& plan);
/// Of the id of a text: "_free", "_held", "_clock".
[[nodiscard]] const char* ending_of(Waiting waiting);
/// How the scenario releases classes; of a plan by the clock, that.
[[nodiscard]] std::string release_text(const FormSheet& sheet);
/// The target of the last one out, and whose target that is.
[[nodiscard]] std::string target_text(const FormSheet& sheet);        // drill_signals.cpp
[[nodiscard]] document::Table roles_table(const FormSheet& sheet);    // drill_signals.cpp
[[nodiscard]] document::Table signals_table(const FormSheet& sheet);  // drill_signals.cpp
/// Before all else what no paper of a plan may be read without: who does not get out, the danger line
/// (run_report/warning_boxes.h), and the real day where somebody waits.
void put_boxes_first(const FormSheet& sheet, std::vector<document::DocumentBlock>& blocks);
[[nodiscard]] document::Signatures signatures(const FormSheet& sheet);  // made, checked, approved
/// Of what is to be carried out: not approved where a red box stands on it (run_report/warning_boxes.h).
[[nodiscard]] document::Signatures plan_signatures(const FormSheet& sheet);
/// Where the figures come from: runs, seeds, mode, program.
[[nodiscard]] std::string source_note(const FormSheet& sheet);
/// Names of groups after each other, the first `most`.
[[nodiscard]] std::string names_of(const FormSheet& sheet, const std::vector<GroupId>& groups, std::size_t most);

// Tables that F1 holds too.
[[nodiscard]] document::Table class_routes_table(const FormSheet& sheet);  // class_routes.cpp
[[nodiscard]] document::Table posts_table(const FormSheet& sheet);         // posts.cpp
[[nodiscard]] document::Table timeline_table(const FormSheet& sheet);      // drill_timeline.cpp
[[nodiscard]] document::Table roll_call_table(const FormSheet& sheet);     // roll_call.cpp
[[nodiscard]] document::Table clocks_table(const FormSheet& sheet);        // clocks_table.cpp
[[nodiscard]] document::Table variants_table(const FormSheet& sheet);      // comparison.cpp
[[nodiscard]] document::Table widths_table(const FormSheet& sheet);        // widths_table.cpp; pre: there is a check
/// "一层西楼梯口", kind and figures of the worst places, at most `most`.
[[nodiscard]] std::vector<std::string> worst_places(const FormSheet& sheet, std::size_t most);  // bottlenecks.cpp
/// Storeys and the site with the ways of all classes.
[[nodiscard]] std::vector<document::Picture> way_pictures(const FormSheet& sheet);  // way_pictures.cpp

/// Risks in the order of F11: worst level first, then as in the file. F12 and F13 use its numbers.
[[nodiscard]] std::vector<RiskId> risks_in_order(const RiskMap& map);
[[nodiscard]] std::string level_word(const FormSheet& sheet, int level);  // "重大风险（红 R）"
[[nodiscard]] std::string measures_of(const FormSheet& sheet, const Risk& risk);

}  // namespace muster::papers
