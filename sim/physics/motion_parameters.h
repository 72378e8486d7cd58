// SPDX-License-Identifier: Apache-2.0
// Every number of the motion model in one place: steering, patience, shoulder turn, motor and contacts. "Calibrated"
// means: searched against flow through doors (0.7, 1, 2 m) and speed at six densities; "set by hand" means: chosen
// from a few tries on the same cases and on counterflow; "numerical" means: no meaning outside this program.
#pragma once

#include <string_view>
#include <vector>

namespace muster::physics {

struct MotionParameters {
    // --- keeping one's distance to others -----------------------------------------------------------------------
    float gap0_m = 0.20F;     // free gap kept in a queue. Range 0-0.2. Calibrated; at the edge of its range
    float gap_yield = 0.75F;  // share of it given up at full impatience: crowds close up before a door (6-8 persons/m2
                              // at 0.5-1 m). Range 0-1; at 1 arches hold for 10 s. Set by hand
    float headway_s = 0.6F;   // time to the person ahead, same flow. Range 0.3-0.9. Calibrated
    float headway_opp_s = 0.5F;    // the same to an opposing person. Range 0.3-0.9. Set by hand
    float lateral_soft_m = 0.02F;  // how far beyond touching a person still counts. Range 0-0.4. Calibrated
    float lateral_full_m = 0.13F;  // offset below which a person counts fully. Range 0.1-0.4. Calibrated
    float anticipation_s = 0.6F;   // look-ahead on approaching motion. Range 0.6-1.0. Set by hand
    float look_m = 1.6F;           // who is farther off does not count. Set by hand
    float behind_m = 0.15F;        // who is this far behind does not count. Set by hand
    float opposing_cos = -0.2F;    // desired directions with a smaller dot product are opposing. Set by hand
    // --- single file: people told to walk one behind the other ---------------------------------------------------
    float file_gap_m = 0.02F;  // free gap kept, as gap0. Calibrated on the single-file reference of RiMEA 4.1.1 test 16
    float file_headway_s = 1.0F;  // time to the person ahead. Range 0.8-1.2. Calibrated on the same
    float file_half_m = 0.4F;     // who is nearer than this to one's line counts as on it. Set by hand
    // --- walls ---------------------------------------------------------------------------------------------------
    float wall_headway_s = 0.15F;  // time to a wall ahead; short, so that people slide along walls. Set by hand
    // --- choice among eight directions ---------------------------------------------------------------------------
    float angle_cost = 0.05F;   // m/s per rad turned off the desired direction. Range 0.05-0.2. Calibrated
    float inertia = 0.05F;      // share of the speed credited for keeping one's direction. Set by hand
    float right_bonus = 0.2F;   // m/s per rad for turning right while somebody opposes. Range 0-0.2. Set by hand
    float noise_rad = 0.10F;    // slow wandering of the desired direction; up to 3x when impatient. Set by hand
    float noise_hold_s = 0.5F;  // how long one draw of it holds. Set by hand
    // --- patience and the breaking of arches ---------------------------------------------------------------------
    float blocked_share = 0.15F;    // progress below this share of the desired speed is "blocked". Set by hand
    float patience_s = 3.0F;        // time blocked until impatience is full. Set by hand
    float step_back_from = 0.3F;    // impatience from which people step back. Set by hand
    float step_back_chance = 0.6F;  // of each window. Range 0-0.6; at 0 arches last for ever. Set by hand
    float step_back_ms = 0.4F;  // speed of it at full impatience. Range 0.2-0.5; at 0.2 flows of 100 against 100 people
                                // lock in corridors of 1.2 m. Set by hand
    float window_s = 0.8F;      // how long one draw of it holds. Set by hand
    float impatient_share = 0.3F;  // least share of the desired speed wanted when impatient. Set by hand
    float push_share = 0.0F;       // least share of the desired speed wanted always (competitive). Scenario option
    // --- shoulder turn -------------------------------------------------------------------------------------------
    float turn_shrink = 0.3F;  // share of the radius gained by turning sideways. Range 0-0.3. Set by hand
    float turn_gap_m = 0.3F;   // gap to an opposing person at which people turn. Set by hand
    float turn_in_s = 0.3F;    // time to turn. Set by hand
    float turn_out_s = 0.6F;   // time to turn back. Set by hand
    float turn_from = 1.0F;  // impatience from which people turn to slip through, unless they push: this breaks arches
                             // that friction holds. Set by hand
    // --- motor ---------------------------------------------------------------------------------------------------
    float relaxation_s = 0.15F;     // time constant towards the desired velocity. Range 0.1-0.5. Calibrated
    float acceleration_ms2 = 4.0F;  // largest own acceleration (280 N at 70 kg). Set by hand
    // --- contacts ------------------------------------------------------------------------------------------------
    float friction = 0.2F;        // body-body and body-wall. Range 0-0.4; from 0.3 on faster is slower. Set by hand
    float reach_m = 0.03F;        // a contact body exists only nearer than this (+ closing speed): as far as somebody
                                  // who stands comes with the largest acceleration before deciding again. Numerical
    float reach_s = 0.125F;       // of closing speed added to it. Numerical
    int velocity_iterations = 4;  // of the contact solver. Numerical
    int position_iterations = 2;  // of the contact solver. Numerical
    float decide_s = 0.1F;        // between the decisions of one person, whatever the step: half the work of 0.05 s for
                                  // 2-4 % less door flow. Range 0.05-0.1. Numerical
};

struct MotionParameterRow {
    std::string_view name;
    double value;
    std::string_view unit;
    std::string_view source;
};

/// All of them, for reports.
[[nodiscard]] std::vector<MotionParameterRow> parameter_table(const MotionParameters& parameters);

}  // namespace muster::physics
