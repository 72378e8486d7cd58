// SPDX-License-Identifier: Apache-2.0
// Frames of a film: one storey or all of them side by side, drawn once, and people, clock and words over them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "render/text/language.h"
#include "sim/analysis/moment.h"

namespace muster::picture {

struct FilmSettings {
    text::Lang lang = text::Lang::zh_cn;
    int width_px = 1280, height_px = 720;
    std::optional<LevelId> level{};  // nothing = all storeys
    std::string title{};
    std::vector<std::pair<PersonState, std::string>> legend{};  // states that occur, and what they are called
};

/// What is written on a frame.
struct FilmLines {
    std::string clock, counts, caption;
};

class StoreyFilm {
public:
    /// `trace` outlives this.
    StoreyFilm(const Trace& trace, const FilmSettings& settings);
    ~StoreyFilm();

    /// Rows from the top, four bytes a pixel (blue, green, red, nothing); valid until the next call.
    [[nodiscard]] std::span<const unsigned char> frame(const analysis::Moment& moment, const FilmLines& lines);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace muster::picture
