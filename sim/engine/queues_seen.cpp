// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/queues_seen.h"

#include <algorithm>

namespace muster::engine {

void QueuesSeen::sort() {
    for (auto& w : ways_) std::sort(w.begin(), w.end());
}

int QueuesSeen::nearer(OpeningId opening, int side, float way_m) const {
    const auto& w = ways_[slot(opening, side)];
    return static_cast<int>(std::lower_bound(w.begin(), w.end(), way_m) - w.begin());
}

}  // namespace muster::engine
