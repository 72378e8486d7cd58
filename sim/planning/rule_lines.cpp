// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/rule_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace muster::planning {

namespace {

bool of_one_thing(const ComplianceSubject& s) {
    return s.space.valid() || s.opening.valid() || s.stair.valid() || s.assembly.has_value();
}

// Lines that may be told as one: passed or not judged, for the same reason, in the same building.
bool alike(const ComplianceLine& a, const ComplianceLine& b) {
    return a.verdict == b.verdict && a.measure == b.measure && a.at_most == b.at_most && a.reason == b.reason &&
           a.subject.block == b.subject.block && of_one_thing(a.subject) && of_one_thing(b.subject) &&
           (a.verdict == ComplianceVerdict::pass || a.verdict == ComplianceVerdict::not_judged);
}

}  // namespace

std::string metres_text(double m) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", m);
    return text;
}

RuleLines::RuleLines(const RulePack& pack, std::size_t pack_index, std::size_t rule_index)
    : pack_(pack), rule_(pack.rules[rule_index]) {
    blank_.pack = pack_index;
    blank_.rule = rule_index;
    blank_.pack_key = pack.key;
    blank_.rule_id = rule_.id;
    blank_.clause = rule_.clause;
    blank_.mandatory = rule_.mandatory;
    blank_.verified = rule_.verified;
    blank_.comparison = pack.comparison;
}

ComplianceLine& RuleLines::add(const ComplianceSubject& about, Measure measure) {
    lines_.push_back(blank_);
    lines_.back().subject = about;
    lines_.back().measure = measure;
    return lines_.back();
}

ComplianceLine& RuleLines::at_least(const ComplianceSubject& about, Measure measure, double required, double actual) {
    ComplianceLine& line = add(about, measure);
    line.required = required;
    line.actual = actual;
    line.ratio = required > 0.0 ? actual / required : 0.0;
    line.verdict = actual >= required - rounding ? ComplianceVerdict::pass : ComplianceVerdict::short_of;
    return line;
}

ComplianceLine& RuleLines::at_most(const ComplianceSubject& about, Measure measure, double required, double actual) {
    ComplianceLine& line = add(about, measure);
    line.at_most = true;
    line.required = required;
    line.actual = actual;
    line.ratio = actual > rounding && required > 0.0 ? required / actual : 0.0;
    line.verdict = actual <= required + rounding ? ComplianceVerdict::pass : ComplianceVerdict::short_of;
    return line;
}

ComplianceLine& RuleLines::yes(const ComplianceSubject& about, Measure measure, bool good) {
    ComplianceLine& line = at_least(about, measure, 1.0, good ? 1.0 : 0.0);
    line.ratio = 0.0;
    return line;
}

ComplianceLine& RuleLines::not_judged(const ComplianceSubject& about, Measure measure, std::string reason,
                                      ReasonArgs args) {
    ComplianceLine& line = add(about, measure);
    line.reason = std::move(reason);
    line.reason_args = std::move(args);
    return line;
}

void RuleLines::judge(ComplianceLine& line) const {
    if (line.verdict != ComplianceVerdict::short_of) return;
    const bool far_short = line.major_below && line.actual < *line.major_below - rounding;
    if (rule_.short_is_major || far_short) line.verdict = ComplianceVerdict::major_hazard;
}

void RuleLines::finish(std::vector<ComplianceLine>& out) {
    const std::size_t first = out.size();
    for (ComplianceLine& line : lines_) {
        judge(line);
        const auto same = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                                       [&](const ComplianceLine& l) { return alike(l, line); });
        if (same == out.end()) {
            out.push_back(std::move(line));
            continue;
        }
        const int things = same->things + 1;
        if (line.ratio > 0.0 && (same->ratio <= 0.0 || line.ratio < same->ratio)) *same = std::move(line);
        same->things = things;
    }
    lines_.clear();
}

void RuleContext::assume(const char* code) const {
    if (std::find(assumptions.begin(), assumptions.end(), code) == assumptions.end()) assumptions.emplace_back(code);
}

int RuleContext::fire_grade() const {
    if (site.building.design.fire_grade == 0) assume("compliance.assume.fire_grade");
    return site.fire_grade();
}

bool of_grade(const std::vector<int>& grades, int grade) {
    return std::find(grades.begin(), grades.end(), grade) != grades.end();
}

StageRange stage_range(const std::vector<StageValue>& stages, SchoolStage stage, bool more) {
    StageRange range;
    for (const StageValue& s : stages) {
        const bool counts = s.stage == SchoolStage::not_stated || stage == SchoolStage::not_stated || s.stage == stage;
        if (!counts) continue;
        const auto stricter = [&](const StageValue& a, const StageValue& b) {
            return more ? a.value > b.value : a.value < b.value;
        };
        if (!range.any || stricter(s, range.strict)) range.strict = s;
        if (!range.any || stricter(range.lenient, s)) range.lenient = s;
        range.any = true;
    }
    return range;
}

}  // namespace muster::planning
