// SPDX-License-Identifier: Apache-2.0
#include "tools/store/run_reader.h"
#include "tests/support/paths.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "sim/analysis/analyse.h"
#include "sim/analysis/results.h"
#include "sim/base/random.h"
#include "sim/engine/simulation.h"
#include "tests/support/temporary_folder.h"
#include "tools/store/output_file.h"
#include "tools/store/run_inputs.h"
#include "tools/store/sqlite.h"
#include "tools/store/trajectory_writer.h"

using namespace muster;
using namespace muster::store;
using namespace muster::testing;

namespace {

namespace fs = std::filesystem;

std::string library(const std::string& name) { return source_file("scenarios/library/") + name + ".scenario.json"; }

// What `muster run` leaves of a run that the reader needs.
Trace run_into(const fs::path& folder, const scenarios::LoadedWorld& loaded, double seconds) {
    fs::create_directories(folder);
    engine::Simulation simulation(engine::prepare(loaded.world), 3);
    TraceRecorder recorder;
    TrajectoryWriter writer((folder / "trajectory.sqlite").string());
    simulation.observe(recorder);
    simulation.observe(writer);
    while (simulation.now().seconds() < seconds && simulation.advance_to(simulation.now() + 1_s)) {}
    if (simulation.now().seconds() >= seconds) writer.run_ended({});  // a run that was ended early
    return recorder.take();
}

void write_summary(const fs::path& folder, const std::vector<papers::InputFile>& inputs) {
    std::string text = R"({"program": "muster", "version": "9.9", "date": "2026-01-02", "runs": [{"wall_s": 1.5}], )";
    text += R"("inputs": [)";
    for (std::size_t i = 0; i < inputs.size(); ++i)
        text += (i == 0 ? "" : ", ") + ("{\"path\": \"" + inputs[i].path + "\", \"sha256\": \"" + inputs[i].sha256 +
                                        "\", \"copy\": \"" + inputs[i].copy + "\"}");
    write_file((folder / "summary.json").string(), text + "]}");
}

std::string codes(const Findings& findings) {
    std::string all;
    for (const Finding& f : findings)
        if (f.severity == Severity::error) all += f.code + ' ';
    return all;
}

void overwrite(const std::string& path, const std::string& bytes) { write_file(path, bytes); }

struct Folder {
    TemporaryFolder place;
    fs::path run = place.file("运行 甲");
    scenarios::LoadedWorld loaded;
    Trace recorded;

    explicit Folder(const std::string& scenario, double seconds = 1e9) {
        loaded = std::move(*scenarios::load_world(library(scenario)).value);
        recorded = run_into(run, loaded, seconds);
        write_summary(run, keep_inputs(loaded.files, run));
    }
    [[nodiscard]] std::string database() const { return (run / "trajectory.sqlite").string(); }
    [[nodiscard]] Checked<StoredRun> read() const { return read_run(run.string()); }
};

void check_same(const Trace& a, const Trace& b) {
    REQUIRE(a.people.size() == b.people.size());
    for (std::size_t i = 0; i < a.people.size(); ++i) {
        CHECK(a.people[i].group == b.people[i].group);
        CHECK(a.people[i].start == b.people[i].start);
        CHECK(a.people[i].teacher == b.people[i].teacher);
        CHECK(a.people[i].free_speed == b.people[i].free_speed);
    }
    CHECK(a.sample_times == b.sample_times);
    REQUIRE(a.points.size() == b.points.size());
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.points.size(); ++i) {
        const TracePoint &p = a.points[i], &q = b.points[i];
        if (p.x != q.x || p.y != q.y || p.speed != q.speed || p.pressure != q.pressure || p.space != q.space ||
            p.state != q.state || p.dose != q.dose)
            ++different;
    }
    CHECK(different == 0);
    REQUIRE(a.events.size() == b.events.size());
    for (std::size_t i = 0; i < a.events.size(); ++i) {
        CHECK(a.events[i].time == b.events[i].time);
        CHECK(a.events[i].event.index() == b.events[i].event.index());
    }
    CHECK(a.air_times == b.air_times);
    CHECK(a.heat_w == b.heat_w);
    REQUIRE(a.air.size() == b.air.size());
    CHECK(a.quakes.size() == b.quakes.size());
    CHECK(a.seed == b.seed);
    CHECK(a.outcome.fingerprint.text() == b.outcome.fingerprint.text());
    CHECK(a.outcome.ended == b.outcome.ended);
}

}  // namespace

TEST_CASE("run folder: what is read back is what was recorded, and analyses alike") {
    const std::string scenario =
        GENERATE(as<std::string>{}, "two_rooms_drill", "two_rooms_fire", "two_rooms_quake_rare_warned");
    INFO(scenario);
    const Folder folder(scenario);
    const auto stored = folder.read();
    INFO(codes(stored.findings));
    REQUIRE(stored);
    const Trace& trace = stored.value->trace;
    check_same(folder.recorded, trace);
    CHECK(trace.world == stored.value->loaded.world.get());
    CHECK(stored.value->facts.wall_s == Approx(1.5));
    CHECK(stored.value->version == "9.9");
    const analysis::RunAnalysis before = analysis::analyse(folder.recorded), after = analysis::analyse(trace);
    CHECK(before.clocks.last_out_of_building == after.clocks.last_out_of_building);
    CHECK(before.clocks.roll_call_done == after.clocks.roll_call_done);
    REQUIRE(before.bottlenecks.size() == after.bottlenecks.size());
    for (std::size_t i = 0; i < before.bottlenecks.size(); ++i) {
        CHECK(before.bottlenecks[i].delay_person_s == after.bottlenecks[i].delay_person_s);
        CHECK(before.bottlenecks[i].opening == after.bottlenecks[i].opening);
    }
    CHECK(before.smoke.has_value() == after.smoke.has_value());
    CHECK(before.quake.has_value() == after.quake.has_value());
}

