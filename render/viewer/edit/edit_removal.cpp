// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/edit_removal.h"

#include <algorithm>
#include <array>

namespace muster::viewer {

namespace {

/// Per kind, which of its objects go; then, where those that stay get their new place.
class Removal {
public:
    Removal(Building& building, const std::vector<ObjectRef>& objects) : b_(building) {
        const auto size = [&](ObjectKind kind, std::size_t n) { goes_[static_cast<std::size_t>(kind)].resize(n); };
        size(ObjectKind::level, b_.levels.size());
        size(ObjectKind::space, b_.spaces.size());
        size(ObjectKind::opening, b_.openings.size());
        size(ObjectKind::stair, b_.stairs.size());
        size(ObjectKind::obstacle, b_.obstacles.size());
        size(ObjectKind::assembly_area, b_.assembly_areas.size());
        size(ObjectKind::spot, b_.spots.size());
        size(ObjectKind::fixture, b_.fixtures.size());
        size(ObjectKind::window, b_.windows.size());
        for (const ObjectRef& o : objects)
            if (o.kind != ObjectKind::plan && exists(b_, o)) of(o.kind)[o.index] = true;
    }

    void apply() {
        spread();
        drop_flights();
        renumber();
        erase_all();
    }

private:
    std::vector<bool>& of(ObjectKind kind) { return goes_[static_cast<std::size_t>(kind)]; }
    bool goes(SpaceId id) { return id.valid() && of(ObjectKind::space)[id.index()]; }
    bool goes(OpeningId id) { return id.valid() && of(ObjectKind::opening)[id.index()]; }

    // What stands in or on something that goes, goes too.
    void spread() {
        auto& spaces = of(ObjectKind::space);
        for (std::size_t i = 0; i < b_.spaces.size(); ++i)
            if (of(ObjectKind::level)[b_.spaces[i].level.index()]) spaces[i] = true;
        for (std::size_t i = 0; i < b_.stairs.size(); ++i) {  // a stair that was named takes its flights along
            if (!of(ObjectKind::stair)[i]) continue;
            for (const auto* parts : {&b_.stairs[i].flights, &b_.stairs[i].landings})
                for (const SpaceId s : *parts) spaces[s.index()] = true;
        }
        for (std::size_t i = 0; i < b_.openings.size(); ++i)
            if (goes(b_.openings[i].from) || goes(b_.openings[i].to)) of(ObjectKind::opening)[i] = true;
        for (std::size_t i = 0; i < b_.assembly_areas.size(); ++i) {
            if (goes(b_.assembly_areas[i].space)) of(ObjectKind::assembly_area)[i] = true;
            if (!of(ObjectKind::assembly_area)[i]) continue;
            for (const AssemblySpotId s : b_.assembly_areas[i].spots) of(ObjectKind::spot)[s.index()] = true;
        }
        in_spaces(ObjectKind::obstacle, b_.obstacles);
        in_spaces(ObjectKind::fixture, b_.fixtures);
        in_spaces(ObjectKind::window, b_.windows);
    }
    template <class Items>
    void in_spaces(ObjectKind kind, const Items& items) {
        for (std::size_t i = 0; i < items.size(); ++i)
            if (goes(items[i].space)) of(kind)[i] = true;
    }

    // A flight without both its ends is none; a stair without flights neither.
    void drop_flights() {
        for (std::size_t i = 0; i < b_.spaces.size(); ++i) {
            auto& flight = b_.spaces[i].flight;
            if (!flight || (!goes(flight->foot) && !goes(flight->head))) continue;
            std::erase(b_.stairs[flight->stair.index()].flights, SpaceId{i});
            flight.reset();
        }
        for (std::size_t i = 0; i < b_.stairs.size(); ++i) {
            for (auto* parts : {&b_.stairs[i].flights, &b_.stairs[i].landings})
                std::erase_if(*parts, [&](SpaceId s) { return goes(s); });
            if (b_.stairs[i].flights.empty()) of(ObjectKind::stair)[i] = true;
        }
    }

    template <class IdType>
    void move(IdType& id, ObjectKind kind) {
        if (id.valid()) id = IdType{places_[static_cast<std::size_t>(kind)][id.index()]};
    }
    void renumber() {
        for (std::size_t k = 0; k < goes_.size(); ++k) {
            std::size_t next = 0;
            for (const bool gone : goes_[k]) places_[k].push_back(gone ? next : next++);
        }
        for (Space& s : b_.spaces) {
            move(s.level, ObjectKind::level);
            if (!s.flight) continue;
            move(s.flight->stair, ObjectKind::stair);
            move(s.flight->foot, ObjectKind::opening);
            move(s.flight->head, ObjectKind::opening);
        }
        for (Opening& o : b_.openings) {
            move(o.from, ObjectKind::space);
            move(o.to, ObjectKind::space);
            if (o.swings_into) move(*o.swings_into, ObjectKind::space);
        }
        for (Stair& s : b_.stairs)
            for (auto* parts : {&s.flights, &s.landings})
                for (SpaceId& id : *parts) move(id, ObjectKind::space);
        for (AssemblyArea& a : b_.assembly_areas) {
            std::erase_if(a.spots, [&](AssemblySpotId s) { return of(ObjectKind::spot)[s.index()]; });
            for (AssemblySpotId& s : a.spots) move(s, ObjectKind::spot);
            move(a.space, ObjectKind::space);
        }
        for (Obstacle& o : b_.obstacles) move(o.space, ObjectKind::space);
        for (AssemblySpot& s : b_.spots) move(s.space, ObjectKind::space);
        for (Fixture& f : b_.fixtures) move(f.space, ObjectKind::space);
        for (Window& w : b_.windows) move(w.space, ObjectKind::space);
    }

    template <class Items>
    void erase(Items& items, ObjectKind kind) {
        std::size_t i = 0;
        std::erase_if(items, [&](const auto&) { return static_cast<bool>(of(kind)[i++]); });
    }
    void erase_all() {
        erase(b_.levels, ObjectKind::level);
        erase(b_.spaces, ObjectKind::space);
        erase(b_.openings, ObjectKind::opening);
        erase(b_.stairs, ObjectKind::stair);
        erase(b_.obstacles, ObjectKind::obstacle);
        erase(b_.assembly_areas, ObjectKind::assembly_area);
        erase(b_.spots, ObjectKind::spot);
        erase(b_.fixtures, ObjectKind::fixture);
        erase(b_.windows, ObjectKind::window);
    }

    Building& b_;
    std::array<std::vector<bool>, 9> goes_;
    std::array<std::vector<std::size_t>, 9> places_;
};

}  // namespace

Edited remove_objects(Building building, const std::vector<ObjectRef>& objects) {
    if (objects.empty()) return refused("edit.refuse.nothing_selected");
    const auto levels =
        std::count_if(objects.begin(), objects.end(), [](const ObjectRef& o) { return o.kind == ObjectKind::level; });
    if (static_cast<std::size_t>(levels) >= building.levels.size() && levels > 0)
        return refused("edit.refuse.last_level");
    Removal(building, objects).apply();
    return done(std::move(building), "edit.step.remove");
}

}  // namespace muster::viewer
