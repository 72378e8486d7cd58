// SPDX-License-Identifier: Apache-2.0
// The JSON Schemas, which editors use, agree with the readers.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "tests/support/paths.h"
#include "tests/unit/scenarios/small_site.h"

using namespace muster;
using namespace muster::scenarios;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

json load(const fs::path& path) { return json::parse(std::ifstream(path)); }

class Schema {
public:
    explicit Schema(const std::string& file) {
        const json text = load(fs::path(testing::source_file()) / "scenarios" / file);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema_);
    }
    // What is wrong with the document; "" = nothing.
    [[nodiscard]] std::string complaint(const json& document) const {
        valijson::Validator validator;
        valijson::ValidationResults results;
        if (validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(document), &results)) return {};
        std::ostringstream out;
        for (valijson::ValidationResults::Error e; results.popError(e);) {
            for (const std::string& step : e.context) out << step;
            out << ": " << e.description << "\n";
        }
        return out.str();
    }

private:
    valijson::Schema schema_;
};

std::vector<json> documents(const std::string& ending) {
    std::vector<json> out;
    for (const auto& entry : fs::directory_iterator(fs::path(testing::source_file()) / "scenarios/library"))
        if (entry.path().string().ends_with(ending)) out.push_back(load(entry.path()));
    return out;
}

json example(std::size_t number) {
    std::ifstream in(fs::path(testing::source_file()) / "scenarios/FORMAT.md");
    std::string text(std::istreambuf_iterator<char>(in), {});
    const std::string fence = "```json\n";
    std::size_t at = 0;
    for (std::size_t i = 0; i <= number; ++i) at = text.find(fence, at) + fence.size();
    return json::parse(text.substr(at, text.find("\n```", at) - at));
}

}  // namespace

TEST_CASE("schema: the library and the examples of the page are valid", "[schema]") {
    const Schema scenario("scenario.schema.json"), risk_map("risk_map.schema.json");
    std::vector<json> scenarios = documents(".scenario.json"), maps = documents(".risk.json");
    scenarios.push_back(example(0));
    maps.push_back(example(1));
    CHECK(scenarios.size() > 1);
    CHECK(maps.size() > 1);
    for (const json& d : scenarios) {
        INFO(d.at("id"));
        CHECK(scenario.complaint(d).empty());
    }
    for (const json& d : maps) {
        INFO(d.at("id"));
        CHECK(risk_map.complaint(d).empty());
    }
    CHECK_FALSE(scenario.complaint(example(1)).empty());
}

