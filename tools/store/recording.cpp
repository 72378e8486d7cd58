// SPDX-License-Identifier: Apache-2.0
#include "tools/store/recording.h"

#include <algorithm>
#include <cstring>

#include "sim/base/random.h"

namespace muster::store {

std::int64_t checksum_of(std::string_view bytes) {
    std::uint64_t sum = mix64(bytes.size());
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), sizeof(std::uint64_t)))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
        sum = mix64(sum * 31 + word);
    }
    return static_cast<std::int64_t>(sum);
}

}  // namespace muster::store
