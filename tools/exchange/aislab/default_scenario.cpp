// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <nlohmann/json.hpp>

#include "sim/model/words.h"
#include "tools/exchange/aislab/aislab.h"

namespace muster::aislab {

namespace {

using Json = nlohmann::ordered_json;

// Assumed occupancies: an ordinary school day at full use. Rooms of other uses start empty.
struct Occupancy {
    SpaceUse use;
    double persons_per_m2;
    int max;
    const char* profile;
    bool teacher;
};
constexpr std::array<Occupancy, 6> occupancies{{
    {SpaceUse::classroom, 0.6, 45, "secondary_13_15", true},
    {SpaceUse::laboratory, 0.4, 45, "secondary_13_15", true},
    {SpaceUse::office, 0.1, 8, "adult", false},
    {SpaceUse::library, 0.25, 60, "secondary_13_15", false},
    {SpaceUse::canteen, 0.5, 150, "secondary_13_15", false},
    {SpaceUse::hall, 0.15, 80, "secondary_13_15", false},
}};

bool has_use(const Building& building, SpaceUse use) {
    for (const Space& s : building.spaces)
        if (s.use == use) return true;
    return false;
}

// Log-normal of median 20 s and P95 about 45 s, cut to 5 to 120 s. Assumed, not calibrated.
Json pre_movement() { return {{"law", "log_normal"}, {"mu", 3.0}, {"sigma", 0.5}, {"low_s", 5}, {"high_s", 120}}; }

Json people_by_use(const Building& building) {
    Json list = Json::array();
    for (const Occupancy& o : occupancies) {
        if (!has_use(building, o.use)) continue;
        Json entry{
            {"use", word_of(o.use)}, {"persons_per_m2", o.persons_per_m2}, {"max", o.max}, {"profile", o.profile}};
        if (o.teacher) entry["teachers"] = {"front"};
        entry["pre_movement"] = pre_movement();
        list.push_back(std::move(entry));
    }
    return list;
}

}  // namespace

std::string default_scenario_for(const Building& building, const std::string& plan_path) {
    Json scenario{
        {"format", "muster.scenario"},
        {"schema_version", 1},
        {"id", building.key + "_start"},
        {"name", {{"zh-CN", building.name.zh + " 初始情景"}, {"en", building.name.en + ", scenario to begin with"}}},
        {"description",
         {{"zh-CN", "导入时生成:各类房间的人数密度和起步时间均为假定,未经标定,请按实际班级修改。"},
          {"en",
           "Made at import: persons per m2 and pre-movement are assumptions, not calibrated; replace them by the "
           "real classes."}}},
        {"plan", plan_path},
        {"mode", "drill"},
        {"people_by_use", people_by_use(building)},
        {"alarm", {{"at_s", 0}, {"announcement_s", 0}}},
        {"run", {{"max_s", 1800}, {"sample_s", 0.5}, {"seed", 1}}},
    };
    return scenario.dump(2) + "\n";
}

}  // namespace muster::aislab
