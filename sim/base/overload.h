// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace muster {

/// std::visit(Overload{[](const A&) {...}, [](const B&) {...}}, variant)
template <class... Handlers>
struct Overload : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overload(Handlers...) -> Overload<Handlers...>;

}  // namespace muster
