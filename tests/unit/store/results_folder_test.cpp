// SPDX-License-Identifier: Apache-2.0
#include "tools/store/results_folder.h"

#include <catch2/catch.hpp>
#include <optional>
#include <stdexcept>

#include "tests/support/temporary_folder.h"
#include "tools/store/output_file.h"

using namespace muster;
using namespace muster::store;
using namespace muster::testing;
namespace fs = std::filesystem;

namespace {

void make_result(const std::string& target, const std::string& summary, Existing existing = Existing::refuse) {
    ResultsFolder folder({target, ResultKind::run, existing, {}});
    write_file(folder.file("summary.json"), summary);
    write_file(folder.file("bottlenecks.csv"), "");
    folder.keep();
}

std::size_t entries(const std::string& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("results folder: appears at keep(), under its name, with nothing beside it") {
    const TemporaryFolder here;
    make_result(here.file("演练 1/out/"), "{}");
    CHECK(fs::exists(here.file("演练 1/out/summary.json")));
    CHECK(entries(here.file("演练 1")) == 1);
}

TEST_CASE("results folder: one that is not kept leaves nothing, not even the parents it made") {
    const TemporaryFolder here;
    try {
        ResultsFolder folder({here.file("a/b/out"), ResultKind::run, Existing::refuse, {}});
        write_file(folder.file("x"), "x");
        throw std::runtime_error("interrupted");
    } catch (const std::runtime_error&) {}
    CHECK(entries(here.file("")) == 0);
}

TEST_CASE("results folder: an existing result is replaced only when asked") {
    const TemporaryFolder here;
    make_result(here.file("out"), "first");
    CHECK_THROWS_AS(make_result(here.file("out"), "second"), FolderInTheWay);
    CHECK(content_of(here.file("out/summary.json")) == "first");
    make_result(here.file("out"), "second", Existing::replace);
    CHECK(content_of(here.file("out/summary.json")) == "second");
    CHECK(entries(here.file("")) == 1);
}

TEST_CASE("results folder: a replacement that fails leaves the old result") {
    const TemporaryFolder here;
    make_result(here.file("out"), "first");
    { const ResultsFolder folder({here.file("out"), ResultKind::run, Existing::replace, {}}); }
    CHECK(content_of(here.file("out/summary.json")) == "first");
}

TEST_CASE("results folder: somebody else's folder or file is never replaced") {
    const TemporaryFolder here;
    fs::create_directory(here.file("photos"));
    write_file(here.file("photos/a.jpg"), "a");
    write_file(here.file("file"), "a");
    for (const char* name : {"photos", "file"})
        CHECK_THROWS_AS(ResultsFolder({here.file(name), ResultKind::run, Existing::replace, {}}), FolderInTheWay);
    CHECK(entries(here.file("")) == 2);
}

TEST_CASE("results folder: what a killed program left beside it is cleared away, what a living one makes is not") {
    const TemporaryFolder here;
    const std::string gone = here.file("out.partial-2147483646"), living = here.file("out.partial-1");
    fs::create_directory(gone);
    fs::create_directory(living);
    make_result(here.file("out"), "{}");
    CHECK_FALSE(fs::exists(gone));
    CHECK(fs::exists(living));
}

TEST_CASE("results folder: what another command left, and what this one reads, is never replaced") {
    const TemporaryFolder here;
    make_result(here.file("run"), "{}");
    const auto why = [&](ResultKind kind, std::vector<std::string> sources) {
        try {
            const ResultsFolder folder({here.file("run"), kind, Existing::replace, std::move(sources)});
        } catch (const FolderInTheWay& refusal) { return std::optional(refusal.why()); }
        return std::optional<InTheWay>();
    };
    CHECK(why(ResultKind::comparison, {}) == InTheWay::foreign);
    CHECK(why(ResultKind::run, {here.file("run/inputs/a.json")}) == InTheWay::source);
    CHECK(why(ResultKind::comparison, {here.file("other"), here.file("other/../run/")}) == InTheWay::source);
    CHECK(why(ResultKind::run, {here.file("runs/a.json")}) == std::nullopt);
}
