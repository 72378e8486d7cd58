// SPDX-License-Identifier: Apache-2.0
// PNG files with libpng, for pictures of flat colours: cairo's own writer tries every filter on every row and takes
// four times as long for files a fifth smaller. Inside render/picture only.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace muster::picture {

/// The file's bytes. `pixels`: rows from the top, `stride` bytes each, four bytes a pixel as cairo lays them out in its
/// RGB24 surfaces (a native 32-bit word 0x--RRGGBB). Throws std::runtime_error when libpng refuses.
[[nodiscard]] std::string png_of(std::span<const unsigned char> pixels, int width, int height, int stride);

}  // namespace muster::picture
