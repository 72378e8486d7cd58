// SPDX-License-Identifier: Apache-2.0
#include "render/text/catalogue.h"

#include <algorithm>
#include <array>

#include "render/text/names.h"

namespace muster::text {

namespace {

constexpr auto texts = std::to_array<TextRow>({
#include "render/text/text_card.inc"
#include "render/text/text_compliance.inc"
#include "render/text/text_drill.inc"
#include "render/text/text_edit.inc"
#include "render/text/text_forms.inc"
#include "render/text/text_ledger.inc"
#include "render/text/text_ledger_commands.inc"
#include "render/text/text_lesson.inc"
#include "render/text/text_lists.inc"
#include "render/text/text_parameters.inc"
#include "render/text/text_picture.inc"
#include "render/text/text_plan.inc"
#include "render/text/text_rectify.inc"
#include "render/text/text_replay.inc"
#include "render/text/text_report.inc"
#include "render/text/text_terminal.inc"
#include "render/text/text_verify.inc"
#include "render/text/text_viewer.inc"
#if __has_include("render/text/text_muster.inc")
#include "render/text/text_muster.inc"
#endif
});

// Each part of the program writes the sentences of its own findings.
constexpr auto findings_table = std::to_array<FindingRow>({
#include "render/text/findings_common.inc"
#include "render/text/findings_rules.inc"
#if __has_include("render/text/findings_floorplans.inc")
#include "render/text/findings_floorplans.inc"
#endif
#if __has_include("render/text/findings_scenarios.inc")
#include "render/text/findings_scenarios.inc"
#endif
#if __has_include("render/text/findings_engine.inc")
#include "render/text/findings_engine.inc"
#endif
#if __has_include("render/text/findings_import.inc")
#include "render/text/findings_import.inc"
#endif
#include "render/text/findings_classes.inc"
#include "render/text/findings_drill.inc"
#include "render/text/findings_ledger.inc"
#include "render/text/findings_tables.inc"
#if __has_include("render/text/findings_muster.inc")
#include "render/text/findings_muster.inc"
#endif
});

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

std::span<const TextRow> text_rows() { return texts; }
std::span<const FindingRow> finding_rows() { return findings_table; }

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
    const auto it = std::find_if(texts.begin(), texts.end(), [&](const TextRow& row) { return row.id == id; });
    if (it == texts.end()) return std::string(id);
    return fill(lang_ == Lang::zh_cn ? it->zh : it->en, args);
}

FindingText describe(const Finding& finding, Lang lang) {
    const auto it = std::find_if(findings_table.begin(), findings_table.end(),
                                 [&](const FindingRow& row) { return row.code == finding.code; });
    if (it == findings_table.end()) return {unknown_code_text(finding), {}};
    const bool zh = lang == Lang::zh_cn;
    return {fill(zh ? it->zh : it->en, finding.args), fill(zh ? it->zh_hint : it->en_hint, finding.args)};
}

std::string place_of(const Finding& finding) {
    if (finding.line <= 0) return finding.file;
    return finding.file + ":" + std::to_string(finding.line);
}

std::string describe_line(const Finding& finding, Lang lang) {
    std::string line = place_of(finding);
    if (!line.empty()) line += ": ";
    line.append(name_of(finding.severity, lang)).append(lang == Lang::zh_cn ? "：" : ": ");
    line += describe(finding, lang).message;
    if (!finding.pointer.empty()) line += " (" + finding.pointer + ")";
    return line + " [" + finding.code + "]";
}

Name in_all_languages(std::string_view id) { return {Catalogue(Lang::zh_cn).text(id), Catalogue(Lang::en).text(id)}; }

}  // namespace muster::text
