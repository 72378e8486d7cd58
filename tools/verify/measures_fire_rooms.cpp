// SPDX-License-Identifier: Apache-2.0
// Fire and smoke against experiments in rooms: Steckler et al. 1982 (NBSIR 82-2520) and the NBS suite of Peacock et al.
// 1988. Sizes, materials and burners as in the public CFAST validation inputs (NIST); results from the public data
// of the tests, read from the folder of reference data.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "floorplans/file_text.h"
#include "sim/base/constants.h"
#include "sim/hazards/zone_network.h"
#include "tools/verify/measures_component.h"
#include "tools/verify/measures_fire.h"
#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

const Name no_experiments{"没有火灾实验数据（--data）", "The data of the fire experiments are not here (--data)"};

/// Rows of numbers of a small table; cells that are none become NaN.
std::vector<std::vector<double>> numbers_in(const std::string& text) {
    std::vector<std::vector<double>> rows;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::vector<double> row;
        for (std::size_t from = at; from < end;) {
            const std::size_t comma = std::min(text.find(',', from), end);
            while (from < comma && (text[from] == ' ' || text[from] == '+')) ++from;
            double value = std::nan("");
            std::from_chars(text.data() + from, text.data() + comma, value);
            row.push_back(value);
            from = comma + 1;
        }
        rows.push_back(std::move(row));
        at = end + 1;
    }
    return rows;
}

/// Methane, as burnt in both series.
hazards::Fuel methane(double radiative_share) {
    hazards::Fuel f;
    f.heat_of_combustion = 50e6;
    f.radiative_share = radiative_share;
    f.yield_soot = f.yield_co = 0.0;
    f.carbon = 1.0;
    f.hydrogen = 4.0;
    f.oxygen_atoms = 0.0;
    return f;
}

hazards::WallMaterial material(double conductivity, double density, double specific_heat, double thickness_m,
                               double emissivity) {
    hazards::WallMaterial m;
    m.conductivity = conductivity;
    m.density = density;
    m.specific_heat = specific_heat;
    m.thickness_m = thickness_m;
    m.emissivity = emissivity;
    return m;
}

