// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/cfast_case.h"

#include <algorithm>
#include <filesystem>

#include "floorplans/file_text.h"

namespace muster::verify {

namespace {

namespace fs = std::filesystem;

Finding trouble(const char* code, const std::string& file, std::vector<std::pair<std::string, std::string>> args = {}) {
    args.insert(args.begin(), {"file", file});
    return {Severity::error, code, "", file, 0, std::move(args)};
}

std::vector<std::string> inputs_in(const fs::path& folder) {
    std::vector<std::string> out;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed))
        if (entry.path().extension() == ".in" && entry.is_regular_file(failed)) out.push_back(entry.path().string());
    return out;
}

std::vector<std::string> inputs_below(const std::string& folder) {
    std::vector<std::string> out = inputs_in(folder);
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (!entry.is_directory(failed)) continue;
        const std::vector<std::string> more = inputs_in(entry.path());
        out.insert(out.end(), more.begin(), more.end());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

Checked<CfastCase> read_cfast_case(const std::string& input) {
    Checked<CfastCase> out;
    CfastCase made;
    made.name = fs::path(input).stem().string();
    made.input = input;
    made.table = (fs::path(input).parent_path() / (made.name + "_compartments.csv")).string();
    const auto refuse = [&](Finding why) {
        out.findings.push_back(std::move(why));
        return out;
    };
    const auto text = floorplans::file_text(input), table = floorplans::file_text(made.table);
    if (!text) return refuse(trouble("cfast.unreadable", input));
    if (!table) return refuse(trouble("cfast.no_results", made.table, {{"input", input}}));
    try {
        made.model = cfast::read_cfast_input(*text);
    } catch (const std::runtime_error& error) { return refuse(trouble("cfast.input", input, {{"why", error.what()}})); }
    try {
        made.results = scenarios::read_cfast_csv(*table);
    } catch (const scenarios::UnreadableTable& error) { return refuse(trouble(error.code, made.table, error.args)); }
    if (!made.model.left_out.empty()) {
        std::string records;
        for (const std::string& record : made.model.left_out) records += (records.empty() ? "" : "; ") + record;
        out.findings.push_back(trouble("cfast.left_out", input, {{"records", records}}));
        out.findings.back().severity = Severity::warning;
    }
    out.value = std::move(made);
    return out;
}

Checked<std::vector<CfastCase>> read_cfast_cases(const std::string& folder) {
    Checked<std::vector<CfastCase>> out;
    std::vector<CfastCase> cases;
    for (const std::string& input : inputs_below(folder)) {
        Checked<CfastCase> one = read_cfast_case(input);
        out.findings.insert(out.findings.end(), one.findings.begin(), one.findings.end());
        if (one) cases.push_back(std::move(*one.value));
    }
    if (cases.empty() && out.findings.empty()) out.findings.push_back(trouble("cfast.no_input", folder));
    if (!has_errors(out.findings)) out.value = std::move(cases);
    return out;
}

}  // namespace muster::verify
