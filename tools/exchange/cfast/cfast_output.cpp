// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/cfast/cfast_output.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdio>

#include "sim/hazards/design_fire.h"
#include "sim/hazards/plan_zones.h"
#include "sim/model/plain_names.h"

namespace muster::cfast {

namespace {

[[gnu::format(printf, 1, 2)]] std::string format(const char* pattern, ...) {
    std::array<char, 1024> buffer{};
    va_list arguments;
    va_start(arguments, pattern);
    const int n = std::vsnprintf(buffer.data(), buffer.size(), pattern, arguments);
    va_end(arguments);
    return {buffer.data(), static_cast<std::size_t>(std::clamp(n, 0, static_cast<int>(buffer.size()) - 1))};
}

/// Fans stop against no pressure of a fire: as ours, which move their volume whatever the room does. Pa
constexpr double fan_fades_pa = 10000.0, fan_stops_pa = 20000.0;

class CfastWriter {
public:
    explicit CfastWriter(const World& world)
        : world_(world),
          zones_(world.building),
          space_names_(plain_names(keys_of(world.building.spaces))),
          fixture_names_(plain_names(keys_of(world.building.fixtures))) {}

    CfastExport write() {
        const double end_s = world_.scenario.run.max_s;
        line(format("&HEAD VERSION = 7700, TITLE = 'Muster %s' /", plain_name(world_.scenario.key).c_str()));
        line(format("&TIME SIMULATION = %.0f PRINT = 60 SMOKEVIEW = 60 SPREADSHEET = 5 /", end_s));
        line("&INIT PRESSURE = 101325 RELATIVE_HUMIDITY = 50 INTERIOR_TEMPERATURE = 20 EXTERIOR_TEMPERATURE = 20 /");
        line("&MISC LOWER_OXYGEN_LIMIT = 0.15 /");
        remember_names();
        material("BRICK", hazards::brick_wall());
        material("CONC", hazards::concrete_slab());
        for (std::size_t z = 0; z < zones_.shapes().size(); ++z) compartment(z);
        for (std::size_t v = 0; v < zones_.vents().size(); ++v) vent(v);
        for (const TimedIncident& i : world_.scenario.incidents) {
            if (const auto* exhaust = std::get_if<StartExhaust>(&i.what)) draw_off(*exhaust, i.at_s);
            if (const auto* fire = std::get_if<StartFire>(&i.what); fire != nullptr && fire->smoke)
                burn(*fire, i.at_s, end_s);
        }
        for (std::size_t f = 0; f < world_.building.fixtures.size(); ++f) device(f);
        line("&TAIL /");
        return std::move(out_);
    }

private:
    void line(const std::string& text) { out_.text += text + '\n'; }

