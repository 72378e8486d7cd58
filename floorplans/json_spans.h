// SPDX-License-Identifier: Apache-2.0
// Where the values of a JSON text stand in it. Internal to floorplans.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::floorplans {

/// A value and its place in the text. For elements and members `lead` is the blank space before them.
struct JsonSpan {
    enum class Kind { object, array, scalar };
    Kind kind = Kind::scalar;
    std::string_view text;         // of the value
    std::string_view key, lead;    // key: with its quotes; empty for elements
    std::string_view after_key;    // from the end of the key to the value: the colon and blanks
    std::string_view tail;         // of a container: the blank space before its closing bracket
    std::vector<JsonSpan> inside;  // members or elements

    [[nodiscard]] const JsonSpan* member(std::string_view quoted_key) const;
};

/// Pre: `text` is well-formed (JsonDocument::parse took it). It must outlive the result.
[[nodiscard]] JsonSpan json_spans(std::string_view text);

}  // namespace muster::floorplans
