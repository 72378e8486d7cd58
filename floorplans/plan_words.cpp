// SPDX-License-Identifier: Apache-2.0
#include "floorplans/plan_words.h"

namespace muster::floorplans {

namespace {

template <class Enum>
std::optional<Enum> enumerator(int index) {
    if (index < 0) return {};
    return static_cast<Enum>(index);
}

}  // namespace

std::optional<SpaceUse> read_use(const JsonCursor& word) {
    return enumerator<SpaceUse>(
        word.word({"classroom",      "corridor",    "gallery",    "lobby",   "stair_flight", "stair_landing",
                   "toilet",         "office",      "laboratory", "library", "dormitory",    "nursery",
                   "canteen",        "kitchen",     "hall",       "storage", "switch_room",  "gas_store",
                   "chemical_store", "boiler_room", "grounds",    "other"}));
}

std::optional<FixtureKind> read_fixture_kind(const JsonCursor& word) {
    return enumerator<FixtureKind>(word.word({"smoke_detector", "heat_detector", "call_point", "camera", "alarm",
                                              "sign", "emergency_light", "hydrant", "extinguisher", "sprinkler"}));
}

std::optional<SchoolStage> read_stage(const JsonCursor& word) {
    const auto stage = word.word({"kindergarten", "primary", "secondary"});
    return enumerator<SchoolStage>(stage < 0 ? stage : stage + 1);
}

std::vector<SpaceUse> read_uses(const JsonCursor& list) {
    std::vector<SpaceUse> uses;
    for (const JsonCursor& word : list.elements())
        if (const auto use = read_use(word)) uses.push_back(*use);
    return uses;
}

}  // namespace muster::floorplans
