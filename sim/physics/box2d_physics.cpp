// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>

#include "sim/base/stopwatch.h"
#include "sim/physics/contact_world.h"
#include "sim/physics/crowd_physics.h"
#include "sim/physics/drive.h"
#include "sim/physics/flow_cap.h"
#include "sim/physics/neighbour_grid.h"
#include "sim/physics/settling.h"
#include "sim/physics/steering.h"
#include "sim/physics/tuned_physics.h"

namespace muster::physics {

namespace {

class Box2dPhysics final : public CrowdPhysics {
public:
    Box2dPhysics(const Building& building, const PhysicsSettings& settings, const MotionParameters& parameters,
                 InstructionSet set)
        : settings_(settings),
          parameters_(parameters),
          building_(building),
          instruction_set_(set),
          walls_(building),
          grid_(building, parameters.look_m),
          drive_(parameters_, settings.seed),
          contacts_(walls_, parameters_, crowd_),
          cap_(settings.flow_cap, settings.passages, building.openings.size()) {}

    PersonId add(const BodyDef& def) override;
    void remove(PersonId person) override;
    void place(PersonId person, SpaceId space, Vec2 at) override;
    void set_opening(OpeningId opening, bool passable, double clear_width_m) override;
    void move_furniture(std::span<const ObstacleId> items) override;
    [[nodiscard]] bool looks_next(PersonId person) const override { return has_turn(person.value); }
    void step(Duration dt, std::span<const Intent> intents) override;
    [[nodiscard]] Bodies bodies() const override;
    [[nodiscard]] std::span<const Crossing> crossings() const override { return found_.crossings; }
    [[nodiscard]] std::span<const PersonId> replaced() const override { return found_.replaced; }
    [[nodiscard]] PhysicsTimes times() const override { return times_; }

private:
    [[nodiscard]] bool has_turn(std::uint32_t person) const {
        return (person + turns_.step) % turns_.decide_every == 0 || crowd_.decides_now[person] != 0;
    }
    void take(std::span<const Intent> intents);
    void steer(float dt_s);
    void touch(float dt_s);
    void settle(float dt_s);
    void make_bodies_where_needed();
    void move_the_others(float dt_s);
    void cross_openings(float dt_s);
    void put_back_strays();
    void put_aside(std::uint32_t person);
    [[nodiscard]] bool is_clear(std::uint32_t person) const;
    void put_back(std::uint32_t person);
    void enter(const Crossing& crossing);

