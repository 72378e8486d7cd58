// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/cfast/cfast_input.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "sim/base/constants.h"
#include "tools/exchange/cfast/namelist.h"

namespace muster::cfast {

namespace {

double interpolate(const std::vector<double>& x, const std::vector<double>& y, double at) {
    if (x.empty()) return 0.0;
    const auto it = std::upper_bound(x.begin(), x.end(), at);
    if (it == x.begin()) return y.front();
    if (it == x.end()) return y.back();
    const auto i = static_cast<std::size_t>(it - x.begin());
    return y[i - 1] + (y[i] - y[i - 1]) * (at - x[i - 1]) / (x[i] - x[i - 1]);
}

[[noreturn]] void fail(const NamelistRecord& r, const std::string& what) {
    throw std::runtime_error("line " + std::to_string(r.line) + ": &" + r.name + ": " + what);
}

class Reader {
public:
    CfastModel model;

    void read(const std::vector<NamelistRecord>& records) {
        for (const NamelistRecord& r : records) {
            if (r.name == "MATL") read_material(r);
            if (r.name == "CHEM") chemistry_[r.text("ID")] = r;
            if (r.name == "TABL") read_table(r);
        }
        for (const NamelistRecord& r : records) {
            if (r.name == "TIME") model.simulated_s = r.number("SIMULATION", 0.0);
            if (r.name == "INIT") {
                model.settings.ambient_k = r.number("INTERIOR_TEMPERATURE", 20.0) + zero_celsius_k;
                model.settings.outdoor_k = r.number("EXTERIOR_TEMPERATURE", 20.0) + zero_celsius_k;
            }
            if (r.name == "MISC") model.settings.lower_oxygen_limit = r.number("LOWER_OXYGEN_LIMIT", 0.15);
            if (r.name == "COMP") read_room(r);
        }
        for (const NamelistRecord& r : records) {
            if (r.name == "VENT") read_vent(r);
            if (r.name == "FIRE") read_fire(r);
            if (r.name == "DEVC") read_device(r);
        }
    }

private:
    void read_material(const NamelistRecord& r) {
        hazards::WallMaterial& m = materials_[r.text("ID")];
        m.conductivity = r.number("CONDUCTIVITY", m.conductivity);
        m.density = r.number("DENSITY", m.density);
        m.specific_heat = 1000.0 * r.number("SPECIFIC_HEAT", m.specific_heat / 1000.0);
        m.thickness_m = r.number("THICKNESS", m.thickness_m);
        m.emissivity = r.number("EMISSIVITY", m.emissivity);
    }

    void read_table(const NamelistRecord& r) {
        const std::string id = r.text("ID");
        if (r.has("LABELS")) {
            labels_[id] = r.values.at("LABELS");
            return;
        }
        const std::vector<double> row = r.numbers("DATA");
        const auto& labels = labels_[id];
        if (row.size() != labels.size()) fail(r, "as many numbers as labels expected");
        CfastFireTable& t = tables_[id];
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string& l = labels[i];
            if (l == "TIME") t.time_s.push_back(row[i]);
            if (l == "HRR") t.heat_w.push_back(1000.0 * row[i]);
            if (l == "HEIGHT") t.height_m.push_back(row[i]);
            if (l == "AREA") t.area_m2.push_back(row[i]);
            if (l == "CO_YIELD") t.co.push_back(row[i]);
            if (l == "SOOT_YIELD") t.soot.push_back(row[i]);
            if (l == "HCN_YIELD") t.hcn.push_back(row[i]);
            if (l == "TRACE_YIELD") t.trace.push_back(row[i]);
        }
    }

