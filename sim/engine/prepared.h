// SPDX-License-Identifier: Apache-2.0
// What all replications of one scenario share, read only.
#pragma once

#include <memory>

#include "sim/model/world.h"

namespace muster::routing {
class Navigation;
}  // namespace muster::routing

namespace muster::engine {

/// World and navigation, made once and shared by all replications.
struct Prepared {
    std::shared_ptr<const World> world;
    std::shared_ptr<const routing::Navigation> navigation;
};

[[nodiscard]] Prepared prepare(std::shared_ptr<const World> world);

}  // namespace muster::engine
