// SPDX-License-Identifier: Apache-2.0
// Hazards for tests of the ledger.
#pragma once

#include <string>

#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/ledger.h"
#include "tools/office/ledger/proposals.h"
#include "tools/office/ledger/words.h"

namespace muster::ledger {

inline Proposal a_hazard(const std::string& site, const std::string& proof = "first") {
    Proposal p;
    p.stem = "school-F1-" + site;
    set(p, field::type, word_of(EntryType::hazard));
    set(p, field::identity, "school|" + site + "|congestion");
    set(p, field::state, word_of(HazardState::to_register));
    set(p, field::kind, "congestion");
    set(p, field::description, Name{"楼梯拥堵", "stair jams"});
    set(p, field::measure, Name{"错峰放行", "stagger"});
    set(p, field::grade, "general");
    p.proof = {"run", proof, proof, "run", proof};
    return p;
}

inline ActionRequest a_request(LedgerAction action, const std::string& by = "李明") {
    ActionRequest r;
    r.action = action;
    r.at = "2025-11-23";
    r.by = by;
    r.unit = action == LedgerAction::assign ? "总务处" : "";
    r.due = action == LedgerAction::assign ? "2025年12月1日" : "";
    return r;
}

/// A ledger with one hazard, committed.
inline std::string a_ledger(const std::string& path) {
    Ledger ledger(path, LedgerAccess::create);
    (void)add_to(ledger, {a_hazard("ST_1")}, "2025-11-20", "muster");
    ledger.commit();
    return path;
}

/// Does it and commits; the codes of why not.
inline std::string done(const std::string& path, const ActionRequest& request) {
    Ledger ledger(path, LedgerAccess::write);
    auto event = act(*ledger.find("1"), request);
    std::string codes;
    for (const Finding& f : event.findings) codes += f.code + " ";
    if (!event) return codes;
    ledger.append(*event.value);
    ledger.commit();
    return codes;
}

}  // namespace muster::ledger
