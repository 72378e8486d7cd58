// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/assumption_option.h"

#include <CLI/CLI.hpp>

#include "sim/model/words.h"

namespace muster::commands {

void AssumptionOption::add_to(CLI::App& app, const Help& help) {
    app.add_option("--assumption", word_, help("muster.run.assumption"))
        ->check(CLI::IsMember({"quick", "planning", "slow"}));
}

std::shared_ptr<const World> AssumptionOption::of(const std::shared_ptr<const World>& world) const {
    const auto named = from_word<Assumption>(word_);
    return named ? under(world, *named) : world;
}

}  // namespace muster::commands
