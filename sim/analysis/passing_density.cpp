// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/passing_density.h"

#include <algorithm>

#include "sim/analysis/density.h"

namespace muster::analysis {

PassingDensity::PassingDensity(const Building& building, const Sites& sites)
    : building_(building), sites_(sites), books_(sites.size()) {}

void PassingDensity::touch(std::size_t site) {
    const Book& book = books_[site];
    if (book.persons[0] == 0 && book.persons[1] == 0) touched_.push_back(site);
}

void PassingDensity::count(const TracePoint& person, OpeningId next) {
    if (!LocalDensity::counts(person)) return;
    if (const auto site = sites_.flight(person.space)) {
        touch(*site);
        ++books_[*site].persons[0];
        books_[*site].upstream[0] = true;
    }
    count_openings(person, next);
}

void PassingDensity::count_openings(const TracePoint& person, OpeningId next) {
    for (const OpeningId id : building_.space(person.space).openings) {
        const Opening& o = building_.opening(id);
        if (!in_half_disc(o, person.space, {person.x, person.y})) continue;
        const std::size_t side = o.from == person.space ? 0 : 1;
        touch(Sites::of(id));
        Book& book = books_[Sites::of(id)];
        ++book.persons[side];
        if (id == next) book.upstream[side] = true;
    }
}

double PassingDensity::floor_m2(std::size_t site, std::size_t side) {
    double& floor = books_[site].floor_m2[side];
    if (floor > 0.0) return floor;
    if (sites_.is_flight(site)) {
        floor = std::max(min_density_area_m2, area(building_.space(sites_.flight_space(site)).area));
    } else {
        const Opening& o = building_.opening(OpeningId{site});
        floor = half_disc_floor_m2(building_, o, side == 0 ? o.from : o.to);
    }
    return floor;
}

void PassingDensity::close_sample(double time_s, double dt_s) {
    for (const std::size_t site : touched_) {
        Book& book = books_[site];
        double density = 0.0;
        for (const std::size_t side : {std::size_t{0}, std::size_t{1}})
            if (book.upstream[side]) density = std::max(density, book.persons[side] / floor_m2(site, side));
        if (density > book.peak) book.peak = density, book.peak_time_s = time_s;
        if (density > congested_density) book.congestion_s += dt_s;
        if (density > critical_density) book.critical_s += dt_s;
        book.persons = {};
        book.upstream = {};
    }
    touched_.clear();
}

void PassingDensity::write(std::size_t site, Bottleneck& b) const {
    b.peak_density = books_[site].peak;
    b.peak_time_s = books_[site].peak_time_s;
    b.congestion_s = books_[site].congestion_s;
    b.critical_s = books_[site].critical_s;
}

}  // namespace muster::analysis
