// SPDX-License-Identifier: Apache-2.0
// Bytes as an FDS index, and what follows "====" as each of its slices: refused, or whole and finite.
#include <cmath>
#include <cstdint>
#include <string>

#include "scenarios/fds_slices.h"
#include "tests/fuzz/fuzz_site.h"
#include "tests/fuzz/require.h"

using namespace muster;
using namespace muster::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string all(reinterpret_cast<const char*>(data), size), mark = "====";
    const std::size_t cut = all.find(mark);
    const scenarios::FdsIndex index = scenarios::read_fds_index(all.substr(0, cut));
    const std::string bytes = cut == std::string::npos ? std::string{} : all.substr(cut + mark.size());
    for (const scenarios::FdsMesh& mesh : index.meshes)
        for (const auto& axis : mesh.nodes)
            for (std::size_t i = 1; i < axis.size(); ++i) require(axis[i] > axis[i - 1]);
    int left = 20;
    for (const scenarios::FdsSliceEntry& entry : index.slices) {
        if (entry.mesh == 0 || entry.mesh > index.meshes.size() || --left < 0) continue;
        const char* why = nullptr;
        const auto found = scenarios::read_fds_slice(bytes, entry, index.meshes[entry.mesh - 1], fuzz_site(), {}, why);
        if (!found) continue;
        const RecordedSlice& s = found->slice;
        require(why == nullptr && !s.time_s.empty());
        require(s.values.size() == s.time_s.size() * s.x.size() * s.y.size());
        for (const float v : s.values) require(std::isfinite(v));
    }
    return 0;
}
