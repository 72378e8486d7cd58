// SPDX-License-Identifier: Apache-2.0
#include "render/text/names.h"

#include <cassert>

#include "render/text/catalogue.h"
#include "sim/analysis/words.h"
#include "sim/model/words.h"
#include "sim/record/words.h"

namespace muster::text {

namespace {

// The ends of the ids are the words of the files.
std::string_view name_in(std::string_view type, std::string_view word, Lang lang) {
    const auto name = text_of(std::string("enum.").append(type).append(".").append(word), lang);
    assert(name && "every enumerator has its name in enums.po");
    return name.value_or("?");
}

}  // namespace

std::string_view name_of(Severity v, Lang lang) { return name_in("severity", word_of(v), lang); }
std::string_view name_of(SpaceUse v, Lang lang) { return name_in("space_use", word_of(v), lang); }
std::string_view name_of(ObstacleKind v, Lang lang) { return name_in("obstacle_kind", word_of(v), lang); }
std::string_view name_of(FixtureKind v, Lang lang) { return name_in("fixture_kind", word_of(v), lang); }
std::string_view name_of(OpeningKind v, Lang lang) { return name_in("opening_kind", word_of(v), lang); }
std::string_view name_of(DoorState v, Lang lang) { return name_in("door_state", word_of(v), lang); }
std::string_view name_of(RiskKind v, Lang lang) { return name_in("risk_kind", word_of(v), lang); }
std::string_view name_of(PersonState v, Lang lang) { return name_in("person_state", word_of(v), lang); }
std::string_view name_of(analysis::BottleneckKind v, Lang lang) { return name_in("bottleneck_kind", word_of(v), lang); }
std::string_view name_of(analysis::Hold v, Lang lang) { return name_in("hold", word_of(v), lang); }
std::string_view name_of(ReleasePolicy v, Lang lang) { return name_in("release_policy", word_of(v), lang); }
std::string_view name_of(RunMode v, Lang lang) { return name_in("run_mode", word_of(v), lang); }
std::string_view name_of(WhenShutIn v, Lang lang) { return name_in("when_shut_in", word_of(v), lang); }
std::string_view name_of(DoorMode v, Lang lang) { return name_in("door_mode", word_of(v), lang); }
std::string_view name_of(Assumption v, Lang lang) { return name_in("assumption", word_of(v), lang); }
std::string_view name_of(AreaBasis v, Lang lang) { return name_in("area_basis", word_of(v), lang); }
std::string_view name_of(DistributionKind v, Lang lang) { return name_in("distribution_kind", word_of(v), lang); }
std::string_view name_of(LeakGas v, Lang lang) { return name_in("leak_gas", word_of(v), lang); }
std::string_view name_of(const Event& event, Lang lang) { return name_in("event", word_of(event), lang); }

std::string_view risk_level_name(int level, Lang lang) {
    assert(level >= 1 && level <= 4 && "risk levels run from 1 to 4");
    return name_in("risk_level", std::to_string(level), lang);
}

}  // namespace muster::text
