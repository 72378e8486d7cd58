// SPDX-License-Identifier: Apache-2.0
#include "tools/store/compliance_file.h"

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"
#include "tools/store/output_file.h"

using namespace muster;
using namespace muster::store;
using namespace muster::testing;

namespace {

Shortfall a_narrow_storey() {
    Shortfall s;
    s.site = {"storey", "F4", "F4", {"四层", "Storey 4"}};
    s.item = "stair_width";
    s.proposed = false;
    s.hazard_level = HazardLevel::major;
    s.description = {"净宽不足", "too narrow"};
    s.figures = {"要求 ≥ 2.84 m，现为 2.20 m", "required 2.84 m, actual 2.20 m"};
    s.basis.clause = "8.2.3";
    s.basis.pack_name = {"GB 50099-2011", "GB 50099-2011"};
    s.basis.required = 2.835;
    return s;
}

std::string kept(const TemporaryFolder& folder, const std::string& text) {
    const std::string path = folder.file(compliance_file_name);
    write_file(path, text);
    return path;
}

}  // namespace

TEST_CASE("What falls short comes back as it was written") {
    TemporaryFolder folder;
    ComplianceFile file{"1", "primary", {"小学", "Primary"}, "inputs/a.scenario.json", {a_narrow_storey()}};
    const auto read = read_compliance(kept(folder, compliance_json(file)));
    REQUIRE(read);
    CHECK(read.value->scenario == file.scenario);
    REQUIRE(read.value->shortfalls.size() == 1);
    const Shortfall& s = read.value->shortfalls.front();
    CHECK(s.site.key == "F4");
    CHECK(s.item == "stair_width");
    CHECK_FALSE(s.proposed);
    CHECK(s.hazard_level == HazardLevel::major);
    CHECK(s.figures.zh == a_narrow_storey().figures.zh);
    CHECK(s.basis.pack_name.en == "GB 50099-2011");
    CHECK(s.basis.required == 2.835);
    CHECK_FALSE(s.basis.verified);
    CHECK(compliance_json(*read.value) == compliance_json(file));
}

TEST_CASE("A file of another kind or of a later version is refused") {
    TemporaryFolder folder;
    CHECK(read_compliance(kept(folder, R"({"format": "muster.rectification"})")).findings.front().code ==
          "compliance.not_one");
    CHECK(read_compliance(kept(folder, R"({"format": "muster.compliance", "schema_version": 2})"))
              .findings.front()
              .code == "compliance.newer");
}
