// SPDX-License-Identifier: Apache-2.0
// The air of a space as it is recorded: the worst of its parts.
#pragma once

namespace muster {

struct SpaceAir {
    float layer_m = 0.0F;  // height of the smoke's lower edge above the floor
    float upper_k = 293.15F, lower_k = 293.15F;
    float extinction_head = 0.0F;  // 1/m at 1.5 m
    float co_ppm_head = 0.0F;
    float dose_head = 0.0F;      // of gas and heat per second at 1.5 m; 1 = half of the people can no longer walk
    float gas_ppm_head = 0.0F;   // of a leaking gas, at 1.5 m
    bool gas_keeps_out = false;  // harmful at once, or near the explosive limit
    bool flashover = false;
};

}  // namespace muster
