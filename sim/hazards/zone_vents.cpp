// SPDX-License-Identifier: Apache-2.0
// What flows through the openings during a step, whose layer it joins, and what it draws along.
#include <algorithm>

#include "sim/hazards/zone_network.h"

namespace muster::hazards {

namespace {

constexpr double shear_share = 0.25;  // of the entrainment of a rising stream, for one that sinks; CFAST

}  // namespace

// No layer gives more in a step than it has: all its streams are then held back alike.
void ZoneNetwork::hold_back(double dt_s) {
    for (auto& h : held_back_) h = {0.0, 0.0};
    for (std::size_t v = 0; v < vents_.size(); ++v)
        for (const SlabFlow& s : slabs_[v].all()) {
            const std::size_t from = s.from == 0 ? vents_[v].a : vents_[v].b;
            if (from != outdoors) held_back_[from][static_cast<std::size_t>(s.layer)] += s.kg_s * dt_s;
        }
    for (std::size_t i = 0; i < held_back_.size(); ++i)
        for (std::size_t k = 0; k < 2; ++k) {
            const double may = std::max(0.0, max_out * layers_[i][k].mass - taken_[i][k]);
            const double wants = held_back_[i][k];
            held_back_[i][k] = wants > may ? may / wants : 1.0;
            taken_[i][k] += std::min(wants, may);
        }
}

void ZoneNetwork::flow_through_vents(double dt_s) {
    hold_back(dt_s);
    for (std::size_t v = 0; v < vents_.size(); ++v) {
        vent_flow_[v] = {0.0, 0.0};
        for (const SlabFlow& s : slabs_[v].all()) {
            vent_flow_[v][static_cast<std::size_t>(s.from)] += s.kg_s;
            pass(vents_[v], s, dt_s);
        }
    }
}

void ZoneNetwork::pass(const ZoneVent& vent, const SlabFlow& flow, double dt_s) {
    const std::size_t from = flow.from == 0 ? vent.a : vent.b, to = flow.from == 0 ? vent.b : vent.a;
    double kg = flow.kg_s * dt_s;
    const double t = flow.temperature;
    SpeciesMass what{};
    if (from != outdoors) {
        const auto k = static_cast<std::size_t>(flow.layer);
        const Layer& source = layers_[from][k];
        kg *= held_back_[from][k];
        what = source.part_of_species(kg / source.mass);
        into_[from][k].add(-kg, t, scaled(what, -1.0));
    } else {
        what = fresh_air(kg);
        account_.add(kg, t, what);
    }
    if (to == outdoors) {
        account_.add(-kg, t, scaled(what, -1.0));
        return;
    }
    const double up = shapes_[to].mixed ? 1.0 : share_into_upper(t, now_[to].lower_k, now_[to].upper_k);
    into_[to][0].add((1.0 - up) * kg, t, scaled(what, 1.0 - up));
    into_[to][1].add(up * kg, t, scaled(what, up));
    if (!shapes_[to].mixed) mix_at_vent(vent, flow, kg, up, dt_s);
}

// A warm stream rises through the lower layer and draws air up; a cold one sinks through the smoke.
void ZoneNetwork::mix_at_vent(const ZoneVent& vent, const SlabFlow& flow, double kg, double up, double dt_s) {
    const std::size_t from = flow.from == 0 ? vent.a : vent.b, to = flow.from == 0 ? vent.b : vent.a;
    const ZoneNow& room = now_[to];
    const double t = flow.temperature, layer = shapes_[to].floor_m + room.layer_m;
    const double density = standard_pressure_pa / gas_constant;
    const double width = vent.shape.width_m * vent.open;
    const double bottom = vent.shape.bottom_m, top = vent.shape.top_m;
    const double layer_from = from == outdoors ? bottom : shapes_[from].floor_m + now_[from].layer_m;
    if (up > 0.0 && t > room.lower_k && flow.height_m < layer) {
        const double rise = layer - std::max(bottom, layer_from);
        move(to, 0, 1,
             spill_entrainment(up * kg / dt_s, t - room.lower_k, room.lower_k, density / room.lower_k, width, rise) *
                 dt_s);
    }
    if (up < 1.0 && t < room.upper_k && flow.height_m > layer) {
        const double sink = (from == outdoors ? top : std::min(top, layer_from)) - std::max(bottom, layer);
        move(to, 1, 0,
             shear_share * spill_entrainment((1.0 - up) * kg / dt_s, room.upper_k - t, t, density / t, width, sink) *
                 dt_s);
    }
}

}  // namespace muster::hazards
