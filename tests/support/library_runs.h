// SPDX-License-Identifier: Apache-2.0
// Runs of library scenarios, each made once for all tests of this program.
#pragma once

#include <map>
#include <string>

#include "scenarios/reader.h"
#include "sim/analysis/analyse.h"
#include "sim/analysis/run_book.h"
#include "tests/support/paths.h"
#include "tests/support/run_world.h"

namespace muster::testing {

struct LessonRun {
    Trace trace;
    analysis::RunAnalysis analysis;
    analysis::RunBook book;
    LessonRun(Trace t, analysis::RunAnalysis a, const World& world)
        : trace(std::move(t)), analysis(std::move(a)), book(world) {
        book.extend(trace);
    }
};

inline std::shared_ptr<const World> library_world(const std::string& name) {
    const auto loaded = scenarios::load_world(testing::source_file("scenarios/library/") + name + ".scenario.json");
    if (!loaded) throw std::runtime_error("no such scenario: " + name);
    return loaded.value->world;
}

inline const LessonRun& library_run(const std::string& name) {
    static std::map<std::string, LessonRun> made;
    const auto found = made.find(name);
    if (found != made.end()) return found->second;
    const auto world = library_world(name);
    Trace trace = trace_of(world);
    analysis::RunAnalysis analysis = analysis::analyse(trace);
    return made.try_emplace(name, std::move(trace), std::move(analysis), *world).first->second;
}

}  // namespace muster::testing
