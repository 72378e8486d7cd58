// SPDX-License-Identifier: Apache-2.0
// Typed dense indices. An id is an index into its owner's vector; it is given by the owner, never by a counter.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace muster {

/// SpaceId{3} == OpeningId{3} does not compile. A default-made id is "none".
template <class Tag>
struct Id {
    static constexpr std::uint32_t none_value = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t value = none_value;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

    [[nodiscard]] constexpr std::size_t index() const { return value; }
    [[nodiscard]] constexpr bool valid() const { return value != none_value; }
    constexpr auto operator<=>(const Id&) const = default;
};

using LevelId = Id<struct LevelTag>;
using SpaceId = Id<struct SpaceTag>;
using OpeningId = Id<struct OpeningTag>;
using StairId = Id<struct StairTag>;
using ObstacleId = Id<struct ObstacleTag>;
using AssemblySpotId = Id<struct AssemblySpotTag>;
using FixtureId = Id<struct FixtureTag>;
using RiskId = Id<struct RiskTag>;
using ProfileId = Id<struct ProfileTag>;
using GroupId = Id<struct GroupTag>;  // a class of pupils, or any set of people that the scenario names
using PersonId = Id<struct PersonTag>;

}  // namespace muster

template <class Tag>
struct std::hash<muster::Id<Tag>> {
    std::size_t operator()(muster::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
