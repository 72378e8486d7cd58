// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace muster {

/// A band in the colour and hatch of a risk level with its letter and words: PNG bytes, `width_px` wide, an eighth of
/// it high.
[[nodiscard]] std::string draw_risk_banner(int level, const std::string& words, int width_px);

}  // namespace muster