struct Steckler {
    int test;
    double door_m, sill_m, kw, ambient_c, base_m;
    bool in_corner;
};
// All 55: burner in the middle, by a wall (no different here: CFAST found none either), raised, or in a corner.
constexpr std::array<Steckler, 55> steckler_tests{
    {{10, 0.24, 0, 62.9, 26, 0.02, false},     {11, 0.36, 0, 62.9, 28, 0.02, false},
     {12, 0.49, 0, 62.9, 22, 0.02, false},     {612, 0.49, 0, 62.9, 13, 0.02, false},
     {13, 0.62, 0, 62.9, 23, 0.02, false},     {14, 0.74, 0, 62.9, 29, 0.02, false},
     {18, 0.74, 0, 62.9, 31, 0.02, false},     {710, 0.74, 0, 62.9, 12, 0.02, false},
     {810, 0.74, 0, 62.9, 13, 0.02, false},    {16, 0.86, 0, 62.9, 26, 0.02, false},
     {17, 0.99, 0, 62.9, 22, 0.02, false},     {22, 0.74, 0.45, 62.9, 30, 0.02, false},
     {23, 0.74, 0.91, 62.9, 26, 0.02, false},  {30, 0.74, 0.91, 62.9, 26, 0.02, false},
     {41, 0.74, 1.37, 62.9, 16, 0.02, false},  {19, 0.74, 0, 31.6, 29, 0.02, false},
     {20, 0.74, 0, 105.3, 35, 0.02, false},    {21, 0.74, 0, 158, 36, 0.02, false},
     {114, 0.24, 0, 62.9, 32, 0.02, true},     {116, 0.99, 0, 62.9, 29, 0.02, true},
     {144, 0.36, 0, 62.9, 30, 0.02, true},     {210, 0.74, 0, 62.9, 30, 0.02, true},
     {212, 0.49, 0, 62.9, 24, 0.02, true},     {240, 0.86, 0, 62.9, 29, 0.02, true},
     {242, 0.62, 0, 62.9, 29, 0.02, true},     {310, 0.74, 0, 62.9, 20, 0.02, true},
     {410, 0.74, 0, 62.9, 21, 0.02, true},     {122, 0.74, 0.45, 62.9, 28, 0.02, true},
     {224, 0.74, 0.91, 62.9, 26, 0.02, true},  {324, 0.74, 0.91, 62.9, 13, 0.02, true},
     {220, 0.74, 0, 31.6, 26, 0.02, true},     {221, 0.74, 0, 105.3, 27, 0.02, true},
     {510, 0.74, 0, 62.9, 23, 0.02, false},    {512, 0.49, 0, 62.9, 21, 0.02, false},
     {514, 0.24, 0, 62.9, 9, 0.02, false},     {517, 0.99, 0, 62.9, 15, 0.02, false},
     {540, 0.86, 0, 62.9, 14, 0.02, false},    {542, 0.62, 0, 62.9, 20, 0.02, false},
     {544, 0.36, 0, 62.9, 7, 0.02, false},     {610, 0.74, 0, 62.9, 18, 0.02, false},
     {513, 0.74, 0, 158, 16, 0.02, false},     {520, 0.74, 0, 31.6, 18, 0.02, false},
     {521, 0.74, 0, 105.3, 14, 0.02, false},   {522, 0.74, 0.45, 62.9, 14, 0.02, false},
     {524, 0.74, 0.91, 62.9, 9, 0.02, false},  {541, 0.74, 1.37, 62.9, 8, 0.02, false},
     {622, 0.74, 0.45, 62.9, 10, 0.02, false}, {160, 0.74, 0, 62.9, 6, 0.3, false},
     {161, 0.74, 0, 62.9, 7, 0.3, false},      {162, 0.74, 0, 62.9, 6, 0.3, false},
     {163, 0.74, 0, 62.9, 6, 0.3, false},      {164, 0.74, 0, 62.9, 7, 0.3, false},
     {165, 0.74, 0, 62.9, 6, 0.3, false},      {166, 0.74, 0, 62.9, 7, 0.3, false},
     {167, 0.74, 0, 62.9, 7, 0.3, false}}};

hazards::ZoneNow steady_room(const Steckler& t) {
    hazards::ZoneSettings settings;
    settings.ambient_k = settings.outdoor_k = t.ambient_c + zero_celsius_k;
    hazards::ZoneShape room{2.8 * 2.8, 2.13, 0.0, 4 * 2.8};
    room.ceiling = room.walls = room.floor = material(1.0, 200.0, 1000.0, 0.013, 0.9);
    hazards::ZoneFire fire;
    fire.base_m = t.base_m;
    fire.in_corner = t.in_corner;
    fire.area_m2 = 0.09;
    fire.free_burning_w = 1000.0 * t.kw;
    fire.fuel = methane(0.2);
    hazards::ZoneNetwork network({room}, {{0, hazards::outdoors, {t.sill_m, 1.83, t.door_m, 0.7}, 1.0}}, {fire}, {},
                                 settings);
    for (int s = 0; s < 1800; ++s) (void)network.step(1.0);
    return network.now()[0];
}

struct Spread2 {
    double mean = 0.0, deviation = 0.0;
};
Spread2 spread_of(const std::vector<double>& v) {
    Spread2 out;
    out.mean = mean_of(v);
    for (const double x : v) out.deviation += (x - out.mean) * (x - out.mean);
    out.deviation = std::sqrt(out.deviation / static_cast<double>(v.size()));
    return out;
}

/// Layer height and upper temperature of one tree of thermocouples, mean from 600 to 880 s.
struct Measured {
    double layer_m = 0.0, upper_c = 0.0;
};
std::optional<Measured> tree(const std::filesystem::path& folder, const std::string& name) {
    const auto rows = numbers_in(floorplans::file_text((folder / (name + "_layer.csv")).string()).value_or(""));
    Measured out;
    int n = 0;
    for (const auto& row : rows) {
        if (row.size() < 4 || !(row[0] >= 600.0 && row[0] <= 880.0)) continue;
        out.layer_m += row[1];
        out.upper_c += row[3];
        ++n;
    }
    if (n == 0) return {};
    out.layer_m /= n;
    out.upper_c /= n;
    return out;
}

