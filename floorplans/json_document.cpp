// SPDX-License-Identifier: Apache-2.0
// Parsing half of json_cursor.h: text to values and their lines.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "floorplans/json_cursor.h"
#include "floorplans/json_text.h"

namespace muster::floorplans {

using nlohmann::json;

namespace {

constexpr std::size_t max_bytes = 256U << 20U;
constexpr std::size_t max_string_bytes = 1U << 20U;
constexpr std::size_t max_depth = 64;
constexpr std::size_t max_values =
    8'000'000;  // a million vertices need 3 million; bounds the memory a file can ask for
constexpr std::size_t max_findings = 100;

// Lines are kept by a hash of the pointer, so that a plan with a million vertices costs 16 bytes each. Prefixes of a
// pointer are prefixes of its hash (FNV-1a), which gives the ancestors for free. A collision gives a wrong line only.
constexpr std::uint64_t hash_seed = 0xcbf29ce484222325ULL;

constexpr std::uint64_t hash_on(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
}

std::uint64_t hash_on(std::uint64_t hash, std::string_view text) {
    for (const char c : text) hash = hash_on(hash, c);
    return hash;
}

struct LineEntry {
    std::uint64_t pointer_hash = 0;
    int line = 0;
};

// Bytes of the UTF-8 character at `p` (Unicode 15, table 3-7); 0 = not UTF-8.
std::size_t utf8_length(const unsigned char* p, std::size_t left) {
    const unsigned char lead = p[0];
    if (lead < 0x80) return 1;
    const std::size_t n = lead >= 0xC2 && lead <= 0xDF   ? 2
                          : (lead & 0xF0U) == 0xE0       ? 3
                          : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                         : 0;
    if (n == 0 || n > left) return 0;
    const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high) return 0;
    for (std::size_t i = 2; i < n; ++i)
        if ((p[i] & 0xC0U) != 0x80) return 0;
    return n;
}

/// How far the parser has read. The line is that of the last character read: a number is known to end only when the
/// line break after it has been read.
struct ReadingState {
    const char* begin = nullptr;
    const char* next = nullptr;
    const char* end = nullptr;
    int line = 1;
    bool at_line_end = false;

    /// The word (or the single sign) around the last character read, for a message.
    [[nodiscard]] std::string word_here() const {
        constexpr std::ptrdiff_t longest = 40;
        const auto in_word = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
                   c == '+' || c == '.';
        };
        const char* from = next == begin ? next : next - 1;
        if (from > begin && !in_word(*from) && in_word(from[-1])) --from;  // a number ends one character late
        const char* to = from;
        while (from > begin && next - from < longest && in_word(from[-1]) && in_word(*from)) --from;
        while (to < end && to - from < longest && in_word(*to)) ++to;
        if (to == from && from<end&& static_cast<unsigned char>(*from)> ' ' && *from != '\x7f')
            to += utf8_length(reinterpret_cast<const unsigned char*>(from), static_cast<std::size_t>(end - from));
        return {from, to};
    }
};

/// The characters of a text, counting lines as they are consumed. All copies share the state.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator() = default;
    explicit CountingIterator(ReadingState& state) : state_(&state) {}
    reference operator*() const { return *state_->next; }
    CountingIterator& operator++() {
        if (state_->at_line_end) ++state_->line;
        state_->at_line_end = *state_->next == '\n';
        ++state_->next;
        return *this;
    }
    CountingIterator operator++(int) {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_end() == other.at_end(); }
    bool operator!=(const CountingIterator& other) const { return !(*this == other); }

private:
    [[nodiscard]] bool at_end() const { return state_ == nullptr || state_->next == state_->end; }
    ReadingState* state_ = nullptr;
};

/// Builds the values and the line table from the parser's events; refuses what json_cursor.h says is refused.
class Builder final : public nlohmann::json_sax<json> {
public:
    Builder(const ReadingState& state, const std::string& file, Findings& findings)
        : state_(state), file_(file), findings_(findings) {}

    json root;
    std::vector<LineEntry> lines;

