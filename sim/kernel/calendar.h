// SPDX-License-Identifier: Apache-2.0
// The event calendar. Total order: time, then phase, then the order of scheduling. Knows nothing of people; tested with
// Calendar<char>. Slicing run_until() changes nothing.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/base/time.h"
#include "sim/kernel/phase.h"

namespace muster {

/// Handle of a scheduled event, for cancel().
struct Ticket {
    std::uint64_t sequence = 0;
};

template <class Event>
class Calendar {
public:
    [[nodiscard]] SimTime now() const { return now_; }
    [[nodiscard]] bool empty() const { return heap_.empty(); }
    [[nodiscard]] std::size_t size() const { return heap_.size(); }

    /// Pre: at >= now().
    Ticket schedule(SimTime at, Phase phase, Event event) {
        assert(at >= now_ && "an event cannot happen in the past");
        heap_.push_back({at, phase, ++sequence_, std::move(event)});
        std::push_heap(heap_.begin(), heap_.end(), later);
        return {sequence_};
    }

    /// False when the event has happened, was cancelled, or never was. Linear: cancelling is rare.
    bool cancel(Ticket ticket) {
        const auto it =
            std::find_if(heap_.begin(), heap_.end(), [&](const Entry& e) { return e.sequence == ticket.sequence; });
        if (it == heap_.end()) return false;
        heap_.erase(it);
        std::make_heap(heap_.begin(), heap_.end(), later);
        return true;
    }

    /// Hands every event up to and including `until` to handle(time, event), those it schedules too, and leaves the
    /// clock at `until`. Returns how many were handled. A handler that calls stop() ends the run after its event.
    template <class Handler>
    std::size_t run_until(SimTime until, Handler&& handle) {
        std::size_t handled = 0;
        stopped_ = false;
        while (!stopped_ && !heap_.empty() && heap_.front().at <= until) {
            std::pop_heap(heap_.begin(), heap_.end(), later);
            Entry entry = std::move(heap_.back());
            heap_.pop_back();
            assert(entry.at >= now_ && "time never runs back");
            now_ = entry.at;
            handle(entry.at, std::as_const(entry.event));
            ++handled;
        }
        if (!stopped_) now_ = std::max(now_, until);
        return handled;
    }

    void stop() { stopped_ = true; }

private:
    struct Entry {
        SimTime at;
        Phase phase;
        std::uint64_t sequence;
        Event event;
    };
    static bool later(const Entry& a, const Entry& b) {
        if (a.at != b.at) return a.at > b.at;
        if (a.phase != b.phase) return a.phase > b.phase;
        return a.sequence > b.sequence;
    }

    std::vector<Entry> heap_;
    SimTime now_;
    std::uint64_t sequence_ = 0;
    bool stopped_ = false;
};

}  // namespace muster
