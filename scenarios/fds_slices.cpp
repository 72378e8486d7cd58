// SPDX-License-Identifier: Apache-2.0
// FDS slices: the `.smv` says which meshes and slices there are, each `.sf` holds one slice over time (Fortran records,
// little-endian: three of 30 characters, one of six int32, then per time a float32 and the values, x fastest).
#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <sstream>

#include "floorplans/file_text.h"
#include "scenarios/fds_slices.h"
#include "sim/base/constants.h"

namespace muster::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr double head_m = 1.5, lowest_m = 0.8, highest_m = 2.2;  // of a slice above the floor
constexpr std::size_t header_bytes = 3 * 38 + 32;
constexpr double most_possible = 1e9;  // of any quantity in our units; more, or no number, is a broken value

std::string trimmed(const std::string& s) {
    const auto first = s.find_first_not_of(" \t\r");
    return first == std::string::npos ? std::string{} : s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

class SmvReader {
public:
    explicit SmvReader(const std::string& text) : in_(text) {}

    void read() {
        for (std::string line; std::getline(in_, line);) {
            std::istringstream words(line);
            std::string word;
            words >> word;
            if (word == "GRID") meshes.emplace_back();
            if (word.size() == 4 && word.rfind("TRN", 0) == 0 && word[3] >= 'X' && word[3] <= 'Z' && !meshes.empty())
                read_nodes(static_cast<std::size_t>(word[3] - 'X'));
            if (word == "SLCF" || word == "SLCC") {
                FdsSliceEntry entry;
                entry.at_cells = word == "SLCC";
                words >> entry.mesh;
                std::string short_name;
                std::getline(in_, entry.file);
                std::getline(in_, entry.quantity);
                std::getline(in_, short_name);
                std::getline(in_, entry.unit);
                entry.file = trimmed(entry.file);
                entry.quantity = trimmed(entry.quantity);
                entry.unit = trimmed(entry.unit);
                slices.push_back(std::move(entry));
            }
        }
    }
    std::vector<FdsMesh> meshes;
    std::vector<FdsSliceEntry> slices;

private:
    // A number of user transforms, that many lines, then `index coordinate` until a line is no such pair.
    void read_nodes(std::size_t axis) {
        std::string line;
        std::getline(in_, line);
        const int skip = std::atoi(line.c_str());
        for (int i = 0; i < std::clamp(skip, 0, 1000); ++i) std::getline(in_, line);
        auto& nodes = meshes.back().nodes[axis];
        while (true) {
            const auto before = in_.tellg();
            if (!std::getline(in_, line)) return;
            std::istringstream pair(line);
            double index = 0.0, at = 0.0;
            if (!(pair >> index >> at)) {
                in_.clear();
                in_.seekg(before);
                return;
            }
            if (!std::isfinite(at) || (!nodes.empty() && at <= nodes.back())) continue;
            nodes.push_back(at);
        }
    }
    std::istringstream in_;
};

template <class T>
T number_at(const std::string& bytes, std::size_t offset) {
    T out;
    std::memcpy(&out, bytes.data() + offset, sizeof out);
    return out;
}

/// What an FDS quantity is of ours, and its factor and offset.
struct SliceMeaning {
    AirQuantity what;
    double factor = 1.0, offset = 0.0;
    bool visibility = false;
};

std::optional<SliceMeaning> meaning_of(const FdsSliceEntry& e) {
    const std::string& q = e.quantity;
    if (q == "TEMPERATURE" && (e.unit == "C" || e.unit == "K"))
        return SliceMeaning{AirQuantity::temperature, 1.0, e.unit == "C" ? zero_celsius_k : 0.0};
    if (q.find("EXTINCTION COEFFICIENT") != std::string::npos) return SliceMeaning{AirQuantity::extinction};
    if (q.find("VISIBILITY") != std::string::npos) return SliceMeaning{AirQuantity::extinction, 1.0, 0.0, true};
    if (q.find("CARBON MONOXIDE VOLUME FRACTION") != std::string::npos) return SliceMeaning{AirQuantity::co, 1e6};
    if (q.find("CARBON DIOXIDE VOLUME FRACTION") != std::string::npos) return SliceMeaning{AirQuantity::co2, 100.0};
    if (q.find("OXYGEN VOLUME FRACTION") != std::string::npos) return SliceMeaning{AirQuantity::oxygen, 100.0};
    if (q.find("HYDROGEN CYANIDE VOLUME FRACTION") != std::string::npos) return SliceMeaning{AirQuantity::hcn, 1e6};
    return {};
}

/// The storey at whose head height z is, with the distance from it.
std::optional<std::pair<LevelId, double>> storey_at(const Building& building, double z) {
    std::optional<std::pair<LevelId, double>> out;
    for (std::size_t l = 0; l < building.levels.size(); ++l) {
        const double above = z - building.levels[l].elevation_m;
        if (above < lowest_m || above > highest_m) continue;
        if (!out || std::abs(above - head_m) < out->second) out = {LevelId{l}, std::abs(above - head_m)};
    }
    return out;
}

}  // namespace

