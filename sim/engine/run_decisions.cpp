// SPDX-License-Identifier: Apache-2.0
// Which opening next (tactical, about once a second each), which way and how fast (every motion step).
#include <algorithm>

#include "sim/engine/run.h"

namespace muster::engine {

namespace {

/// The part of the opening's centre line that the middle of a body can use.
Segment usable_part(const Opening& opening, double clear_width_m, double margin_m) {
    const Vec2 middle = opening.at.middle();
    const double half = std::max(0.0, 0.5 * clear_width_m - margin_m);
    const Vec2 along = half * opening.at.direction();
    return {middle - along, middle + along};
}

/// The right half of it, as seen by those who walk along `through`.
Segment right_half(const Segment& usable, Vec2 through) {
    const Vec2 right = -1.0 * perpendicular(through);
    const Vec2 middle = usable.middle();
    return dot(usable.b - usable.a, right) > 0.0 ? Segment{middle, usable.b} : Segment{middle, usable.a};
}

}  // namespace

// Who is about to go through which opening in which direction, for keeping right where two streams meet.
void Run::count_headings() {
    std::fill(headings_.begin(), headings_.end(), std::array{0, 0});
    const physics::Bodies bodies = physics_->bodies();
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const Person& p = crowd_.people[i];
        if (p.state != PersonState::walking || !p.next.valid()) continue;
        ++headings_[p.next.index()][world().building.opening(p.next).from == bodies.space[i] ? 0 : 1];
    }
}

bool Run::meets_others(OpeningId opening, SpaceId from) const {
    return headings_[opening.index()][world().building.opening(opening).from == from ? 1 : 0] > 0;
}

// One learns that a door is shut, or open again, by seeing it; and that a room is closed from its door or from inside.
void Run::learn_what_is_seen(PersonId id, const Whereabouts& where) {
    Person& p = person(id);
    if (navigation().changed(where.in)) p.knowledge = routes_.learn_furniture(p.knowledge, where.in);
    if (site_.changed_openings().empty() && site_.closed_spaces().empty()) return;
    const auto near = [&](OpeningId o) {
        const Opening& opening = world().building.opening(o);
        return opening.joins(where.in) && distance_to(opening.at, where.at) < settings_.sees_door_m;
    };
    for (const OpeningId o : site_.changed_openings()) {
        if (!near(o)) continue;
        const auto& known = routes_.knowledge(p.knowledge).closed_openings;
        const bool thinks_shut = std::binary_search(known.begin(), known.end(), o);
        const bool is_shut = !site_.opening(o).passable() || is_turned_away(id, where.in, o);
        if (thinks_shut != is_shut) p.knowledge = routes_.learn_opening(p.knowledge, o, is_shut);
        if (is_shut && !thinks_shut) try_to_force(o, true);
        if (site_.opening(o).risky) p.knowledge = routes_.learn_risk(p.knowledge, o);
    }
    for (const SpaceId s : site_.closed_spaces()) {
        const auto& known = routes_.knowledge(p.knowledge).closed_spaces;
        if (std::binary_search(known.begin(), known.end(), s)) continue;
        const auto& doors = world().building.space(s).openings;
        if (s == where.in || std::any_of(doors.begin(), doors.end(), near))
            p.knowledge = routes_.learn_space(p.knowledge, s);
    }
}

bool Run::knows_shut(PersonId id, OpeningId opening) const {
    const auto& known = routes_.knowledge(person(id).knowledge).closed_openings;
    return std::binary_search(known.begin(), known.end(), opening);
}

// Whoever has found a door jammed by shaking tells those within earshot, and they the next: in a stair they would stand
// against those behind them for ever. Of doors that were locked or blocked otherwise one learns by seeing only.
void Run::pass_the_word() {
    const Building& building = world().building;
    const auto listens = [&](std::size_t i) {
        const PersonState is = crowd_.people[i].state;
        return is == PersonState::walking || is == PersonState::stranded || is == PersonState::waiting;
    };
    const auto together = [&](SpaceId a, SpaceId b) {
        if (a == b) return true;
        const auto& doors = building.space(a).openings;
        return std::any_of(doors.begin(), doors.end(), [&](OpeningId o) { return building.opening(o).joins(b); });
    };
    for (const auto& [door, forced_after_s] : jammed_) {
        std::vector<Whereabouts> knowing;
        std::vector<PersonId> others;
        for (std::size_t i = 0; i < crowd_.size(); ++i) {
            if (!listens(i) || building.space(where(PersonId{i}).in).outdoor) continue;
            if (knows_shut(PersonId{i}, door))
                knowing.push_back(where(PersonId{i}));
            else
                others.push_back(PersonId{i});
        }
        if (!knowing.empty()) try_to_force(door, true);
        for (const PersonId other : others) {
            const auto [in, at] = where(other);
            const bool told = std::any_of(knowing.begin(), knowing.end(), [&, in = in, at = at](const Whereabouts& k) {
                return distance(k.at, at) < settings_.hears_m && together(k.in, in);
            });
            if (!told) continue;
            person(other).knowledge = routes_.learn_opening(person(other).knowledge, door, true);
            person(other).decided_in = {};
        }
    }
}