struct Suite {
    const char* name;
    double ambient_c, exit_bottom_m, exit_top_m, radiative_share;
    bool target_room;
};
enum SuiteZone : std::size_t { burn_room, burn_entry, suite_corridor, target_room, target_entry };

/// Means over 600-880 s of every zone of the suite.
std::array<Measured, 5> run_suite(const Suite& suite) {
    const hazards::WallMaterial brick = material(0.36, 750, 1040, 0.113, 0.8),
                                ceramic = material(0.09, 128, 1040, 0.05, 0.97),
                                marinite = material(0.12, 720, 1250, 0.0127, 0.83),
                                gypsum = material(0.17, 930, 1090, 0.0127, 0.95),
                                concrete = material(1.8, 2280, 1040, 0.102, 0.95);
    const auto room = [](double w, double d, double h, const hazards::WallMaterial& c,
                         const hazards::WallMaterial& wall, const hazards::WallMaterial& floor) {
        hazards::ZoneShape z{w * d, h, 0.0, 2.0 * (w + d)};
        z.ceiling = c;
        z.walls = wall;
        z.floor = floor;
        return z;
    };
    const std::vector<hazards::ZoneShape> zones{
        room(2.34, 2.34, 2.16, ceramic, ceramic, brick), room(1.03, 1.02, 2.0, marinite, marinite, gypsum),
        room(12.19, 2.44, 2.44, marinite, marinite, gypsum), room(2.22, 2.24, 2.43, gypsum, gypsum, concrete),
        room(0.94, 0.79, 2.04, gypsum, gypsum, concrete)};
    const double target = suite.target_room ? 1.0 : 0.0;
    const std::vector<hazards::ZoneVent> vents{
        {burn_room, burn_entry, {0.0, 1.6, 0.81, 0.7}, 1.0},
        {burn_entry, suite_corridor, {0.0, 1.6, 0.81, 0.7}, 1.0},
        {suite_corridor, hazards::outdoors, {suite.exit_bottom_m, suite.exit_top_m, 0.76, 0.7}, 1.0},
        {suite_corridor, target_entry, {0.0, 2.04, 0.79, 0.7}, target},
        {target_room, target_entry, {0.0, 2.04, 0.79, 0.7}, target}};
    hazards::ZoneFire fire;
    fire.zone = burn_room;
    fire.area_m2 = 0.1156;
    fire.fuel = methane(suite.radiative_share);
    fire.fuel.yield_soot = 0.005;
    hazards::ZoneSettings settings;
    settings.ambient_k = settings.outdoor_k = suite.ambient_c + zero_celsius_k;
    hazards::ZoneNetwork network(zones, vents, {fire}, {}, settings);
    std::array<Measured, 5> out;
    for (int s = 0; s < 880; ++s) {
        network.fires()[0].free_burning_w = 110e3 * std::min(1.0, s / 10.0);
        (void)network.step(1.0);
        if (s < 600) continue;
        for (std::size_t z = 0; z < out.size(); ++z) {
            out[z].layer_m += network.now()[z].layer_m / 280.0;
            out[z].upper_c += (network.now()[z].upper_k - zero_celsius_k) / 280.0;
        }
    }
    return out;
}

}  // namespace

