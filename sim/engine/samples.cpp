// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/samples.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace muster::engine {

void Samples::collect_pressure() {
    const physics::Bodies bodies = run_.physics->bodies();
    for (std::size_t i = 0; i < pressure_sum_.size(); ++i) {
        if (bodies.contact_n[i] <= 0.0F) continue;
        const double girth_m = 2.0 * std::numbers::pi * run_.crowd.info[i].radius_m;
        pressure_sum_[i] += bodies.contact_n[i] / girth_m;
    }
    ++steps_;
}

Frame Samples::frame(std::span<const float> doses) {
    const std::size_t n = run_.crowd.size();
    for (auto* array : {&x_, &y_, &vx_, &vy_, &pressure_}) array->resize(n);
    space_.resize(n);
    const physics::Bodies bodies = run_.physics->bodies();
    for (std::size_t i = 0; i < n; ++i) {
        const PersonState is = run_.state(PersonId{i});
        const LinePlace& line = run_.crowd.line[i];
        pressure_[i] = steps_ > 0 ? static_cast<float>(pressure_sum_[i] / steps_) : 0.0F;
        const bool in_line = stands_still(is);
        const Vec2 at = in_line ? line.at(run_.now()) : Vec2{bodies.x[i], bodies.y[i]};
        x_[i] = static_cast<float>(at.x);
        y_[i] = static_cast<float>(at.y);
        const bool moves = !in_line && is != PersonState::gone;
        vx_[i] = moves ? bodies.vx[i] : 0.0F;
        vy_[i] = moves ? bodies.vy[i] : 0.0F;
        space_[i] = is == PersonState::gone ? SpaceId{} : in_line ? line.space : bodies.space[i];
    }
    return {run_.now(), x_, y_, vx_, vy_, space_, run_.crowd.states(), pressure_, doses};
}

void Samples::take(std::span<const float> doses) {
    const Frame now = frame(doses);
    Fingerprint& print = run_.record.outcome.fingerprint;
    for (std::size_t i = 0; i < x_.size(); ++i) {
        print.add(Fingerprint::positions, static_cast<double>(x_[i]));
        print.add(Fingerprint::positions, static_cast<double>(y_[i]));
    }
    run_.record.tell_all([&](RunObserver& o) { o.frame(now); });
    std::fill(pressure_sum_.begin(), pressure_sum_.end(), 0.0);
    steps_ = 0;
    taken_at_ = run_.now();
    run_.motion.sample_again(run_.calendar, run_.crowd.anybody_walks());
}

bool Samples::everybody_is_somewhere(const Frame& frame) {
    for (std::size_t i = 0; i < frame.x.size(); ++i) {
        const bool placed = frame.space[i].valid() && std::isfinite(frame.x[i]) && std::isfinite(frame.y[i]);
        if (frame.state[i] != PersonState::gone && !placed) return false;
    }
    return true;
}

}  // namespace muster::engine
