// SPDX-License-Identifier: Apache-2.0
// Incidents, laws and release orders as sentences.
#include <cmath>

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/base/number_text.h"

namespace muster::text {

namespace {

class IncidentText {
public:
    IncidentText(const World& world, Lang lang) : world_(world), lang_(lang), catalogue_(lang) {}

    std::string operator()(const SetOpening& i) const {
        const char* id = i.state == DoorState::locked   ? "incident.lock"
                         : i.state == DoorState::closed ? "incident.shut"
                                                        : "incident.open";
        return catalogue_.text(id, {{"opening", opening(i.opening)}});
    }
    std::string operator()(const BlockOpening& i) const {
        return catalogue_.text(i.blocked ? "incident.block" : "incident.unblock", {{"opening", opening(i.opening)}});
    }
    std::string operator()(const CloseSpace& i) const {
        return catalogue_.text("incident.close_space", {{"space", space(i.space)}});
    }
    std::string operator()(const LightsOut& i) const {
        const std::string percent = number_text(100.0 * i.speed_factor, 0);
        if (i.spaces.empty()) return catalogue_.text("incident.lights_out_all", {{"percent", percent}});
        return catalogue_.text(
            "incident.lights_out",
            {{"space", space(i.spaces.front())}, {"count", std::to_string(i.spaces.size())}, {"percent", percent}});
    }
    std::string operator()(const SlowSpace& i) const {
        return catalogue_.text("incident.slow",
                               {{"space", space(i.space)}, {"percent", number_text(100.0 * i.speed_factor, 0)}});
    }
    std::string operator()(const PersonFalls& i) const {
        return catalogue_.text("incident.fall", {{"space", space(i.space)}, {"seconds", number_text(i.down_s, 0)}});
    }
    std::string operator()(const ObstructOpening& i) const {
        return catalogue_.text("incident.obstruct",
                               {{"opening", opening(i.opening)}, {"width", number_text(i.clear_width_m, 2)}});
    }
    std::string operator()(const StartFire& i) const {
        return catalogue_.text("incident.fire",
                               {{"space", fire_place(i)}, {"seconds", number_text(i.room_closes_after_s, 0)}});
    }
    std::string operator()(const GasLeak& i) const {
        return catalogue_.text("incident.leak", {{"space", space(i.space)},
                                                 {"gas", std::string(name_of(i.gas, lang_))},
                                                 {"rate", number_text(1000.0 * i.kg_s, 1)}});
    }
    std::string operator()(const IgniteGas& i) const {
        return catalogue_.text("incident.ignition", {{"space", space(i.space)}});
    }
    std::string operator()(const StartExhaust& i) const {
        return catalogue_.text("incident.exhaust", {{"space", space(i.space)}, {"flow", number_text(i.flow_m3_s, 1)}});
    }
    std::string operator()(const LightsOn& i) const {
        if (i.spaces.empty()) return catalogue_.text("incident.lights_on_all");
        return catalogue_.text("incident.lights_on",
                               {{"space", space(i.spaces.front())}, {"count", std::to_string(i.spaces.size())}});
    }
    std::string operator()(const StartShaking& i) const {
        return catalogue_.text("incident.shaking", {{"seconds", number_text(i.lasts_s, 0)}});
    }
    std::string operator()(const SoundAlarm&) const { return catalogue_.text("incident.sound_alarm"); }
    std::string operator()(const SilenceAlarm&) const { return catalogue_.text("incident.silence_alarm"); }
    std::string operator()(const SendGroup& i) const {
        return catalogue_.text("incident.send_group", {{"group", group(i.group)}, {"route", route(i.route)}});
    }
    std::string operator()(const ReleaseGroup& i) const {
        return catalogue_.text("incident.release_group", {{"group", group(i.group)}});
    }
    std::string operator()(const HoldGroup& i) const {
        return catalogue_.text("incident.hold_group", {{"group", group(i.group)}});
    }
    std::string operator()(const ChangeRelease& i) const {
        return catalogue_.text("incident.release_order", {{"release", describe(i.release, lang_)}});
    }
    std::string operator()(const PostGuide& i) const {
        return catalogue_.text(i.turns_away ? "incident.guide_turns_away" : "incident.guide_keeps_order",
                               {{"opening", opening(i.opening)}});
    }
    std::string operator()(const RemoveGuide& i) const {
        return catalogue_.text("incident.remove_guide", {{"opening", opening(i.opening)}});
    }

private:
    template <class Thing>
    std::string named(const Thing& thing) const {
        const std::string& name = in_language(thing.name, lang_);
        return name.empty() ? thing.key : name;
    }
    std::string opening(OpeningId id) const { return named(world_.building.opening(id)); }
    std::string space(SpaceId id) const { return id.valid() ? named(world_.building.space(id)) : "?"; }
    std::string group(GroupId id) const { return named(world_.scenario.population.groups[id.index()]); }
    std::string route(const Route& r) const {
        std::vector<std::string> parts;
        const auto add = [&](const char* id, const std::string& place) {
            parts.push_back(catalogue_.text(id, {{"place", place}}));
        };
        if (r.door.valid()) add("route_part.door", opening(r.door));
        if (r.stair.valid()) add("route_part.stair", named(world_.building.stair(r.stair)));
        if (r.exit.valid()) add("route_part.exit", opening(r.exit));
        if (r.spot.valid()) add("route_part.spot", named(world_.building.spot(r.spot)));
        return joined(parts, "list.clause", lang_);
    }
    std::string fire_place(const StartFire& i) const {
        return i.risk.valid() ? in_language(world_.risk_map.risks[i.risk.index()].name, lang_) : space(i.space);
    }