// ratio_low, ratio_high: of the mean of computed / measured rise of the upper layer; deviation: its standard deviation.
Measurement measure_steckler(const TestBench& bench) {
    Measurement out;
    const auto folder = std::filesystem::path(bench.data_folder()) / "fire-exp" / "Steckler_Compartment";
    std::vector<double> ratios, layers, measured, computed;
    for (const Steckler& t : steckler_tests) {
        const std::string name = "Steckler_Test_" + std::to_string(t.test) + "_layer.csv";
        if (bench.data_folder().empty() || !std::filesystem::exists(folder / name)) {
            out.not_run = no_experiments;
            return out;
        }
        const auto rows = numbers_in(floorplans::file_text((folder / name).string())
                                         .value_or(""));  // height, temperature: lower twice, upper twice
        const double upper_c = rows.at(3).at(1), layer_m = rows.at(3).at(0);
        const hazards::ZoneNow ours = steady_room(t);
        measured.push_back(upper_c - t.ambient_c);
        computed.push_back(ours.upper_k - zero_celsius_k - t.ambient_c);
        ratios.push_back(computed.back() / measured.back());
        layers.push_back(ours.layer_m - layer_m);
    }
    const Spread2 ratio = spread_of(ratios), layer = spread_of(layers);
    out.figure = "dT x" + shown(ratio.mean, 2) + " +- " + shown(ratio.deviation, 2) + "; z " + shown(layer.mean, 2) +
                 " +- " + shown(layer.deviation, 2) + " m (n = " + std::to_string(ratios.size()) + ")";
    out.meets_criterion = ratio.mean >= bench.limit("ratio_low") && ratio.mean <= bench.limit("ratio_high") &&
                          ratio.deviation < bench.limit("deviation");
    out.plots.push_back({{"Steckler 实验：上层温升", "Steckler tests: rise of the upper layer"},
                         {"实测 (K)", "measured (K)"},
                         {"计算 (K)", "computed (K)"},
                         {{{"55 次实验", "55 tests"}, Plot::Shape::points, measured, computed, {}},
                          {{"相等", "equal"}, Plot::Shape::line, {0.0, 400.0}, {0.0, 400.0}, {}}}});
    return out;
}

// share: of the rise in any room; layer_m: of the layer's height; door_open: of the corridor, 1 or 0.
Measurement measure_nbs_rooms(const TestBench& bench) {
    Measurement out;
    const auto folder = std::filesystem::path(bench.data_folder()) / "fire-exp" / "NBS_Multi-Room";
    constexpr std::array<Suite, 3> suites{{{"NBS_MV100A", 23, 0.0, 2.03, 0.2, false},
                                           {"NBS_MV100O", 20, 2.43, 2.44, 0.3, false},
                                           {"NBS_MV100Z", 22, 0.0, 2.03, 0.3, true}}};
    double warmth = 0.0, layer = 0.0;
    for (const Suite& suite : suites) {
        const bool open = suite.exit_bottom_m == 0.0;
        if (open != (bench.limit("door_open") > 0.0)) continue;
        const auto ours = run_suite(suite);
        const auto compare = [&](SuiteZone zone, const Measured& real) {
            warmth = std::max(warmth, std::abs((ours[zone].upper_c - real.upper_c) / (real.upper_c - suite.ambient_c)));
            layer = std::max(layer, std::abs(ours[zone].layer_m - real.layer_m));
            out.figure += shown(ours[zone].upper_c - suite.ambient_c, 0) + "/" +
                          shown(real.upper_c - suite.ambient_c, 0) + " K " + shown(ours[zone].layer_m, 2) + "/" +
                          shown(real.layer_m, 2) + " m; ";
        };
        const std::string name = suite.name;
        const auto burn = tree(folder, name + "_Tree1"), near = tree(folder, name + "_Tree4"),
                   far = tree(folder, name + "_Tree5");
        if (bench.data_folder().empty() || !burn || !near || !far) {
            out.not_run = no_experiments;
            return out;
        }
        out.figure += name.substr(4) + ": ";
        compare(burn_room, *burn);
        compare(suite_corridor, {0.5 * (near->layer_m + far->layer_m), 0.5 * (near->upper_c + far->upper_c)});
        if (!suite.target_room) continue;
        const auto target = tree(folder, name + "_Tree7");
        if (target) compare(target_room, *target);
    }
    out.figure += shown(100.0 * warmth, 0) + " %; " + shown(layer, 2) + " m";
    out.meets_criterion = warmth <= bench.limit("share") && layer <= bench.limit("layer_m");
    return out;
}

}  // namespace muster::verify
