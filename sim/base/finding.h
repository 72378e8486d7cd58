// SPDX-License-Identifier: Apache-2.0
// What a reader or a checker has to say about an input file. Findings are collected, never thrown; they carry a code
// and a place, and no prose: the text in zh-CN and English is looked up by code in render/text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace muster {

enum class Severity : std::uint8_t { note, warning, error };

struct Finding {
    Severity severity = Severity::error;
    std::string code;     // e.g. "opening.width_differs"; key of the text catalogues, arguments named in {braces} there
    std::string pointer;  // RFC 6901 JSON pointer into `file`, e.g. "/openings/2/clear_width_m"; "" = the whole file
    std::string file;     // path as the user gave it; "" until a reader fills it in
    int line = 0;         // 1-based; 0 = unknown
    std::vector<std::pair<std::string, std::string>> args;  // values for the text, already formatted, without units

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

inline bool has_errors(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::error; });
}

/// A value with what was found on the way to it. `value` is empty exactly when the findings hold an error.
template <class T>
struct Checked {
    std::optional<T> value;
    Findings findings;
    explicit operator bool() const { return value.has_value(); }
};

}  // namespace muster
