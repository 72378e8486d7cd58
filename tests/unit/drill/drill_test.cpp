// SPDX-License-Identifier: Apache-2.0
// Measured times, the fit against schools whose delay and speed are known, and the history file.
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "scenarios/reader.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/tables/found.h"
#include "tools/office/drill/drill_fit.h"
#include "tools/office/drill/drill_form.h"
#include "tools/office/drill/drill_history.h"
#include "tools/office/drill/robust.h"

using namespace muster;
using namespace muster::drill;
using namespace muster::testing;

namespace {

const World& school() {
    static const auto loaded = scenarios::load_world(source_file("scenarios/library/primary_drill.scenario.json"));
    return *loaded.value->world;
}

Checked<MeasuredDrill> measured(const std::string& rows) {
    tables::TableRequest request;
    request.columns = drill_columns();
    const auto table = tables::read_table("班级,出教室,出楼,到集合点,清点完毕\n" + rows, "times.csv", request);
    REQUIRE(table);
    return measured_of(*table.value, school());
}

// A school without crowding: class i sets off at 5 s and walks (20 + 10 i) m, then 60 m, at `speed`.
DrillTimes made_up(double delay_s, double speed) {
    DrillTimes times;
    times.classes.resize(6);
    for (std::size_t i = 0; i < times.classes.size(); ++i) {
        const double way_m = 20.0 + 10.0 * static_cast<double>(i);
        auto& s = times.classes[i].s;
        s[0] = 5.0 + delay_s + 8.0 / speed;
        s[1] = 5.0 + delay_s + way_m / speed;
        s[2] = *s[1] + 60.0 / speed;
    }
    times.school = times.classes.back();
    return times;
}

}  // namespace

TEST_CASE("measured: classes and the whole school are told apart, spellings of times and classes too", "[drill]") {
    const auto drill = measured("三（2）班,0:21,1分5秒,,\n全校,40,102,150,3:20\n六年级4班,,,,\n");
    REQUIRE(drill);
    CHECK(drill.value->times.classes[9].s[0] == 21.0);
    CHECK(drill.value->times.classes[9].s[1] == 65.0);
    CHECK_FALSE(drill.value->times.classes[9].s[2]);
    CHECK_FALSE(drill.value->times.classes[23].any());
    CHECK(drill.value->times.school.at(DrillClock::counted) == 200.0);
}

TEST_CASE("measured: mistakes are found with their cell", "[drill]") {
    const auto place = [](const std::string& rows, const std::string& code) {
        const auto drill = measured(rows);
        const Finding* f = tables::found(drill.findings, code);
        return f == nullptr ? std::string("not found") : f->pointer;
    };
    CHECK(place("九年级9班,1,2,,\n", "measured.no_such_class") == "A2");
    CHECK(place("三（2）班,快,,,\n", "measured.no_time") == "B2");
    CHECK(place("三（2）班,20,10,,\n", "measured.order") == "C2");
    CHECK(place("三（2）班,1:42:00,,,\n", "measured.hours") == "B2");
    CHECK(place("三（2）班,99999,,,\n", "measured.too_long") == "B2");
    CHECK(place("三（2）班,20,30,,\n全校,,25,,\n", "measured.school_earlier") == "");
    CHECK(place("三（2）班,,,,\n", "measured.nothing") == "");
}

TEST_CASE("fit: a school's delay and speed are found again", "[drill]") {
    for (const auto& [delay, speed] : {std::pair{0.0, 1.0}, {7.5, 0.85}, {20.0, 1.2}, {0.0, 0.7}}) {
        INFO(delay << " s, " << speed);
        const DrillFit fit = fit_drill(made_up(delay, speed), made_up, FitBounds{});
        CHECK(fit.delay_s == Approx(delay).margin(0.5));
        CHECK(fit.speed == Approx(speed).margin(0.02));
        CHECK(fit.separable);
        CHECK(fit.rms_after_s < 1.0);
        CHECK(fit.simulated <= 6);
        CHECK(fit.speed_from <= fit.speed);
        CHECK(fit.speed_to >= fit.speed);
    }
}

TEST_CASE("fit: one stopwatch a minute late leaves the fit as without it and is to be checked", "[drill]") {
    for (const auto& [delay, speed] : {std::pair{0.0, 1.0}, {7.5, 0.85}, {20.0, 1.2}})
        for (std::size_t slip = 0; slip < 6; ++slip) {
            INFO(delay << " s, " << speed << ", class " << slip);
            DrillTimes measured = made_up(delay, speed);
            const double right_s = *measured.classes[slip].s[1];
            measured.classes[slip].s[1].reset();
            const DrillFit clean = fit_drill(measured, made_up, FitBounds{});
            CHECK(clean.doubtful.empty());
            measured.classes[slip].s[1] = right_s + 60.0;
            const DrillFit fit = fit_drill(measured, made_up, FitBounds{});
            CHECK(fit.delay_s == Approx(clean.delay_s).margin(0.2));
            CHECK(fit.speed == Approx(clean.speed).margin(0.01));
            REQUIRE(fit.doubtful.size() == 1);
            CHECK(fit.doubtful.front().group == static_cast<std::ptrdiff_t>(slip));
            CHECK(fit.doubtful.front().clock == DrillClock::out_of_building);
            CHECK(fit.doubtful.front().measured_s - fit.doubtful.front().fitted_s == Approx(60.0).margin(3.0));
            CHECK(fit.rms_after_s < 2.0);  // of the others
        }
}

