// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/cfast/namelist.h"

#include <cctype>
#include <charconv>

namespace muster::cfast {

namespace {

std::string upper(std::string s) {
    for (char& c : s) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return s;
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    /// The next token: a word or number, a quoted text, '=', '&' or '/'. Empty at the end.
    std::string next(bool& quoted) {
        quoted = false;
        while (at_ < text_.size() && (std::isspace(static_cast<unsigned char>(text_[at_])) || text_[at_] == ','))
            skip();
        if (at_ >= text_.size()) return {};
        const char c = text_[at_];
        if (c == '=' || c == '&' || c == '/') {
            skip();
            return std::string(1, c);
        }
        std::string out;
        if (c == '\'' || c == '"') {
            quoted = true;
            skip();
            while (at_ < text_.size() && text_[at_] != c) out += take();
            if (at_ < text_.size()) skip();
            return out;
        }
        while (at_ < text_.size() && !std::isspace(static_cast<unsigned char>(text_[at_])) &&
               std::string_view(",=&/").find(text_[at_]) == std::string_view::npos)
            out += take();
        return out;
    }
    [[nodiscard]] int line() const { return line_; }

private:
    void skip() {
        if (text_[at_] == '\n') ++line_;
        ++at_;
    }
    char take() {
        const char c = text_[at_];
        skip();
        return c;
    }
    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

bool parse(const std::string& s, double& out) {
    const char* first = s.data();
    if (!s.empty() && *first == '+') ++first;
    const auto [end, error] = std::from_chars(first, s.data() + s.size(), out);
    return error == std::errc{} && end == s.data() + s.size();
}

}  // namespace

std::string NamelistRecord::text(const std::string& key, const std::string& otherwise) const {
    const auto it = values.find(key);
    return it == values.end() || it->second.empty() ? otherwise : it->second.front();
}

double NamelistRecord::number(const std::string& key, double otherwise, std::size_t at) const {
    const auto it = values.find(key);
    double out = 0.0;
    if (it == values.end() || at >= it->second.size() || !parse(it->second[at], out)) return otherwise;
    return out;
}

std::vector<double> NamelistRecord::numbers(const std::string& key) const {
    std::vector<double> out;
    const auto it = values.find(key);
    if (it == values.end()) return out;
    for (const std::string& s : it->second) {
        double v = 0.0;
        if (parse(s, v)) out.push_back(v);
    }
    return out;
}

std::vector<NamelistRecord> read_namelist(std::string_view text) {
    std::vector<NamelistRecord> out;
    Scanner scanner(text);
    bool quoted = false, inside = false;
    std::vector<std::string>* values = nullptr;
    std::string last;  // a word that may turn out to be a key
    bool last_is_text = false;
    for (std::string token = scanner.next(quoted); !token.empty() || quoted; token = scanner.next(quoted)) {
        if (!quoted && token == "&") {
            out.emplace_back();
            out.back().line = scanner.line();
            out.back().name = upper(scanner.next(quoted));
            inside = true;
            values = nullptr;
            last.clear();
            last_is_text = false;
            continue;
        }
        if (!inside) continue;
        const auto keep_last = [&] {
            if (values && (!last.empty() || last_is_text)) values->push_back(last);
            last.clear();
            last_is_text = false;
        };
        if (!quoted && token == "/") {
            keep_last();
            inside = false;
        } else if (!quoted && token == "=") {
            values = &out.back().values[upper(last)];
            last.clear();
            last_is_text = false;
        } else {
            keep_last();
            last = token;
            last_is_text = quoted;
        }
    }
    return out;
}

}  // namespace muster::cfast
