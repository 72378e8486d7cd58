// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/decisions.h"

#include <algorithm>

namespace muster::engine {

namespace {

/// Nothing hides what is behind it.
bool stands_open(const RunState& run, OpeningId opening) { return run.site.opening(opening).state == DoorState::open; }

}  // namespace

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
        waiting_.give_up(id);
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

void Decisions::wait_on(PersonId id, const Whereabouts& where) {
    const behaviour::KnowledgeId knew = run_.person(id).knowledge;
    learn_what_is_seen(id, where);
    if (run_.person(id).knowledge == knew || !sees_a_way(id, where)) return waiting_.go_on(id, where);
    run_.set_state(id, PersonState::walking);
    decide(id, where);
}

bool Decisions::sees_a_way(PersonId id, const Whereabouts& where) {
    const Person& p = run_.person(id);
    const auto best = run_.navigation().next_step(run_.routes.table(p.way, p.knowledge), where.in, where.at);
    return best && (!best->opening.valid() || best->to_go_m < behaviour::RouteBook::closed_space_m);
}

void Decisions::look_around() {
    pass_the_word();
    choice_.look_at_queues();
}

// One learns that a door is shut, or open again, by seeing it; and that a room is closed from its door or from inside.
// A fire is seen through a door only when it stands open; its smoke, and what people say, are dealt with elsewhere.
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
        const auto seen_by = [&](OpeningId o) { return near(o) && (!run_.site.burns(s) || stands_open(run_, o)); };
        if (s == where.in || std::any_of(doors.begin(), doors.end(), seen_by))
            p.knowledge = run_.routes.learn_space(p.knowledge, s);
    }
}

// Whoever knows that a door is shut, or a room closed or burning, tells those within earshot, and they the next: else
// those behind would press on against those who come back.
void Decisions::pass_the_word() {
    for (const OpeningId o : run_.site.changed_openings())
        if (!run_.site.opening(o).passable()) tell_of(o);
    for (const SpaceId s : run_.site.closed_spaces()) tell_of(s);
    for (const SpaceId s : run_.site.burning_spaces())
        if (!run_.site.closed(s)) tell_of(s);
}

void Decisions::tell_of(OpeningId shut) {
    spread([&](PersonId id) { return knows_shut(run_, id, shut); },
           [&](Person& p) { p.knowledge = run_.routes.learn_opening(p.knowledge, shut, true); });
    if (!knowing_.empty()) doors_.try_to_force(shut, true);
}

void Decisions::tell_of(SpaceId closed) {
    const auto knows = [&](PersonId id) {
        const auto& known = run_.routes.knowledge(run_.person(id).knowledge).closed_spaces;
        return std::binary_search(known.begin(), known.end(), closed);
    };
    spread(knows, [&](Person& p) { p.knowledge = run_.routes.learn_space(p.knowledge, closed); });
}

template <class Knows, class Learn>
void Decisions::spread(const Knows& knows, const Learn& learn) {
    knowing_.clear();
    others_.clear();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        const PersonState is = run_.state(id);
        const bool listens = is == PersonState::walking || is == PersonState::stranded || is == PersonState::waiting;
        if (!listens || run_.world().building.space(run_.where(id).in).outdoor) continue;
        if (knows(id))
            knowing_.push_back(run_.where(id));
        else
            others_.push_back(id);
    }
    if (knowing_.empty()) return;
    for (const PersonId other : others_) {
        const Whereabouts listener = run_.where(other);
        const bool told = std::any_of(knowing_.begin(), knowing_.end(),
                                      [&](const Whereabouts& speaker) { return hears(listener, speaker); });
        if (!told) continue;
        learn(run_.person(other));
        run_.person(other).decided_in = {};
    }
}

// In the same space, or in the next one.
bool Decisions::hears(const Whereabouts& listener, const Whereabouts& speaker) const {
    if (distance(listener.at, speaker.at) >= perception_.hears_m) return false;
    if (listener.in == speaker.in) return true;
    const Building& building = run_.world().building;
    const auto& doors = building.space(speaker.in).openings;
    return std::any_of(doors.begin(), doors.end(), [&](OpeningId o) { return building.opening(o).joins(listener.in); });
}

}  // namespace muster::engine
