// SPDX-License-Identifier: Apache-2.0
#include "sim/model/scenario.h"

namespace muster {

Incident::Incident() = default;
Incident::Incident(const Incident&) = default;
Incident::Incident(Incident&&) noexcept = default;
Incident& Incident::operator=(const Incident&) = default;
Incident& Incident::operator=(Incident&&) noexcept = default;
Incident::~Incident() = default;

}  // namespace muster