TEST_CASE("run folder: its inputs are copies, byte by byte, and the run opens without the originals") {
    const TemporaryFolder place;
    const fs::path source(source_file());
    for (const char* file : {"scenarios/library/two_rooms_drill.scenario.json", "scenarios/library/two_rooms.risk.json",
                             "floorplans/library/two_rooms.plan.json"}) {
        fs::create_directories(fs::path(place.file(file)).parent_path());
        fs::copy_file(source / file, place.file(file));
    }
    const auto loaded = scenarios::load_world(place.file("scenarios/library/two_rooms_drill.scenario.json"));
    REQUIRE(loaded);
    const fs::path run = place.file("run");
    run_into(run, *loaded.value, 1e9);
    const auto inputs = keep_inputs(loaded.value->files, run);
    REQUIRE(inputs.size() == 3);
    CHECK(inputs[1].copy == "inputs/floorplans/library/two_rooms.plan.json");
    for (const papers::InputFile& input : inputs)
        CHECK(content_of(input.path) == content_of((run / input.copy).string()));
    write_summary(run, inputs);

    fs::remove_all(place.file("scenarios"));
    fs::remove_all(place.file("floorplans"));
    CHECK(read_run(run.string()));
    overwrite((run / inputs[1].copy).string(), content_of((run / inputs[1].copy).string()) + " ");
    CHECK(codes(read_run(run.string()).findings) == "stored.input_changed ");
    fs::remove_all(run / "inputs");
    CHECK(codes(read_run(run.string()).findings) == "stored.input_missing ");
}

TEST_CASE("run folder: without copies the original files serve as long as they are the same") {
    const Folder folder("two_rooms_drill", 20.0);
    fs::remove_all(folder.run / "inputs");
    CHECK(folder.read());
}

TEST_CASE("run folder: strange folders are refused in words") {
    const TemporaryFolder place;
    CHECK(codes(read_run(place.file("nothing")).findings) == "stored.no_run ");
    write_file(place.file("summary.json"), R"({"program": "other"})");
    CHECK(codes(read_run(fs::path(place.file("summary.json")).parent_path().string()).findings) == "stored.no_run ");
    write_file(place.file("summary.json"), R"({"program": "muster", "inputs": 3, "runs": {}})");
    CHECK(codes(read_run(fs::path(place.file("summary.json")).parent_path().string()).findings) == "stored.no_run ");

    const Folder folder("two_rooms_drill", 20.0);
    const auto change = [&](const char* sql) {
        const std::string whole = content_of(folder.database());
        {
            Database database = Database::create(folder.database());
            database.execute(sql);
        }
        const std::string said = codes(folder.read().findings);
        overwrite(folder.database(), whole);
        return said;
    };
    CHECK(folder.read());
    CHECK(change("UPDATE metadata SET value = '99' WHERE key = 'recording'") == "stored.newer ");
    CHECK(change("DELETE FROM metadata WHERE key = 'recording'") == "stored.older ");
    CHECK(change("DELETE FROM recording WHERE part = 'end'") == "stored.unfinished ");
    CHECK(change("DELETE FROM recording WHERE rowid = 9") == "stored.damaged ");
    CHECK(change("DROP TABLE recording") == "stored.damaged ");
    CHECK(folder.read());
    fs::remove(folder.database());
    CHECK(codes(folder.read().findings) == "stored.no_trajectory ");
}

TEST_CASE("run folder: a cut or patched database is refused, or gives the run as it was", "[slow][sanitized]") {
    const Folder folder("two_rooms_drill", 20.0);
    const std::string whole = content_of(folder.database());
    RandomStream random(5, Purpose::test, 0);
    int refused = 0;
    const auto try_with = [&](const std::string& bytes) {
        overwrite(folder.database(), bytes);
        const auto read = folder.read();
        refused += read ? 0 : 1;
        if (read) check_same(folder.recorded, read.value->trace);
    };
    for (std::size_t i = 0; i < 60; ++i) {
        const std::size_t length = i * whole.size() / 60;
        INFO("cut to " << length);
        try_with(whole.substr(0, length));
    }
    CHECK(refused > 50);  // what is left out at the end may be rows for other programs only
    refused = 0;
    for (int i = 0; i < 400; ++i) {
        std::string patched = whole;
        const std::size_t at = random.below(whole.size());
        INFO("byte " << at);
        patched[at] = static_cast<char>(patched[at] ^ static_cast<char>(1U << random.below(8)));
        try_with(patched);
    }
    CHECK(refused > 25);  // the recording is about a tenth of the file, the rest rows for other programs
}
