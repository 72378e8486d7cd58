// SPDX-License-Identifier: Apache-2.0
#include "scenarios/external_results.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "floorplans/file_text.h"
#include "scenarios/scenario_words.h"
#include "sim/base/constants.h"
#include "sim/base/number_text.h"
#include "sim/model/plain_names.h"

namespace muster::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 1'000'000'000;  // bytes
constexpr double hottest_start_k = 333.15;              // a run that starts hotter has its units wrong

std::vector<std::string> files_ending(const std::string& folder, const std::string& ending) {
    std::vector<std::string> out;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const std::string name = entry.path().filename().string();
        const bool ends =
            name.size() >= ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
        if (ends && entry.is_regular_file(failed)) out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

class RunFolder {
public:
    RunFolder(const floorplans::JsonCursor& place, std::string folder, SmokeRecord& record)
        : place_(place), folder_(std::move(folder)), record_(record) {}

    /// The one file with that ending; none with a finding when there are more, or none and one is needed.
    [[nodiscard]] std::vector<OutsideFile> one(const std::string& ending, bool needed) {
        const auto files = files_ending(folder_, ending);
        if (files.size() > 1 || (files.empty() && needed)) {
            place_.report(Severity::error, files.empty() ? "outside.no_file" : "outside.many_files",
                          {{"folder", folder_}, {"file", "*" + ending}});
            return {};
        }
        std::vector<OutsideFile> out;
        for (const std::string& path : files) {
            std::error_code failed;
            if (fs::file_size(path, failed) > largest_file || failed) {
                place_.report(Severity::error, "outside.unreadable", {{"file", path}});
                continue;
            }
            out.push_back({place_, path, floorplans::file_text(path).value_or("")});
            record_.files.push_back(path);
        }
        return out;
    }

private:
    const floorplans::JsonCursor& place_;
    std::string folder_;
    SmokeRecord& record_;
};

void list_unmapped(const floorplans::JsonCursor& place, const Building& building, SmokeRecord& record) {
    std::set<std::uint32_t> known;
    for (const RecordedRoom& room : record.rooms) known.insert(room.space.value);
    for (const RecordedSlice& slice : record.slices)
        for (std::size_t s = 0; s < building.spaces.size(); ++s) {
            if (building.spaces[s].level != slice.level) continue;
            const Vec2 middle = inner_point(building.spaces[s].area);
            if (middle.x >= slice.x.front() && middle.x <= slice.x.back() && middle.y >= slice.y.front() &&
                middle.y <= slice.y.back())
                known.insert(static_cast<std::uint32_t>(s));
        }
    std::string names;
    for (std::size_t s = 0; s < building.spaces.size(); ++s) {
        if (building.spaces[s].outdoor || known.count(static_cast<std::uint32_t>(s)) != 0) continue;
        record.unmapped.push_back(SpaceId{s});
        names += (names.empty() ? "" : ", ") + building.spaces[s].key;
    }
    if (record.unmapped.empty()) return;
    place.report(Severity::warning, "outside.unmapped",
                 {{"count", std::to_string(record.unmapped.size())}, {"spaces", names}});
}

void check_sense(const floorplans::JsonCursor& place, const SmokeRecord& record, const Building& building) {
    for (const RecordedRoom& room : record.rooms) {
        const LayeredAir& first = room.at.front();
        if (first.lower.temperature_k > hottest_start_k || first.upper.temperature_k > hottest_start_k) {
            place.report(Severity::error, "outside.hot_start",
                         {{"space", building.space(room.space).key},
                          {"celsius", short_number(first.lower.temperature_k - zero_celsius_k, 0)}});
            return;
        }
    }
}

}  // namespace

