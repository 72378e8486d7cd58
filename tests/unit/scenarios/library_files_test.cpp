// SPDX-License-Identifier: Apache-2.0
// The authored library: what its program writes is what is committed, and readers have nothing to say about it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/reader.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_folder.h"

using namespace muster;
using namespace muster::scenarios;
using namespace muster::testing;

namespace {

namespace fs = std::filesystem;

const fs::path repository = source_file();

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

TEST_CASE("library: every scenario, with its plan and risk map, is read without a finding", "[scenarios][slow]") {
    int scenarios = 0;
    for (const fs::path& path : files_in(repository / "scenarios/library")) {
        if (!path.string().ends_with(".scenario.json")) continue;
        INFO(path);
        const auto loaded = load_world(path.string());
        for (const Finding& f : loaded.findings) {
            INFO(f.code << " at " << f.file << ":" << f.line << " " << f.pointer);
            CHECK(f.severity == Severity::note);
        }
        CHECK(loaded.value.has_value());
        ++scenarios;
    }
    CHECK(scenarios >= 26);
}

TEST_CASE("library: the authoring program writes the committed files, byte for byte", "[scenarios][slow]") {
    if (std::system("python3 --version > /dev/null 2>&1") != 0) {
        WARN("skipped: no python3 on this machine");
        return;
    }
    const TemporaryFolder temporary;
    const fs::path folder = temporary.file("again");
    const std::string author = (repository / "tools/author/author.py").string();
    REQUIRE(std::system(("python3 \"" + author + "\" \"" + folder.string() + "\"").c_str()) == 0);
    int compared = 0;
    for (const char* library : {"floorplans/library", "scenarios/library"})
        for (const fs::path& written : files_in(folder / library)) {
            INFO(written.filename());
            CHECK(content_of(written.string()) == content_of((repository / library / written.filename()).string()));
            ++compared;
        }
    CHECK(compared >= 38);
}