    const World& world_;
    Lang lang_;
    Catalogue catalogue_;
};

std::string distribution_parameters(const Distribution& distribution, const Catalogue& catalogue) {
    const TextArgs ab{{"a", number_text(distribution.a, 3)}, {"b", number_text(distribution.b, 3)}};
    switch (distribution.kind) {
        case DistributionKind::constant:
            return number_text(distribution.a, 3);
        case DistributionKind::uniform:
            return number_text(distribution.a, 3) + "–" + number_text(distribution.b, 3);
        case DistributionKind::normal:
            return catalogue.text("law.normal", ab);
        case DistributionKind::log_normal:
            return catalogue.text("law.log_normal", ab);
        case DistributionKind::gamma:
            return catalogue.text("law.gamma", ab);
        case DistributionKind::weibull:
            return catalogue.text("law.weibull", ab);
    }
    return {};
}

bool is_cut(const Distribution& distribution) {
    if (distribution.kind == DistributionKind::constant || distribution.kind == DistributionKind::uniform) return false;
    return distribution.low > 0.0 || distribution.high < 1e8;
}

}  // namespace

std::string fixed_text(double value, int decimals) {
    return std::isfinite(value) ? fixed_number(value, decimals) : "–";
}

std::string number_text(double value, int decimals) {
    return std::isfinite(value) ? short_number(value, decimals) : "–";
}

std::string describe(const Incident& incident, const World& world, Lang lang) {
    return std::visit(IncidentText(world, lang), incident);
}

std::string describe(const Distribution& distribution, std::string_view unit, Lang lang) {
    const Catalogue catalogue(lang);
    std::string text = distribution_parameters(distribution, catalogue);
    if (is_cut(distribution)) {
        const bool open_ended = distribution.high >= 1e8;
        text += catalogue.text(open_ended ? "law.from" : "law.range", {{"low", number_text(distribution.low, 3)},
                                                                       {"high", number_text(distribution.high, 3)}});
    }
    if (distribution.shift != 0.0) text += catalogue.text("law.shift", {{"shift", number_text(distribution.shift, 3)}});
    return unit.empty() ? text : text.append(" ").append(unit);
}

std::string describe(const Release& release, Lang lang) {
    const Catalogue catalogue(lang);
    const TextArgs args{{"policy", std::string(name_of(release.policy, lang))},
                        {"interval", number_text(release.interval_s, 1)},
                        {"gap", number_text(release.gap_m, 1)}};
    switch (release.policy) {
        case ReleasePolicy::all_at_once:
            return catalogue.text("release.plain", args);
        case ReleasePolicy::by_storey:
        case ReleasePolicy::stagger:
            return catalogue.text("release.interval", args);
        case ReleasePolicy::class_by_class:
            break;
    }
    std::string text = catalogue.text(release.gap_m > 0.0 ? "release.gap" : "release.follow", args);
    if (release.longest_wait_s)
        text += catalogue.text("release.longest", {{"longest", number_text(*release.longest_wait_s, 0)}});
    return text;
}

}  // namespace muster::text
