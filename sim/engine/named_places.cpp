// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/named_places.h"

#include <algorithm>

namespace muster::engine {

namespace {

/// Whether everything an incident names is there, kind by kind.
class Names {
public:
    explicit Names(const World& world) : world_(world), building_(world.building) {}

    bool operator()(const SetOpening& w) const { return there(w.opening); }
    bool operator()(const BlockOpening& w) const { return there(w.opening); }
    bool operator()(const ObstructOpening& w) const { return there(w.opening); }
    bool operator()(const PostGuide& w) const { return there(w.opening); }
    bool operator()(const RemoveGuide& w) const { return there(w.opening); }
    bool operator()(const CloseSpace& w) const { return there(w.space); }
    bool operator()(const SlowSpace& w) const { return there(w.space); }
    bool operator()(const PersonFalls& w) const { return there(w.space); }
    bool operator()(const IgniteGas& w) const { return there(w.space); }
    bool operator()(const GasLeak& w) const { return there(w.space); }
    bool operator()(const StartExhaust& w) const { return there(w.space); }
    bool operator()(const LightsOut& w) const { return there(w.spaces); }
    bool operator()(const LightsOn& w) const { return there(w.spaces); }
    bool operator()(const StartFire& w) const {
        return w.space.valid() ? there(w.space) : w.risk.value < world_.risk_map.risks.size();
    }
    bool operator()(const SendGroup& w) const {
        const Route& r = w.route;
        return there(w.group) && (!r.door.valid() || there(r.door)) && (!r.exit.valid() || there(r.exit)) &&
               (!r.stair.valid() || r.stair.value < building_.stairs.size()) &&
               (!r.spot.valid() || r.spot.value < building_.spots.size());
    }
    bool operator()(const ReleaseGroup& w) const { return there(w.group); }
    bool operator()(const HoldGroup& w) const { return there(w.group); }
    bool operator()(const ChangeRelease& w) const {
        const auto& order = w.release.order;
        return std::all_of(order.begin(), order.end(), [this](GroupId g) { return there(g); });
    }
    bool operator()(const StartShaking&) const { return true; }
    bool operator()(const SoundAlarm&) const { return true; }
    bool operator()(const SilenceAlarm&) const { return true; }

private:
    [[nodiscard]] bool there(OpeningId o) const { return o.value < building_.openings.size(); }
    [[nodiscard]] bool there(SpaceId s) const { return s.value < building_.spaces.size(); }
    [[nodiscard]] bool there(GroupId g) const { return g.value < world_.scenario.population.groups.size(); }
    [[nodiscard]] bool there(const std::vector<SpaceId>& spaces) const {
        return std::all_of(spaces.begin(), spaces.end(), [this](SpaceId s) { return there(s); });
    }

    const World& world_;
    const Building& building_;
};

}  // namespace

bool all_named_is_there(const World& world, const Incident& incident) { return std::visit(Names(world), incident); }

}  // namespace muster::engine
