// SPDX-License-Identifier: Apache-2.0
#include "tools/store/sqlite.h"

namespace muster::store {

Statement& Statement::bind(int column, std::int64_t value) {
    sqlite3_bind_int64(handle_.get(), column, value);
    return *this;
}

Statement& Statement::bind(int column, double value) {
    sqlite3_bind_double(handle_.get(), column, value);
    return *this;
}

Statement& Statement::bind(int column, std::string_view text) {
    sqlite3_bind_text(handle_.get(), column, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind_blob(int column, std::string_view bytes) {
    sqlite3_bind_blob64(handle_.get(), column, bytes.data(), bytes.size(), SQLITE_STATIC);
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(handle_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw DatabaseError(path_, result, sqlite3_errmsg(sqlite3_db_handle(handle_.get())));
    return result == SQLITE_ROW;
}

std::string Statement::text(int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    return text != nullptr ? text : std::string{};
}

std::string_view Statement::blob(int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
    return bytes != nullptr ? std::string_view(bytes, size) : std::string_view{};
}

Database::Database(const std::string& path, int flags) : path_(path) {
    sqlite3* handle = nullptr;
    // One thread at a time uses a Database, so SQLite need not lock in every bind.
    const int result = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(handle);
    if (result != SQLITE_OK) fail();
}

Database Database::open(const std::string& path) { return {path, SQLITE_OPEN_READONLY}; }

Database Database::create(const std::string& path) {
    Database database(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    database.execute(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
        "PRAGMA page_size = 16384; PRAGMA cache_size = -4000;");
    return database;
}

Database Database::open_shared(const std::string& path, bool may_create, int wait_ms) {
    Database database(path, SQLITE_OPEN_READWRITE | (may_create ? SQLITE_OPEN_CREATE : 0));
    sqlite3_busy_timeout(database.handle_.get(), wait_ms);
    return database;
}

void Database::fail() const {
    if (!handle_) throw DatabaseError(path_, SQLITE_NOMEM, "out of memory");
    throw DatabaseError(path_, sqlite3_errcode(handle_.get()), sqlite3_errmsg(handle_.get()));
}

void Database::execute(const char* sql) {
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle,
                           nullptr) != SQLITE_OK)
        fail();
    Statement statement;
    statement.handle_.reset(handle);
    statement.path_ = path_;
    return statement;
}

void Database::close() {
    if (sqlite3_close(handle_.get()) != SQLITE_OK) fail();
    [[maybe_unused]] auto* closed = handle_.release();
}

}  // namespace muster::store