    void read_room(const NamelistRecord& r) {
        hazards::ZoneShape z;
        const double w = r.number("WIDTH", 0.0), d = r.number("DEPTH", 0.0);
        z.height_m = r.number("HEIGHT", 0.0);
        constexpr double longest_m = 1000.0;
        const auto sound = [](double m) { return m > 0.0 && m <= longest_m; };
        if (!sound(w) || !sound(d) || !sound(z.height_m))
            fail(r, "WIDTH, DEPTH and HEIGHT must be over 0 and at most 1000 m");
        z.floor_area_m2 = w * d;
        z.perimeter_m = 2.0 * (w + d);
        z.floor_m = r.number("ORIGIN", 0.0, 2);
        z.mixed = r.text("SHAFT").find('T') != std::string::npos;
        const auto material = [&](const char* key, hazards::WallMaterial& into) {
            const auto it = materials_.find(r.text(key));
            if (it != materials_.end()) into = it->second;
        };
        material("CEILING_MATL_ID", z.ceiling);
        material("WALL_MATL_ID", z.walls);
        material("FLOOR_MATL_ID", z.floor);
        model.zone_names.push_back(r.text("ID"));
        model.zones.push_back(z);
    }

    std::size_t zone(const NamelistRecord& r, const std::string& name) const {
        if (name == "OUTSIDE") return hazards::outdoors;
        const auto it = std::find(model.zone_names.begin(), model.zone_names.end(), name);
        if (it == model.zone_names.end()) fail(r, "no compartment \"" + name + "\"");
        return static_cast<std::size_t>(it - model.zone_names.begin());
    }

    std::size_t inside(const NamelistRecord& r) const {
        const std::size_t z = zone(r, r.text("COMP_ID"));
        if (z == hazards::outdoors) fail(r, "COMP_ID must be a compartment");
        return z;
    }

    void read_vent(const NamelistRecord& r) {
        const auto ids = r.values.find("COMP_IDS");
        if (ids == r.values.end() || ids->second.size() != 2) fail(r, "two COMP_IDS expected");
        const std::size_t a = zone(r, ids->second[0]), b = zone(r, ids->second[1]);
        if (a == b) fail(r, "joins a compartment with itself");
        const bool fan = r.text("TYPE") == "MECHANICAL", outward = a == hazards::outdoors || b == hazards::outdoors;
        if (fan ? !outward : r.text("TYPE") != "WALL") {
            leave_out(r, "TYPE = '" + r.text("TYPE") + "'");
            return;
        }
        if (fan) {
            model.exhausts.push_back(read_fan(r, a, b));
            model.exhaust_schedules.push_back(read_schedule(r));
            return;
        }
        hazards::ZoneVent v;
        v.a = a;
        v.b = b;
        const double floor = model.zones[a != hazards::outdoors ? a : b].floor_m;
        const double bottom = r.number("BOTTOM", 0.0);
        v.shape.bottom_m = floor + bottom;
        v.shape.top_m = floor + (r.has("TOP") ? r.number("TOP", 0.0) : bottom + r.number("HEIGHT", 0.0));
        v.shape.width_m = r.number("WIDTH", 0.0);
        model.vents.push_back(v);
        model.vent_names.push_back(r.text("ID"));
        model.vent_schedules.push_back(read_schedule(r));
    }

    // The first compartment's air is blown into the second.
    static hazards::Exhaust read_fan(const NamelistRecord& r, std::size_t a, std::size_t b) {
        const bool out = b == hazards::outdoors;
        const std::size_t end = out ? 0 : 1;
        // Of a grille that lies flat CFAST takes a tenth of its side.
        const auto ways = r.values.find("ORIENTATIONS");
        const bool flat = ways != r.values.end() && end < ways->second.size() && ways->second[end] == "HORIZONTAL";
        const double side_m = std::sqrt(std::max(0.0, r.number("AREAS", 0.0, end)));
        return {out ? a : b, r.number("HEIGHTS", 0.0, end), (out ? 1.0 : -1.0) * r.number("FLOW", 0.0),
                flat ? 0.1 * side_m : side_m};
    }