TEST_CASE("fit: of three clocks nobody can tell which is wrong", "[drill]") {
    DrillTimes measured;
    measured.classes.resize(6);
    for (const std::size_t i : {0, 2, 4}) measured.classes[i].s[1] = made_up(5.0, 1.0).classes[i].s[1];
    measured.classes[2].s[1] = *measured.classes[2].s[1] + 60.0;
    CHECK(fit_drill(measured, made_up, FitBounds{}).doubtful.empty());
}

TEST_CASE("robust: the median absolute residual, and Huber's loss between square and straight", "[drill]") {
    CHECK(robust_deviation({}) == 0.0);
    CHECK(robust_deviation({-1.0, 100.0, 2.0}) == Approx(1.4826 * 2.0));
    CHECK(huber_square(1.0, 2.0) == 1.0);
    CHECK(huber_square(-2.69, 2.0) == Approx(2.69 * 2.69));
    CHECK(huber_square(100.0, 2.0) == Approx(2.69 * (200.0 - 2.69)));
    CHECK(huber_weight(26.9, 2.0) == Approx(0.1));
    CHECK(min_absolute({{1.0, 3.0}, {1.0, 4.0}, {1.0, 90.0}}) == 4.0);
    CHECK(min_absolute({}) == 0.0);
    CHECK(min_huber({{1.0, 3.0}, {1.0, 4.0}, {1.0, 5.0}}, 2.0, 0.0) == Approx(4.0));
    CHECK(min_huber({{1.0, 0.0}, {1.0, 0.0}, {1.0, 600.0}}, 1.0, 0.0) == Approx(1.345 / 2.0));
}

TEST_CASE("fit: one clock cannot tell late from slow, and says so", "[drill]") {
    DrillTimes only;
    only.classes.resize(6);
    only.school.s[1] = made_up(12.0, 0.9).school.s[1];
    const DrillFit fit = fit_drill(only, made_up, FitBounds{});
    CHECK_FALSE(fit.separable);
    CHECK(fit.speed == 1.0);
    CHECK(fit.clocks == 1);
    CHECK(fit.after.school.s[1] == Approx(*only.school.s[1]).margin(0.5));
}

TEST_CASE("fit: a value that would leave its bounds stays there and is told of", "[drill]") {
    const DrillFit late = fit_drill(made_up(200.0, 1.0), made_up, FitBounds{});
    CHECK(late.delay_at_bound);
    CHECK(late.delay_s == 60.0);
    const DrillFit slow = fit_drill(made_up(0.0, 0.3), made_up, FitBounds{});
    CHECK(slow.speed_at_bound);
    CHECK(slow.speed == Approx(0.6));
}

TEST_CASE("fit: the roll call is no matter of walking", "[drill]") {
    DrillTimes only;
    only.classes.resize(6);
    only.school.s[3] = 300.0;
    const DrillFit fit = fit_drill(only, made_up, FitBounds{});
    CHECK(fit.clocks == 0);
    CHECK(fit.delay_s == 0.0);
    CHECK(fit.speed == 1.0);
}

TEST_CASE("fitted scenario: times are shifted and speeds scaled, nobody sets off before being told", "[drill]") {
    const Scenario& before = school().scenario;
    CHECK(bounds_of(before).delay_low_s == Approx(-2.0));
    const Scenario after = fitted_scenario(before, 5.0, 0.8, "fitted");
    CHECK(after.population.groups[0].pre_movement.a == Approx(before.population.groups[0].pre_movement.a + 5.0));
    CHECK(after.population.groups[0].pre_movement.b == Approx(before.population.groups[0].pre_movement.b + 5.0));
    const Profile &was = before.population.profiles[0], &is = after.population.profiles[0];
    CHECK(is.free_speed.a == Approx(0.8 * was.free_speed.a));
    CHECK(is.free_speed.high == Approx(0.8 * was.free_speed.high));
    CHECK(is.source.ends_with("fitted"));
}

TEST_CASE("history: a record is read as it was written, and a drill is added once", "[drill]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("drills.jsonl");
    DrillRecord record;
    record.date = "2025-11-23", record.scenario = "演练", record.plan = "p", record.measured_sha256 = "abc";
    record.measured.s = {12.0, 30.5, std::nullopt, 60.0};
    record.predicted_classes["k1"].s[1] = 28.0;
    record.delay_s = 3.5, record.speed = 0.925, record.separable = false;
    CHECK(read_history(path).value->empty());
    CHECK(add_to_history(path, record));
    CHECK_FALSE(add_to_history(path, record));
    record.date = "2025-12-01";
    CHECK(add_to_history(path, record));
    const auto history = read_history(path);
    REQUIRE(history);
    REQUIRE(history.value->size() == 2);
    CHECK(history_line(history.value->back()) == history_line(record));
}

TEST_CASE("history: cut anywhere, what was whole is kept and the next record fits on", "[drill]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("drills.jsonl");
    DrillRecord record;
    record.measured_sha256 = "first";
    const std::string first = history_line(record);
    record.measured_sha256 = "second";
    const std::string second = history_line(record);
    for (std::size_t cut = 1; cut < second.size(); cut += 7) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << first << second.substr(0, cut);
        const auto history = read_history(path);
        REQUIRE(history);
        CHECK(history.value->size() == 1);
        CHECK(tables::found(history.findings, "history.half_line") != nullptr);
        CHECK(add_to_history(path, record));
        std::ifstream file(path, std::ios::binary);
        CHECK(std::string{std::istreambuf_iterator<char>(file), {}} == first + second);
    }
}