TEST_CASE("schema: what it refuses, the reader complains about, and the other way round", "[schema]") {
    const Schema schema("scenario.schema.json");
    const Building site = small_site();
    const auto both = [&](const std::string& people, const std::string& more, bool fine) {
        const std::string text = scenario_text(people, more);
        INFO(text);
        const auto read = read_scenario_text(text, site);
        INFO(codes(read.findings));
        CHECK(schema.complaint(json::parse(text)).empty() == fine);
        CHECK(read.findings.empty() == fine);
    };
    const auto distribution = [&](const std::string& parameters, bool fine) {
        both(one_class(R"(, "pre_movement": {"law": )" + parameters + "}"), "", fine);
    };
    distribution(R"("constant", "value_s": 3, "shift_s": 1)", true);
    distribution(R"("constant", "value_s": 3, "high_s": 4)", false);
    distribution(R"("uniform", "low_s": 3, "high_s": 4)", true);
    distribution(R"("normal", "mean_s": 3, "sd_s": 1, "low_s": 0)", true);
    distribution(R"("normal", "mean": 3, "sd_s": 1)", false);
    distribution(R"("log_normal", "mu": 3, "sigma": 1, "high_s": 60)", true);
    distribution(R"("log_normal", "mu_s": 3, "sigma": 1)", false);
    distribution(R"("gamma", "shape": 3, "scale_s": 1)", true);
    distribution(R"("weibull", "shape": 3, "scale_s": 0)", false);
    const auto incident = [&](const std::string& members, bool fine) {
        both(one_class(), R"(, "incidents": [{"at_s": 5, "kind": )" + members + "}]", fine);
    };
    incident(R"("set_opening", "opening": "d1", "state": "locked")", true);
    incident(R"("set_opening", "opening": "d1")", false);
    incident(R"("block_opening", "opening": "d1", "blocked": false)", true);
    incident(R"("close_space", "space": "c1", "opening": "d1")", false);
    incident(R"("lights_out")", true);
    incident(R"("slow_space", "space": "c1", "speed_factor": 1.5)", false);
    incident(R"("person_falls", "space": "c1")", true);
    incident(R"("obstruct_opening", "opening": "d1", "clear_width_m": 0.5)", true);
    incident(R"("fire", "space": "r1")", true);
    incident(R"("fire")", false);
    incident(R"("fire", "space": "r1", "growth": "fast", "peak_kw": 1500, "area_m2": 3, "fuel": "wood", "smoke": true)",
             true);
    incident(R"("fire", "space": "r1", "growth": "quick")", false);
    incident(R"("fire", "space": "r1", "peak_kw": -5)", false);
    incident(R"("fire", "space": "r1", "growth": "table", "table": [[0, 0], [60, 300]], "at": [1, 1])", true);
    incident(R"("exhaust", "space": "c1", "flow_m3_s": 3)", true);
    incident(R"("exhaust", "space": "c1")", false);
    incident(R"("gas_leak", "space": "r1", "gas": "chlorine", "rate_g_s": 5, "lasts_s": 60)", true);
    incident(R"("gas_leak", "space": "r1", "gas": "helium", "rate_g_s": 5)", false);
    both(one_class(), R"(, "alarm": {"by": "detection", "confirm_s": 20, "announcement_s": 5})", true);
    both(one_class(), R"(, "alarm": {"by": "smell"})", false);
    both(one_class(), R"(, "smoke": {"walking": "jin", "dose": "iso_13571", "irritant": true})", true);
    both(one_class(), R"(, "smoke": {"walking": "fast"})", false);
    both(one_class(), R"(, "run": {"seed": -1})", false);
    both(one_class(), R"(, "run": {"seed": 7, "door_mode": "regulation"})", true);
    incident(R"("ignition", "space": "r1")", true);
    incident(R"("ignition")", false);
    incident(R"("lights_on", "spaces": ["c1"])", true);
    incident(R"("lights_on", "speed_factor": 1)", false);
    incident(R"("start_shaking", "lasts_s": 20)", true);
    incident(R"("start_shaking", "lasts_s": -1)", false);
    incident(R"("sound_alarm")", true);
    incident(R"("silence_alarm", "space": "c1")", false);
    incident(R"("send_group", "group": "a", "route": {"stair": "ST1", "exit": "e1"})", true);
    incident(R"("send_group", "group": "a")", false);
    incident(R"("send_group", "group": "a", "route": {"lift": "x"})", false);
    incident(R"("release_group", "group": "a")", true);
    incident(R"("hold_group")", false);
    incident(R"("release_order", "policy": "stagger", "interval_s": 9, "order": ["a"])", true);
    incident(R"("release_order", "interval_s": 9)", false);
    incident(R"("post_guide", "opening": "d1", "turns_away": true)", true);
    incident(R"("post_guide", "space": "c1")", false);
    incident(R"("remove_guide", "opening": "d1")", true);
    both(one_class(), R"(, "alarm": {"watchman": true})", true);
    both(one_class(), R"(, "alarm": {"says_where": true})", true);
    both(one_class(), R"(, "if_shut_in": "wait_at_door")", true);
    both(one_class(), R"(, "if_shut_in": "run_about")", false);
    both(one_class(), R"(, "rescue": {"arrives_s": 120, "teams": 1})", true);
    both(one_class(), R"(, "rescue": {"teams": 0})", false);
    both(one_class(), R"(, "earthquake": {"motion": {"intensity": "8", "level": "rare", "site": "III"}, "lead_s": 5})",
         true);
    both(one_class(), R"(, "earthquake": {"motion": {"intensity": "10"}})", false);
    both(one_class(),
         R"(, "earthquake": {"motion": {"intensity": "7"}, "aftershocks": [{"at_s": 90}], "damage": false})", true);
    both(one_class(), R"(, "earthquake": {"trained_share": 2})", false);
    both(one_class(), R"(, "earthquake": {})", true);
    both(one_class(), R"(, "release": {"interval_s": 3})", false);
    both(one_class(R"(, "teachers": ["middle"])"), "", false);
}
