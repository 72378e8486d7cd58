// SPDX-License-Identifier: Apache-2.0
#include "floorplans/json_cursor.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "floorplans/json_text.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

using nlohmann::json;

namespace {

constexpr double max_coordinate = 1e8;
constexpr std::size_t max_points = 100'000;

// What was written, short enough for a message and the same in every language.
std::string shown(const json& value) {
    if (value.is_object()) return "{...}";
    if (value.is_array()) return "[...]";
    constexpr std::size_t longest = 40;
    std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;  // not inside a character
    return text.substr(0, end) + "...";
}

std::string unescaped(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~' || i + 1 >= token.size()) {
            out += token[i];
        } else {
            out += token[++i] == '1' ? '/' : '~';
        }
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& w : words) out += (out.empty() ? "" : " ") + w;
    return out;
}

bool is_point(const json& value) {
    return value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number();
}

// The same complaint at the same place is made once: only the last few findings can be from that place.
bool reported_lately(const Findings& findings, std::string_view code, const std::string& pointer) {
    constexpr std::ptrdiff_t lately = 64;
    const auto size = static_cast<std::ptrdiff_t>(findings.size());
    return std::any_of(findings.end() - std::min(size, lately), findings.end(),
                       [&](const Finding& f) { return f.code == code && f.pointer == pointer; });
}

