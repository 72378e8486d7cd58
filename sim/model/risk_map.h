// SPDX-License-Identifier: Apache-2.0
// The four-colour risk map of a site: risk points and areas, each of which a scenario may use as a hazard source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/id.h"
#include "sim/geometry/polygon.h"
#include "sim/model/name.h"

namespace muster {

enum class RiskKind : std::uint8_t {
    switch_room,
    gas_store,
    chemical_store,
    boiler,
    kitchen,
    laboratory,
    electrical,
    crowding,
    falling_object,
    structure,
    outdoor_pipe,
    other,
};

/// LEC score D = L x E x C: likelihood 0.1-10, exposure 0.5-10, consequence 1-100.
struct LecScore {
    double l = 0.0, e = 0.0, c = 0.0;
    [[nodiscard]] double d() const { return l * e * c; }
};

struct Risk {
    std::string key;
    Name name;
    RiskKind kind = RiskKind::other;
    int level = 4;  // 1 red (major), 2 orange, 3 yellow, 4 blue (low)
    SpaceId space;
    std::optional<Vec2> at;       // a point risk
    std::optional<Ring> outline;  // an area risk; neither = the whole space
    std::optional<LecScore> lec;
    std::string owner;  // a role, never a person's name
    std::vector<Name> measures;
};

struct RiskMap {
    std::string key;
    Name name;
    std::vector<Risk> risks;

    [[nodiscard]] RiskId find(const std::string& k) const {
        for (std::size_t i = 0; i < risks.size(); ++i)
            if (risks[i].key == k) return RiskId{i};
        return {};
    }
};

}  // namespace muster
