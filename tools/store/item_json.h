// SPDX-License-Identifier: Apache-2.0
// Places, rules and names as JSON, both ways: what items.json and compliance.json share. Inside tools/store only.
#pragma once

#include <nlohmann/json.hpp>

#include "floorplans/json_cursor.h"
#include "tools/store/rectification_file.h"

namespace muster::store {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json name_as_json(const Name& name);
[[nodiscard]] Json site_json(const ItemSite& site);
[[nodiscard]] Json basis_json(const ItemBasis& basis);
[[nodiscard]] Json rounded(double value, double step);  // null when it is no finite number
[[nodiscard]] Json rounded(const std::optional<double>& value);

// A member that is not there stays as it is in an empty item.
[[nodiscard]] std::string text_in(const floorplans::JsonCursor& object, const char* key);
[[nodiscard]] Name name_in(const floorplans::JsonCursor& object, const char* key);
[[nodiscard]] std::optional<double> number_in(const floorplans::JsonCursor& object, const char* key);
[[nodiscard]] bool truth_in(const floorplans::JsonCursor& object, const char* key);
void read_found(const floorplans::JsonCursor& at, FoundHazard& hazard);

/// A format of files, and the codes of findings when a file is of another one or of a newer version.
struct FileFormat {
    const char* name;
    int version;
    const char *not_one, *newer;
};
[[nodiscard]] bool is_of(const FileFormat& format, const floorplans::JsonCursor& root, const std::string& path,
                         std::vector<Finding>& findings);

}  // namespace muster::store
