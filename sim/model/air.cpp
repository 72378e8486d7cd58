// SPDX-License-Identifier: Apache-2.0
#include "sim/model/air.h"

namespace muster {

double& value_of(AirAtHead& air, AirQuantity what) {
    switch (what) {
        case AirQuantity::extinction:
            return air.extinction;
        case AirQuantity::co:
            return air.co_ppm;
        case AirQuantity::co2:
            return air.co2_percent;
        case AirQuantity::oxygen:
            return air.oxygen_percent;
        case AirQuantity::hcn:
            return air.hcn_ppm;
        default:
            return air.temperature_k;
    }
}

}  // namespace muster
