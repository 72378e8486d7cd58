// SPDX-License-Identifier: Apache-2.0
// When smoke and heat detectors and sprinkler links answer, and what a sprinkler does to a fire. CFAST, which calls its
// own detector models very crude: times are good to some ten seconds.
#pragma once

#include <cstddef>

#include "sim/hazards/zone_network.h"

namespace muster::hazards {

enum class DetectorKind : unsigned char { smoke, heat, sprinkler };

struct DetectorSpec {
    DetectorKind kind = DetectorKind::smoke;
    std::size_t zone = 0;
    double distance_m = 3.0;   // from the axis of the fire in its zone
    double height_m = 3.0;     // above the floor
    double set_point = 0.119;  // smoke: optical density, 1/m to base 10; heat, sprinkler: C. 0.119 = 8 %/ft
    double rti = 50.0;         // (m s)^(1/2); heat and sprinkler. 30-50 quick, 100-200 standard
    double spray_m_s = 0.0;    // sprinkler: water per floor area. 7e-5 = 4.2 mm/min
};

class Detector {
public:
    Detector(const DetectorSpec& spec, double ambient_k) : spec_(spec), link_k_(ambient_k) {}

    /// Looks at the network after a step of that length. True at the step when it answers, once.
    bool step(const ZoneNetwork& network, double dt_s);
    [[nodiscard]] bool tripped() const { return tripped_; }
    [[nodiscard]] const DetectorSpec& spec() const { return spec_; }
    [[nodiscard]] double link_k() const { return link_k_; }

private:
    DetectorSpec spec_;
    double link_k_;
    bool tripped_ = false;
};

/// Optical density to base 10, 1/m, of `soot` kg/m3; `flaming` or smouldering (8700 and 4400 m2/kg; CFAST).
[[nodiscard]] double optical_density(double soot_kg_m3, bool flaming = true);
/// Extinction coefficient to base e, 1/m.
[[nodiscard]] double extinction(double soot_kg_m3, bool flaming = true);

/// Seconds in which a sprinkler of that spray density brings a fire down to 1/e: 3 w^-1.8, w in mm/s (Madrzykowski and
/// Vettori 1992, as CFAST uses it).
[[nodiscard]] double sprinkler_decay_s(double spray_m_s);

}  // namespace muster::hazards
