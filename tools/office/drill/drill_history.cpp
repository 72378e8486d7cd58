// SPDX-License-Identifier: Apache-2.0
#include "tools/office/drill/drill_history.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "floorplans/file_text.h"
#include "tools/store/output_file.h"

namespace muster::drill {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;
constexpr int history_version = 1;
constexpr std::uintmax_t largest_history = 64U << 20U;  // bytes; a drill with a hundred classes has about 10,000

Json json_of(const ClockTimes& times) {
    Json list = Json::array();
    // A tenth of a second is more than a stopwatch in a hand tells.
    for (const auto& time : times.s) list.push_back(time ? Json(std::round(*time * 10.0) / 10.0) : Json());
    return list;
}

Json json_of(const std::map<std::string, ClockTimes>& classes) {
    Json object = Json::object();
    for (const auto& [key, times] : classes) object[key] = json_of(times);
    return object;
}

// Throws nlohmann's exceptions on what is none of ours.
ClockTimes times_from(const Json& list) {
    ClockTimes times;
    for (std::size_t c = 0; c < drill_clocks; ++c)
        if (!list.at(c).is_null()) times.s[c] = list.at(c).get<double>();
    return times;
}

std::map<std::string, ClockTimes> classes_from(const Json& object) {
    std::map<std::string, ClockTimes> classes;
    for (const auto& [key, value] : object.items()) classes[key] = times_from(value);
    return classes;
}

DrillRecord record_from(const Json& line) {
    DrillRecord record;
    record.date = line.at("date").get<std::string>();
    record.scenario = line.at("scenario").get<std::string>();
    record.plan = line.at("plan").get<std::string>();
    record.measured_sha256 = line.at("measured_sha256").get<std::string>();
    record.measured = times_from(line.at("measured_s"));
    record.predicted = times_from(line.at("predicted_s"));
    record.measured_classes = classes_from(line.at("measured_classes_s"));
    record.predicted_classes = classes_from(line.at("predicted_classes_s"));
    const Json& fit = line.at("fit");
    record.delay_s = fit.at("delay_s").get<double>();
    record.speed = fit.at("speed").get<double>();
    record.rms_before_s = fit.at("rms_before_s").get<double>();
    record.rms_after_s = fit.at("rms_after_s").get<double>();
    record.separable = fit.at("separable").get<bool>();
    return record;
}

Finding at_line(Severity severity, const char* code, const std::string& path, int line) {
    return {severity, code, "", path, line, {}};
}

void read_line(const std::string& text, const std::string& path, int number, Checked<std::vector<DrillRecord>>& out) {
    const Json line = Json::parse(text, nullptr, false);
    const auto complain = [&](const char* code) {
        out.findings.push_back(at_line(Severity::error, code, path, number));
    };
    if (!line.is_object() || !line.contains("muster_drill") || !line["muster_drill"].is_number_integer())
        return complain("history.bad_line");
    if (line["muster_drill"].get<std::int64_t>() > history_version) return complain("history.newer");
    try {
        out.value->push_back(record_from(line));
    } catch (const Json::exception&) { complain("history.bad_line"); }
}

// What a crash left of a line; anything else at the end of a file is not ours to cut off.
bool begins_as_ours(std::string_view tail) {
    constexpr std::string_view start = "{\"muster_drill\":";
    return tail.substr(0, start.size()) == start.substr(0, tail.size());
}

class LockedFile {
public:
    explicit LockedFile(const std::string& path) : path_(path) {
        descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor_ < 0 || ::flock(descriptor_, LOCK_EX) != 0) fail();
    }
    LockedFile(const LockedFile&) = delete;
    LockedFile& operator=(const LockedFile&) = delete;
    ~LockedFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    // Behind the last whole line; what a crash left behind it is cut off.
    void append(const std::string& line, std::size_t whole) {
        const auto end = static_cast<off_t>(whole);
        if (::ftruncate(descriptor_, end) != 0) fail();
        const ssize_t written = ::pwrite(descriptor_, line.data(), line.size(), end);
        if (written == static_cast<ssize_t>(line.size()) && ::fsync(descriptor_) == 0) return;
        const int reason = written >= 0 && written < static_cast<ssize_t>(line.size()) ? ENOSPC : errno;
        if (::ftruncate(descriptor_, end) != 0) errno = reason;
        errno = reason;
        fail();
    }

private:
    [[noreturn]] void fail() const { throw store::OutputError(path_, std::strerror(errno)); }
    std::string path_;
    int descriptor_ = -1;
};

}  // namespace

std::string history_line(const DrillRecord& record) {
    Json line;
    line["muster_drill"] = history_version;
    line["date"] = record.date;
    line["scenario"] = record.scenario;
    line["plan"] = record.plan;
    line["measured_sha256"] = record.measured_sha256;
    line["measured_s"] = json_of(record.measured);
    line["predicted_s"] = json_of(record.predicted);
    line["measured_classes_s"] = json_of(record.measured_classes);
    line["predicted_classes_s"] = json_of(record.predicted_classes);
    line["fit"] = {{"delay_s", std::round(record.delay_s * 10.0) / 10.0},
                   {"speed", std::round(record.speed * 1000.0) / 1000.0},
                   {"rms_before_s", std::round(record.rms_before_s * 10.0) / 10.0},
                   {"rms_after_s", std::round(record.rms_after_s * 10.0) / 10.0},
                   {"separable", record.separable}};
    return line.dump() + "\n";
}

Checked<std::vector<DrillRecord>> read_history(const std::string& path) {
    if (std::error_code none;
        fs::exists(path, none) && (!fs::is_regular_file(path, none) || fs::file_size(path, none) > largest_history))
        return {std::nullopt, {at_line(Severity::error, "history.no_history", path, 0)}};
    return history_in(floorplans::file_text(path).value_or(""), path);
}

Checked<std::vector<DrillRecord>> history_in(const std::string& bytes, const std::string& path) {
    Checked<std::vector<DrillRecord>> out;
    out.value.emplace();
    int number = 1;
    for (std::size_t from = 0; from < bytes.size(); ++number) {
        const std::size_t end = bytes.find('\n', from);
        if (end == bytes.npos) {
            const bool ours = begins_as_ours(std::string_view(bytes).substr(from));
            out.findings.push_back(ours ? at_line(Severity::warning, "history.half_line", path, number)
                                        : at_line(Severity::error, "history.bad_line", path, number));
            break;
        }
        read_line(bytes.substr(from, end - from), path, number, out);
        from = end + 1;
    }
    if (has_errors(out.findings)) out.value.reset();
    return out;
}

bool add_to_history(const std::string& path, const DrillRecord& record) {
    LockedFile file(path);
    const std::string bytes = floorplans::file_text(path).value_or("");
    if (const auto known = read_history(path); known) {
        for (const DrillRecord& other : *known.value)
            if (other.measured_sha256 == record.measured_sha256 && other.scenario == record.scenario &&
                other.date == record.date)
                return false;
    }
    const std::size_t last = bytes.rfind('\n');
    file.append(history_line(record), last == bytes.npos ? 0 : last + 1);
    return true;
}

}  // namespace muster::drill
