// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "render/picture/colour.h"
#include "render/picture/level_picture.h"
#include "render/replay/replay_data.h"

namespace muster::replay {

namespace {

long long centimetres(double metres) { return std::llround(100.0 * metres); }

class PlanJson {
public:
    PlanJson(const Building& building, Vec2 corner, text::Lang lang)
        : building_(building), corner_(corner), lang_(lang) {}

    [[nodiscard]] papers::Json levels() const {
        papers::Json rows = papers::Json::array();
        for (const Level& level : building_.levels) {
            const std::string& name = text::in_language(level.name, lang_);
            rows.push_back(papers::Json{{"id", level.key}, {"name", name.empty() ? level.key : name}});
        }
        return rows;
    }

    [[nodiscard]] papers::Json spaces() const {
        papers::Json rows = papers::Json::array();
        for (const Space& space : building_.spaces) {
            papers::Json rings = papers::Json::array({ring(space.area.outer)});
            for (const Ring& hole : space.area.holes) rings.push_back(ring(hole));
            papers::Json row{{"level", space.level.index()},
                             {"colour", picture::web_colour(picture::fill_of(space))},
                             {"out", space.outdoor},
                             {"rings", rings},
                             {"name", is_circulation(space.use) ? "" : text::in_language(space.name, lang_)}};
            if (space.flight && space.flight->foot.valid() && space.flight->head.valid()) row["steps"] = steps(space);
            rows.push_back(std::move(row));
        }
        return rows;
    }

    [[nodiscard]] papers::Json openings() const {
        papers::Json rows = papers::Json::array();
        for (std::size_t i = 0; i < building_.openings.size(); ++i) {
            const Opening& o = building_.openings[i];
            papers::Json levels = papers::Json::array({building_.space(o.from).level.index()});
            if (o.to.valid() && building_.space(o.to).level != building_.space(o.from).level)
                levels.push_back(building_.space(o.to).level.index());
            rows.push_back(papers::Json{{"levels", levels},
                                        {"slot", ring(slot_of(o))},
                                        {"stair", o.kind == OpeningKind::flight_end},
                                        {"exit", building_.is_building_exit(OpeningId{i})},
                                        {"locked", o.state == DoorState::locked}});
        }
        return rows;
    }

    [[nodiscard]] papers::Json furniture() const {
        papers::Json rows = papers::Json::array();
        for (const Obstacle& o : building_.obstacles)
            rows.push_back(papers::Json{{"level", building_.space(o.space).level.index()}, {"ring", ring(o.outline)}});
        return rows;
    }

    [[nodiscard]] papers::Json assembly() const {
        papers::Json rows = papers::Json::array();
        for (const AssemblyArea& a : building_.assembly_areas)
            rows.push_back(papers::Json{{"level", building_.space(a.space).level.index()},
                                        {"ring", ring(a.outline)},
                                        {"name", text::in_language(a.name, lang_)}});
        return rows;
    }

    [[nodiscard]] papers::Json ring(const Ring& points) const {
        papers::Json list = papers::Json::array();
        for (const Vec2 p : points) add(list, p);
        return list;
    }

private:
    void add(papers::Json& list, Vec2 p) const {
        list.push_back(centimetres(p.x - corner_.x));
        list.push_back(centimetres(p.y - corner_.y));
    }
    // Foot, head, and the number of treads between them.
    [[nodiscard]] papers::Json steps(const Space& space) const {
        papers::Json list = papers::Json::array();
        add(list, building_.opening(space.flight->foot).at.middle());
        add(list, building_.opening(space.flight->head).at.middle());
        list.push_back(space.flight->risers - 1);
        return list;
    }

    const Building& building_;
    Vec2 corner_;
    text::Lang lang_;
};

}  // namespace

papers::Json replay_plan(const World& world, Vec2 corner, text::Lang lang) {
    const PlanJson plan(world.building, corner, lang);
    const Box area = picture::used_indoor_bounds(world);
    return papers::Json{{"area", plan.ring({area.low, area.high})},
                        {"levels", plan.levels()},
                        {"spaces", plan.spaces()},
                        {"openings", plan.openings()},
                        {"furniture", plan.furniture()},
                        {"assembly", plan.assembly()}};
}

}  // namespace muster::replay
