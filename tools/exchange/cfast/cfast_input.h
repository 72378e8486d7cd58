// SPDX-License-Identifier: Apache-2.0
// A CFAST 7/8 input file (.in) as one of our networks: what we check our own model against, and what an engineer may
// hand us. Of CFAST's records it reads INIT, MISC, MATL, COMP, VENT (WALL and MECHANICAL), FIRE, CHEM, TABL and DEVC.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/hazards/zone_network.h"

namespace muster::cfast {

struct CfastFireTable {
    std::vector<double> time_s, heat_w, height_m, area_m2, co, soot, hcn, trace;
};

struct CfastDevice {
    std::string id;
    std::string type;  // SMOKE_DETECTOR, HEAT_DETECTOR, SPRINKLER, PLATE, CYLINDER
    std::size_t zone = 0;
    double x = 0.0, y = 0.0, z = 0.0;  // m, in the room
    double setpoint = 0.0;             // % per m, or C
    double rti = 100.0;                // (m s)^(1/2)
    double spray_m_s = 0.0;
};

struct CfastModel {
    hazards::ZoneSettings settings;
    double simulated_s = 0.0;
    std::vector<std::string> zone_names;
    std::vector<hazards::ZoneShape> zones;
    std::vector<hazards::ZoneVent> vents;
    std::vector<std::string> vent_names;
    struct Schedule {
        std::vector<double> time_s, fraction;  // both empty = always in full
        [[nodiscard]] double at(double when_s) const;
    };
    std::vector<Schedule> vent_schedules;
    std::vector<hazards::Exhaust> exhausts;   // between a room and outdoors
    std::vector<Schedule> exhaust_schedules;  // beside exhausts
    std::vector<hazards::ZoneFire> fires;
    std::vector<CfastFireTable> tables;  // beside fires
    struct Spot {
        double x = 0.0, y = 0.0;
    };
    std::vector<Spot> fire_spots;
    std::vector<CfastDevice> devices;
    std::vector<std::string> left_out;  // records that were not understood, one line each

    [[nodiscard]] hazards::ZoneNetwork network() const { return {zones, vents, fires, exhausts, settings}; }
    /// Sets fires, vents and exhausts of `network` to what the file says for this time.
    void set(hazards::ZoneNetwork& network, double time_s) const;
};

/// Throws std::runtime_error naming the line when a record cannot be used.
[[nodiscard]] CfastModel read_cfast_input(std::string_view text);

}  // namespace muster::cfast
