// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/measure.h"

#include <stdexcept>

namespace muster::verify {

double TestBench::limit(std::string_view name) const {
    const auto& limits = test().limits;
    const auto found = limits.find(std::string(name));
    if (found == limits.end()) throw std::out_of_range("no limit \"" + std::string(name) + "\" for " + test().id);
    return found->second;
}

Measure find_measure(std::string_view name) {
    for (const auto& list : {component_measures(), rimea_measures(), hydraulic_measures(), experiment_measures(),
                             fire_measures(), quake_measures()})
        for (const NamedMeasure& m : list)
            if (m.name == name) return m.measure;
    return nullptr;
}

}  // namespace muster::verify
