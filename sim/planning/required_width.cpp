// SPDX-License-Identifier: Apache-2.0
#include "sim/planning/required_width.h"

#include <algorithm>

#include "sim/planning/rule_lines.h"

namespace muster::planning {

namespace {

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
    // A door that falls short has a line of its own; those that pass alike share the line of one of them.
    [[nodiscard]] bool is_of_door(const ComplianceLine& line) const {
        if (line.measure != Measure::door_width || !line.subject.opening.valid()) return false;
        if (line.subject.opening == opening) return true;
        const Opening &door = building.opening(opening), &other = building.opening(line.subject.opening);
        return line.verdict == ComplianceVerdict::pass && door.clear_width_m >= line.required - rounding &&
               door.kind == other.kind && building.space(door.from).use == building.space(other.from).use;
    }
    [[nodiscard]] bool concerned_by(const ComplianceLine& line) const {
        if (line.comparison || line.verdict == ComplianceVerdict::not_judged) return false;
        if (flight.valid())
            return line.measure == Measure::stair_width && line.subject.storey == storey_served() &&
                   in_block_of(line, flight);
        if (building.is_building_exit(opening))
            return line.measure == Measure::exit_width && in_block_of(line, inner_side());
        return is_of_door(line);
    }
};

}  // namespace

std::optional<ComplianceLine> required_width(const Building& building, const ComplianceResult& compliance,
                                             OpeningId opening, SpaceId flight) {
    const Asked asked{building, compliance, opening, flight};
    const ComplianceLine* most = nullptr;
    for (const ComplianceLine& line : compliance.lines)
        if (asked.concerned_by(line) && (most == nullptr || line.required > most->required)) most = &line;
    if (most == nullptr) return std::nullopt;
    ComplianceLine line = *most;
    if (is_total(line)) return line;
    line.actual = building.opening(opening).clear_width_m;
    line.ratio = line.actual / line.required;
    return line;
}

}  // namespace muster::planning
