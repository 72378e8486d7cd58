// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/drill/form.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "render/document/csv_writer.h"
#include "render/document/xlsx_writer.h"
#include "scenarios/reader.h"
#include "tools/office/drill/drill_form.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

struct DrillFormOptions {
    std::string scenario, out;
    bool force = false;
};

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

class DrillFormCommand final : public Command {
public:
    [[nodiscard]] HelpIds help_ids(const std::string& id) const override { return {id, id + ".example"}; }

    void setup(CLI::App& app, const Help& help) override {
        app.add_option("SCENARIO", options_.scenario, help("muster.run.scenario"))->required();
        app.add_option("-o,--out", options_.out, help("muster.drill.form.out"))->required();
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override { return write_drill_form(options_, call.console); }

private:
    DrillFormOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_drill_form() { return std::make_unique<DrillFormCommand>(); }

}  // namespace muster::commands
