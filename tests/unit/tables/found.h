// SPDX-License-Identifier: Apache-2.0
// Looking a finding up in a test.
#pragma once

#include <string>

#include "sim/base/finding.h"

namespace muster::tables {

inline const Finding* found(const Findings& findings, const std::string& code) {
    for (const Finding& f : findings)
        if (f.code == code) return &f;
    return nullptr;
}

inline std::string arg(const Finding& finding, const std::string& key) {
    for (const auto& [k, v] : finding.args)
        if (k == key) return v;
    return {};
}

}  // namespace muster::tables
