// SPDX-License-Identifier: Apache-2.0
#include "render/replay/replay_page.h"

#include <cmath>

#include "render/document/html.h"
#include "render/picture/colour.h"
#include "render/replay/page/assets.h"
#include "render/replay/replay_data.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::replay {

namespace {

// The lowest corner of everything that is drawn or walked: tracks hold no negative numbers.
Vec2 corner_of(const Trace& trace) {
    Vec2 low{1e9, 1e9};
    const auto take = [&](Vec2 p) { low = {std::min(low.x, p.x), std::min(low.y, p.y)}; };
    for (const Space& space : trace.world->building.spaces)
        for (const Vec2 p : space.area.outer) take(p);
    for (const TracePoint& p : trace.points) take({p.x, p.y});
    return {std::floor(low.x), std::floor(low.y)};
}

// Name and colour of every state, in its order; shapes are the script's.
papers::Json states(text::Lang lang) {
    papers::Json rows = papers::Json::array();
    for (std::size_t i = 0; i <= static_cast<std::size_t>(PersonState::incapacitated); ++i) {
        const auto state = static_cast<PersonState>(i);
        rows.push_back(papers::Json{{"name", text::name_of(state, lang)},
                                    {"colour", picture::web_colour(picture::person_colour(state))}});
    }
    return rows;
}

// Colours of 0 to 6 persons/m2, as in the report's maps.
papers::Json ramp() {
    papers::Json colours = papers::Json::array();
    for (int i = 0; i <= 24; ++i) colours.push_back(picture::web_colour(picture::density_colour(i / 24.0)));
    return colours;
}

// "</script>" in a name must not end the script.
std::string inside_script(std::string json) {
    for (std::size_t at = json.find("</"); at != json.npos; at = json.find("</", at + 3)) json.insert(at + 1, "\\");
    return json;
}

}  // namespace

std::string replay_html(const Trace& trace, text::Lang lang) {
    const Vec2 corner = corner_of(trace);
    const std::string& name = text::in_language(trace.world->scenario.name, lang);
    const std::string title = name.empty() ? trace.world->scenario.key : name;
    const papers::Json data{{"title", title},
                            {"building", text::in_language(trace.world->building.name, lang)},
                            {"words", replay_words(lang)},
                            {"states", states(lang)},
                            {"ramp", ramp()},
                            {"plan", replay_plan(*trace.world, corner, lang)},
                            {"run", replay_run(trace, corner, lang)}};
    const std::string text = data.dump(-1, ' ', false, papers::Json::error_handler_t::replace);
    return text::fill(replay_assets::page, {{"lang", std::string(text::tag_of(lang))},
                                            {"title", document::escaped(title)},
                                            {"style", std::string(replay_assets::style)},
                                            {"data", inside_script(text)},
                                            {"script", std::string(replay_assets::script)}});
}

}  // namespace muster::replay
