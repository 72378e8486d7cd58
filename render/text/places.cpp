// SPDX-License-Identifier: Apache-2.0
#include "render/text/places.h"

namespace muster::text {

std::string name_of_space(const Building& building, SpaceId id, Lang lang) {
    const Space& space = building.space(id);
    const std::string& name = in_language(space.name, lang);
    return name.empty() ? space.key : name;
}

std::string name_of_opening(const Building& building, OpeningId id, Lang lang) {
    const Opening& o = building.opening(id);
    const std::string& name = in_language(o.name, lang);
    if (!name.empty()) return name;
    const std::string from = name_of_space(building, o.from, lang);
    if (!o.to.valid()) return from + " →";
    return from + " – " + name_of_space(building, o.to, lang);
}

std::string name_of_place(const Building& building, const analysis::Bottleneck& bottleneck, Lang lang) {
    return bottleneck.opening.valid() ? name_of_opening(building, bottleneck.opening, lang)
                                      : name_of_space(building, bottleneck.space, lang);
}

}  // namespace muster::text
