// SPDX-License-Identifier: Apache-2.0
// The words of the model's enumerations in plans, risk maps, scenarios, logs and results (FORMAT.md of floorplans and
// of scenarios). A new enumerator is a row here and in the schema.
#pragma once

#include "sim/base/finding.h"
#include "sim/base/words.h"
#include "sim/model/building.h"
#include "sim/model/risk_map.h"
#include "sim/model/scenario.h"

namespace muster {

/// Of findings in results.
template <>
inline constexpr auto words_of<Severity> = word_table<Severity>({
    {Severity::note, "note"},
    {Severity::warning, "warning"},
    {Severity::error, "error"},
});

// --- of a plan --------------------------------------------------------------------------------------------------
template <>
inline constexpr auto words_of<AreaBasis> = word_table<AreaBasis>({
    {AreaBasis::net, "net"},
    {AreaBasis::gross, "gross"},
});

template <>
inline constexpr auto words_of<SpaceUse> = word_table<SpaceUse>({
    {SpaceUse::classroom, "classroom"},
    {SpaceUse::corridor, "corridor"},
    {SpaceUse::gallery, "gallery"},
    {SpaceUse::lobby, "lobby"},
    {SpaceUse::stair_flight, "stair_flight"},
    {SpaceUse::stair_landing, "stair_landing"},
    {SpaceUse::toilet, "toilet"},
    {SpaceUse::office, "office"},
    {SpaceUse::laboratory, "laboratory"},
    {SpaceUse::library, "library"},
    {SpaceUse::dormitory, "dormitory"},
    {SpaceUse::nursery, "nursery"},
    {SpaceUse::canteen, "canteen"},
    {SpaceUse::kitchen, "kitchen"},
    {SpaceUse::hall, "hall"},
    {SpaceUse::storage, "storage"},
    {SpaceUse::switch_room, "switch_room"},
    {SpaceUse::gas_store, "gas_store"},
    {SpaceUse::chemical_store, "chemical_store"},
    {SpaceUse::boiler_room, "boiler_room"},
    {SpaceUse::grounds, "grounds"},
    {SpaceUse::other, "other"},
});

template <>
inline constexpr auto words_of<OpeningKind> = word_table<OpeningKind>({
    {OpeningKind::door, "door"},
    {OpeningKind::doorway, "doorway"},
    {OpeningKind::gate, "gate"},
    {OpeningKind::flight_end, "flight_end"},
});

template <>
inline constexpr auto words_of<DoorState> = word_table<DoorState>({
    {DoorState::open, "open"},
    {DoorState::closed, "closed"},
    {DoorState::locked, "locked"},
});

template <>
inline constexpr auto words_of<Leaf> = word_table<Leaf>({
    {Leaf::none, "none"},
    {Leaf::single, "single"},
    {Leaf::double_leaf, "double"},
    {Leaf::sliding, "sliding"},
});

template <>
inline constexpr auto words_of<ObstacleKind> = word_table<ObstacleKind>({
    {ObstacleKind::desk, "desk"},
    {ObstacleKind::table, "table"},
    {ObstacleKind::bed, "bed"},
    {ObstacleKind::shelf, "shelf"},
    {ObstacleKind::cabinet, "cabinet"},
    {ObstacleKind::column, "column"},
    {ObstacleKind::equipment, "equipment"},
    {ObstacleKind::parked, "parked"},
    {ObstacleKind::other, "other"},
});

template <>
inline constexpr auto words_of<FixtureKind> = word_table<FixtureKind>({
    {FixtureKind::smoke_detector, "smoke_detector"},
    {FixtureKind::heat_detector, "heat_detector"},
    {FixtureKind::call_point, "call_point"},
    {FixtureKind::camera, "camera"},
    {FixtureKind::alarm, "alarm"},
    {FixtureKind::sign, "sign"},
    {FixtureKind::emergency_light, "emergency_light"},
    {FixtureKind::hydrant, "hydrant"},
    {FixtureKind::extinguisher, "extinguisher"},
    {FixtureKind::sprinkler, "sprinkler"},
});

template <>
inline constexpr auto words_of<StructureType> = word_table<StructureType>({
    {StructureType::rc_frame, "rc_frame"},
    {StructureType::rc_frame_infill, "rc_frame_infill"},
    {StructureType::reinforced_masonry, "reinforced_masonry"},
    {StructureType::masonry, "masonry"},
});

template <>
inline constexpr auto words_of<CodeLevel> = word_table<CodeLevel>({
    {CodeLevel::pre, "pre"},
    {CodeLevel::low, "low"},
    {CodeLevel::moderate, "moderate"},
    {CodeLevel::high, "high"},
});

template <>
inline constexpr auto words_of<SchoolStage> = word_table<SchoolStage>({
    {SchoolStage::not_stated, ""},
    {SchoolStage::kindergarten, "kindergarten"},
    {SchoolStage::primary, "primary"},
    {SchoolStage::secondary, "secondary"},
});

// --- of a risk map ----------------------------------------------------------------------------------------------
template <>
inline constexpr auto words_of<RiskKind> = word_table<RiskKind>({
    {RiskKind::switch_room, "switch_room"},
    {RiskKind::gas_store, "gas_store"},
    {RiskKind::chemical_store, "chemical_store"},
    {RiskKind::boiler, "boiler"},
    {RiskKind::kitchen, "kitchen"},
    {RiskKind::laboratory, "laboratory"},
    {RiskKind::electrical, "electrical"},
    {RiskKind::crowding, "crowding"},
    {RiskKind::falling_object, "falling_object"},
    {RiskKind::structure, "structure"},
    {RiskKind::outdoor_pipe, "outdoor_pipe"},
    {RiskKind::other, "other"},
});

// --- of a scenario ----------------------------------------------------------------------------------------------
template <>
inline constexpr auto words_of<RunMode> = word_table<RunMode>({
    {RunMode::drill, "drill"},
    {RunMode::real, "real"},
    {RunMode::dismissal, "dismissal"},
});

template <>
inline constexpr auto words_of<DoorMode> = word_table<DoorMode>({
    {DoorMode::realistic, "realistic"},
    {DoorMode::regulation, "regulation"},
});

template <>
inline constexpr auto words_of<Assumption> = word_table<Assumption>({
    {Assumption::quick, "quick"},
    {Assumption::planning, "planning"},
    {Assumption::slow, "slow"},
});

template <>
inline constexpr auto words_of<WhenShutIn> = word_table<WhenShutIn>({
    {WhenShutIn::gather, "gather"},
    {WhenShutIn::wait_at_door, "wait_at_door"},
    {WhenShutIn::go_back, "go_back"},
});

template <>
inline constexpr auto words_of<ReleasePolicy> = word_table<ReleasePolicy>({
    {ReleasePolicy::all_at_once, "all_at_once"},
    {ReleasePolicy::by_storey, "by_storey"},
    {ReleasePolicy::class_by_class, "class_by_class"},
    {ReleasePolicy::stagger, "stagger"},
});

template <>
inline constexpr auto words_of<DistributionKind> = word_table<DistributionKind>({
    {DistributionKind::constant, "constant"},
    {DistributionKind::uniform, "uniform"},
    {DistributionKind::normal, "normal"},
    {DistributionKind::log_normal, "log_normal"},
    {DistributionKind::gamma, "gamma"},
    {DistributionKind::weibull, "weibull"},
});

template <>
inline constexpr auto words_of<TeacherPlace> = word_table<TeacherPlace>({
    {TeacherPlace::front, "front"},
    {TeacherPlace::rear, "rear"},
});

template <>
inline constexpr auto words_of<FireGrowth> = word_table<FireGrowth>({
    {FireGrowth::slow, "slow"},
    {FireGrowth::medium, "medium"},
    {FireGrowth::fast, "fast"},
    {FireGrowth::ultra_fast, "ultra_fast"},
    {FireGrowth::steady, "steady"},
    {FireGrowth::table, "table"},
});

template <>
inline constexpr auto words_of<FuelKind> = word_table<FuelKind>({
    {FuelKind::furnishings, "furnishings"},
    {FuelKind::wood, "wood"},
    {FuelKind::polyurethane, "polyurethane"},
    {FuelKind::oil, "oil"},
});

template <>
inline constexpr auto words_of<LeakGas> = word_table<LeakGas>({
    {LeakGas::natural_gas, "natural_gas"},
    {LeakGas::lpg, "lpg"},
    {LeakGas::ammonia, "ammonia"},
    {LeakGas::chlorine, "chlorine"},
    {LeakGas::hydrogen_sulphide, "hydrogen_sulphide"},
    {LeakGas::sulphur_dioxide, "sulphur_dioxide"},
});

template <>
inline constexpr auto words_of<SmokeWalking> = word_table<SmokeWalking>({
    {SmokeWalking::frantzich_nilsson, "frantzich_nilsson"},
    {SmokeWalking::jin, "jin"},
    {SmokeWalking::jin_irritant, "jin_irritant"},
    {SmokeWalking::fridolf, "fridolf"},
});

template <>
inline constexpr auto words_of<DoseModel> = word_table<DoseModel>({
    {DoseModel::purser, "purser"},
    {DoseModel::iso_13571, "iso_13571"},
});

template <>
inline constexpr auto words_of<QuakeLevel> = word_table<QuakeLevel>({
    {QuakeLevel::frequent, "frequent"},
    {QuakeLevel::design, "design"},
    {QuakeLevel::rare, "rare"},
});

template <>
inline constexpr auto words_of<SiteClass> = word_table<SiteClass>({
    {SiteClass::i0, "I0"},
    {SiteClass::i1, "I1"},
    {SiteClass::ii, "II"},
    {SiteClass::iii, "III"},
    {SiteClass::iv, "IV"},
});

}  // namespace muster
