// SPDX-License-Identifier: Apache-2.0
#include "tools/store/trajectory_export.h"

#include <array>
#include <cstdio>

#include "tools/store/output_file.h"
#include "tools/store/sqlite.h"
#include "tools/store/trajectory_schema.h"
#include "tools/store/trajectory_writer.h"

namespace muster::store {

namespace {

Database open_trajectory(const std::string& path) {
    try {
        Database database = Database::open(path);
        Statement version = database.prepare("SELECT value FROM metadata WHERE key = 'version'");
        if (version.step() && version.text(0) == "2") return database;
    } catch (const OutputError& error) { throw NotATrajectory(error.what()); }
    throw NotATrajectory(path);
}

std::string metadata(Database& database, std::string_view key) {
    Statement value = database.prepare("SELECT value FROM metadata WHERE key = ?");
    return value.bind(1, key).step() ? value.text(0) : std::string{};
}

// The first polygon of "MULTIPOLYGON((...), (...))" as "POLYGON(...)", which is the largest (walkable_area), and how
// many others there are.
std::pair<std::string, int> largest_part(const std::string& wkt) {
    constexpr std::string_view multi = "MULTIPOLYGON(";
    if (!wkt.starts_with(multi)) return {wkt, 0};
    std::size_t end = 0;
    int depth = 0, parts = 0;
    for (std::size_t i = multi.size(); i + 1 < wkt.size(); ++i) {
        depth += wkt[i] == '(' ? 1 : wkt[i] == ')' ? -1 : 0;
        if (wkt[i] != ')' || depth != 0) continue;
        if (++parts == 1) end = i + 1;
    }
    return {"POLYGON" + wkt.substr(multi.size(), end - multi.size()), parts - 1};
}

std::pair<std::string, int> geometry_of(Database& database, const StoredLevel& level) {
    Statement geometry = database.prepare(
        "SELECT wkt FROM geometry JOIN levels ON levels.geometry_hash = geometry.hash WHERE level = ?");
    if (!geometry.bind(1, std::int64_t{level.index}).step()) throw NotATrajectory(database.path());
    return largest_part(geometry.text(0));
}

void copy_metadata(Database& from, Database& to) {
    Statement rows = from.prepare("SELECT key, value FROM metadata");
    while (rows.step()) put_metadata(to, rows.text(0), rows.text(1));
}

long long copy_rows(Database& from, Database& to, const StoredLevel& level) {
    Statement rows = from.prepare(
        "SELECT frame, id, pos_x, pos_y, ori_x, ori_y FROM trajectory_data WHERE level = ? ORDER BY frame, id");
    Statement insert = to.prepare("INSERT INTO trajectory_data VALUES(?,?,?,?,?,?)");
    long long count = 0;
    for (rows.bind(1, std::int64_t{level.index}); rows.step(); ++count) {
        insert.bind(1, rows.integer(0)).bind(2, rows.integer(1));
        for (int column = 2; column < 6; ++column) insert.bind(column + 1, rows.real(column));
        insert.run();
    }
    return count;
}

void copy_frames(Database& from, Database& to, std::int64_t geometry) {
    Statement rows = from.prepare("SELECT frame FROM frame_data ORDER BY frame");
    Statement insert = to.prepare("INSERT INTO frame_data VALUES(?,?)");
    while (rows.step()) insert.bind(1, rows.integer(0)).bind(2, geometry).run();
}

// For both readers: PedPy wants the words "framerate" and "x/m", JPSvis nothing but the number after the colon.
std::string text_header(Database& database, const StoredLevel& level, const std::string& wkt) {
    return "# description: " + metadata(database, "scenario") + ", level " + level.key +
           "\n#framerate: " + metadata(database, "fps") + "\n# walkable area: " + wkt + "\n# ID\tFR\tX/m\tY/m\tZ/m\n";
}

}  // namespace

std::vector<StoredLevel> levels_of(const std::string& trajectory) {
    Database database = open_trajectory(trajectory);
    std::vector<StoredLevel> levels;
    try {
        Statement rows = database.prepare(
            "SELECT level, id, storey, (SELECT count(*) FROM trajectory_data t WHERE t.level = levels.level)"
            " FROM levels ORDER BY level");
        while (rows.step())
            levels.push_back({rows.integer(0), rows.text(1), static_cast<int>(rows.integer(2)), rows.integer(3)});
    } catch (const OutputError& error) { throw NotATrajectory(error.what()); }
    return levels;
}

Exported export_sqlite(const std::string& trajectory, const StoredLevel& level, const std::string& to) {
    Database from = open_trajectory(trajectory);
    Database out = Database::create(to);
    create_schema(out, Storeys::one);
    out.execute("BEGIN");
    copy_metadata(from, out);
    put_metadata(out, "level", level.key);
    const auto [wkt, parts_left_out] = geometry_of(from, level);
    const std::int64_t key = geometry_key(wkt);
    out.prepare("INSERT INTO geometry VALUES(?,?)").bind(1, key).bind(2, wkt).run();
    const long long rows = copy_rows(from, out, level);
    copy_frames(from, out, key);
    out.execute("COMMIT");
    out.close();
    return {rows, parts_left_out};
}

Exported export_text(const std::string& trajectory, const StoredLevel& level, const std::string& to) {
    Database from = open_trajectory(trajectory);
    OutputFile out(to);
    out.write(text_header(from, level, geometry_of(from, level).first));
    Statement rows =
        from.prepare("SELECT id, frame, pos_x, pos_y, pos_z FROM trajectory_data WHERE level = ? ORDER BY frame, id");
    long long count = 0;
    std::array<char, 160> line{};
    for (rows.bind(1, std::int64_t{level.index}); rows.step(); ++count) {
        const int length = std::snprintf(
            line.data(), line.size(), "%lld\t%lld\t%.4f\t%.4f\t%.4f\n", static_cast<long long>(rows.integer(0)),
            static_cast<long long>(rows.integer(1)), rows.real(2), rows.real(3), rows.real(4));
        out.write({line.data(), static_cast<std::size_t>(length)});
    }
    out.close();
    return {count, 0};
}

}  // namespace muster::store