    PhysicsSettings settings_;
    MotionParameters parameters_;
    const Building& building_;
    InstructionSet instruction_set_;
    CrowdState crowd_;
    // Where everybody was at the start of the step.
    struct {
        std::vector<float> x, y;
    } before_;
    WallIndex walls_;
    NeighbourGrid grid_;
    Drive drive_;
    ContactWorld contacts_;
    FlowCap cap_;
    std::vector<std::uint32_t> deciders_;
    // By the last step.
    struct {
        std::vector<Crossing> crossings;
        std::vector<PersonId> replaced;
    } found_;
    PhysicsTimes times_;
    // Who decides when, in steps.
    struct {
        std::int64_t elapsed_us = 0;
        std::uint32_t step = 1;
        std::uint32_t decide_every = 1;
    } turns_;
};

PersonId Box2dPhysics::add(const BodyDef& def) {
    CrowdState& c = crowd_;
    const PersonId id{c.size()};
    for (auto* v : {&c.x, &c.y, &c.vx, &c.vy, &c.ex, &c.ey, &c.desired_speed, &c.remaining, &c.wish_x, &c.wish_y,
                    &c.impatience, &c.contact_n, &c.clear_x, &c.clear_y, &c.clear_m, &before_.x, &before_.y})
        v->push_back(0.0F);
    c.radius.push_back(static_cast<float>(def.radius_m));
    c.radius_now.push_back(static_cast<float>(def.radius_m));
    c.mass.push_back(static_cast<float>(def.mass_kg));
    c.space.push_back(def.space);
    c.stream.push_back(0);
    c.needs_body_until.push_back(0);
    for (auto* v : {&c.immovable, &c.in_file, &c.opposed, &c.turning}) v->push_back(0);
    for (auto* v : {&c.present, &c.decides_now}) v->push_back(1);
    deciders_.reserve(c.x.capacity());
    found_.crossings.reserve(c.x.capacity());
    found_.replaced.reserve(c.x.capacity());
    place(id, def.space, def.at);
    return id;
}

void Box2dPhysics::remove(PersonId person) {
    contacts_.destroy(person.value);
    crowd_.present[person.index()] = 0;
    crowd_.space[person.index()] = SpaceId{};
    crowd_.vx[person.index()] = crowd_.vy[person.index()] = 0.0F;
}

void Box2dPhysics::place(PersonId person, SpaceId space, Vec2 at) {
    const std::size_t i = person.index();
    contacts_.destroy(person.value);
    const Vec2 free = walls_.free_place(space, at, double{crowd_.radius[i]});
    crowd_.x[i] = before_.x[i] = static_cast<float>(free.x);
    crowd_.y[i] = before_.y[i] = static_cast<float>(free.y);
    crowd_.vx[i] = crowd_.vy[i] = crowd_.wish_x[i] = crowd_.wish_y[i] = 0.0F;
    crowd_.clear_m[i] = 0.0F;
    crowd_.space[i] = space;
    crowd_.present[i] = 1;
    crowd_.decides_now[i] = 1;
}

void Box2dPhysics::set_opening(OpeningId opening, bool passable, double clear_width_m) {
    walls_.set_opening(opening, passable, clear_width_m);
    contacts_.renew_blades(opening);
    std::fill(crowd_.clear_m.begin(), crowd_.clear_m.end(), 0.0F);
}

void Box2dPhysics::move_furniture(std::span<const ObstacleId> items) {
    contacts_.renew_walls(walls_.move_items(items));
    std::fill(crowd_.clear_m.begin(), crowd_.clear_m.end(), 0.0F);
    for (std::uint32_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.present[i] == 0 || !crowd_.space[i].valid()) continue;
        const Vec2 at = crowd_.at(i);
        const bool in_the_way = std::any_of(items.begin(), items.end(), [&](ObstacleId item) {
            const Obstacle& o = building_.obstacle(item);
            if (o.space != crowd_.space[i] && !walls_.joined(o.space, crowd_.space[i])) return false;
            const Polygon outline{o.outline, {}};
            return contains(outline, at) || distance_to_boundary(outline, at) < double{crowd_.radius_now[i]};
        });
        if (in_the_way) put_aside(i);
    }
}

void Box2dPhysics::put_aside(std::uint32_t i) {
    const SpaceId in = crowd_.space[i];
    const auto taken = [&](Vec2 p) {
        if (!contains(building_.space(in).area, p)) return true;  // in a doorway one would stand in two spaces
        for (std::uint32_t k = 0; k < crowd_.size(); ++k) {
            if (k == i || crowd_.present[k] == 0 || crowd_.space[k] != in) continue;
            if (distance(crowd_.at(k), p) < double{crowd_.radius_now[k]} + double{crowd_.radius_now[i]}) return true;
        }
        return false;
    };
    const Vec2 aside = walls_.free_place(in, crowd_.at(i), double{crowd_.radius[i]}, taken);
    place(PersonId{std::size_t{i}}, in, aside);
}

void Box2dPhysics::step(Duration dt, std::span<const Intent> intents) {
    assert(intents.size() == crowd_.size() && "one intent per person ever added");
    const auto dt_s = static_cast<float>(dt.seconds());
    turns_.decide_every = std::max(1U, static_cast<std::uint32_t>(std::lround(parameters_.decide_s / dt_s)));
    take(intents);
    steer(dt_s);
    touch(dt_s);
    settle(dt_s);
    turns_.elapsed_us += dt.us;
    ++turns_.step;
}

void Box2dPhysics::take(std::span<const Intent> intents) {
    CrowdState& c = crowd_;
    for (std::size_t i = 0; i < c.size(); ++i) {
        if (c.present[i] == 0) continue;
        const Intent& want = intents[i];
        const bool stands = want.speed <= 0.0F || want.direction == Vec2{};
        c.ex[i] = stands ? 0.0F : static_cast<float>(want.direction.x);
        c.ey[i] = stands ? 0.0F : static_cast<float>(want.direction.y);
        const float desired_speed = stands ? 0.0F : want.speed;
        if ((desired_speed > 0.0F) != (c.desired_speed[i] > 0.0F)) c.decides_now[i] = 1;
        c.desired_speed[i] = desired_speed;
        c.remaining[i] = want.remaining_m;
        c.stream[i] = want.stream;
        c.in_file[i] = want.in_file ? 1 : 0;
        const std::uint8_t immovable = want.immovable ? 1 : 0;
        if (immovable != c.immovable[i]) contacts_.destroy(static_cast<std::uint32_t>(i));
        c.immovable[i] = immovable;
    }
}

void Box2dPhysics::steer(float dt_s) {
    const double now_s = static_cast<double>(turns_.elapsed_us) * 1e-6;
    {
        const Stopwatch time(times_.neighbours_s);
        grid_.build(crowd_);
    }
    const Stopwatch time(times_.steering_s);
    deciders_.clear();
    const SortedCrowd& sorted = grid_.sorted();
    for (std::uint32_t k = 0; k < grid_.count(); ++k) {
        const std::uint32_t i = sorted.id[k];
        const bool moves = crowd_.desired_speed[i] > 0.0F || contacts_.has(i);
        if (!moves || !has_turn(i)) continue;
        crowd_.decides_now[i] = 0;
        deciders_.push_back(k);
    }
    decide({grid_, walls_, parameters_, settings_.seed, turns_.step, turns_.decide_every, dt_s, now_s}, deciders_,
           crowd_, instruction_set_);
    drive_.move_on(now_s, dt_s, crowd_);
}

void Box2dPhysics::make_bodies_where_needed() {
    for (std::uint32_t i = 0; i < crowd_.size(); ++i) {
        const bool needed = crowd_.present[i] != 0 && crowd_.needs_body_until[i] >= turns_.step;
        if (needed == contacts_.has(i)) continue;
        if (needed) {
            contacts_.create(i);
        } else {
            contacts_.destroy(i);
            crowd_.contact_n[i] = 0.0F;
        }
    }
}

void Box2dPhysics::move_the_others(float dt_s) {
    for (std::uint32_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.present[i] == 0 || contacts_.has(i)) continue;
        crowd_.x[i] += crowd_.vx[i] * dt_s;
        crowd_.y[i] += crowd_.vy[i] * dt_s;
    }
}

