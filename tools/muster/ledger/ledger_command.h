// SPDX-License-Identifier: Apache-2.0
// What the subcommands of `muster ledger` have in common: the file, the day, and what becomes of a file that cannot be
// used.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tools/muster/terminal/command.h"
#include "tools/office/ledger/ledger.h"

namespace muster::commands {

/// Date of the entries, ISO, and what stands as their time: with the time of day unless a date was given.
struct LedgerClock {
    std::string today, at;
};

/// Who does it, and what for.
struct Signature {
    std::string by, note;
    void add_to(CLI::App& app, const Help& help);
};

class LedgerCommand : public Command {
public:
    void setup(CLI::App& app, const Help& help) final;
    [[nodiscard]] Exit run(const Call& call) final;

protected:
    virtual void add_options(CLI::App& app, const Help& help) = 0;
    /// May throw LedgerTrouble besides.
    [[nodiscard]] virtual Exit carry_out(const LedgerClock& clock, const Console& console) = 0;
    [[nodiscard]] const std::string& file() const { return file_; }

private:
    std::string file_ = "ledger.sqlite";
    // ISO; "" = of the machine's clock
    std::string today_;
};

/// Says that there is no such entry, when there is none.
[[nodiscard]] const ledger::LedgerEntry* entry_asked_for(const ledger::Ledger& ledger, const std::string& item,
                                                         const Console& console);
/// A finding about what was asked.
void complain(const Console& console, const std::string& code,
              std::vector<std::pair<std::string, std::string>> args = {});
/// "ID: state".
void tell_state(const ledger::LedgerEntry& entry, const LedgerClock& clock, const Console& console);

}  // namespace muster::commands
