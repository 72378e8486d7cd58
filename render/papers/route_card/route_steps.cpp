// SPDX-License-Identifier: Apache-2.0
#include "render/papers/route_card/route_steps.h"

#include <algorithm>

namespace muster::papers {

StairId stair_of(const Building& building, SpaceId space) {
    for (std::size_t s = 0; space.valid() && s < building.stairs.size(); ++s) {
        const Stair& stair = building.stairs[s];
        const auto holds = [&](const std::vector<SpaceId>& parts) {
            return std::find(parts.begin(), parts.end(), space) != parts.end();
        };
        if (holds(stair.flights) || holds(stair.landings)) return StairId{s};
    }
    return {};
}

namespace {

constexpr double same_stair_m = 10.0;  // across a storey's lobby from one flight to the next: no step of its own

class StepMaker {
public:
    StepMaker(const Building& building, const std::vector<behaviour::RouteLeg>& legs)
        : building_(building), legs_(legs) {}

    std::vector<RouteStep> make() {
        for (std::size_t i = 0; i < legs_.size(); ++i) {
            walked_m_ += legs_[i].length_m;
            const SpaceId next = i + 1 < legs_.size() ? legs_[i + 1].space : SpaceId{};
            if (legs_[i].through.valid())
                pass(legs_[i], next, i == 0);
            else
                add({RouteStepKind::spot, {}, {}, 0.0, {}, {}, {}}, legs_[i]);
        }
        return std::move(steps_);
    }

private:
    void pass(const behaviour::RouteLeg& leg, SpaceId next, bool first) {
        if (building_.is_building_exit(leg.through))
            return add({RouteStepKind::exit, {}, {}, 0.0, leg.through, {}, {}}, leg);
        if (first) return add({RouteStepKind::door, {}, {}, 0.0, leg.through, {}, {}}, leg);
        const StairId from = stair_of(building_, leg.space), to = stair_of(building_, next);
        if (to.valid() && from != to) return onto_stair(leg, to);
        if (from.valid() && from != to && next.valid())
            add({RouteStepKind::off_stair, building_.space(next).level, {}, 0.0, {}, from, {}}, leg);
    }
    // Off a stair and on it again across a lobby: it goes on.
    void onto_stair(const behaviour::RouteLeg& leg, StairId stair) {
        if (!steps_.empty() && steps_.back().kind == RouteStepKind::off_stair && steps_.back().stair == stair &&
            walked_m_ < same_stair_m) {
            walked_m_ += steps_.back().metres;
            steps_.pop_back();
            return;
        }
        add({RouteStepKind::stair, {}, {}, 0.0, {}, stair, {}}, leg);
    }
    void add(RouteStep step, const behaviour::RouteLeg& leg) {
        if (!step.level.valid()) step.level = building_.space(leg.space).level;
        step.at = leg.line.back();
        step.metres = walked_m_;
        walked_m_ = 0.0;
        if (step.kind == RouteStepKind::off_stair && !steps_.empty()) steps_.back().to_level = step.level;
        steps_.push_back(step);
    }

    const Building& building_;
    const std::vector<behaviour::RouteLeg>& legs_;
    std::vector<RouteStep> steps_;
    double walked_m_ = 0.0;
};

}  // namespace

std::vector<RouteStep> route_steps(const Building& building, const std::vector<behaviour::RouteLeg>& legs) {
    return StepMaker(building, legs).make();
}

}  // namespace muster::papers
