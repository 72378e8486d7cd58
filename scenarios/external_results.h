// SPDX-License-Identifier: Apache-2.0
// `smoke.external_results` of a scenario: the tables of a CFAST or FDS run, mapped to the spaces of the plan.
// Formats: CFAST 7/8 `_compartments.csv` and `_devices.csv`; FDS 6 `_devc.csv`, and `.sf` slices by their `.smv`.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "scenarios/references.h"
#include "sim/base/vec2.h"
#include "sim/model/air.h"

namespace muster::scenarios {

/// FDS writes no larger visibility, m: then nothing is known, and the air counts as clear.
inline constexpr double visible_cap_m = 30.0;

/// `folder`: that of the scenario file, to which the run's folder is relative. Null with errors, or when there is none.
[[nodiscard]] std::shared_ptr<const SmokeRecord> read_external_results(const floorplans::JsonCursor& place,
                                                                       const References& refs,
                                                                       const std::string& folder);

/// What one of the run's rooms or devices is in the plan.
struct OutsideTarget {
    SpaceId space;
    int cell = -1;         // of a long corridor; < 0 = all of it
    std::string quantity;  // of an FDS device
};

/// Names in the run -> places in the plan: as the scenario's table says, else the space of that plain name
/// (sim/model/plain_names.h) or id, else the only one that another program may have reduced to it. `<space>_cell<n>` is
/// the n-th cell of a long corridor, and `<space>:<quantity>` a device.
class OutsideNames {
public:
    OutsideNames(const floorplans::JsonCursor& table, const References& refs);
    /// Null when the plan has nothing of that name.
    [[nodiscard]] const OutsideTarget* find(const std::string& name);
    [[nodiscard]] const Building& building() const { return building_; }

private:
    [[nodiscard]] SpaceId space_of(const std::string& name) const;
    [[nodiscard]] OutsideTarget cell_of(const std::string& name) const;

    const Building& building_;
    std::vector<std::string> plain_names_;  // of the spaces
    std::map<std::string, OutsideTarget> targets_;
};

/// Where findings about a run's files go: into the findings of the place in the scenario that names it.
struct OutsideFile {
    const floorplans::JsonCursor& place;
    std::string path, text;

    void report(Severity severity, const char* code, std::vector<std::pair<std::string, std::string>> args) const {
        args.insert(args.begin(), {"file", path});
        place.report(severity, code, std::move(args));
    }
};

/// False, with a finding, when the table cannot be read.
[[nodiscard]] bool read_cfast_rooms(const OutsideFile& file, OutsideNames& names, SmokeRecord& into);
void read_cfast_devices(const OutsideFile& file, SmokeRecord& into, const Building& building);
[[nodiscard]] bool read_fds_devices(const OutsideFile& file, OutsideNames& names, SmokeRecord& into);
/// The horizontal slices nearest to head height over each storey. `shift`: from the run's coordinates to the plan's.
void read_fds_slices(const OutsideFile& smv, const Building& building, const std::array<double, 3>& shift,
                     SmokeRecord& into);

}  // namespace muster::scenarios
