// SPDX-License-Identifier: Apache-2.0
// Spaces of one level are disjoint: where two claim the same ground the smaller keeps it. Widths below which this is
// silent, a note or a warning: measured on 70 traced plans, where 95 % of the overlaps were under 0.20 m.
#include <algorithm>
#include <cmath>

#include "floorplans/plan_draft.h"
#include "floorplans/polygon_ops.h"
#include "floorplans/ring_repair.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr double touching_m = 1e-3;  // narrower overlaps are rounding
constexpr double note_m = 0.20;      // up to here a note,
constexpr double warning_m = 0.50;   // up to here a warning, beyond an error
constexpr double same_share = 0.98;  // of the area of both together
constexpr double contained_share = 0.90;
constexpr double max_lost_share = 0.05;  // by falling into pieces

struct Cut {
    std::size_t larger, smaller;
};

class OverlapHealer {
public:
    explicit OverlapHealer(PlanDraft& draft) : draft_(draft), spaces_(draft.building.spaces) {}

    void heal() {
        std::vector<Box> boxes;
        for (const Space& s : spaces_) boxes.push_back(bounds(s.area.outer));
        const BoxIndex index(boxes);
        for (std::size_t i = 0; i < spaces_.size(); ++i) {
            for (const std::size_t j : index.touching(boxes[i])) {
                if (j <= i || spaces_[j].level != spaces_[i].level) continue;
                compare(i, j);
                if (draft_.full()) return;
            }
        }
        std::sort(cuts_.begin(), cuts_.end(), [this](const Cut& a, const Cut& b) {
            return std::pair(a.larger, spaces_[a.smaller].key) < std::pair(b.larger, spaces_[b.smaller].key);
        });
        const std::vector<Space> before = spaces_;
        for (const Cut& cut : cuts_) apply(cut, before[cut.smaller].area);
    }

private:
    [[nodiscard]] bool is_smaller(std::size_t i, std::size_t j) const {
        const double a = area(spaces_[i].area), b = area(spaces_[j].area);
        // Equal to the last digit in one order of vertices may differ in another.
        if (std::abs(a - b) > 1e-6 * std::max(a, b)) return a < b;
        return spaces_[i].key < spaces_[j].key;
    }

    void compare(std::size_t i, std::size_t j) {
        const auto common = intersection(spaces_[i].area, spaces_[j].area);
        const Cut cut = is_smaller(i, j) ? Cut{j, i} : Cut{i, j};
        if (!common) return report(Severity::error, "space.overlap_unclear", cut, {});
        if (widest(*common) < touching_m) return;
        const double shared = total_area(*common), width = widest(*common);
        const double small = area(spaces_[cut.smaller].area), large = area(spaces_[cut.larger].area);
        const FindingArgs args{{"width", short_number(width, 2)}, {"area", short_number(shared, shared < 1.0 ? 3 : 1)}};
        if (shared > same_share * (small + large - shared)) return report(Severity::error, "space.duplicate", cut, {});
        if (shared > contained_share * small) {
            report(Severity::warning, "space.contained", cut, args);
        } else if (width < note_m) {
            report(Severity::note, "space.overlap_healed", cut, args);
        } else if (width < warning_m) {
            report(Severity::warning, "space.overlap_wide", cut, args);
        } else {
            return report(Severity::error, "space.overlap", cut, args);
        }
        cuts_.push_back(cut);
    }

    void apply(const Cut& cut, const Polygon& keeps) {
        Polygon& ground = spaces_[cut.larger].area;
        const double before = area(ground);
        const auto pieces = difference(ground, keeps);
        if (!pieces || pieces->empty()) return report(Severity::error, "space.overlap_unclear", cut, {});
        if (area(ground) - total_area(*pieces) < 0.0) return;
        if (total_area(*pieces) - area(pieces->front()) > max_lost_share * before)
            return report(Severity::error, "space.cut_apart", cut, {});
        const RepairedRing outer = repair_ring(pieces->front().outer);
        Polygon left = outer.polygon;
        for (const Ring& hole : pieces->front().holes) {
            Polygon h = repair_ring(hole).polygon;
            if (h.outer.empty()) continue;
            std::reverse(h.outer.begin() + 1, h.outer.end());
            left.holes.push_back(std::move(h.outer));
        }
        if (left.outer.empty() || !is_valid(left)) return report(Severity::error, "space.overlap_unclear", cut, {});
        ground = std::move(left);
    }

    void report(Severity severity, const char* code, const Cut& cut, FindingArgs args) {
        args.insert(args.begin(), {{"space", spaces_[cut.larger].key}, {"other", spaces_[cut.smaller].key}});
        const bool blame_smaller = std::string_view(code) == "space.contained";
        draft_.report(severity, draft_.space_pointers[blame_smaller ? cut.smaller : cut.larger], code, std::move(args));
    }

    PlanDraft& draft_;
    std::vector<Space>& spaces_;
    std::vector<Cut> cuts_;
};

}  // namespace

void heal_overlaps(PlanDraft& draft) { OverlapHealer(draft).heal(); }

}  // namespace muster::floorplans
