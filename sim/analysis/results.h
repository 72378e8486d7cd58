// SPDX-License-Identifier: Apache-2.0
// What an analysis says about one run and about many. Plain structs: writers in render/papers and tools read them.
#pragma once

#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/id.h"
#include "sim/base/time.h"
#include "sim/record/trace.h"

namespace muster::analysis {

/// The four clocks, s from the start of the run. Empty = it never happened (nobody there, or not within the run's
/// time).
struct Clocks {
    std::optional<double> alarm, last_out_of_room, last_out_of_building, last_at_assembly, roll_call_done;
};

struct Headcount {
    int total = 0;
    int evacuated = 0;  // out of the building (at assembly, on the grounds, or off the site)
    int inside = 0;
    int incapacitated = 0;  // of those inside
    int arrived = 0;        // of those inside: at a destination room on purpose (counterflow)
    /// Persons who were to leave and did not.
    [[nodiscard]] int left_inside() const { return inside - arrived; }
};

enum class BottleneckKind : std::uint8_t {
    room_door,
    corridor_door,
    flight,
    stair_mouth,
    landing,
    building_exit,
    gate,
    space
};

/// What held somebody who was to leave and did not (analysis/held.h).
enum class Hold : std::uint8_t {
    shut,       // a locked, blocked or jammed opening
    damage,     // a flight that carries nobody any more
    smoke,      // overcome by it, or turned back from it
    closed,     // a room given up, e.g. the fire's
    fallen,     // lies there
    queue,      // told to go, and not out when the run's time was over
    no_signal,  // never told to go
    no_way,     // saw none, for another reason
};
inline constexpr std::size_t hold_kinds = static_cast<std::size_t>(Hold::no_way) + 1;

/// Persons left inside whom one place held, in one run.
struct HeldHere {
    std::array<int, hold_kinds> by{};  // by Hold
    int overcome = 0;                  // of them
    std::vector<GroupId> groups;       // theirs, most first
    [[nodiscard]] int persons() const { return std::accumulate(by.begin(), by.end(), 0); }
    /// What held most of them.
    [[nodiscard]] Hold mainly() const;
};

/// One opening or flight, or a room that held somebody: what went through it, what it cost, whom it kept.
struct Bottleneck {
    BottleneckKind kind = BottleneckKind::room_door;
    OpeningId opening;  // exactly one of opening and space is valid (a flight is a space)
    SpaceId space;
    HeldHere held;  // ranks before everything else
    double clear_width_m = 0.0;
    int persons = 0;  // that crossed (first crossing each)
    // Time lost against free walking in its queue zone (analysis/bottlenecks.h); ranking key.
    double delay_person_s = 0.0;
    double peak_density = 0.0;  // persons/m2, see density_method
    double peak_time_s = 0.0;
    double congestion_s = 0.0;      // time with density over 3.5 persons/m2
    double critical_s = 0.0;        // time with density over 4 persons/m2
    int longest_queue = 0;          // persons slower than 0.3 m/s in its zone at one time
    double waiting_person_s = 0.0;  // person-seconds spent slower than 0.3 m/s in its zone
    double mean_flow = 0.0;         // persons/s between first and last crossing
    double peak_flow = 0.0;         // persons/s over the busiest 10 s
    double peak_pressure = 0.0;     // N/m
    std::vector<double> flow;       // persons/s per 10 s bin from t = 0
    std::vector<GroupId> groups;    // that waited here, most waiting first
};

inline constexpr const char* density_method = "half_disc_1_5m";  // kept as a code; defined in analysis/density.h

enum class SpaceLoss : std::uint8_t { sight, heat, gas, flashover, leak };

/// One space in a fire; times in s from the start of the run. Margin = lost_s - last_person_s.
struct SpaceSmoke {
    SpaceId space;
    std::optional<double> reached_s;  // smoke first there
    std::optional<double> lost_s;     // ASET: can no longer be walked
    std::optional<SpaceLoss> why;
    std::optional<double> last_person_s;  // RSET: the last person was seen there
    int inside_when_lost = 0;             // most persons there at once from then on
    double worst_extinction = 0.0;        // 1/m at 1.5 m
    double hottest_k = 293.15;            // of the layer overhead
    double worst_co_ppm = 0.0;            // at 1.5 m
    [[nodiscard]] std::optional<double> margin_s() const {
        if (!lost_s || !last_person_s) return {};
        return *lost_s - *last_person_s;
    }
};

struct SmokeOutcome {
    std::optional<double> detected_s, call_point_s;
    double peak_heat_w = 0.0;
    // Persons, each counted by itself: who was slowed may have turned back too.
    int slowed = 0, turned_back = 0, incapacitated = 0;
    int sheltering = 0;              // at the end without a way out, where the air is good
    int trapped = 0;                 // ... where it is not
    std::vector<float> doses;        // sorted, one per person
    std::vector<SpaceSmoke> spaces;  // that smoke reached, first lost first
};

/// People left inside in one room, and when a rescue team finds them and has the last of them out. Times in s from the
/// start of the run; empty = there is no way to them.
struct RescuedRoom {
    SpaceId space;
    int led = 0, carried = 0;  // persons
    double way_s = 0.0;        // from the nearest exit
    std::optional<double> found_s, out_s;
};

/// People whom guides found in one room in the run. Times in s from the start of the run.
struct FoundRoom {
    SpaceId space;
    int people = 0;  // had fallen, or saw no way
    double first_s = 0.0, last_s = 0.0;
};
struct SearchOutcome {
    int rooms_searched = 0;
    std::vector<FoundRoom> found;  // first found first
};

enum class QuakeHarmKind : std::uint8_t { door_jammed, way_narrowed, item_fallen, flight_damaged, debris, facade };

/// One thing that failed, and how many people it concerned: who starts in the room whose door jammed or in which
/// something fell, who was struck, who went over the flight or out by the exit.
struct QuakeHarm {
    QuakeHarmKind kind = QuakeHarmKind::door_jammed;
    OpeningId opening;  // of these three what applies
    SpaceId space;
    ObstacleId item;
    int state = 0;  // of a flight: 1 slowed, 2 one file, 3 closed
    int people = 0;
    int shut_in = 0;  // inside at the end, whom this way alone would have let out (analysis/shut_in.h)
};

struct QuakeOutcome {
    std::vector<QuakeRecord> shocks;
    std::optional<double> warned_s, order_s;  // early warning; the order to leave
    bool power_lost = false;
    int struck = 0, thrown = 0;  // persons
    int doors_forced = 0;
    std::vector<QuakeHarm> harms;
};

struct RunAnalysis {
    std::uint64_t seed = 0;
    Clocks clocks;
    Headcount people;
    std::vector<Bottleneck> bottlenecks;    // wherever anybody went through or was held, worst first
    std::vector<double> out_of_building_s;  // sorted, one per evacuated person: the arrival curve
    std::vector<double> at_assembly_s;      // sorted
    int falls = 0;
    int replaced = 0;                     // persons found outside every space and put back; must be 0
    double exposure_person_s = 0.0;       // person-seconds at over 4 persons/m2
    std::optional<SmokeOutcome> smoke;    // when something burnt
    std::optional<QuakeOutcome> quake;    // when the ground shook
    std::optional<SearchOutcome> search;  // when somebody searched
    std::vector<RescuedRoom> rescue;      // of those left inside, first reached first
};

struct Spread {
    double median = 0.0, p5 = 0.0, p95 = 0.0;
};

struct ClockSpread {
    std::optional<Spread> alarm, last_out_of_room, last_out_of_building, last_at_assembly, roll_call_done;
};

/// Replications of one scenario over seeds. A clock has a spread only when it stopped in every run.
struct Ensemble {
    std::vector<RunAnalysis> runs;  // in seed order
    ClockSpread clocks;
    std::vector<Bottleneck> bottlenecks;  // medians over the runs, held: the most of any run; worst first
    std::vector<Spread> delay_person_s;   // beside bottlenecks
};

/// Largest density seen per cell of 0.5 m, for the maps of a report. One grid per level.
struct DensityGrid {
    LevelId level;
    Vec2 origin;
    double cell_m = 0.5;
    int columns = 0, rows = 0;
    std::vector<float> peak;  // persons/m2, row-major from the lower left
    std::vector<float> mean;  // time-mean over the samples with anybody in the cell's window (see analysis/density.h)
};

[[nodiscard]] Ensemble combine(std::vector<RunAnalysis> runs);

}  // namespace muster::analysis
