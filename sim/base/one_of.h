// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>

namespace muster {

/// Names the kinds of a variant that a visitor treats alike, [](const OneOf<A, B> auto&) {...}: unlike a catch-all, a
/// kind that is added and forgotten does not compile.
template <class Kind, class... Kinds>
concept OneOf = (std::same_as<Kind, Kinds> || ...);

}  // namespace muster
