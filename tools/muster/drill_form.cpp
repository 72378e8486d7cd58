// SPDX-License-Identifier: Apache-2.0
// muster drill form: the blank form for the stopwatches of a real drill.
#include <filesystem>

#include "render/document/csv_writer.h"
#include "render/document/xlsx_writer.h"
#include "scenarios/reader.h"
#include "tools/muster/list_options.h"
#include "tools/office/drill/drill_form.h"
#include "tools/store/output_file.h"

namespace muster::commands {

Exit write_drill_form(const DrillFormOptions& options, const Console& console) {
    const std::string extension = std::filesystem::path(options.out).extension().string();
    if (extension != ".csv" && extension != ".xlsx")
        return console.tell("muster.drill.form.extension", {{"file", options.out}}), Exit::bad_input;
    if (!options.force && std::filesystem::exists(options.out))
        return console.tell("muster.file_exists", {{"file", options.out}}), Exit::bad_input;
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.scenario);
    console.tell_findings(loaded.findings);
    if (!loaded) return Exit::bad_input;
    const document::Document form = drill::drill_form(*loaded.value->world, console.lang());
    const document::Table& table = *document::tables_of(form).front();
    store::write_beside(options.out, [&](const std::string& partial) {
        if (extension == ".csv") return store::write_file(partial, document::table_csv(table));
        if (const std::string why = document::write_xlsx(form, partial); !why.empty())
            throw store::OutputError(options.out, why);
    });
    console.print(console.text("muster.drill.form.done",
                               {{"file", options.out}, {"classes", std::to_string(table.rows.size() - 1)}}));
    return Exit::good;
}

}  // namespace muster::commands
