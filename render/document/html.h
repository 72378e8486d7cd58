// SPDX-License-Identifier: Apache-2.0
// Writing HTML without forgetting to escape; inside render/document and render/replay only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster::document {

struct HtmlCell {
    std::string text;
    const char* style = "";  // class of the cell: "num", "key", "quiet"
};

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
    void header_row(const std::vector<HtmlCell>& cells);
    void row(const std::vector<HtmlCell>& cells, std::string_view style = {});
    void image_png(std::string_view png, std::string_view alternative);

    [[nodiscard]] std::string take() { return std::move(page_); }

private:
    void cells(std::string_view tag, const std::vector<HtmlCell>& cells);
    std::string page_;
};

[[nodiscard]] std::string escaped(std::string_view words);
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace muster::document
