// SPDX-License-Identifier: Apache-2.0
// What a ledger holds. One list of events, in order, is all there is: every entry is what its events made of it, so
// nothing can be changed without leaving a trace. Three kinds of entries, which are never mixed up:
//   risk     a place where harm may come from, kept under control (风险点);
//   hazard   a control that is missing or has failed, to be put right (隐患); may name the risk it came from;
//   measure  a rule of the school that keeps hazards of one kind away (制度措施).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/text/language.h"

namespace muster::ledger {

enum class EntryType : std::uint8_t { hazard, risk, measure };

/// Of a hazard: 待登记 → 已登记 → 整改中 → 待复查 → 已销号.
enum class HazardState : std::uint8_t { to_register, registered, in_progress, to_review, closed };

/// Names of an entry's fields, as they stand in the file. Localised ones carry ".zh-CN" and ".en" after them. Dates are
/// ISO; money is yuan; a flag is "1" or "".
namespace field {
inline constexpr const char* type = "type";
inline constexpr const char* identity = "identity";  // what makes two findings the same: plan|place|what is wrong
inline constexpr const char* state = "state";
inline constexpr const char* school = "school";            // localised
inline constexpr const char* place = "place";              // localised
inline constexpr const char* level = "level";              // id in the plan
inline constexpr const char* site = "site";                // id in the plan of the opening, space, stair ...
inline constexpr const char* kind = "kind";                // what is wrong: "congestion", "R-03", "manual" ...
inline constexpr const char* found_on = "found_on";        // date
inline constexpr const char* category = "category";        // fire building equipment management people
inline constexpr const char* grade = "grade";              // general major; of a risk: 1 to 4
inline constexpr const char* description = "description";  // localised
inline constexpr const char* basis = "basis";              // localised
inline constexpr const char* measure = "measure";          // localised
inline constexpr const char* unit = "unit";                // responsible unit
inline constexpr const char* person = "person";            // responsible adult
inline constexpr const char* due = "due";                  // date
inline constexpr const char* money = "money";
inline constexpr const char* photo = "photo";  // before; where it is kept
inline constexpr const char* done_on = "done_on";
inline constexpr const char* reviewer = "reviewer";
inline constexpr const char* closed_on = "closed_on";
inline constexpr const char* supervised = "supervised";  // 挂牌督办
inline constexpr const char* progress = "progress";
inline constexpr const char* product = "product";    // what a measure results in: a rule, a roster
inline constexpr const char* opinion = "opinion";    // of the review
inline constexpr const char* issuer = "issuer";      // of the notice
inline constexpr const char* risk = "risk";          // id of the risk a hazard came from
inline constexpr const char* scenario = "scenario";  // file to run again, relative to the ledger's folder if possible
inline constexpr const char* lec = "lec";            // "L E C" of a risk
inline constexpr const char* accident = "accident";  // localised; kind of accident of a risk
inline constexpr const char* persons = "persons";    // concerned by a risk
inline constexpr const char* impact = "impact";      // localised; of a risk on the way out
inline constexpr const char* control_level = "control_level";
inline constexpr const char* summary = "summary";  // localised; of a risk
}  // namespace field

struct Change {
    std::string field, before, after;
    bool operator==(const Change&) const = default;
};

/// Why an event may be believed: a run, a rule, a re-test. Text in both languages, file it came from.
struct Proof {
    std::string kind;  // "run", "rectification", "compliance", "risk_map", "retest"; "" = none
    std::string zh, en;
    std::string source, sha256;  // file; "" = none
    bool operator==(const Proof&) const = default;
};

struct LedgerEvent {
    int number = 0;      // 1, 2, 3 ... of the ledger
    std::string at;      // "2025-11-23" or "2025-11-23 08:30:00", local
    std::string who;     // a person; "muster" = the program; "" = who did it gave no name
    std::string item;    // id of the entry
    std::string action;  // "add", "register", "assign", "start", "finish", "retest", "close", "reopen", ...
    std::string note;
    std::vector<Change> changes;
    Proof proof;
};

struct LedgerEntry {
    std::string id;          // "primary_4f-F1-ST_E_1b-007": site, storey, element, running number
    int number = 0;          // the running number
    int revision = 0;        // number of its last event
    std::string changed_on;  // day of its last event
    std::map<std::string, std::string, std::less<>> fields;
    std::vector<Proof> proofs;  // oldest first

    /// "" when it has no such value.
    [[nodiscard]] const std::string& get(std::string_view name) const;
    /// Of a localised field: in `lang`, else in the other language, else without one.
    [[nodiscard]] const std::string& get(std::string_view name, text::Lang lang) const;
    [[nodiscard]] EntryType type() const;
    [[nodiscard]] HazardState state() const;
    /// 逾期: a hazard that is not closed on a date after the one it was due on. ISO dates.
    [[nodiscard]] bool overdue(std::string_view today) const;
    /// The last of that kind; null = none. `but` = any other kind.
    [[nodiscard]] const Proof* last_proof(std::string_view kind) const;
    [[nodiscard]] const Proof* last_proof_but(std::string_view kind) const;

    void apply(const LedgerEvent& event);
};

inline constexpr const char* program_name = "muster";  // as `who`

/// The localised name of a field: "measure.zh-CN".
[[nodiscard]] std::string localised(std::string_view name, text::Lang lang);

}  // namespace muster::ledger
