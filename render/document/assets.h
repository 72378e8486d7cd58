// SPDX-License-Identifier: Apache-2.0
// The files beside this one, as they are; the build makes the definitions from them.
#pragma once

#include <string_view>

namespace muster::document::assets {

extern const std::string_view page_style;  // page.css

}  // namespace muster::document::assets
