// SPDX-License-Identifier: Apache-2.0
// Places, rules and names as JSON, both ways: what items.json and compliance.json share. Inside tools/store only.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>

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

template <class Enum>
[[nodiscard]] const char* word_in(std::initializer_list<std::string_view> words, Enum value) {
    return (words.begin() + static_cast<std::ptrdiff_t>(value))->data();  // of literals: they end in a zero
}
template <class Enum>
[[nodiscard]] Enum word_at(const floorplans::JsonCursor& object, const char* key,
                           std::initializer_list<std::string_view> words) {
    return static_cast<Enum>(std::max(0, object[key].word(words)));
}

/// A format of files, and the codes of findings when a file is of another one or of a newer version.
struct FileFormat {
    const char* name;
    int version;
    const char *not_one, *newer;
};
[[nodiscard]] bool is_of(const FileFormat& format, const floorplans::JsonCursor& root, const std::string& path,
                         std::vector<Finding>& findings);

}  // namespace muster::store
