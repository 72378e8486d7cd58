// SPDX-License-Identifier: Apache-2.0
// Tables and slices of other fire programs as the air of a plan.
#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "scenarios/external_results.h"
#include "sim/hazards/external_fire.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;
using namespace muster::testing;

namespace {

constexpr const char* cfast_rooms =
    "Time,ULT_1,LLT_1,HGT_1,ULOD_1,LLOD_1,ULCO_1,ULT_2,ULOD_2\n"
    "Simulation Time,Upper Layer Temperature,Lower Layer Temperature,Layer Height,Optical Density Upper Layer,"
    "Optical Density Lower Layer,CO Upper Layer,Upper Layer Temperature,Optical Density Upper Layer\n"
    "Time,r1,r1,r1,r1,r1,r1,Shaft,Shaft\n"
    "s,C,C,m,1/m,1/m,mol %,C,1/m\n"
    " 0,20,20,3.2,0,0,0,20,0\n"
    " 60,120,30,1.0,2.0,0.0,0.1,40,0.5\n";
constexpr const char* cfast_devices =
    "Time,SENSACT_1\nSimulation Time,Sensor Activation\nTime,det-1\ns,\n0,0\n35,0\n40,1\n60,1\n";

struct RunFolder {
    TemporaryFolder folder;

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder.file(name), std::ios::binary) << bytes;
    }
    [[nodiscard]] Checked<SmokeRecord> read(const std::string& members, const Building& site) const {
        const std::string text = R"({"outside_run": {"folder": ".", )" + members + "}}";
        auto document = floorplans::JsonDocument::parse(text, "test.json");
        Checked<SmokeRecord> out;
        const floorplans::JsonCursor root(*document.value, out.findings);
        const auto record = read_external_results(root["outside_run"], References(site), folder.file(""));
        if (record) out.value = *record;
        return out;
    }
};

template <class T>
void append(std::string& bytes, T value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes.append(raw, sizeof value);
}

void record(std::string& bytes, const std::string& content) {
    append(bytes, static_cast<std::int32_t>(content.size()));
    bytes += content;
    append(bytes, static_cast<std::int32_t>(content.size()));
}

std::string text30(std::string s) {
    s.resize(30, ' ');
    return s;
}

/// A slice of a mesh of 1 m cells: at t = 0 all `cold`, at 10 s each node its x coordinate times ten.
std::string slice_file(int nx, int ny, int k, float cold) {
    std::string out;
    for (const char* t : {"TEMPERATURE", "temp", "C"}) record(out, text30(t));
    std::string bounds;
    for (const int b : {0, nx, 0, ny, k, k}) append(bounds, static_cast<std::int32_t>(b));
    record(out, bounds);
    for (const float time : {0.0F, 10.0F}) {
        std::string t, values;
        append(t, time);
        record(out, t);
        for (int y = 0; y <= ny; ++y)
            for (int x = 0; x <= nx; ++x) append(values, time == 0.0F ? cold : 10.0F * static_cast<float>(x));
        record(out, values);
    }
    return out;
}

std::string smv_text(int nx, int ny, int nz, const std::string& slice) {
    std::string out =
        "GRID Mesh1\n " + std::to_string(nx) + " " + std::to_string(ny) + " " + std::to_string(nz) + " 0\n";
    const auto nodes = [&](const char* name, int n) {
        out += std::string("\n") + name + "\n    0\n";
        for (int i = 0; i <= n; ++i) out += "  " + std::to_string(i) + "  " + std::to_string(0.5 * i * 2.0) + "\n";
    };
    nodes("TRNX", nx);
    nodes("TRNY", ny);
    out += "\nTRNZ\n    0\n  0  0.0\n  1  1.6\n  2  3.2\n";
    out += "\nSLCF     1 # STRUCTURED &   0  9  0  7  1  1 !  1\n " + slice + "\n TEMPERATURE\n temp\n C\n";
    return out;
}

}  // namespace

