// SPDX-License-Identifier: Apache-2.0
#include "scenarios/motion_reader.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "floorplans/file_text.h"
#include "scenarios/references.h"
#include "scenarios/scenario_words.h"
#include "sim/base/constants.h"
#include "sim/base/number_text.h"

namespace muster::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr double strongest_g = 2.5, weakest_g = 0.003;  // outside, the unit is probably wrong
constexpr double longest_record_s = 600.0;
constexpr double still_s = 60.0;     // without motion, at either end, is worth a word
constexpr double highest_hz = 25.0;  // mean frequency over which a record is noise
constexpr std::size_t max_samples = 2'000'000;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == ',' || c == ';'; }

/// Numbers of a line; false when there is anything else in it.
bool numbers_of(std::string_view line, std::vector<double>& out) {
    out.clear();
    std::size_t at = 0;
    while (true) {
        while (at < line.size() && is_space(line[at])) ++at;
        if (at == line.size()) return true;
        std::size_t end = at;
        while (end < line.size() && !is_space(line[end])) ++end;
        if (line[at] == '+') ++at;
        double value = 0.0;
        const auto [stop, error] = std::from_chars(line.data() + at, line.data() + end, value);
        if (error != std::errc{} || stop != line.data() + end) return false;
        out.push_back(value);
        at = end;
    }
}

/// The number after "DT" and an equals sign, as AT2 headers have it; 0 = there is none.
double step_in_header(std::string line) {
    std::transform(line.begin(), line.end(), line.begin(), [](unsigned char c) { return std::toupper(c); });
    for (auto at = line.find("DT"); at != std::string::npos; at = line.find("DT", at + 1)) {
        const auto equals = line.find_first_not_of(" \t", at + 2);
        if (equals == std::string::npos || line[equals] != '=') continue;  // a word like "width"
        const auto digit = line.find_first_of("0123456789.", equals);
        double out = 0.0;
        if (digit != std::string::npos) std::from_chars(line.data() + digit, line.data() + line.size(), out);
        return std::isfinite(out) ? out : 0.0;
    }
    return 0.0;
}

void check_sense(const floorplans::JsonCursor& place, const GroundMotion& m) {
    double peak = 0.0, squares = 0.0, steps = 0.0, before = 0.0;
    for (const double a : m.accel) {
        peak = std::max(peak, std::abs(a));
        squares += a * a;
        steps += (a - before) * (a - before);
        before = a;
    }
    const double peak_g = peak / standard_gravity_m_s2;
    const std::string shown = short_number(peak_g, 4);
    if (peak_g > strongest_g) place.report(Severity::error, "quake.too_strong", {{"peak", shown}});
    if (peak_g < weakest_g) place.report(Severity::warning, "quake.too_weak", {{"peak", shown}});
    const double length = static_cast<double>(m.accel.size()) * m.dt_s;
    if (length > longest_record_s)
        place.report(Severity::error, "quake.too_long", {{"seconds", short_number(length, 0)}});
    const auto loud = [&](double a) { return std::abs(a) > 0.01 * peak; };
    const auto first = std::find_if(m.accel.begin(), m.accel.end(), loud);
    const auto last = std::find_if(m.accel.rbegin(), m.accel.rend(), loud);
    const double quiet = m.dt_s * static_cast<double>(std::max(first - m.accel.begin(), last - m.accel.rbegin()));
    if (quiet > still_s) place.report(Severity::warning, "quake.silence", {{"seconds", short_number(quiet, 0)}});
    const double mean_hz = squares > 0.0 ? std::sqrt(steps / squares) / (2.0 * 3.14159265 * m.dt_s) : 0.0;
    if (mean_hz > highest_hz) place.report(Severity::warning, "quake.noise", {{"hz", short_number(mean_hz, 0)}});
}

std::shared_ptr<const GroundMotion> load_record(const floorplans::JsonCursor& motion, const std::string& folder,
                                                std::string& file) {
    const std::string name = motion["record"].string();
    const std::optional<double> unit = motion["unit"].word_in(motion_units);
    const double dt = motion["dt_s"].number_or(1e-4, 1.0, 0.0), scale = motion["scale"].number_or(0.01, 100.0, 1.0);
    if (name.empty() || !unit) return nullptr;
    const fs::path path = (fs::path(folder) / name).lexically_normal();
    const auto text = floorplans::file_text(path.string());
    if (!text) {
        motion["record"].report(Severity::error, "quake.unreadable", {{"file", path.string()}});
        return nullptr;
    }
    RawMotion raw = read_record(*text, dt);
    if (!raw.problem.empty()) {
        motion["record"].report(Severity::error, raw.problem, {{"file", path.string()}});
        return nullptr;
    }
    for (double& a : raw.motion.accel) a *= scale * *unit;
    check_sense(motion["record"], raw.motion);
    file = path.string();
    return std::make_shared<const GroundMotion>(std::move(raw.motion));
}

