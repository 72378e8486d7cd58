// SPDX-License-Identifier: Apache-2.0
// Every enumerator and event has its name in every language.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <variant>

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/analysis/words.h"
#include "sim/model/words.h"
#include "sim/record/words.h"

using namespace muster;
using namespace muster::text;

namespace {

template <class Enum>
void check_names() {
    for (const Word<Enum>& row : words_of<Enum>)
        for (const Lang lang : all_languages) {
            CAPTURE(row.text, tag_of(lang));
            CHECK(name_of(row.value, lang) != "?");
        }
}

void check_event(std::string_view word) {
    for (const Lang lang : all_languages) {
        CAPTURE(word, tag_of(lang));
        CHECK(text_of("enum.event." + std::string(word), lang).has_value());
    }
}

template <std::size_t... alternative>
void check_events(std::index_sequence<alternative...>) {
    (check_event(std::variant_alternative_t<alternative, Event>::kind.word), ...);
}

}  // namespace

TEST_CASE("Every enumerator that is named has its name", "[text]") {
    check_names<Severity>();
    check_names<SpaceUse>();
    check_names<ObstacleKind>();
    check_names<FixtureKind>();
    check_names<OpeningKind>();
    check_names<DoorState>();
    check_names<RiskKind>();
    check_names<PersonState>();
    check_names<analysis::BottleneckKind>();
    check_names<analysis::Hold>();
    check_names<ReleasePolicy>();
    check_names<WhenShutIn>();
    check_names<RunMode>();
    check_names<DoorMode>();
    check_names<Assumption>();
    check_names<AreaBasis>();
    check_names<DistributionKind>();
    check_names<LeakGas>();
    for (int level = 1; level <= 4; ++level)
        for (const Lang lang : all_languages) CHECK(risk_level_name(level, lang) != "?");
}

TEST_CASE("Every event has its name", "[text]") {
    check_events(std::make_index_sequence<std::variant_size_v<Event>>{});
}
