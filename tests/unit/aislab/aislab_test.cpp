// SPDX-License-Identifier: Apache-2.0
// Drawings made for the tests: what is imported, what is healed, what is refused and by what name.
#include "tools/exchange/aislab/aislab.h"

#include <catch2/catch.hpp>

#include "floorplans/json_cursor.h"
#include "floorplans/reader.h"
#include "floorplans/writer.h"
#include "tests/unit/aislab/drawn_school.h"

using namespace muster;
using namespace muster::aislab;

namespace {

Checked<Building> import_one(const DrawnSchool& school) { return import_aislab({school.text()}); }

const Finding* find(const Findings& findings, const std::string& code) {
    for (const Finding& f : findings)
        if (f.code == code) return &f;
    return nullptr;
}

std::string arg(const Finding& finding, const std::string& key) {
    for (const auto& [k, v] : finding.args)
        if (k == key) return v;
    return {};
}

bool refused_as(const Checked<Building>& result, const std::string& code) {
    const Finding* f = find(result.findings, code);
    return !result && f != nullptr && f->severity == Severity::error;
}

// The plan that is written must pass the ordinary reader.
bool reader_accepts(const Building& building) {
    const auto document = floorplans::JsonDocument::parse(floorplans::write_floor_plan(building), "written.json");
    if (!document) return false;
    const Checked<Building> read = floorplans::read_floor_plan(*document.value);
    for (const Finding& f : read.findings)
        if (f.severity == Severity::error) UNSCOPED_INFO(f.code << " " << f.pointer);
    return read && read.value->openings.size() == building.openings.size();
}

}  // namespace

TEST_CASE("a clean storey with an entrance is imported and passes the plan reader") {
    const auto result = import_one(three_classrooms());
    REQUIRE(result);
    CHECK(result.value->spaces.size() == 5);
    CHECK(result.value->openings.size() == 5);  // four doors and an exit
    CHECK(result.value->spaces[0].use == SpaceUse::classroom);
    CHECK(area(result.value->spaces[0].area) == Approx(64.0));
    CHECK(result.value->openings[0].clear_width_m == Approx(0.9));
    CHECK(result.value->is_building_exit(OpeningId{4}));
    CHECK(reader_accepts(*result.value));
}

TEST_CASE("every assumption is listed in both languages") {
    const auto result = import_one(three_classrooms());
    REQUIRE(result);
    bool widths = false;
    for (const std::string& a : result.value->assumptions) {
        CHECK(a.find(" / ") != std::string::npos);
        widths = widths || a.find("width of 4 doors not drawn, assumed 0.9 m") != std::string::npos;
    }
    CHECK(widths);
}

TEST_CASE("two marks a door's width apart are its jambs") {
    DrawnSchool s = three_classrooms();
    s.box("x", "CLOSET", 0, 104, 60, 130).door("x", "c", {30, 104}, {41, 104});
    const auto result = import_one(s);
    REQUIRE(result);
    const Building& b = *result.value;
    const auto x = std::find_if(b.openings.begin(), b.openings.end(),
                                [](const Opening& o) { return o.clear_width_m > 1.05 && o.clear_width_m < 1.15; });
    REQUIRE(x != b.openings.end());
    CHECK(x->at.middle().x == Approx(3.55));
}

TEST_CASE("a label catalogue is refused by the name of its root") {
    const auto result =
        import_aislab({DrawingText{"school.xml", "<?xml version=\"1.0\"?>\n<buildingtype><labels/></buildingtype>"}});
    REQUIRE(refused_as(result, "import.not_a_building"));
    CHECK(arg(*find(result.findings, "import.not_a_building"), "root") == "buildingtype");
    CHECK(find(result.findings, "import.not_a_building")->file == "school.xml");
}

TEST_CASE("a unit written wrong is found and named with the factor that would mend it") {
    const auto result = import_one(three_classrooms().scale("9", "90", "m"));
    REQUIRE(refused_as(result, "import.scale_impossible"));
    CHECK(arg(*find(result.findings, "import.scale_impossible"), "factor") == "0.01");
    CHECK(refused_as(import_one(three_classrooms().scale("9", "90", "furlong")), "import.unit_unknown"));
    CHECK(refused_as(import_one(three_classrooms().scale("0", "90", "cm")), "import.no_scale"));
}

