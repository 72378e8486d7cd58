// SPDX-License-Identifier: Apache-2.0
// What the labels of the AISLab school drawings mean here.
#pragma once

#include <string>

#include "sim/model/building.h"

namespace muster::aislab {

struct LabelMeaning {
    SpaceUse use = SpaceUse::other;
    const char* zh = "";
    const char* en = "";
};

/// An unknown label means `other`.
[[nodiscard]] LabelMeaning meaning_of(const std::string& label);

}  // namespace muster::aislab