FdsIndex read_fds_index(const std::string& text) {
    SmvReader reader(text);
    reader.read();
    return {std::move(reader.meshes), std::move(reader.slices)};
}

std::optional<FdsSlice> read_fds_slice(const std::string& bytes, const FdsSliceEntry& entry, const FdsMesh& mesh,
                                       const Building& building, const std::array<double, 3>& shift, const char*& why) {
    const auto meaning = meaning_of(entry);
    if (!meaning) return {};
    if (bytes.size() < header_bytes) return why = "short", std::nullopt;
    std::array<std::int32_t, 6> bounds{};
    for (std::size_t i = 0; i < 6; ++i) bounds[i] = number_at<std::int32_t>(bytes, 3 * 38 + 4 + 4 * i);
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (bounds[2 * axis] < 0 || bounds[2 * axis] > bounds[2 * axis + 1] ||
            static_cast<std::size_t>(bounds[2 * axis + 1]) >= mesh.nodes[axis].size())
            return why = "bounds", std::nullopt;
    if (bounds[4] != bounds[5] || bounds[0] == bounds[1] || bounds[2] == bounds[3]) return {};
    const auto storey = storey_at(building, mesh.nodes[2][static_cast<std::size_t>(bounds[4])] + shift[2]);
    if (!storey) return {};
    FdsSlice out;
    out.off_m = storey->second;
    out.mesh = entry.mesh;
    RecordedSlice& s = out.slice;
    s.what = meaning->what;
    s.level = storey->first;
    const std::size_t ghost = entry.at_cells ? 1 : 0;  // the first row and column of cell values mean nothing
    const auto points = [&](std::size_t axis, std::vector<double>& to) {
        for (auto i = static_cast<std::size_t>(bounds[2 * axis]) + ghost;
             i <= static_cast<std::size_t>(bounds[2 * axis + 1]); ++i) {
            const auto& nodes = mesh.nodes[axis];
            to.push_back((entry.at_cells ? 0.5 * (nodes[i - 1] + nodes[i]) : nodes[i]) + shift[axis]);
        }
    };
    points(0, s.x);
    points(1, s.y);
    const std::size_t nx = s.x.size() + ghost, n = nx * (s.y.size() + ghost);
    const std::size_t frame = 12 + 8 + 4 * n;
    AirAtHead clean_air;
    const auto clean = static_cast<float>(value_of(clean_air, s.what));  // where there is no number
    for (std::size_t at = header_bytes; at + frame <= bytes.size(); at += frame) {
        const double time = number_at<float>(bytes, at + 4);
        if (!std::isfinite(time) || (!s.time_s.empty() && time <= s.time_s.back())) continue;
        s.time_s.push_back(time);
        for (std::size_t y = ghost; y < s.y.size() + ghost; ++y)
            for (std::size_t x = ghost; x < nx; ++x) {
                const double v = number_at<float>(bytes, at + 16 + 4 * (y * nx + x));
                const double clear = v < visible_cap_m - 1e-3 ? 3.0 / std::max(v, 0.01) : 0.0;
                const double value = meaning->visibility ? clear : meaning->factor * v + meaning->offset;
                s.values.push_back(std::abs(value) < most_possible ? static_cast<float>(value) : clean);
            }
    }
    if (s.time_s.empty()) return why = "empty", std::nullopt;
    return out;
}

void read_fds_slices(const OutsideFile& smv, const Building& building, const std::array<double, 3>& shift,
                     SmokeRecord& into) {
    const FdsIndex index = read_fds_index(smv.text);
    std::vector<FdsSlice> best;
    for (const FdsSliceEntry& entry : index.slices) {
        if (!meaning_of(entry) || entry.mesh == 0 || entry.mesh > index.meshes.size()) continue;
        // A name with a folder in it could lead anywhere.
        const fs::path path = fs::path(smv.path).parent_path() / fs::path(entry.file).filename();
        const auto bytes = floorplans::file_text(path.string());
        if (!bytes) {
            smv.report(Severity::warning, "outside.no_slice", {{"slice", entry.file}});
            continue;
        }
        const char* why = nullptr;
        auto found = read_fds_slice(*bytes, entry, index.meshes[entry.mesh - 1], building, shift, why);
        if (why != nullptr) smv.report(Severity::warning, "outside.broken_slice", {{"slice", entry.file}});
        if (!found) continue;
        into.files.push_back(path.string());
        const auto same = std::find_if(best.begin(), best.end(), [&](const FdsSlice& f) {
            return f.mesh == found->mesh && f.slice.what == found->slice.what && f.slice.level == found->slice.level;
        });
        if (same == best.end())
            best.push_back(std::move(*found));
        else if (found->off_m < same->off_m)
            *same = std::move(*found);
    }
    for (FdsSlice& f : best) into.slices.push_back(std::move(f.slice));
}

}  // namespace muster::scenarios
