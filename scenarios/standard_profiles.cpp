// SPDX-License-Identifier: Apache-2.0
// The profiles that scenarios may name without defining them. Speeds are of free walking on the level; stair factors
// apply along the incline. Cuts are symmetric, so that they leave the mean where the source has it.
//
// Radii: the motion scheme is calibrated with circles of 0.18 m for adults (flow through doors, fundamental diagram),
// less than half a shoulder breadth because people turn and overlap arms. Children's follow from it by shoulder breadth
// (4-6 years 270 mm, 7-10 310, 11-12 350, 13-15 390, 16-17 415, adults 413: uncalibrated, GB/T 26158 not opened).
// Masses are assumptions; a circle's mass only tells who gives way in a contact.
#include <cmath>
#include <utility>

#include "scenarios/reader.h"

namespace muster::scenarios {

namespace {

Distribution cut_normal(double mean, double sd, double reach) {
    return {DistributionKind::normal, mean, sd, 0.0, mean - reach, mean + reach};
}
Distribution between(double low, double high) { return {DistributionKind::uniform, low, high, 0.0, low, high}; }
// Time from being told to setting off, median and sd of the logarithm.
Distribution delay(double median_s, double sd_ln, double low_s, double high_s) {
    return {DistributionKind::log_normal, std::log(median_s), sd_ln, 0.0, low_s, high_s};
}
// Nothing was found for older children: what was measured at 5-6 years, where teachers lead them as well.
Distribution led_by_a_teacher() { return delay(18.5, 0.4, 5.0, 60.0); }
// A library in Helsinki, drill: 1 to 61 s, most likely 31 s, as a public deck of FDS+Evac's validation has it.
Distribution on_their_own() { return delay(27.0, 0.5, 1.0, 61.0); }
Distribution body(double radius_m) { return cut_normal(radius_m, 0.01, 0.02); }

Profile named(const char* key, Name name) {
    Profile p;
    p.key = key;
    p.name = std::move(name);
    return p;
}

Profile kindergarten_3_4() {
    Profile p = named("kindergarten_3_4", {"幼儿园小班（3–4岁）", "Kindergarten, 3-4 years"});
    p.free_speed = cut_normal(0.86, 0.12, 0.17);
    p.stair_down_factor = 0.66;
    p.stair_up_factor = 0.70;
    p.radius = body(0.11);
    p.mass_kg = 16.0;
    p.child = true;
    p.pre_movement = delay(41.3, 0.45, 10.0, 120.0);
    p.source =
        "Level: mean 0.86 m/s of three drills in Dalian (3-6 years), nobody below the 0.69 m/s of Prague; stairs down "
        "0.57 "
        "m/s, set off after 46 s on average: Najmanova & Ronchi 2017 (Prague), abstracts; nobody runs, though 1.9 m/s "
        "was "
        "measured in corridors (Czech drills 2023); stairs up, radius and mass assumed; uncalibrated";
    return p;
}

Profile kindergarten_5_6() {
    Profile p = named("kindergarten_5_6", {"幼儿园大班（5–6岁）", "Kindergarten, 5-6 years"});
    p.free_speed = cut_normal(0.90, 0.14, 0.21);
    p.stair_down_factor = 0.70;
    p.stair_up_factor = 0.70;
    p.radius = body(0.12);
    p.mass_kg = 20.0;
    p.child = true;
    p.pre_movement = led_by_a_teacher();
    p.source =
        "Level: between 0.81 m/s in a drill (Fang et al. 2019, China, 84 children, crowding included) and 1.05 m/s of "
        "free "
        "walking (Dalian, 3-6 years), nobody below 0.69 m/s; stairs down 0.63 m/s (Fang); set off after 20 s on "
        "average "
        "(Najmanova & Ronchi 2017, Prague), abstracts; nobody runs; stairs up, radius and mass assumed; uncalibrated";
    return p;
}

// One source covers both: it does not tell the years apart.
Profile primary_6_10(const char* key, Name name, double radius_m, double mass_kg) {
    Profile p = named(key, std::move(name));
    p.free_speed = cut_normal(1.02, 0.21, 0.50);
    p.stair_down_factor = 0.83;
    p.stair_up_factor = 0.70;
    p.radius = body(radius_m);
    p.mass_kg = mass_kg;
    p.child = true;
    p.pre_movement = led_by_a_teacher();
    p.source =
        "Ono et al. 2024, Fire Safety Journal 142:104050 (6-10 years): level 1.02 m/s, flights down 0.85 m/s, "
        "variation over 20 %; stairs up, radius and mass assumed; uncalibrated";
    return p;
}

Profile primary_10_12() {
    Profile p = named("primary_10_12", {"小学高年级（10–12岁）", "Primary school, 10-12 years"});
    p.free_speed = cut_normal(1.15, 0.20, 0.45);
    p.stair_down_factor = 0.78;
    p.stair_up_factor = 0.65;
    p.radius = body(0.15);
    p.mass_kg = 38.0;
    p.child = true;
    p.pre_movement = led_by_a_teacher();
    p.source =
        "No measured figure opened: halfway between 6-10 years (Ono et al. 2024) and 13-15 years; all assumed; "
        "uncalibrated";
    return p;
}

Profile secondary(const char* key, Name name, double speed, double radius_m, double mass_kg) {
    Profile p = named(key, std::move(name));
    p.free_speed = cut_normal(speed, 0.20, 0.40);
    p.stair_down_factor = 0.68;
    p.stair_up_factor = 0.55;
    p.radius = body(radius_m);
    p.mass_kg = mass_kg;
    p.pre_movement = led_by_a_teacher();
    p.source =
        "No measured figure opened: adult-like, level 1.2-1.5 m/s, stairs down 0.7-0.95 m/s; radius and mass assumed; "
        "uncalibrated";
    return p;
}

Profile adult() {
    Profile p = named("adult", {"成年人", "Adult"});
    p.free_speed = cut_normal(1.34, 0.20, 0.60);
    p.pre_movement = on_their_own();
    p.radius = body(0.18);
    p.source =
        "Level N(1.34, 0.2) m/s after Weidmann 1992; radius 0.18 m: the calibrated motion scheme; stair factors 0.7 "
        "down and 0.55 up and mass 70 kg are assumptions, uncalibrated";
    return p;
}

Profile older_adult() {
    Profile p = named("older_adult", {"老年人", "Older adult"});
    p.free_speed = between(0.50, 1.10);
    p.pre_movement = on_their_own();
    p.stair_down_factor = 0.65;
    p.stair_up_factor = 0.50;
    p.radius = body(0.18);
    p.mass_kg = 65.0;
    p.source =
        "FDS+Evac guide, table 1, Elderly: 0.80 +- 0.30 m/s, uniform; stair factors and mass assumed; uncalibrated";
    return p;
}

Profile impaired() {
    Profile p = named("impaired", {"行动不便者（拄拐、腿伤）", "Walking impaired (crutches, injured leg)"});
    p.free_speed = between(0.46, 0.76);
    p.pre_movement = on_their_own();
    p.stair_down_factor = 0.69;
    p.stair_up_factor = 0.52;
    p.radius = cut_normal(0.22, 0.01, 0.02);
    p.source =
        "RiMEA, persons with limited mobility 0.46-0.76 m/s (text not opened); stairs 0.42 m/s down and 0.32 m/s up "
        "(Fruin, as used by RiMEA 13); radius assumed, room for crutches; uncalibrated";
    return p;
}

}  // namespace

std::vector<Profile> standard_profiles() {
    return {
        kindergarten_3_4(),
        kindergarten_5_6(),
        primary_6_10("primary_6_7", {"小学低年级（6–7岁）", "Primary school, 6-7 years"}, 0.125, 23.0),
        primary_6_10("primary_8_9", {"小学中年级（8–9岁）", "Primary school, 8-9 years"}, 0.135, 29.0),
        primary_10_12(),
        secondary("secondary_13_15", {"初中生（13–15岁）", "Lower secondary school, 13-15 years"}, 1.30, 0.17, 52.0),
        secondary("secondary_16_18", {"高中生（16–18岁）", "Upper secondary school, 16-18 years"}, 1.34, 0.18, 60.0),
        adult(),
        older_adult(),
        impaired(),
    };
}

}  // namespace muster::scenarios
