// SPDX-License-Identifier: Apache-2.0
// Writing down what a rule finds: verdicts follow from the numbers; what passes alike becomes one line. Internal to
// sim/planning.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/planning/code_site.h"

namespace muster::planning {

inline constexpr double rounding = 1e-6;  // of lengths that were typed in

using ReasonArgs = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] std::string metres_text(double m);  // two decimals, as in a reason's arguments

class RuleLines {
public:
    RuleLines(const RulePack& pack, std::size_t pack_index, std::size_t rule_index);

    /// Judged by its numbers.
    ComplianceLine& at_least(const ComplianceSubject& about, Measure measure, double required, double actual);
    ComplianceLine& at_most(const ComplianceSubject& about, Measure measure, double required, double actual);
    /// 1 = as it should be, 0 = not.
    ComplianceLine& yes(const ComplianceSubject& about, Measure measure, bool good);
    ComplianceLine& not_judged(const ComplianceSubject& about, Measure measure, std::string reason,
                               ReasonArgs args = {});
    /// Appends all to `out`: what falls short by itself, of the rest the worst of each kind and how many it stands for.
    void finish(std::vector<ComplianceLine>& out);

private:
    ComplianceLine& add(const ComplianceSubject& about, Measure measure);
    void judge(ComplianceLine& line) const;

    const RulePack& pack_;
    const Rule& rule_;
    ComplianceLine blank_;
    std::vector<ComplianceLine> lines_;
};

/// What the computations get; each writes the lines of one rule (check_doors.h and its like).
struct RuleContext {
    const CodeSite& site;
    std::vector<std::size_t> blocks;  // that the pack applies to
    RuleLines& lines;
    std::vector<std::string>& assumptions;
    void assume(const char* code) const;
    /// The fire grade, noting when it is assumed.
    [[nodiscard]] int fire_grade() const;
};

/// A row of a table speaks of this fire grade.
[[nodiscard]] bool of_grade(const std::vector<int>& grades, int grade);

/// Least and greatest of what the stages ask: the same when the stage is stated or does not matter.
struct StageRange {
    StageValue strict, lenient;
    bool any = false;
};
/// `more`: larger values are stricter.
[[nodiscard]] StageRange stage_range(const std::vector<StageValue>& stages, SchoolStage stage, bool more);

}  // namespace muster::planning