    // What is not a record is a remark to CFAST.
    void remember_names() {
        const auto& spaces = world_.building.spaces;
        for (std::size_t i = 0; i < spaces.size(); ++i)
            if (!spaces[i].outdoor && space_names_[i] != plain_name(spaces[i].key))
                line("! " + space_names_[i] + " = " + spaces[i].key);
    }
    void material(const char* id, const hazards::WallMaterial& m) {
        line(
            format("&MATL ID = '%s' MATERIAL = '%s', CONDUCTIVITY = %g DENSITY = %g SPECIFIC_HEAT = %g, THICKNESS = %g "
                   "EMISSIVITY = %g /",
                   id, id, m.conductivity, m.density, m.specific_heat / 1000.0, m.thickness_m, m.emissivity));
    }
    [[nodiscard]] std::string name_of(std::size_t zone) const {
        if (zone == hazards::outdoors) return "OUTSIDE";
        const SpaceId space = zones_.space_of_zone()[zone];
        const auto cells = zones_.zones_of(space);
        std::string name = space_names_[space.index()];
        if (cells.size() > 1) name += "_cell" + std::to_string(zone - cells.front() + 1);
        return name;
    }
    /// Sides of a rectangle with the zone's area and, as far as there is one, its perimeter.
    [[nodiscard]] static std::array<double, 2> sides(const hazards::ZoneShape& z) {
        const double half = 0.25 * z.perimeter_m, root = half * half - z.floor_area_m2;
        const double w = root > 0.0 ? half + std::sqrt(root) : std::sqrt(z.floor_area_m2);
        return {w, z.floor_area_m2 / w};
    }
    /// Of a place in the plan: in the rectangle of its zone, as far along either side as it is in the plan.
    [[nodiscard]] Vec2 place(SpaceId space, Vec2 at) const {
        const auto [width, depth] = sides(zones_.shapes()[zones_.zone_at(space, at)]);
        const Vec2 share = zones_.share_at(space, at);
        return {width * share.x, depth * share.y};
    }
    void compartment(std::size_t zone) {
        const hazards::ZoneShape& z = zones_.shapes()[zone];
        const auto [width, depth] = sides(z);
        // Side by side, so that nothing overlaps in Smokeview.
        line(format(
            "&COMP ID = '%s' WIDTH = %.3f DEPTH = %.3f HEIGHT = %.3f CEILING_MATL_ID = 'CONC' WALL_MATL_ID = "
            "'BRICK' FLOOR_MATL_ID = 'CONC' ORIGIN = %.3f, 0.000, %.3f GRID = 10,10,10%s /",
            name_of(zone).c_str(), width, depth, z.height_m, next_x_, z.floor_m, z.mixed ? " SHAFT = .TRUE." : ""));
        next_x_ += width + 1.0;
        ++out_.compartments;
    }
    void vent(std::size_t index) {
        const hazards::ZoneVent& v = zones_.vents()[index];
        const double width = v.shape.width_m * v.open;
        if (width <= 0.0) return;
        const bool swap = v.a == hazards::outdoors;  // the first compartment gives the heights their zero
        const std::size_t first = swap ? v.b : v.a, second = swap ? v.a : v.b;
        const double floor = zones_.shapes()[first].floor_m;
        line(
            format("&VENT TYPE = 'WALL' ID = 'V%zu' COMP_IDS = '%s' '%s' BOTTOM = %.3f TOP = %.3f WIDTH = %.4f FACE = "
                   "'FRONT' OFFSET = 0 /",
                   index + 1, name_of(first).c_str(), name_of(second).c_str(), v.shape.bottom_m - floor,
                   v.shape.top_m - floor, width));
        ++out_.vents;
    }
    // As FireSmoke::start_exhaust(): from under the ceiling, an equal share from each part of a long corridor.
    void draw_off(const StartExhaust& exhaust, double at_s) {
        const auto zones = zones_.zones_of(exhaust.space);
        if (zones.empty()) out_.left_out.push_back(world_.building.space(exhaust.space).key);
        const double side_m = hazards::Exhaust{}.grille_m, area_m2 = side_m * side_m;
        for (const std::size_t zone : zones) {
            const double ceiling = zones_.shapes()[zone].height_m;
            line(
                format("&VENT TYPE = 'MECHANICAL' ID = 'E%d' COMP_IDS = '%s' 'OUTSIDE' AREAS = %g, %g HEIGHTS = %.3f, "
                       "%.3f ORIENTATIONS = 'VERTICAL', 'VERTICAL' OFFSETS = 0, 0 FLOW = %g CUTOFFS = %g, %g "
                       "CRITERION = 'TIME' T = %s F = %s FILTER_TIME = 0 FILTER_EFFICIENCY = 0 /",
                       ++out_.exhausts, name_of(zone).c_str(), area_m2, area_m2, ceiling, ceiling,
                       exhaust.flow_m3_s / static_cast<double>(zones.size()), fan_fades_pa, fan_stops_pa,
                       at_s > 0.0 ? format("0, %.2f, %.2f", at_s, at_s + 1.0).c_str() : "0, 1",
                       at_s > 0.0 ? "0, 0, 1" : "1, 1"));
        }
    }
    void burn(const StartFire& fire, double at_s, double end_s) {
        const auto [space, spot] = hazards::place_of(world_, fire);
        const Space& room = world_.building.space(space);
        const std::size_t zone = zones_.zone_at(space, spot);
        if (zone == hazards::outdoors) {
            out_.left_out.push_back(room.key);
            return;
        }
        const DesignFire design = fire.fire ? *fire.fire : hazards::design_fire_for(room.use, area(room.area));
        const hazards::Fuel fuel = hazards::fuel_of(design.fuel, false);
        const Vec2 at = place(space, spot);
        const std::string id = "F" + std::to_string(++out_.fires);
        line(format("&FIRE ID = '%s' COMP_ID = '%s', FIRE_ID = '%s_Fire' LOCATION = %.3f, %.3f /", id.c_str(),
                    name_of(zone).c_str(), id.c_str(), at.x, at.y));
        line(
            format("&CHEM ID = '%s_Fire' CARBON = %g CHLORINE = 0 HYDROGEN = %g NITROGEN = %g OXYGEN = %g "
                   "HEAT_OF_COMBUSTION = %g RADIATIVE_FRACTION = %g /",
                   id.c_str(), fuel.carbon, fuel.hydrogen, fuel.nitrogen, fuel.oxygen_atoms,
                   fuel.heat_of_combustion / 1000.0, fuel.radiative_share));
        line(
            format("&TABL ID = '%s_Fire' LABELS = 'TIME', 'HRR' , 'HEIGHT' , 'AREA' , 'CO_YIELD' , 'SOOT_YIELD' , "
                   "'HCN_YIELD' , 'HCL_YIELD' , 'TRACE_YIELD' /",
                   id.c_str()));
        constexpr double step_s = 20.0;
        double burnt_j = 0.0;
        for (double t = 0.0; t <= end_s; t += step_s) {
            const double w = hazards::heat_release_w(design, t - at_s, burnt_j);
            burnt_j += w * step_s;
            const double share = design.peak_kw > 0.0 ? std::min(1.0, w / (1000.0 * design.peak_kw)) : 0.0;
            line(format("&TABL ID = '%s_Fire', DATA = %.1f, %.3f, 0.0, %.3f, %g, %g, %g, 0, 0 /", id.c_str(), t,
                        w / 1000.0, std::max(0.1, design.area_m2 * share), fuel.yield_co, fuel.yield_soot,
                        fuel.yield_hcn));
        }
    }
    void device(std::size_t index) {
        const Fixture& f = world_.building.fixtures[index];
        const bool smoke = f.kind == FixtureKind::smoke_detector, heat = f.kind == FixtureKind::heat_detector;
        if (!smoke && !heat && f.kind != FixtureKind::sprinkler) return;
        const std::size_t zone = zones_.zone_at(f.space, f.at);
        if (zone == hazards::outdoors) return;
        const Vec2 at = place(f.space, f.at);
        const double z = zones_.shapes()[zone].height_m - 0.05;
        const std::string place =
            format("COMP_ID = '%s' LOCATION = %.3f, %.3f, %.3f", name_of(zone).c_str(), at.x, at.y, z);
        const std::string& id = fixture_names_[index];
        if (smoke)
            line(format("&DEVC ID = '%s' %s TYPE = 'SMOKE_DETECTOR' SETPOINT = 23.93 /", id.c_str(), place.c_str()));
        else if (heat)
            line(format("&DEVC ID = '%s' %s TYPE = 'HEAT_DETECTOR' SETPOINT = 57 RTI = 50 /", id.c_str(),
                        place.c_str()));
        else
            line(format("&DEVC ID = '%s' %s TYPE = 'SPRINKLER' SETPOINT = 68 RTI = 50 SPRAY_DENSITY = 7e-05 /",
                        id.c_str(), place.c_str()));
        ++out_.devices;
    }

    const World& world_;
    hazards::PlanZones zones_;
    std::vector<std::string> space_names_, fixture_names_;
    CfastExport out_;
    double next_x_ = 0.0;
};

}  // namespace

CfastExport write_cfast_input(const World& world) { return CfastWriter(world).write(); }

}  // namespace muster::cfast
