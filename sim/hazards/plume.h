// SPDX-License-Identifier: Apache-2.0
// The plume over a fire (Heskestad) and the jet it makes under the ceiling (Alpert, Heskestad), as in CFAST.
// Heats in W, lengths in m, temperatures in K.
#pragma once

namespace muster::hazards {

struct FireBase {
    double heat_w = 0.0;       // released
    double convected_w = 0.0;  // of that, into the plume
    double area_m2 = 1.0;
    /// Diameter of a round fire of that area.
    [[nodiscard]] double diameter_m() const;
    /// Froude number of the heat release, Q*.
    [[nodiscard]] double froude(double ambient_k = 293.15) const;
    /// Height of the virtual origin over the fire's base.
    [[nodiscard]] double virtual_origin_m(double ambient_k = 293.15) const;
    /// Mean flame height.
    [[nodiscard]] double flame_m(double ambient_k = 293.15) const;
};

/// kg/s of air that the plume has drawn in up to z_m over the fire's base.
[[nodiscard]] double plume_entrainment(const FireBase& fire, double z_m);
/// K by which its middle is warmer than the air around at z_m over the base; at most 900.
[[nodiscard]] double plume_excess_k(const FireBase& fire, double z_m, double ambient_k, double ambient_density);

struct CeilingJet {
    double gas_k = 293.15;
    double speed_m_s = 0.1;  // CFAST's least
};

/// At a distance from the plume's axis, under a ceiling `ceiling_m` above the fire's base, with a smoke layer from
/// `layer_m` above the base on.
[[nodiscard]] CeilingJet ceiling_jet(const FireBase& fire, double ceiling_m, double layer_m, double distance_m,
                                     double lower_k, double upper_k);

}  // namespace muster::hazards
