// SPDX-License-Identifier: Apache-2.0
// Pictures on the graphics card, by name. The window keeps them; tests keep none.
#pragma once

#include <imgui.h>

#include <string>

#include "render/picture/canvas.h"

namespace muster::viewer {

class Textures {
public:
    virtual ~Textures() = default;
    /// Makes or replaces the picture `name`. Valid until it is replaced.
    virtual ImTextureID put(const std::string& name, const picture::Pixels& pixels) = 0;
    /// A picture file (PNG, JPEG), read once; null when it cannot be.
    virtual ImTextureID load(const std::string& path) = 0;
    struct Size {
        int width = 0, height = 0;
    };
    /// Of a picture file, px; 0 when it cannot be read.
    [[nodiscard]] virtual Size size_of(const std::string& path) = 0;
};

}  // namespace muster::viewer
