// SPDX-License-Identifier: Apache-2.0
// What the sheets of a workbook share: strings, and what number formats make of a number.
#include <algorithm>
#include <map>

#include "tools/office/tables/workbook_cells.h"
#include "tools/office/tables/workbook_parts.h"

namespace muster::tables {

namespace {

// ECMA-376 part 1, 18.8.30: formats that need no entry. 27 to 36 and 50 to 58 are dates in Chinese and Japanese Excel.
NumberLook builtin_look(int format) {
    if (format == 18 || format == 20) return NumberLook::hours_minutes;
    if (format == 46) return NumberLook::elapsed;
    const bool date = (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
                      (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
    return date ? NumberLook::date : NumberLook::number;
}

// Letters of year, month, day, hour and second outside quotes, brackets ([Red], [$-804]) and escapes; [h] counts on.
NumberLook look_of(std::string_view code) {
    bool quoted = false, bracket = false;
    std::string letters;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\\') ++i;
        if (c == '[') {
            const bool time = code.substr(i + 1, 1).find_first_of("hHmMsS") != std::string_view::npos;
            if (time && letters.empty()) letters = "[";
            bracket = !time;
        }
        if (c == ']') bracket = false;
        if (!bracket && std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos)
            letters += static_cast<char>(c | 0x20);
    }
    if (letters.empty() || letters == "[") return NumberLook::number;
    if (letters.front() == '[') return NumberLook::elapsed;
    return letters.front() == 'h' && letters.find_first_of("yds") == letters.npos ? NumberLook::hours_minutes
                                                                                  : NumberLook::date;
}

}  // namespace

std::string rich_text(const pugi::xml_node& item) {
    std::string text = child_of(item, "t").child_value();
    for (const pugi::xml_node& run : item.children())
        if (local_name(run) == "r") text += child_of(run, "t").child_value();
    return text;
}

std::vector<std::string> shared_strings(const pugi::xml_node& root) {
    std::vector<std::string> strings;
    for (const pugi::xml_node& item : root.children())
        if (local_name(item) == "si") strings.push_back(rich_text(item));
    return strings;
}

std::vector<NumberLook> number_looks(const pugi::xml_node& root) {
    std::map<std::string, NumberLook> own;  // by numFmtId
    for (const pugi::xml_node& format : child_of(root, "numFmts").children())
        own[attribute_of(format, "numFmtId")] = look_of(attribute_of(format, "formatCode"));
    std::vector<NumberLook> looks;
    for (const pugi::xml_node& style : child_of(root, "cellXfs").children()) {
        const std::string id = attribute_of(style, "numFmtId");
        const auto known = own.find(id);
        const int number =
            id.empty() || id.size() > 4 || id.find_first_not_of("0123456789") != id.npos ? 0 : std::stoi(id);
        looks.push_back(known != own.end() ? known->second : builtin_look(number));
    }
    return looks;
}

}  // namespace muster::tables
