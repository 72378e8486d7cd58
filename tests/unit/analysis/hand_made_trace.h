// SPDX-License-Identifier: Apache-2.0
// Traces written by hand: people are placed sample by sample, events are named.
#pragma once

#include <memory>
#include <string>

#include "sim/record/trace.h"
#include "tests/support/building_builder.h"

namespace muster::analysis {

class HandMadeTrace {
public:
    explicit HandMadeTrace(Building building) : world_(std::make_unique<World>()) {
        world_->building = std::move(building);
        Profile profile;
        profile.stair_down_factor = 0.5;
        profile.stair_up_factor = 0.25;
        world_->scenario.population.profiles.push_back(profile);
        trace_.world = world_.get();
    }

    /// `count` people of a new group, all in `space`, free speed 1 m/s.
    GroupId group(const std::string& key, const std::string& space, int count, bool is_class = true) {
        Group g;
        g.key = key;
        g.is_class = is_class;
        g.space = world_->building.find_space(space);
        g.profile = ProfileId{0};
        g.count = count;
        const GroupId id{world_->scenario.population.groups.size()};
        world_->scenario.population.groups.push_back(g);
        for (int i = 0; i < count; ++i) trace_.people.push_back({id, ProfileId{0}, false, g.space, 0.2F, 1.0F});
        return id;
    }
    Group& of(GroupId id) { return world_->scenario.population.groups[id.index()]; }

    /// A new sample; everybody stays as before (at first: at the origin of their room, waiting).
    HandMadeTrace& sample(double t) {
        const std::size_t n = trace_.people.size();
        trace_.sample_times.push_back(SimTime::from_seconds(t));
        for (std::size_t p = 0; p < n; ++p) {
            const bool first = trace_.points.size() < n;
            trace_.points.push_back(
                first ? TracePoint{0.0F, 0.0F, 0.0F, 0.0F, trace_.people[p].start, PersonState::waiting}
                      : trace_.points[trace_.points.size() - n]);
        }
        return *this;
    }
    /// Puts a person in the sample made last.
    HandMadeTrace& put(std::size_t person, const std::string& space, Vec2 at, double speed = 0.0,
                       PersonState state = PersonState::walking) {
        TracePoint& p = trace_.points[trace_.points.size() - trace_.people.size() + person];
        p = {static_cast<float>(at.x),           static_cast<float>(at.y),
             static_cast<float>(speed),          0.0F,
             world_->building.find_space(space), state};
        return *this;
    }
    HandMadeTrace& pressure(std::size_t person, double n_per_m) {
        trace_.points[trace_.points.size() - trace_.people.size() + person].pressure = static_cast<float>(n_per_m);
        return *this;
    }
    HandMadeTrace& event(double t, Event e) {
        trace_.events.push_back({SimTime::from_seconds(t), e});
        return *this;
    }
    HandMadeTrace& cross(double t, std::size_t person, const std::string& opening, const std::string& into) {
        return event(t, PersonCrossed{PersonId{person}, world_->building.find_opening(opening),
                                      into == "outside" ? SpaceId{} : world_->building.find_space(into)});
    }

    [[nodiscard]] const Trace& trace() const { return trace_; }
    [[nodiscard]] const Building& building() const { return world_->building; }

private:
    std::unique_ptr<World> world_;
    Trace trace_;
};

/// A room 8 x 6 m with a 1 m door in the middle of its right wall to a corridor that leads to a yard with a spot.
inline Building room_and_yard() {
    return testing::BuildingBuilder()
        .level("F1")
        .room("r1", {{0, 0}, {8, 6}})
        .corridor("c1", {{8.2, 0}, {11.2, 20}})
        .yard("yard", {{0, 20.2}, {40, 50}})
        .doorway("d1", "r1", "c1", {{8.1, 2.5}, {8.1, 3.5}})
        .door("e1", "c1", "yard", {{9.0, 20.1}, {10.5, 20.1}})
        .assembly("A", "yard", {{10, 30}, {20, 40}})
        .spot("A1", {15, 35})
        .build();
}

}  // namespace muster::analysis
