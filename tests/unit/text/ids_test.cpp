// SPDX-License-Identifier: Apache-2.0
// The ids that code names against the ids of the catalogue. Some are put together: "heat." + "density".
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

#include "render/text/catalogue.h"
#include "tests/support/paths.h"

using namespace muster;
using namespace muster::text;

namespace {

namespace fs = std::filesystem;

std::string text_in(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// String -> a file that holds it.
using Literals = std::map<std::string, std::string>;

// Calls found(string) for what stands between quotation marks on one line.
template <class Found>
void walk_strings(const std::string& text, Found&& found) {
    std::size_t from = text.npos;  // behind the opening mark
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') from = text.npos;
        if (text[i] == '\\') {
            ++i;
            continue;
        }
        if (text[i] != '"' || (i > 0 && text[i - 1] == '\'')) continue;
        if (from != text.npos) found(text.substr(from, i - from));
        from = from == text.npos ? i + 1 : text.npos;
    }
}

void add_strings(const fs::path& folder, std::initializer_list<const char*> extensions, Literals& all) {
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
        const std::string extension = file.path().extension().string();
        if (std::find(extensions.begin(), extensions.end(), extension) == extensions.end()) continue;
        walk_strings(text_in(file.path()), [&](std::string s) { all.emplace(std::move(s), file.path().string()); });
    }
}

// "drill/form" is listed once: its texts begin with "muster.drill.form", those of the group with "muster.drill".
void add_commands(Literals& all) {
    const std::string file = testing::source_file("tools/muster/CMakeLists.txt"), text = text_in(file);
    static const std::regex command("\n    ([a-z_]+)(/([a-z_]+))?(?=\n)");
    for (std::sregex_iterator it(text.begin(), text.end(), command), end; it != end; ++it) {
        all.emplace("muster." + (*it)[1].str(), file);
        if ((*it)[3].matched) all.emplace("muster." + (*it)[1].str() + "." + (*it)[3].str(), file);
    }
}

// Form F12 has the texts "f12.".
void add_forms(Literals& all) {
    static const std::regex form("F[0-9]+");
    Literals lower;
    for (const auto& [string, file] : all)
        if (std::regex_match(string, form)) lower.emplace("f" + string.substr(1), file);
    all.merge(lower);
}

// Strings of the program, and the ids of commands, forms and rules, which are data.
const Literals& literals() {
    static const Literals all = [] {
        Literals out;
        for (const char* top : {"sim", "floorplans", "scenarios", "render", "tools"})
            add_strings(testing::source_file(top), {".cpp", ".h"}, out);
        add_strings(testing::source_file("floorplans/rules"), {".json"}, out);
        add_commands(out);
        add_forms(out);
        return out;
    }();
    return all;
}

// The replay page's scripts read a text as a member.
bool in_replay_page(const std::string& id) {
    static const std::string page = [] {
        std::string all;
        for (const auto& file : fs::directory_iterator(testing::source_file("render/replay/page")))
            all += text_in(file.path());
        return all;
    }();
    const std::string head = "replay.";
    return id.starts_with(head) && page.find(id.substr(head.size())) != std::string::npos;
}

bool is_number(const std::string& text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

// A word, a number, or words with points between them.
bool is_word(const std::string& text) {
    if (is_number(text) || literals().contains(text) || literals().contains("." + text)) return true;
    const std::size_t point = text.find('.');
    return point != text.npos && is_word(text.substr(0, point)) && is_word(text.substr(point + 1));
}

// A word, or one with an ending: "staff" + "_options".
bool is_put_together(const std::string& text) {
    if (is_word(text)) return true;
    if (const std::size_t point = text.rfind('.'); point != text.npos)  // "leave_clock.dismissal"
        return is_word(text.substr(point + 1)) && is_put_together(text.substr(0, point));
    const std::size_t end = text.rfind('_');
    return end != text.npos && literals().contains(text.substr(end)) && is_word(text.substr(0, end));
}

bool is_used(const std::string& id) {
    if (literals().contains(id) || in_replay_page(id)) return true;
    for (std::size_t i = id.find_first_of("._"); i != id.npos; i = id.find_first_of("._", i + 1)) {
        const std::string first = id.substr(0, i), rest = id.substr(i + 1);
        const bool by_parts = literals().contains(first) && (id[i] == '.' || is_number(rest));
        if ((by_parts || literals().contains(first + id[i])) && is_put_together(rest)) return true;
    }
    return false;
}

bool begins_an_id(const std::string& head, const std::set<std::string>& ids) {
    const auto it = ids.lower_bound(head);
    return it != ids.end() && it->starts_with(head);
}

// "muster.plan" is a format; the window's parts are called "viewer.heat" by the scripts that play them.
bool is_no_text(const std::string& string) {
    static const std::regex file("[a-z_.]+\\.(json|csv|sqlite|html|xlsx)");
    static const std::set<std::string> formats{
        "muster.plan",          "muster.rules",        "muster.scenario",
        "muster.risk_map",      "muster.drill_plan",   "muster.compliance",
        "muster.rectification", "muster.verification", "muster.verification_results"};
    static const std::set<std::string> marks{"viewer.heat", "viewer.colouring", "viewer.timeline", "viewer.language",
                                             "viewer.help_button"};
    return std::regex_match(string, file) || formats.contains(string) || marks.contains(string);
}

std::set<std::string> ids_of(const Texts& all) {
    std::set<std::string> ids;
    for (const auto& rows : {all.texts, all.findings})
        for (const TextRow& row : rows) ids.emplace(row.id);
    return ids;
}

}  // namespace

TEST_CASE("every text is said somewhere", "[text]") {
    for (const std::string& id : ids_of(texts_of(all_languages.front()))) {
        CAPTURE(id);
        CHECK(is_used(id));
    }
}

TEST_CASE("every id that code names has its text in every language", "[text]") {
    static const std::regex like_an_id("([a-z][a-z0-9_]*)(\\.[a-z0-9_]+)+");
    for (const Lang lang : all_languages) {
        const std::set<std::string> ids = ids_of(texts_of(lang));
        std::set<std::string> subjects;
        for (const std::string& id : ids) subjects.insert(id.substr(0, id.find('.')));
        int named = 0;
        for (const auto& [string, file] : literals()) {
            std::smatch match;
            if (!std::regex_match(string, match, like_an_id) || !subjects.contains(match[1])) continue;
            if (is_no_text(string) || (string.back() == '_' && begins_an_id(string, ids)) ||
                begins_an_id(string + ".", ids))
                continue;
            CAPTURE(string, file, tag_of(lang));
            CHECK(ids.contains(string));
            ++named;
        }
        CHECK(named > 1000);
    }
}