void Box2dPhysics::touch(float dt_s) {
    const Stopwatch time(times_.contacts_s);
    before_.x = crowd_.x;
    before_.y = crowd_.y;
    make_bodies_where_needed();
    contacts_.step(dt_s, crowd_);
    move_the_others(dt_s);
}

void Box2dPhysics::settle(float dt_s) {
    const Stopwatch time(times_.settling_s);
    put_back_strays();
    cross_openings(dt_s);
}

void Box2dPhysics::put_back(std::uint32_t i) {
    crowd_.x[i] = before_.x[i];
    crowd_.y[i] = before_.y[i];
    crowd_.vx[i] = crowd_.vy[i] = 0.0F;
    contacts_.put(i);
}

// Both ends of the step lie in the disc that steering found free of walls: no need to look at the walls again.
bool Box2dPhysics::is_clear(std::uint32_t i) const {
    const float free_m = crowd_.clear_m[i] - wall_skin_m;
    const auto within = [&](float x, float y) {
        const float dx = x - crowd_.clear_x[i], dy = y - crowd_.clear_y[i];
        return dx * dx + dy * dy < free_m * free_m;
    };
    return free_m > 0.0F && within(before_.x[i], before_.y[i]) && within(crowd_.x[i], crowd_.y[i]);
}

