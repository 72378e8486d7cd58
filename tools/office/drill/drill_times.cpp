// SPDX-License-Identifier: Apache-2.0
#include "tools/office/drill/drill_times.h"

#include <algorithm>
#include <cmath>

#include "floorplans/json_cursor.h"
#include "sim/base/findings.h"
#include "sim/base/number_text.h"
#include "tools/office/classes/class_identity.h"
#include "tools/office/drill/drill_form.h"

namespace muster::drill {

namespace {

constexpr auto first_clock = static_cast<std::size_t>(DrillColumn::out_of_room);

class MeasuredReader {
public:
    MeasuredReader(const tables::TextTable& table, const World& world)
        : table_(table), groups_(world.scenario.population.groups) {
        times_.classes.resize(groups_.size());
    }

    Checked<MeasuredDrill> read() {
        for (const tables::TableRow& row : table_.rows) read_row(row);
        settle_school();
        const bool any = times_.school.any() || std::any_of(times_.classes.begin(), times_.classes.end(),
                                                            [](const ClockTimes& c) { return c.any(); });
        if (!any && !has_errors(findings_))
            findings_.push_back({Severity::error, "measured.nothing", "", table_.file, 0, {}});
        Checked<MeasuredDrill> result;
        if (!has_errors(findings_)) result.value = MeasuredDrill{std::move(times_), {}};
        result.findings = std::move(findings_);
        return result;
    }

private:
    void report(Severity severity, const char* code, const tables::TableRow& row, std::size_t column,
                std::vector<std::pair<std::string, std::string>> args = {}) {
        args.emplace_back("class", row.cells[0]);
        args.emplace_back("text", row.cells[column]);
        findings_.push_back(table_.finding(severity, code, row, column, std::move(args)));
    }

    void read_row(const tables::TableRow& row) {
        ClockTimes times;
        for (std::size_t c = 0; c < drill_clocks; ++c) times.s[c] = time_in(row, first_clock + c);
        const std::string& name = row.cells[0];
        if (name.empty()) {
            if (times.any()) report(Severity::error, "measured.no_class", row, 0);
            return;
        }
        check_order(row, times);
        if (names_whole_school(name)) {
            times_.school = times;
            return;
        }
        // Names are looked up where a time was taken: a form may list classes that were away.
        if (times.any()) take(row, times);
    }

    std::optional<double> time_in(const tables::TableRow& row, std::size_t column) {
        const std::string& text = row.cells[column];
        if (text.empty()) return std::nullopt;
        const auto seconds = tables::seconds_in(text);
        if (!seconds) {
            report(Severity::error, "measured.no_time", row, column);
            return std::nullopt;
        }
        if (*seconds < shortest_drill_s) {
            report(Severity::error, "measured.too_short", row, column);
            return std::nullopt;
        }
        if (*seconds <= longest_drill_s) return seconds;
        // Excel takes 1:42 for an hour and 42 minutes, and shows no difference.
        const bool hours = std::fmod(*seconds, 60.0) == 0.0;
        report(Severity::error, hours ? "measured.hours" : "measured.too_long", row, column,
               {{"seconds", short_number(*seconds / 60.0)}});
        return std::nullopt;
    }

    void check_order(const tables::TableRow& row, const ClockTimes& times) {
        std::optional<double> before;
        for (std::size_t c = 0; c < drill_clocks; ++c) {
            if (!times.s[c]) continue;
            if (before && *times.s[c] < *before) report(Severity::error, "measured.order", row, first_clock + c);
            before = times.s[c];
        }
    }

    void take(const tables::TableRow& row, const ClockTimes& times) {
        const classes::ClassIdentity wanted =
            classes::class_identity(row.cells[0], row.cells[static_cast<std::size_t>(DrillColumn::grade)]);
        std::vector<std::string> names;
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            const Group& group = groups_[i];
            names.insert(names.end(), {group.name.zh, group.name.en});
            const bool same = classes::class_identity(group.name.zh) == wanted ||
                              classes::class_identity(group.name.en) == wanted || group.key == row.cells[0];
            if (!same) continue;
            if (times_.classes[i].any()) report(Severity::error, "measured.twice", row, 0);
            times_.classes[i] = times;
            return;
        }
        const std::string nearest = floorplans::nearest_word(row.cells[0], names);
        report(Severity::error, "measured.no_such_class", row, 0, {{"nearest", nearest.empty() ? "—" : nearest}});
    }

    void settle_school() {
        for (std::size_t c = 0; c < drill_clocks; ++c) {
            std::optional<double> last;
            bool all = true;
            for (std::size_t i = 0; i < groups_.size(); ++i) {
                const auto& time = times_.classes[i].s[c];
                if (groups_[i].is_class && !time) all = false;
                if (time) last = std::max(last.value_or(0.0), *time);
            }
            auto& school = times_.school.s[c];
            if (school && last && *school < *last - 1.0)
                findings_.push_back({Severity::warning,
                                     "measured.school_earlier",
                                     "",
                                     table_.file,
                                     0,
                                     {{"school", short_number(*school, 1)}, {"last", short_number(*last, 1)}}});
            if (!school && all) school = last;
        }
    }

    const tables::TextTable& table_;
    const std::vector<Group>& groups_;
    DrillTimes times_;
    Findings findings_;
};

// "演练日期 2025年11月23日" above the header, in one cell or two.
std::string date_above(const std::string& path, int header_row) {
    const auto grids = tables::read_grids(path);
    if (!grids) return {};
    for (const tables::TextGrid& grid : *grids.value)
        for (const tables::GridRow& row : grid.rows) {
            if (row.row >= header_row) break;
            for (const std::string& cell : row.cells)
                for (const std::size_t from : {std::size_t{0}, cell.find_first_of("0123456789")})
                    if (from != cell.npos)
                        if (const auto date = tables::iso_date(cell.substr(from))) return *date;
        }
    return {};
}

}  // namespace

bool ClockTimes::any() const {
    return std::any_of(s.begin(), s.end(), [](const auto& time) { return time.has_value(); });
}

Checked<MeasuredDrill> measured_of(const tables::TextTable& table, const World& world) {
    return MeasuredReader(table, world).read();
}

Checked<MeasuredDrill> read_measured(const std::string& path, const std::string& sheet, const World& world) {
    tables::TableRequest request;
    request.columns = drill_columns();
    request.sheet = sheet;
    const Checked<tables::TextTable> table = tables::read_table(path, request);
    Checked<MeasuredDrill> result{std::nullopt, table.findings};
    if (!table) return result;
    Checked<MeasuredDrill> measured = measured_of(*table.value, world);
    append(result.findings, measured.findings);
    if (measured) measured.value->date = date_above(path, table.value->header_row);
    result.value = std::move(measured.value);
    return result;
}

DrillTimes median_of(const std::vector<DrillTimes>& runs) {
    DrillTimes middle;
    const auto median = [&](auto&& times_in) {
        ClockTimes out;
        for (std::size_t c = 0; c < drill_clocks; ++c) {
            std::vector<double> values;
            for (const DrillTimes& run : runs)
                if (const auto time = times_in(run).s[c]) values.push_back(*time);
            if (values.size() != runs.size() || values.empty()) continue;
            std::sort(values.begin(), values.end());
            out.s[c] = (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2.0;
        }
        return out;
    };
    middle.school = median([](const DrillTimes& run) { return run.school; });
    if (runs.empty()) return middle;
    for (std::size_t i = 0; i < runs.front().classes.size(); ++i)
        middle.classes.push_back(median([&](const DrillTimes& run) { return run.classes[i]; }));
    return middle;
}

}  // namespace muster::drill
