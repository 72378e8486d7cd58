// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/ledger/add.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "tools/muster/ledger/ledger_command.h"
#include "tools/office/ledger/actions.h"
#include "tools/office/ledger/proposals.h"
#include "tools/office/ledger/words.h"
#include "tools/office/tables/table_values.h"
#include "tools/store/sha256.h"

namespace muster::commands {

namespace {

struct AddOptions {
    // the ledger
    std::string file;
    Signature signature;
    // a folder of results; "" = none
    std::string from;
    std::string school;
    int most = 10;
    // a hazard that a person found, and describes
    bool manual = false;
    std::string site, at, level, place, description, measure, risk;
    std::string category = "management", grade = "general";
};

std::string folder_of(const std::string& file) {
    const std::string folder = std::filesystem::path(file).parent_path().string();
    return folder.empty() ? "." : folder;
}

bool is_site(const std::string& id) {
    return !id.empty() && id.size() <= 100 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

bool sound(const AddOptions& options, const Console& console) {
    for (const std::string* id : {&options.at, &options.level, &options.site})
        if (!id->empty() && !is_site(*id)) return complain(console, "ledger.bad_site", {{"site", *id}}), false;
    if (!options.signature.by.empty() && !ledger::is_name(options.signature.by))
        return complain(console, "ledger.not_a_name", {{"name", options.signature.by}}), false;
    return true;
}

std::string site_of(const AddOptions& options, const ledger::Ledger& ledger) {
    if (!options.site.empty()) return options.site;
    if (ledger.entries().empty()) return "school";
    const std::string& identity = ledger.entries().front().get(ledger::field::identity);
    return identity.substr(0, identity.find('|'));
}

ledger::Proposal manual_hazard(const AddOptions& options, const ledger::Ledger& ledger) {
    const std::string site = site_of(options, ledger);
    ledger::Proposal p;
    p.stem = site + (options.level.empty() ? "" : "-" + options.level) + "-" + options.at;
    ledger::set(p, ledger::field::type, word_of(ledger::EntryType::hazard));
    ledger::set(p, ledger::field::identity,
                site + "|" + options.at + "|manual:" + store::sha256(options.description).substr(0, 16));
    ledger::set(p, ledger::field::state, word_of(ledger::HazardState::to_register));
    ledger::set(p, ledger::field::kind, "manual");
    ledger::set(p, ledger::field::level, options.level);
    ledger::set(p, ledger::field::site, options.at);
    ledger::set(p, ledger::field::category, options.category);
    ledger::set(p, ledger::field::grade, options.grade);
    ledger::set(p, ledger::field::basis, text::in_all_languages("ledger.manual.basis"));
    // A person's words stand in both languages.
    ledger::set(p, ledger::field::description, Name{options.description, options.description});
    ledger::set(p, ledger::field::measure, Name{options.measure, options.measure});
    const std::string place = options.place.empty() ? options.at : options.place + " [" + options.at + "]";
    ledger::set(p, ledger::field::place, Name{place, place});
    ledger::set(p, ledger::field::school, Name{options.school, options.school});
    if (options.school.empty() && !ledger.entries().empty())
        for (const auto& [name, value] : ledger.entries().front().fields)
            if (name.starts_with("school.")) p.fields.push_back({name, "", value});
    return p;
}

Exit add_manual(const AddOptions& options, const LedgerClock& clock, const Console& console) {
    ledger::Ledger ledger(options.file, ledger::LedgerAccess::create);
    ledger::Proposal hazard = manual_hazard(options, ledger);
    if (!options.risk.empty()) {
        const ledger::LedgerEntry* risk = entry_asked_for(ledger, options.risk, console);
        if (risk == nullptr) return Exit::bad_input;
        if (risk->type() != ledger::EntryType::risk)
            return complain(console, "ledger.not_a_risk", {{"item", risk->id}}), Exit::bad_input;
        ledger::set(hazard, ledger::field::risk, risk->id);
    }
    if (const ledger::LedgerEntry* known = ledger.find_identity(ledger::value_in(hazard, ledger::field::identity)))
        return complain(console, "ledger.known", {{"item", known->id}}), Exit::bad_input;
    const ledger::Added added =
        ledger::add_to(ledger, {hazard}, clock.at, tables::trimmed_blanks(options.signature.by));
    ledger.commit();
    tell_state(*ledger.find(added.fresh.front()), clock, console);
    return Exit::good;
}

void tell_added(const ledger::Added& added, const ledger::Ledger& ledger, const LedgerClock& clock,
                const Console& console) {
    for (const std::string& id : added.came_back)
        console.tell_findings({Finding{Severity::warning, "ledger.came_back", "", "", 0, {{"item", id}}}});
    for (const std::string& id : added.fresh)
        if (ledger.find(id)->type() == ledger::EntryType::hazard) tell_state(*ledger.find(id), clock, console);
    console.print(console.text("ledger.said.added", {{"fresh", std::to_string(added.fresh.size())},
                                                     {"evidence", std::to_string(added.evidence.size())},
                                                     {"known", std::to_string(added.known.size())},
                                                     {"file", ledger.path()}}));
}

Exit add_from(const AddOptions& options, const LedgerClock& clock, const Console& console) {
    const auto source = ledger::read_source({options.from, options.school, options.most, folder_of(options.file)});
    console.tell_findings(source.findings);
    if (!source) return Exit::bad_input;
    if (source.value->empty()) {
        console.print(console.text("ledger.said.nothing"));
        return Exit::good;
    }
    ledger::Ledger ledger(options.file, ledger::LedgerAccess::create);
    std::vector<ledger::Proposal> proposals = *source.value;
    for (ledger::Proposal& measure : ledger::measures_for(proposals)) proposals.push_back(std::move(measure));
    const ledger::Added added = ledger::add_to(
        ledger, proposals, clock.at,
        options.signature.by.empty() ? ledger::program_name : tables::trimmed_blanks(options.signature.by));
    ledger.commit();
    tell_added(added, ledger, clock, console);
    return Exit::good;
}

Exit add_to_ledger(const AddOptions& options, const LedgerClock& clock, const Console& console) {
    const bool described = !options.at.empty() && !tables::trimmed_blanks(options.description).empty();
    if (options.from.empty() && !(options.manual && described)) {
        console.tell("muster.ledger.add_what", {});
        return Exit::bad_input;
    }
    if (!sound(options, console)) return Exit::bad_input;
    return options.manual ? add_manual(options, clock, console) : add_from(options, clock, console);
}

class AddCommand final : public LedgerCommand {
protected:
    void add_options(CLI::App& app, const Help& help) override {
        options_.signature.add_to(app, help);
        CLI::Option* from = app.add_option("--from", options_.from, help("muster.ledger.from"));
        CLI::Option* manual = app.add_flag("--manual", options_.manual, help("muster.ledger.manual"))->excludes(from);
        app.add_option("--school", options_.school, help("muster.ledger.school"));
        app.add_option("--most", options_.most, help("muster.ledger.most"))->needs(from)->check(CLI::Range(1, 100'000));
        app.add_option("--site", options_.site, help("muster.ledger.site"))->needs(manual);
        app.add_option("--at", options_.at, help("muster.ledger.at"))->needs(manual);
        app.add_option("--level", options_.level, help("muster.ledger.level"))->needs(manual);
        app.add_option("--place", options_.place, help("muster.ledger.place"))->needs(manual);
        app.add_option("--what", options_.description, help("muster.ledger.what"))->needs(manual);
        app.add_option("--measure", options_.measure, help("muster.ledger.measure"))->needs(manual);
        app.add_option("--risk", options_.risk, help("muster.ledger.risk"))->needs(manual);
        app.add_option("--category", options_.category, help("muster.ledger.category"))
            ->needs(manual)
            ->check(CLI::IsMember({"fire", "building", "equipment", "management", "people"}));
        app.add_option("--grade", options_.grade, help("muster.ledger.grade"))
            ->needs(manual)
            ->check(CLI::IsMember({"general", "major"}));
    }
    Exit carry_out(const LedgerClock& clock, const Console& console) override {
        options_.file = file();
        return add_to_ledger(options_, clock, console);
    }

private:
    AddOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_ledger_add() { return std::make_unique<AddCommand>(); }

}  // namespace muster::commands
