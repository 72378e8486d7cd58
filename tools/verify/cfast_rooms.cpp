// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/cfast_rooms.h"

#include <chrono>
#include <cmath>

#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

const Name time_axis{"时间（s）", "time (s)"};
const Name cfast_curve{"CFAST", "CFAST"}, our_curve{"Muster", "Muster"};
const Name nothing_to_compare{"CFAST 结果表里没有这个房间的上层温度和光密度",
                              "CFAST's table has no upper temperature and density of this room"};
const Name not_converged{"本程序的压力方程没有收敛", "Our pressures did not converge"};

Plot plot_of(const Name& title, const Name& y, const RoomDifference& room, const std::vector<double>& ours,
             const std::vector<double>& cfast) {
    return {title,
            time_axis,
            y,
            {{our_curve, Plot::Shape::line, room.time_s, ours, {}},
             {cfast_curve, Plot::Shape::points, room.time_s, cfast, {}}}};
}

Plot warmth_plot(const std::string& name, const RoomDifference& room) {
    return plot_of({"上层温度：" + name + " / " + room.room, "Upper layer temperature: " + name + " / " + room.room},
                   {"温度（℃）", "temperature (°C)"}, room, room.upper_c, room.upper_cfast_c);
}

TestEntry entry_of(const CfastCase& reference, std::size_t room, const TestEntry& judged_as) {
    const std::string& name = reference.model.zone_names[room];
    TestEntry test;
    test.id = "cfast-" + reference.name + "-" + name;
    test.suite = "cfast";
    test.label = name;
    test.document = reference.input;
    test.clause = name;
    test.what = {reference.name + " / " + name, reference.name + " / " + name};
    test.criterion = judged_as.criterion;
    test.role = Role::validation;
    return test;
}

Measurement measured(const CfastCase& reference, const RoomDifference& room, bool converged,
                     const CfastLimits& limits) {
    Measurement out;
    if (room.time_s.empty()) {
        out.not_run = nothing_to_compare;
        return out;
    }
    out.figure = difference_figure(room);
    out.meets_criterion = converged && within(room, limits);
    if (!converged) out.remark = not_converged;
    if (!room.layer_m.empty()) out.plots.push_back(layer_plot(reference.name, room));
    out.plots.push_back(warmth_plot(reference.name, room));
    return out;
}

class Table {
public:
    Table(const TestEntry& judged_as, const std::function<void()>& tick) : judged_as_(judged_as), tick_(tick) {}

    void add(const CfastCase& reference) {
        const auto start = std::chrono::steady_clock::now();
        CfastComparison compared;
        std::string failure;
        try {
            compared = compare_with_cfast(reference, never, tick_);
        } catch (const UnknownUnit& error) { failure = error.what(); }
        const double wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        for (std::size_t room = 0; room < reference.model.zone_names.size(); ++room) {
            TestResult& result = out_.results.emplace_back();
            result.test = &out_.tests.emplace_back(entry_of(reference, room, judged_as_));
            result.wall_s = wall_s;
            result.failure = failure;
            result.verdict = TestVerdict::failed;
            if (!failure.empty()) continue;
            result.measured = measured(reference, compared.rooms[room], compared.converged, cfast_limits(judged_as_));
            result.verdict = judge(*result.test, result.measured);
        }
    }

    CfastRooms take() { return std::move(out_); }

private:
    const TestEntry& judged_as_;
    const std::function<void()>& tick_;
    CfastRooms out_;
};

}  // namespace

const TestEntry* cfast_test(const std::vector<TestEntry>& catalogue) {
    for (const TestEntry& test : catalogue)
        if (test.measure == "cfast") return &test;
    return nullptr;
}

CfastLimits cfast_limits(const TestEntry& test) {
    const auto limit = [&](const char* name) { return test.limits.at(name); };
    return {limit("layer_share"), limit("warmth"), limit("warmth_k"), limit("smoke"), limit("arrival_s")};
}

CfastRooms compare_rooms(const std::vector<CfastCase>& cases, const TestEntry& judged_as,
                         const std::function<void()>& tick) {
    Table table(judged_as, tick);
    for (const CfastCase& reference : cases) table.add(reference);
    return table.take();
}

std::string difference_figure(const RoomDifference& room) {
    std::string out;
    const auto add = [&](const char* symbol, const std::optional<double>& value, double factor, int digits,
                         const char* unit) {
        if (!value) return;
        const std::string number = std::isfinite(*value) ? shown(factor * *value, digits) : "∞";
        out += (out.empty() ? "" : " · ") + std::string(symbol) + " " + number + " " + unit;
    };
    add("z", room.layer_share, 100.0, 1, "%");
    add("ΔT", room.warmth, 100.0, 1, "%");
    add("ΔT", room.warmth_k, 1.0, 1, "K");
    add("OD", room.smoke, 100.0, 1, "%");
    add("t", room.arrival_s, 1.0, 0, "s");
    return out;
}

Plot layer_plot(const std::string& name, const RoomDifference& room) {
    return plot_of({"烟层高度：" + name + " / " + room.room, "Layer height: " + name + " / " + room.room},
                   {"高度（m）", "height (m)"}, room, room.layer_m, room.layer_cfast_m);
}

}  // namespace muster::verify
