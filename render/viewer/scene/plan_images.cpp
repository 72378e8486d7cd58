// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/scene/plan_images.h"

#include <cmath>

namespace muster::viewer {

namespace {

constexpr double settles_s = 0.12;  // unchanged for so long before it is drawn anew
constexpr double margin = 0.15;     // drawn beyond what is seen, share of its size

std::string request_key(const PlanRequest& r) {
    const auto number = [](double v) { return std::to_string(std::lround(100.0 * v)) + ","; };
    return r.look + "|" + std::to_string(r.level.index()) + "|" + number(r.area.low.x) + number(r.area.low.y) +
           number(r.area.high.x) + number(r.area.high.y) + std::to_string(r.width_px) + "x" +
           std::to_string(r.height_px) + "@" + number(r.px_per_point);
}

}  // namespace

const PlanImage& PlanImages::image(const std::string& name, const PlanRequest& request, double now_s) {
    Kept& kept = kept_[name];
    std::string key = request_key(request);
    if (key != kept.wanted) {
        kept.wanted = std::move(key);
        kept.wanted_since_s = now_s;
    }
    const bool settled = now_s - kept.wanted_since_s >= settles_s;
    if (kept.image.texture == nullptr || (kept.look != kept.wanted && settled)) draw(name, request, kept);
    return kept.image;
}

void PlanImages::draw(const std::string& name, const PlanRequest& request, Kept& kept) {
    picture::LevelPicture picture = request.picture;
    const Vec2 size = request.area.high - request.area.low;
    picture.area = Box{request.area.low - margin * size, request.area.high + margin * size};
    const double grown = 1.0 + 2.0 * margin;
    const picture::ScreenSize screen{static_cast<int>(std::lround(grown * request.width_px)),
                                     static_cast<int>(std::lround(grown * request.height_px)), request.px_per_point};
    kept.image.texture =
        textures_.put(name, picture::draw_level_on_screen(*request.world, request.level, picture, screen));
    kept.image.area = *picture.area;
    kept.look = kept.wanted;
}

}  // namespace muster::viewer
