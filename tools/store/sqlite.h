// SPDX-License-Identifier: Apache-2.0
// The part of SQLite that the store and the ledger use, with errors as DatabaseError and owners for its handles.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "tools/store/output_file.h"

namespace muster::store {

/// What SQLite refused, with its primary result code (SQLITE_BUSY, SQLITE_FULL, ...).
class DatabaseError : public OutputError {
public:
    DatabaseError(const std::string& path, int code, const std::string& reason)
        : OutputError(path, reason), code_(code & 0xFF) {}
    [[nodiscard]] int code() const { return code_; }

private:
    int code_;
};

class Statement {
public:
    Statement& bind(int column, std::int64_t value);
    Statement& bind(int column, double value);
    Statement& bind(int column, std::string_view text);        // copied
    Statement& bind_blob(int column, std::string_view bytes);  // not copied: run() before they change
    /// True when there is a row to read.
    bool step();
    void run() {  // step to the end and be ready for the next values
        step();
        reset();
    }
    void finalize() { handle_.reset(); }
    void reset() { sqlite3_reset(handle_.get()); }

    [[nodiscard]] std::int64_t integer(int column) { return sqlite3_column_int64(handle_.get(), column); }
    [[nodiscard]] double real(int column) { return sqlite3_column_double(handle_.get(), column); }
    [[nodiscard]] std::string text(int column);
    [[nodiscard]] std::string_view blob(int column);  // until the next step

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
    std::string path_;
};

class Database {
public:
    /// For a file that exists; nothing is written. Throws DatabaseError when it cannot be opened.
    static Database open(const std::string& path);
    /// A new file, without journal or synchronisation: it is of use only once complete and renamed.
    static Database create(const std::string& path);
    /// To be changed in transactions, by several programs at once: whoever comes second waits up to `wait_ms`. A
    /// missing file is made when `may_create`.
    static Database open_shared(const std::string& path, bool may_create, int wait_ms);

    void execute(const char* sql);
    [[nodiscard]] Statement prepare(std::string_view sql);
    [[nodiscard]] const std::string& path() const { return path_; }
    void close();

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    Database(const std::string& path, int flags);
    [[noreturn]] void fail() const;

    std::string path_;
    std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace muster::store
