// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/measure.h"

namespace muster {

std::span<const NamedMeasure> rimea_measures() { return {}; }

}  // namespace muster
