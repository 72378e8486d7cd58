// SPDX-License-Identifier: Apache-2.0
#include "scenarios/incident_reader.h"

#include <algorithm>
#include <array>

#include "scenarios/order_reader.h"
#include "sim/hazards/design_fire.h"
#include "sim/model/incident_kinds.h"
#include "sim/model/words.h"

namespace muster::scenarios {

namespace {

constexpr auto design_keys =
    std::to_array<std::string_view>({"growth", "peak_kw", "area_m2", "fuel_load_mj", "fuel", "table"});

// What is left out follows from the use of the space.
DesignFire read_design(const floorplans::JsonCursor& c, const DesignFire& by_use) {
    DesignFire out = by_use;
    out.growth = c["growth"].word_or(out.growth);
    out.peak_kw = c["peak_kw"].number_or(0.0, 100'000.0, out.peak_kw);
    out.area_m2 = c["area_m2"].number_or(0.01, 10'000.0, out.area_m2);
    out.fuel_load_mj = c["fuel_load_mj"].number_or(0.0, 1e8, out.fuel_load_mj);
    out.fuel = c["fuel"].word_or(out.fuel);
    for (const floorplans::JsonCursor& row : c["table"].elements()) {
        const Vec2 at = row.point();  // [s, kW]
        if (at.x < 0.0 || at.y < 0.0 || at.y > 100'000.0 || (!out.table.empty() && at.x <= out.table.back().first)) {
            row.report(Severity::error, "incident.fire_table");
            break;
        }
        out.table.emplace_back(at.x, at.y);
        out.peak_kw = out.table.size() == 1 ? at.y : std::max(out.peak_kw, at.y);
    }
    if (out.growth == FireGrowth::table && out.table.size() < 2) c.report(Severity::error, "incident.fire_table");
    return out;
}

// The keys that a kind of incident knows.
class KeyList {
public:
    template <class Id>
    void place(const char* key, const Id&) {
        keys_.push_back(key);
    }
    void places(const char* key, const std::vector<SpaceId>&) { keys_.push_back(key); }
    void number(const char* key, double, MemberRange) { keys_.push_back(key); }
    void usual(const char* key, double, MemberRange) { keys_.push_back(key); }
    void grams(const char* key, double, MemberRange) { keys_.push_back(key); }
    void until_end(const char* key, double, MemberRange) { keys_.push_back(key); }
    void flag(const char* key, bool) { keys_.push_back(key); }
    template <class Enum>
    void word(const char* key, Enum) {
        keys_.push_back(key);
    }
    void point(const char* key, const std::optional<Vec2>&) { keys_.push_back(key); }
    void route(const char* key, const Route&) { keys_.push_back(key); }
    void release(const Release&) {
        keys_.insert(keys_.end(), {"policy", "interval_s", "gap_m", "longest_wait_s", "order"});
    }
    void fire(const StartFire&) {
        keys_.insert(keys_.end(), {"risk", "space", "room_closes_after_s", "at", "smoke"});
        keys_.insert(keys_.end(), design_keys.begin(), design_keys.end());
    }
    [[nodiscard]] const std::vector<std::string_view>& keys() const { return keys_; }

private:
    std::vector<std::string_view> keys_{"at_s", "kind"};
};

class MemberReader {
public:
    MemberReader(const floorplans::JsonCursor& incident, const References& refs, const RiskMap& risk_map)
        : c_(incident), refs_(refs), risk_map_(risk_map) {}

    void place(const char* key, OpeningId& id) const { id = refs_.opening(c_[key]); }
    void place(const char* key, SpaceId& id) const { id = refs_.space(c_[key]); }
    void place(const char* key, GroupId& id) const { id = refs_.group(c_[key]); }
    void places(const char* key, std::vector<SpaceId>& ids) const {
        for (const floorplans::JsonCursor& space : c_[key].elements()) ids.push_back(refs_.space(space));
    }
    void number(const char* key, double& value, MemberRange range) const {
        value = c_[key].number(range.low, range.high);
    }
    void usual(const char* key, double& value, MemberRange range) const {
        value = c_[key].number_or(range.low, range.high, value);
    }
    void grams(const char* key, double& kg, MemberRange range) const {
        kg = 1e-3 * c_[key].number(range.low, range.high);
    }
    void until_end(const char* key, double& value, MemberRange range) const {
        value = c_[key].number_or(range.low, range.high, range.high);
    }
    void flag(const char* key, bool& value) const {
        if (c_.has(key)) value = c_[key].boolean(value);
    }
    template <class Enum>
    void word(const char* key, Enum& value) const {
        value = c_[key].word<Enum>().value_or(value);
    }
    void point(const char* key, std::optional<Vec2>& at) const {
        if (c_.has(key)) at = c_[key].point() - refs_.building.site_origin;
    }
    void route(const char* key, Route& route) const {
        if (!c_.has(key)) c_.report(Severity::error, "json.missing_key", {{"key", key}, {"expected", "{...}"}});
        route = read_route(c_[key], refs_);
    }
    void release(Release& release) const { release = read_release(c_, refs_); }
    // At a risk point, in the risk's space unless the incident names another.
    void fire(StartFire& out) const {
        if (c_.has("risk")) out.risk = refs_.risk(c_["risk"]);
        if (c_.has("space")) out.space = refs_.space(c_["space"]);
        if (out.risk.valid() && !out.space.valid()) out.space = risk_map_.risks[out.risk.index()].space;
        if (!c_.has("risk") && !c_.has("space")) c_.report(Severity::error, "incident.fire_nowhere");
        usual("room_closes_after_s", out.room_closes_after_s, within_a_day);
        point("at", out.at);
        flag("smoke", out.smoke);
        const bool designed =
            std::any_of(design_keys.begin(), design_keys.end(), [&](auto key) { return c_.has(key); });
        if (!designed || !out.space.valid()) return;
        const Space& space = refs_.building.space(out.space);
        out.fire = read_design(c_, hazards::design_fire_for(space.use, area(space.area)));
    }

private:
    const floorplans::JsonCursor& c_;
    const References& refs_;
    const RiskMap& risk_map_;
};

using Reader = Incident (*)(const floorplans::JsonCursor&, const References&, const RiskMap&);

template <class Kind>
std::vector<std::string_view> keys_of() {
    KeyList list;
    const Kind kind{};
    IncidentKind<Kind>::members(kind, list);
    return list.keys();
}

template <class Kind>
Incident read_kind(const floorplans::JsonCursor& c, const References& refs, const RiskMap& risk_map) {
    c.allow_keys(keys_of<Kind>());
    Kind out{};
    IncidentKind<Kind>::members(out, MemberReader(c, refs, risk_map));
    return out;
}

template <class... Kinds>
constexpr std::array<Word<Reader>, sizeof...(Kinds)> readers_of(const std::variant<Kinds...>*) {
    return {{{read_kind<Kinds>, IncidentKind<Kinds>::word}...}};
}

template <class... Kinds>
std::vector<IncidentForm> forms_of(const std::variant<Kinds...>*) {
    return {{IncidentKind<Kinds>::word, keys_of<Kinds>()}...};
}

}  // namespace

std::vector<IncidentForm> incident_forms() { return forms_of(static_cast<const IncidentKinds*>(nullptr)); }

std::vector<TimedIncident> read_incidents(const floorplans::JsonCursor& places, const References& refs,
                                          const RiskMap& risk_map) {
    constexpr auto readers = readers_of(static_cast<const IncidentKinds*>(nullptr));
    std::vector<TimedIncident> out;
    for (const floorplans::JsonCursor& place : places.elements()) {
        const double at_s = place["at_s"].number(0.0, longest_s);
        if (const auto reader = place["kind"].word_in(readers)) out.push_back({at_s, (*reader)(place, refs, risk_map)});
    }
    return out;
}

}  // namespace muster::scenarios
