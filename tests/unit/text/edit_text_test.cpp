// SPDX-License-Identifier: Apache-2.0
// The layout editor names its steps and refusals by ids of texts.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "render/text/catalogue.h"
#include "tests/support/paths.h"

using namespace muster;
using namespace muster::text;

TEST_CASE("editing: every step and refusal has its sentence") {
    const std::regex id("\"(edit\\.(step|refuse)\\.[a-z_]+)\"");
    int found = 0;
    for (const auto& file : std::filesystem::directory_iterator(testing::source_file("render/viewer/edit"))) {
        std::ifstream in(file.path());
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (std::sregex_iterator it(text.begin(), text.end(), id), end; it != end; ++it) {
            const std::string name = (*it)[1];
            INFO(name);
            CHECK(Catalogue(Lang::en).text(name) != name);
            ++found;
        }
    }
    CHECK(found > 40);
}
