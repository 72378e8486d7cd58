// SPDX-License-Identifier: Apache-2.0
#include "scenarios/references.h"

#include "scenarios/reader.h"

namespace muster::scenarios {

bool check_header(const floorplans::JsonCursor& root, const std::string& format) {
    const std::string found = root["format"].string();
    if (found != format) {
        if (!found.empty())
            root["format"].report(Severity::error, "scenario.wrong_format", {{"found", found}, {"expected", format}});
        return false;
    }
    const int version = root["schema_version"].integer(0, 1'000'000, 1);
    if (version != 1)
        root["schema_version"].report(Severity::error, "scenario.wrong_version",
                                      {{"found", std::to_string(version)}, {"expected", "1"}});
    return version == 1;
}

std::string format_of(const floorplans::JsonDocument& document) {
    Findings ignored;
    const floorplans::JsonCursor root(document, ignored);
    const floorplans::JsonCursor format = root["format"];
    if (!format.is_string()) return {};
    const std::string text = format.string(), prefix = "muster.";
    if (text.rfind(prefix, 0) != 0) return {};
    const std::string kind = text.substr(prefix.size());
    return kind == "plan" || kind == "risk_map" || kind == "scenario" ? kind : std::string{};
}

std::vector<floorplans::JsonCursor> required_elements(const floorplans::JsonCursor& in, const char* key) {
    if (!in.has(key)) in.report(Severity::error, "json.missing_key", {{"key", key}, {"expected", "[...]"}});
    return in[key].elements();
}

Name name_or(const floorplans::JsonCursor& in, const char* key, const std::string& otherwise) {
    if (!in.has(key)) return {otherwise, otherwise};
    Name name = in[key].name();
    if (name.zh.empty()) name.zh = name.en.empty() ? otherwise : name.en;
    if (name.en.empty()) name.en = name.zh;
    return name;
}

}  // namespace muster::scenarios
