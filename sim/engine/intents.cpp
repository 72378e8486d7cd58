// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/intents.h"

#include <algorithm>

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

Intents::Intents(RunState& run, Decisions& decisions, WaitingPlaces& waiting)
    : run_(run),
      decisions_(decisions),
      waiting_(waiting),
      companies_(run),
      headings_(run.world().building.openings.size(), std::array{0, 0}) {}

void Intents::look_around() {
    count_headings();
    companies_.look_after();
}

void Intents::make() {
    const physics::Bodies bodies = run_.physics->bodies();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const PersonId id{i};
        const PersonState is = run_.state(id);
        if (is == PersonState::gone || stands_still(is)) continue;
        const bool due = run_.person(id).decided_in != bodies.space[i] || run_.motion.turn_of(i);
        const bool walks_on = is == PersonState::walking && run_.intents[i].speed > 0.0F;
        if (walks_on && !due && !run_.physics->looks_next(id)) continue;
        const Whereabouts where{bodies.space[i], {bodies.x[i], bodies.y[i]}};
        if (is == PersonState::walking && due) decisions_.decide(id, where);
        if (run_.state(id) == PersonState::stranded && due) decisions_.wait_on(id, where);
        run_.intents[i] = intent_of(id, where);
    }
}

physics::Intent Intents::intent_of(PersonId id, const Whereabouts& where) const {
    physics::Intent intent;
    const Person& p = run_.person(id);
    intent.immovable = run_.state(id) == PersonState::fallen;
    if (!run_.crowd.moves(id) || p.stands) return intent;
    const auto [in, at] = where;
    intent.speed = static_cast<float>(desired_speed(id, in, p.next) * p.air_speed);
    intent.stream = p.leg.stream;
    intent.in_file = run_.group_of(id).in_file || run_.site.in_file(in);
    if (p.next.valid()) {
        aim_at_opening(id, where, intent);
        if (!p.searches.valid() && !p.retreats) companies_.keep_together(id, intent);
        return intent;
    }
    if (p.retreats) {
        aim_at_waiting_place(id, where.at, intent);
        return intent;
    }
    const routing::Destination to = p.searches.valid()
                                        ? routing::Destination{routing::Destination::Kind::room, {}, p.searches}
                                        : run_.routes.destination(p.way);
    const routing::DistanceField& field = run_.navigation().field(to);
    const Vec2 target =
        to.kind == routing::Destination::Kind::spot ? run_.world().building.spot(to.spot).at : at + field.descent(at);
    intent.direction = field.descent(at);
    if (intent.direction == Vec2{}) intent.direction = normalised(target - at);
    intent.remaining_m = static_cast<float>(field.at(at));
    return intent;
}

void Intents::aim_at_waiting_place(PersonId id, Vec2 at, physics::Intent& intent) const {
    const Vec2 target = waiting_.aim(id, at);
    const double way = distance(target, at);
    intent.direction = normalised(target - at);
    intent.remaining_m = static_cast<float>(way);
    intent.speed *= static_cast<float>(std::min(1.0, way / settings_.slows_m));
}

double Intents::desired_speed(PersonId id, SpaceId in, OpeningId next) const {
    double speed = run_.crowd.info[id.index()].free_speed * run_.site.speed_factor(in);
    const Space& space = run_.world().building.space(in);
    if (!space.outdoor) speed *= run_.site.shaking_factor(space.level);
    if (space.flight) {
        const Profile& profile = run_.profile_of(id);
        const bool down = next == space.flight->foot;
        speed *= stair_speed_share(profile, *space.flight, down, run_.world().scenario.run.assumption) *
                 space.flight->plan_per_incline();
    }
    return speed;
}

// Furniture that has moved may lie just before an opening.
bool Intents::lies_between(SpaceId in, OpeningId opening, Vec2 at, double straight_m) const {
    // A way longer than the straight one by this goes round something.
    constexpr double round_share = 1.3, round_m = 0.3;
    return run_.navigation().changed(in) &&
           run_.navigation().field(in, opening).at(at) > round_share * straight_m + round_m;
}

void Intents::aim_at_opening(PersonId id, const Whereabouts& where, physics::Intent& intent) const {
    const Person& p = run_.person(id);
    const auto [in, at] = where;
    const Opening& opening = run_.world().building.opening(p.next);
    const double radius = run_.crowd.info[id.index()].radius_m;
    const Vec2 through = opening.normal_into(opening.other(in));
    Segment usable = usable_part(opening, run_.site.opening(p.next).clear_width_m, radius + settings_.margin_m);
    if (meets_others(p.next, in)) usable = right_half(usable, through);
    Vec2 target = closest_point(usable, at);
    double to_opening = distance(target, at);
    // In front of the opening one aims through it; beside it, at the floor before its near end: straight at the opening
    // would press into the jamb.
    const double beside = std::abs(dot(target - at, opening.at.direction()));
    const double before = std::min(beside, radius + settings_.margin_m);
    target += (beside > 0.01 ? -before : settings_.beyond_m) * through;
    const bool straight = to_opening < settings_.straight_m && !lies_between(in, p.next, at, to_opening);
    if (straight || run_.world().building.space(in).flight) {
        intent.direction = normalised(target - at);
    } else {
        const routing::DistanceField& field = run_.navigation().field(in, p.next);
        intent.direction = field.descent(at);
        to_opening = field.at(at);
        if (intent.direction == Vec2{}) intent.direction = normalised(target - at);
    }
    intent.remaining_m = static_cast<float>(to_opening * run_.navigation().incline_factor(in) + p.leg.beyond_m);
}

// Who is about to go through which opening in which direction, for keeping right where two streams meet.
void Intents::count_headings() {
    std::fill(headings_.begin(), headings_.end(), std::array{0, 0});
    const physics::Bodies bodies = run_.physics->bodies();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const Person& p = run_.crowd.people[i];
        if (!run_.crowd.moves(PersonId{i}) || !p.next.valid()) continue;
        ++headings_[p.next.index()][run_.world().building.opening(p.next).from == bodies.space[i] ? 0 : 1];
    }
}

bool Intents::meets_others(OpeningId opening, SpaceId from) const {
    return headings_[opening.index()][run_.world().building.opening(opening).from == from ? 1 : 0] > 0;
}

}  // namespace muster::engine
