// SPDX-License-Identifier: Apache-2.0
#include "sim/hazards/fragility.h"

#include <cmath>

namespace muster::hazards {

namespace {

struct Row {
    std::array<std::array<double, 4>, 4> median_g;  // per code level: pre, low, moderate, high
    double collapse_share;
};

// HAZUS 6.1 equivalent-PGA medians, g. Where a type has no curve for a level the next lower one stands.
constexpr Row c1_low{{{{.10, .12, .21, .36}, {.12, .15, .27, .45}, {.16, .23, .41, .77}, {.21, .35, .70, 1.37}}}, .13};
constexpr Row c1_mid{{{{.09, .13, .26, .43}, {.12, .17, .32, .54}, {.13, .21, .49, .89}, {.15, .27, .73, 1.61}}}, .10};
constexpr Row c3_low{{{{.10, .14, .21, .35}, {.12, .17, .26, .44}, {.12, .17, .26, .44}, {.12, .17, .26, .44}}}, .15};
constexpr Row rm1_low{{{{.13, .16, .24, .43}, {.16, .20, .29, .54}, {.22, .30, .50, .85}, {.30, .46, .93, 1.57}}}, .13};
constexpr Row rm1_mid{{{{.11, .15, .28, .50}, {.14, .19, .35, .63}, {.18, .26, .51, 1.03}, {.20, .37, .81, 1.90}}},
                      .10};
constexpr Row urm_low{{{{.13, .17, .26, .37}, {.14, .20, .32, .46}, {.14, .20, .32, .46}, {.14, .20, .32, .46}}}, .15};
constexpr Row urm_mid{{{{.09, .13, .21, .38}, {.10, .16, .27, .46}, {.10, .16, .27, .46}, {.10, .16, .27, .46}}}, .15};

const Row& row_of(StructureType type, int storeys) {
    switch (type) {
        case StructureType::rc_frame_infill:
            return c3_low;
        case StructureType::reinforced_masonry:
            return storeys <= 3 ? rm1_low : rm1_mid;
        case StructureType::masonry:
            return storeys <= 2 ? urm_low : urm_mid;
        default:
            return storeys <= 3 ? c1_low : c1_mid;
    }
}

}  // namespace

double Fragility::probability(double demand) const {
    return demand > 0.0 ? 0.5 * std::erfc(-std::log(demand / median) / (beta * std::sqrt(2.0))) : 0.0;
}

BuildingFragility building_fragility(const Structure& structure, int storeys) {
    const Row& row = row_of(structure.type, storeys);
    return {row.median_g[static_cast<std::size_t>(structure.code)], row.collapse_share};
}

}  // namespace muster::hazards
