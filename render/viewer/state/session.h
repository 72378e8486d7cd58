// SPDX-License-Identifier: Apache-2.0
// One thing that is being watched: a run as it is computed, a finished one, or a plan without people. Commands given in
// it are kept, can be taken back, and can become a scenario.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "render/viewer/state/live_run.h"
#include "sim/model/world.h"

namespace muster::viewer {

/// What was found under a path. `world` is null when nothing could be shown; the findings say why.
struct OpenedFile {
    std::string path;           // as it was asked for
    std::string scenario_path;  // of the scenario; "" for a plan
    std::string plan_path;
    std::string risk_map_path;  // "" = none
    std::shared_ptr<const World> world;
    std::optional<Trace> trace;  // of a finished run
    Findings findings;
    bool run_folder = false;  // `path` is one
};

class Session {
public:
    /// Pre: `file.world` is not null.
    explicit Session(OpenedFile file);

    [[nodiscard]] const OpenedFile& file() const { return file_; }
    [[nodiscard]] const World& world() const { return *world_; }
    [[nodiscard]] const std::shared_ptr<const World>& shared_world() const { return world_; }
    [[nodiscard]] const engine::Prepared& prepared() const { return prepared_; }
    [[nodiscard]] const Trace& trace() const { return trace_; }
    [[nodiscard]] bool live() const { return run_ != nullptr; }
    [[nodiscard]] bool has_people() const { return world_->scenario.population.total() > 0; }
    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    /// Changes whenever the trace was cut or another run began: what was worked out from it is stale.
    [[nodiscard]] int generation() const { return generation_; }

    /// Lets the run go on to a little after `time_s`, and takes over what is there. True when the trace changed.
    bool follow(double time_s);
    /// Computed so far, s; samples may end before, when nobody moves.
    [[nodiscard]] double reached_s() const;
    /// Recorded so far, s.
    [[nodiscard]] double recorded_s() const;
    /// Where the run ends as far as is known, s.
    [[nodiscard]] double end_s() const;
    [[nodiscard]] bool ended() const;
    [[nodiscard]] std::string failure() const { return run_ ? run_->failure() : std::string{}; }

    /// At the moment shown. Pre: has_people().
    void give(const engine::Command& command, double time_s);
    /// Why a command was not carried out after all; it is no longer among the given ones. Once.
    [[nodiscard]] std::optional<Finding> take_refusal();
    void undo();
    void redo();
    [[nodiscard]] const std::vector<GivenCommand>& given() const { return given_; }
    [[nodiscard]] bool can_redo() const { return !taken_back_.empty(); }

    /// Other orders from the start (release, routes, alarm, who is there): the run begins anew. Findings that refuse
    /// it.
    [[nodiscard]] Findings change_orders(Scenario scenario);
    /// Another plan under the same people: the run begins anew, without the commands given so far.
    void change_world(std::shared_ptr<const World> world);
    [[nodiscard]] bool orders_changed() const { return orders_changed_; }
    /// The orders with all given commands as timed incidents.
    [[nodiscard]] Scenario as_scenario() const;
    void saved_as(const std::string& path);
    [[nodiscard]] bool unsaved() const { return unsaved_; }
    /// The same run with another seed.
    void reseed(std::uint64_t seed);

private:
    void start();
    void tell_run(SimTime changed_from);

    OpenedFile file_;
    std::shared_ptr<const World> world_, first_world_;  // the first one's building is the navigation's
    engine::Prepared prepared_;
    std::uint64_t seed_ = 1;
    Trace trace_;
    std::unique_ptr<LiveRun> run_;
    std::vector<GivenCommand> given_, taken_back_;
    bool unsaved_ = false, orders_changed_ = false;
    int generation_ = 0;
};

}  // namespace muster::viewer
