// SPDX-License-Identifier: Apache-2.0
// The ledger's file: an SQLite database with one table, `history`, which can only grow (triggers refuse every change
// and deletion) and whose rows carry a chain of SHA-256, so that a flipped byte or an edit behind the program's back is
// noticed. Rollback journal, every commit on the disk before it is reported (synchronous = EXTRA): after a crash the
// file is as it was before the command, or as after it.
//
// Whoever writes holds the file from opening to commit(), so that what was decided on is what is changed; a second
// program waits, then is told. Entries are worked out from the events on opening.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/finding.h"
#include "tools/office/ledger/entry.h"

namespace muster::ledger {

inline constexpr int ledger_version = 1;       // user_version of the file
inline constexpr int ledger_wait_ms = 10'000;  // for another program to be done
inline constexpr const char* default_ledger = "ledger.sqlite";

/// Create: write, and make the file if there is none.
enum class LedgerAccess : std::uint8_t { read, write, create };

/// The file cannot be used. Finding codes: ledger.missing, ledger.no_ledger, ledger.newer (a person's mistake),
/// ledger.damaged, ledger.busy, ledger.read_only, ledger.full, ledger.failed (the world's).
class LedgerTrouble : public std::runtime_error {
public:
    LedgerTrouble(Finding finding, bool bad_input)
        : std::runtime_error(finding.code), finding_(std::move(finding)), bad_input_(bad_input) {}
    [[nodiscard]] const Finding& finding() const { return finding_; }
    [[nodiscard]] bool bad_input() const { return bad_input_; }

private:
    Finding finding_;
    bool bad_input_;
};

class Ledger {
public:
    /// Throws LedgerTrouble, as append and commit do.
    Ledger(const std::string& path, LedgerAccess access, int wait_ms = ledger_wait_ms);
    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) = delete;
    ~Ledger();  // what was not committed never was

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] const std::vector<LedgerEntry>& entries() const;  // by running number
    [[nodiscard]] const std::vector<LedgerEvent>& history() const;
    /// By id or by running number ("7"); null = none.
    [[nodiscard]] const LedgerEntry* find(std::string_view id) const;
    [[nodiscard]] const LedgerEntry* find_identity(std::string_view identity) const;
    /// As it was after the event `revision`; no fields when it was not there yet.
    [[nodiscard]] LedgerEntry as_of(const LedgerEntry& entry, int revision) const;

    /// Fills in number. The `before` of each change is set from the entry; changes that change nothing are left out,
    /// and an event without changes, proof or note is not written. An unknown `item` makes a new entry.
    void append(LedgerEvent event);
    void commit();

    /// "stem-007" with the next running number.
    [[nodiscard]] std::string next_id(std::string_view stem) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace muster::ledger
