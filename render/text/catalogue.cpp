// SPDX-License-Identifier: Apache-2.0
#include "render/text/catalogue.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <span>

#include "render/text/names.h"

namespace muster::text {

namespace {

// The registered ones, in their order.
std::array<const Texts*, all_languages.size()> registered() {
    std::array<const Texts*, all_languages.size()> out{};
    for (const Lang lang : all_languages) {
        const auto all = embedded_texts();
        const auto it = std::find_if(all.begin(), all.end(), [&](const Texts& t) { return t.tag == tag_of(lang); });
        assert(it != all.end() && "a registered language has its folder");
        out.at(static_cast<std::size_t>(lang)) = &*it;
    }
    return out;
}

// Null when there is no such row.
const TextRow* find_row(std::span<const TextRow> rows, std::string_view id) {
    const auto it = std::lower_bound(rows.begin(), rows.end(), id,
                                     [](const TextRow& row, std::string_view wanted) { return row.id < wanted; });
    return it != rows.end() && it->id == id ? &*it : nullptr;
}

bool is_placeholder_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

// Calls literal(part) and placeholder(name) in order.
template <class Literal, class Placeholder>
void walk(std::string_view text, Literal&& literal, Placeholder&& placeholder) {
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t open = text.find('{', from);
        const std::size_t close = open == text.npos ? open : text.find('}', open);
        if (close == text.npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        if (is_placeholder_name(name)) {
            literal(text.substr(from, open - from));
            placeholder(name);
            from = close + 1;
        } else {
            literal(text.substr(from, open + 1 - from));
            from = open + 1;
        }
    }
    literal(text.substr(std::min(from, text.size())));
}

std::string unknown_code_text(const Finding& finding) {
    std::string text = finding.code;
    const char* separator = ": ";
    for (const auto& [name, value] : finding.args) {
        text += separator + name + "=" + value;
        separator = ", ";
    }
    return text;
}

}  // namespace

const Texts& texts_of(Lang lang) {
    static const auto all = registered();
    return *all.at(static_cast<std::size_t>(lang));
}

std::optional<std::string_view> text_of(std::string_view id, Lang lang) {
    const TextRow* row = find_row(texts_of(lang).texts, id);
    if (row == nullptr) return std::nullopt;
    return row->text;
}

std::string fill(std::string_view text, const TextArgs& args) {
    std::string filled;
    walk(
        text, [&](std::string_view literal) { filled += literal; },
        [&](std::string_view name) {
            const auto it = std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
            if (it == args.end())
                filled.append("{").append(name).append("}");
            else
                filled += it->second;
        });
    return filled;
}

std::vector<std::string> placeholders_of(std::string_view text) {
    std::vector<std::string> names;
    walk(
        text, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::string Catalogue::text(std::string_view id, const TextArgs& args) const {
    return fill(text_of(id, lang_).value_or(id), args);
}

FindingText describe(const Finding& finding, Lang lang) {
    const TextRow* message = find_row(texts_of(lang).findings, finding.code);
    if (message == nullptr) return {unknown_code_text(finding), {}};
    const TextRow* hint = find_row(texts_of(lang).hints, finding.code);
    return {fill(message->text, finding.args), hint == nullptr ? std::string() : fill(hint->text, finding.args)};
}

std::string place_of(const Finding& finding) {
    if (finding.line <= 0) return finding.file;
    return finding.file + ":" + std::to_string(finding.line);
}

std::string describe_line(const Finding& finding, Lang lang) {
    std::string line = place_of(finding);
    if (!line.empty()) line += ": ";
    line += Catalogue(lang).text("terminal.finding", {{"severity", std::string(name_of(finding.severity, lang))},
                                                      {"message", describe(finding, lang).message}});
    if (!finding.pointer.empty()) line += " (" + finding.pointer + ")";
    return line + " [" + finding.code + "]";
}

Name in_all_languages(std::string_view id) { return {Catalogue(Lang::zh_cn).text(id), Catalogue(Lang::en).text(id)}; }

}  // namespace muster::text
