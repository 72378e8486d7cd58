// SPDX-License-Identifier: Apache-2.0
// Why a command cannot be carried out: things it names that are not there, what a scenario could not hold either, and
// what the run has come to.
#include <algorithm>

#include "sim/base/overload.h"
#include "sim/engine/run.h"

namespace muster::engine {

namespace {

/// Whether everything an incident names is there.
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

const char* Run::refusal(const Incident& what) const {
    const auto told = [this](GroupId g) { return crowd_.progress[g.index()].released; };
    const auto& quake = world().scenario.earthquake;
    return std::visit(Overload{[&](const SoundAlarm&) { return told_ ? "command.alarm_already" : nullptr; },
                               [&](const SilenceAlarm&) { return told_ ? nullptr : "command.no_alarm"; },
                               [&](const StartShaking&) -> const char* {
                                   if (quake && !quake_begun_) return nullptr;
                                   if (shaking_) return "command.already_shaking";
                                   return quake && quake->shakes() ? "command.quake_has_been" : nullptr;
                               },
                               [&](const ReleaseGroup& w) { return told(w.group) ? "command.group_told" : nullptr; },
                               [&](const HoldGroup& w) -> const char* {
                                   if (told(w.group)) return "command.group_told";
                                   const bool by_itself =
                                       world().scenario.population.groups[w.group.index()].sets_off_s >= 0.0;
                                   return by_itself ? "command.group_by_itself" : nullptr;
                               },
                               [&](const SendGroup& w) {
                                   const auto& members = crowd_.members[w.group.index()];
                                   const bool out = std::all_of(members.begin(), members.end(),
                                                                [this](PersonId p) { return person(p).left_building; });
                                   return out ? "command.group_is_out" : nullptr;
                               },
                               [&](const RemoveGuide& w) {
                                   return site_.opening(w.opening).guide == Guide::none ? "command.no_guide" : nullptr;
                               },
                               [&](const LightsOn& w) {
                                   bool dark = std::any_of(w.spaces.begin(), w.spaces.end(),
                                                           [this](SpaceId s) { return site_.dark(s); });
                                   for (std::size_t i = 0; w.spaces.empty() && i < world().building.spaces.size(); ++i)
                                       dark = dark || site_.dark(SpaceId{i});
                                   return dark ? nullptr : "command.lights_are_on";
                               },
                               [](const auto&) -> const char* { return nullptr; }},
                      what);
}

std::optional<Finding> Run::check(const Command& command) const {
    const auto refuse = [](const char* code) { return Finding{Severity::error, code, "", "", 0, {}}; };
    if (ended_) return refuse("command.run_ended");
    if (!std::visit(Names(world()), command)) return refuse("command.no_such_place");
    for (const Finding& f : check_incident(world(), command))
        if (f.severity == Severity::error || f.code == "incident.fire_beside") return f;
    if (const char* code = refusal(command)) return refuse(code);
    return std::nullopt;
}

}  // namespace muster::engine
