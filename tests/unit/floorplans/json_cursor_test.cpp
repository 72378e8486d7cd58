// SPDX-License-Identifier: Apache-2.0
#include "floorplans/json_cursor.h"
#include "sim/base/number_text.h"

#include <catch2/catch.hpp>

using namespace muster;
using namespace muster::floorplans;

namespace {

Finding only_finding(const std::string& text) {
    const Checked<JsonDocument> read = JsonDocument::parse(text, "x.json");
    INFO(text.substr(0, 80));
    CHECK_FALSE(read);
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].file == "x.json");
    return read.findings[0];
}

JsonDocument document(const std::string& text) {
    Checked<JsonDocument> read = JsonDocument::parse(text, "x.json");
    REQUIRE(read);
    return std::move(*read.value);
}

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

}  // namespace

TEST_CASE("json: every value knows its line, also numbers at the end of one", "[json]") {
    const JsonDocument d = document("{\n  \"a\": [\n    1\n,\n    2\r\n  ],\n \"b/c~d\": {\"e\":\n7}\n}");
    CHECK(d.line_of("") == 1);
    CHECK(d.line_of("/a") == 2);
    CHECK(d.line_of("/a/0") == 3);
    CHECK(d.line_of("/a/1") == 5);
    CHECK(d.line_of("/b~1c~0d") == 7);
    CHECK(d.line_of("/b~1c~0d/e") == 8);
    CHECK(d.line_of("/a/17/x") == 2);  // the nearest ancestor known
}

TEST_CASE("json: what cannot be read is one error with its line", "[json]") {
    CHECK(only_finding("{\"a\": 1,\n\"a\": 2}").code == "json.duplicate_key");
    CHECK(only_finding("{\"a\": 1,\n\"a\": 2}").line == 2);
    CHECK(only_finding("[1,\n\n1e400]").code == "json.number_too_large");
    CHECK(only_finding("[1,\n\n1e400]").line == 3);
    for (const char* text : {"[NaN]", "[Infinity]", "[-Infinity]", "[nan]"})
        CHECK(only_finding(text).code == "json.not_finite");
    CHECK(only_finding(nested(65)).code == "json.too_deep");
    CHECK(only_finding(nested(100'000)).code == "json.too_deep");
    CHECK(only_finding("{\"a\": [1, 2").code == "json.truncated");
    CHECK(only_finding("{\"a\": [1, 2,]}").code == "json.syntax");
    CHECK(only_finding("{\"a\": [1,\n2]} x").line == 2);
    CHECK(only_finding("{\"a\": {\"b\": [1, x]}}").pointer == "/a/b");
    CHECK(only_finding(" \n ").code == "file.empty");
    CHECK(only_finding("{\n\"\xd6\xd0\": 1}").code == "file.not_utf8");  // GBK
    CHECK(only_finding("{\n\"\xd6\xd0\": 1}").line == 2);
    CHECK(only_finding(std::string("\xff\xfe{\0}\0", 6)).code == "file.not_utf8");
    CHECK(only_finding("[\"\xed\xa0\x80\"]").code == "file.not_utf8");  // a lone surrogate
    CHECK(only_finding("[\"" + std::string((1U << 20U) + 1, 'x') + "\"]").code == "json.string_too_long");
    CHECK(JsonDocument::load("no/such/file").findings.at(0).code == "file.unreadable");
    CHECK(JsonDocument::load("/").findings.at(0).code == "file.unreadable");
}

TEST_CASE("json: a byte order mark, 64 levels and characters of every length are fine", "[json]") {
    CHECK(JsonDocument::parse("\xef\xbb\xbf{\"a\": 1}", ""));
    CHECK(JsonDocument::parse(nested(64), ""));
    CHECK(JsonDocument::parse("[\"\x7f \xc3\xa9 \xe4\xb8\xad \xf0\x9f\x98\x80\"]", ""));
}

TEST_CASE("json: typed access reports what is wrong and where, once", "[json]") {
    const JsonDocument d = document(
        "{\"n\": \"x\", \"big\": 12,\n\"half\": 1.5, \"empty\": \"\", \"p\": [1], \"ps\": [[0, 0], [1, \"a\"]],\n"
        "\"far\": [1e9, 0], \"word\": \"dor\", \"colour\": 1}");
    Findings f;
    const JsonCursor root(d, f);
    CHECK(root["n"].number(0, 1, 0.5) == 0.5);
    CHECK(root["big"].number(0, 10, 3) == 3);
    CHECK(root["half"].integer(0, 10, 2) == 2);
    CHECK(root["empty"].string("e") == "e");
    CHECK(root["p"].point() == Vec2{});
    CHECK(root["ps"].points().size() == 1);
    CHECK(root["far"].point() == Vec2{});
    constexpr auto words = std::to_array<Word<int>>({{1, "door"}, {2, ""}, {3, "gate"}});
    CHECK_FALSE(root["word"].word_in(words).has_value());
    CHECK(root["absent"].number(0, 1) == 0.0);
    CHECK_FALSE(root["n"]["x"].boolean());
    std::vector<std::string> codes;
    for (const Finding& x : f) codes.push_back(x.code + " " + x.pointer);
    CHECK(codes == std::vector<std::string>{"json.wrong_type /n", "json.out_of_range /big", "json.wrong_type /half",
                                            "json.empty_string /empty", "json.wrong_type /p", "json.wrong_type /ps/1",
                                            "json.out_of_range /far", "json.unknown_word /word", "json.missing_key "});
    CHECK(f[1].line == 1);
    CHECK(f[2].line == 2);
    CHECK(f[7].args == std::vector<std::pair<std::string, std::string>>{{"word", "\"dor\""}, {"nearest", "door"}});
}

TEST_CASE("json: keys nobody knows are warnings with the nearest known key", "[json]") {
    const JsonDocument d = document("{\"capasity\": 4}");
    Findings f;
    JsonCursor(d, f).allow_keys({"id", "capacity"});
    REQUIRE(f.size() == 1);
    CHECK(f[0].severity == Severity::warning);
    CHECK(f[0].pointer == "/capasity");
    CHECK(f[0].args.at(1).second == "capacity");
}

TEST_CASE("json: a name is a string or one per language, and the missing one is filled", "[json]") {
    const JsonDocument d = document("{\"a\": \"x\", \"b\": {\"en\": \"y\"}, \"c\": {}, \"d\": {\"zh-CN\": \"z\"}}");
    Findings f;
    const JsonCursor root(d, f);
    CHECK(root["a"].name() == Name{"x", "x"});
    CHECK(root["b"].name() == Name{"y", "y"});
    CHECK(root["d"].name() == Name{"z", "z"});
    CHECK(f.empty());
    CHECK(root["c"].name() == Name{});
    CHECK(f.size() == 1);
}

TEST_CASE("text: nearest word and numbers as people write them", "[json]") {
    CHECK(nearest_word("corridr", {"classroom", "corridor"}) == "corridor");
    CHECK(nearest_word("xyz", {"classroom", "corridor"}).empty());
    CHECK(nearest_word("", {"a"}).empty());
    CHECK(short_number(1.50) == "1.5");
    CHECK(short_number(-0.0001) == "0");
    CHECK(short_number(1e300).size() == 301);
    CHECK(short_number(100.0, 0) == "100");
    CHECK(short_number(2.0 / 3.0, 2) == "0.67");
}
