// SPDX-License-Identifier: Apache-2.0
// What panels ask about one session over time: series, heat maps, captions, ways of classes, the analysis of a finished
// run. Kept up as the run grows, made anew when it went another way.
#pragma once

#include <future>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "render/lesson/captions.h"
#include "render/viewer/state/session.h"
#include "sim/analysis/heat.h"
#include "sim/analysis/person_story.h"
#include "sim/analysis/run_book.h"
#include "sim/behaviour/route_line.h"

namespace muster::viewer {

class SessionBook {
public:
    /// Once a frame, with the session it belongs to.
    void follow(const Session& session, text::Lang lang);

    /// Round the building that is used; m. Pre: follow() was called.
    [[nodiscard]] const Box& bounds() const { return bounds_; }
    /// Nothing of the run has been read yet.
    [[nodiscard]] bool empty() const { return !book_ || book_->samples() == 0; }
    [[nodiscard]] const analysis::RunBook& book() const { return *book_; }
    [[nodiscard]] analysis::HeatField heat(const Session& session, analysis::HeatKind kind, std::size_t sample,
                                           LevelId level) const {
        return maps_->at(session.trace(), kind, sample, level);
    }
    [[nodiscard]] const analysis::PersonFollow& person(const Session& session, PersonId id) const;
    [[nodiscard]] const std::vector<lesson::Caption>& captions() const { return captions_; }
    /// The way a class is to go; empty when there is none.
    [[nodiscard]] const std::vector<behaviour::RouteLeg>& route(const Session& session, GroupId group) const;
    /// Of the finished run; nullptr while it goes on or is being analysed.
    [[nodiscard]] const analysis::RunAnalysis* analysis() const { return analysis_ ? &*analysis_ : nullptr; }
    /// The cells of a level's heat maps, and the space of each.
    [[nodiscard]] const analysis::LevelCells& cells(LevelId level) const { return maps_->cells().cells(level.index()); }
    [[nodiscard]] const std::vector<SpaceId>& space_of_cells(LevelId level) const;

private:
    void begin(const Session& session);
    void look_for_analysis(const Session& session);

    int generation_ = -1;
    Box bounds_;
    std::shared_ptr<const World> world_;
    std::unique_ptr<analysis::RunBook> book_;
    // Answers that are worked out when asked for.
    mutable std::unique_ptr<analysis::HeatMaps> maps_;
    mutable std::unique_ptr<analysis::PersonFollow> person_;
    mutable std::map<GroupId, std::vector<behaviour::RouteLeg>> routes_;
    mutable std::map<LevelId, std::vector<SpaceId>> cells_;
    std::vector<lesson::Caption> captions_;
    std::size_t captions_of_ = 0;  // samples they were made from
    text::Lang captions_lang_ = text::Lang::zh_cn;
    std::future<analysis::RunAnalysis> under_way_;
    std::optional<analysis::RunAnalysis> analysis_;
    bool asked_ = false;
};

}  // namespace muster::viewer
