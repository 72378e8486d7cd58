// SPDX-License-Identifier: Apache-2.0
// Enumerators, events, incidents and laws in words.
#pragma once

#include <string>
#include <string_view>

#include "render/text/language.h"
#include "sim/analysis/results.h"
#include "sim/base/finding.h"
#include "sim/kernel/event.h"
#include "sim/model/world.h"
#include "sim/record/observer.h"

namespace muster::text {

[[nodiscard]] std::string_view name_of(Severity value, Lang lang);
[[nodiscard]] std::string_view name_of(SpaceUse value, Lang lang);
[[nodiscard]] std::string_view name_of(ObstacleKind value, Lang lang);
[[nodiscard]] std::string_view name_of(LeakGas v, Lang lang);
[[nodiscard]] std::string_view name_of(FixtureKind value, Lang lang);
[[nodiscard]] std::string_view name_of(OpeningKind value, Lang lang);
[[nodiscard]] std::string_view name_of(DoorState value, Lang lang);
[[nodiscard]] std::string_view name_of(RiskKind value, Lang lang);
[[nodiscard]] std::string_view name_of(PersonState value, Lang lang);
[[nodiscard]] std::string_view name_of(analysis::BottleneckKind value, Lang lang);
[[nodiscard]] std::string_view name_of(analysis::Hold value, Lang lang);
[[nodiscard]] std::string_view name_of(ReleasePolicy value, Lang lang);
[[nodiscard]] std::string_view name_of(WhenShutIn value, Lang lang);
[[nodiscard]] std::string_view name_of(RunMode value, Lang lang);
[[nodiscard]] std::string_view name_of(DoorMode value, Lang lang);
[[nodiscard]] std::string_view name_of(Assumption value, Lang lang);
[[nodiscard]] std::string_view name_of(AreaBasis value, Lang lang);
[[nodiscard]] std::string_view name_of(DistributionKind value, Lang lang);
/// 1 = red ... 4 = blue.
[[nodiscard]] std::string_view risk_level_name(int level, Lang lang);

/// The kind of event: "警报响起", "Alarm sounds".
[[nodiscard]] std::string_view name_of(const Event& event, Lang lang);
/// A whole sentence: "东门被锁闭", "East exit is locked".
[[nodiscard]] std::string describe(const Incident& incident, const World& world, Lang lang);
/// "正态分布，均值 1.2，标准差 0.2，取值 0.8–1.6 m/s".
[[nodiscard]] std::string describe(const Distribution& distribution, std::string_view unit, Lang lang);
/// "逐层放行，间隔 30 s".
[[nodiscard]] std::string describe(const Release& release, Lang lang);

/// At most `decimals` decimals, no trailing zeros, never "-0".
[[nodiscard]] std::string number_text(double value, int decimals);
/// Exactly `decimals` decimals, so that columns line up; never "-0".
[[nodiscard]] std::string fixed_text(double value, int decimals);

}  // namespace muster::text
