// SPDX-License-Identifier: Apache-2.0
#include "sim/physics/motion_parameters.h"

namespace muster::physics {

namespace {

constexpr std::string_view calibrated = "calibrated on door flow and speed-density experiments";
constexpr std::string_view by_hand = "set by hand on door flow, speed-density and counterflow cases";
constexpr std::string_view in_file = "calibrated on single-file speed and density (RiMEA 4.1.1 test 16)";
constexpr std::string_view numerical = "numerical";
constexpr std::string_view option = "scenario option";

}  // namespace

std::vector<MotionParameterRow> parameter_table(const MotionParameters& p) {
    return {
        {"gap0", double{p.gap0_m}, "m", calibrated},
        {"gap_yield", double{p.gap_yield}, "-", by_hand},
        {"headway", double{p.headway_s}, "s", calibrated},
        {"headway_opp", double{p.headway_opp_s}, "s", by_hand},
        {"lateral_soft", double{p.lateral_soft_m}, "m", calibrated},
        {"lateral_full", double{p.lateral_full_m}, "m", calibrated},
        {"anticipation", double{p.anticipation_s}, "s", by_hand},
        {"look", double{p.look_m}, "m", by_hand},
        {"behind", double{p.behind_m}, "m", by_hand},
        {"opposing_cos", double{p.opposing_cos}, "-", by_hand},
        {"file_gap", double{p.file_gap_m}, "m", in_file},
        {"file_headway", double{p.file_headway_s}, "s", in_file},
        {"file_half", double{p.file_half_m}, "m", by_hand},
        {"wall_headway", double{p.wall_headway_s}, "s", by_hand},
        {"angle_cost", double{p.angle_cost}, "m/s/rad", calibrated},
        {"inertia", double{p.inertia}, "-", by_hand},
        {"right_bonus", double{p.right_bonus}, "m/s/rad", by_hand},
        {"noise", double{p.noise_rad}, "rad", by_hand},
        {"noise_hold", double{p.noise_hold_s}, "s", by_hand},
        {"blocked_share", double{p.blocked_share}, "-", by_hand},
        {"patience", double{p.patience_s}, "s", by_hand},
        {"step_back_from", double{p.step_back_from}, "-", by_hand},
        {"step_back_chance", double{p.step_back_chance}, "-", by_hand},
        {"step_back_speed", double{p.step_back_ms}, "m/s", by_hand},
        {"window", double{p.window_s}, "s", by_hand},
        {"impatient_share", double{p.impatient_share}, "-", by_hand},
        {"push_share", double{p.push_share}, "-", option},
        {"turn_shrink", double{p.turn_shrink}, "-", by_hand},
        {"turn_gap", double{p.turn_gap_m}, "m", by_hand},
        {"turn_in", double{p.turn_in_s}, "s", by_hand},
        {"turn_out", double{p.turn_out_s}, "s", by_hand},
        {"turn_from", double{p.turn_from}, "-", by_hand},
        {"relaxation", double{p.relaxation_s}, "s", calibrated},
        {"acceleration", double{p.acceleration_ms2}, "m/s2", by_hand},
        {"friction", double{p.friction}, "-", option},
        {"reach", double{p.reach_m}, "m", numerical},
        {"reach_time", double{p.reach_s}, "s", numerical},
        {"velocity_iterations", static_cast<double>(p.velocity_iterations), "-", numerical},
        {"position_iterations", static_cast<double>(p.position_iterations), "-", numerical},
        {"decide_interval", double{p.decide_s}, "s", numerical},
    };
}

}  // namespace muster::physics
