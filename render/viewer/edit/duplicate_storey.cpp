// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <map>

#include "render/viewer/edit/edit_levels.h"

namespace muster::viewer {

namespace {

constexpr double same_place_m = 0.5;

// "201教室" -> "301教室": a run of three or four digits that begins with the storey's number.
std::string next_number(const std::string& name, int from, int to) {
    const std::string old = std::to_string(from);
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (std::isdigit(static_cast<unsigned char>(name[i])) == 0) continue;
        std::size_t end = i;
        while (end < name.size() && std::isdigit(static_cast<unsigned char>(name[end])) != 0) ++end;
        if (end - i == old.size() + 2 && name.compare(i, old.size(), old) == 0)
            return name.substr(0, i) + std::to_string(to) + name.substr(i + old.size());
        i = end;
    }
    return name;
}

class Duplicate {
public:
    Duplicate(Building& building, LevelId from, LevelId to) : b_(building), from_(from), to_(to) {}

    void copy() {
        const std::size_t spaces = b_.spaces.size(), openings = b_.openings.size(), stairs = b_.stairs.size();
        for (std::size_t i = 0; i < spaces; ++i)
            if (belongs(b_.spaces[i])) copy_space(SpaceId{i}, to_);
        for (std::size_t i = 0; i < stairs; ++i) copy_stair(StairId{i});
        for (std::size_t i = 0; i < openings; ++i) copy_opening(OpeningId{i});
        finish_flights();
        copy_contents();
    }

private:
    [[nodiscard]] bool belongs(const Space& s) const {
        return s.level == from_ && !s.outdoor && !s.flight && s.use != SpaceUse::stair_landing;
    }
    [[nodiscard]] std::string key(const std::string& old) const {
        const std::string &below = b_.level(from_).key, &above = b_.level(to_).key;
        std::string made = old.starts_with(below) ? above + old.substr(below.size()) : old + "_" + above;
        const auto used = [&](const auto& items) {
            return std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.key == made; });
        };
        const bool taken = used(b_.spaces) || used(b_.openings) || used(b_.obstacles) || used(b_.fixtures) ||
                           used(b_.windows) || used(b_.stairs);
        return taken ? next_key(b_, made) : made;
    }
    [[nodiscard]] Name name(const Name& old) const {
        const int below = b_.level(from_).storey, above = b_.level(to_).storey;
        return {next_number(old.zh, below, above), next_number(old.en, below, above)};
    }

    void copy_space(SpaceId id, LevelId level) {
        Space s = b_.space(id);
        s.key = key(s.key);
        s.name = name(s.name);
        s.level = level;
        copies_[id] = SpaceId{b_.spaces.size()};
        b_.spaces.push_back(std::move(s));
    }

    // Flights and landings that lead up to the storey lead on from it.
    void copy_stair(StairId id) {
        const Stair stair = b_.stair(id);
        std::vector<SpaceId> parts;
        for (const SpaceId s : stair.flights)
            if (leads_up(s, stair)) parts.push_back(s);
        if (parts.empty()) return;
        const LevelId below = b_.space(parts.front()).level;
        for (const SpaceId s : stair.landings)
            if (b_.space(s).level == below) parts.push_back(s);
        for (const SpaceId s : parts) {
            copy_space(s, from_);
            stair_parts_.push_back(s);
            Stair& grown = b_.stairs[id.index()];
            (b_.space(s).flight ? grown.flights : grown.landings).push_back(copies_[s]);
        }
    }
    // Of the run of flights between the storey below and this one.
    [[nodiscard]] bool leads_up(SpaceId flight, const Stair& stair) const {
        const LevelId level = b_.space(flight).level;
        if (level == from_) return false;
        return std::any_of(stair.flights.begin(), stair.flights.end(), [&](SpaceId s) {
            const auto& f = b_.space(s).flight;
            if (!f || b_.space(s).level != level) return false;
            const SpaceId above = b_.opening(f->head).other(s);
            return above.valid() && b_.space(above).level == from_;
        });
    }

    // What a space of the copied stair or storey is joined to in the copy.
    [[nodiscard]] SpaceId counterpart(SpaceId id, Vec2 at) const {
        if (const auto it = copies_.find(id); it != copies_.end()) return it->second;
        const Space& below = b_.space(id);  // the lobby of the storey below: the one of this storey at the same place
        if (below.outdoor || below.level == from_) return {};
        SpaceId best;
        double nearest = same_place_m;
        for (std::size_t i = 0; i < b_.spaces.size(); ++i) {
            const Space& s = b_.spaces[i];
            if (!belongs(s)) continue;
            const double off = contains(s.area, at) ? 0.0 : distance_to_boundary(s.area, at);
            if (off < nearest) best = SpaceId{i}, nearest = off;
        }
        return best;
    }
    [[nodiscard]] bool in_stair(SpaceId s) const {
        return std::find(stair_parts_.begin(), stair_parts_.end(), s) != stair_parts_.end();
    }
    void copy_opening(OpeningId id) {
        Opening o = b_.opening(id);
        if (!o.to.valid()) return;  // a door to the open would lead into the air
        const bool stair = in_stair(o.from) || in_stair(o.to);
        const bool inside = copies_.contains(o.from) && copies_.contains(o.to);
        if (!stair && !inside) return;
        const SpaceId from = counterpart(o.from, o.at.middle()), to = counterpart(o.to, o.at.middle());
        if (!from.valid() || !to.valid() || from == to) return;
        if (o.swings_into) o.swings_into = *o.swings_into == o.from ? from : to;
        o.from = from;
        o.to = to;
        o.key = key(o.key);
        o.name = name(o.name);
        opening_copies_[id] = OpeningId{b_.openings.size()};
        b_.openings.push_back(std::move(o));
    }
    void finish_flights() {
        for (const SpaceId old : stair_parts_) {
            auto& flight = b_.spaces[copies_[old].index()].flight;
            if (!flight) continue;
            const auto foot = opening_copies_.find(flight->foot), head = opening_copies_.find(flight->head);
            if (foot != opening_copies_.end() && head != opening_copies_.end()) {
                flight->foot = foot->second;
                flight->head = head->second;
            } else {
                std::erase(b_.stairs[flight->stair.index()].flights, copies_[old]);
                flight.reset();
            }
        }
    }

    template <class Items>
    void copy_in_spaces(Items& items) {
        for (std::size_t i = 0, n = items.size(); i < n; ++i) {
            const auto it = copies_.find(items[i].space);
            if (it == copies_.end()) continue;
            auto copy = items[i];
            copy.space = it->second;
            copy.key = key(copy.key);
            items.push_back(std::move(copy));
        }
    }
    void copy_contents() {
        copy_in_spaces(b_.obstacles);
        copy_in_spaces(b_.fixtures);
        copy_in_spaces(b_.windows);
    }

    Building& b_;
    LevelId from_, to_;
    std::map<SpaceId, SpaceId> copies_;
    std::map<OpeningId, OpeningId> opening_copies_;
    std::vector<SpaceId> stair_parts_;
};

}  // namespace

Edited duplicate_storey(Building building, LevelId level, double height_m) {
    for (const Level& other : building.levels)
        if (other.elevation_m > building.level(level).elevation_m) return refused("edit.refuse.not_highest");
    Edited with_level = add_level(std::move(building), height_m);
    if (!with_level) return with_level;
    Building b = std::move(*with_level.building);
    const LevelId above{b.levels.size() - 1};
    Duplicate(b, level, above).copy();
    return done(std::move(b), "edit.step.duplicate_storey", ObjectRef{ObjectKind::level, above.index()});
}

}  // namespace muster::viewer
