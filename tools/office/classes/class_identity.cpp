// SPDX-License-Identifier: Apache-2.0
#include "tools/office/classes/class_identity.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "tools/office/tables/table_values.h"

namespace muster::classes {

namespace {

constexpr std::array<std::string_view, 10> numerals = {"十", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

// A numeral at the start of `text` and 3, its length; nothing when there is none. Ten is 10.
std::optional<int> numeral_at(std::string_view text) {
    for (std::size_t i = 0; i < numerals.size(); ++i)
        if (text.starts_with(numerals[i])) return i == 0 ? 10 : static_cast<int>(i);
    return std::nullopt;
}

// 二十一 = 21, 十二 = 12, 二十 = 20, 三 = 3. "一一" is no number: the first digit alone is taken.
int taken_numeral(std::string_view& text) {
    int value = *numeral_at(text);
    text.remove_prefix(3);
    const auto take = [&](bool ten) {
        const auto next = numeral_at(text);
        if (!next || (*next == 10) != ten) return 0;
        text.remove_prefix(3);
        return *next;
    };
    if (value < 10) {
        if (take(true) == 0) return value;
        value *= 10;
    }
    return value + take(false);
}

int taken_digits(std::string_view& text) {
    int value = 0, taken = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9' && taken < 6; ++taken) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return value;
}

struct Spelling {
    std::vector<int> numbers;
    std::string words;  // what is left, without fillers
    std::string plain;  // all of it, numerals as digits, without fillers
};

Spelling spelling_of(std::string_view name) {
    constexpr std::array<std::string_view, 15> fillers = {"年级", "班级", "级", "班",    "(",     ")",    ".",   "-",
                                                          "/",    "_",    "第", "grade", "class", "year", "小学"};
    const std::string text = tables::folded(name);
    Spelling found;
    for (std::string_view rest = text; !rest.empty();) {
        const bool digit = rest.front() >= '0' && rest.front() <= '9';
        if (digit || numeral_at(rest)) {
            found.numbers.push_back(digit ? taken_digits(rest) : taken_numeral(rest));
            found.plain += "#" + std::to_string(found.numbers.back());
            continue;
        }
        const auto filler =
            std::find_if(fillers.begin(), fillers.end(), [&](std::string_view f) { return rest.starts_with(f); });
        if (filler != fillers.end()) {
            rest.remove_prefix(filler->size());
            continue;
        }
        found.words += rest.front();
        found.plain += rest.front();
        rest.remove_prefix(1);
    }
    return found;
}

// Where the grades of a kind of school begin: 初一 is the seventh year, 高一 the tenth.
int years_before(std::string_view words) {
    if (words == "初" || words == "初中") return 6;
    if (words == "高" || words == "高中") return 9;
    return 0;
}

bool nursery_words(std::string_view words) {
    return words == "大" || words == "中" || words == "小" || words == "托" || words == "幼儿园";
}

}  // namespace

ClassIdentity class_identity(std::string_view name, std::string_view grade) {
    const Spelling own = spelling_of(name), of_grade = spelling_of(grade);
    ClassIdentity identity;
    identity.key = own.plain;
    identity.nursery = own.numbers.size() < 2 && (nursery_words(own.words) || nursery_words(of_grade.words));
    std::vector<int> numbers = own.numbers;
    std::string words = own.words;
    if (numbers.size() == 1 && of_grade.numbers.size() == 1 && words.empty()) {
        numbers.insert(numbers.begin(), of_grade.numbers.front());
        words = of_grade.words;
    } else if (numbers.size() == 1 && words.empty() && !of_grade.words.empty()) {
        identity.key = of_grade.plain + own.plain;  // 大班, 1班
    }
    const bool known_words = words.empty() || words == "gc" || words == "g" || years_before(words) > 0;
    if (numbers.size() != 2 || !known_words) return identity;
    const int year = numbers[0] + years_before(words);
    identity.key = std::to_string(year) + "-" + std::to_string(numbers[1]);
    identity.grade = year >= 1 && year <= 12 ? year : 0;
    identity.number = numbers[1];
    identity.nursery = false;
    return identity;
}

}  // namespace muster::classes
