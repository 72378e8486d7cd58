// SPDX-License-Identifier: Apache-2.0
// What files of the program say belongs into a ledger, before it is in one.
#pragma once

#include <string>
#include <vector>

#include "sim/base/finding.h"
#include "sim/model/name.h"
#include "tools/office/ledger/entry.h"
#include "tools/office/ledger/ledger.h"

namespace muster::ledger {

struct Proposal {
    std::string stem;            // of its id, before the running number
    std::vector<Change> fields;  // type and identity among them
    Proof proof;
};

/// Sets a field of a proposal; a localised one in both languages.
void set(Proposal& proposal, const char* name, std::string value);
void set(Proposal& proposal, const char* name, const Name& value);
[[nodiscard]] const std::string& value_in(const Proposal& proposal, std::string_view name);

struct SourceRequest {
    std::string folder;         // of muster run, rectify or check
    std::string school;         // official name; "" = the plan's
    int most = 10;              // hazards taken from the places where a run's people waited
    std::string ledger_folder;  // scenario files are remembered relative to it
};

/// Reads the folder's items.json (muster.rectification), bottlenecks.json or compliance.json (muster.compliance), the
/// first that is there. Finding
/// ledger.no_source when none is.
[[nodiscard]] Checked<std::vector<Proposal>> read_source(const SourceRequest& request);

[[nodiscard]] Checked<std::vector<Proposal>> read_run_source(const SourceRequest& request);
[[nodiscard]] Checked<std::vector<Proposal>> read_rectification_source(const SourceRequest& request);
[[nodiscard]] Checked<std::vector<Proposal>> read_compliance_source(const SourceRequest& request);

/// The school's measures that keep hazards of these kinds away, one per kind; for the list F9.
[[nodiscard]] std::vector<Proposal> measures_for(const std::vector<Proposal>& hazards);

struct Added {
    std::vector<std::string> fresh, evidence, known;  // ids: new, got new evidence, had it already
    std::vector<std::string> came_back;               // of `evidence`: hazards that were closed
};
/// The same identity is never added twice: it gets the new evidence, unless it has that of the same bytes.
[[nodiscard]] Added add_to(Ledger& ledger, const std::vector<Proposal>& proposals, const std::string& at,
                           const std::string& by);

}  // namespace muster::ledger
