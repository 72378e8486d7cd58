// SPDX-License-Identifier: Apache-2.0
// The files beside this one, as they are; the build makes the definitions from them.
#pragma once

#include <string_view>

namespace muster::replay::replay_assets {

extern const std::string_view page;  // with {lang}, {title}, {style}, {data}, {script}
extern const std::string_view style;
extern const std::string_view script;

}  // namespace muster::replay::replay_assets
