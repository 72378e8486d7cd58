// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/heading.h"

#include <cmath>

namespace muster::analysis {

namespace {

constexpr float step_m = 0.05F;  // less in one sample is shuffling, not walking

}  // namespace

std::vector<float> headings_of(const Trace& trace) {
    const std::size_t people = trace.people.size(), samples = trace.sample_times.size();
    std::vector<float> headings(people * samples, 0.0F);
    for (std::size_t person = 0; person < people; ++person) {
        float heading = 0.0F;
        std::size_t unknown = 0;  // samples before the first step
        bool walked = false;
        for (std::size_t s = 1; s < samples; ++s) {
            const TracePoint &before = trace.sample(s - 1)[person], &now = trace.sample(s)[person];
            const float dx = now.x - before.x, dy = now.y - before.y;
            if (std::hypot(dx, dy) >= step_m) {
                heading = std::atan2(dy, dx);
                if (!walked) unknown = s;
                walked = true;
            }
            headings[s * people + person] = heading;
        }
        if (!walked) continue;
        for (std::size_t s = 0; s < unknown; ++s) headings[s * people + person] = headings[unknown * people + person];
    }
    return headings;
}

}  // namespace muster::analysis
