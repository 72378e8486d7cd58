// SPDX-License-Identifier: Apache-2.0
// What is told of a run while it goes: events to the observers and into the fingerprint.
#pragma once

#include <vector>

#include "sim/record/observer.h"

namespace muster::engine {

class RunRecord {
public:
    Outcome outcome;

    void observe(RunObserver& observer) { observers_.push_back(&observer); }
    void tell(SimTime now, const Event& event);
    /// tell_all([&](RunObserver& o) { ... })
    template <class Say>
    void tell_all(Say&& say) const {
        for (RunObserver* o : observers_) say(*o);
    }

private:
    std::vector<RunObserver*> observers_;
};

}  // namespace muster::engine
