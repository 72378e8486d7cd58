// SPDX-License-Identifier: Apache-2.0
// muster import: plans of other programs -> a plan file of ours, with the list of what had to be assumed.
#include <filesystem>

#include "tools/muster/commands.h"

#if __has_include("tools/import/aislab.h") && __has_include("tools/import/plan_writer.h")
#include <unistd.h>

#include "tools/import/aislab.h"
#include "tools/import/plan_writer.h"
#include "tools/store/output_file.h"

namespace muster {

Exit import_aislab_plan(const ImportOptions& options, const Console& console) {
    if (std::filesystem::exists(options.out) && !options.force) {
        console.tell("muster.file_exists", {{"file", options.out}});
        return Exit::bad_input;
    }
    const Checked<Building> building = import_aislab(options.files);
    console.tell_findings(building.findings);
    if (!building) return Exit::bad_input;
    const std::string partial = options.out + ".partial-" + std::to_string(::getpid());
    write_file(partial, plan_text(*building.value));
    std::filesystem::rename(partial, options.out);
    for (const std::string& assumption : building.value->assumptions) console.print(assumption);
    return Exit::good;
}

}  // namespace muster
#else
namespace muster {

Exit import_aislab_plan(const ImportOptions&, const Console& console) {
    console.tell("muster.import.not_built", {});
    return Exit::could_not_run;
}

}  // namespace muster
#endif
