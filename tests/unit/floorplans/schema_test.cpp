// SPDX-License-Identifier: Apache-2.0
// The JSON Schema and the reader agree: what one takes the other takes.
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/support/paths.h"
#include "tests/support/schema.h"
#include "tests/unit/floorplans/plan_text.h"

using namespace muster;
using namespace muster::floorplans;
using namespace muster::testing;
using nlohmann::json;

namespace {

std::string objection(const std::string& text) {
    return schema_objection(source_file("floorplans/plan.schema.json"), text);
}

}  // namespace

TEST_CASE("schema: takes the library plans and the example of FORMAT.md", "[floorplans][schema]") {
    for (const std::string& path : library_plans()) {
        INFO(path);
        CHECK(objection(file_text(path)).empty());
    }
    const std::string page = file_text(source_file("floorplans/FORMAT.md"));
    const std::size_t begin = page.find("```json\n") + 8;
    CHECK(objection(page.substr(begin, page.find("```", begin) - begin)).empty());
    CHECK(objection(two_rooms().text()).empty());
}

TEST_CASE("schema: refuses what the reader refuses for its form", "[floorplans][schema]") {
    const std::string good = two_rooms().text();
    const std::vector<std::pair<std::string, std::string>> mistakes{
        {"\"schema_version\": 1", "\"schema_version\": 2"},
        {"\"corridor\"", "\"corridr\""},
        {"muster.plan", "muster.scenario"},
        {"\"clear_width_m\": 1.0", "\"clear_width_m\": \"1.0\""},
        {"[[7, 7.12], [8, 7.12]]", "[[7, 7.12]]"},
        {"\"between\"", "\"betwen\""}};
    for (const auto& [from, to] : mistakes) {
        std::string text = good;
        text.replace(text.find(from), from.size(), to);
        INFO(to);
        CHECK_FALSE(objection(text).empty());
        CHECK_FALSE(read_plan_text(text).findings.empty());
    }
}

TEST_CASE("texts: every code of the readers has its sentence, and every sentence its code", "[floorplans][text]") {
    const std::regex code(
        "\"((?:json|file|id|plan|level|space|opening|stair|obstacle|assembly|fixture)\\.[a-z_0-9]+)\"");
    const auto codes_in = [&](const std::string& text) {
        std::set<std::string> out;
        for (std::sregex_iterator it(text.begin(), text.end(), code), end; it != end; ++it) out.insert((*it)[1]);
        return out;
    };
    std::string sources;
    for (const auto& entry : std::filesystem::directory_iterator(source_file("floorplans")))
        if (entry.path().extension() == ".cpp") sources += file_text(entry.path().string());
    const std::string table = file_text(source_file("render/text/en/findings_floorplans.po"));
    CHECK(codes_in(sources) == codes_in(table));
}
