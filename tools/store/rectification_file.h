// SPDX-License-Identifier: Apache-2.0
// items.json of `muster rectify` (FORMAT.md in this folder): what to change, where, by which rule, and what that gains.
// The ledger reads it; people's columns (who, by when, cost) are not in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/analysis/run_figures.h"
#include "sim/base/finding.h"
#include "sim/model/name.h"

namespace muster::floorplans {
class JsonDocument;
}  // namespace muster::floorplans

namespace muster::store {

/// How the gain of an item is known.
enum class ItemStanding : std::uint8_t {
    simulated,       // run again with the change, over the same seeds
    estimated,       // by hand calculation: the change needs an architect, no plan was drawn
    not_simulated,   // the model does not see it (which way a door opens, a handrail)
    no_change_found  // a shortfall for which no change could be proposed
};

/// 一般 / 重大; suggested, a person decides.
enum class HazardLevel : std::uint8_t { general, major };
/// 消防 / 建筑 / 设备 / 管理 / 人员
enum class HazardCategory : std::uint8_t { fire, building, equipment, management, people };

/// Where it is. `type` is the kind of `key`: "opening", "space", "stair", "storey", "obstacle" or "site".
struct ItemSite {
    std::string type, key;
    std::string level;  // id of the storey's level; "" = none
    Name name;          // of the place, with its storey
};

/// The rule a shortfall breaks; or, with no clause, that the rehearsal showed a queue.
struct ItemBasis {
    std::string pack, rule, clause;  // "gb50099", "R-03", "8.2.3"; all empty = by simulation only
    Name text;
    bool verified = false;  // against the official text; false is printed 未核对原文
    std::optional<double> required, actual, ratio;
    std::string unit;  // "m", "count", ...
    Name pack_name;    // with its edition
    /// A shortfall of a whole storey, put right at one stair or exit: the storey, and what was measured there
    /// ("stair_width"). Both empty = it is where the item is.
    ItemSite storey;
    std::string storey_item;
};

/// What the base runs showed there; medians over the seeds. `rank` 0 = no bottleneck there.
struct ItemEvidence {
    int rank = 0;
    int persons = 0;
    double clear_width_m = 0.0, peak_density = 0.0, congestion_s = 0.0, delay_person_s = 0.0, peak_pressure = 0.0;
    int longest_queue = 0;
    int held = 0;  // persons left inside whom this place held, in the run with most
};

/// One figure before and after. Medians and P95 are empty where the clock did not stop.
struct ItemGain {
    analysis::Figure figure = analysis::Figure::last_out_of_building;
    int pairs = 0;
    std::optional<double> before_median, after_median, before_p95, after_p95;
    std::optional<double> difference, low, high;              // of the medians, after less before, 95 % interval
    std::optional<double> p95_difference, p95_low, p95_high;  // interval from 20 pairs on
    double p_value = 1.0;                                     // exact signed-rank, before Holm's adjustment
    analysis::Evidence evidence = analysis::Evidence::too_few;
};

/// By hand calculation (SFPE hydraulic model, sim/flow): time for `persons` to pass at full flow, s.
struct ItemEstimate {
    double before_s = 0.0, after_s = 0.0;
};

/// What is wrong at a place and what is to be done, in words.
struct FoundHazard {
    ItemSite site;
    HazardLevel hazard_level = HazardLevel::general;
    HazardCategory category = HazardCategory::building;
    Name description, measure;
    ItemBasis basis;
};

struct RectificationItem : FoundHazard {
    std::string id;    // stable: site key + "/" + kind, "ST_W_1a_foot/clear_way"
    std::string kind;  // "widen_door", "widen_flight", "open_exit", "middle_rail", "reverse_swing",
                       // "remove_obstacle", "clear_way", "stagger_storey", "hold_class", "post_guide", "shortfall"
    int rank = 0;      // 1 = first
    ItemEvidence evidence;
    std::string plan, scenario;  // changed files, relative to the folder of items.json; "" = as in the base
    ItemStanding standing = ItemStanding::simulated;
    Name standing_reason;        // why not simulated; both empty = simulated
    std::vector<ItemGain> gain;  // of all_figures; empty unless simulated
    std::optional<ItemEstimate> estimate;
    bool significant = false;        // clocks or crowding better beyond chance, after Holm's adjustment over all items
    double p_adjusted = 1.0;         // the smaller of the two
    std::vector<std::string> worse;  // codes of figures that got worse beyond chance
};

struct RectificationFile {
    std::string program_version, date;
    std::string school, plan_id, scenario_id;
    Name plan_name, scenario_name;
    std::string plan, scenario;  // copies of the base files in the folder
    std::vector<std::uint64_t> seeds;
    std::vector<RectificationItem> items;  // ranked
};

inline constexpr int rectification_schema_version = 1;

[[nodiscard]] std::string rectification_json(const RectificationFile& file);
/// Findings: rectification.not_one (another format), rectification.newer, and those of JSON.
[[nodiscard]] Checked<RectificationFile> read_rectification(const std::string& path);
[[nodiscard]] Checked<RectificationFile> read_rectification(const floorplans::JsonDocument& document);

/// Null when the list has none of this figure.
[[nodiscard]] const ItemGain* gain_in(const std::vector<ItemGain>& gain, analysis::Figure figure);
/// Higher beyond chance and tolerance (analysis/run_figures.h).
[[nodiscard]] bool got_worse(const ItemGain& gain);
/// So many persons fewer are left inside: of the medians or, where that is more, of the 95th percentiles; 0 when either
/// is higher.
[[nodiscard]] double persons_saved(const std::vector<ItemGain>& gain);
/// How one comparison stands in the file.
[[nodiscard]] ItemGain gain_of(const analysis::FigureComparison& comparison);

}  // namespace muster::store
