// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/session_book.h"

#include <chrono>

#include "render/picture/level_picture.h"
#include "sim/analysis/analyse.h"

namespace muster::viewer {

namespace {

constexpr std::size_t captions_every = 10;  // samples
constexpr double margin_m = 3.0;            // round the building

}  // namespace

void SessionBook::begin(const Session& session) {
    generation_ = session.generation();
    world_ = session.shared_world();
    bounds_ = picture::used_indoor_bounds(*world_, margin_m);
    book_ = std::make_unique<analysis::RunBook>(*world_);
    maps_ = std::make_unique<analysis::HeatMaps>(world_->building);
    person_.reset();
    routes_.clear();
    captions_.clear();
    captions_of_ = 0;
    analysis_.reset();
    asked_ = false;
}

void SessionBook::follow(const Session& session, text::Lang lang) {
    // A run that was rewound holds fewer samples than were read: it went another way.
    const Trace& trace = session.trace();
    if (generation_ != session.generation() || trace.sample_times.size() < book_->samples()) begin(session);
    if (trace.sample_times.empty()) return;
    book_->extend(trace);
    if (book_->samples() >= captions_of_ + captions_every || captions_lang_ != lang || (session.ended() && !asked_)) {
        captions_ = muster::lesson::captions(trace, *book_, lang);
        captions_of_ = book_->samples();
        captions_lang_ = lang;
    }
    look_for_analysis(session);
}

void SessionBook::look_for_analysis(const Session& session) {
    if (session.ended() && !asked_) {
        asked_ = true;
        // A copy: the run may be changed meanwhile.
        under_way_ = std::async(std::launch::async,
                                [trace = session.trace(), world = world_] { return analysis::analyse(trace); });
    }
    if (asked_ && under_way_.valid() && under_way_.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        analysis_ = under_way_.get();
}

const analysis::PersonFollow& SessionBook::person(const Session& session, PersonId id) const {
    if (!person_ || person_->person() != id) person_ = std::make_unique<analysis::PersonFollow>(*world_, id);
    person_->extend(session.trace());
    return *person_;
}

const std::vector<behaviour::RouteLeg>& SessionBook::route(const Session& session, GroupId group) const {
    const auto [found, fresh] = routes_.try_emplace(group);
    if (fresh) found->second = behaviour::route_line(*world_, *session.prepared().navigation, group);
    return found->second;
}

const std::vector<SpaceId>& SessionBook::space_of_cells(LevelId level) const {
    std::vector<SpaceId>& spaces = cells_[level];
    if (!spaces.empty()) return spaces;
    const analysis::LevelCells& grid = cells(level);
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            spaces.push_back(
                world_->building.space_at(level, grid.origin + grid.cell_m * Vec2{column + 0.5, row + 0.5}));
    return spaces;
}

}  // namespace muster::viewer
