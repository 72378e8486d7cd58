// SPDX-License-Identifier: Apache-2.0
#include "tools/store/item_json.h"

#include <cmath>
#include <limits>

#include "tools/store/rectification_words.h"

namespace muster::store {

namespace {

constexpr double any = std::numeric_limits<double>::max();

}  // namespace

Json name_as_json(const Name& name) { return Json{{"zh-CN", name.zh}, {"en", name.en}}; }

Json rounded(double value, double step) {
    return std::isfinite(value) ? Json(std::round(value / step) * step) : Json();
}
Json rounded(const std::optional<double>& value) { return value ? rounded(*value, 0.001) : Json(); }

Json site_json(const ItemSite& site) {
    return Json{{"type", site.type}, {"key", site.key}, {"level", site.level}, {"name", name_as_json(site.name)}};
}

Json basis_json(const ItemBasis& basis) {
    Json json;
    if (!basis.clause.empty())
        json = {{"pack", basis.pack},
                {"pack_name", name_as_json(basis.pack_name)},
                {"rule", basis.rule},
                {"clause", basis.clause},
                {"verified", basis.verified},
                {"required", rounded(basis.required)},
                {"actual", rounded(basis.actual)},
                {"ratio", rounded(basis.ratio)},
                {"unit", basis.unit}};
    json["text"] = name_as_json(basis.text);
    if (!basis.storey.key.empty()) {
        json["storey"] = site_json(basis.storey);
        json["storey_item"] = basis.storey_item;
    }
    return json;
}

std::string text_in(const floorplans::JsonCursor& object, const char* key) {
    return object.has(key) && object[key].is_string() ? object[key].raw().get<std::string>() : std::string();
}
Name name_in(const floorplans::JsonCursor& object, const char* key) {
    return object.has(key) ? Name{text_in(object[key], "zh-CN"), text_in(object[key], "en")} : Name{};
}
std::optional<double> number_in(const floorplans::JsonCursor& object, const char* key) {
    if (!object.has(key) || !object[key].is_number()) return std::nullopt;
    return object[key].number(-any, any);
}
bool truth_in(const floorplans::JsonCursor& object, const char* key) {
    return object.has(key) && object[key].raw().is_boolean() && object[key].raw().get<bool>();
}

namespace {

ItemSite read_site(const floorplans::JsonCursor& at) {
    return {text_in(at, "type"), text_in(at, "key"), text_in(at, "level"), name_in(at, "name")};
}

ItemBasis read_basis(const floorplans::JsonCursor& at) {
    ItemBasis b;
    b.pack = text_in(at, "pack");
    b.pack_name = name_in(at, "pack_name");
    b.rule = text_in(at, "rule");
    b.clause = text_in(at, "clause");
    b.text = name_in(at, "text");
    b.verified = truth_in(at, "verified");
    b.required = number_in(at, "required");
    b.actual = number_in(at, "actual");
    b.ratio = number_in(at, "ratio");
    b.unit = text_in(at, "unit");
    if (at.has("storey")) b.storey = read_site(at["storey"]);
    b.storey_item = text_in(at, "storey_item");
    return b;
}

}  // namespace

void read_found(const floorplans::JsonCursor& at, FoundHazard& hazard) {
    hazard.site = read_site(at["site"]);
    hazard.hazard_level = at["hazard_level"].word<HazardLevel>().value_or(HazardLevel::general);
    hazard.category = at["category"].word<HazardCategory>().value_or(HazardCategory::fire);
    hazard.description = name_in(at, "description");
    hazard.measure = name_in(at, "measure");
    hazard.basis = read_basis(at["basis"]);
}

bool is_of(const FileFormat& format, const floorplans::JsonCursor& root, const std::string& path,
           std::vector<Finding>& findings) {
    const bool is_one = root.is_object() && text_in(root, "format") == format.name;
    if (is_one && number_in(root, "schema_version").value_or(0.0) <= format.version) return true;
    findings.push_back({Severity::error, is_one ? format.newer : format.not_one, "", path, 0, {{"file", path}}});
    return false;
}

}  // namespace muster::store
