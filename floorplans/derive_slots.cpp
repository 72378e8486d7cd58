// SPDX-License-Identifier: Apache-2.0
// An opening is the bridge over whatever lies between its two spaces: rays across it find both, and its slot is as deep
// as they are apart and 0.03 m more on either side (so that kinks of a traced wall stay inside the doorway).
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "floorplans/plan_draft.h"
#include "sim/base/number_text.h"
#include "sim/geometry/reach.h"

namespace muster::floorplans {

namespace {

constexpr double overlap_m = 0.03;  // of the slot with either space
constexpr double drawing_slack_m = 0.005;
constexpr double jamb_inset_m = 0.005;  // a jamb may stand on a wall of its space (a flight as wide as its opening)

struct Side {
    int hits = 0;
    double farthest = 0.0;
    std::array<double, 5> ways{};
};

class SlotMaker {
public:
    SlotMaker(PlanDraft& draft, std::size_t index)
        : draft_(draft), opening_(draft.building.openings[index]), pointer_(draft.opening_pointers[index]) {}

    void derive() {
        // Which end of the segment is drawn first must not matter.
        if (dot(perpendicular(opening_.at.direction()), opening_.normal) < 0.0) std::swap(opening_.at.a, opening_.at.b);
        const Side from = side(opening_.from, -1.0 * opening_.normal);
        const Side to = opening_.to.valid() ? side(opening_.to, opening_.normal) : from;
        double thickness = 0.0;
        for (std::size_t i = 0; i < from.ways.size(); ++i)
            thickness = std::max(thickness, from.ways[i] + (opening_.to.valid() ? to.ways[i] : 0.0));
        if (from.hits < 5 || to.hits < 5) return refuse(from, to);
        if (thickness > max_wall_m + drawing_slack_m) return not_adjacent(thickness);
        opening_.depth_from_m = from.farthest + overlap_m;
        opening_.depth_to_m = to.farthest + overlap_m;
    }

private:
    [[nodiscard]] Side side(SpaceId space, Vec2 along) const {
        Side out;
        const double inset = jamb_inset_m / opening_.at.length();
        const std::array<double, 5> shares{inset, 0.25, 0.5, 0.75, 1.0 - inset};
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const Vec2 p = opening_.at.a + shares[i] * (opening_.at.b - opening_.at.a);
            const double way = reach(draft_.building.space(space).area, p, along);
            const bool near = way <= max_wall_m + drawing_slack_m;
            out.ways[i] = near ? way : std::numeric_limits<double>::infinity();
            if (!near) continue;
            ++out.hits;
            out.farthest = std::max(out.farthest, way);
        }
        return out;
    }

    void refuse(const Side& from, const Side& to) {
        const Vec2 middle = opening_.at.middle();
        double gap = 0.0;
        for (const SpaceId s : {opening_.from, opening_.to}) {
            if (!s.valid()) continue;
            const Space& space = draft_.building.space(s);
            const double to_wall = distance_to_boundary(space.area, middle);
            if (contains(space.area, middle) && to_wall > max_wall_m)
                return report("opening.off_wall", {{"space", space.key}, {"distance", short_number(to_wall, 2)}});
            if (!contains(space.area, middle)) gap += to_wall;
        }
        if (gap > max_wall_m || (from.hits == 0 && to.hits == 0)) return not_adjacent(gap);
        report("opening.no_common_wall", names());
    }

    void not_adjacent(double gap) {
        FindingArgs args = names();
        args.emplace_back("distance", short_number(gap, 2));
        report("opening.not_adjacent", std::move(args));
    }

    [[nodiscard]] FindingArgs names() const {
        const Building& b = draft_.building;
        return {{"from", b.space(opening_.from).key},
                {"to", opening_.to.valid() ? b.space(opening_.to).key : "outside"}};
    }

    void report(const char* code, FindingArgs args) {
        args.insert(args.begin(), {"opening", opening_.key});
        draft_.report(Severity::error, pointer_ + "/at", code, std::move(args));
    }

    PlanDraft& draft_;
    Opening& opening_;
    const std::string& pointer_;
};

}  // namespace

void derive_slots(PlanDraft& draft) {
    for (std::size_t i = 0; i < draft.building.openings.size() && !draft.full(); ++i) SlotMaker(draft, i).derive();
}

}  // namespace muster::floorplans