OutsideNames::OutsideNames(const floorplans::JsonCursor& table, const References& refs)
    : building_(refs.building), plain_names_(plain_names(keys_of(refs.building.spaces))) {
    for (const floorplans::JsonCursor& row : table.elements()) {
        row.allow_keys({"name", "space", "quantity"});
        OutsideTarget target{refs.space(row["space"]), -1, row.has("quantity") ? row["quantity"].string() : ""};
        if (target.space.valid()) targets_.insert_or_assign(row["name"].string(), target);
    }
}

SpaceId OutsideNames::space_of(const std::string& name) const {
    const auto& spaces = building_.spaces;
    for (std::size_t i = 0; i < spaces.size(); ++i)
        if (plain_names_[i] == name) return SpaceId{i};
    SpaceId reduced;
    int bearers = 0;
    for (std::size_t i = 0; i < spaces.size(); ++i) {
        if (spaces[i].key == name) return SpaceId{i};
        if (plain_name(spaces[i].key) != name) continue;
        reduced = SpaceId{i};
        ++bearers;
    }
    return bearers == 1 ? reduced : SpaceId{};
}

OutsideTarget OutsideNames::cell_of(const std::string& name) const {
    const std::string mark = "_cell";
    const auto at = name.rfind(mark);
    if (at == std::string::npos) return {};
    const std::string number = name.substr(at + mark.size());
    const bool digits = !number.empty() && number.size() < 4 &&
                        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return {};
    return {space_of(name.substr(0, at)), std::stoi(number) - 1, ""};
}

const OutsideTarget* OutsideNames::find(const std::string& name) {
    if (const auto known = targets_.find(name); known != targets_.end()) return &known->second;
    const auto colon = name.find(':');
    const std::string space = name.substr(0, colon);
    OutsideTarget target = cell_of(space);
    if (!target.space.valid()) target = {space_of(space), -1, ""};
    if (!target.space.valid()) return nullptr;
    if (colon != std::string::npos) target.quantity = name.substr(colon + 1);
    return &targets_.emplace(name, target).first->second;
}

std::shared_ptr<const SmokeRecord> read_external_results(const floorplans::JsonCursor& place, const References& refs,
                                                         const std::string& folder) {
    if (place.missing()) return nullptr;
    place.allow_keys({"program", "folder", "starts_s", "shift_m", "names"});
    auto record = std::make_shared<SmokeRecord>();
    const auto program = place["program"].word<ExternalProgram>();
    const std::string named = place["folder"].string();
    record->starts_s = place["starts_s"].number_or(0.0, longest_s, 0.0);
    std::array<double, 3> shift{};
    if (const auto parts = place["shift_m"].elements(); !parts.empty()) {
        if (parts.size() != 3) place["shift_m"].report(Severity::error, "outside.shift", {});
        for (std::size_t i = 0; i < std::min<std::size_t>(3, parts.size()); ++i) shift[i] = parts[i].number(-1e8, 1e8);
    }
    shift[0] -= refs.building.site_origin.x;
    shift[1] -= refs.building.site_origin.y;
    if (!program || named.empty()) return nullptr;
    OutsideNames names(place["names"], refs);
    RunFolder run(place, (fs::path(folder) / named).lexically_normal().string(), *record);
    bool readable = true;
    if (*program == ExternalProgram::cfast) {
        for (const OutsideFile& f : run.one("_compartments.csv", true)) readable = read_cfast_rooms(f, names, *record);
        for (const OutsideFile& f : run.one("_devices.csv", false)) read_cfast_devices(f, *record, refs.building);
    } else {
        const auto slices = run.one(".smv", false);
        for (const OutsideFile& f : run.one("_devc.csv", slices.empty()))
            readable = read_fds_devices(f, names, *record);
        for (const OutsideFile& f : slices) read_fds_slices(f, refs.building, shift, *record);
    }
    if (record->rooms.empty() && record->slices.empty()) {
        if (readable) place.report(Severity::error, "outside.nothing", {{"folder", named}});
        return nullptr;
    }
    check_sense(place, *record, refs.building);
    list_unmapped(place, refs.building, *record);
    return record;
}

}  // namespace muster::scenarios
