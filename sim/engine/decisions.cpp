// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/decisions.h"

#include <algorithm>

namespace muster::engine {

void Decisions::decide(PersonId id, const Whereabouts& where) {
    learn_what_is_seen(id, where);
    Person& p = run_.person(id);
    const routing::Navigation& navigation = run_.navigation();
    const auto [in, at] = where;
    const routing::RouteTable& table = run_.routes.table(p.way, p.knowledge, p.searches);
    const auto best = navigation.next_step(table, in, at);
    const bool into_closed =
        best && best->opening.valid() && !run_.site.closed(in) && best->to_go_m >= behaviour::RouteBook::closed_space_m;
    if (p.searches.valid() && (!best || into_closed)) {
        search_.give_up_room(id);
        decide(id, where);
        return;
    }
    if (!best || into_closed) {
        if (posts_.let_through(id)) return decide(id, where);
        run_.set_state(id, PersonState::stranded);
        return;
    }
    if (best->opening.valid() && run_.group_of(id).choice.by_time() && !p.searches.valid()) {
        p.next = choice_.quickest_opening(id, where, table);
        p.leg = run_.routes.leg(p.way, p.knowledge, in, p.next);
        p.decided_in = in;
        return;
    }
    const bool same_room = p.decided_in == in && p.next.valid() && best->opening.valid() && p.next != best->opening;
    if (same_room && run_.world().building.opening(p.next).joins(in)) {
        if (navigation.to_go_m(table, in, at, p.next) < best->to_go_m + settings_.keep_choice_m) return;
    }
    p.next = best->opening;
    p.leg = run_.routes.leg(p.way, p.knowledge, in, p.next, p.searches);
    p.decided_in = in;
}

void Decisions::look_around() {
    pass_the_word();
    choice_.look_at_queues();
}

// One learns that a door is shut, or open again, by seeing it; and that a room is closed from its door or from inside.
void Decisions::learn_what_is_seen(PersonId id, const Whereabouts& where) {
    Person& p = run_.person(id);
    if (run_.navigation().changed(where.in)) p.knowledge = run_.routes.learn_furniture(p.knowledge, where.in);
    if (run_.site.changed_openings().empty() && run_.site.closed_spaces().empty()) return;
    const auto near = [&](OpeningId o) {
        const Opening& opening = run_.world().building.opening(o);
        return opening.joins(where.in) && distance_to(opening.at, where.at) < perception_.sees_door_m;
    };
    for (const OpeningId o : run_.site.changed_openings()) {
        if (!near(o)) continue;
        const auto& known = run_.routes.knowledge(p.knowledge).closed_openings;
        const bool thinks_shut = std::binary_search(known.begin(), known.end(), o);
        const bool is_shut = !run_.site.opening(o).passable() || posts_.is_turned_away(id, where.in, o);
        if (thinks_shut != is_shut) p.knowledge = run_.routes.learn_opening(p.knowledge, o, is_shut);
        if (is_shut && !thinks_shut) doors_.try_to_force(o, true);
        if (run_.site.opening(o).risky) p.knowledge = run_.routes.learn_risk(p.knowledge, o);
    }
    for (const SpaceId s : run_.site.closed_spaces()) {
        const auto& known = run_.routes.knowledge(p.knowledge).closed_spaces;
        if (std::binary_search(known.begin(), known.end(), s)) continue;
        const auto& doors = run_.world().building.space(s).openings;
        if (s == where.in || std::any_of(doors.begin(), doors.end(), near))
            p.knowledge = run_.routes.learn_space(p.knowledge, s);
    }
}

// Whoever has found a door jammed by shaking tells those within earshot, and they the next: in a stair they would stand
// against those behind them for ever. Of doors that were locked or blocked otherwise one learns by seeing only.
void Decisions::pass_the_word() {
    const Building& building = run_.world().building;
    const auto listens = [&](std::size_t i) {
        const PersonState is = run_.state(PersonId{i});
        return is == PersonState::walking || is == PersonState::stranded || is == PersonState::waiting;
    };
    const auto together = [&](SpaceId a, SpaceId b) {
        if (a == b) return true;
        const auto& doors = building.space(a).openings;
        return std::any_of(doors.begin(), doors.end(), [&](OpeningId o) { return building.opening(o).joins(b); });
    };
    for (const auto& [door, forced_after_s] : doors_.all()) {
        std::vector<Whereabouts> knowing;
        std::vector<PersonId> others;
        for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
            if (!listens(i) || building.space(run_.where(PersonId{i}).in).outdoor) continue;
            if (knows_shut(run_, PersonId{i}, door))
                knowing.push_back(run_.where(PersonId{i}));
            else
                others.push_back(PersonId{i});
        }
        if (!knowing.empty()) doors_.try_to_force(door, true);
        for (const PersonId other : others) {
            const auto [in, at] = run_.where(other);
            const bool told = std::any_of(knowing.begin(), knowing.end(), [&, in = in, at = at](const Whereabouts& k) {
                return distance(k.at, at) < perception_.hears_m && together(k.in, in);
            });
            if (!told) continue;
            run_.person(other).knowledge = run_.routes.learn_opening(run_.person(other).knowledge, door, true);
            run_.person(other).decided_in = {};
        }
    }
}

}  // namespace muster::engine
