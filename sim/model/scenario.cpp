// SPDX-License-Identifier: Apache-2.0
#include "sim/model/scenario.h"

#include "sim/model/incident_kinds.h"

namespace muster {

Incident::Incident() = default;
Incident::Incident(const Incident&) = default;
Incident::Incident(Incident&&) noexcept = default;
Incident& Incident::operator=(const Incident&) = default;
Incident& Incident::operator=(Incident&&) noexcept = default;
Incident::~Incident() = default;

const char* word_of(const Incident& incident) {
    return std::visit([]<class Kind>(const Kind&) { return IncidentKind<Kind>::word; }, incident);
}

}  // namespace muster
