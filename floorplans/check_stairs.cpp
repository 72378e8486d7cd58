// SPDX-License-Identifier: Apache-2.0
// Flights meet the floors they join, and what is drawn agrees with what is said of the steps.
#include <algorithm>
#include <cmath>

#include "floorplans/plan_draft.h"
#include "sim/base/number_text.h"

namespace muster::floorplans {

namespace {

constexpr double level_slack_m = 0.02;  // of a finished floor
constexpr double level_error_m = 0.10;  // a whole step is missing, or the level is another one
constexpr double plan_slack_m = 0.10;
constexpr double width_slack_m = 0.01;
constexpr double rails_m = 0.30;  // handrails on both sides and a gap take less

class StairChecker {
public:
    explicit StairChecker(PlanDraft& draft) : draft_(draft), building_(draft.building) {}

    void check() {
        for (std::size_t i = 0; i < building_.spaces.size() && !draft_.full(); ++i) check_space(SpaceId{i});
        for (const Stair& stair : building_.stairs)
            for (const SpaceId landing : stair.landings) check_use(landing, SpaceUse::stair_landing);
    }

private:
    void check_space(SpaceId id) {
        const Space& space = building_.space(id);
        if (!space.flight) {
            if (space.use == SpaceUse::stair_flight)
                draft_.report(Severity::error, draft_.space_pointers[id.index()], "stair.flight_unlisted",
                              {{"space", space.key}});
            return;
        }
        check_use(id, SpaceUse::stair_flight);
        check_end(id, space.flight->foot, false);
        check_end(id, space.flight->head, true);
        check_plan(id);
        check_width(id);
    }

    void check_use(SpaceId id, SpaceUse use) {
        const Space& space = building_.space(id);
        if (space.use == use) return;
        const bool flight = use == SpaceUse::stair_flight;
        draft_.report(Severity::warning, draft_.space_pointers[id.index()] + "/use",
                      flight ? "stair.flight_use" : "stair.landing_use", {{"space", space.key}});
    }

    void check_end(SpaceId id, OpeningId end, bool is_head) {
        const Space& space = building_.space(id);
        const Opening& opening = building_.opening(end);
        const SpaceId beyond = opening.other(id);
        const double bottom = building_.level(space.level).elevation_m + space.floor_m;
        const double here = bottom + (is_head ? space.flight->rise_m() : 0.0);
        const double there = building_.height_m(beyond, opening.at.middle());
        const double off = std::abs(there - here);
        if (off <= level_slack_m) return;
        report(off > level_error_m ? Severity::error : Severity::warning, id,
               is_head ? "stair.head_off_level" : "stair.foot_off_level",
               {{"other", building_.space(beyond).key},
                {"here", short_number(here, 3)},
                {"there", short_number(there, 3)},
                {"rise", short_number(space.flight->rise_m(), 3)}});
    }

    void check_plan(SpaceId id) {
        const Flight& f = *building_.space(id).flight;
        const double drawn = distance(building_.opening(f.foot).at.middle(), building_.opening(f.head).at.middle());
        const double shortest = (f.risers - 1) * f.tread_m, longest = f.risers * f.tread_m;
        if (drawn >= shortest - plan_slack_m && drawn <= longest + plan_slack_m) return;
        report(Severity::warning, id, "stair.length_differs",
               {{"drawn", short_number(drawn, 2)},
                {"low", short_number(shortest, 2)},
                {"high", short_number(longest, 2)}});
    }

    void check_width(SpaceId id) {
        const Flight& f = *building_.space(id).flight;
        const double drawn = std::min(building_.opening(f.foot).clear_width_m, building_.opening(f.head).clear_width_m);
        const bool good = f.clear_width_m <= drawn + width_slack_m && f.clear_width_m >= drawn - rails_m;
        if (good) return;
        report(Severity::warning, id, "stair.width_differs",
               {{"width", short_number(f.clear_width_m)}, {"drawn", short_number(drawn)}});
    }

    void report(Severity severity, SpaceId id, const char* code, FindingArgs args) {
        args.insert(args.begin(), {"space", building_.space(id).key});
        draft_.report(severity, draft_.flight_pointers[id.index()], code, std::move(args));
    }

    PlanDraft& draft_;
    const Building& building_;
};

}  // namespace

void check_stairs(PlanDraft& draft) { StairChecker(draft).check(); }

}  // namespace muster::floorplans
