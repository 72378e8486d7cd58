// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/import.h"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "floorplans/writer.h"
#include "tools/muster/commands.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

struct ImportOptions {
    std::vector<std::string> files;
    std::string out;
    // "" = none wanted
    std::string scenario;
    bool force = false;
};

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

// muster import NAME.
class FormatCommand final : public Command {
public:
    explicit FormatCommand(std::unique_ptr<exchange::Importer> importer) : importer_(std::move(importer)) {}

    [[nodiscard]] HelpIds help_ids(const std::string& id) const override { return {id, "muster.import.example"}; }

    void setup(CLI::App& app, const Help& help) override {
        app.add_option("FILE", options_.files, help("muster.import.files"))->required();
        app.add_option("-o,--out", options_.out, help("muster.import.out"))->required();
        app.add_option("--scenario", options_.scenario, help("muster.import.scenario"));
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override {
        const Console& console = call.console;
        if (in_the_way(options_.out, options_, console) || in_the_way(options_.scenario, options_, console))
            return Exit::bad_input;
        const Checked<Building> building = importer_->read(options_.files);
        console.tell_findings(building.findings);
        if (!building) return Exit::bad_input;
        console.print(console.text("muster.import.assumed"));
        for (const std::string& assumption : building.value->assumptions) console.print("  " + assumption);
        write_and_tell(options_.out, floorplans::write_floor_plan(*building.value), console);
        if (!options_.scenario.empty())
            write_and_tell(options_.scenario,
                           importer_->scenario_for(*building.value, plan_from(options_.scenario, options_.out)),
                           console);
        return Exit::good;
    }

private:
    std::unique_ptr<exchange::Importer> importer_;
    ImportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_import() {
    auto formats = std::make_unique<CommandGroup>("muster.import");
    for (auto& importer : all_importers()) {
        const std::string name(importer->name());
        formats->add(name, std::make_unique<FormatCommand>(std::move(importer)));
    }
    return formats;
}

}  // namespace muster::commands
