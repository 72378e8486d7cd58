// SPDX-License-Identifier: Apache-2.0
// Points that walk straight as told, pass through one another and stop at walls: a double for tests of what lies above
// physics.
#include <cassert>

#include "sim/physics/crowd_physics.h"
#include "sim/physics/crowd_state.h"
#include "sim/physics/settling.h"

namespace muster::physics {

namespace {

class PointPhysics final : public CrowdPhysics {
public:
    explicit PointPhysics(const Building& building) : walls_(building) {}

    PersonId add(const BodyDef& def) override {
        const PersonId id{c_.size()};
        for (auto* v : {&c_.x, &c_.y, &c_.vx, &c_.vy, &c_.contact_n, &c_.impatience}) v->push_back(0.0F);
        c_.space.push_back(def.space);
        c_.present.push_back(1);
        place(id, def.space, def.at);
        return id;
    }
    void remove(PersonId person) override {
        c_.present[person.index()] = 0;
        c_.space[person.index()] = SpaceId{};
        c_.vx[person.index()] = c_.vy[person.index()] = 0.0F;
    }
    void place(PersonId person, SpaceId space, Vec2 at) override {
        const Vec2 free = walls_.free_place(space, at, double{wall_skin_m});
        c_.x[person.index()] = static_cast<float>(free.x);
        c_.y[person.index()] = static_cast<float>(free.y);
        c_.space[person.index()] = space;
        c_.present[person.index()] = 1;
    }
    void set_opening(OpeningId opening, bool passable, double clear_width_m) override {
        walls_.set_opening(opening, passable, clear_width_m);
    }
    void move_furniture(std::span<const ObstacleId> items) override {
        (void)walls_.move_items(items);
        for (std::size_t i = 0; i < c_.size(); ++i)
            if (c_.present[i] != 0 && c_.space[i].valid()) place(PersonId{i}, c_.space[i], c_.at(i));
    }
    [[nodiscard]] bool looks_next(PersonId) const override { return true; }
    void step(Duration dt, std::span<const Intent> intents) override {
        assert(intents.size() == c_.size() && "one intent per person ever added");
        crossings_.clear();
        for (std::size_t i = 0; i < c_.size(); ++i)
            if (c_.present[i] != 0 && c_.space[i].valid()) move(i, intents[i], dt.seconds());
    }
    [[nodiscard]] Bodies bodies() const override {
        return {c_.x, c_.y, c_.vx, c_.vy, c_.space, c_.contact_n, c_.impatience};
    }
    [[nodiscard]] std::span<const Crossing> crossings() const override { return crossings_; }
    [[nodiscard]] std::span<const PersonId> replaced() const override { return {}; }
    [[nodiscard]] PhysicsTimes times() const override { return {}; }

private:
    void move(std::size_t i, const Intent& intent, double dt_s) {
        const Vec2 from = c_.at(i);
        const double speed = intent.immovable ? 0.0 : double{intent.speed};
        const Vec2 velocity = speed * intent.direction;
        c_.vx[i] = c_.vy[i] = 0.0F;
        if (velocity == Vec2{}) return;
        const auto to_x = static_cast<float>(from.x + velocity.x * dt_s);
        const auto to_y = static_cast<float>(from.y + velocity.y * dt_s);
        const Vec2 to{double{to_x}, double{to_y}};
        if (meets_wall(walls_, c_.space[i], from, to)) return;
        auto crossing = crossing_of(walls_, c_.space[i], from, to);
        c_.x[i] = to_x, c_.y[i] = to_y;
        c_.vx[i] = static_cast<float>(velocity.x), c_.vy[i] = static_cast<float>(velocity.y);
        if (!crossing) return;
        crossing->person = PersonId{i};
        crossings_.push_back(*crossing);
        c_.space[i] = crossing->into;
    }

    WallIndex walls_;
    CrowdState c_;
    std::vector<Crossing> crossings_;
};

}  // namespace

std::unique_ptr<CrowdPhysics> make_point_physics(const Building& building) {
    return std::make_unique<PointPhysics>(building);
}

}  // namespace muster::physics
