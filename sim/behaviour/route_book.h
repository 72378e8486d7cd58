// SPDX-License-Identifier: Apache-2.0
// Which way people go, given what they know: route tables made once per (way, knowledge) and kept. One book per run,
// because knowledge grows with the run, and groups may be sent another way.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "sim/model/world.h"
#include "sim/routing/navigation.h"

namespace muster::behaviour {

/// What somebody knows to be closed. Sorted, no doubles.
struct Knowledge {
    std::vector<OpeningId> closed_openings;
    std::vector<SpaceId> closed_spaces;
    std::vector<OpeningId> risky_openings;  // exits before which things fall: open, but a longer way is worth while
    std::vector<SpaceId> seen_spaces;       // where furniture has moved, as was seen
    auto operator<=>(const Knowledge&) const = default;
};

/// What follows on a way after the next opening. People of one stream leave by the same exit: on their common way the
/// one with less of it left never gives way to the other, so that no two of them wait for each other for ever.
struct Leg {
    std::uint32_t stream = 0;
    double beyond_m = 0.0;  // from the next opening to that exit (out of doors: to the destination)
};

using KnowledgeId = std::uint32_t;  // 0 = what everybody knows at the start
using WayId = Id<struct WayTag>;    // a group and the route it was given; the first ones are the groups' own, in order

class RouteBook {
public:
    /// Detours that an assigned route makes worth while: an opening off the route counts as this much longer, m.
    /// Assumption: larger than any way inside a site, so that an assigned route is left only when it is closed.
    static constexpr double off_route_m = 2000.0;
    /// Ways through a closed space (a room on fire) count as this much longer, m: those inside come out, nobody who has
    /// another way goes in.
    static constexpr double closed_space_m = 100000.0;

    /// What an exit under a failing facade counts as longer, m: its band of 3 m at three times the cost.
    static constexpr double risky_m = 6.0;
    /// What a shut door of the room to search counts as, m: another one is gone to first. Assumption.
    static constexpr double shut_door_m = 30.0;

    RouteBook(const World& world, const routing::Navigation& navigation);

    /// `known` after learning that an opening is shut (or is open again).
    [[nodiscard]] KnowledgeId learn_opening(KnowledgeId known, OpeningId opening, bool shut);
    [[nodiscard]] KnowledgeId learn_risk(KnowledgeId known, OpeningId opening);
    [[nodiscard]] KnowledgeId learn_space(KnowledgeId known, SpaceId space);
    [[nodiscard]] KnowledgeId learn_furniture(KnowledgeId known, SpaceId space);
    /// Without any closed space: somebody who goes through all the same.
    [[nodiscard]] KnowledgeId forget_spaces(KnowledgeId known);
    /// Without the openings found shut since the start, or without those that are shut every day either.
    [[nodiscard]] KnowledgeId forget_openings(KnowledgeId known, bool those_of_every_day);
    [[nodiscard]] const Knowledge& knowledge(KnowledgeId id) const { return *knowledge_[id]; }

    /// The way of a group by another route than its own.
    [[nodiscard]] WayId way(GroupId group, const Route& route);
    [[nodiscard]] const Route& route(WayId way) const { return ways_[way.index()].route; }
    /// Furniture has moved, or people keep off the facades from now on: all ways are looked for anew.
    void forget_ways() { plans_.clear(); }

    [[nodiscard]] const routing::Destination& destination(WayId way) const { return ways_[way.index()].to; }
    /// `search`: to that room instead, by whatever way, and up to its doors even if they are shut. With no way given:
    /// to that room, but only where it can be entered, as somebody goes there who means to stay.
    [[nodiscard]] const routing::RouteTable& table(WayId way, KnowledgeId known, SpaceId search = {}) {
        return plan(way, known, search).table;
    }
    /// Pre: `next` joins `in`, or is not valid (the destination lies in `in`).
    [[nodiscard]] Leg leg(WayId way, KnowledgeId known, SpaceId in, OpeningId next, SpaceId search = {});

private:
    struct Way {
        GroupId group;
        Route route;
        routing::Destination to;
    };
    struct Plan {
        routing::RouteTable table;
        std::vector<OpeningId> leaves_by;  // the building exit on the way, per node of the table; filled when asked for
        std::vector<bool> traced;
    };
    [[nodiscard]] Plan& plan(WayId id, KnowledgeId known, SpaceId search);
    [[nodiscard]] OpeningId exit_beyond(Plan& plan, OpeningId passed, SpaceId into) const;
    [[nodiscard]] KnowledgeId intern(Knowledge knowledge);
    [[nodiscard]] const Group& group_of(const Way& way) const {
        return world_->scenario.population.groups[way.group.index()];
    }
    void add_way(GroupId group, const Route& route);
    [[nodiscard]] routing::Destination choose_destination(const Way& way) const;
    [[nodiscard]] std::vector<double> opening_costs(const Route& route, SpaceId start, const Knowledge& known) const;

    const World* world_;
    const routing::Navigation* navigation_;
    std::vector<Way> ways_;
    std::map<Knowledge, KnowledgeId> ids_;
    std::vector<const Knowledge*> knowledge_;  // into the keys of ids_
    std::map<std::tuple<WayId, KnowledgeId, SpaceId>, Plan> plans_;
};

}  // namespace muster::behaviour