void Box2dPhysics::put_back_strays() {
    found_.replaced.clear();
    for (std::uint32_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.present[i] == 0 || !crowd_.space[i].valid()) continue;
        const Vec2 before{double{before_.x[i]}, double{before_.y[i]}};
        if (crowd_.at(i) == before || is_clear(i) || !meets_wall(walls_, crowd_.space[i], before, crowd_.at(i)))
            continue;
        put_back(i);
        found_.replaced.push_back(PersonId{std::size_t{i}});
    }
}

void Box2dPhysics::cross_openings(float dt_s) {
    found_.crossings.clear();
    for (std::uint32_t i = 0; i < crowd_.size(); ++i) {
        if (crowd_.present[i] == 0 || !crowd_.space[i].valid()) continue;
        const Vec2 before{double{before_.x[i]}, double{before_.y[i]}};
        if (crowd_.at(i) == before) continue;
        auto crossing = crossing_of(walls_, crowd_.space[i], before, crowd_.at(i));
        if (!crossing) continue;
        crossing->person = PersonId{std::size_t{i}};
        found_.crossings.push_back(*crossing);
    }
    if (cap_.on()) {
        const double now_s = static_cast<double>(turns_.elapsed_us) * 1e-6;
        std::sort(found_.crossings.begin(), found_.crossings.end(), [](const Crossing& a, const Crossing& b) {
            return a.share != b.share ? a.share < b.share : a.person < b.person;
        });
        std::erase_if(found_.crossings, [&](const Crossing& c) {
            const double at_s = now_s + c.share * double{dt_s};
            const bool into_to = c.into == building_.opening(c.opening).to;
            if (cap_.pass(c.opening.value, into_to, walls_.clear_width_m(c.opening), at_s)) return false;
            put_back(c.person.value);
            return true;
        });
        std::sort(found_.crossings.begin(), found_.crossings.end(),
                  [](const Crossing& a, const Crossing& b) { return a.person < b.person; });
    }
    for (const Crossing& crossing : found_.crossings) enter(crossing);
}

// Who leaves the site stays on the books of the space left, until removed.
void Box2dPhysics::enter(const Crossing& crossing) {
    if (!crossing.into.valid()) return;
    const std::size_t i = crossing.person.index();
    crowd_.space[i] = crossing.into;
    crowd_.clear_m[i] = 0.0F;  // the next space has other walls
    crowd_.decides_now[i] = 1;
    contacts_.refilter(crossing.person.value);
}

Bodies Box2dPhysics::bodies() const {
    return {crowd_.x, crowd_.y, crowd_.vx, crowd_.vy, crowd_.space, crowd_.contact_n, crowd_.impatience};
}

MotionParameters with_settings(MotionParameters parameters, const PhysicsSettings& settings) {
    parameters.friction = static_cast<float>(settings.friction);
    parameters.push_share = static_cast<float>(settings.push);
    return parameters;
}

}  // namespace

std::unique_ptr<CrowdPhysics> make_crowd_physics(const Building& building, const PhysicsSettings& settings) {
    return make_tuned_physics(building, settings, with_settings({}, settings), best_instruction_set());
}

std::unique_ptr<CrowdPhysics> make_tuned_physics(const Building& building, const PhysicsSettings& settings,
                                                 const MotionParameters& parameters, InstructionSet set) {
    return std::make_unique<Box2dPhysics>(building, settings, parameters, set);
}

}  // namespace muster::physics
