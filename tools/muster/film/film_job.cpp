// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/film/film_job.h"

#include <charconv>

namespace muster::commands {

std::optional<FilmSize> film_size(const std::string& text) {
    FilmSize size;
    const char* const end = text.data() + text.size();
    const auto [cross, bad_width] = std::from_chars(text.data(), end, size.width);
    if (bad_width != std::errc{} || cross == end || *cross != 'x') return std::nullopt;
    const auto [rest, bad_height] = std::from_chars(cross + 1, end, size.height);
    if (bad_height != std::errc{} || rest != end) return std::nullopt;
    for (const int side : {size.width, size.height})
        if (side < 160 || side > 7680 || side % 2 != 0) return std::nullopt;
    return size;
}

}  // namespace muster::commands
