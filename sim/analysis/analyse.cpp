// SPDX-License-Identifier: Apache-2.0
#include "sim/analysis/analyse.h"

#include "sim/analysis/bottlenecks.h"
#include "sim/analysis/clocks.h"
#include "sim/analysis/crossings.h"
#include "sim/analysis/density.h"
#include "sim/analysis/held.h"
#include "sim/analysis/quake.h"
#include "sim/analysis/rescue.h"
#include "sim/analysis/search.h"
#include "sim/analysis/smoke.h"

namespace muster::analysis {

namespace {

template <class E>
int count_events(const Trace& trace) {
    int n = 0;
    for (const TimedEvent& e : trace.events) n += std::holds_alternative<E>(e.event) ? 1 : 0;
    return n;
}

// Person-seconds of people under way at a local density over critical_density.
double exposure_person_s(const Trace& trace) {
    LocalDensity local(trace.world->building);
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < trace.sample_times.size(); ++i) {
        const TracePoint* people = trace.sample(i);
        local.count(people, trace.people.size());
        int critical = 0;
        for (std::size_t p = 0; p < trace.people.size(); ++p)
            if (under_way(people[p].state) && people[p].space.valid() && local.at(people[p]) > critical_density)
                ++critical;
        sum += critical * (trace.sample_times[i + 1] - trace.sample_times[i]).seconds();
    }
    return sum;
}

}  // namespace

RunAnalysis analyse(const Trace& trace) {
    const Crossings crossings(trace);
    RunAnalysis run;
    run.seed = trace.seed;
    run.clocks = clocks_of(trace);
    run.people = headcount_of(trace);
    run.bottlenecks = bottlenecks_of(trace, crossings);
    write_held(trace, run.bottlenecks);
    run.out_of_building_s = times_out_of_building(trace);
    run.at_assembly_s = times_at_assembly(trace);
    run.falls = count_events<PersonFell>(trace);
    run.replaced = count_events<PersonReplaced>(trace);
    if (!trace.air_times.empty()) run.smoke = smoke_of(trace);
    if (!trace.quakes.empty()) run.quake = quake_of(trace);
    run.search = search_of(trace);
    run.rescue = rescue_of(trace);
    run.exposure_person_s = exposure_person_s(trace);
    return run;
}

}  // namespace muster::analysis
