// SPDX-License-Identifier: Apache-2.0
// Writing HTML without forgetting to escape; inside render/document and render/replay only.
#pragma once

#include <string>
#include <string_view>

namespace muster::document {

class Html {
public:
    /// Markup of ours, as it is.
    Html& raw(std::string_view markup);
    /// Words of anybody, escaped.
    Html& text(std::string_view words);
    Html& open(std::string_view tag, std::string_view style = {});
    Html& close(std::string_view tag);
    /// <tag class="style">words</tag>
    Html& element(std::string_view tag, std::string_view words, std::string_view style = {});

    [[nodiscard]] std::string take() { return std::move(page_); }

private:
    std::string page_;
};

[[nodiscard]] std::string escaped(std::string_view words);
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace muster::document
