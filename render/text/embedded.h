// SPDX-License-Identifier: Apache-2.0
// The catalogues as the program carries them: what embed.py made of the folders of .po files.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace muster::text {

struct TextRow {
    std::string_view id, text;
};

/// What one language says, each table in the order of the ids. A finding's id is its code; not every one has a hint.
struct Texts {
    std::string_view tag;
    std::span<const TextRow> texts, findings, hints;
};

/// One per folder, registered in language.h or not.
[[nodiscard]] std::span<const Texts> embedded_texts();

}  // namespace muster::text
