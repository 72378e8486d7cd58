// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/session.h"

#include <algorithm>

namespace muster::viewer {

namespace {

constexpr double ahead_s = 1.0;  // of what is shown, so that there is something to move towards

}  // namespace

Session::Session(OpenedFile file) : file_(std::move(file)), world_(file_.world), first_world_(file_.world) {
    prepared_ = engine::prepare(world_);
    seed_ = world_->scenario.run.seed;
    if (file_.trace) {
        seed_ = file_.trace->seed;
        trace_ = std::move(*file_.trace);
        file_.trace.reset();
    } else if (has_people()) {
        start();
    }
}

void Session::start() {
    trace_ = {};
    trace_.world = world_.get();
    run_ = std::make_unique<LiveRun>(engine::Prepared{world_, prepared_.navigation}, seed_);
    if (!given_.empty()) run_->set_commands(given_, SimTime{});
    ++generation_;
}

bool Session::follow(double time_s) {
    if (!run_) return false;
    run_->allow(SimTime::from_seconds(time_s + ahead_s));
    return run_->collect(trace_);
}

double Session::reached_s() const { return run_ ? std::max(run_->computed().seconds(), recorded_s()) : recorded_s(); }

double Session::recorded_s() const { return trace_.sample_times.empty() ? 0.0 : trace_.sample_times.back().seconds(); }

bool Session::ended() const {
    return run_ ? run_->ended() && trace_.outcome.ended.us > 0 : trace_.outcome.ended.us > 0;
}

double Session::end_s() const {
    return ended() ? std::max(trace_.outcome.ended.seconds(), recorded_s()) : world_->scenario.run.max_s;
}

void Session::tell_run(SimTime changed_from) {
    unsaved_ = !given_.empty() || orders_changed_;
    ++generation_;
    trace_.outcome = {};  // of the run that went another way
    run_->set_commands(given_, changed_from);
}

void Session::give(const engine::Command& command, double time_s) {
    const bool was_live = live();
    SimTime at = SimTime::from_seconds(time_s);
    if (!was_live) run_ = std::make_unique<LiveRun>(engine::Prepared{world_, prepared_.navigation}, seed_, at);
    // Hardly ahead of what is shown: act there rather than compute the run again.
    if (const SimTime edge = run_->edge(); was_live && at <= edge && edge - at <= Duration::from_seconds(1.5 * ahead_s))
        at = edge;
    // Commands act at whole steps of the motion; so their saved times say when they did.
    const std::int64_t step = Duration::from_seconds(world_->scenario.run.step_s).us;
    at.us = (at.us + step - 1) / step * step;
    given_.push_back({at, command});
    taken_back_.clear();
    tell_run(at);
}

std::optional<Finding> Session::take_refusal() {
    const auto refused = run_ ? run_->take_refused() : std::nullopt;
    if (!refused) return {};
    // The last given one at that moment: undoing it computes nothing anew, for it changed nothing.
    for (std::size_t i = given_.size(); i-- > 0;)
        if (given_[i].at == refused->command.at && given_[i].what.index() == refused->command.what.index()) {
            given_.erase(given_.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    tell_run(refused->command.at);
    return refused->why;
}

void Session::undo() {
    if (given_.empty() || !run_) return;
    const GivenCommand last = given_.back();
    given_.pop_back();
    taken_back_.push_back(last);
    tell_run(last.at);
}

void Session::redo() {
    if (taken_back_.empty() || !run_) return;
    given_.push_back(taken_back_.back());
    taken_back_.pop_back();
    tell_run(given_.back().at);
}

Findings Session::change_orders(Scenario scenario) {
    auto made = validate(world_->building, world_->risk_map, std::move(scenario));
    if (!made) return std::move(made.findings);
    world_ = std::move(*made.value);
    orders_changed_ = unsaved_ = true;
    start();
    return {};
}

void Session::change_world(std::shared_ptr<const World> world) {
    run_.reset();
    world_ = first_world_ = std::move(world);
    prepared_ = engine::prepare(world_);
    given_.clear();
    taken_back_.clear();
    trace_ = {};
    ++generation_;
    if (has_people()) start();
}

Scenario Session::as_scenario() const {
    Scenario scenario = world_->scenario;
    for (const GivenCommand& command : given_) scenario.incidents.push_back({command.at.seconds(), command.what});
    std::stable_sort(scenario.incidents.begin(), scenario.incidents.end(),
                     [](const TimedIncident& a, const TimedIncident& b) { return a.at_s < b.at_s; });
    scenario.run.seed = seed_;
    return scenario;
}

void Session::saved_as(const std::string& path) {
    file_.scenario_path = path;
    unsaved_ = false;
}

void Session::reseed(std::uint64_t seed) {
    seed_ = seed;
    start();
}

}  // namespace muster::viewer
