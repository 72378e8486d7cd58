// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>

#include "tests/support/building_builder.h"
#include "tests/support/temporary_folder.h"
#include "tools/store/event_log.h"
#include "tools/store/output_file.h"
#include "tools/store/trajectory_export.h"
#include "tools/store/trajectory_schema.h"
#include "tools/store/trajectory_writer.h"
#include "tools/store/walkable_area.h"

using namespace muster;
using namespace muster::store;
using namespace muster::testing;

namespace {

// First column of the first row, as text.
std::string query(const std::string& path, const std::string& sql) {
    Database database = Database::open(path);
    Statement rows = database.prepare(sql);
    return rows.step() ? rows.text(0) : "no row";
}

World two_storeys() {
    World world;
    world.building = BuildingBuilder("demo")
                         .level("F1")
                         .room("r1", {{0, 0}, {9, 7}})
                         .corridor("c1", {{0, 7.24}, {9, 9.64}})
                         .door("d1", "r1", "c1", {{7, 7.12}, {8, 7.12}})
                         .level("F2", 3.6, 2)
                         .room("r2", {{0, 0}, {9, 7}})
                         .corridor("c2", {{0, 7.24}, {9, 9.64}})
                         .door("d2", "r2", "c2", {{7, 7.12}, {8, 7.12}})
                         .build();
    world.building.site_origin = {1000.0, 2000.0};
    world.scenario.key = "demo_drill";
    world.scenario.run.sample_s = 0.5;
    return world;
}

// People in a row, every second one upstairs; person i leaves after i + 1 samples when `leaving`.
class Crowd {
public:
    Crowd(const World& world, std::size_t count, bool leaving)
        : world_(world),
          leaving_(leaving),
          people_(count),
          x_(count),
          y_(count, 3.0F),
          v_(count, 1.0F),
          w_(count),
          space_(count),
          state_(count, PersonState::walking) {
        for (std::size_t i = 0; i < count; ++i) {
            x_[i] = static_cast<float>(i % 8) + 0.25F;
            space_[i] = world.building.find_space(i % 2 == 0 ? "r1" : "r2");
        }
    }
    void play(RunObserver& observer, int samples) {
        observer.run_started({&world_, 7, people_});
        for (int s = 0; s < samples; ++s) {
            observer.frame({SimTime{s * 500'000LL}, x_, y_, v_, w_, space_, state_, w_});
            if (leaving_ && static_cast<std::size_t>(s) < state_.size())
                state_[static_cast<std::size_t>(s)] = PersonState::gone;
        }
        observer.run_ended({});
    }

private:
    const World& world_;
    bool leaving_;
    std::vector<PersonInfo> people_;
    std::vector<float> x_, y_, v_, w_;
    std::vector<SpaceId> space_;
    std::vector<PersonState> state_;
};

}  // namespace

TEST_CASE("walkable area: two rooms and the door between them are one polygon") {
    const World world = two_storeys();
    const auto parts = walkable_area(world.building, LevelId{0});
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].holes.empty());
    // Rooms 63 + 21.6 m2 and the part of the slot between them, 1 m x 0.24 m.
    CHECK(area(parts[0]) == Approx(63.0 + 21.6 + 0.24).margin(1e-4));
    CHECK(contains(parts[0], {1007.5, 2007.12}));
    CHECK(to_wkt(parts).find("1009 2009.64") != std::string::npos);  // the plan's numbers, not the library's
}

TEST_CASE("walkable area: rooms that do not meet are separate parts, the largest first") {
    const Building building =
        BuildingBuilder().level("F1").room("small", {{0, 0}, {2, 2}}).room("large", {{5, 0}, {9, 4}}).build();
    const auto parts = walkable_area(building, LevelId{0});
    REQUIRE(parts.size() == 2);
    CHECK(area(parts[0]) == Approx(16.0));
    CHECK(to_wkt(parts) == "MULTIPOLYGON(((" + to_wkt({parts[0]}).substr(9, to_wkt({parts[0]}).size() - 11) + ")), " +
                               to_wkt({parts[1]}).substr(7) + ")");
}

TEST_CASE("trajectory: the tables are those that version 2 readers ask for") {
    const TemporaryFolder folder;
    const World world = two_storeys();
    TrajectoryWriter writer(folder.file("t.sqlite"));
    Crowd(world, 4, false).play(writer, 3);
    const std::string file = folder.file("t.sqlite");
    CHECK(query(file, "SELECT value FROM metadata WHERE key = 'version'") == "2");
    CHECK(query(file, "SELECT value FROM metadata WHERE key = 'fps'") == "2.0");
    CHECK(query(file, "SELECT value FROM metadata WHERE key = 'xmin'") == "1000.0");
    CHECK(query(file, "SELECT count(*) FROM frame_data") == "3");
    CHECK(query(file, "SELECT count(*) FROM trajectory_data") == "12");
    CHECK(query(file, "SELECT min(id) || ' ' || max(id) || ' ' || min(frame) FROM trajectory_data") == "1 4 0");
    CHECK(query(file, "SELECT pos_x || ' ' || pos_y FROM trajectory_data WHERE id = 2") == "1001.25 2003.0");
    CHECK(query(file, "SELECT pos_z FROM trajectory_data WHERE id = 2 AND level = 1") == "3.6");
    CHECK(query(file, "SELECT code FROM states JOIN trajectory_data USING (state)") == "walking");
    CHECK(query(file, "SELECT count(*) FROM frame_data WHERE geometry_hash NOT IN (SELECT hash FROM geometry)") == "0");
    CHECK(query(file, "SELECT substr(wkt, 1, 9) FROM geometry") == "POLYGON((");
}

TEST_CASE("trajectory: who has gone has no rows any more, and every frame still counts") {
    const TemporaryFolder folder;
    const World world = two_storeys();
    TrajectoryWriter writer(folder.file("t.sqlite"));
    Crowd(world, 3, true).play(writer, 5);
    CHECK(query(folder.file("t.sqlite"),
                "SELECT group_concat(n) FROM (SELECT count(id) n FROM frame_data LEFT JOIN "
                "trajectory_data USING (frame) GROUP BY frame ORDER BY frame)") == "3,2,1,0,0");
}

TEST_CASE("trajectory: heights on a flight follow the building model") {
    const TemporaryFolder folder;
    World world;
    world.building = BuildingBuilder()
                         .level("F1")
                         .corridor("c1", {{0, 0}, {3, 2}})
                         .space("f", {{3, 0}, {6.36, 0}, {6.36, 2}, {3, 2}}, SpaceUse::stair_flight)
                         .level("F2", 1.8, 2)
                         .corridor("c2", {{6.36, 0}, {9, 2}})
                         .door("foot", "c1", "f", {{3, 0}, {3, 2}}, OpeningKind::flight_end)
                         .door("head", "f", "c2", {{6.36, 0}, {6.36, 2}}, OpeningKind::flight_end)
                         .flight("f", {.stair = "S", .foot = "foot", .head = "head"})
                         .build();
    const SpaceId flight = world.building.find_space("f");
    const std::vector<float> x{3.0F, 4.0F, 6.3F, 7.0F}, y(4, 1.0F), zero(4);
    const std::vector<SpaceId> space(4, flight);
    const std::vector<PersonState> state(4, PersonState::walking);
    const std::vector<PersonInfo> people(4);
    TrajectoryWriter writer(folder.file("t.sqlite"));
    writer.run_started({&world, 1, people});
    writer.frame({SimTime{}, x, y, zero, zero, space, state, zero});
    writer.run_ended({});
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::string z =
            query(folder.file("t.sqlite"), "SELECT pos_z FROM trajectory_data WHERE id = " + std::to_string(i + 1));
        CHECK(std::stod(z) == Approx(world.building.height_m(flight, {x[i], 1.0})).margin(1e-9));
    }
}

