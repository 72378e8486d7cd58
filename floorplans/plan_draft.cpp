// SPDX-License-Identifier: Apache-2.0
#include "floorplans/plan_draft.h"

#include "floorplans/polygon_ops.h"

namespace muster::floorplans {

namespace {

constexpr std::size_t max_candidates = 2000;  // for the nearest id: a plan with more gets no proposal

}  // namespace

std::string KeyTable::take(const JsonCursor& item, std::size_t index) {
    const std::string key = item["id"].string();
    return !key.empty() && take_key(item["id"], key, index) ? key : std::string{};
}

bool KeyTable::take_key(const JsonCursor& item, const std::string& key, std::size_t index) {
    if (key == "outside") {
        item.report(Severity::error, "id.reserved", {{"id", key}});
        return false;
    }
    if (!index_.emplace(key, index).second) {
        item.report(Severity::error, "id.duplicate", {{"id", key}});
        return false;
    }
    keys_.push_back(key);
    return true;
}

int KeyTable::find(const JsonCursor& place, const char* code) const {
    const std::string key = place.string();
    if (key.empty()) return -1;
    const auto it = index_.find(key);
    if (it != index_.end()) return it->second == broken ? -1 : static_cast<int>(it->second);
    std::string nearest = keys_.size() <= max_candidates ? nearest_word(key, keys_) : std::string{};
    if (nearest.empty()) nearest = "-";
    place.report(Severity::error, code, {{"id", key}, {"nearest", nearest}});
    return -1;
}

void PlanDraft::report(Severity severity, const std::string& pointer, std::string code, FindingArgs args) {
    findings.push_back(
        {severity, std::move(code), pointer, document.file(), document.line_of(pointer), std::move(args)});
}

Vec2 PlanDraft::local(Vec2 p) const { return quantised(p - building.site_origin); }

Ring PlanDraft::local(Ring ring) const {
    for (Vec2& p : ring) p = local(p);
    return ring;
}

SpaceId PlanDraft::space_at(const JsonCursor& place, const char* code) {
    const int index = space_keys.find(place, code);
    return index < 0 ? SpaceId{} : SpaceId{static_cast<std::size_t>(index)};
}

double distance_outside(const Polygon& polygon, Vec2 p) {
    return contains(polygon, p) ? 0.0 : distance_to_boundary(polygon, p);
}

}  // namespace muster::floorplans