TEST_CASE("outside run: CFAST tables become the air of the rooms they name", "[outside]") {
    Building site = small_site();
    site.fixtures.push_back({"det-1", FixtureKind::smoke_detector, site.find_space("r1"), {4.0, 3.0}});
    const RunFolder run;
    run.write("a_compartments.csv", cfast_rooms);
    run.write("a_devices.csv", cfast_devices);
    auto read = run.read(R"("program": "cfast", "starts_s": 100, "names": [{"name": "Shaft", "space": "c2"}])", site);
    INFO(codes(read.findings));
    REQUIRE(read.value);
    CHECK_FALSE(has_errors(read.findings));
    CHECK(count(read.findings, "outside.unmapped") == 1);  // every other room, listed once
    CHECK(read.value->files.size() == 2);
    REQUIRE(read.value->trips.size() == 1);
    CHECK(read.value->trips.front().at_s == 40.0);

    SmokeSettings settings;
    settings.outside = std::make_shared<const SmokeRecord>(*read.value);
    hazards::ExternalFire air(site, settings, {});
    const hazards::Place standing{site.find_space("r1"), {4.0, 3.0}, 1.5}, low{site.find_space("r1"), {4.0, 3.0}, 0.5};
    air.advance_to(SimTime::from_seconds(100.0));
    CHECK(air.air_at(standing).extinction == 0.0);
    air.advance_to(SimTime::from_seconds(160.0));
    CHECK(air.tripped().size() == 1);
    CHECK(air.air_at(standing).extinction == Approx(2.0 * 2.302585));
    CHECK(air.air_at(standing).co_ppm == Approx(1000.0));
    CHECK(air.air_at(standing).temperature_k == Approx(393.15));
    CHECK(air.air_at(low).temperature_k == Approx(303.15));
    CHECK(air.air_at({site.find_space("c2"), {-6.0, 8.0}, 0.2}).extinction == Approx(0.5 * 2.302585));  // a shaft
    CHECK(air.air_at({site.find_space("r2"), {-8.0, 3.0}, 1.5}).extinction == 0.0);                     // not mapped
    air.advance_to(SimTime::from_seconds(500.0));  // the last values are held
    CHECK(air.air_of(site.find_space("r1")).layer_m == Approx(1.0));
}

TEST_CASE("outside run: cells of a corridor are told by their number", "[outside]") {
    const Building site = BuildingBuilder("long")
                              .level("F1")
                              .corridor("hall-way", {{0, 0}, {36, 2.4}})
                              .yard("yard", {{36.24, 0}, {50, 10}})
                              .exit("e", "hall-way", {{36.12, 0.5}, {36.12, 2.0}})
                              .build();
    std::string text = cfast_rooms;
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"r1", "hall_way_cell2"}, {"Shaft", "nowhere"}})
        for (auto at = text.find(from + ","); at != std::string::npos; at = text.find(from + ",", at + to.size()))
            text.replace(at, from.size(), to);
    const RunFolder run;
    run.write("a_compartments.csv", text);
    const auto read = run.read(R"("program": "cfast")", site);
    INFO(codes(read.findings));
    REQUIRE(read.value);
    CHECK(count(read.findings, "outside.strange_rooms") == 1);
    REQUIRE(read.value->rooms.size() == 1);
    CHECK(read.value->rooms.front().cell == 1);
}

TEST_CASE("outside run: rooms whose plain names would be alike get their own smoke", "[outside]") {
    const Building site = BuildingBuilder("labs")
                              .level("F1")
                              .room("化学实验室", {{0, 0}, {9, 7}})
                              .room("物理实验室", {{9.24, 0}, {18, 7}})
                              .exit("e", "物理实验室", {{18, 3}, {18, 4}})
                              .build();
    const RunFolder run;
    const auto rooms_of = [&](const std::string& first, const std::string& second) {
        run.write("a_compartments.csv",
                  "Time,ULT_1,ULT_2\nSimulation Time,Upper Layer Temperature,Upper Layer "
                  "Temperature\nTime," +
                      first + "," + second + "\ns,C,C\n0,20,20\n60,120,30\n");
        return run.read(R"("program": "cfast")", site);
    };
    const auto read = rooms_of("n1", "n2");
    INFO(codes(read.findings));
    REQUIRE(read.value);
    REQUIRE(read.value->rooms.size() == 2);
    for (const RecordedRoom& room : read.value->rooms)
        CHECK(room.at.back().upper.temperature_k ==
              Approx(273.15 + (room.space == site.find_space("化学实验室") ? 120.0 : 30.0)));
    // A name that fits both is nobody's.
    CHECK(count(rooms_of("_______________", "n2").findings, "outside.strange_rooms") == 1);
}

