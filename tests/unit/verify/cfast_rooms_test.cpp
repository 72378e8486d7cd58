// SPDX-License-Identifier: Apache-2.0
// A user's CFAST runs beside our network: here "CFAST" is our network itself, its table changed where a test wants it.
#include <catch2/catch.hpp>
#include <fstream>

#include "sim/base/constants.h"
#include "sim/hazards/detector.h"
#include "tests/support/temporary_folder.h"
#include "tools/verify/cfast_rooms.h"
#include "tools/verify/readings.h"

using namespace muster;
using namespace muster::verify;
using namespace muster::testing;

namespace {

constexpr const char* input =
    "&COMP ID='Room' WIDTH=5 DEPTH=4 HEIGHT=3 /\n&COMP ID='Store' WIDTH=3 DEPTH=3 HEIGHT=3 ORIGIN=5,0,0 /\n"
    "&VENT TYPE='WALL' COMP_IDS='Room' 'OUTSIDE' BOTTOM=0 TOP=2 WIDTH=0.9 /\n"
    "&VENT TYPE='WALL' COMP_IDS='Room' 'Store' BOTTOM=0 TOP=2 WIDTH=0.9 /\n"
    "&VENT TYPE='CEILING' COMP_IDS='Store' 'OUTSIDE' AREA=0.01 /\n"
    "&FIRE ID='F' COMP_ID='Room' FIRE_ID='F1' LOCATION=2,2 /\n"
    "&CHEM ID='F1' CARBON=1 HYDROGEN=2 OXYGEN=0.5 HEAT_OF_COMBUSTION=20000 RADIATIVE_FRACTION=0.3 /\n"
    "&TABL ID='F1' LABELS='TIME','HRR','HEIGHT','AREA','SOOT_YIELD' /\n&TABL ID='F1' DATA=0,0,0,0.5,0.05 /\n"
    "&TABL ID='F1' DATA=60,200,0,0.5,0.05 /\n";

struct Change {
    double rise = 1.0, density = 1.0, layer_m = 0.0;
    const char* density_unit = "1/m";
};

std::string results_of(const cfast::CfastModel& model, const Change& change) {
    std::string names = "Time", words = "Simulation Time", rooms = "Time", units = "s", rows;
    for (const std::string& room : model.zone_names) {
        names += ",ULT,HGT,ULOD";
        words += ",Upper Layer Temperature,Layer Height,Optical Density Upper Layer";
        for (int i = 0; i < 3; ++i) rooms += "," + room;
        units += std::string(",C,m,") + change.density_unit;
    }
    hazards::ZoneNetwork network = model.network();
    const double ambient_c = model.settings.ambient_k - zero_celsius_k;
    for (int s = 0; s <= 200; ++s) {
        if (s % 5 == 0) {
            rows += std::to_string(s);
            for (const hazards::ZoneNow& is : network.now()) {
                const double rise = is.upper_k - model.settings.ambient_k;
                rows += "," + std::to_string(ambient_c + change.rise * rise) + "," +
                        std::to_string(is.layer_m + change.layer_m) + "," +
                        std::to_string(change.density * hazards::optical_density(is.soot_upper));
            }
            rows += "\n";
        }
        model.set(network, s);
        (void)network.step(1.0);
    }
    return names + "\n" + words + "\n" + rooms + "\n" + units + "\n" + rows;
}

struct Runs {
    TemporaryFolder folder;

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder.file(name), std::ios::binary) << text;
    }
    [[nodiscard]] Checked<std::vector<CfastCase>> read(const Change& change) const {
        write("a.in", input);
        write("a_compartments.csv", results_of(cfast::read_cfast_input(input), change));
        return read_cfast_cases(folder.file(""));
    }
};

TestEntry judged_as() {
    TestEntry test;
    test.measure = "cfast";
    test.limits = {{"layer_share", 0.05}, {"warmth", 0.15}, {"warmth_k", 5.0}, {"smoke", 0.1}, {"arrival_s", 20.0}};
    return test;
}

std::vector<TestVerdict> verdicts(const Change& change) {
    const auto cases = Runs().read(change);
    REQUIRE(cases);
    std::vector<TestVerdict> out;
    for (const TestResult& result : compare_rooms(*cases.value, judged_as(), {}).results) out.push_back(result.verdict);
    return out;
}

}  // namespace

TEST_CASE("CFAST runs: the same curves agree, and what the input has besides is named", "[fire]") {
    const Runs runs;
    const auto cases = runs.read({});
    REQUIRE(cases);
    REQUIRE(cases.findings.size() == 1);
    CHECK(cases.findings[0].code == "cfast.left_out");
    const CfastComparison compared = compare_with_cfast(cases.value->front(), never);
    REQUIRE(compared.rooms.size() == 2);
    const RoomDifference& room = compared.rooms[0];
    CHECK(room.room == "Room");
    CHECK(room.layer_share.value() < 1e-6);
    CHECK(room.warmth.value() < 1e-4);
    CHECK(room.smoke.value() < 1e-3);
    CHECK(room.arrival_s.value() == 0.0);
    CHECK(room.time_s.back() == 200.0);
    const CfastRooms rooms = compare_rooms(*cases.value, judged_as(), {});
    REQUIRE(rooms.results.size() == 2);
    CHECK(rooms.results[1].test->what.en == "a / Store");
    CHECK(rooms.results[0].measured.plots.size() == 2);
    CHECK(rooms.results[0].measured.figure.rfind("z 0 %", 0) == 0);
}

TEST_CASE("CFAST runs: each kind of difference is seen", "[fire]") {
    const std::vector<TestVerdict> good(2, TestVerdict::passed), bad(2, TestVerdict::failed);
    CHECK(verdicts({}) == good);
    CHECK(verdicts({.rise = 1.05, .density = 1.05, .layer_m = 0.1}) == good);
    CHECK(verdicts({.rise = 1.25})[0] == TestVerdict::failed);
    CHECK(verdicts({.density = 1.25}) == bad);
    CHECK(verdicts({.layer_m = 0.2}) == bad);
    CHECK(verdicts({.density_unit = "furlong"}) == bad);
}

TEST_CASE("CFAST runs: what cannot be compared is said", "[fire]") {
    const Runs runs;
    const auto codes = [&] {
        std::string out;
        const auto read = read_cfast_cases(runs.folder.file(""));
        for (const Finding& f : read.findings) out += f.code + " ";
        return out;
    };
    CHECK(codes() == "cfast.no_input ");
    runs.write("a.in", input);
    CHECK(codes() == "cfast.no_results ");
    runs.write("a_compartments.csv", "a;b\nc;d\ne;f\ns;C\n0;1;2\n");
    CHECK(codes() == "outside.table_surplus ");
    runs.write("a.in", "&COMP ID='x' WIDTH=0 /");
    CHECK(codes() == "cfast.input ");
    CHECK(read_cfast_cases(runs.folder.file("none")).findings.front().code == "cfast.no_input");
    CHECK(cfast_test({}) == nullptr);
}
