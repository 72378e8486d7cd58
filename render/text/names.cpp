// SPDX-License-Identifier: Apache-2.0
#include "render/text/names.h"

#include <array>
#include <cassert>

#include "render/text/catalogue.h"

namespace muster::text {

namespace {

using Word = std::string_view;

// The words are the ends of ids in enums.po, in the order of the enumerators; how many they are is checked against the
// last one.
template <std::size_t size, class Enum>
constexpr bool covers(const std::array<Word, size>&, Enum last) {
    return size == static_cast<std::size_t>(last) + 1;
}

std::string_view name_in(std::string_view type, std::string_view word, Lang lang) {
    const auto name = text_of(std::string("enum.").append(type).append(".").append(word), lang);
    assert(name && "every enumerator has its name in enums.po");
    return name.value_or("?");
}

constexpr auto severities = std::to_array<Word>({"note", "warning", "error"});
static_assert(covers(severities, Severity::error));

constexpr auto uses = std::to_array<Word>(
    {"classroom",   "corridor",  "gallery",        "lobby",       "stair_flight", "stair_landing", "toilet", "office",
     "laboratory",  "library",   "dormitory",      "nursery",     "canteen",      "kitchen",       "hall",   "storage",
     "switch_room", "gas_store", "chemical_store", "boiler_room", "grounds",      "other"});
static_assert(covers(uses, SpaceUse::other));

constexpr auto obstacles =
    std::to_array<Word>({"desk", "table", "bed", "shelf", "cabinet", "column", "equipment", "parked", "other"});
static_assert(covers(obstacles, ObstacleKind::other));

constexpr auto fixtures = std::to_array<Word>({"smoke_detector", "heat_detector", "call_point", "camera", "alarm",
                                               "sign", "emergency_light", "hydrant", "extinguisher", "sprinkler"});
static_assert(covers(fixtures, FixtureKind::sprinkler));

constexpr auto openings = std::to_array<Word>({"door", "doorway", "gate", "flight_end"});
static_assert(covers(openings, OpeningKind::flight_end));

constexpr auto door_states = std::to_array<Word>({"open", "closed", "locked"});
static_assert(covers(door_states, DoorState::locked));

constexpr auto risks =
    std::to_array<Word>({"switch_room", "gas_store", "chemical_store", "boiler", "kitchen", "laboratory", "electrical",
                         "crowding", "falling_object", "structure", "outdoor_pipe", "other"});
static_assert(covers(risks, RiskKind::other));

constexpr auto person_states = std::to_array<Word>(
    {"waiting", "sheltering", "walking", "fallen", "assembled", "arrived", "gone", "stranded", "incapacitated"});
static_assert(covers(person_states, PersonState::incapacitated));

constexpr auto bottlenecks = std::to_array<Word>(
    {"room_door", "corridor_door", "flight", "stair_mouth", "landing", "building_exit", "gate", "space"});
static_assert(covers(bottlenecks, analysis::BottleneckKind::space));

constexpr auto policies = std::to_array<Word>({"all_at_once", "by_storey", "class_by_class", "stagger"});
static_assert(covers(policies, ReleasePolicy::stagger));

constexpr auto run_modes = std::to_array<Word>({"drill", "real"});
static_assert(covers(run_modes, RunMode::real));

constexpr auto door_modes = std::to_array<Word>({"realistic", "regulation"});
static_assert(covers(door_modes, DoorMode::regulation));

constexpr auto area_bases = std::to_array<Word>({"net", "gross"});
static_assert(covers(area_bases, AreaBasis::gross));

constexpr auto distributions = std::to_array<Word>({"constant", "uniform", "normal", "log_normal", "gamma", "weibull"});
static_assert(covers(distributions, DistributionKind::weibull));

constexpr auto leak_gases =
    std::to_array<Word>({"natural_gas", "lpg", "ammonia", "chlorine", "hydrogen_sulphide", "sulphur_dioxide"});
static_assert(covers(leak_gases, LeakGas::sulphur_dioxide));

template <class Enum, std::size_t size>
std::string_view look_up(std::string_view type, const std::array<Word, size>& words, Enum value, Lang lang) {
    return name_in(type, words.at(static_cast<std::size_t>(value)), lang);
}

}  // namespace

std::string_view name_of(Severity v, Lang lang) { return look_up("severity", severities, v, lang); }
std::string_view name_of(SpaceUse v, Lang lang) { return look_up("space_use", uses, v, lang); }
std::string_view name_of(ObstacleKind v, Lang lang) { return look_up("obstacle_kind", obstacles, v, lang); }
std::string_view name_of(FixtureKind v, Lang lang) { return look_up("fixture_kind", fixtures, v, lang); }
std::string_view name_of(OpeningKind v, Lang lang) { return look_up("opening_kind", openings, v, lang); }
std::string_view name_of(DoorState v, Lang lang) { return look_up("door_state", door_states, v, lang); }
std::string_view name_of(RiskKind v, Lang lang) { return look_up("risk_kind", risks, v, lang); }
std::string_view name_of(PersonState v, Lang lang) { return look_up("person_state", person_states, v, lang); }
std::string_view name_of(analysis::BottleneckKind v, Lang lang) {
    return look_up("bottleneck_kind", bottlenecks, v, lang);
}
std::string_view name_of(ReleasePolicy v, Lang lang) { return look_up("release_policy", policies, v, lang); }
std::string_view name_of(RunMode v, Lang lang) { return look_up("run_mode", run_modes, v, lang); }
std::string_view name_of(DoorMode v, Lang lang) { return look_up("door_mode", door_modes, v, lang); }
std::string_view name_of(AreaBasis v, Lang lang) { return look_up("area_basis", area_bases, v, lang); }
std::string_view name_of(DistributionKind v, Lang lang) { return look_up("law_kind", distributions, v, lang); }
std::string_view name_of(LeakGas v, Lang lang) { return look_up("leak_gas", leak_gases, v, lang); }
std::string_view name_of(const Event& event, Lang lang) { return name_in("event", word_of(event), lang); }

std::string_view risk_level_name(int level, Lang lang) {
    assert(level >= 1 && level <= 4 && "risk levels run from 1 to 4");
    return name_in("risk_level", std::to_string(level), lang);
}

}  // namespace muster::text
