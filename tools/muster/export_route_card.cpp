// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/export_route_card.h"

#include "render/document/html_writer.h"
#include "render/papers/route_card/route_card.h"
#include "scenarios/reader.h"
#include "sim/engine/simulation.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

// One group by its id, or every class; every group where none is a class.
std::vector<GroupId> groups_asked(const std::vector<Group>& groups, const std::string& which) {
    std::vector<GroupId> classes, all;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (which != "all" && groups[g].key != which) continue;
        all.push_back(GroupId{g});
        if (groups[g].is_class) classes.push_back(GroupId{g});
    }
    return classes.empty() ? all : classes;
}

std::string keys_of(const std::vector<Group>& groups) {
    std::string keys;
    for (const Group& group : groups) keys += (keys.empty() ? "" : ", ") + group.key;
    return keys;
}

}  // namespace

Exit export_route_cards(const ExportOptions& options, const Console& console) {
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.run);
    console.tell_findings(loaded.findings);
    if (!loaded) return Exit::bad_input;
    const World& world = *loaded.value->world;
    const std::vector<Group>& groups = world.scenario.population.groups;
    const std::vector<GroupId> asked = groups_asked(groups, options.route_card);
    if (asked.empty()) {
        console.tell("muster.export.no_group", {{"group", options.route_card}, {"groups", keys_of(groups)}});
        return Exit::bad_input;
    }
    const engine::Prepared prepared = engine::prepare(loaded.value->world);
    behaviour::RouteBook book(world, *prepared.navigation);
    std::vector<papers::RouteCard> cards;
    for (const GroupId group : asked)
        cards.push_back({group, behaviour::route_line(book, world, *prepared.navigation, group)});
    store::write_beside(options.out, [&](const std::string& partial) {
        store::write_file(partial, document::document_html(papers::route_cards(world, cards, console.lang())));
    });
    console.print(
        console.text("muster.export.cards", {{"file", options.out}, {"cards", std::to_string(cards.size())}}));
    return Exit::good;
}

}  // namespace muster::commands