TEST_CASE("a doubtful scale is a warning, not a silent correction") {
    const auto result = import_one(three_classrooms().scale("5", "90", "cm"));
    REQUIRE(result);
    CHECK(find(result.findings, "import.scale_suspect") != nullptr);
    CHECK(area(result.value->spaces[0].area) == Approx(64.0 * 81.0 / 25.0));
}

TEST_CASE("broken XML is refused with its line") {
    const auto result = import_aislab({DrawingText{"broken.xml", "<building>\n<name>x</name>\n<floor>"}});
    REQUIRE(refused_as(result, "import.not_xml"));
    CHECK(find(result.findings, "import.not_xml")->line >= 1);
    CHECK(refused_as(import_aislab({DrawingText{"empty.xml", ""}}), "import.not_xml"));
    CHECK(refused_as(import_aislab(std::vector<DrawingText>{}), "import.no_files"));
    CHECK(refused_as(import_aislab(std::vector<std::string>{"no/such/file.xml"}), "file.unreadable"));
}

TEST_CASE("a room without a door is refused with a proposal") {
    DrawnSchool s = three_classrooms();
    s.box("x", "CLOSET", 0, 104, 60, 130);
    const auto result = import_one(s);
    REQUIRE(refused_as(result, "import.room_unreachable"));
    const Finding& f = *find(result.findings, "import.room_unreachable");
    CHECK(arg(f, "room") == "CLOSET (#6)");
    CHECK(arg(f, "other") == "CORRIDOR (#4)");
    CHECK(std::stod(arg(f, "length")) == Approx(6.0).margin(0.7));
}

TEST_CASE("a floor with stairs and no entrance needs the storey below") {
    CHECK(refused_as(import_one(storey_with_stairs(false)), "import.storey_only"));
}

TEST_CASE("rooms that overlap a little are parted, rooms that overlap widely are refused") {
    DrawnSchool narrow = three_classrooms();
    narrow.box("x", "CLOSET", 0, 102.5, 60, 130).door("x", "c", {30, 103});
    const auto healed = import_one(narrow);
    REQUIRE(healed);
    CHECK(reader_accepts(*healed.value));
    DrawnSchool wide = three_classrooms();
    wide.box("x", "MEDIUM", 0, 89, 60, 130).door("x", "c", {30, 104});
    const auto refused = import_one(wide);
    REQUIRE(refused_as(refused, "import.rooms_overlap"));
    CHECK(std::stod(arg(*find(refused.findings, "import.rooms_overlap"), "area")) == Approx(9.0));
}

TEST_CASE("a closet drawn inside a classroom is cut out of it") {
    DrawnSchool s = three_classrooms();
    s.box("x", "CLOSET", 10, 10, 40, 40).door("x", "k1", {25, 40});
    const auto result = import_one(s);
    REQUIRE(result);
    CHECK(find(result.findings, "import.room_inside") != nullptr);
    CHECK(area(result.value->spaces[0].area) == Approx(64.0 - 9.0));
    CHECK(reader_accepts(*result.value));
}

TEST_CASE("a bow tie is refused, a spike is mended") {
    DrawnSchool tie = three_classrooms();
    tie.room("x", "CLOSET", {{0, 104}, {60, 130}, {60, 104}, {0, 130}}).door("x", "c", {10, 104});
    CHECK(refused_as(import_one(tie), "import.ring_crossed"));
    DrawnSchool spike = three_classrooms();
    spike.room("x", "CLOSET", {{0, 104}, {60, 104}, {60, 130}, {90, 130}, {60, 130}, {0, 130}, {0, 130}});
    spike.door("x", "c", {30, 104});
    CHECK(import_one(spike));
}

TEST_CASE("phantom rooms are dropped, doors to nowhere are left out") {
    DrawnSchool s = three_classrooms();
    s.room("ghost", "?", {{5, 5}, {6, 6}}).one_sided_door("k1", "nobody", {0, 40});
    const auto result = import_one(s);
    REQUIRE(result);
    CHECK(find(result.findings, "import.room_dropped") != nullptr);
    CHECK(find(result.findings, "import.door_unknown_room") != nullptr);
    CHECK(result.value->spaces.size() == 5);
}

