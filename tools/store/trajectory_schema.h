// SPDX-License-Identifier: Apache-2.0
// Tables of a trajectory database: version 2 of the JuPedSim schema, with what we add for several storeys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/geometry/polygon.h"
#include "tools/store/sqlite.h"

namespace muster::store {

/// One: exactly the tables and columns of the JuPedSim schema.
enum class Storeys { one, all };

/// Of the plan, in its coordinates: readers scale their view by it.
struct Bounds {
    Vec2 low, high;
    bool empty = true;
    void add(const std::vector<Polygon>& parts);
};

void create_schema(Database& database, Storeys storeys);
void put_metadata(Database& database, std::string_view key, std::string_view value);
void put_run_metadata(Database& database, double frames_per_s, const Bounds& bounds);
/// A number as the schema's readers expect it: "2.0", never "2".
[[nodiscard]] std::string float_text(double value);

}  // namespace muster::store
