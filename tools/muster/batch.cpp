// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/batch.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "sim/analysis/analyse.h"
#include "tools/muster/terminal/interrupt.h"

namespace muster::commands {

namespace {

std::vector<std::pair<std::string, double>> parts_of(const engine::SimulationTimes& t) {
    return {{"routing", t.routing_s},           {"neighbours", t.physics.neighbours_s},
            {"steering", t.physics.steering_s}, {"contacts", t.physics.contacts_s},
            {"settling", t.physics.settling_s}, {"recording", t.recording_s}};
}

class Batch {
public:
    Batch(const engine::Prepared& prepared, const BatchSettings& settings)
        : prepared_(prepared), settings_(settings), wanted_(settings.runs) {
        if (settings.until) convergence_.emplace(*settings.until);
        done_.resize(static_cast<std::size_t>(settings.runs));
        result_.analyses.resize(static_cast<std::size_t>(settings.runs));
        result_.facts.resize(static_cast<std::size_t>(settings.runs));
    }

    BatchResult run() {
        {
            std::vector<std::jthread> workers;
            const int jobs = std::clamp(settings_.jobs, 1, settings_.runs);
            for (int i = 0; i < jobs; ++i) workers.emplace_back([this] { work(); });
            wait_for(jobs);
        }
        if (failure_) std::rethrow_exception(failure_);
        const auto runs = static_cast<std::size_t>(wanted_.load());
        result_.analyses.resize(runs);
        result_.facts.resize(runs);
        if (convergence_) result_.convergence = convergence_->state();
        return std::move(result_);
    }

private:
    void work() {
        try {
            for (int i = next_++; i < wanted_ && !stop_; i = next_++) replicate(static_cast<std::size_t>(i));
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            stop_ = true;
        }
        const std::scoped_lock lock(mutex_);
        ++finished_;
        changed_.notify_all();
    }

    void wait_for(int jobs) {
        std::unique_lock lock(mutex_);
        while (!changed_.wait_for(lock, std::chrono::milliseconds(100), [&] { return finished_ == jobs; }))
            if (settings_.meanwhile) settings_.meanwhile();
    }

    void replicate(std::size_t index) {
        const std::uint64_t seed = settings_.first_seed + index;
        engine::Simulation simulation(prepared_, seed);
        TraceRecorder recorder;
        simulation.observe(recorder);
        if (index == 0)
            for (RunObserver* observer : settings_.first_observers) simulation.observe(*observer);
        const auto own = settings_.each_run ? settings_.each_run() : nullptr;
        if (own) simulation.observe(*own);

        const auto start = std::chrono::steady_clock::now();
        while (simulation.advance_to(simulation.now() + 1_s)) {
            if (stop_ || interrupted()) throw Interrupted();
            if (static_cast<int>(index) >= wanted_) return;
        }
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;

        const Outcome& outcome = simulation.outcome();
        result_.facts[index] = {seed,
                                outcome.fingerprint.text(),
                                outcome.ended.seconds(),
                                spent.count(),
                                outcome.everybody_accounted_for,
                                outcome.ran_out_of_time,
                                parts_of(simulation.times())};
        result_.analyses[index] = analysis::analyse(recorder.trace());
        if (index == 0) result_.trace = recorder.take();
        if (convergence_) judge(index);
    }

    // Runs are judged in the order of their seeds, so that their number does not depend on who finishes first.
    void judge(std::size_t finished) {
        const std::scoped_lock lock(mutex_);
        done_[finished] = 1;
        while (judged_ < static_cast<std::size_t>(wanted_.load()) && done_[judged_] != 0) {
            convergence_->add(result_.analyses[judged_++].out_of_building_s);
            if (convergence_->state().converged) wanted_ = static_cast<int>(judged_);
        }
    }

    const engine::Prepared& prepared_;
    const BatchSettings& settings_;
    BatchResult result_;
    std::atomic<int> next_ = 0, wanted_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::exception_ptr failure_;
    int finished_ = 0;
    std::optional<analysis::Convergence> convergence_;
    std::vector<char> done_;  // per run; guarded by mutex_, like judged_
    std::size_t judged_ = 0;
};

}  // namespace

BatchResult run_batch(const engine::Prepared& prepared, const BatchSettings& settings) {
    return Batch(prepared, settings).run();
}

}  // namespace muster::commands
