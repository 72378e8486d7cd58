// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/paths.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;
using namespace muster::testing;

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

// The json blocks of a page, in order.
std::vector<std::string> examples_of(const std::string& page) {
    const std::string text = content_of((fs::path(source_file()) / page).string()), fence = "```json\n";
    std::vector<std::string> out;
    for (std::size_t at = text.find(fence); at != std::string::npos; at = text.find(fence, at)) {
        at += fence.size();
        out.push_back(text.substr(at, text.find("\n```", at) - at));
    }
    return out;
}

/// The examples of the formats' pages as files, placed as their paths say.
struct Pages {
    TemporaryFolder folder;
    fs::path library = fs::path(folder.file("scenarios")) / "library";
    fs::path scenario = library / "两间教室.scenario.json";  // names of files may be in any language
    fs::path plan = fs::path(folder.file("floorplans")) / "library" / "two_rooms.plan.json";
    fs::path risk_map = library / "two_rooms.risk.json";

    Pages() {
        write(plan, examples_of("floorplans/FORMAT.md").at(0));
        write(scenario, examples_of("scenarios/FORMAT.md").at(0));
        write(risk_map, examples_of("scenarios/FORMAT.md").at(1));
    }
    void replace(const fs::path& file, const std::string& what, const std::string& with) const {
        std::string text = content_of(file.string());
        REQUIRE(text.find(what) != std::string::npos);
        write(file, text.replace(text.find(what), what.size(), with));
    }
    [[nodiscard]] Checked<LoadedWorld> load() const { return load_world(scenario.string()); }
};

}  // namespace

TEST_CASE("load: the examples of the formats' pages make a world", "[load]") {
    const Pages pages;
    const auto loaded = pages.load();
    INFO(codes(loaded.findings));
    CHECK_FALSE(has_errors(loaded.findings));
    REQUIRE(loaded.value);
    CHECK(loaded.value->files == std::vector<std::string>{pages.scenario, pages.plan, pages.risk_map});
    const World& world = *loaded.value->world;
    CHECK(world.scenario.key == "two_rooms_drill");
    CHECK(world.building.key == "two_rooms");
    CHECK(world.risk_map.risks.size() == 1);
    CHECK(world.scenario.population.total() == 47);
}

TEST_CASE("load: a finding of validate() names the scenario's file and line", "[load]") {
    const Pages pages;
    pages.replace(pages.scenario, "\"count\": 45", "\"count\": 4500");
    const auto loaded = pages.load();
    CHECK_FALSE(loaded.value);
    const Finding& f = first(loaded.findings, "space.too_many_people");
    CHECK(f.file == pages.scenario.string());
    CHECK(f.line == 12);
}

TEST_CASE("load: a missing file, plan or risk map is one finding that names it", "[load]") {
    CHECK(codes(load_world("/nowhere/at/all.json").findings) == "file.unreadable at \n");
    const Pages no_plan;
    fs::remove(no_plan.plan);
    CHECK(first(no_plan.load().findings, "file.unreadable").file == no_plan.plan.string());
    const Pages no_map;
    fs::remove(no_map.risk_map);
    CHECK(first(no_map.load().findings, "file.unreadable").file == no_map.risk_map.string());
    const Pages unnamed;
    unnamed.replace(unnamed.scenario, "\"plan\"", "\"plam\"");
    CHECK(count(unnamed.load().findings, "json.missing_key") == 1);
}

TEST_CASE("load: a plan given as scenario is refused as such", "[load]") {
    const Pages pages;
    CHECK(codes(load_world(pages.plan.string()).findings) == "scenario.wrong_format at /format\n");
}

TEST_CASE("load: a risk map of another plan is a warning", "[load]") {
    const Pages pages;
    pages.replace(pages.risk_map, "two_rooms.plan.json", "other.plan.json");
    const auto loaded = pages.load();
    CHECK(loaded.value);
    CHECK(first(loaded.findings, "risk.other_plan").file == pages.risk_map.string());
}

TEST_CASE("load: the format of a document is told by its member", "[load]") {
    const auto format = [](const std::string& text) {
        auto document = floorplans::JsonDocument::parse(text, "x.json");
        REQUIRE(document.value);
        return format_of(*document.value);
    };
    CHECK(format(R"({"format": "muster.plan"})") == "plan");
    CHECK(format(R"({"format": "muster.risk_map"})") == "risk_map");
    CHECK(format(R"({"format": "muster.scenario"})") == "scenario");
    CHECK(format(R"({"format": "muster.recipe"})").empty());
    CHECK(format(R"({"format": 3})").empty());
    CHECK(format("[1]").empty());
}
