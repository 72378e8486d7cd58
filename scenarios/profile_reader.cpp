// SPDX-License-Identifier: Apache-2.0
#include "scenarios/profile_reader.h"

#include <utility>

#include "scenarios/distribution_reader.h"
#include "scenarios/reader.h"

namespace muster::scenarios {

namespace {

Profile read_profile(const floorplans::JsonCursor& place) {
    place.allow_keys({"id", "name", "free_speed", "stair_down_factor", "stair_up_factor", "pre_movement", "radius",
                      "mass_kg", "child", "source"});
    Profile p;
    p.key = place["id"].string();
    p.name = name_or(place, "name", p.key);
    p.free_speed = read_distribution(place["free_speed"], speed_distribution);
    p.radius = read_distribution(place["radius"], radius_distribution);
    p.stair_down_factor = place["stair_down_factor"].number_or(0.05, 2.0, p.stair_down_factor);
    p.stair_up_factor = place["stair_up_factor"].number_or(0.05, 2.0, p.stair_up_factor);
    if (place.has("pre_movement")) p.pre_movement = read_distribution(place["pre_movement"], time_distribution);
    p.mass_kg = place["mass_kg"].number_or(5.0, 300.0, p.mass_kg);
    if (place.has("child")) p.child = place["child"].boolean();
    p.source = place["source"].string();
    return p;
}

}  // namespace

ProfileBook::ProfileBook(const floorplans::JsonCursor& profiles) {
    for (Profile& p : standard_profiles()) add(std::move(p));
    const std::size_t standard_count = known_.size();
    for (const floorplans::JsonCursor& place : profiles.elements()) {
        Profile p = read_profile(place);
        if (p.key.empty()) continue;
        const auto found = index_.find(p.key);
        if (found != index_.end() && found->second >= standard_count)
            place["id"].report(Severity::error, "profile.duplicate_id", {{"id", p.key}});
        else if (found != index_.end())
            place["id"].report(Severity::note, "profile.replaces_standard", {{"id", p.key}});
        add(std::move(p));
    }
    keys_ = KeyIndex<ProfileId>(known_);
}

void ProfileBook::add(Profile profile) {
    index_[profile.key] = known_.size();
    known_.push_back(std::move(profile));
    ids_.emplace_back();
}

ProfileId ProfileBook::use(std::size_t known) {
    ProfileId& id = ids_[known];
    if (!id.valid()) {
        id = ProfileId{used_.size()};
        used_.push_back(known_[known]);
    }
    return id;
}

ProfileId ProfileBook::standard(const std::string& key) { return use(index_.at(key)); }

ProfileId ProfileBook::named(const floorplans::JsonCursor& place) {
    const std::string key = place.string();
    if (key.empty()) return {};
    if (const auto it = index_.find(key); it != index_.end()) return use(it->second);
    return keys_.resolve(place, "reference.no_such_profile");
}

}  // namespace muster::scenarios
