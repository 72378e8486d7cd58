// SPDX-License-Identifier: Apache-2.0
#include "sim/flow/hydraulic.h"

#include <algorithm>
#include <numeric>

namespace muster::flow {

namespace {

constexpr double a = 0.266;            // m2/person
constexpr double free_density = 0.54;  // persons/m2
constexpr double free_share = 0.85;    // of k, below free_density
constexpr double metres_per_inch = 0.0254;

double inflow_at(std::span<const Inflow> inflows, double at_s) {
    double sum = 0.0;
    for (const Inflow& f : inflows)
        if (at_s >= f.from_s && at_s < f.from_s + f.lasts_s) sum += f.flow;
    return sum;
}

}  // namespace

double boundary_layer_m(Boundary boundary) {
    switch (boundary) {
        case Boundary::door_jamb:
            return 0.15;
        case Boundary::stair_wall:
            return 0.15;
        case Boundary::handrail:
            return 3.5 * metres_per_inch;
        case Boundary::corridor_wall:
            return 0.20;
        case Boundary::obstacle:
            return 0.10;
    }
    return 0.0;
}

double speed_factor_ms(HydraulicKind kind) {
    switch (kind) {
        case HydraulicKind::level:
            return 1.40;
        case HydraulicKind::stair_75_10:
            return 1.00;
        case HydraulicKind::stair_70_11:
            return 1.08;
        case HydraulicKind::stair_65_12:
            return 1.16;
        case HydraulicKind::stair_65_13:
            return 1.23;
    }
    return 0.0;
}

double hydraulic_speed_ms(HydraulicKind kind, double density) {
    const double k = speed_factor_ms(kind);
    return density < free_density ? free_share * k : std::max(0.0, k * (1.0 - a * density));
}

double specific_flow(HydraulicKind kind, double density) { return hydraulic_speed_ms(kind, density) * density; }

double greatest_specific_flow(HydraulicKind kind) { return 0.25 * speed_factor_ms(kind) / a; }

double effective_width_m(double clear_m, Boundary side) {
    return std::max(0.0, clear_m - 2.0 * boundary_layer_m(side));
}

double passage_time_s(double people, const HydraulicElement& element) { return people / element.capacity(); }

Junction merge(std::span<const double> inflows, const HydraulicElement& into) {
    const double comes = std::accumulate(inflows.begin(), inflows.end(), 0.0);
    Junction out;
    out.passes = std::min(comes, into.capacity());
    out.queue_growth = comes - out.passes;
    for (const double f : inflows) out.parts.push_back(comes > 0.0 ? out.passes * f / comes : 0.0);
    return out;
}

// Inflows are constant between their beginnings and ends: summed exactly, piece by piece.
double queue_length(std::span<const Inflow> inflows, const HydraulicElement& into, double at_s) {
    std::vector<double> edges{0.0, at_s};
    for (const Inflow& f : inflows)
        for (const double t : {f.from_s, f.from_s + f.lasts_s})
            if (t > 0.0 && t < at_s) edges.push_back(t);
    std::sort(edges.begin(), edges.end());
    double queue = 0.0;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const double lasts = edges[i + 1] - edges[i];
        const double comes = inflow_at(inflows, 0.5 * (edges[i] + edges[i + 1]));
        queue = std::max(0.0, queue + (comes - into.capacity()) * lasts);
    }
    return queue;
}

}  // namespace muster::flow
