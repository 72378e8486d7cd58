// SPDX-License-Identifier: Apache-2.0
// Can everybody leave? Spaces joined by openings fall into parts; each part needs a way outdoors. A room without one
// gets a proposal: the longest wall it shares with a room of another part.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "floorplans/plan_draft.h"
#include "floorplans/polygon_ops.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr double sample_m = 0.10;

class Parts {
public:
    explicit Parts(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t root(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t i, std::size_t j) { parent_[std::max(root(i), root(j))] = std::min(root(i), root(j)); }

private:
    std::vector<std::size_t> parent_;
};

double samples_of(const Polygon& polygon) {
    double sum = 0.0;
    for (const Segment& e : edges_of(polygon)) sum += 1.0 + e.length() / sample_m;
    return sum;
}

/// Longest straight piece of `from`'s boundary that has `to` within a wall's thickness.
double common_wall_m(const Polygon& from, const Polygon& to) {
    const auto facing = edges_of(to);
    double longest = 0.0;
    for (const Segment& edge : edges_of(from)) {
        const int samples = std::clamp(static_cast<int>(edge.length() / sample_m), 1, 2000);
        const double step = edge.length() / samples;
        double run = 0.0;
        for (int i = 0; i < samples; ++i) {
            const Vec2 p = edge.a + ((i + 0.5) / samples) * (edge.b - edge.a);
            const bool near = std::any_of(facing.begin(), facing.end(), [&](const Segment& f) {
                // nearly parallel: the end wall of the next room does not count
                return std::abs(cross(f.direction(), edge.direction())) < 0.2 && distance_to(f, p) <= max_wall_m;
            });
            run = near ? run + step : 0.0;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

// Rooms that are kept locked and entered only to fetch something.
bool people_stay(SpaceUse use) {
    return use != SpaceUse::storage && use != SpaceUse::switch_room && use != SpaceUse::gas_store &&
           use != SpaceUse::chemical_store && use != SpaceUse::boiler_room;
}

class GraphChecker {
public:
    explicit GraphChecker(PlanDraft& draft) : draft_(draft), building_(draft.building) {}

    void check() {
        const std::size_t n = building_.spaces.size();
        if (n == 0) return;
        Parts all(n + 1), unlocked(n + 1);  // number n = outdoors
        join(all, false);
        join(unlocked, true);
        const bool indoors =
            std::any_of(building_.spaces.begin(), building_.spaces.end(), [](const Space& s) { return !s.outdoor; });
        bool exit = false;
        for (std::size_t i = 0; i < building_.openings.size(); ++i)
            exit = exit || building_.is_building_exit(OpeningId{i});
        if (indoors && !exit) draft_.report(Severity::error, "", "plan.no_exit");
        const std::size_t good = exit || !indoors ? all.root(n) : largest(all);
        for (std::size_t i = 0; i < n && !draft_.full(); ++i) {
            if (all.root(i) != good) {
                report_unreachable(i, all);
            } else if (exit && unlocked.root(i) != unlocked.root(n) && people_stay(building_.spaces[i].use)) {
                report(Severity::warning, i, "space.behind_locked_door");
            }
        }
    }

private:
    // Outdoor spaces that can be reached are as good as outside; one that nothing leads to is not.
    void join(Parts& parts, bool passable_only) const {
        const std::size_t outdoors = building_.spaces.size();
        for (const Opening& o : building_.openings) {
            if (passable_only && o.state == DoorState::locked) continue;
            parts.join(o.from.index(), o.to.valid() ? o.to.index() : outdoors);
        }
        for (std::size_t i = 0; i < building_.spaces.size(); ++i)
            if (building_.spaces[i].outdoor) parts.join(i, outdoors);
    }

    [[nodiscard]] std::size_t largest(Parts& parts) const {
        std::vector<std::size_t> count(building_.spaces.size() + 1);
        for (std::size_t i = 0; i < building_.spaces.size(); ++i) ++count[parts.root(i)];
        return static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin());
    }

    void report_unreachable(std::size_t i, Parts& parts) {
        const Space& space = building_.spaces[i];
        double longest = 0.0;
        const Space* neighbour = nullptr;
        if (!near_) near_ = std::make_unique<BoxIndex>(boxes());
        const double samples = samples_of(space.area);
        for (const std::size_t j : near_->touching(grown(bounds(space.area.outer), max_wall_m))) {
            if (parts.root(j) == parts.root(i) || building_.spaces[j].level != space.level) continue;
            work_ += samples * static_cast<double>(building_.spaces[j].area.outer.size());
            if (work_ > max_work) break;
            const double wall = common_wall_m(space.area, building_.spaces[j].area);
            if (wall > longest + 1e-6) longest = wall, neighbour = &building_.spaces[j];
        }
        if (neighbour == nullptr || longest < 0.5) return report(Severity::error, i, "space.isolated");
        draft_.report(Severity::error, draft_.space_pointers[i], "space.unreachable",
                      {{"space", space.key}, {"other", neighbour->key}, {"length", short_number(longest, 1)}});
    }

    [[nodiscard]] std::vector<Box> boxes() const {
        std::vector<Box> out;
        for (const Space& s : building_.spaces) out.push_back(bounds(s.area.outer));
        return out;
    }

    void report(Severity severity, std::size_t i, const char* code) {
        draft_.report(severity, draft_.space_pointers[i], code, {{"space", building_.spaces[i].key}});
    }

    static constexpr double max_work = 5e7;  // samples times edges looked at for proposals
    PlanDraft& draft_;
    const Building& building_;
    std::unique_ptr<BoxIndex> near_;
    double work_ = 0.0;
};

}  // namespace

void check_graph(PlanDraft& draft) { GraphChecker(draft).check(); }

}  // namespace muster::floorplans
