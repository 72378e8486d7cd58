// SPDX-License-Identifier: Apache-2.0
#include "floorplans/json_spans.h"

#include <algorithm>

namespace muster::floorplans {

namespace {

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    JsonSpan value() {
        JsonSpan span;
        const std::size_t begin = at_;
        const char first = here();
        if (first == '{' || first == '[') {
            container(span, first == '{');
        } else if (first == '"') {
            string();
        } else {
            while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos)
                ++at_;
        }
        span.text = text_.substr(begin, at_ - begin);
        return span;
    }
    std::string_view blank() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
        return text_.substr(begin, at_ - begin);
    }

private:
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    std::string_view string() {
        const std::size_t begin = at_++;
        while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
        at_ = std::min(at_ + 1, text_.size());
        return text_.substr(begin, at_ - begin);
    }

    void container(JsonSpan& span, bool object) {
        span.kind = object ? JsonSpan::Kind::object : JsonSpan::Kind::array;
        ++at_;
        std::string_view lead = blank();
        while (at_ < text_.size() && here() != '}' && here() != ']') {
            span.inside.push_back(item(object, lead));
            static_cast<void>(blank());
            if (here() != ',') break;
            ++at_;
            lead = blank();
        }
        // The blanks just before the bracket: `at_` is on it, or past the text.
        std::size_t begin = at_;
        while (begin > 0 && std::string_view(" \t\r\n").find(text_[begin - 1]) != std::string_view::npos) --begin;
        span.tail = text_.substr(begin, at_ - begin);
        at_ = std::min(at_ + 1, text_.size());
    }

    JsonSpan item(bool object, std::string_view lead) {
        std::string_view key, after_key;
        if (object) {
            key = string();
            const std::size_t begin = at_;
            static_cast<void>(blank());
            at_ = std::min(at_ + 1, text_.size());
            static_cast<void>(blank());
            after_key = text_.substr(begin, at_ - begin);
        }
        JsonSpan span = value();
        span.key = key;
        span.lead = lead;
        span.after_key = after_key;
        return span;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

const JsonSpan* JsonSpan::member(std::string_view quoted_key) const {
    const auto it = std::find_if(inside.begin(), inside.end(), [&](const JsonSpan& m) { return m.key == quoted_key; });
    return it == inside.end() ? nullptr : &*it;
}

JsonSpan json_spans(std::string_view text) {
    Scanner scanner(text);
    static_cast<void>(scanner.blank());
    return scanner.value();
}

}  // namespace muster::floorplans
