// SPDX-License-Identifier: Apache-2.0
// The values of a fit in a scenario: laws shifted and scaled.
#include <algorithm>
#include <cmath>

#include "tools/office/drill/drill_fit.h"

namespace muster::drill {

namespace {

double least_of(const Distribution& distribution) {
    if (distribution.kind == DistributionKind::constant || distribution.kind == DistributionKind::uniform)
        return distribution.a + distribution.shift;
    return distribution.low;
}

Distribution shifted(Distribution distribution, double by_s) {
    if (distribution.kind == DistributionKind::constant) return distribution.a += by_s, distribution;
    if (distribution.kind == DistributionKind::uniform)
        return distribution.a += by_s, distribution.b += by_s, distribution;
    distribution.shift += by_s;
    distribution.low = std::max(0.0, distribution.low + by_s);
    distribution.high += by_s;
    return distribution;
}

// The law of `factor` times the quantity.
Distribution scaled(Distribution distribution, double factor) {
    switch (distribution.kind) {
        case DistributionKind::log_normal:
            distribution.a += std::log(factor);
            break;
        case DistributionKind::gamma:
            distribution.b *= factor;
            break;
        case DistributionKind::weibull:
            distribution.a *= factor;
            break;
        case DistributionKind::constant:
            distribution.a *= factor;
            break;
        case DistributionKind::uniform:
        case DistributionKind::normal:
            distribution.a *= factor, distribution.b *= factor;
            break;
    }
    distribution.shift *= factor;
    distribution.low *= factor;
    if (distribution.high < 1e6) distribution.high *= factor;
    return distribution;
}

}  // namespace

FitBounds bounds_of(const Scenario& scenario) {
    FitBounds bounds;
    double least = 30.0;
    for (const Group& group : scenario.population.groups)
        if (group.sets_off_s < 0.0) least = std::min(least, least_of(group.pre_movement));
    bounds.delay_low_s = -std::max(0.0, least);
    return bounds;
}

Scenario fitted_scenario(Scenario scenario, double delay_s, double speed, const std::string& source) {
    for (Group& group : scenario.population.groups)
        if (group.sets_off_s < 0.0) group.pre_movement = shifted(group.pre_movement, delay_s);
    if (speed == 1.0) return scenario;
    for (Profile& profile : scenario.population.profiles) {
        profile.free_speed = scaled(profile.free_speed, speed);
        profile.source += (profile.source.empty() ? "" : "; ") + source;
    }
    return scenario;
}

}  // namespace muster::drill
