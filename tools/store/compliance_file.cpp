// SPDX-License-Identifier: Apache-2.0
#include "tools/store/compliance_file.h"

#include "tools/store/item_json.h"
#include "tools/store/rectification_words.h"

namespace muster::store {

namespace {

constexpr FileFormat compliance_format{"muster.compliance", compliance_schema_version, "compliance.not_one",
                                       "compliance.newer"};

Json shortfall_json(const Shortfall& s) {
    return Json{{"site", site_json(s.site)},
                {"item", s.item},
                {"proposed", s.proposed},
                {"hazard_level", word_of(s.hazard_level)},
                {"category", word_of(s.category)},
                {"description", name_as_json(s.description)},
                {"measure", name_as_json(s.measure)},
                {"figures", name_as_json(s.figures)},
                {"basis", basis_json(s.basis)}};
}

Shortfall read_shortfall(const floorplans::JsonCursor& at) {
    Shortfall s;
    read_found(at, s);
    s.item = at["item"].string();
    s.proposed = truth_in(at, "proposed");
    s.figures = name_in(at, "figures");
    return s;
}

}  // namespace

std::string compliance_json(const ComplianceFile& file) {
    Json shortfalls = Json::array();
    for (const Shortfall& s : file.shortfalls) shortfalls.push_back(shortfall_json(s));
    const Json json{{"format", compliance_format.name},          {"schema_version", compliance_format.version},
                    {"program_version", file.program_version},   {"plan_id", file.plan_id},
                    {"plan_name", name_as_json(file.plan_name)}, {"scenario", file.scenario},
                    {"shortfalls", std::move(shortfalls)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Checked<ComplianceFile> read_compliance(const floorplans::JsonDocument& document) {
    Checked<ComplianceFile> out;
    const floorplans::JsonCursor root(document, out.findings);
    if (!is_of(compliance_format, root, document.file(), out.findings)) return out;
    ComplianceFile file;
    file.program_version = text_in(root, "program_version");
    file.plan_id = root["plan_id"].string();
    file.plan_name = name_in(root, "plan_name");
    file.scenario = text_in(root, "scenario");
    for (const floorplans::JsonCursor& at : root["shortfalls"].elements())
        file.shortfalls.push_back(read_shortfall(at));
    for (Finding& f : out.findings)
        if (f.file.empty()) f.file = document.file();
    if (!has_errors(out.findings)) out.value = std::move(file);
    return out;
}

Checked<ComplianceFile> read_compliance(const std::string& path) {
    const Checked<floorplans::JsonDocument> document = floorplans::JsonDocument::load(path);
    return document ? read_compliance(*document.value) : Checked<ComplianceFile>{std::nullopt, document.findings};
}

}  // namespace muster::store
