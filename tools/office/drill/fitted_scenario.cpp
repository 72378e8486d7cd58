// SPDX-License-Identifier: Apache-2.0
// The values of a fit in a scenario: laws shifted and scaled.
#include <algorithm>
#include <cmath>

#include "tools/office/drill/drill_fit.h"

namespace muster::drill {

namespace {

double least_of(const Law& law) {
    if (law.kind == LawKind::constant || law.kind == LawKind::uniform) return law.a + law.shift;
    return law.low;
}

Law shifted(Law law, double by_s) {
    if (law.kind == LawKind::constant) return law.a += by_s, law;
    if (law.kind == LawKind::uniform) return law.a += by_s, law.b += by_s, law;
    law.shift += by_s;
    law.low = std::max(0.0, law.low + by_s);
    law.high += by_s;
    return law;
}

// The law of `factor` times the quantity.
Law scaled(Law law, double factor) {
    switch (law.kind) {
        case LawKind::log_normal:
            law.a += std::log(factor);
            break;
        case LawKind::gamma:
            law.b *= factor;
            break;
        case LawKind::weibull:
            law.a *= factor;
            break;
        case LawKind::constant:
            law.a *= factor;
            break;
        case LawKind::uniform:
        case LawKind::normal:
            law.a *= factor, law.b *= factor;
            break;
    }
    law.shift *= factor;
    law.low *= factor;
    if (law.high < 1e6) law.high *= factor;
    return law;
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
