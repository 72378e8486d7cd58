// SPDX-License-Identifier: Apache-2.0
// What may be wrong with openings that found both of their spaces: a third space or furniture in the way, two of them
// in one place, a step.
#include <algorithm>
#include <cmath>

#include "floorplans/plan_draft.h"
#include "floorplans/polygon_ops.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr double third_space_m = 0.01;    // a slot may touch another space, not enter it
constexpr double slot_overlap_m = 0.035;  // doors in both walls of a corner meet by 0.03 m
constexpr double same_height_m = 0.5;     // a floor this much higher or lower is another storey's
constexpr double step_m = 0.05;           // felt as a step
constexpr double drop_m = 1.0;            // no longer a step
constexpr double min_width_m = 0.5;
constexpr double hindering_share = 0.85;  // of the width left free: more is a note only
constexpr double in_front_m = 0.20;       // furniture nearer to the slot than this blocks it

// How far two convex rings reach into one another (least over the directions of their edges); <= 0: they are apart.
double penetration(const Ring& p, const Ring& q) {
    double least = 1e9;
    for (const Ring* ring : {&p, &q}) {
        for (std::size_t i = 0; i < ring->size(); ++i) {
            const Vec2 n = normalised(perpendicular((*ring)[(i + 1) % ring->size()] - (*ring)[i]));
            double p_low = 1e9, p_high = -1e9, q_low = 1e9, q_high = -1e9;
            for (const Vec2 v : p)
                p_low = std::min(p_low, dot(v - p[0], n)), p_high = std::max(p_high, dot(v - p[0], n));
            for (const Vec2 v : q)
                q_low = std::min(q_low, dot(v - p[0], n)), q_high = std::max(q_high, dot(v - p[0], n));
            least = std::min(least, std::min(p_high, q_high) - std::max(p_low, q_low));
        }
    }
    return least;
}

class SlotChecker {
public:
    explicit SlotChecker(PlanDraft& draft) : draft_(draft), building_(draft.building), near_(space_boxes()) {}

    void check(std::size_t index) {
        const Opening& opening = building_.openings[index];
        pointer_ = draft_.opening_pointers[index];
        check_third_space(opening);
        check_height(opening);
        check_furniture(opening);
        check_neighbours(index);
    }

private:
    [[nodiscard]] std::vector<Box> space_boxes() const {
        std::vector<Box> boxes;
        for (const Space& s : building_.spaces) boxes.push_back(bounds(s.area.outer));
        return boxes;
    }

    void check_third_space(const Opening& opening) {
        const Ring slot = slot_of(opening);
        const double height = building_.height_m(opening.from, opening.at.middle());
        for (const std::size_t i : near_.touching(bounds(slot))) {
            const SpaceId third{i};
            if (opening.joins(third)) continue;
            if (std::abs(building_.height_m(third, opening.at.middle()) - height) > same_height_m) continue;
            const auto common = intersection({slot, {}}, building_.space(third).area);
            if (common && widest(*common) <= third_space_m) continue;
            report(Severity::error, "opening.third_space", opening, {{"space", building_.space(third).key}});
        }
    }

    void check_height(const Opening& opening) {
        if (!opening.to.valid()) return;
        const Vec2 at = opening.at.middle();
        const double step = std::abs(building_.height_m(opening.to, at) - building_.height_m(opening.from, at));
        const bool flight = building_.space(opening.from).flight || building_.space(opening.to).flight;
        if (flight || step <= step_m) return;  // flights have their own check
        report(step > drop_m ? Severity::error : Severity::warning, step > drop_m ? "opening.drop" : "opening.step",
               opening, {{"height", short_number(step, 2)}});
    }

    // Widest part of the opening that nothing stands in, from samples every centimetre.
    [[nodiscard]] double free_width(const Opening& opening, const std::vector<const Obstacle*>& obstacles) const {
        const int samples = std::clamp(static_cast<int>(opening.clear_width_m / 0.01), 2, 1000);
        const double step = opening.clear_width_m / samples;
        double widest_run = 0.0, run = 0.0;
        for (int i = 0; i < samples; ++i) {
            const Vec2 p = opening.at.a + ((i + 0.5) / samples) * (opening.at.b - opening.at.a);
            run = is_free(opening, p, obstacles) ? run + step : 0.0;
            widest_run = std::max(widest_run, run);
        }
        return widest_run;
    }

    [[nodiscard]] static bool is_free(const Opening& opening, Vec2 p, const std::vector<const Obstacle*>& obstacles) {
        const double low = -opening.depth_from_m - in_front_m, high = opening.depth_to_m + in_front_m;
        constexpr int depths = 12;
        for (const Obstacle* o : obstacles)
            for (int k = 0; k <= depths; ++k)
                if (contains(o->outline, p + (low + (high - low) * k / depths) * opening.normal)) return false;
        return true;
    }

    void check_furniture(const Opening& opening) {
        const Ring slot = slot_of(opening);
        const Box zone = grown(bounds(slot), in_front_m);
        std::vector<const Obstacle*> near;
        for (const SpaceId s : {opening.from, opening.to}) {
            if (!s.valid()) continue;
            for (const ObstacleId id : building_.space(s).obstacles) {
                const Box box = bounds(building_.obstacle(id).outline);
                if (box.low.x <= zone.high.x && box.high.x >= zone.low.x && box.low.y <= zone.high.y &&
                    box.high.y >= zone.low.y)
                    near.push_back(&building_.obstacle(id));
            }
        }
        if (near.empty()) return;
        const double left = free_width(opening, near);
        if (left > opening.clear_width_m - 0.03) return;
        const bool shut = left < min_width_m;
        const Severity severity = shut                                             ? Severity::error
                                  : left < hindering_share * opening.clear_width_m ? Severity::warning
                                                                                   : Severity::note;
        report(severity, shut ? "opening.blocked" : "opening.obstructed", opening,
               {{"obstacle", near.front()->key},
                {"width", short_number(opening.clear_width_m)},
                {"left", short_number(left, 2)}});
    }

    void check_neighbours(std::size_t index) {
        const Opening& opening = building_.openings[index];
        const Ring slot = slot_of(opening);
        std::vector<OpeningId> seen;  // two openings may share both spaces
        for (const SpaceId s : {opening.from, opening.to}) {
            if (!s.valid()) continue;
            for (const OpeningId other : building_.space(s).openings) {
                if (other.index() <= index || std::find(seen.begin(), seen.end(), other) != seen.end()) continue;
                if (distance(building_.opening(other).at.middle(), opening.at.middle()) >
                    opening.clear_width_m + building_.opening(other).clear_width_m + 2.0)
                    continue;
                seen.push_back(other);
                if (penetration(slot, slot_of(building_.opening(other))) > slot_overlap_m)
                    report(Severity::error, "opening.slots_overlap", opening,
                           {{"other", building_.opening(other).key}});
            }
        }
    }

    void report(Severity severity, const char* code, const Opening& opening, FindingArgs args) {
        args.insert(args.begin(), {"opening", opening.key});
        draft_.report(severity, pointer_, code, std::move(args));
    }

    PlanDraft& draft_;
    const Building& building_;
    BoxIndex near_;
    std::string pointer_;
};

}  // namespace

void check_slots(PlanDraft& draft) {
    SlotChecker checker(draft);
    for (std::size_t i = 0; i < draft.building.openings.size() && !draft.full(); ++i) checker.check(i);
}

}  // namespace muster::floorplans
