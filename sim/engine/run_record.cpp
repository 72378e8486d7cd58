// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/run_record.h"

namespace muster::engine {

void RunRecord::tell(SimTime now, const Event& event) {
    Fingerprint& print = outcome.fingerprint;
    print.add(Fingerprint::events, static_cast<std::uint64_t>(now.us));
    print.add(Fingerprint::events, std::uint64_t{code_of(event)});
    if (const auto* crossed = std::get_if<PersonCrossed>(&event)) {
        print.add(Fingerprint::crossings, static_cast<std::uint64_t>(crossed->person.value));
        print.add(Fingerprint::crossings, static_cast<std::uint64_t>(crossed->opening.value));
    }
    for (RunObserver* o : observers_) o->event_happened(now, event);
}

}  // namespace muster::engine
