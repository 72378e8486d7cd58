// SPDX-License-Identifier: Apache-2.0
// Profiles: those a scenario defines, and the standard ones it names.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "scenarios/references.h"
#include "sim/model/population.h"

namespace muster::scenarios {

/// Gives each profile that is used its place in the population. A scenario's own profile hides a standard one.
class ProfileBook {
public:
    /// Reads the `profiles` member of a scenario.
    explicit ProfileBook(const floorplans::JsonCursor& profiles);

    /// The profile named at `place`; json.missing_key or reference.no_such_profile when there is none.
    [[nodiscard]] ProfileId named(const floorplans::JsonCursor& place);
    /// Pre: `key` is a standard profile.
    [[nodiscard]] ProfileId standard(const std::string& key);
    /// The profiles given out so far; index = ProfileId.
    [[nodiscard]] const std::vector<Profile>& used() const { return used_; }

private:
    void add(Profile profile);
    [[nodiscard]] ProfileId use(std::size_t known);

    std::vector<Profile> known_;
    std::unordered_map<std::string, std::size_t> index_;
    KeyIndex<ProfileId> keys_;    // of known_, for suggestions
    std::vector<ProfileId> ids_;  // per known profile; not valid = not used yet
    std::vector<Profile> used_;
};

}  // namespace muster::scenarios
