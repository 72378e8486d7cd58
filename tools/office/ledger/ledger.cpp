// SPDX-License-Identifier: Apache-2.0
#include "tools/office/ledger/ledger.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_map>

#include "tools/office/ledger/event_json.h"
#include "tools/store/sha256.h"
#include "tools/store/sqlite.h"

namespace muster::ledger {

namespace {

constexpr int application_id = 0x4D53544C;  // "MSTL"

struct SchemaPart {
    const char *name, *sql;
};
// As SQLite keeps them, word for word, by name: check_schema() compares.
constexpr std::array<SchemaPart, 4> schema{{
    {"history",
     "CREATE TABLE history(number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, item TEXT NOT NULL,"
     " action TEXT NOT NULL, what TEXT NOT NULL, chain TEXT NOT NULL)"},
    {"history_has_no_gap",
     "CREATE TRIGGER history_has_no_gap BEFORE INSERT ON history"
     " WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM history)"
     " BEGIN SELECT RAISE(ABORT, 'the history of a ledger has no gaps'); END"},
    {"history_keeps_rows",
     "CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history"
     " BEGIN SELECT RAISE(ABORT, 'the history of a ledger is never deleted'); END"},
    {"history_keeps_words",
     "CREATE TRIGGER history_keeps_words BEFORE UPDATE ON history"
     " BEGIN SELECT RAISE(ABORT, 'the history of a ledger is never changed'); END"},
}};

LedgerTrouble trouble(const std::string& code, const std::string& path, bool bad_input,
                      std::vector<std::pair<std::string, std::string>> args = {}) {
    args.emplace_back("file", path);
    return {Finding{Severity::error, code, "", "", 0, std::move(args)}, bad_input};
}

LedgerTrouble trouble_of(const store::DatabaseError& error) {
    const std::string& path = error.path();
    const std::vector<std::pair<std::string, std::string>> reason{{"reason", error.reason()}};
    switch (error.code()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return trouble("ledger.busy", path, false);
        case SQLITE_NOTADB:
            return trouble("ledger.no_ledger", path, true);
        case SQLITE_CORRUPT:
            return trouble("ledger.damaged", path, false, reason);
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return trouble("ledger.read_only", path, false, reason);
        case SQLITE_FULL:
        case SQLITE_IOERR:
            return trouble("ledger.full", path, false, reason);
        default:
            return trouble("ledger.failed", path, false, reason);
    }
}

std::string chained(const std::string& before, const LedgerEvent& e, const std::string& what) {
    std::string all = before;
    for (const std::string* part : {&e.at, &e.who, &e.item, &e.action, &what}) all += '\n' + *part;
    return store::sha256(all + '\n' + std::to_string(e.number));
}

std::int64_t number_of(store::Database& database, const char* sql) {
    store::Statement statement = database.prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

struct Ledger::Impl {
    std::string path;
    std::unique_ptr<store::Database> database;
    std::vector<LedgerEntry> entries;
    std::vector<LedgerEvent> history;
    std::unordered_map<std::string, std::size_t> index;  // of entries, by id
    std::string chain;                                   // of the last event

    void open(LedgerAccess access, int wait_ms) {
        std::error_code ignored;
        const bool there = std::filesystem::exists(path, ignored);
        if (!there && access != LedgerAccess::create) throw trouble("ledger.missing", path, true);
        if (std::filesystem::is_directory(path, ignored)) throw trouble("ledger.no_ledger", path, true);
        const bool writes = access != LedgerAccess::read;
        database = std::make_unique<store::Database>(open_file(writes, there, wait_ms));
        // EXTRA: the folder's entry of the journal, too, is on the disk when a commit returns.
        if (writes) database->execute("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE");
        if (!writes) database->execute("BEGIN");
        check(writes);
        load();
        if (!writes) database->execute("COMMIT");  // all is read: nobody waits for a reader
    }

    store::Database open_file(bool writes, bool there, int wait_ms) {
        if (writes) return store::Database::open_shared(path, !there, wait_ms);
        // A crash may have left a journal to roll back, for which a reader needs to write.
        try {
            return store::Database::open_shared(path, false, wait_ms);
        } catch (const store::DatabaseError&) { return store::Database::open(path); }
    }

    void check(bool writes) {
        const auto id = number_of(*database, "PRAGMA application_id");
        const auto version = number_of(*database, "PRAGMA user_version");
        const auto objects = number_of(*database, "SELECT count(*) FROM sqlite_master");
        if (id == 0 && version == 0 && objects == 0) {
            if (writes) make();
            return;
        }
        if (id != application_id) throw trouble("ledger.no_ledger", path, true);
        if (version > ledger_version) throw trouble("ledger.newer", path, true, {{"version", std::to_string(version)}});
        store::Statement sound = database->prepare("PRAGMA quick_check(1)");
        if (!sound.step() || sound.text(0) != "ok")
            throw trouble("ledger.damaged", path, false, {{"reason", sound.text(0)}});
        check_schema();
    }

    // Without its triggers the history could be rewritten.
    void check_schema() {
        store::Statement parts = database->prepare("SELECT name, sql FROM sqlite_master ORDER BY name");
        for (const SchemaPart& part : schema)
            if (!parts.step() || parts.text(0) != part.name || parts.text(1) != part.sql)
                throw trouble("ledger.damaged", path, false, {{"reason", part.name}});
    }

    void make() {
        for (const SchemaPart& part : schema) database->execute(part.sql);
        database->execute(("PRAGMA application_id = " + std::to_string(application_id) +
                           "; PRAGMA user_version = " + std::to_string(ledger_version))
                              .c_str());
    }

    void load() {
        if (number_of(*database, "SELECT count(*) FROM sqlite_master") == 0) return;  // made, and nothing added yet
        store::Statement rows = database->prepare(
            "SELECT number, at, who, item, action, what, chain FROM history "
            "ORDER BY number");
        while (rows.step()) {
            LedgerEvent event;
            event.number = static_cast<int>(rows.integer(0));
            event.at = rows.text(1);
            event.who = rows.text(2);
            event.item = rows.text(3);
            event.action = rows.text(4);
            const std::string what = rows.text(5), next = chained(chain, event, what);
            if (event.number != static_cast<int>(history.size()) + 1 || next != rows.text(6) || !read_what(what, event))
                throw trouble("ledger.damaged", path, false, {{"reason", "event " + std::to_string(event.number)}});
            chain = next;
            keep(std::move(event));
        }
    }

    void keep(LedgerEvent event) {
        const auto [place, fresh] = index.try_emplace(event.item, entries.size());
        if (fresh) {
            entries.emplace_back();
            entries.back().id = event.item;
            entries.back().number = static_cast<int>(entries.size());
        }
        entries[place->second].apply(event);
        history.push_back(std::move(event));
    }

    void append(LedgerEvent event) {
        const auto found = index.find(event.item);
        std::vector<Change> real;
        for (Change& change : event.changes) {
            change.before = found == index.end() ? "" : entries[found->second].get(change.field);
            if (change.before != change.after) real.push_back(std::move(change));
        }
        event.changes = std::move(real);
        if (event.changes.empty() && event.proof.kind.empty() && event.note.empty()) return;
        event.number = static_cast<int>(history.size()) + 1;
        const std::string what = what_json(event);
        chain = chained(chain, event, what);
        database->prepare("INSERT INTO history VALUES(?, ?, ?, ?, ?, ?, ?)")
            .bind(1, std::int64_t{event.number})
            .bind(2, std::string_view(event.at))
            .bind(3, std::string_view(event.who))
            .bind(4, std::string_view(event.item))
            .bind(5, std::string_view(event.action))
            .bind(6, std::string_view(what))
            .bind(7, std::string_view(chain))
            .run();
        keep(std::move(event));
    }
};

Ledger::Ledger(const std::string& path, LedgerAccess access, int wait_ms) : impl_(std::make_unique<Impl>()) {
    impl_->path = path;
    try {
        impl_->open(access, wait_ms);
    } catch (const store::DatabaseError& error) { throw trouble_of(error); }
}

Ledger::Ledger(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

const std::string& Ledger::path() const { return impl_->path; }
const std::vector<LedgerEntry>& Ledger::entries() const { return impl_->entries; }
const std::vector<LedgerEvent>& Ledger::history() const { return impl_->history; }

const LedgerEntry* Ledger::find(std::string_view id) const {
    if (is_number(id)) {
        const auto number = static_cast<std::size_t>(std::stoul(std::string(id)));
        return number >= 1 && number <= impl_->entries.size() ? &impl_->entries[number - 1] : nullptr;
    }
    const auto found = impl_->index.find(std::string(id));
    return found == impl_->index.end() ? nullptr : &impl_->entries[found->second];
}

const LedgerEntry* Ledger::find_identity(std::string_view identity) const {
    for (const LedgerEntry& entry : impl_->entries)
        if (entry.get(field::identity) == identity) return &entry;
    return nullptr;
}

LedgerEntry Ledger::as_of(const LedgerEntry& entry, int revision) const {
    LedgerEntry then;
    then.id = entry.id;
    then.number = entry.number;
    for (const LedgerEvent& event : impl_->history)
        if (event.number <= revision && event.item == entry.id) then.apply(event);
    return then;
}

void Ledger::append(LedgerEvent event) {
    try {
        impl_->append(std::move(event));
    } catch (const store::DatabaseError& error) { throw trouble_of(error); }
}

void Ledger::commit() {
    try {
        impl_->database->execute("COMMIT");
    } catch (const store::DatabaseError& error) { throw trouble_of(error); }
}

std::string Ledger::next_id(std::string_view stem) const {
    std::string number = std::to_string(impl_->entries.size() + 1);
    if (number.size() < 3) number.insert(0, 3 - number.size(), '0');
    return std::string(stem) + "-" + number;
}

}  // namespace muster::ledger
