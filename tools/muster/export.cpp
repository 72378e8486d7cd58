// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/export.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "scenarios/reader.h"
#include "tools/exchange/cfast/cfast_output.h"
#include "tools/muster/export_route_card.h"
#include "tools/store/output_file.h"
#include "tools/store/trajectory_export.h"

namespace muster::commands {

namespace {

namespace fs = std::filesystem;

std::string keys_of(const std::vector<store::StoredLevel>& levels) {
    std::string keys;
    for (const store::StoredLevel& level : levels) keys += (keys.empty() ? "" : ", ") + level.key;
    return keys;
}

store::Exported write_level(const std::string& trajectory, const store::StoredLevel& level, const std::string& out) {
    const bool text = fs::path(out).extension() == ".txt";
    store::Exported exported;
    store::write_beside(out, [&](const std::string& partial) {
        exported =
            text ? store::export_text(trajectory, level, partial) : store::export_sqlite(trajectory, level, partial);
    });
    return exported;
}

// A scenario for CFAST.
Exit export_cfast(const ExportOptions& options, const Console& console) {
    const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(options.run);
    console.tell_findings(loaded.findings);
    if (!loaded) return Exit::bad_input;
    const cfast::CfastExport made = cfast::write_cfast_input(*loaded.value->world);
    store::write_beside(options.out, [&](const std::string& partial) { store::write_file(partial, made.text); });
    console.print(console.text("muster.export.cfast", {{"file", options.out},
                                                       {"rooms", std::to_string(made.compartments)},
                                                       {"vents", std::to_string(made.vents)},
                                                       {"exhausts", std::to_string(made.exhausts)},
                                                       {"fires", std::to_string(made.fires)},
                                                       {"devices", std::to_string(made.devices)}}));
    for (const std::string& place : made.left_out) console.tell("muster.export.cfast_left_out", {{"place", place}});
    if (made.fires == 0) console.tell("muster.export.cfast_no_fire");
    return Exit::good;
}

Exit export_file(const ExportOptions& options, const Console& console) {
    const std::string extension = fs::path(options.out).extension();
    const bool cards = !options.route_card.empty();
    if (cards ? extension != ".html" : extension != ".txt" && extension != ".sqlite" && extension != ".in") {
        console.tell(cards ? "muster.export.card_extension" : "muster.export.extension", {{"file", options.out}});
        return Exit::bad_input;
    }
    if (fs::exists(options.out) && !options.force) {
        console.tell("muster.file_exists", {{"file", options.out}});
        return Exit::bad_input;
    }
    if (cards) return export_route_cards(options, console);
    if (extension == ".in") return export_cfast(options, console);
    if (options.level.empty()) {
        console.tell("muster.export.level_missing");
        return Exit::bad_input;
    }
    const std::string trajectory = (fs::path(options.run) / "trajectory.sqlite").string();
    try {
        const auto levels = store::levels_of(trajectory);
        const auto level = std::find_if(levels.begin(), levels.end(),
                                        [&](const store::StoredLevel& l) { return l.key == options.level; });
        if (level == levels.end()) {
            console.tell("muster.export.no_level", {{"level", options.level}, {"levels", keys_of(levels)}});
            return Exit::bad_input;
        }
        const store::Exported exported = write_level(trajectory, *level, options.out);
        console.print(
            console.text("muster.export.done", {{"file", options.out}, {"rows", std::to_string(exported.rows)}}));
        if (exported.parts_left_out > 0)
            console.tell("muster.export.parts", {{"count", std::to_string(exported.parts_left_out)}});
        return Exit::good;
    } catch (const store::NotATrajectory&) {
        console.tell("muster.export.not_a_run", {{"folder", options.run}});
        return Exit::bad_input;
    }
}

class ExportCommand final : public Command {
public:
    void setup(CLI::App& app, const Help& help) override {
        app.add_option("RUN_DIR", options_.run, help("muster.export.run"))->required();
        app.add_option("--level", options_.level, help("muster.export.level"));
        app.add_option("--route-card", options_.route_card, help("muster.export.route_card"));
        app.add_option("-o,--out", options_.out, help("muster.export.out"))->required();
        app.add_flag("--force", options_.force, help("muster.force"));
    }

    Exit run(const Call& call) override { return export_file(options_, call.console); }

private:
    ExportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<ExportCommand>(); }

}  // namespace muster::commands
