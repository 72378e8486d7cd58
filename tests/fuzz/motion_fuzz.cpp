// SPDX-License-Identifier: Apache-2.0
// Bytes as a record of ground motion: refused with a reason, or finite numbers with a step.
#include <cmath>
#include <cstdint>
#include <string>

#include "scenarios/motion_reader.h"
#include "tests/fuzz/require.h"

using namespace muster;
using namespace muster::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const scenarios::RawMotion raw = scenarios::read_record({reinterpret_cast<const char*>(data), size}, 0.0);
    if (!raw.problem.empty()) return 0;
    require(raw.motion.dt_s > 0.0 && raw.motion.accel.size() >= 10);
    for (const double a : raw.motion.accel) require(std::isfinite(a));
    return 0;
}