CodeSpectrum read_spectrum(const floorplans::JsonCursor& c) {
    CodeSpectrum out;
    out.intensity = c["intensity"].word_in(intensities).value_or(out.intensity);
    out.level = c["level"].word_or(out.level);
    if (c.has("group")) out.group = c["group"].integer(1, 3, out.group);
    out.site = c["site"].word_or(out.site);
    return out;
}

void read_motion(const floorplans::JsonCursor& place, const std::string& folder, Earthquake& out) {
    if (place.missing()) return;
    place.allow_keys({"record", "unit", "dt_s", "scale", "intensity", "level", "group", "site"});
    if (place.has("record"))
        out.record = load_record(place, folder, out.record_file);
    else
        out.spectrum = read_spectrum(place);
}

}  // namespace

RawMotion read_record(const std::string& text, double dt_s) {
    RawMotion out;
    std::vector<double> row, times;
    double step = dt_s;
    bool any = false, pairs = true;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (!numbers_of(line, row)) {
            if (any) return out.problem = "quake.not_a_number", out;
            if (step <= 0.0) step = step_in_header(line);
            continue;
        }
        if (row.empty()) continue;
        any = true;
        pairs = pairs && row.size() == 2;
        for (const double v : row) {
            if (!std::isfinite(v)) return out.problem = "quake.not_a_number", out;
            out.motion.accel.push_back(v);
        }
        if (out.motion.accel.size() > max_samples) return out.problem = "quake.too_many", out;
    }
    if (pairs && out.motion.accel.size() >= 4) {  // time, acceleration
        std::vector<double> accel;
        for (std::size_t i = 0; i + 1 < out.motion.accel.size(); i += 2) {
            times.push_back(out.motion.accel[i]);
            accel.push_back(out.motion.accel[i + 1]);
        }
        out.motion.accel = std::move(accel);
        const double mean = (times.back() - times.front()) / static_cast<double>(times.size() - 1);
        for (std::size_t i = 1; i < times.size(); ++i)
            if (!(std::abs(times[i] - times[i - 1] - mean) <= 0.02 * mean)) return out.problem = "quake.gaps", out;
        if (dt_s <= 0.0) step = mean;
    }
    if (out.motion.accel.size() < 10) return out.problem = "quake.empty", out;
    if (!(step > 0.0 && step <= 1.0)) return out.problem = "quake.no_dt", out;
    out.motion.dt_s = step;
    return out;
}

std::optional<Earthquake> read_earthquake(const floorplans::JsonCursor& place, const std::string& folder) {
    if (place.missing()) return {};
    place.allow_keys({"at_s", "shelter_s", "door_jam_probability", "motion", "direction_deg", "lead_s", "calm_s",
                      "trained_share", "near_exit_runs", "damage", "aftershocks", "draw_aftershocks"});
    Earthquake out;
    out.at_s = place["at_s"].number_or(0.0, longest_s, out.at_s);
    out.shelter_s = place["shelter_s"].number_or(0.0, longest_s, out.shelter_s);
    out.door_jam_probability = place["door_jam_probability"].number_or(0.0, 1.0, out.door_jam_probability);
    read_motion(place["motion"], folder, out);
    out.direction_deg = place["direction_deg"].number_or(-360.0, 360.0, out.direction_deg);
    out.lead_s = place["lead_s"].number_or(0.0, 120.0, out.lead_s);
    out.calm_s = place["calm_s"].number_or(0.0, 600.0, out.calm_s);
    out.trained_share = place["trained_share"].number_or(0.0, 1.0, out.trained_share);
    out.near_exit_runs = place["near_exit_runs"].boolean_or(false);
    if (place.has("damage")) out.damage = place["damage"].boolean(true);
    for (const floorplans::JsonCursor& a : place["aftershocks"].elements()) {
        a.allow_keys({"at_s", "magnitudes"});
        out.aftershocks.push_back({a["at_s"].number(0.0, longest_s), a["magnitudes"].number_or(0.0, 9.0, 1.0)});
        if (out.aftershocks.back().at_s <= out.at_s) a["at_s"].report(Severity::error, "quake.aftershock_first");
    }
    out.draw_aftershocks = place["draw_aftershocks"].boolean_or(false);
    if (!out.shakes() && (place.has("lead_s") || place.has("aftershocks") || place.has("draw_aftershocks")))
        place.report(Severity::warning, "quake.no_motion");
    return out;
}

}  // namespace muster::scenarios
