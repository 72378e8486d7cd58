// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/show.h"

#include <CLI/CLI.hpp>

#include "tools/muster/ledger/ledger_command.h"
#include "tools/office/ledger/forms.h"

namespace muster::commands {

namespace {

std::string who_text(const ledger::LedgerEvent& event, const Console& console) {
    if (event.who.empty()) return console.text("ledger.said.unnamed");
    return event.who == ledger::program_name ? console.text("ledger.said.program") : event.who;
}

// The words of the language read here; of what is kept in both, the other is left out.
bool worth_showing(const ledger::Change& change, text::Lang lang) {
    if (change.field == ledger::field::identity || change.field == ledger::field::type) return false;
    return !change.field.ends_with("." + std::string(text::tag_of(text::languages_of_names(lang).back())));
}

std::string value_text(const std::string& name, const std::string& value, const Console& console) {
    if (value.empty()) return "";
    if (name == ledger::field::supervised) return console.text("ledger.said.yes");
    if (name == ledger::field::kind) return ledger::kind_text(value, console.lang());
    const bool word = name == ledger::field::state || name == ledger::field::category || name == ledger::field::grade;
    return word ? console.text("ledger." + name + "." + value) : value;
}

std::string labelled(const std::string& id, const std::string& what, const Console& console) {
    return text::joined({console.text(id), what}, "list.label", console.lang());
}

std::string change_text(const ledger::Change& change, const Console& console) {
    const std::string name = change.field.substr(0, change.field.find('.'));
    const std::string before = value_text(name, change.before, console);
    const std::string what = (before.empty() ? "" : before + " → ") + value_text(name, change.after, console);
    return labelled("ledger.field." + name, what, console);
}

void print_event(const ledger::LedgerEvent& event, const Console& console) {
    const std::string id = "ledger.action." + event.action;
    console.print("#" + std::to_string(event.number) + "  " + event.at + "  " + who_text(event, console) + "  " +
                  console.text(id) + (event.note.empty() ? "" : "  “" + event.note + "”"));
    for (const ledger::Change& change : event.changes)
        if (worth_showing(change, console.lang())) console.print("      " + change_text(change, console));
    if (event.proof.kind.empty()) return;
    const std::string& proof = text::in_language(event.proof.words, console.lang());
    console.print("      " + labelled("ledger.said.evidence", proof, console));
    if (!event.proof.source.empty())
        console.print("      " + event.proof.source + "  sha256 " + event.proof.sha256.substr(0, 16));
}

Exit show_entry(const std::string& file, const std::string& item, const LedgerClock& clock, const Console& console) {
    const ledger::Ledger ledger(file, ledger::LedgerAccess::read);
    const ledger::LedgerEntry* entry = entry_asked_for(ledger, item, console);
    if (entry == nullptr) return Exit::bad_input;
    tell_state(*entry, clock, console);
    console.print(entry->get(ledger::field::description, console.lang()));
    if (const std::string& risk = entry->get(ledger::field::risk); !risk.empty())
        console.print(labelled("ledger.said.risk", risk, console));
    for (const ledger::LedgerEntry& other : ledger.entries())
        if (other.get(ledger::field::risk) == entry->id)
            console.print(labelled("ledger.said.hazards",
                                   other.id + "  " + ledger::state_text(other, console.lang(), clock.today), console));
    for (const ledger::LedgerEvent& event : ledger.history())
        if (event.item == entry->id) print_event(event, console);
    return Exit::good;
}

class ShowCommand final : public LedgerCommand {
protected:
    void add_options(CLI::App& app, const Help& help) override {
        app.add_option("ITEM", item_, help("muster.ledger.item"))->required();
    }
    Exit carry_out(const LedgerClock& clock, const Console& console) override {
        return show_entry(file(), item_, clock, console);
    }

private:
    std::string item_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_show() { return std::make_unique<ShowCommand>(); }

}  // namespace muster::commands