TEST_CASE("a door at a corner slides along its wall, one in mid-room is refused") {
    DrawnSchool corner = three_classrooms();
    corner.box("x", "CLOSET", 0, 104, 60, 130).door("x", "c", {1, 104});
    const auto slid = import_one(corner);
    REQUIRE(slid);
    CHECK(reader_accepts(*slid.value));
    DrawnSchool off = three_classrooms();
    off.box("x", "CLOSET", 0, 104, 60, 130).door("x", "c", {30, 117});
    CHECK(refused_as(import_one(off), "import.door_off_wall"));
}

TEST_CASE("rooms that meet in a corner only cannot have a door") {
    DrawnSchool s = three_classrooms();
    s.box("x", "CLOSET", 240, 104, 280, 130).one_sided_door("x", "c", {240, 104});
    CHECK_FALSE(import_one(s));
}

TEST_CASE("two storeys at different scales are laid over one another and joined by stairs") {
    const DrawingText low = storey_with_stairs(true).text("low.xml");
    const DrawingText high = storey_with_stairs(false).moved(1.0 / 1.12, {35, 20}).text("high.xml");
    const auto result = import_aislab({low, high});
    for (const Finding& f : result.findings) UNSCOPED_INFO(f.code);
    REQUIRE(result);
    const Building& b = *result.value;
    CHECK(find(result.findings, "import.scales_clash") != nullptr);
    REQUIRE(b.stairs.size() == 2);
    CHECK(b.stairs[0].flights.size() == 2);
    const Flight& flight = *b.space(b.stairs[0].flights[0]).flight;
    CHECK(2.0 * flight.rise_m() == Approx(b.levels[1].elevation_m - b.levels[0].elevation_m));
    CHECK(reader_accepts(b));
}

TEST_CASE("storeys given top to bottom are turned round, with a warning") {
    DrawnSchool low = storey_with_stairs(true), high;
    high.box("k1", "CLASSROOM", 0, 0, 80, 80)
        .box("k2", "CLASSROOM", 80, 0, 170, 80)
        .box("c", "CORRIDOR", 0, 80, 170, 104);
    high.box("s1", "STAIRS", 20, 104, 56, 170)
        .door("k1", "c", {40, 80})
        .door("k2", "c", {120, 80})
        .door("c", "s1", {38, 104});
    const auto result = import_aislab({high.text("high.xml"), low.text("low.xml")});
    REQUIRE(result);
    CHECK(find(result.findings, "import.order_reversed") != nullptr);
    CHECK(result.value->sources.front().find("low.xml") != std::string::npos);
}

TEST_CASE("storeys of different buildings are refused") {
    DrawnSchool other;
    other.box("k1", "CLASSROOM", 0, 0, 60, 200)
        .box("k2", "CLASSROOM", 84, 0, 150, 260)
        .box("c", "CORRIDOR", 60, 0, 84, 300);
    other.box("s1", "STAIRS", 84, 270, 160, 310)
        .door("k1", "c", {60, 100})
        .door("k2", "c", {84, 100})
        .door("c", "s1", {84, 290});
    const auto result = import_aislab({storey_with_stairs(true).text("low.xml"), other.text("other.xml")});
    CHECK_FALSE(result);
    CHECK((find(result.findings, "import.storeys_do_not_fit") != nullptr ||
           find(result.findings, "import.storeys_unsure") != nullptr));
}

TEST_CASE("without an entrance, the ground floor's stairwells get the ways out, as a warning says") {
    const auto result =
        import_aislab({storey_with_stairs(false).text("low.xml"), storey_with_stairs(false).text("high.xml")});
    REQUIRE(result);
    CHECK(find(result.findings, "import.exits_assumed") != nullptr);
    CHECK(reader_accepts(*result.value));
}

TEST_CASE("importing twice gives the same plan to the last character") {
    const auto a = import_one(three_classrooms()), b = import_one(three_classrooms());
    REQUIRE(a);
    CHECK(floorplans::write_floor_plan(*a.value) == floorplans::write_floor_plan(*b.value));
}