void Run::decide(PersonId id, const Whereabouts& where) {
    learn_what_is_seen(id, where);
    Person& p = person(id);
    const routing::Navigation& navigation = this->navigation();
    const auto [in, at] = where;
    const routing::RouteTable& table = routes_.table(p.way, p.knowledge, p.searches);
    const auto best = navigation.next_step(table, in, at);
    const bool into_closed =
        best && best->opening.valid() && !site_.closed(in) && best->to_go_m >= behaviour::RouteBook::closed_space_m;
    if (p.searches.valid() && (!best || into_closed)) {
        give_up_room(id);
        decide(id, where);
        return;
    }
    if (!best || into_closed) {
        if (guides_let_through(id)) return decide(id, where);
        if (p.state == PersonState::walking) --walking_;
        p.state = PersonState::stranded;
        return;
    }
    if (best->opening.valid() && group_of(id).choice.by_time() && !p.searches.valid()) {
        p.next = quickest_opening(id, where, table);
        p.leg = routes_.leg(p.way, p.knowledge, in, p.next);
        p.decided_in = in;
        return;
    }
    const bool same_room = p.decided_in == in && p.next.valid() && best->opening.valid() && p.next != best->opening;
    if (same_room && world().building.opening(p.next).joins(in)) {
        if (navigation.to_go_m(table, in, at, p.next) < best->to_go_m + settings_.keep_choice_m) return;
    }
    p.next = best->opening;
    p.leg = routes_.leg(p.way, p.knowledge, in, p.next, p.searches);
    p.decided_in = in;
}

double Run::desired_speed(PersonId id, SpaceId in, OpeningId next) const {
    const PersonInfo& info = crowd_.info[id.index()];
    double speed = info.free_speed * site_.speed_factor(in);
    const Space& space = world().building.space(in);
    if (!shaken_.empty() && !space.outdoor) speed *= shaken_[space.level.index()];
    if (space.flight) {
        const Profile& profile = world().scenario.population.profiles[info.profile.index()];
        const bool down = next == space.flight->foot;
        speed *= (down ? profile.stair_down_factor : profile.stair_up_factor) * space.flight->plan_per_incline();
    }
    return speed;
}

// Furniture that has moved may lie just before an opening.
bool Run::lies_between(SpaceId in, OpeningId opening, Vec2 at, double straight_m) const {
    constexpr double round_share = 1.3,
                     round_m = 0.3;  // a way longer than the straight one by this goes round something
    return navigation().changed(in) && navigation().field(in, opening).at(at) > round_share * straight_m + round_m;
}

void Run::aim_at_opening(PersonId id, const Whereabouts& where, physics::Intent& intent) const {
    const Person& p = person(id);
    const auto [in, at] = where;
    const Opening& opening = world().building.opening(p.next);
    const double radius = crowd_.info[id.index()].radius_m;
    const Vec2 through = opening.normal_into(opening.other(in));
    Segment usable = usable_part(opening, site_.opening(p.next).clear_width_m, radius + settings_.aim_margin_m);
    if (meets_others(p.next, in)) usable = right_half(usable, through);
    Vec2 target = closest_point(usable, at);
    double to_opening = distance(target, at);
    // In front of the opening one aims through it; beside it, at the floor before its near end: straight at the opening
    // would press into the jamb.
    const double beside = std::abs(dot(target - at, opening.at.direction()));
    const double before = std::min(beside, radius + settings_.aim_margin_m);
    target += (beside > 0.01 ? -before : settings_.aim_beyond_m) * through;
    const bool straight = to_opening < settings_.aim_straight_m && !lies_between(in, p.next, at, to_opening);
    if (straight || world().building.space(in).flight) {
        intent.direction = normalised(target - at);
    } else {
        const routing::DistanceField& field = navigation().field(in, p.next);
        intent.direction = field.descent(at);
        to_opening = field.at(at);
        if (intent.direction == Vec2{}) intent.direction = normalised(target - at);
    }
    intent.remaining_m = static_cast<float>(to_opening * navigation().incline_factor(in) + p.leg.beyond_m);
}

physics::Intent Run::intent_of(PersonId id, const Whereabouts& where) const {
    physics::Intent intent;
    const Person& p = person(id);
    intent.immovable = p.state == PersonState::fallen;
    if (p.state != PersonState::walking || p.stands) return intent;
    const auto [in, at] = where;
    intent.speed = static_cast<float>(desired_speed(id, in, p.next) * p.air_speed);
    intent.stream = p.leg.stream;
    intent.in_file = group_of(id).in_file || site_.in_file(in);
    if (p.next.valid()) {
        aim_at_opening(id, where, intent);
        if (!p.searches.valid()) keep_company(id, intent);
        return intent;
    }
    const routing::Destination to = p.searches.valid()
                                        ? routing::Destination{routing::Destination::Kind::room, {}, p.searches}
                                        : routes_.destination(p.way);
    const routing::DistanceField& field = navigation().field(to);
    const Vec2 target =
        to.kind == routing::Destination::Kind::spot ? world().building.spot(to.spot).at : at + field.descent(at);
    intent.direction = field.descent(at);
    if (intent.direction == Vec2{}) intent.direction = normalised(target - at);
    intent.remaining_m = static_cast<float>(field.at(at));
    return intent;
}

void Run::make_intents() {
    const physics::Bodies bodies = physics_->bodies();
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const PersonId id{i};
        const Person& p = crowd_.people[i];
        if (p.state == PersonState::gone || stands_still(p.state)) continue;
        const auto turn = static_cast<std::int64_t>(i) % settings_.decide_every;
        const bool due = p.decided_in != bodies.space[i] || step_count_ % settings_.decide_every == turn;
        const bool walks_on = p.state == PersonState::walking && intents_[i].speed > 0.0F;
        if (walks_on && !due && !physics_->looks_next(id)) continue;
        const Whereabouts where{bodies.space[i], {bodies.x[i], bodies.y[i]}};
        if (p.state == PersonState::walking && due) decide(id, where);
        intents_[i] = intent_of(id, where);
    }
}

}  // namespace muster::engine
