// SPDX-License-Identifier: Apache-2.0
// The report of `muster rectify` as a document, and its rows of form F8.
#pragma once

#include <string>
#include <vector>

#include "render/document/document.h"
#include "tools/store/rectification_file.h"

namespace muster::rectify {

/// Peak densities of one storey before and after, in one language, on the same scale.
struct ItemPictures {
    std::string item;  // id
    Name level;
    std::string before_png, after_png;
};

/// What is proposed, and what it gains.
[[nodiscard]] document::Document rectification_document(const store::RectificationFile& file,
                                                        const std::vector<ItemPictures>& pictures, text::Lang lang);
/// Rows of form F8.
[[nodiscard]] std::string hazards_csv(const store::RectificationFile& file, text::Lang lang);

/// That the seeds are too few for so many changes; "" = they are enough.
[[nodiscard]] std::string too_few_words(const store::RectificationFile& file, text::Lang lang);
/// What the runs say of one item, in a few words: "显著改善", ...
[[nodiscard]] std::string verdict_text(const store::RectificationItem& item, text::Lang lang);
/// "1–12", or a list.
[[nodiscard]] std::string seeds_text(const std::vector<std::uint64_t>& seeds);

}  // namespace muster::rectify
