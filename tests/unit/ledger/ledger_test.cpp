// SPDX-License-Identifier: Apache-2.0
// The file: what it keeps, and what it refuses.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"
#include "tests/unit/ledger/hazards.h"
#include "tools/store/sqlite.h"

using namespace muster;
using namespace muster::ledger;
using namespace muster::testing;

namespace {

std::string trouble_with(const std::string& path, LedgerAccess access) {
    try {
        const Ledger ledger(path, access, 50);
        return "none";
    } catch (const LedgerTrouble& trouble) { return trouble.finding().code; }
}

void execute(const std::string& path, const char* sql) { store::Database::open_shared(path, true, 50).execute(sql); }

}  // namespace

TEST_CASE("ledger: what was committed is there again, what was not never was", "[ledger]") {
    const TemporaryFolder folder;
    const std::string path = a_ledger(folder.file("l.sqlite"));
    {
        Ledger ledger(path, LedgerAccess::write);
        (void)add_to(ledger, {a_hazard("ST_2")}, "2025-11-21", "");
    }
    const Ledger ledger(path, LedgerAccess::read);
    REQUIRE(ledger.entries().size() == 1);
    const LedgerEntry& entry = ledger.entries().front();
    CHECK(entry.id == "school-F1-ST_1-001");
    CHECK(ledger.find("1") == &entry);
    CHECK(entry.get(field::found_on) == "2025-11-20");
    CHECK(entry.get(field::description, text::Lang::en) == "stair jams");
    CHECK(entry.proofs.size() == 1);
    CHECK(ledger.find("2") == nullptr);
    CHECK(ledger.find("0") == nullptr);
}

TEST_CASE("ledger: the same place and kind is not added twice but gets new evidence once", "[ledger]") {
    const TemporaryFolder folder;
    const std::string path = a_ledger(folder.file("l.sqlite"));
    Ledger ledger(path, LedgerAccess::write);
    CHECK(add_to(ledger, {a_hazard("ST_1")}, "2025-11-21", "").known.size() == 1);
    CHECK(add_to(ledger, {a_hazard("ST_1", "second")}, "2025-11-22", "").evidence.size() == 1);
    CHECK(add_to(ledger, {a_hazard("ST_1", "second")}, "2025-11-23", "").known.size() == 1);
    CHECK(ledger.entries().size() == 1);
    CHECK(ledger.history().size() == 2);
}

TEST_CASE("ledger: history refuses change, deletion and gaps, whoever asks", "[ledger]") {
    const TemporaryFolder folder;
    const std::string path = a_ledger(folder.file("l.sqlite"));
    CHECK_THROWS_WITH(execute(path, "UPDATE history SET who = 'x'"), Catch::Contains("never changed"));
    CHECK_THROWS_WITH(execute(path, "DELETE FROM history"), Catch::Contains("never deleted"));
    CHECK_THROWS_WITH(execute(path, "INSERT INTO history VALUES(9, '', '', '', '', '{}', '')"),
                      Catch::Contains("no gaps"));
    CHECK(trouble_with(path, LedgerAccess::read) == "none");
}

TEST_CASE("ledger: an edit behind the program's back is noticed", "[ledger]") {
    const TemporaryFolder folder;
    const std::string path = a_ledger(folder.file("l.sqlite"));
    execute(path, "DROP TRIGGER history_keeps_words");
    CHECK(trouble_with(path, LedgerAccess::write) == "ledger.damaged");
    execute(path,
            "UPDATE history SET who = '校长';"
            "CREATE TRIGGER history_keeps_words BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history of a "
            "ledger is never changed'); END");
    CHECK(trouble_with(path, LedgerAccess::read) == "ledger.damaged");
}

TEST_CASE("ledger: a newer, a foreign, a missing file are refused and left as they are", "[ledger]") {
    const TemporaryFolder folder;
    const std::string newer = a_ledger(folder.file("newer.sqlite")), foreign = folder.file("foreign.sqlite");
    const std::string text = folder.file("text.sqlite");
    execute(newer, "PRAGMA user_version = 2");
    execute(foreign, "CREATE TABLE pupils(name TEXT)");
    std::ofstream(text) << std::string(5000, 'x');
    for (const LedgerAccess access : {LedgerAccess::read, LedgerAccess::write, LedgerAccess::create}) {
        for (const auto& [path, code] : {std::pair{newer, "ledger.newer"}, std::pair{foreign, "ledger.no_ledger"},
                                         std::pair{text, "ledger.no_ledger"}}) {
            const std::string before = content_of(path);
            INFO(path);
            CHECK(trouble_with(path, access) == code);
            CHECK(content_of(path) == before);
        }
    }
    CHECK(trouble_with(folder.file(""), LedgerAccess::create) == "ledger.no_ledger");
    CHECK(trouble_with(folder.file("gone.sqlite"), LedgerAccess::write) == "ledger.missing");
    CHECK(trouble_with(folder.file("no/folder/l.sqlite"), LedgerAccess::create) == "ledger.read_only");
}

TEST_CASE("ledger: a file that a crash left empty is made anew", "[ledger]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("l.sqlite");
    std::ofstream(path).close();
    CHECK(trouble_with(path, LedgerAccess::read) == "none");
    CHECK(trouble_with(a_ledger(path), LedgerAccess::read) == "none");
    CHECK(Ledger(path, LedgerAccess::read).entries().size() == 1);
}

TEST_CASE("ledger: a second writer is told that another program has it", "[ledger]") {
    const TemporaryFolder folder;
    const std::string path = a_ledger(folder.file("l.sqlite"));
    const Ledger first(path, LedgerAccess::write);
    CHECK(trouble_with(path, LedgerAccess::write) == "ledger.busy");
    CHECK(trouble_with(path, LedgerAccess::read) == "none");
}

TEST_CASE("ledger: an entry as it was at any event before", "[ledger]") {
    const TemporaryFolder folder;
    const std::string path = a_ledger(folder.file("l.sqlite"));
    CHECK(done(path, a_request(LedgerAction::enter)) == "");
    CHECK(done(path, a_request(LedgerAction::assign)) == "");
    const Ledger ledger(path, LedgerAccess::read);
    const LedgerEntry& now = *ledger.find("1");
    CHECK(now.get(field::unit) == "总务处");
    CHECK(ledger.as_of(now, 2).get(field::unit).empty());
    CHECK(ledger.as_of(now, 2).state() == HazardState::registered);
    CHECK(ledger.as_of(now, 1).state() == HazardState::to_register);
    CHECK(ledger.as_of(now, 0).fields.empty());
}

TEST_CASE("measures: one rule per kind of hazard that has one", "[ledger]") {
    const auto rules = measures_for({a_hazard("a"), a_hazard("b")});
    REQUIRE(rules.size() == 1);
    CHECK(rules[0].stem == "school-M-congestion");
}