std::size_t edit_distance(std::string_view a, std::string_view b) {  // Levenshtein, in bytes
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

JsonCursor::JsonCursor(const JsonDocument& document, Findings& findings)
    : document_(&document), findings_(&findings), value_(&document.root()) {}

JsonCursor::JsonCursor(const JsonCursor& parent, const json* value, std::string pointer)
    : document_(parent.document_), findings_(parent.findings_), value_(value), pointer_(std::move(pointer)) {}

bool JsonCursor::is_object() const { return value_ != nullptr && value_->is_object(); }
bool JsonCursor::is_array() const { return value_ != nullptr && value_->is_array(); }
bool JsonCursor::is_string() const { return value_ != nullptr && value_->is_string(); }
bool JsonCursor::is_number() const { return value_ != nullptr && value_->is_number(); }
const json& JsonCursor::raw() const { return *value_; }

void JsonCursor::report(Severity severity, std::string code,
                        std::vector<std::pair<std::string, std::string>> args) const {
    findings_->push_back(
        {severity, std::move(code), pointer_, document_->file(), document_->line_of(pointer_), std::move(args)});
}

// Says that a value of another kind was wanted here; `expected` is an example of it.
void JsonCursor::expect(std::string_view expected) const {
    if (missing()) {
        const std::size_t cut = pointer_.rfind('/');
        const JsonCursor parent(*this, nullptr, pointer_.substr(0, cut == std::string::npos ? 0 : cut));
        if (reported_lately(*findings_, "json.wrong_type", parent.pointer_)) return;
        const std::string key = cut == std::string::npos ? std::string{} : unescaped(pointer_.substr(cut + 1));
        parent.report(Severity::error, "json.missing_key", {{"key", key}, {"expected", std::string(expected)}});
        return;
    }
    if (reported_lately(*findings_, "json.wrong_type", pointer_)) return;
    report(Severity::error, "json.wrong_type", {{"expected", std::string(expected)}, {"actual", shown(*value_)}});
}

JsonCursor JsonCursor::operator[](std::string_view key) const {
    const json* member = nullptr;
    if (is_object()) {
        if (const auto it = value_->find(key); it != value_->end()) member = &*it;
    } else if (!missing()) {
        expect("{...}");
    }
    return {*this, member, pointer_ + "/" + pointer_token(key)};
}

bool JsonCursor::has(std::string_view key) const { return is_object() && value_->contains(key); }

std::vector<JsonCursor> JsonCursor::elements() const {
    std::vector<JsonCursor> out;
    if (missing()) return out;
    if (!is_array()) {
        expect("[...]");
        return out;
    }
    out.reserve(value_->size());
    for (std::size_t i = 0; i < value_->size(); ++i)
        out.push_back(JsonCursor(*this, &(*value_)[i], pointer_ + "/" + std::to_string(i)));
    return out;
}

void JsonCursor::allow_keys(std::span<const std::string_view> keys) const {
    if (missing()) return;
    if (!is_object()) return expect("{...}");
    const std::vector<std::string> known(keys.begin(), keys.end());
    for (const auto& [key, value] : value_->items()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        std::string nearest = nearest_word(key, known);
        if (nearest.empty()) nearest = joined(known);
        (*this)[key].report(Severity::warning, "json.unknown_key", {{"key", key}, {"nearest", nearest}});
    }
}

double JsonCursor::number(double low, double high, double fallback) const {
    if (!is_number()) return expect("1.5"), fallback;
    const double value = value_->get<double>();
    if (value >= low && value <= high) return value;
    report(Severity::error, "json.out_of_range",
           {{"value", shown(*value_)}, {"low", short_number(low)}, {"high", short_number(high)}});
    return fallback;
}

int JsonCursor::integer(int low, int high, int fallback) const {
    if (!is_number() || value_->get<double>() != std::floor(value_->get<double>())) return expect("12"), fallback;
    return static_cast<int>(number(low, high, fallback));
}

std::string JsonCursor::string(std::string fallback) const {
    if (!is_string()) return expect("\"...\""), fallback;
    if (const std::string& text = string_here(); !text.empty()) return text;
    report(Severity::error, "json.empty_string");
    return fallback;
}

bool JsonCursor::boolean(bool fallback) const {
    if (missing() || !value_->is_boolean()) return expect("true / false"), fallback;
    return value_->get<bool>();
}

Vec2 JsonCursor::point() const {
    if (missing() || !is_point(*value_)) return expect("[1.5, 2.0]"), Vec2{};
    const Vec2 p{(*value_)[0].get<double>(), (*value_)[1].get<double>()};
    if (std::abs(p.x) <= max_coordinate && std::abs(p.y) <= max_coordinate) return p;
    report(Severity::error, "json.out_of_range",
           {{"value", value_->dump()}, {"low", short_number(-max_coordinate)}, {"high", short_number(max_coordinate)}});
    return {};
}

std::vector<Vec2> JsonCursor::points() const {
    std::vector<Vec2> out;
    if (!is_array()) return expect("[[0, 0], [9, 0], [9, 7]]"), out;
    if (value_->size() > max_points) {
        report(Severity::error, "json.too_many", {{"limit", std::to_string(max_points)}});
        return out;
    }
    out.reserve(value_->size());
    for (std::size_t i = 0; i < value_->size(); ++i) {
        const std::size_t before = findings_->size();
        const Vec2 p = JsonCursor(*this, &(*value_)[i], pointer_ + "/" + std::to_string(i)).point();
        if (findings_->size() == before) out.push_back(p);
    }
    return out;
}

Name JsonCursor::name() const {
    if (is_string()) {
        const std::string text = string();
        return {text, text};
    }
    if (!is_object()) return expect("\"...\""), Name{};
    allow_keys({"zh-CN", "en"});
    Name name{has("zh-CN") ? (*this)["zh-CN"].string() : "", has("en") ? (*this)["en"].string() : ""};
    if (!has("zh-CN") && !has("en")) expect("{\"zh-CN\": \"...\", \"en\": \"...\"}");
    if (name.zh.empty()) name.zh = name.en;
    if (name.en.empty()) name.en = name.zh;
    return name;
}

const std::string& JsonCursor::string_here() const { return value_->get_ref<const std::string&>(); }

void JsonCursor::report_no_word(const std::vector<std::string>& words) const {
    if (!is_string()) return expect('"' + words.front() + '"');
    std::string nearest = nearest_word(string_here(), words);
    if (nearest.empty()) nearest = joined(words);
    report(Severity::error, "json.unknown_word", {{"word", shown(*value_)}, {"nearest", nearest}});
}

std::string nearest_word(const std::string& word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 100;  // longer ones are not typing mistakes
    std::string best;
    std::size_t least = word.size() / 2 + 1;
    if (word.size() > longest) return best;
    for (const std::string& c : candidates) {
        const std::size_t gap = c.size() > word.size() ? c.size() - word.size() : word.size() - c.size();
        if (gap >= least) continue;
        if (const std::size_t d = edit_distance(word, c); d < least) best = c, least = d;
    }
    return best;
}

}  // namespace muster::floorplans
