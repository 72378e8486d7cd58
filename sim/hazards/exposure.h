// SPDX-License-Identifier: Apache-2.0
// What smoke and heat do to a person: how fast one walks in smoke, how far one sees, and doses that add up until one
// can no longer walk. Sources per function; [unchecked] = quoted from the literature without the document at hand.
#pragma once

#include "sim/model/air.h"
#include "sim/model/fire.h"

namespace muster::hazards {

/// Free speed in smoke / free speed in clear air.
/// frantzich_nilsson: 1 + (beta / alpha) K, alpha 0.706 m/s, beta -0.057 m2/s, at least 0.1 (FDS+Evac guide, eq. 11).
/// jin: 0.83 at K 0.5, 0.46 at 1, straight between, 1 up to 0.26; jin_irritant: 0.36 at 0.5, 1 up to 0.2; both not
/// under 0.3 m/s (as tabulated by Ronchi et al. 2013). fridolf: S / (S + 2), S = 3 / K (Fridolf et al. 2019).
[[nodiscard]] double smoke_speed_factor(SmokeWalking law, double extinction, double free_speed_m_s);

/// How far one sees a wall or a plain sign (3 / K) or a lit one (8 / K), m; at most 1000. Jin 1978.
[[nodiscard]] double visibility_m(double extinction, bool lit = false);

/// Share of the people who turn back when they meet smoke of that density and have another way; 0 at K 0.15, 0.3 at
/// 0.5, 0.6 at 1, 0.9 from 3 on, straight between. Assumption; only the rise with density is from experiments (Bryan
/// 1977).
[[nodiscard]] double turn_back_share(double extinction);

/// Dose of asphyxiant gases per second; 1 = half of the people can no longer walk.
/// purser: Purser's equations as in the FDS+Evac guide (eqs. 12-19). Its printed factor 60 in the dose of low oxygen
/// belongs to seconds; per minute it is 1 / exp(8.13 - 0.54 (20.9 - O2)). Oxygen of 19.5 % and more counts as air.
/// iso_13571: CO / 35000 + HCN^2.36 / 1.2e6, times exp(CO2 / 5) from 2 % CO2 on.
[[nodiscard]] double gas_dose_per_s(DoseModel model, const AirAtHead& air);

/// Dose of heat per second, 1 = pain that stops one: convection through clothes (4.1e8 T^-3.61 min) or on bare skin
/// (5e7 T^-3.4 min), T in C, and radiation (4.2 q^-1.9 min, q in kW/m2, ignored under 2.5). ISO 13571 [unchecked].
/// CFAST's heat dose has (4.2 q)^-1.9 and is not comparable.
[[nodiscard]] double heat_dose_per_s(const AirAtHead& air, bool clothed = true);

}  // namespace muster::hazards
