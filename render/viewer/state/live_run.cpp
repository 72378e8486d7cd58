// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/live_run.h"

#include <algorithm>
#include <iterator>

namespace muster::viewer {

namespace {

// Between two looks at what is wanted: short enough to answer at once, long enough not to wait for locks.
constexpr Duration slice = 250_ms;

template <class T>
void move_to_end(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

void cut(Trace& trace, SimTime at) {
    const auto before = [&](SimTime t) { return t < at; };
    const auto kept = [&](const std::vector<SimTime>& times) {
        return static_cast<std::size_t>(std::partition_point(times.begin(), times.end(), before) - times.begin());
    };
    std::erase_if(trace.events, [&](const TimedEvent& e) { return !before(e.time); });
    std::erase_if(trace.commands, [&](const TimedIncident& c) { return !before(SimTime::from_seconds(c.at_s)); });
    std::erase_if(trace.quakes, [&](const QuakeRecord& q) { return !before(SimTime::from_seconds(q.at_s)); });
    const std::size_t samples = kept(trace.sample_times), airs = kept(trace.air_times);
    const auto cut_rows = [](auto& rows, std::size_t times, std::size_t left) {
        if (times > 0) rows.resize(rows.size() / times * left);
    };
    cut_rows(trace.points, trace.sample_times.size(), samples);
    cut_rows(trace.air, trace.air_times.size(), airs);
    trace.sample_times.resize(samples);
    trace.air_times.resize(airs);
    trace.heat_w.resize(airs);
    trace.outcome = {};
}

void append(Trace& to, Trace& from) {
    if (from.world != nullptr) {
        to.world = from.world;
        to.seed = from.seed;
        to.people = std::move(from.people);
    }
    move_to_end(to.events, from.events);
    move_to_end(to.sample_times, from.sample_times);
    move_to_end(to.points, from.points);
    move_to_end(to.air_times, from.air_times);
    move_to_end(to.heat_w, from.heat_w);
    move_to_end(to.air, from.air);
    move_to_end(to.quakes, from.quakes);
    move_to_end(to.commands, from.commands);
    if (from.outcome.ended.us > 0) to.outcome = from.outcome;
    from = {};
}

bool holds_something(const Trace& trace) {
    return trace.world != nullptr || !trace.events.empty() || !trace.sample_times.empty() || !trace.quakes.empty() ||
           !trace.air_times.empty() || !trace.commands.empty() || trace.outcome.ended.us > 0;
}

}  // namespace

// Records what happens from `from` on; what is before was recorded by an earlier run.
class LiveRun::Recorder final : public RunObserver {
public:
    explicit Recorder(SimTime from) : from_(from) {}

    void run_started(const RunHeader& header) override { inner_.run_started(header); }
    void event_happened(SimTime time, const Event& event) override {
        if (time >= from_) inner_.event_happened(time, event);
    }
    void command_given(const TimedIncident& command) override {
        if (SimTime::from_seconds(command.at_s) >= from_) inner_.command_given(command);
    }
    void frame(const Frame& frame) override {
        if (frame.time >= from_) inner_.frame(frame);
    }
    void air(const AirFrame& frame) override {
        if (frame.time >= from_) inner_.air(frame);
    }
    void quake(const QuakeRecord& record) override {
        if (SimTime::from_seconds(record.at_s) >= from_) inner_.quake(record);
    }
    void run_ended(const Outcome& outcome) override { inner_.run_ended(outcome); }

