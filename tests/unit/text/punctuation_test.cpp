// SPDX-License-Identifier: Apache-2.0
// Chinese is set with full-width punctuation. Half-width marks belong to numbers, codes and Latin words only.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "render/text/catalogue.h"

using namespace muster;
using namespace muster::text;

namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += byte;
        else if (byte < 0xC0)
            out.back() = out.back() << 6 | (byte & 0x3Fu);
        else
            out += byte < 0xE0 ? byte & 0x1Fu : byte < 0xF0 ? byte & 0x0Fu : byte & 0x07u;
    }
    return out;
}

bool is_chinese(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }
// A bracket or quotation mark that belongs to the Chinese sentence.
bool is_full_width(char32_t c) {
    return is_chinese(c) || std::u32string_view(U"（）“”《》").find(c) != std::u32string_view::npos;
}

bool touches_chinese(const std::u32string& text, std::size_t at) {
    const bool quoted = at > 0 && text[at - 1] == U'“' && at + 1 < text.size() && text[at + 1] == U'”';
    if (quoted) return false;  // the mark itself is spoken of
    return (at > 0 && is_full_width(text[at - 1])) || (at + 1 < text.size() && is_full_width(text[at + 1]));
}

// What [ ] holds is written as a file has it.
bool in_code(const std::u32string& text, std::size_t at) {
    const std::size_t open = text.rfind(U'[', at), close = text.rfind(U']', at);
    return open != std::u32string::npos && (close == std::u32string::npos || close < open);
}

// Half-width marks that touch Chinese, and brackets of two widths or around Chinese.
std::size_t faults(std::string_view words) {
    const std::u32string text = code_points(words);
    std::size_t count = 0;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_code(text, i)) continue;
        const char32_t c = text[i];
        if (std::u32string_view(U",:;?!()").find(c) != std::u32string_view::npos && touches_chinese(text, i)) ++count;
        if (c == U'(' || c == U'（') open.push_back(i);
        if (c != U')' && c != U'）') continue;
        if (open.empty()) {
            ++count;
            continue;
        }
        const std::size_t from = open.back();
        open.pop_back();
        const bool half = text[from] == U'(';
        count += half != (c == U')') ? 1 : 0;
        const std::u32string_view inside(text.data() + from, i - from);
        count += half && std::any_of(inside.begin(), inside.end(), is_chinese) ? 1 : 0;
    }
    return count + open.size();
}

}  // namespace

TEST_CASE("Half-width punctuation is found where Chinese stands beside it", "[text]") {
    CHECK(faults("警铃响了,请排队") == 1);
    CHECK(faults("文件:{file}") == 1);
    CHECK(faults("净宽(m)") == 1);
    CHECK(faults("种子 {seed}(默认 1)") == 2);
    CHECK(faults("净宽（m)") == 1);
    CHECK(faults("净宽（m），在 ({x}, {y}) 附近，写 1:42；曲线为 [秒, 千瓦]") == 0);
    CHECK(faults("字变成了“?”") == 0);
    CHECK(faults("muster run a.json --out runs/a") == 0);
}

TEST_CASE("Chinese texts have full-width punctuation", "[text]") {
    const Texts& all = texts_of(Lang::zh_cn);
    for (const auto& rows : {all.texts, all.findings, all.hints})
        for (const TextRow& row : rows) {
            CAPTURE(row.id, row.text);
            CHECK(faults(row.text) == 0);
        }
}
