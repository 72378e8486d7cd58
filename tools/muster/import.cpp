// SPDX-License-Identifier: Apache-2.0
// muster import: plans of other programs -> a plan file of ours, with the list of what had to be assumed.
#include <filesystem>

#include "floorplans/writer.h"
#include "tools/exchange/aislab/aislab.h"
#include "tools/muster/commands.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

bool in_the_way(const std::string& file, const ImportOptions& options, const Console& console) {
    if (file.empty() || options.force || !fs::exists(file)) return false;
    console.tell("muster.file_exists", {{"file", file}});
    return true;
}

// As a scenario names its plan: relative to its own folder.
std::string plan_from(const std::string& scenario, const std::string& plan) {
    return fs::absolute(plan).lexically_relative(fs::absolute(scenario).parent_path()).generic_string();
}

void write_and_tell(const std::string& file, const std::string& text, const Console& console) {
    store::write_beside(file, [&](const std::string& partial) { store::write_file(partial, text); });
    console.print(console.text("muster.import.done", {{"file", file}}));
}

}  // namespace

Exit import_aislab_plan(const ImportOptions& options, const Console& console) {
    if (in_the_way(options.out, options, console) || in_the_way(options.scenario, options, console))
        return Exit::bad_input;
    const Checked<Building> building = aislab::import_aislab(options.files);
    console.tell_findings(building.findings);
    if (!building) return Exit::bad_input;
    console.print(console.text("muster.import.assumed"));
    for (const std::string& assumption : building.value->assumptions) console.print("  " + assumption);
    write_and_tell(options.out, floorplans::write_floor_plan(*building.value), console);
    if (!options.scenario.empty())
        write_and_tell(options.scenario,
                       aislab::default_scenario_for(*building.value, plan_from(options.scenario, options.out)),
                       console);
    return Exit::good;
}

}  // namespace muster::commands