    [[nodiscard]] Trace take() {
        Trace out = inner_.take();
        inner_ = {};
        return out;
    }

private:
    TraceRecorder inner_;
    SimTime from_;
};

LiveRun::LiveRun(engine::Prepared prepared, std::uint64_t seed, SimTime keep_before)
    : prepared_(std::move(prepared)), seed_(seed) {
    shared_.start_over = keep_before;
    thread_ = std::jthread([this] { work(); });
}

LiveRun::~LiveRun() {
    {
        const std::scoped_lock lock(mutex_);
        shared_.quit = true;
    }
    changed_.notify_all();
}

void LiveRun::allow(SimTime until) {
    {
        const std::scoped_lock lock(mutex_);
        if (until <= shared_.allowed) return;
        shared_.allowed = until;
    }
    changed_.notify_all();
}

bool LiveRun::collect(Trace& trace) {
    const std::scoped_lock lock(mutex_);
    const bool start_over = shared_.cut.has_value();
    if (start_over) cut(trace, *shared_.cut);
    shared_.cut.reset();
    const bool fresh = holds_something(shared_.fresh);
    if (fresh) append(trace, shared_.fresh);
    return start_over || fresh;
}

void LiveRun::set_commands(std::vector<GivenCommand> commands, SimTime changed_from) {
    {
        const std::scoped_lock lock(mutex_);
        std::stable_sort(commands.begin(), commands.end(),
                         [](const GivenCommand& a, const GivenCommand& b) { return a.at < b.at; });
        // One that the run has taken at the very edge may be among those taken back.
        const auto kept = std::count_if(commands.begin(), commands.end(),
                                        [&](const GivenCommand& c) { return c.at <= shared_.last_taken; });
        const bool taken_back = static_cast<std::size_t>(kept) < shared_.taken;
        shared_.commands = std::move(commands);
        if (changed_from < std::max(shared_.computed, shared_.under_way) || shared_.ended || taken_back) {
            shared_.start_over = std::min(changed_from, shared_.start_over.value_or(changed_from));
            shared_.ended = false;
        }
    }
    changed_.notify_all();
}

SimTime LiveRun::edge() const {
    const std::scoped_lock lock(mutex_);
    return std::max(shared_.computed, shared_.under_way);
}

SimTime LiveRun::computed() const {
    const std::scoped_lock lock(mutex_);
    return shared_.computed;
}

bool LiveRun::ended() const {
    const std::scoped_lock lock(mutex_);
    return shared_.ended;
}

std::optional<LiveRun::Refused> LiveRun::take_refused() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(shared_.refused, std::nullopt);
}

std::string LiveRun::failure() const {
    const std::scoped_lock lock(mutex_);
    return shared_.failure;
}

bool LiveRun::has_work() const {
    return shared_.quit || shared_.start_over || (!shared_.ended && shared_.computed < shared_.allowed);
}

void LiveRun::work() {
    try {
        for (;;) {
            std::optional<SimTime> start_over;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return has_work(); });
                if (shared_.quit) return;
                start_over = std::exchange(shared_.start_over, std::nullopt);
            }
            if (start_over)
                begin(*start_over);
            else
                advance();
        }
    } catch (const std::exception& error) {
        const std::scoped_lock lock(mutex_);
        shared_.failure = error.what();
        shared_.ended = true;
    }
}

void LiveRun::begin(SimTime keep_before) {
    recorder_ = std::make_unique<Recorder>(keep_before);
    simulation_.emplace(prepared_, seed_);
    simulation_->observe(*recorder_);
    next_command_ = 0;
    const std::scoped_lock lock(mutex_);
    shared_.computed = shared_.under_way = shared_.last_taken = SimTime{};
    shared_.taken = 0;
    cut(shared_.fresh, keep_before);
    shared_.cut = std::min(keep_before, shared_.cut.value_or(keep_before));
}

void LiveRun::advance() {
    std::optional<GivenCommand> command;
    SimTime until;
    {
        const std::scoped_lock lock(mutex_);
        until = std::min(shared_.allowed, shared_.computed + slice);
        if (next_command_ < shared_.commands.size()) command = shared_.commands[next_command_];
        if (command) until = std::min(until, std::max(command->at, shared_.computed));
        shared_.under_way = until;
        if (command && command->at <= until) {
            shared_.taken = next_command_ + 1;
            shared_.last_taken = command->at;
        }
    }
    // All that is before `until`, nothing at it: a command given for that instant acts then.
    const bool goes_on = simulation_->advance_to(until - Duration{1});
    std::optional<Finding> refusal;
    if (goes_on && command && command->at <= until) {
        refusal = simulation_->check(command->what);
        if (!refusal) (void)simulation_->submit(command->what);
        ++next_command_;
    }
    Trace fresh = recorder_->take();
    const std::scoped_lock lock(mutex_);
    if (refusal) shared_.refused = Refused{*command, *refusal};
    append(shared_.fresh, fresh);
    shared_.computed = goes_on ? until : std::max(until, simulation_->now());
    if (!goes_on) shared_.ended = !shared_.start_over.has_value();
}

}  // namespace muster::viewer
