// SPDX-License-Identifier: Apache-2.0
// People who keep together: whoever is ahead of the hindmost slows down.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/engine/run_state.h"

namespace muster::engine {

struct CompanySettings {
    // Slow down when ahead by more than this, m; assumption.
    double ahead_m = 0.3;
    // ... to no less than this share of the slowest one's pace; assumption.
    double min_share = 0.15;
};

class Companies {
public:
    explicit Companies(RunState& run);

    /// Once per decision interval.
    void look_after();
    void keep_together(PersonId person, physics::Intent& intent) const;

private:
    /// As they are at the moment.
    struct Company {
        // Longest way left.
        float hindmost_m = 0.0F;
        // m/s, least free speed.
        float slowest = 1e9F;
    };
    [[nodiscard]] float free_pace(PersonId person) const;

    RunState& run_;
    CompanySettings settings_;
    static constexpr std::uint32_t no_company = 0xffffffffU;
    // Per person.
    std::vector<std::uint32_t> company_of_;
    std::vector<Company> companies_;
};

}  // namespace muster::engine
