// SPDX-License-Identifier: Apache-2.0
// Are the coordinates metres? Nothing is rescaled silently; the factor that would make the rooms ordinary is offered.
#include <algorithm>
#include <array>
#include <cmath>

#include "floorplans/plan_draft.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

// Median classroom of 48 traced schools with a believable scale: 40 to 110 m2, most about 67.
constexpr double small_classroom_m2 = 40.0, usual_classroom_m2 = 67.0, large_classroom_m2 = 110.0;
constexpr double impossible_times = 4.0;  // the limits, squared away from a matter of taste
constexpr double large_extent_m = 400.0, impossible_extent_m = 1000.0, small_extent_m = 5.0;
constexpr std::size_t enough_rooms = 3;

// A unit somebody may have drawn in (cm, mm, inch, foot, half-size, ...), or the plain factor.
double likely_factor(double factor) {
    for (const double unit : {0.001, 0.01, 0.0254, 0.1, 0.3048, 10.0, 100.0, 1000.0})
        if (factor > unit / 1.5 && factor < unit * 1.5) return unit;
    return factor;
}

// The unit that makes a building of `extent` an ordinary one; feet before centimetres, inches and millimetres.
double factor_for_extent(double extent) {
    constexpr double min_m = 8.0, max_m = 250.0, usual_m = 60.0;
    for (const double unit : {0.3048, 0.01, 0.0254, 0.001, 10.0, 100.0, 1000.0})
        if (extent * unit > min_m && extent * unit < max_m) return unit;
    return usual_m / extent;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void report(PlanDraft& draft, Severity severity, const char* code, double size, double factor) {
    draft.report(severity, "/spaces", code, {{"size", short_number(size, 1)}, {"factor", short_number(factor, 4)}});
}

}  // namespace

void check_scale(PlanDraft& draft) {
    std::vector<double> classrooms;
    Ring corners;
    for (const Space& s : draft.building.spaces) {
        if (s.use == SpaceUse::classroom) classrooms.push_back(area(s.area));
        if (s.outdoor) continue;
        const Box box = bounds(s.area.outer);
        corners.insert(corners.end(), {box.low, box.high});
    }
    if (corners.empty()) return;
    if (classrooms.size() >= enough_rooms) {
        const double m2 = median(classrooms), factor = likely_factor(std::sqrt(usual_classroom_m2 / m2));
        const bool wrong = m2 < small_classroom_m2 / impossible_times || m2 > large_classroom_m2 * impossible_times;
        if (m2 < small_classroom_m2 || m2 > large_classroom_m2)
            return report(draft, wrong ? Severity::error : Severity::warning, "plan.classroom_size", m2, factor);
    }
    const Box all = bounds(corners);
    const double extent = std::max(all.high.x - all.low.x, all.high.y - all.low.y);
    if (extent > large_extent_m) {
        report(draft, extent > impossible_extent_m ? Severity::error : Severity::warning, "plan.scale_suspect", extent,
               factor_for_extent(extent));
    } else if (extent < small_extent_m && corners.size() / 2 >= enough_rooms) {
        report(draft, Severity::warning, "plan.scale_suspect", extent, factor_for_extent(extent));
    }
}

}  // namespace muster::floorplans
