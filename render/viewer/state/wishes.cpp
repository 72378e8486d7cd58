// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/wishes.h"

namespace muster::viewer {

Wish::Wish(const Wish&) = default;
Wish::Wish(Wish&&) noexcept = default;
Wish& Wish::operator=(const Wish&) = default;
Wish& Wish::operator=(Wish&&) noexcept = default;
Wish::~Wish() = default;

}  // namespace muster::viewer
