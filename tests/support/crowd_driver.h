// SPDX-License-Identifier: Apache-2.0
// Drives crowd physics without the engine: everybody walks straight at the next opening on the way to one exit. Sound
// for convex spaces only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "sim/physics/crowd_physics.h"

namespace muster::testing {

class CrowdDriver {
public:
    CrowdDriver(const Building& building, physics::CrowdPhysics& physics) : building_(building), physics_(physics) {}

    static constexpr Duration step_length = 50_ms;

    /// People of the returned stream leave through `exit`.
    std::uint32_t stream_to(OpeningId exit) {
        Route route;
        route.next.resize(building_.spaces.size());
        route.beyond_m.resize(building_.openings.size(), 0.0F);
        std::deque<SpaceId> open{building_.opening(exit).from};
        route.next[open.front().index()] = exit;
        while (!open.empty()) {
            const SpaceId s = open.front();
            open.pop_front();
            const OpeningId out = route.next[s.index()];
            for (const OpeningId o : building_.space(s).openings) {
                const SpaceId other = building_.opening(o).other(s);
                if (!other.valid() || route.next[other.index()].valid()) continue;
                route.next[other.index()] = o;
                route.beyond_m[o.index()] =
                    route.beyond_m[out.index()] +
                    static_cast<float>(distance(building_.opening(o).at.middle(), building_.opening(out).at.middle()));
                open.push_back(other);
            }
        }
        routes_.push_back(std::move(route));
        return static_cast<std::uint32_t>(routes_.size() - 1);
    }

    struct Walker {
        SpaceId space;
        Vec2 at;
        std::uint32_t stream = 0;
        float speed = 1.34F;
        float radius_m = 0.18F;
    };
    PersonId add(const Walker& w) {
        intents_.push_back({{}, w.speed, 0.0F, w.stream});
        speed_.push_back(w.speed);
        radius_.push_back(w.radius_m);
        gone_.push_back(0);
        return physics_.add({w.at, w.space, double{w.radius_m}, 70.0});
    }

    void step() {
        aim();
        physics_.step(step_length, intents_);
        now_us_ += step_length.us;
        for (const physics::Crossing& c : physics_.crossings()) {
            if (c.into.valid()) continue;
            physics_.remove(c.person);
            gone_[c.person.index()] = 1;
            ++out_;
        }
        replaced_ += physics_.replaced().size();
    }

    /// Without steering by the driver: tests may write the intents.
    [[nodiscard]] std::vector<physics::Intent>& intents() { return intents_; }
    void set_speed(PersonId person, float speed) { speed_[person.index()] = speed; }
    [[nodiscard]] double now_s() const { return static_cast<double>(now_us_) * 1e-6; }
    [[nodiscard]] std::size_t out() const { return out_; }
    [[nodiscard]] std::size_t inside() const { return gone_.size() - out_; }
    [[nodiscard]] std::size_t replaced() const { return replaced_; }
    [[nodiscard]] bool gone(std::size_t i) const { return gone_[i] != 0; }
    [[nodiscard]] const physics::CrowdPhysics& physics() const { return physics_; }

private:
    struct Route {
        std::vector<OpeningId> next;  // per space
        std::vector<float> beyond_m;  // per opening: from it to the exit
    };

    // A slot is not part of the convex space: out of it first, straight ahead.
    [[nodiscard]] std::optional<Vec2> still_in_slot(SpaceId s, Vec2 p, OpeningId next) const {
        for (const OpeningId id : building_.space(s).openings) {
            if (id == next) continue;
            const Opening& o = building_.opening(id);
            const Vec2 d = p - o.at.middle(), into = o.normal_into(s);
            const double depth_m = (s == o.to ? o.depth_to_m : o.depth_from_m) - 0.03;
            if (std::abs(dot(d, o.at.direction())) < 0.5 * o.at.length() && dot(d, into) < depth_m) return into;
        }
        return {};
    }

    void aim() {
        const physics::Bodies b = physics_.bodies();
        for (std::size_t i = 0; i < intents_.size(); ++i) {
            physics::Intent& intent = intents_[i];
            intent.speed = 0.0F;
            if (gone_[i] != 0 || !b.space[i].valid()) continue;
            const OpeningId next = routes_[intent.stream].next[b.space[i].index()];
            if (!next.valid()) continue;
            const Vec2 p{double{b.x[i]}, double{b.y[i]}};
            const Opening& o = building_.opening(next);
            constexpr double margin_m = 0.05, ahead_m = 0.2;
            const Vec2 u = o.at.direction(), middle = o.at.middle();
            const double half = std::max(0.0, 0.5 * o.at.length() - double{radius_[i]} - margin_m);
            const Vec2 at = middle + std::clamp(dot(p - middle, u), -half, half) * u;
            const Vec2 target = at + ahead_m * o.normal_into(o.other(b.space[i]));
            intent.direction = still_in_slot(b.space[i], p, next).value_or(normalised(target - p));
            intent.speed = speed_[i];
            intent.remaining_m = static_cast<float>(distance(p, at)) + routes_[intent.stream].beyond_m[next.index()];
        }
    }

    const Building& building_;
    physics::CrowdPhysics& physics_;
    std::vector<Route> routes_;
    std::vector<physics::Intent> intents_;
    std::vector<float> speed_, radius_;
    std::vector<std::uint8_t> gone_;
    std::int64_t now_us_ = 0;
    std::size_t out_ = 0, replaced_ = 0;
};

}  // namespace muster::testing
