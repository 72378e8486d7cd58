// SPDX-License-Identifier: Apache-2.0
// Tables over time of CFAST and FDS as air of rooms. Units are read, not assumed.
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "scenarios/external_results.h"
#include "scenarios/series_csv.h"
#include "sim/base/constants.h"
#include "sim/model/plain_names.h"

namespace muster::scenarios {

namespace {

constexpr double ln_10 = 2.302585;
constexpr double soot_m2_per_mg = 8.7e-3;  // 8700 m2/kg, flaming soot; CFAST
constexpr double no_layer = LayeredAir{}.layer_m;

using Put = std::function<void(LayeredAir&, double)>;
using Convert = double (*)(double);

/// Of a quantity in that unit; null when the unit is none of it.
Convert temperature_in(const std::string& unit) {
    if (unit == "C") return [](double v) { return v + zero_celsius_k; };
    if (unit == "K") return [](double v) { return v; };
    return nullptr;
}
Convert length_in(const std::string& unit) {
    return unit == "m" ? [](double v) { return v; } : Convert{nullptr};
}
Convert percent_in(const std::string& unit) {
    if (unit == "mol %" || unit == "%") return [](double v) { return v; };
    if (unit == "mol_frac" || unit == "mol/mol") return [](double v) { return 100.0 * v; };
    if (unit == "ppm") return [](double v) { return 1e-4 * v; };
    return nullptr;
}
Convert ppm_in(const std::string& unit) {
    if (unit == "mol %" || unit == "%") return [](double v) { return 1e4 * v; };
    if (unit == "mol_frac" || unit == "mol/mol") return [](double v) { return 1e6 * v; };
    if (unit == "ppm") return [](double v) { return v; };
    return nullptr;
}
Convert density_in(const std::string& unit) {  // optical density to base 10
    if (unit == "1/m") return [](double v) { return ln_10 * v; };
    if (unit == "mg/m^3" || unit == "mg/m3") return [](double v) { return soot_m2_per_mg * v; };
    return nullptr;
}
Convert extinction_in(const std::string& unit) {
    return unit == "1/m" ? [](double v) { return v; } : Convert{nullptr};
}
Convert visibility_in(const std::string& unit) {
    return unit == "m" ? [](double v) { return v < visible_cap_m - 1e-3 ? 3.0 / std::max(v, 0.01) : 0.0; }
                       : Convert{nullptr};
}
Convert flux_in(const std::string& unit) {
    return unit == "kW/m2" || unit == "kW/m^2" ? [](double v) { return 1000.0 * v; } : Convert{nullptr};
}

struct Meaning {
    const char* word;
    Convert (*unit)(const std::string&);
    Put put;
};

Put into(AirAtHead LayeredAir::*layer, AirQuantity what) {
    return [layer, what](LayeredAir& air, double v) { value_of(air.*layer, what) = v; };
}
Put into_both(AirQuantity what) {
    return [what](LayeredAir& air, double v) { value_of(air.lower, what) = value_of(air.upper, what) = v; };
}
void put_layer(LayeredAir& air, double v) { air.layer_m = v; }

const std::vector<Meaning>& cfast_meanings() {
    using Q = AirQuantity;
    const auto u = &LayeredAir::upper, l = &LayeredAir::lower;
    static const std::vector<Meaning> meanings{
        {"Layer Height", length_in, put_layer},
        {"Upper Layer Temperature", temperature_in, into(u, Q::temperature)},
        {"Lower Layer Temperature", temperature_in, into(l, Q::temperature)},
        {"Optical Density Upper Layer", density_in, into(u, Q::extinction)},
        {"Optical Density Lower Layer", density_in, into(l, Q::extinction)},
        {"CO Upper Layer", ppm_in, into(u, Q::co)},
        {"CO Lower Layer", ppm_in, into(l, Q::co)},
        {"CO2 Upper Layer", percent_in, into(u, Q::co2)},
        {"CO2 Lower Layer", percent_in, into(l, Q::co2)},
        {"O2 Upper Layer", percent_in, into(u, Q::oxygen)},
        {"O2 Lower Layer", percent_in, into(l, Q::oxygen)},
        {"HCN Upper Layer", ppm_in, into(u, Q::hcn)},
        {"HCN Lower Layer", ppm_in, into(l, Q::hcn)},
    };
    return meanings;
}

const std::vector<Meaning>& fds_meanings() {
    using Q = AirQuantity;
    static const std::vector<Meaning> meanings{
        {"layer_height", length_in, put_layer},
        {"upper_temperature", temperature_in, into(&LayeredAir::upper, Q::temperature)},
        {"lower_temperature", temperature_in, into(&LayeredAir::lower, Q::temperature)},
        {"temperature", temperature_in, into_both(Q::temperature)},
        {"visibility", visibility_in, into_both(Q::extinction)},
        {"extinction", extinction_in, into_both(Q::extinction)},
        {"optical_density", density_in, into_both(Q::extinction)},
        {"co", ppm_in, into_both(Q::co)},
        {"co2", percent_in, into_both(Q::co2)},
        {"o2", percent_in, into_both(Q::oxygen)},
        {"hcn", ppm_in, into_both(Q::hcn)},
        {"heat_flux", flux_in,
         [](LayeredAir& air, double v) { air.lower.radiation_w_m2 = air.upper.radiation_w_m2 = v; }},
    };
    return meanings;
}

std::optional<SeriesTable> table_of(const OutsideFile& file, SeriesTable (*read)(std::string_view)) {
    try {
        return read(file.text);
    } catch (const UnreadableTable& wrong) {
        file.report(Severity::error, wrong.code, wrong.args);
        return {};
    }
}

RecordedRoom& room_of(SmokeRecord& record, const OutsideTarget& target) {
    for (RecordedRoom& r : record.rooms)
        if (r.space == target.space && r.cell == target.cell) return r;
    record.rooms.push_back({target.space, target.cell, std::vector<LayeredAir>(record.time_s.size())});
    return record.rooms.back();
}

/// One column into one room. False when its unit is none of that quantity's.
bool take(const SeriesColumn& column, const Meaning& meaning, RecordedRoom& room) {
    const Convert convert = meaning.unit(column.unit);
    if (convert == nullptr) return false;
    double last = std::nan("");
    for (std::size_t i = 0; i < column.values.size(); ++i) {
        if (std::isfinite(column.values[i])) last = convert(column.values[i]);
        if (std::isfinite(last)) meaning.put(room.at[i], last);
    }
    return true;
}

const Meaning* find_meaning(const std::vector<Meaning>& meanings, const std::string& word) {
    for (const Meaning& m : meanings)
        if (word == m.word) return &m;
    return nullptr;
}

void check_numbers(const OutsideFile& file, const SeriesTable& table) {
    for (const SeriesColumn& c : table.columns)
        if (std::any_of(c.values.begin(), c.values.end(), [](double v) { return !std::isfinite(v); })) {
            file.report(Severity::warning, "outside.gaps", {{"column", c.name}});
            return;
        }
}

}  // namespace

bool read_cfast_rooms(const OutsideFile& file, OutsideNames& names, SmokeRecord& into) {
    const auto table = table_of(file, read_cfast_csv);
    if (!table) return false;
    check_numbers(file, *table);
    into.time_s = table->time_s;
    std::string strange;
    for (const SeriesColumn& c : table->columns) {
        const Meaning* meaning = find_meaning(cfast_meanings(), c.measurement);
        if (meaning == nullptr) continue;
        const OutsideTarget* target = names.find(c.device);
        if (target == nullptr) {
            if (strange.find(c.device) == std::string::npos) strange += (strange.empty() ? "" : ", ") + c.device;
            continue;
        }
        // A shaft has no layer height: one layer, the upper.
        const bool shaft = table->find(c.device, "Layer Height") == nullptr;
        RecordedRoom& room = room_of(into, *target);
        if (shaft)
            for (LayeredAir& air : room.at) air.layer_m = 0.0;
        if (!take(c, *meaning, room))
            file.report(Severity::error, "outside.unit", {{"column", c.name}, {"unit", c.unit}});
    }
    if (!strange.empty()) file.report(Severity::warning, "outside.strange_rooms", {{"rooms", strange}});
    return true;
}

void read_cfast_devices(const OutsideFile& file, SmokeRecord& into, const Building& building) {
    const auto table = table_of(file, read_cfast_csv);
    if (!table) return;
    const std::vector<std::string> names = plain_names(keys_of(building.fixtures));
    for (const SeriesColumn& c : table->columns) {
        if (c.name.rfind("SENSACT", 0) != 0) continue;
        for (std::size_t f = 0; f < building.fixtures.size(); ++f) {
            if (names[f] != c.device && building.fixtures[f].key != c.device) continue;
            const auto on = std::find_if(c.values.begin(), c.values.end(), [](double v) { return v >= 0.5; });
            const auto i = static_cast<std::size_t>(on - c.values.begin());
            into.trips.push_back({f, on == c.values.end() ? 1e9 : table->time_s[i]});
        }
    }
}

bool read_fds_devices(const OutsideFile& file, OutsideNames& names, SmokeRecord& into) {
    const auto table = table_of(file, read_fds_csv);
    if (!table) return false;
    check_numbers(file, *table);
    into.time_s = table->time_s;
    std::string strange;
    for (const SeriesColumn& c : table->columns) {
        const OutsideTarget* target = names.find(c.name);
        const Meaning* meaning = target == nullptr ? nullptr : find_meaning(fds_meanings(), target->quantity);
        if (meaning == nullptr) {
            strange += (strange.empty() ? "" : ", ") + c.name;
            continue;
        }
        RecordedRoom& room = room_of(into, *target);
        if (!take(c, *meaning, room))
            file.report(Severity::error, "outside.unit", {{"column", c.name}, {"unit", c.unit}});
    }
    // Without a layer height the values are those at head height, as if the whole room were so.
    for (RecordedRoom& room : into.rooms)
        for (LayeredAir& air : room.at)
            if (air.layer_m >= no_layer) air.layer_m = 0.0;
    if (!strange.empty()) file.report(Severity::warning, "outside.strange_rooms", {{"rooms", strange}});
    return true;
}

}  // namespace muster::scenarios
