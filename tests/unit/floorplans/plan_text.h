// SPDX-License-Identifier: Apache-2.0
// Plans for the reader's tests, as text: a few rooms with doors, from short lines.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "tests/support/paths.h"

namespace muster::floorplans {

/// The members of a plan file, each a JSON text or a list of them.
struct PlanText {
    std::vector<std::string> spaces, openings, stairs, obstacles, assembly, fixtures;
    std::string levels = R"({"id": "F1", "name": "1", "elevation_m": 0, "storey": 1},
                            {"id": "F2", "name": "2", "elevation_m": 3.6, "storey": 2})";

    PlanText& room(const std::string& id, const std::string& area, const std::string& more = R"("use": "other")",
                   const std::string& level = "F1") {
        spaces.push_back("{\"id\": \"" + id + "\", \"level\": \"" + level + "\", \"name\": \"" + id + "\", " + more +
                         ", \"area\": " + area + "}");
        return *this;
    }
    PlanText& door(const std::string& id, const std::string& from, const std::string& to, const std::string& at,
                   const std::string& width = "1.0", const std::string& more = "") {
        openings.push_back("{\"id\": \"" + id + "\", \"between\": [\"" + from + "\", \"" + to + "\"], \"at\": " + at +
                           ", \"clear_width_m\": " + width + more + "}");
        return *this;
    }
    [[nodiscard]] std::string text() const {
        return "{\"format\": \"muster.plan\", \"schema_version\": 1, \"id\": \"t\", \"name\": \"t\",\n\"levels\": [" +
               levels + "],\n\"spaces\": " + list(spaces) + ",\n\"openings\": " + list(openings) +
               ",\n\"stairs\": " + list(stairs) + ",\n\"obstacles\": " + list(obstacles) +
               ",\n\"assembly\": " + list(assembly) + ",\n\"fixtures\": " + list(fixtures) + "}";
    }

private:
    static std::string list(const std::vector<std::string>& items) {
        std::string out = "[";
        for (const std::string& item : items) out += (out.size() > 1 ? ",\n" : "") + item;
        return out + "]";
    }
};

/// A room of 9 x 7 m, a corridor north of it behind a 0.24 m wall, a door between them and an exit: nothing is wrong.
inline PlanText two_rooms() {
    PlanText plan;
    plan.room("r1", "[[0, 0], [9, 0], [9, 7], [0, 7]]", R"("use": "classroom")");
    plan.room("c1", "[[0, 7.24], [9, 7.24], [9, 9.64], [0, 9.64]]", R"("use": "corridor")");
    plan.door("d1", "r1", "c1", "[[7, 7.12], [8, 7.12]]");
    plan.door("e1", "c1", "outside", "[[9, 8], [9, 9]]");
    return plan;
}

inline Checked<Building> read_plan_text(const std::string& text) {
    const Checked<JsonDocument> document = JsonDocument::parse(text, "t.plan.json");
    REQUIRE(document);
    return read_floor_plan(*document.value);
}

inline std::string listing(const Findings& findings) {
    std::string out;
    for (const Finding& f : findings) {
        out += std::string(f.severity == Severity::error ? "E " : f.severity == Severity::warning ? "W " : "N ");
        out += f.code + " " + f.pointer + ":" + std::to_string(f.line);
        for (const auto& [name, value] : f.args) out += " " + name + "=" + value;
        out += "\n";
    }
    return out;
}

/// "E code pointer" of every finding.
inline std::vector<std::string> codes(const Findings& findings) {
    std::vector<std::string> out;
    for (const Finding& f : findings) {
        CHECK(f.file == "t.plan.json");
        CHECK(f.line > 0);
        out.push_back(std::string(f.severity == Severity::error     ? "E "
                                  : f.severity == Severity::warning ? "W "
                                                                    : "N ") +
                      f.code + " " + f.pointer);
    }
    return out;
}

inline std::vector<std::string> codes(const PlanText& plan) { return codes(read_plan_text(plan.text()).findings); }

inline std::string argument(const Findings& findings, const std::string& code, const std::string& name) {
    for (const Finding& f : findings)
        for (const auto& [key, value] : f.args)
            if (f.code == code && key == name) return value;
    return "(none)";
}

inline std::vector<std::string> library_plans() {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(testing::source_file("floorplans/library")))
        if (entry.path().string().ends_with(".plan.json")) out.push_back(entry.path().string());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace muster::floorplans
