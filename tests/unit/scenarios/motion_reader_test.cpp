// SPDX-License-Identifier: Apache-2.0
// Records of ground motion: what is read, and what is refused with a reason.
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "scenarios/motion_reader.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;
using namespace muster::testing;

namespace {

/// `n` samples of a sine of 2 Hz that swells and fades.
std::string wave(int n, double peak, bool with_time, double dt = 0.02) {
    std::string out;
    for (int i = 0; i < n; ++i) {
        const double a = peak * std::sin(12.566 * i * dt) * std::sin(3.1416 * i / n);
        out += (with_time ? std::to_string(i * dt) + "," : std::string{}) + std::to_string(a) + "\n";
    }
    return out;
}

Checked<Earthquake> read(const std::string& record, const std::string& members) {
    const TemporaryFolder folder;
    std::ofstream(folder.file("a.txt"), std::ios::binary) << record;
    const std::string text = R"({"earthquake": {"motion": {"record": "a.txt", )" + members + "}}}";
    auto document = floorplans::JsonDocument::parse(text, "test.json");
    Checked<Earthquake> out;
    const floorplans::JsonCursor root(*document.value, out.findings);
    out.value = read_earthquake(root["earthquake"], folder.file(""));
    return out;
}

}  // namespace

TEST_CASE("record: AT2 with its header, and a table of time and acceleration", "[motion]") {
    const std::string at2 =
        "A RECORD\nWIDTH 5 SOMEWHERE\nUNITS OF G\nNPTS=  1559, DT= .02000 SEC\n" + wave(400, 0.3, false);
    const auto header = read(at2, R"("unit": "g")");
    INFO(codes(header.findings));
    REQUIRE(header.value->record);
    CHECK(header.findings.empty());
    CHECK(header.value->record->dt_s == 0.02);
    CHECK(header.value->record->accel.size() == 400);
    const auto table = read(wave(400, 3.0, true), R"("unit": "m/s2", "scale": 0.5)");
    REQUIRE(table.value->record);
    CHECK(table.value->record->dt_s == Approx(0.02));
    CHECK(table.value->record->accel[101] ==
          Approx(0.5 * 3.0 * std::sin(12.566 * 2.02) * std::sin(3.1416 * 101 / 400)).margin(1e-4));
}

TEST_CASE("record: what is wrong is said", "[motion]") {
    const auto said = [](const std::string& record, const std::string& members, const char* code) {
        const auto found = read(record, members);
        INFO(code << " among " << codes(found.findings));
        return count(found.findings, code) == 1;
    };
    CHECK(said(wave(400, 0.3, false), R"("unit": "g")", "quake.no_dt"));
    CHECK(said(wave(400, 3.0, true), R"("unit": "g")", "quake.too_strong"));    // m/s2 read as g
    CHECK(said(wave(400, 0.02, true), R"("unit": "m/s2")", "quake.too_weak"));  // g read as m/s2
    CHECK(said(wave(400, 0.3, true) + "nan,nan\n", R"("unit": "g")", "quake.not_a_number"));
    CHECK(said(wave(200, 0.3, true) + "9.0,0.1\n9.02,0.1\n", R"("unit": "g")", "quake.gaps"));
    CHECK(said("", R"("unit": "g")", "quake.empty"));
    std::string silent = wave(400, 0.3, true);
    for (int i = 400; i < 30'400; ++i) silent += std::to_string(i * 0.02) + ",0\n";
    CHECK(said(silent, R"("unit": "g")", "quake.silence"));
    std::string noise;
    for (int i = 0; i < 2000; ++i) noise += std::to_string(i * 0.005) + (i % 2 == 0 ? ",0.3\n" : ",-0.3\n");
    CHECK(said(noise, R"("unit": "g")", "quake.noise"));
    CHECK(said(wave(400, 0.3, true), R"("unit": "furlong")", "json.unknown_word"));
}
