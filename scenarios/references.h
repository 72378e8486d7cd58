// SPDX-License-Identifier: Apache-2.0
// Ids written in scenario and risk-map files -> what they name in the plan and the risk map; unknown ones are findings.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "floorplans/json_cursor.h"
#include "sim/model/building.h"
#include "sim/model/risk_map.h"

namespace muster::scenarios {

/// Keys of one kind of thing. The first of two equal keys counts.
template <class IdType>
class KeyIndex {
public:
    KeyIndex() = default;
    template <class Items>
    explicit KeyIndex(const Items& items) {
        for (const auto& item : items) add(item.key);
    }
    /// False when the key is there already; the place is counted all the same.
    bool add(const std::string& key) { return ids_.emplace(key, IdType{size_++}).second; }

    [[nodiscard]] IdType find(const std::string& key) const {
        const auto it = ids_.find(key);
        return it == ids_.end() ? IdType{} : it->second;
    }
    /// The thing that the string at `place` names, or the error `code` {id} {nearest}.
    [[nodiscard]] IdType resolve(const floorplans::JsonCursor& place, const char* code) const {
        const std::string key = place.string();
        if (key.empty()) return {};
        const IdType id = find(key);
        if (!id.valid()) place.report(Severity::error, code, {{"id", key}, {"nearest", nearest(key)}});
        return id;
    }

private:
    [[nodiscard]] std::string nearest(const std::string& key) const {
        constexpr std::size_t max_compared = 5000, longest = 200;  // bounds the work on hostile files
        if (key.size() > longest || suggestions_left_ <= 0) return "-";
        --suggestions_left_;
        std::vector<std::string> keys;
        for (const auto& [known, id] : ids_)
            if (known.size() <= longest && id.index() < max_compared) keys.push_back(known);
        std::sort(keys.begin(), keys.end());  // the order of a hash table is no order
        const std::string word = floorplans::nearest_word(key, keys);
        return word.empty() ? "-" : word;
    }

    std::unordered_map<std::string, IdType> ids_;
    std::size_t size_ = 0;
    mutable int suggestions_left_ = 200;  // nobody reads more, and each costs a comparison with every key
};

struct References {
    explicit References(const Building& b)
        : building(b),
          levels(b.levels),
          spaces(b.spaces),
          openings(b.openings),
          stairs(b.stairs),
          spots(b.spots),
          fixtures(b.fixtures) {}

    const Building& building;
    KeyIndex<LevelId> levels;
    KeyIndex<SpaceId> spaces;
    KeyIndex<OpeningId> openings;
    KeyIndex<StairId> stairs;
    KeyIndex<AssemblySpotId> spots;
    KeyIndex<FixtureId> fixtures;
    KeyIndex<RiskId> risks;
    KeyIndex<GroupId> groups;

    [[nodiscard]] SpaceId space(const floorplans::JsonCursor& c) const {
        return spaces.resolve(c, "reference.no_such_space");
    }
    [[nodiscard]] LevelId level(const floorplans::JsonCursor& c) const {
        return levels.resolve(c, "reference.no_such_level");
    }
    [[nodiscard]] OpeningId opening(const floorplans::JsonCursor& c) const {
        return openings.resolve(c, "reference.no_such_opening");
    }
    [[nodiscard]] StairId stair(const floorplans::JsonCursor& c) const {
        return stairs.resolve(c, "reference.no_such_stair");
    }
    [[nodiscard]] AssemblySpotId spot(const floorplans::JsonCursor& c) const {
        return spots.resolve(c, "reference.no_such_spot");
    }
    [[nodiscard]] FixtureId fixture(const floorplans::JsonCursor& c) const {
        return fixtures.resolve(c, "reference.no_such_fixture");
    }
    [[nodiscard]] RiskId risk(const floorplans::JsonCursor& c) const {
        return risks.resolve(c, "reference.no_such_risk");
    }
    [[nodiscard]] GroupId group(const floorplans::JsonCursor& c) const {
        return groups.resolve(c, "reference.no_such_group");
    }
};

/// Reports scenario.wrong_format / scenario.wrong_version; false when this is not a document of `format`.
[[nodiscard]] bool check_header(const floorplans::JsonCursor& root, const std::string& format);

/// Elements of an array that must be there.
[[nodiscard]] std::vector<floorplans::JsonCursor> required_elements(const floorplans::JsonCursor& in, const char* key);

/// The member, or the default when the object does not have it.
[[nodiscard]] Name name_or(const floorplans::JsonCursor& in, const char* key, const std::string& otherwise);

/// The longest time a file may name, s: one day.
inline constexpr double longest_s = 86400.0;

}  // namespace muster::scenarios
