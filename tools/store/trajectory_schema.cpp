// SPDX-License-Identifier: Apache-2.0
#include "tools/store/trajectory_schema.h"

#include <algorithm>
#include <charconv>

namespace muster::store {

namespace {

// Source: JuPedSim, python_modules/jupedsim/jupedsim/sqlite_serialization.py, DATABASE_VERSION 2.
constexpr const char* common_tables =
    "CREATE TABLE metadata(key TEXT NOT NULL UNIQUE PRIMARY KEY, value TEXT NOT NULL);"
    "CREATE TABLE geometry(hash INTEGER NOT NULL, wkt TEXT NOT NULL);"
    "CREATE UNIQUE INDEX geometry_hash on geometry(hash);"
    "CREATE TABLE frame_data(frame INTEGER NOT NULL, geometry_hash INTEGER NOT NULL);";
constexpr const char* one_storey =
    "CREATE TABLE trajectory_data(frame INTEGER NOT NULL, id INTEGER NOT NULL, pos_x REAL NOT NULL,"
    " pos_y REAL NOT NULL, ori_x REAL NOT NULL, ori_y REAL NOT NULL);";
constexpr const char* all_storeys =
    "CREATE TABLE trajectory_data(frame INTEGER NOT NULL, id INTEGER NOT NULL, pos_x REAL NOT NULL,"
    " pos_y REAL NOT NULL, ori_x REAL NOT NULL, ori_y REAL NOT NULL, level INTEGER NOT NULL, pos_z REAL NOT NULL,"
    " state INTEGER NOT NULL);"
    "CREATE TABLE levels(level INTEGER PRIMARY KEY, id TEXT NOT NULL, storey INTEGER NOT NULL,"
    " elevation_m REAL NOT NULL, geometry_hash INTEGER NOT NULL);"
    "CREATE TABLE states(state INTEGER PRIMARY KEY, code TEXT NOT NULL);"
    "CREATE TABLE people(id INTEGER PRIMARY KEY, group_id TEXT NOT NULL, profile TEXT NOT NULL,"
    " teacher INTEGER NOT NULL, radius_m REAL NOT NULL, free_speed_m_s REAL NOT NULL);"
    "CREATE TABLE recording(part TEXT NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);";

}  // namespace

void Bounds::add(const std::vector<Polygon>& parts) {
    for (const Polygon& part : parts) {
        const Box box = bounds(part.outer);
        low = empty ? box.low : Vec2{std::min(low.x, box.low.x), std::min(low.y, box.low.y)};
        high = empty ? box.high : Vec2{std::max(high.x, box.high.x), std::max(high.y, box.high.y)};
        empty = false;
    }
}

void create_schema(Database& database, Storeys storeys) {
    database.execute(common_tables);
    database.execute(storeys == Storeys::one ? one_storey : all_storeys);
    // Before the rows, not after: they come in its order, and appending to it takes half the time of sorting them.
    database.execute("CREATE INDEX frame_id_idx ON trajectory_data(frame, id)");
}

void put_metadata(Database& database, std::string_view key, std::string_view value) {
    database.prepare("INSERT INTO metadata VALUES(?,?)").bind(1, key).bind(2, value).run();
}

void put_run_metadata(Database& database, double frames_per_s, const Bounds& bounds) {
    put_metadata(database, "version", "2");
    put_metadata(database, "fps", float_text(frames_per_s));
    put_metadata(database, "xmin", float_text(bounds.low.x));
    put_metadata(database, "xmax", float_text(bounds.high.x));
    put_metadata(database, "ymin", float_text(bounds.low.y));
    put_metadata(database, "ymax", float_text(bounds.high.y));
}

std::string float_text(double value) {
    char digits[32];
    std::string text(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
    return text;
}

}  // namespace muster::store
