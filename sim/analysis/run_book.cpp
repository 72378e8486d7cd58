// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/run_book.h"

#include <algorithm>

#include "sim/analysis/clocks.h"
#include "sim/analysis/density.h"
#include "sim/analysis/queue_books.h"

namespace muster::analysis {

RunBook::RunBook(const World& world)
    : world_(world),
      sites_(world.building),
      in_space_(world.building.spaces.size()),
      queue_(sites_.size()),
      crossed_(2 * world.building.openings.size()),
      sides_(2 * world.building.openings.size()) {}

std::size_t RunBook::direction(OpeningId opening, SpaceId into) const {
    return 2 * opening.index() + (into == world_.building.opening(opening).to ? 1U : 0U);
}

RunBook::Side& RunBook::side(OpeningId opening, SpaceId space) { return sides_[direction(opening, space)]; }

const std::vector<float>& RunBook::crossings(OpeningId opening, SpaceId into) const {
    return crossed_[direction(opening, into)];
}

const std::vector<float>& RunBook::queue_at_flight(SpaceId flight) const { return queue_[*sites_.flight(flight)]; }

// Of the openings in whose queue zone the person stands, the nearest. Not valid when there is none.
Passing RunBook::guess(const TracePoint& at) const {
    const Building& building = world_.building;
    Passing nearest;
    double min_m = queue_tail_m;
    for (const OpeningId o : building.space(at.space).openings) {
        const double m = distance_to(building.opening(o).at, {at.x, at.y});
        if (m < min_m) min_m = m, nearest = {{}, o, building.opening(o).other(at.space)};
    }
    return nearest;
}

// Adds (by = 1) or takes out (by = -1) one person at one sample.
void RunBook::book(const TracePoint& at, std::size_t sample, const Passing* next, int by) {
    if (!at.space.valid()) return;
    if (next != nullptr && LocalDensity::counts(at)) {
        const Opening& o = world_.building.opening(next->opening);
        if (o.joins(at.space) && in_half_disc(o, at.space, {at.x, at.y})) {
            std::uint16_t& n = side(next->opening, at.space).going_through[sample];
            n = static_cast<std::uint16_t>(n + by);
        }
    }
    if (!under_way(at.state) || static_cast<double>(at.speed) >= queue_speed_m_s) return;
    for_queue_sites(world_.building, sites_, at, next, true,
                    [&](std::size_t site, bool) { queue_[site][sample] += static_cast<float>(by); });
}

// Everything since the person's last crossing was on the way to this one (nullptr: to none).
void RunBook::settle(const Trace& trace, std::size_t person, const Passing* crossing) {
    std::uint32_t& i = settled_until_[person];
    for (; i < samples_ && (crossing == nullptr || trace.sample_times[i] < crossing->time); ++i) {
        const TracePoint& at = trace.sample(i)[person];
        if (!at.space.valid()) continue;
        const Passing guessed = guess(at);
        book(at, i, guessed.opening.valid() ? &guessed : nullptr, -1);
        book(at, i, crossing, 1);
    }
}

void RunBook::read_events(const Trace& trace) {
    const std::size_t before = events_;
    for (; events_ < trace.events.size(); ++events_) {
        const TimedEvent& e = trace.events[events_];
        const auto* c = std::get_if<PersonCrossed>(&e.event);
        if (c == nullptr) continue;
        const Passing crossing{e.time, c->opening, c->into};
        settle(trace, c->person.index(), &crossing);
        crossed_[direction(c->opening, c->into)].push_back(static_cast<float>(e.time.seconds()));
    }
    if (events_ != before || samples_ == 0) clocks_ = clocks_of(trace);
}

void RunBook::read_sample(const Trace& trace) {
    const std::size_t i = samples_++;
    const Building& building = world_.building;
    for (std::vector<float>& series : in_space_) series.push_back(0.0F);
    for (std::vector<float>& series : queue_) series.push_back(0.0F);
    for (Side& s : sides_) s.persons.push_back(0), s.going_through.push_back(0);
    float rooms = 0.0F, out = 0.0F, assembled = 0.0F;
    for (std::size_t p = 0; p < trace.people.size(); ++p) {
        const TracePoint& at = trace.sample(i)[p];
        const SpaceId start = trace.people[p].start;
        const bool started_indoors = start.valid() && !building.space(start).outdoor;
        if (started_indoors && at.space != start) rooms += 1.0F;
        if (started_indoors && is_out(building, at)) out += 1.0F;
        if (at.state == PersonState::assembled) assembled += 1.0F;
        if (at.state == PersonState::gone || !at.space.valid()) continue;
        in_space_[at.space.index()][i] += 1.0F;
        if (LocalDensity::counts(at))
            for (const OpeningId o : building.space(at.space).openings)
                if (in_half_disc(building.opening(o), at.space, {at.x, at.y})) ++side(o, at.space).persons[i];
        const Passing guessed = guess(at);
        book(at, i, guessed.opening.valid() ? &guessed : nullptr, 1);
    }
    out_of_rooms_.push_back(rooms);
    out_of_building_.push_back(out);
    at_assembly_.push_back(assembled);
}

void RunBook::extend(const Trace& trace) {
    settled_until_.resize(trace.people.size(), 0);
    while (samples_ < trace.sample_times.size()) read_sample(trace);
    read_events(trace);
    if (trace.outcome.ended > SimTime{} && !ended_) {
        ended_ = true;
        for (std::size_t p = 0; p < trace.people.size(); ++p) settle(trace, p, nullptr);
    }
}

std::vector<float> RunBook::density_at(OpeningId opening) const {
    std::vector<float> densities(samples_, 0.0F);
    const Opening& o = world_.building.opening(opening);
    for (const SpaceId space : {o.from, o.to}) {
        if (!space.valid()) continue;
        const Side& s = sides_[direction(opening, space)];
        const auto floor_m2 = static_cast<float>(half_disc_floor_m2(world_.building, o, space));
        for (std::size_t i = 0; i < samples_; ++i)
            if (s.going_through[i] > 0)
                densities[i] = std::max(densities[i], static_cast<float>(s.persons[i]) / floor_m2);
    }
    return densities;
}

}  // namespace muster::analysis
