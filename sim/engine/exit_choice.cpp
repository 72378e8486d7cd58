// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/exit_choice.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/random.h"

namespace muster::engine {

namespace {

int side_of(const Building& building, OpeningId opening, SpaceId in) {
    return building.opening(opening).from == in ? 0 : 1;
}

/// A fixed error of this person about this opening, in standard deviations.
double hesitation(std::uint64_t seed, PersonId person, OpeningId opening) {
    return RandomStream(seed, Purpose::exit_choice, (std::uint64_t{person.value} << 32U) | opening.value).normal();
}

/// How long this person waits before a second thought, in parts of the mean. All at once, everybody would leave the
/// longer queue and make the other one longer.
double own_pause(std::uint64_t seed, PersonId person) {
    return RandomStream(seed, Purpose::exit_choice, person.value).uniform(0.5, 2.5);
}

}  // namespace

ExitChoice::ExitChoice(RunState& run)
    : run_(run), queues_(run.world().building.openings.size()), thoughts_(run.crowd.size()) {
    const auto& groups = run.world().scenario.population.groups;
    anybody_chooses_ = std::any_of(groups.begin(), groups.end(), [](const Group& g) { return g.choice.by_time(); });
}

// The queues on either side of every opening, nearest first. Costs nothing while nobody looks at queues.
void ExitChoice::look_at_queues() {
    if (!anybody_chooses_) return;
    queues_.clear();
    const physics::Bodies bodies = run_.physics->bodies();
    for (std::size_t i = 0; i < run_.crowd.size(); ++i) {
        const Person& p = run_.crowd.people[i];
        if (run_.state(PersonId{i}) != PersonState::walking || !p.next.valid() || p.decided_in != bodies.space[i])
            continue;
        const float way = run_.intents[i].remaining_m - static_cast<float>(p.leg.beyond_m);
        queues_.add(p.next, side_of(run_.world().building, p.next, bodies.space[i]), way);
    }
    queues_.sort();
}

// Perceived time, s, from here through this opening to the destination. Infinity = no way.
double ExitChoice::time_by(PersonId id, const Whereabouts& where, const routing::RouteTable& table, OpeningId opening) {
    const auto [in, at] = where;
    const routing::Navigation& navigation = run_.navigation();
    const double whole_m = navigation.to_go_m(table, in, at, opening);
    if (!(whole_m < behaviour::RouteBook::closed_space_m)) return std::numeric_limits<double>::infinity();
    const Person& p = run_.person(id);
    const WayChoice& choice = run_.group_of(id).choice;
    const int side = side_of(run_.world().building, opening, in);
    const bool heads_there = p.next == opening && p.decided_in == in;
    const double speed = std::max(0.1, double{run_.crowd.info[id.index()].free_speed});
    const double way_m = navigation.field(in, opening).at(at) * navigation.incline_factor(in);

    double time_s = way_m / speed;
    if (choice.quickest) {
        const int ahead = queues_.nearer(opening, side, static_cast<float>(way_m));
        const double flow = settings_.seen_flow * std::max(0.5, run_.site.opening(opening).clear_width_m);
        time_s = std::max(time_s, ahead / flow);
    }
    time_s += (whole_m - way_m) / speed;
    const int others = std::min(5, queues_.heading(opening, side) - (heads_there ? 1 : 0));
    time_s -= choice.follow_s * std::max(0, others);
    if (choice.hesitation_s > 0.0) time_s += choice.hesitation_s * hesitation(run_.seed, id, opening);
    if (!choice.familiar.empty()) {
        const OpeningId exit{std::size_t{run_.routes.leg(p.way, p.knowledge, in, opening).stream}};
        const auto& known = choice.familiar;
        if (std::find(known.begin(), known.end(), exit) == known.end()) time_s += choice.unfamiliar_s;
    }
    return time_s;
}

// Nobody turns round at once, and nobody changes for a small gain; each change makes one more reluctant.
OpeningId ExitChoice::quickest_opening(PersonId id, const Whereabouts& where, const routing::RouteTable& table) {
    const Person& p = run_.person(id);
    SecondThoughts& thoughts = thoughts_[id.index()];
    OpeningId best;
    double least = std::numeric_limits<double>::infinity();
    const auto consider = [&](bool also_back) {
        for (const OpeningId o : run_.world().building.space(where.in).openings) {
            if (o == p.came_by && !also_back) continue;
            const double t = time_by(id, where, table, o);
            if (t < least) least = t, best = o;
        }
    };
    consider(false);
    if (!best.valid()) consider(true);
    const bool has_one = p.decided_in == where.in && p.next.valid() && p.next != best;
    if (!has_one) return best;
    const double current = time_by(id, where, table, p.next);
    if (!(current < std::numeric_limits<double>::infinity())) return best;
    const double worth_s = std::max(settings_.change_s, settings_.change_share * std::abs(current));
    const bool gains = current - least > worth_s * std::exp2(thoughts.changes);
    if (!gains || (run_.now() - thoughts.chose_at).seconds() < settings_.change_after_s * own_pause(run_.seed, id))
        return p.next;
    thoughts.chose_at = run_.now();
    ++thoughts.changes;
    return best;
}

}  // namespace muster::engine
