// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/prepared.h"

#include "sim/routing/navigation.h"

namespace muster::engine {

Prepared prepare(std::shared_ptr<const World> world) {
    auto navigation = std::make_shared<const routing::Navigation>(world->building);
    return {std::move(world), std::move(navigation)};
}

}  // namespace muster::engine
