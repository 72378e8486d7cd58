// SPDX-License-Identifier: Apache-2.0
#include "render/papers/route_card/route_card.h"
#include "render/document/html_writer.h"

#include <catch2/catch.hpp>
#include <regex>

#include "render/papers/route_card/route_steps.h"
#include "tests/support/library_runs.h"

using namespace muster;
using namespace muster::papers;
using namespace muster::testing;

namespace {

GroupId class_named(const World& world, const std::string& key) {
    const std::vector<Group>& groups = world.scenario.population.groups;
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (groups[g].key == key) return GroupId{g};
    throw std::runtime_error("no class " + key);
}

std::vector<behaviour::RouteLeg> way_of(const World& world, const std::string& key) {
    return behaviour::route_line(world, routing::Navigation(world.building), class_named(world, key));
}

}  // namespace

TEST_CASE("a class on the fourth floor is led by five steps: door, stair, off it on the ground floor, exit, spot",
          "[lesson]") {
    const auto world = library_world("primary_class_by_class");
    const Group& group = world->scenario.population.groups[class_named(*world, "class_6_1").index()];
    const auto steps = route_steps(world->building, way_of(*world, "class_6_1"));
    REQUIRE(steps.size() == 5);
    CHECK(steps[0].kind == RouteStepKind::door);
    CHECK(steps[0].opening == group.route.door);
    CHECK(steps[1].kind == RouteStepKind::stair);
    CHECK(steps[1].stair == group.route.stair);
    CHECK(world->building.level(steps[1].to_level).storey == 1);
    CHECK(steps[2].kind == RouteStepKind::off_stair);
    CHECK(steps[3].kind == RouteStepKind::exit);
    CHECK(steps[3].opening == group.route.exit);
    CHECK(steps[4].kind == RouteStepKind::spot);
    CHECK(steps[4].at == world->building.spot(group.route.spot).at);
}

TEST_CASE("a class on the ground floor needs no stair", "[lesson]") {
    const auto world = library_world("primary_class_by_class");
    const auto steps = route_steps(world->building, way_of(*world, "class_1_1"));
    REQUIRE(steps.size() == 3);
    CHECK(steps[1].kind == RouteStepKind::exit);
}

TEST_CASE("a card holds the class, its way and what to do, on one sheet each, in both languages", "[lesson]") {
    const auto world = library_world("primary_class_by_class");
    const std::vector<RouteCard> cards{{class_named(*world, "class_6_1"), way_of(*world, "class_6_1")},
                                       {class_named(*world, "class_1_1"), {}}};
    for (const text::Lang lang : text::all_languages) {
        const std::string page = document::document_html(route_cards(*world, cards, lang));
        const auto has = [&](const char* words) { return page.find(words) != page.npos; };
        CHECK(has(lang == text::Lang::en ? "Grade 6 Class 1" : "六年级1班"));
        CHECK(has(lang == text::Lang::en ? "The last one shuts the door" : "最后一人关门"));
        CHECK(has(lang == text::Lang::en ? "There is no open way" : "没有可走的路线"));
        CHECK(has("data:image/png;base64,"));
        // An id without a text is printed as it is.
        CHECK_FALSE(std::regex_search(page.substr(page.find("</style>")), std::regex("card\\.[a-z]")));
    }
}
