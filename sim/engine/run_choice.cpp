// SPDX-License-Identifier: Apache-2.0
// Choosing by time: queues, familiar exits, other people; and keeping company.
#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/random.h"
#include "sim/engine/run.h"

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

// The queues on either side of every opening, nearest first. Costs nothing while nobody looks at queues.
void Run::look_at_queues() {
    if (!anybody_chooses_) return;
    queues_.clear();
    const physics::Bodies bodies = physics_->bodies();
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const Person& p = crowd_.people[i];
        if (p.state != PersonState::walking || !p.next.valid() || p.decided_in != bodies.space[i]) continue;
        const float way = intents_[i].remaining_m - static_cast<float>(p.leg.beyond_m);
        queues_.add(p.next, side_of(world().building, p.next, bodies.space[i]), way);
    }
    queues_.sort();
}

// Perceived time, s, from here through this opening to the destination. Infinity = no way.
double Run::time_by(PersonId id, const Whereabouts& where, const routing::RouteTable& table, OpeningId opening) {
    const auto [in, at] = where;
    const routing::Navigation& navigation = this->navigation();
    const double whole_m = navigation.to_go_m(table, in, at, opening);
    if (!(whole_m < behaviour::RouteBook::closed_space_m)) return std::numeric_limits<double>::infinity();
    const Person& p = person(id);
    const WayChoice& choice = group_of(id).choice;
    const int side = side_of(world().building, opening, in);
    const bool heads_there = p.next == opening && p.decided_in == in;
    const double speed = std::max(0.1, double{crowd_.info[id.index()].free_speed});
    const double way_m = navigation.field(in, opening).at(at) * navigation.incline_factor(in);

    double time_s = way_m / speed;
    if (choice.quickest) {
        const int ahead = queues_.nearer(opening, side, static_cast<float>(way_m));
        const double flow = settings_.seen_flow * std::max(0.5, site_.opening(opening).clear_width_m);
        time_s = std::max(time_s, ahead / flow);
    }
    time_s += (whole_m - way_m) / speed;
    const int others = std::min(5, queues_.heading(opening, side) - (heads_there ? 1 : 0));
    time_s -= choice.follow_s * std::max(0, others);
    if (choice.hesitation_s > 0.0) time_s += choice.hesitation_s * hesitation(seed_, id, opening);
    if (!choice.familiar.empty()) {
        const OpeningId exit{std::size_t{routes_.leg(p.way, p.knowledge, in, opening).stream}};
        const auto& known = choice.familiar;
        if (std::find(known.begin(), known.end(), exit) == known.end()) time_s += choice.unfamiliar_s;
    }
    return time_s;
}

// The opening to take. Nobody turns round at once, and nobody changes for a small gain; each
// change makes one more reluctant.
OpeningId Run::quickest_opening(PersonId id, const Whereabouts& where, const routing::RouteTable& table) {
    Person& p = person(id);
    OpeningId best;
    double least = std::numeric_limits<double>::infinity();
    const auto consider = [&](bool also_back) {
        for (const OpeningId o : world().building.space(where.in).openings) {
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
    const bool gains = current - least > worth_s * std::exp2(p.changes);
    if (!gains || (now() - p.chose_at).seconds() < settings_.change_after_s * own_pause(seed_, id)) return p.next;
    p.chose_at = now();
    ++p.changes;
    return best;
}

void Run::make_companies() {
    company_of_.assign(crowd_.size(), no_company);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        const std::string& name = group_of(PersonId{i}).company;
        if (name.empty()) continue;
        const auto found = std::find(names.begin(), names.end(), name);
        company_of_[i] = static_cast<std::uint32_t>(found - names.begin());
        if (found == names.end()) names.push_back(name);
    }
    companies_.resize(names.size());
}

// The hindmost and the slowest of those who walk: who has fallen, waits or is out keeps nobody back.
void Run::look_after_companies() {
    if (companies_.empty()) return;
    std::fill(companies_.begin(), companies_.end(), Company{});
    for (std::size_t i = 0; i < crowd_.size(); ++i) {
        if (company_of_[i] == no_company || crowd_.people[i].state != PersonState::walking) continue;
        Company& c = companies_[company_of_[i]];
        c.hindmost_m = std::max(c.hindmost_m, intents_[i].remaining_m);
        c.slowest = std::min(c.slowest, free_pace(PersonId{i}));
    }
}

float Run::free_pace(PersonId id) const { return crowd_.info[id.index()].free_speed; }

// Slows whoever is ahead, but never quite to a stand: who stands still in a doorway keeps others from getting out.
void Run::keep_company(PersonId id, physics::Intent& intent) const {
    if (companies_.empty() || company_of_[id.index()] == no_company) return;
    const Company& c = companies_[company_of_[id.index()]];
    const float own = free_pace(id);
    const auto ahead_m = static_cast<double>(c.hindmost_m - intent.remaining_m) - settings_.company_m;
    if (ahead_m <= 0.0) return;
    const double pace = std::max(settings_.company_min, 1.0 - ahead_m / settings_.company_m);
    intent.speed *= static_cast<float>(std::min(1.0, double{std::min(c.slowest, own)} / double{own} * pace));
}

}  // namespace muster::engine
