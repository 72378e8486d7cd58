// SPDX-License-Identifier: Apache-2.0
// Writes a scenario as a file that people can read and edit (FORMAT.md): one group or incident a line. What is written
// reads as the same scenario, but for profiles that nobody has, and groups of people_by_use, which are written one by
// one.
#pragma once

#include <string>

#include "sim/model/world.h"

namespace muster::floorplans {
class JsonDocument;
}  // namespace muster::floorplans

namespace muster::scenarios {

/// What a scenario file says of other files; the model does not keep it. Paths are relative to the scenario's folder.
struct ScenarioFiles {
    std::string plan, risk_map;    // risk_map may be empty
    std::string record;            // `earthquake.motion` as JSON, when it names a record; else empty
    std::string external_results;  // `smoke.external_results` as JSON; else empty
};

[[nodiscard]] ScenarioFiles files_of(const floorplans::JsonDocument& scenario);
/// For a scenario file in another folder; both folders absolute, or relative to the same one.
[[nodiscard]] ScenarioFiles moved(const ScenarioFiles& files, const std::string& from_folder,
                                  const std::string& to_folder);

/// The world's plan and risk map are named by `files`, not written.
[[nodiscard]] std::string write_scenario(const Scenario& scenario, const Building& building, const RiskMap& risk_map,
                                         const ScenarioFiles& files);

struct RewrittenScenario {
    std::string text;
    bool kept_form = true;  // false: written anew, without the members this program does not know
};

/// `after` in the form of the file it was read from, for a file at `path`: rows that did not change keep their bytes,
/// members this program does not know stay, paths are made relative to the new place. Written anew when the file cannot
/// keep its form (a group of people_by_use that has changed).
[[nodiscard]] RewrittenScenario rewrite_scenario(const floorplans::JsonDocument& original,
                                                 const std::string& original_text, const Scenario& after,
                                                 const Building& building, const RiskMap& risk_map,
                                                 const std::string& path);

}  // namespace muster::scenarios