TEST_CASE("export: one storey to a database and to text holds that storey's rows only") {
    const TemporaryFolder folder;
    const World world = two_storeys();
    TrajectoryWriter writer(folder.file("t.sqlite"));
    Crowd(world, 4, false).play(writer, 3);
    const auto levels = levels_of(folder.file("t.sqlite"));
    REQUIRE(levels.size() == 2);
    CHECK(levels[1].key == "F2");
    CHECK(levels[1].rows == 6);
    CHECK(export_sqlite(folder.file("t.sqlite"), levels[1], folder.file("F2.sqlite")).rows == 6);
    CHECK(query(folder.file("F2.sqlite"), "SELECT group_concat(DISTINCT id) FROM trajectory_data") == "2,4");
    CHECK(query(folder.file("F2.sqlite"), "SELECT count(*) FROM geometry") == "1");
    CHECK(query(folder.file("F2.sqlite"), "SELECT value FROM metadata WHERE key = 'fps'") == "2.0");
    CHECK(export_text(folder.file("t.sqlite"), levels[1], folder.file("F2.txt")).rows == 6);
    const std::string text = content_of(folder.file("F2.txt"));
    CHECK(text.find("#framerate: 2.0\n") != std::string::npos);
    CHECK(text.find("x/m") == std::string::npos);  // JPSvis wants capitals, PedPy takes either
    CHECK(text.find("# ID\tFR\tX/m\tY/m\tZ/m\n2\t0\t1001.2500\t2003.0000\t3.6000\n") != std::string::npos);
}

