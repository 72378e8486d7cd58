// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/required_width.h"

#include <algorithm>

namespace muster {

namespace {

constexpr double drawn_to_m = 1e-3;  // widths are drawn to the millimetre

struct Asked {
    const Building& building;
    const ComplianceResult& compliance;
    OpeningId opening;
    SpaceId flight;

    // Flights stand on the storey from which they lead up.
    [[nodiscard]] int storey_served() const {
        const int storey = building.level(building.space(flight).level).storey;
        return storey > 0 ? storey + 1 : storey;
    }
    [[nodiscard]] bool in_block_of(const ComplianceLine& line, SpaceId space) const {
        if (!line.subject.block) return true;
        const auto& spaces = compliance.blocks[*line.subject.block].spaces;
        return std::find(spaces.begin(), spaces.end(), space) != spaces.end();
    }
    [[nodiscard]] SpaceId inner_side() const {
        const Opening& o = building.opening(opening);
        return building.space(o.from).outdoor ? o.to : o.from;
    }
    // Lines are about the worst of those that are judged alike.
    [[nodiscard]] bool is_like(OpeningId other) const {
        const Opening &a = building.opening(opening), &b = building.opening(other);
        return a.kind == b.kind && building.space(a.from).use == building.space(b.from).use;
    }
    [[nodiscard]] bool concerned_by(const ComplianceLine& line) const {
        if (line.comparison || line.verdict == ComplianceVerdict::not_judged) return false;
        if (flight.valid())
            return line.measure == Measure::stair_width && line.subject.storey == storey_served() &&
                   in_block_of(line, flight);
        if (building.is_building_exit(opening))
            return line.measure == Measure::exit_width && in_block_of(line, inner_side());
        return line.measure == Measure::door_width && line.subject.opening.valid() && is_like(line.subject.opening);
    }
};

void measure_door(ComplianceLine& line, double width_m) {
    line.actual = width_m;
    line.ratio = width_m / line.required;
    line.verdict = ComplianceVerdict::pass;
    if (width_m < line.required - drawn_to_m) line.verdict = ComplianceVerdict::short_of;
    if (line.major_below && width_m < *line.major_below - drawn_to_m) line.verdict = ComplianceVerdict::major_hazard;
}

}  // namespace

std::optional<ComplianceLine> required_width(const Building& building, const ComplianceResult& compliance,
                                             OpeningId opening, SpaceId flight) {
    const Asked asked{building, compliance, opening, flight};
    const ComplianceLine* most = nullptr;
    for (const ComplianceLine& line : compliance.lines)
        if (asked.concerned_by(line) && (most == nullptr || line.required > most->required)) most = &line;
    if (most == nullptr) return std::nullopt;
    ComplianceLine line = *most;
    if (!is_total(line)) measure_door(line, building.opening(opening).clear_width_m);
    return line;
}

}  // namespace muster