TEST_CASE("outside run: FDS devices by name and by table", "[outside]") {
    const Building site = small_site();
    const RunFolder run;
    run.write("a_devc.csv", "s,m,C,mol/mol\nTime,r1:visibility,T_corr,\"r1:co\"\n0,30,20,0\n10,1.5,80,5e-4\n");
    const auto read =
        run.read(R"("program": "fds", "names": [{"name": "T_corr", "space": "c1", "quantity": "temperature"}])", site);
    INFO(codes(read.findings));
    REQUIRE(read.value);
    SmokeSettings settings;
    settings.outside = std::make_shared<const SmokeRecord>(*read.value);
    hazards::ExternalFire air(site, settings, {});
    air.advance_to(SimTime::from_seconds(10.0));
    CHECK(air.air_at({site.find_space("r1"), {4, 3}, 1.5}).extinction == Approx(2.0));
    CHECK(air.air_at({site.find_space("r1"), {4, 3}, 1.5}).co_ppm == Approx(500.0));
    CHECK(air.air_at({site.find_space("c1"), {4, 8}, 0.3}).temperature_k == Approx(353.15));
    air.advance_to(SimTime::from_seconds(0.0));
    CHECK(air.air_at({site.find_space("r1"), {4, 3}, 1.5}).extinction == 0.0);  // as far as FDS writes: not known
}

TEST_CASE("outside run: an FDS slice gives each place its own air", "[outside]") {
    const Building site = small_site();
    const RunFolder run;
    run.write("a.smv", smv_text(9, 7, 2, "a_1.sf"));
    run.write("a_1.sf", slice_file(9, 7, 1, 20.0F));
    const auto read = run.read(R"("program": "fds")", site);
    INFO(codes(read.findings));
    REQUIRE(read.value);
    REQUIRE(read.value->slices.size() == 1);
    CHECK(read.value->slices.front().time_s == std::vector<double>{0.0, 10.0});
    SmokeSettings settings;
    settings.outside = std::make_shared<const SmokeRecord>(*read.value);
    hazards::ExternalFire air(site, settings, {});
    air.advance_to(SimTime::from_seconds(5.0));
    CHECK(air.air_at({site.find_space("r1"), {8.1, 3.0}, 1.5}).temperature_k == Approx(273.15 + 50.0));
    air.advance_to(SimTime::from_seconds(20.0));
    CHECK(air.air_at({site.find_space("r1"), {8.1, 3.0}, 1.5}).temperature_k == Approx(273.15 + 80.0));
    CHECK(air.air_at({site.find_space("r2"), {-8.0, 3.0}, 1.5}).temperature_k == Approx(293.15));  // outside the mesh
    CHECK(air.air_of(site.find_space("r1")).upper_k > 340.0F);

    run.write("a_1.sf", slice_file(9, 7, 1, 20.0F).substr(0, 100));
    CHECK(count(run.read(R"("program": "fds")", site).findings, "outside.broken_slice") == 1);
}

TEST_CASE("outside run: what is wrong is said", "[outside]") {
    const Building site = small_site();
    const auto codes_of = [&](const std::string& name, const std::string& text, const std::string& members) {
        const RunFolder run;
        run.write(name, text);
        return codes(run.read(members, site).findings);
    };
    const std::string cfast = R"("program": "cfast")";
    std::string wrong_unit = cfast_rooms, in_kelvin = cfast_rooms, gaps = cfast_rooms;
    wrong_unit.replace(wrong_unit.find("s,C,C,m"), 7, "s,F,C,m");
    in_kelvin.replace(in_kelvin.find(" 0,20,20"), 8, " 0,293,293");
    gaps.replace(gaps.find(" 60,120"), 7, " 60,NaN");
    CHECK(codes_of("b.csv", "", cfast).find("outside.no_file") != std::string::npos);
    CHECK(codes_of("b_compartments.csv", "", cfast).find("outside.table_empty") != std::string::npos);
    const std::string surplus = codes_of("b_devc.csv", "s,1/m\nTime,r1:extinction\n0,0,0,0\n", R"("program": "fds")");
    CHECK(surplus.find("outside.table_surplus") != std::string::npos);
    CHECK(surplus.find("outside.nothing") == std::string::npos);  // the table is to blame, not the names
    CHECK(codes_of("b_compartments.csv", wrong_unit, cfast).find("outside.unit") != std::string::npos);
    CHECK(codes_of("b_compartments.csv", in_kelvin, cfast).find("outside.hot_start") != std::string::npos);
    CHECK(codes_of("b_compartments.csv", gaps, cfast).find("outside.gaps") != std::string::npos);
    CHECK(codes_of("b_devc.csv", "s,C\nTime,x\n0,20\n", R"("program": "fds")").find("outside.nothing") !=
          std::string::npos);
}