TEST_CASE("export: of storeys in several parts a database gets the largest and says so") {
    const TemporaryFolder folder;
    World world;
    world.building = BuildingBuilder().level("F1").room("r1", {{0, 0}, {2, 2}}).room("r2", {{5, 0}, {9, 4}}).build();
    TrajectoryWriter writer(folder.file("t.sqlite"));
    Crowd(world, 1, false).play(writer, 1);
    const auto level = levels_of(folder.file("t.sqlite")).at(0);
    CHECK(export_sqlite(folder.file("t.sqlite"), level, folder.file("a.sqlite")).parts_left_out == 1);
    CHECK(query(folder.file("a.sqlite"), "SELECT wkt FROM geometry") ==
          to_wkt({walkable_area(world.building, LevelId{0}).front()}));
}

TEST_CASE("export: a file that is no trajectory is refused") {
    const TemporaryFolder folder;
    write_file(folder.file("x.sqlite"), "not a database, only a long enough text to look like some file or other");
    CHECK_THROWS_AS(levels_of(folder.file("x.sqlite")), NotATrajectory);
    CHECK_THROWS_AS(levels_of(folder.file("missing.sqlite")), NotATrajectory);
}

TEST_CASE("output file: a full device is an error, not silence") {
    if (!std::filesystem::exists("/dev/full")) return;
    CHECK_THROWS_AS(write_file("/dev/full", "some bytes"), OutputError);
}

TEST_CASE("event log: places and groups are named by their ids, text is escaped") {
    const TemporaryFolder folder;
    World world = two_storeys();
    world.building.spaces[1].key = "c\"1\n";
    world.scenario.incidents.push_back({3.0, SlowSpace{SpaceId{0}, 0.5}});
    EventLog log(folder.file("e.jsonl"));
    log.run_started({&world, 1, {}});
    log.event_happened(SimTime{500'000}, PersonCrossed{PersonId{6}, OpeningId{0}, SpaceId{1}});
    log.event_happened(SimTime{1'234'567}, PersonCrossed{PersonId{0}, OpeningId{0}, SpaceId{}});
    log.event_happened(SimTime{3'000'000}, IncidentHappens{0});
    log.run_ended({});
    CHECK(content_of(folder.file("e.jsonl")) ==
          "{\"t_s\":0.500,\"event\":\"person_crossed\",\"person\":7,\"opening\":\"d1\",\"into\":\"c\\\"1\\u000a\"}\n"
          "{\"t_s\":1.235,\"event\":\"person_crossed\",\"person\":1,\"opening\":\"d1\",\"into\":\"outside\"}\n"
          "{\"t_s\":3.000,\"event\":\"incident_happens\",\"incident\":0,\"kind\":\"slow_space\"}\n");
}

// A guard against a slow path (an index kept up to date, a journal), not a benchmark: aim 0.5 s, alone on a core.
TEST_CASE("trajectory: a school's drill is written in a few seconds at most") {
    const TemporaryFolder folder;
    const World world = two_storeys();
    Crowd crowd(world, 1080, false);
    TrajectoryWriter writer(folder.file("t.sqlite"));
    const auto start = std::chrono::steady_clock::now();
    crowd.play(writer, 400);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    WARN("432,000 rows in " << spent.count() << " s");
    CHECK(query(folder.file("t.sqlite"), "SELECT count(*) FROM trajectory_data") == "432000");
    CHECK(spent.count() < 10.0);
}
