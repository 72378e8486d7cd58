// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/hazard_parameters.h"

#include <algorithm>
#include <array>
#include <string>

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/base/constants.h"
#include "sim/engine/damage.h"
#include "sim/engine/jammed_doors.h"
#include "sim/engine/plan_now.h"
#include "sim/engine/room_search.h"
#include "sim/engine/shaking.h"
#include "sim/hazards/fragility.h"
#include "sim/hazards/plan_zones.h"
#include "sim/hazards/shear_building.h"
#include "sim/routing/surroundings.h"

namespace muster::commands {

namespace {

struct Row {
    const char* key;
    double value;
    const char* unit;
    const char* source;
};

template <std::size_t N>
void add(std::vector<papers::ParameterRow>& out, const std::string& kind, const std::array<Row, N>& rows) {
    for (const Row& r : rows)
        out.push_back({kind + "_" + r.key, text::in_all_languages(kind + "." + r.key), text::number_text(r.value, 4),
                       r.unit, text::in_all_languages(r.source)});
}

bool burns(const World& world) {
    const auto& incidents = world.scenario.incidents;
    return std::any_of(incidents.begin(), incidents.end(), [](const TimedIncident& i) {
        const auto* fire = std::get_if<StartFire>(&i.what);
        return fire != nullptr && fire->smoke;
    });
}

void add_smoke(std::vector<papers::ParameterRow>& out) {
    const hazards::ZoneAssumptions z;
    add<11>(out, "smoke",
            {{{"storey_slab", z.storey_slab_m, "m", "parameter.assumed"},
              {"top_height", z.top_height_m, "m", "parameter.assumed"},
              {"door_height", z.door_height_m, "m", "parameter.assumed"},
              {"doorway_height", z.doorway_height_m, "m", "parameter.assumed"},
              {"corridor_cell", z.corridor_cell_m, "m", "parameter.assumed"},
              {"leak", z.leak_m, "m", "parameter.assumed"},
              {"closed_door", z.closed_door, "", "parameter.assumed"},
              {"parapet", z.parapet_m, "m", "parameter.assumed"},
              {"gallery_head", z.gallery_head_m, "m", "parameter.assumed"},
              {"window_breaks", z.window_breaks_k - zero_celsius_k, "°C", "parameter.assumed"},
              {"discharge", hazards::VentShape{}.discharge, "", "parameter.cfast"}}});
}

void add_quake(std::vector<papers::ParameterRow>& out, const World& world) {
    const engine::ShakingSettings shaking;
    const engine::DamageSettings damage;
    const engine::SearchSettings search;
    const hazards::ShearModel model = hazards::shear_model(world.building.structure, {3.6}, 10.0);
    constexpr const char *assumed = "parameter.assumption", *p58 = "parameter.p58", *own = "parameter.own_fit";
    add<25>(out, "quake",
            {{{"yield_drift", model.yield_drift, "-", "parameter.gb50011"},
              {"hardening", model.hardening, "-", assumed},
              {"damping", model.damping, "-", "parameter.gb50011"},
              {"door_jams", hazards::door_jams.median, "-", own},
              {"stair_slight", hazards::stair_damage[0].median, "-", p58},
              {"stair_damaged", hazards::stair_damage[1].median, "-", p58},
              {"stair_closed", hazards::stair_damage[2].median, "-", p58},
              {"glass_falls", hazards::glass_falls.median, "-", p58},
              {"partition", hazards::partition_damage[1].median, "-", p58},
              {"ceiling", hazards::ceiling_falls[1].median, "g", p58},
              {"parapet", hazards::parapet_falls.median, "g", p58},
              {"calm_jma", shaking.calm_jma, "-", assumed},
              {"thrown_jma", shaking.thrown_jma, "-", assumed},
              {"thrown_share", shaking.thrown_share, "-", assumed},
              {"struck_down", damage.struck_down_s, "s", assumed},
              {"dark_factor", damage.dark_factor, "-", assumed},
              {"facade_band", damage.facade_band_m, "m", assumed},
              {"facade_leaves", damage.facade_leaves, "-", assumed},
              {"facade_after", shaking.facade_after_s, "s", assumed},
              {"facade_cost", routing::band_slowness, "-", assumed},
              {"body_share", engine::PlanSettings{}.body_share, "-", assumed},
              {"furniture_friction", damage.furniture_friction, "-", assumed},
              {"strong", engine::ForceSettings{}.strong_kg, "kg", assumed},
              {"helped_up", search.helped_up_s, "s", assumed},
              {"looks_in", search.looks_in_m, "m", assumed}}});
}

}  // namespace

std::vector<papers::ParameterRow> hazard_parameters(const World& world) {
    std::vector<papers::ParameterRow> out;
    if (burns(world)) add_smoke(out);
    if (world.scenario.earthquake && world.scenario.earthquake->shakes()) add_quake(out, world);
    return out;
}

}  // namespace muster::commands
