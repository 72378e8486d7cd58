// SPDX-License-Identifier: Apache-2.0
// An earthquake: how the ground moves, what the building is, and what people were taught.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace muster {

/// Horizontal acceleration of the ground in one direction, evenly spaced in time.
struct GroundMotion {
    double dt_s = 0.02;
    std::vector<double> accel;  // m/s2
};

/// 63 %, 10 %, 2-3 % in 50 years.
enum class QuakeLevel : std::uint8_t { frequent, design, rare };
enum class SiteClass : std::uint8_t { i0, i1, ii, iii, iv };

/// What GB 50011 asks a building to be designed for. [unchecked against the code's text]
struct CodeSpectrum {
    double intensity = 7.0;  // 6, 7, 7.5 (0.15 g), 8, 8.5 (0.30 g), 9
    QuakeLevel level = QuakeLevel::rare;
    int group = 2;  // 1 to 3
    SiteClass site = SiteClass::ii;
};

enum class StructureType : std::uint8_t { rc_frame, rc_frame_infill, reinforced_masonry, masonry };
enum class CodeLevel : std::uint8_t { pre, low, moderate, high };

/// What carries the building.
struct Structure {
    StructureType type = StructureType::rc_frame;
    CodeLevel code = CodeLevel::moderate;
    double period_s = 0.0;  // first period; 0 = from type, height and breadth
    bool operator==(const Structure&) const = default;
};

struct Aftershock {
    double at_s = 0.0;        // from the start of the run
    double magnitudes = 1.0;  // smaller than the main shock
};

struct Earthquake {
    double at_s = 0.0;
    double shelter_s = 60.0;            // without a motion: everybody shelters from at_s on for this long, then leaves
    double door_jam_probability = 0.0;  // without a motion: of each door with a leaf, drawn per seed

    // With a motion: from its own shaking.
    std::optional<CodeSpectrum> spectrum{};        // a motion is drawn to fit it, per seed
    std::shared_ptr<const GroundMotion> record{};  // or this one
    std::string record_file{};                     // as read; "" = no record
    double direction_deg = 0.0;                    // of the motion, from the plan's x axis
    double lead_s = 0.0;                           // early warning before the shaking
    double calm_s = 5.0;                           // without strong shaking until the order to leave
    double trained_share = 1.0;   // of people who shelter at once; others first try to walk; assumption
    bool near_exit_runs = false;  // ground-floor rooms with a door to outdoors leave during the shaking
    bool damage = true;           // false: the drill; the same procedure, nothing breaks
    std::vector<Aftershock> aftershocks{};
    bool draw_aftershocks = false;  // besides, per seed, by Reasenberg and Jones

    [[nodiscard]] bool shakes() const { return spectrum.has_value() || record != nullptr; }
};

}  // namespace muster
