// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/film/picture.h"

#include <algorithm>
#include <filesystem>

#include "render/picture/level_picture.h"
#include "render/replay/film_words.h"
#include "sim/analysis/moment.h"
#include "tools/store/output_file.h"

namespace muster::commands {

namespace {

std::vector<picture::PersonDot> dots_of(const analysis::Moment& moment, const Trace& trace, LevelId level) {
    std::vector<picture::PersonDot> dots;
    for (const analysis::PersonThen& p : moment.people)
        if (p.level == level)
            dots.push_back(
                {p.at, p.state, double{trace.people[p.person.index()].radius_m}, std::optional<double>(p.heading)});
    return dots;
}

std::string title_of(const FilmJob& job, const replay::FilmWords& words, const Level& level, const Console& console) {
    const std::string& name = text::in_language(level.name, console.lang());
    return console.text("film.picture_title", {{"title", words.title()},
                                               {"level", name.empty() ? level.key : name},
                                               {"clock", words.clock(job.options.at_s)}});
}

}  // namespace

Exit write_picture(const FilmJob& job, const Console& console) {
    const World& world = *job.trace.world;
    std::optional<LevelId> level = job.level;
    if (!level && world.building.levels.size() == 1) level = LevelId{0};
    if (!level) {
        std::string keys;
        for (const Level& l : world.building.levels) keys += (keys.empty() ? "" : ", ") + l.key;
        console.tell("muster.view.level_needed", {{"levels", keys}});
        return Exit::bad_input;
    }
    const analysis::Moment moment = analysis::Moments(job.trace).at(job.options.at_s);
    const std::vector<picture::PersonDot> dots = dots_of(moment, job.trace, *level);
    picture::LevelPicture picture;
    picture.lang = console.lang();
    picture.format = std::filesystem::path(job.options.picture).extension() == ".svg" ? picture::PictureFormat::svg
                                                                                      : picture::PictureFormat::png;
    picture.width_px = job.options.width_px;
    picture.title = title_of(job, replay::FilmWords(job.trace, console.lang()), world.building.level(*level), console);
    picture.area = picture::used_indoor_bounds(world);
    picture.people = dots;
    picture.air = moment.air;
    const std::string bytes = picture::draw_level(world, *level, picture);
    store::write_beside(job.options.picture, [&](const std::string& partial) { store::write_file(partial, bytes); });
    console.print(console.text("muster.view.picture_done", {{"file", job.options.picture}}));
    return Exit::good;
}

}  // namespace muster::commands
