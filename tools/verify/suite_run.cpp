// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/suite_run.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "render/text/catalogue.h"
#include "scenarios/reader.h"

namespace muster::verify {

namespace {

class CaseBench final : public TestBench {
public:
    CaseBench(const TestEntry& test, const SuiteSettings& settings) : test_(test), settings_(settings) {
        for (const std::string& file : test.cases) prepared_.push_back(prepare_case(file));
    }

    [[nodiscard]] const TestEntry& test() const override { return test_; }
    [[nodiscard]] Tier tier() const override { return settings_.tier; }
    [[nodiscard]] int seeds() const override {
        const auto found = test_.seeds.find(settings_.tier);
        return found == test_.seeds.end() ? 1 : found->second;
    }
    [[nodiscard]] std::string data_folder() const override { return settings_.data_folder; }

    [[nodiscard]] Recording run(std::size_t index, std::uint64_t seed, const Variation& vary) const override {
        const engine::Prepared& prepared = prepared_.at(index);
        if (!vary) return record(prepared, seed);
        World changed = *prepared.world;
        vary(changed.scenario);
        return record(engine::prepare(std::make_shared<const World>(std::move(changed))), seed);
    }

private:
    static engine::Prepared prepare_case(const std::string& file) {
        const Checked<scenarios::LoadedWorld> loaded = scenarios::load_world(file);
        for (const Finding& f : loaded.findings)
            if (f.severity == Severity::error) throw std::runtime_error(text::describe_line(f, text::Lang::en));
        return engine::prepare(loaded.value->world);
    }

    [[nodiscard]] Recording record(const engine::Prepared& prepared, std::uint64_t seed) const {
        engine::Simulation simulation(prepared, seed);
        TraceRecorder recorder;
        simulation.observe(recorder);
        while (simulation.advance_to(simulation.now() + 1_s))
            if (settings_.tick) settings_.tick();
        if (!simulation.outcome().everybody_accounted_for) throw std::runtime_error("the run lost somebody");
        return {prepared.world, recorder.take()};
    }

    const TestEntry& test_;
    const SuiteSettings& settings_;
    std::vector<engine::Prepared> prepared_;
};

TestResult run_test(const TestEntry& test, const SuiteSettings& settings) {
    TestResult result;
    result.test = &test;
    if (test.not_applicable) {
        result.verdict = TestVerdict::not_applicable;
        return result;
    }
    const auto seeds = test.seeds.find(settings.tier);
    if (seeds == test.seeds.end()) return result;
    result.seeds = seeds->second;
    const auto start = std::chrono::steady_clock::now();
    try {
        const CaseBench bench(test, settings);
        result.measured = find_measure(test.measure)(bench);
        result.verdict = judge(test, result.measured);
    } catch (const StopSuite&) { throw; } catch (const std::exception& error) {
        result.failure = error.what();
        result.verdict = test.expected_failure ? TestVerdict::expected_failure : TestVerdict::failed;
    }
    result.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

class SuiteRun {
public:
    SuiteRun(const std::vector<const TestEntry*>& tests, const SuiteSettings& settings)
        : tests_(tests), settings_(settings), results_(tests.size()) {}

    std::vector<TestResult> run() {
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < std::max(1, settings_.jobs); ++i) workers.emplace_back([this] { work(); });
            wait();
        }
        if (stopped_) std::rethrow_exception(stopped_);
        return std::move(results_);
    }

private:
    void work() {
        try {
            for (std::size_t i = next_++; i < tests_.size(); i = next_++) {
                results_[i] = run_test(*tests_[i], settings_);
                ++done_;
            }
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            if (!stopped_) stopped_ = std::current_exception();
            next_ = tests_.size();
        }
        const std::scoped_lock lock(mutex_);
        ++finished_;
        changed_.notify_all();
    }

    void wait() {
        std::unique_lock lock(mutex_);
        const int workers = std::max(1, settings_.jobs);
        while (!changed_.wait_for(lock, std::chrono::milliseconds(100), [&] { return finished_ == workers; }))
            if (settings_.meanwhile) settings_.meanwhile(done_);
    }

    const std::vector<const TestEntry*>& tests_;
    const SuiteSettings& settings_;
    std::vector<TestResult> results_;
    std::atomic<std::size_t> next_ = 0, done_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::exception_ptr stopped_;
    int finished_ = 0;
};

}  // namespace

TestVerdict judge(const TestEntry& test, const Measurement& measured) {
    if (!measured.not_run.en.empty()) return TestVerdict::not_run;
    if (test.expected_failure)
        return measured.meets_criterion ? TestVerdict::unexpected_pass : TestVerdict::expected_failure;
    if (!measured.meets_criterion) return TestVerdict::failed;
    return measured.on_target.value_or(true) ? TestVerdict::passed : TestVerdict::off_target;
}

std::vector<TestResult> run_suite(const std::vector<const TestEntry*>& tests, const SuiteSettings& settings) {
    return SuiteRun(tests, settings).run();
}

}  // namespace muster::verify