    // Opened or started by heat, they stay as they are before.
    CfastModel::Schedule read_schedule(const NamelistRecord& r) {
        CfastModel::Schedule s;
        const std::string criterion = r.text("CRITERION", "TIME");
        if (criterion != "TIME") {
            leave_out(r, "CRITERION = '" + criterion + "'");
            s.time_s = {0.0};
            s.fraction = {r.number("PRE_FRACTION", 1.0)};
            return s;
        }
        s.time_s = r.numbers("T");
        s.fraction = r.numbers("F");
        if (s.time_s.size() != s.fraction.size()) fail(r, "as many T as F expected");
        if (!std::is_sorted(s.time_s.begin(), s.time_s.end())) fail(r, "T must go on");
        return s;
    }

    void leave_out(const NamelistRecord& r, const std::string& what) {
        model.left_out.push_back("&" + r.name + " " + what + ", line " + std::to_string(r.line));
    }

    void read_fire(const NamelistRecord& r) {
        hazards::ZoneFire f;
        f.zone = inside(r);
        const NamelistRecord& c = chemistry_[r.text("FIRE_ID")];
        f.fuel.carbon = c.number("CARBON", 1.0);
        f.fuel.hydrogen = c.number("HYDROGEN", 4.0);
        f.fuel.oxygen_atoms = c.number("OXYGEN", 0.0);
        f.fuel.nitrogen = c.number("NITROGEN", 0.0);
        f.fuel.heat_of_combustion = 1000.0 * c.number("HEAT_OF_COMBUSTION", 50000.0);
        f.fuel.radiative_share = c.number("RADIATIVE_FRACTION", 0.35);
        model.fires.push_back(f);
        model.fire_spots.push_back({r.number("LOCATION", 0.0, 0), r.number("LOCATION", 0.0, 1)});
        model.tables.push_back(tables_[r.text("FIRE_ID")]);
    }

    void read_device(const NamelistRecord& r) {
        CfastDevice d;
        d.id = r.text("ID");
        d.type = r.text("TYPE");
        d.zone = inside(r);
        d.x = r.number("LOCATION", 0.0, 0);
        d.y = r.number("LOCATION", 0.0, 1);
        d.z = r.number("LOCATION", 0.0, 2);
        d.setpoint = r.number("SETPOINT", 0.0);
        d.rti = r.number("RTI", 100.0);
        d.spray_m_s = r.number("SPRAY_DENSITY", 0.0);
        model.devices.push_back(d);
    }

    std::map<std::string, hazards::WallMaterial> materials_;
    std::map<std::string, NamelistRecord> chemistry_;
    std::map<std::string, std::vector<std::string>> labels_;
    std::map<std::string, CfastFireTable> tables_;
};

}  // namespace

double CfastModel::Schedule::at(double when_s) const {
    return time_s.empty() ? 1.0 : interpolate(time_s, fraction, when_s);
}

void CfastModel::set(hazards::ZoneNetwork& network, double time_s) const {
    for (std::size_t i = 0; i < fires.size(); ++i) {
        const CfastFireTable& t = tables[i];
        hazards::ZoneFire& f = network.fires()[i];
        const auto at = [&](const std::vector<double>& y, double otherwise) {
            return y.size() == t.time_s.size() && !y.empty() ? interpolate(t.time_s, y, time_s) : otherwise;
        };
        f.free_burning_w = at(t.heat_w, 0.0);
        f.base_m = at(t.height_m, 0.0);
        f.area_m2 = at(t.area_m2, 1.0);
        f.fuel.yield_co = at(t.co, 0.0);
        f.fuel.yield_soot = at(t.soot, 0.0);
        f.fuel.yield_hcn = at(t.hcn, 0.0);
    }
    for (std::size_t i = 0; i < vents.size(); ++i) network.vents()[i].open = vent_schedules[i].at(time_s);
    for (std::size_t i = 0; i < exhausts.size(); ++i)
        network.exhausts()[i].flow_m3_s = exhausts[i].flow_m3_s * exhaust_schedules[i].at(time_s);
}

CfastModel read_cfast_input(std::string_view text) {
    Reader reader;
    reader.read(read_namelist(text));
    if (reader.model.zones.empty()) throw std::runtime_error("no &COMP record");
    return std::move(reader.model);
}

}  // namespace muster::cfast
