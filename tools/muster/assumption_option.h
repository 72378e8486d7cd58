// SPDX-License-Identifier: Apache-2.0
// --assumption of the commands that run something.
#pragma once

#include <memory>
#include <string>

#include "sim/model/world.h"
#include "tools/muster/terminal/command.h"

namespace muster::commands {

class AssumptionOption {
public:
    void add_to(CLI::App& app, const Help& help);
    /// The world under the assumption that was named; as it is when none was.
    [[nodiscard]] std::shared_ptr<const World> of(const std::shared_ptr<const World>& world) const;

private:
    std::string word_;
};

}  // namespace muster::commands
