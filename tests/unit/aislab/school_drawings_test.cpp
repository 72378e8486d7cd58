// SPDX-License-Identifier: Apache-2.0
// The published drawings themselves, where they are at hand: which of them become runnable buildings, and why the
// others do not.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "scenarios/reader.h"
#include "tests/support/paths.h"
#include "tools/exchange/aislab/aislab.h"

using namespace muster;
using namespace muster::aislab;
namespace fs = std::filesystem;

namespace {

struct Case {
    std::vector<std::string> files;
    std::string refused_as;  // "" = imported
    std::size_t levels, stairs;
};

const std::vector<Case> cases{
    {{"Valleceppi_P0_updated.xml", "Valleceppi_P1_updated.xml"}, "", 2, 2},
    {{"RomainRolland1_updated.xml", "RomainRoland2_updated.xml"}, "", 2, 2},
    {{"RomainRoland2_updated.xml", "RomainRolland1_updated.xml"}, "", 2, 2},
    {{"battle_creekhs_1_updated.xml", "battle_creekhs_2_updated.xml"}, "", 2, 2},
    {{"plans1_updated.xml", "plans2_updated.xml"}, "", 2, 3},
    {{"herndon_updated.xml"}, "", 1, 0},
    {{"Valleceppi_P0_updated.xml"}, "", 1, 0},
    {{"Liselotte1_updated.xml"}, "import.storey_only", 0, 0},
    {{"Ursy1_updated.xml"}, "import.storey_only", 0, 0},
    {{"bronxville_updated.xml"}, "import.room_unreachable", 0, 0},  // a classroom without a door in the source
    {{"school.xml"}, "import.not_a_building", 0, 0},
    {{"Valleceppi_P0_updated.xml", "battle_creekhs_2_updated.xml"}, "import.storeys_do_not_fit", 0, 0},
    {{"battle_creekhs_1_updated.xml", "RomainRoland2_updated.xml"}, "import.storeys_do_not_fit", 0, 0},
};

fs::path drawings() { return fs::path(testing::reference_data()) / "plans" / "aislab_schools"; }

std::vector<std::string> paths_of(const Case& c) {
    std::vector<std::string> paths;
    for (const std::string& file : c.files) paths.push_back((drawings() / file).string());
    return paths;
}

bool holds_error(const Findings& findings, const std::string& code) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& f) { return f.code == code && f.severity == Severity::error; });
}

}  // namespace

TEST_CASE("published school drawings are imported soundly or refused by name") {
    if (!fs::exists(drawings())) {
        WARN("skipped: the published drawings are not at hand");
        return;
    }
    for (const Case& c : cases) {
        const auto result = import_aislab(paths_of(c));
        INFO(c.files.front() << " and " << c.files.size() - 1 << " more");
        for (const Finding& f : result.findings)
            if (f.severity == Severity::error) UNSCOPED_INFO(f.code);
        if (!c.refused_as.empty()) {
            CHECK_FALSE(result);
            CHECK(holds_error(result.findings, c.refused_as));
            continue;
        }
        REQUIRE(result);
        CHECK(result.value->levels.size() == c.levels);
        CHECK(result.value->stairs.size() == c.stairs);
        CHECK(result.value->assumptions.size() >= 6);
        const auto document =
            floorplans::JsonDocument::parse(floorplans::write_floor_plan(*result.value), "written.json");
        REQUIRE(document);
        const Checked<Building> read = floorplans::read_floor_plan(*document.value);
        for (const Finding& f : read.findings)
            if (f.severity == Severity::error) UNSCOPED_INFO(f.code << " " << f.pointer);
        CHECK(read);
    }
}

TEST_CASE("an imported school and its first scenario make a world") {
    if (!fs::exists(drawings())) {
        WARN("skipped: the published drawings are not at hand");
        return;
    }
    const fs::path folder = fs::temp_directory_path() / "muster_import_test";
    fs::create_directories(folder);
    for (const std::size_t i : {0U, 1U, 3U}) {
        const auto result = import_aislab(paths_of(cases[i]));
        REQUIRE(result);
        std::ofstream(folder / "school.plan.json") << floorplans::write_floor_plan(*result.value);
        std::ofstream(folder / "school.scenario.json") << default_scenario_for(*result.value, "school.plan.json");
        const auto world = scenarios::load_world((folder / "school.scenario.json").string());
        for (const Finding& f : world.findings)
            if (f.severity == Severity::error) UNSCOPED_INFO(f.code << " " << f.pointer);
        REQUIRE(world);
        CHECK(world.value->world->scenario.population.total() > 100);
    }
    fs::remove_all(folder);
}
