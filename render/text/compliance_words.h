// SPDX-License-Identifier: Apache-2.0
// Lines of a compliance check in words: what was judged, where, with which numbers.
#pragma once

#include <string>
#include <vector>

#include "render/text/language.h"
#include "sim/planning/compliance.h"

namespace muster::text {

/// "stair_width", "door_width", ...: in files and in the catalogue.
[[nodiscard]] const char* code_of(planning::Measure measure);

/// What the words are about. Nothing is owned.
struct ComplianceText {
    const Building& building;
    const std::vector<planning::RulePack>& packs;
    const planning::ComplianceResult& result;
    Lang lang = Lang::zh_cn;

    [[nodiscard]] const planning::Rule& rule(const planning::ComplianceLine& line) const {
        return packs[line.pack].rules[line.rule];
    }
    [[nodiscard]] std::string verdict(const planning::ComplianceLine& line) const;  // mark and word
    [[nodiscard]] std::string measure(const planning::ComplianceLine& line) const;
    [[nodiscard]] std::string where(const planning::ComplianceLine& line) const;
    [[nodiscard]] std::string key(
        const planning::ComplianceLine& line) const;  // id of the thing in the plan; may be empty
    [[nodiscard]] std::string required(const planning::ComplianceLine& line) const;  // "≥ 2.84 m"; "–" when not judged
    [[nodiscard]] std::string actual(const planning::ComplianceLine& line) const;
    [[nodiscard]] std::string ratio(const planning::ComplianceLine& line) const;  // "0.85"; "" where there is none
    [[nodiscard]] std::string major_line(const planning::ComplianceLine& line) const;
    [[nodiscard]] std::string reading(const planning::ComplianceLine& line) const;
    [[nodiscard]] std::string note(const planning::ComplianceLine& line) const;
    [[nodiscard]] std::string clause(const planning::ComplianceLine& line) const;   // "GB 50099 8.2.3"
    [[nodiscard]] std::string source(const planning::ComplianceLine& line) const;   // of the figure
    [[nodiscard]] std::string checked(const planning::ComplianceLine& line) const;  // against the official text, or not
    [[nodiscard]] std::string people(const planning::ComplianceLine& line) const;
    [[nodiscard]] std::string total() const;  // how many of each verdict
    [[nodiscard]] std::string say(std::string_view id) const;
};

/// Lines of the storeys' total widths, in the order storey, item, code.
[[nodiscard]] std::vector<const planning::ComplianceLine*> storey_widths(const planning::ComplianceResult& result,
                                                                         bool comparison);
/// Other lines than those.
enum class LineKind : std::uint8_t { bad, not_judged, passed };
[[nodiscard]] std::vector<const planning::ComplianceLine*> other_lines(const planning::ComplianceResult& result,
                                                                       LineKind kind);

}  // namespace muster::text