    bool null() override { return add(nullptr) != nullptr; }
    bool boolean(bool value) override { return add(value) != nullptr; }
    bool number_integer(number_integer_t value) override { return add(value) != nullptr; }
    bool number_unsigned(number_unsigned_t value) override { return add(value) != nullptr; }
    bool number_float(number_float_t value, const string_t&) override { return add(value) != nullptr; }
    bool binary(binary_t&) override { return false; }  // not in JSON text
    bool string(string_t& value) override {
        if (!fits(value)) return false;
        json* text = add(json::value_t::string);  // an empty one
        if (text != nullptr) text->get_ref<std::string&>() = std::move(value);
        return text != nullptr;
    }
    bool start_object(std::size_t) override { return open(json::value_t::object); }
    bool start_array(std::size_t) override { return open(json::value_t::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (!fits(name)) return false;
        key_ = name;
        if (!stack_.back().value->contains(key_)) return true;
        report("json.duplicate_key", {{"key", key_}});
        return findings_.size() < max_findings;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
        const std::string word = state_.word_here();
        constexpr int number_overflow = 406;
        if (error.id == number_overflow) return report("json.number_too_large", {{"value", word}});
        constexpr std::array not_finite{"NaN", "nan", "Infinity", "-Infinity", "-NaN", "-nan", "inf", "-inf"};
        if (std::find(not_finite.begin(), not_finite.end(), word) != not_finite.end())
            return report("json.not_finite", {{"value", word}});
        if (state_.next == state_.end && !stack_.empty()) return report("json.truncated");
        return report("json.syntax", {{"near", word}});
    }

private:
    struct Container {
        json* value;
        std::uint64_t pointer_hash;
        std::string token;  // of this container in its parent
    };

    bool report(std::string code, std::vector<std::pair<std::string, std::string>> args = {}) {
        std::string pointer;
        for (std::size_t i = 1; i < stack_.size(); ++i) pointer += "/" + stack_[i].token;
        findings_.push_back({Severity::error, std::move(code), pointer, file_, state_.line, std::move(args)});
        return false;
    }

    bool fits(const std::string& text) { return text.size() <= max_string_bytes || report("json.string_too_long"); }

    json* add(json value) {
        if (lines.size() >= max_values) {
            report("json.too_many_values", {{"limit", std::to_string(max_values)}});
            return nullptr;
        }
        if (stack_.empty()) {
            lines.push_back({hash_seed, state_.line});
            root = std::move(value);
            return &root;
        }
        json& parent = *stack_.back().value;
        token_ = parent.is_array() ? std::to_string(parent.size()) : pointer_token(key_);
        hash_ = hash_on(hash_on(stack_.back().pointer_hash, '/'), token_);
        lines.push_back({hash_, state_.line});
        if (parent.is_object()) return &(parent[key_] = std::move(value));
        parent.push_back(std::move(value));
        return &parent.back();
    }

    bool open(json::value_t kind) {
        if (stack_.size() >= max_depth) return report("json.too_deep", {{"limit", std::to_string(max_depth)}});
        const bool is_root = stack_.empty();
        json* value = add(json(kind));
        if (value == nullptr) return false;
        stack_.push_back({value, is_root ? hash_seed : hash_, is_root ? std::string{} : token_});
        return true;
    }

    bool close() {
        stack_.pop_back();
        return true;
    }

    const ReadingState& state_;
    const std::string& file_;
    Findings& findings_;
    std::vector<Container> stack_;
    std::string key_, token_;
    std::uint64_t hash_ = hash_seed;
};

/// Line of the first byte that is not UTF-8; 0 = all is well.
int first_bad_line(const std::string& text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    int line = 1;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t n = utf8_length(bytes + i, text.size() - i);
        if (n == 0) return line;
        if (bytes[i] == '\n') ++line;
        i += n;
    }
    return 0;
}

Findings one_error(std::string code, const std::string& file, int line,
                   std::vector<std::pair<std::string, std::string>> args = {}) {
    return {{Severity::error, std::move(code), "", file, line, std::move(args)}};
}

}  // namespace

struct JsonDocument::Impl {
    json root;
    std::vector<LineEntry> lines;  // sorted by hash
    std::string file;
};

JsonDocument::JsonDocument(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

const json& JsonDocument::root() const { return impl_->root; }
const std::string& JsonDocument::file() const { return impl_->file; }

int JsonDocument::line_of(const std::string& pointer) const {
    const auto find = [this](std::uint64_t hash) {
        const auto it = std::lower_bound(impl_->lines.begin(), impl_->lines.end(), hash,
                                         [](const LineEntry& e, std::uint64_t h) { return e.pointer_hash < h; });
        return it != impl_->lines.end() && it->pointer_hash == hash ? it->line : 0;
    };
    int line = find(hash_seed);
    std::uint64_t hash = hash_seed;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        hash = hash_on(hash, pointer[i]);
        if (i + 1 < pointer.size() && pointer[i + 1] != '/') continue;
        const int here = find(hash);
        if (here == 0) break;
        line = here;
    }
    return line;
}

Checked<JsonDocument> JsonDocument::parse(std::string text, std::string file) {
    if (text.size() > max_bytes) return {{}, one_error("file.too_large", file, 0, {{"limit_mb", "256"}})};
    if (const int line = first_bad_line(text); line != 0) return {{}, one_error("file.not_utf8", file, line)};
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return {{}, one_error("file.empty", file, 1)};
    Findings findings;
    ReadingState state{text.data(), text.data(), text.data() + text.size(), 1, false};
    Builder builder(state, file, findings);
    const bool complete = json::sax_parse(CountingIterator(state), CountingIterator(), &builder);
    if (!complete || has_errors(findings)) return {{}, std::move(findings)};
    auto impl = std::make_unique<Impl>();
    impl->root = std::move(builder.root);
    impl->lines = std::move(builder.lines);
    std::sort(impl->lines.begin(), impl->lines.end(),
              [](const LineEntry& a, const LineEntry& b) { return a.pointer_hash < b.pointer_hash; });
    impl->file = std::move(file);
    return {JsonDocument(std::move(impl)), {}};
}

Checked<JsonDocument> JsonDocument::load(const std::string& path) {
    std::error_code error;
    const auto where = std::filesystem::path(path);
    if (std::filesystem::is_directory(where, error)) return {{}, one_error("file.unreadable", path, 0)};
    std::ifstream in(where, std::ios::binary);
    if (!in) return {{}, one_error("file.unreadable", path, 0)};
    std::string text;
    std::vector<char> chunk(1U << 20U);
    while (text.size() <= max_bytes && in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())).gcount() > 0)
        text.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    if (in.bad()) return {{}, one_error("file.unreadable", path, 0)};
    return parse(std::move(text), path);
}

}  // namespace muster::floorplans
