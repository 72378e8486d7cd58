// SPDX-License-Identifier: Apache-2.0
// What the sheets of a workbook share: strings, and which number formats mean a date.
#include <algorithm>
#include <map>

#include "tools/tables/workbook_cells.h"
#include "tools/tables/workbook_parts.h"

namespace muster {

namespace {

// ECMA-376 part 1, 18.8.30: formats that need no entry. 27 to 36 and 50 to 58 are dates in Chinese and Japanese Excel.
bool builtin_date(int format) {
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
           (format >= 50 && format <= 58);
}

// A letter of year, month, day, hour or second outside quotes, brackets ([Red], [$-804]) and escapes.
bool date_code(std::string_view code) {
    bool quoted = false, bracket = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\\') ++i;
        if (c == '[') bracket = code.substr(i + 1, 1).find_first_of("hHmMsS") == std::string_view::npos;
        if (c == ']') bracket = false;
        if (!bracket && std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos) return true;
    }
    return false;
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

std::vector<bool> date_styles(const pugi::xml_node& root) {
    std::map<std::string, bool> own;  // numFmtId -> is a date
    for (const pugi::xml_node& format : child_of(root, "numFmts").children())
        own[attribute_of(format, "numFmtId")] = date_code(attribute_of(format, "formatCode"));
    std::vector<bool> dates;
    for (const pugi::xml_node& style : child_of(root, "cellXfs").children()) {
        const std::string id = attribute_of(style, "numFmtId");
        const auto known = own.find(id);
        const int number =
            id.empty() || id.size() > 4 || id.find_first_not_of("0123456789") != id.npos ? 0 : std::stoi(id);
        dates.push_back(known != own.end() ? known->second : builtin_date(number));
    }
    return dates;
}

}  // namespace muster
