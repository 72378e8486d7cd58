// SPDX-License-Identifier: Apache-2.0
// The work of muster rectify: runs a scenario, proposes changes about its bottlenecks and shortfalls, runs each over
// the same seeds, and writes what they gain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "floorplans/json_cursor.h"
#include "scenarios/reader.h"
#include "sim/planning/rectification.h"
#include "tools/muster/assumption_option.h"
#include "tools/muster/counterfactual.h"
#include "tools/muster/papers.h"
#include "tools/office/rectify/change_files.h"
#include "tools/office/rectify/rectify_report.h"
#include "tools/store/results_folder.h"
#include "tools/store/run_inputs.h"

namespace muster::commands {

struct RectifyOptions {
    std::string input;  // a results folder or a scenario
    std::string out;
    std::optional<std::uint64_t> seed;  // first; none = the input's
    AssumptionOption assumption;
    int runs = 12;
    int jobs = 1;
    int top = 8;                                                      // bottlenecks to look at
    std::vector<std::string> rules{"gb50099", "gb50016", "gb55037"};  // {"none"} = no check
    std::optional<double> budget_s;  // of the machine's time; what is left then is not run
    bool quiet = false;
    bool force = false;
    std::vector<text::Lang> report_languages;
};

/// What is rectified: the scenario's files, and where its seeds begin.
struct Subject {
    scenarios::LoadedWorld loaded;
    std::uint64_t first_seed = 1;
};

class Rectification {
public:
    Rectification(const RectifyOptions& options, Subject subject, std::vector<planning::RulePack> packs,
                  store::ResultsFolder& folder, const Console& console);

    store::RectificationFile run();
    // One in each language asked for.
    [[nodiscard]] std::vector<documents::NamedDocument> reports(const store::RectificationFile& file) const;
    void write(const store::RectificationFile& file, const std::vector<documents::NamedDocument>& reports) const;

private:
    struct Candidate {
        planning::Proposal proposal;
        store::RectificationItem item;
        // changed; null = not to be run
        std::shared_ptr<const World> world;
        std::vector<analysis::DensityGrid> density;
    };

    [[nodiscard]] const World& world() const { return *subject_.loaded.world; }
    [[nodiscard]] std::string copy_of(std::size_t input) const;
    [[nodiscard]] std::string name_of_copy(std::size_t input) const;

    void make_candidates();

    // No door is proposed wider than its wall. False: nothing is left to propose; a shortfall stays, without a change.
    [[nodiscard]] bool fit_to_wall(planning::Proposal& proposal) const;

    // The changed files; a world to run, or why there is none.
    void write_change(Candidate& c, const rectify::BaseFiles& files);
    void refused(Candidate& c, const std::string& reason);
    void refused_by_check(Candidate& c, const Findings& findings);
    static void not_run(Candidate& c, const std::string& reason,
                        store::ItemStanding standing = store::ItemStanding::not_simulated);

    void run_candidate(Candidate& c, Progress& progress, bool drawn);

    store::RectificationFile ranked_file();

    [[nodiscard]] std::vector<rectify::ItemPictures> pictures(const store::RectificationFile& file,
                                                              text::Lang lang) const;

    const RectifyOptions& options_;
    Subject subject_;
    store::ResultsFolder& folder_;
    const Console& console_;
    std::vector<papers::InputFile> inputs_;
    std::string scenario_path_, plan_path_;
    Checked<floorplans::JsonDocument> document_;
    std::vector<planning::RulePack> packs_;
    planning::ComplianceResult compliance_;
    CounterfactualSettings settings_;
    CounterfactualRun base_;
    std::vector<Candidate> candidates_;
};

}  // namespace muster::commands
