// SPDX-License-Identifier: Apache-2.0
// The plan under the people, drawn by render/picture and kept as a picture until what is seen of it has changed for a
// moment: while somebody pans or zooms, the old picture is moved and stretched.
#pragma once

#include <map>
#include <string>

#include "render/picture/level_picture.h"
#include "render/viewer/scene/textures.h"

namespace muster::viewer {

struct PlanImage {
    ImTextureID texture = nullptr;
    Box area;  // m, what it shows
};

struct PlanRequest {
    const World* world = nullptr;
    LevelId level;
    Box area;  // m, what is seen
    int width_px = 0, height_px = 0;
    double px_per_point = 1.5;      // of words and lines
    picture::LevelPicture picture;  // layers; `area` is set here
    std::string look;               // names everything that changes the look, air included
};

class PlanImages {
public:
    explicit PlanImages(Textures& textures) : textures_(textures) {}
    /// `name`: of the pane. `now_s`: wall time.
    const PlanImage& image(const std::string& name, const PlanRequest& request, double now_s);
    void forget() { kept_.clear(); }

private:
    struct Kept {
        PlanImage image;
        std::string look, wanted;  // as drawn, and as last asked for
        double wanted_since_s = 0.0;
    };
    void draw(const std::string& name, const PlanRequest& request, Kept& kept);

    Textures& textures_;
    std::map<std::string, Kept> kept_;
};

}  // namespace muster::viewer
