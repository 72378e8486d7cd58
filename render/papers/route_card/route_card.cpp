// SPDX-License-Identifier: Apache-2.0
#include "render/papers/route_card/route_card.h"

#include <algorithm>

#include "render/papers/route_card/route_card_pictures.h"
#include "render/papers/route_card/route_steps.h"
#include "render/papers/run_report/derived.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

struct CardPage {
    const World& world;
    const RouteCard& card;
    const text::Catalogue& words;
    std::vector<RouteStep> steps;

    [[nodiscard]] text::Lang lang() const { return words.lang(); }
    [[nodiscard]] std::string say(std::string_view id, const text::TextArgs& args = {}) const {
        return words.text(id, args);
    }
    [[nodiscard]] const Group& group() const { return world.scenario.population.groups[card.group.index()]; }
    [[nodiscard]] std::string level_name(LevelId level) const {
        return text::in_language(world.building.level(level).name, lang());
    }
    [[nodiscard]] const RouteStep* step(RouteStepKind kind) const {
        const auto it = std::find_if(steps.begin(), steps.end(), [&](const RouteStep& s) { return s.kind == kind; });
        return it == steps.end() ? nullptr : &*it;
    }
};

bool has_teacher(const Group& group, TeacherPlace place) {
    return std::find(group.teachers.begin(), group.teachers.end(), place) != group.teachers.end();
}

std::string who_leads(const CardPage& page) {
    const bool front = has_teacher(page.group(), TeacherPlace::front),
               rear = has_teacher(page.group(), TeacherPlace::rear);
    return page.say(front && rear ? "card.teachers.both"
                    : front       ? "card.teachers.front"
                    : rear        ? "card.teachers.rear"
                                  : "card.teachers.none");
}

// By the order of the scenario, alarm or music.
std::string turn_of(const CardPage& page) {
    const Release& release = page.world.scenario.release;
    if (page.group().release_delay_s > 0.0 && release.policy != ReleasePolicy::class_by_class)
        return page.say("card.order.called", {{"seconds", text::number_text(page.group().release_delay_s, 0)}});
    const auto place = std::find(release.order.begin(), release.order.end(), page.card.group);
    const auto index = place == release.order.end() ? page.card.group.index()
                                                    : static_cast<std::size_t>(place - release.order.begin());
    switch (release.policy) {
        case ReleasePolicy::all_at_once:
            return page.say("card.order.at_once");
        case ReleasePolicy::by_storey:
            return page.say("card.order.by_storey", {{"seconds", text::number_text(release.interval_s, 0)}});
        case ReleasePolicy::class_by_class:
            if (release.gap_m <= 0.0) return page.say("card.order.class_before");
            return page.say("card.order.class_by_class",
                            {{"number", std::to_string(index + 1)}, {"gap", text::number_text(release.gap_m, 1)}});
        case ReleasePolicy::stagger:
            return page.say("card.order.stagger",
                            {{"number", std::to_string(index + 1)},
                             {"seconds", text::number_text(static_cast<double>(index) * release.interval_s, 0)}});
    }
    return {};
}

// A card hangs in the classroom all year: where somebody waits, it says that at the alarm nobody does.
std::string when_to_go(const CardPage& page) {
    const Scenario& s = page.world.scenario;
    const bool waits = s.release.policy != ReleasePolicy::all_at_once || page.group().release_delay_s > 0.0;
    if (!waits && s.mode != RunMode::dismissal) return turn_of(page);
    return text::joined({turn_of(page), page.say("card.order.alarm")}, "list.sentence", page.lang());
}

std::string spot_of(const CardPage& page) {
    if (page.group().route.spot.valid())
        return text::in_language(page.world.building.spot(page.group().route.spot).name, page.lang());
    for (const AssemblySpot& spot : page.world.building.spots)
        if (!page.card.way.empty() && !page.card.way.back().through.valid() &&
            page.card.way.back().line.back() == spot.at)
            return text::in_language(spot.name, page.lang());
    return "–";
}

std::string opening_of(const CardPage& page, RouteStepKind kind) {
    const RouteStep* step = page.step(kind);
    return step != nullptr ? text::name_of_opening(page.world.building, step->opening, page.lang()) : "–";
}

std::string stair_name(const CardPage& page, StairId stair) {
    return text::in_language(page.world.building.stair(stair).name, page.lang());
}

document::Facts facts_of(const CardPage& page) {
    const Group& group = page.group();
    const RouteStep* stair = page.step(RouteStepKind::stair);
    const bool straight_out = page.step(RouteStepKind::door) == nullptr;
    return {{{page.say("card.room"), text::name_of_space(page.world.building, group.space, page.lang())},
             {page.say("card.persons"),
              page.say("card.persons_count",
                       {{"pupils", std::to_string(group.count)}, {"teachers", std::to_string(group.teachers.size())}})},
             {page.say("card.teachers"), who_leads(page)},
             {page.say("card.order"), when_to_go(page)},
             {page.say("card.door"), opening_of(page, straight_out ? RouteStepKind::exit : RouteStepKind::door)},
             {page.say("card.stair"), stair != nullptr ? stair_name(page, stair->stair) : page.say("card.no_stair")},
             {page.say("card.exit"), opening_of(page, RouteStepKind::exit)},
             {page.say("card.spot"), spot_of(page)}},
            4};
}

std::string step_text(const CardPage& page, const RouteStep& step) {
    const std::string metres = text::number_text(step.metres, 0);
    switch (step.kind) {
        case RouteStepKind::door:
            return page.say("card.step.door",
                            {{"door", text::name_of_opening(page.world.building, step.opening, page.lang())}});
        case RouteStepKind::stair:
            return page.say("card.step.stair",
                            {{"metres", metres},
                             {"stair", stair_name(page, step.stair)},
                             {"level", step.to_level.valid() ? page.level_name(step.to_level) : ""}});
        case RouteStepKind::off_stair:
            return page.say("card.step.off_stair", {{"level", page.level_name(step.level)}});
        case RouteStepKind::exit:
            return page.say(
                "card.step.exit",
                {{"metres", metres}, {"exit", text::name_of_opening(page.world.building, step.opening, page.lang())}});
        case RouteStepKind::spot:
            return page.say("card.step.spot", {{"metres", metres}, {"spot", spot_of(page)}});
    }
    return {};
}

document::DocumentBlock steps_of(const CardPage& page) {
    if (page.steps.empty()) return document::Callout{document::Tone::bad, page.say("card.no_way"), {}};
    document::List steps;
    steps.numbered = true;
    for (const RouteStep& step : page.steps) steps.items.push_back(step_text(page, step));
    return steps;
}

document::Picture picture_of(const CardPage& page, const RoutePlan& plan, std::string_view caption) {
    document::Picture picture;
    picture.png = plan.png;
    picture.caption = page.say(caption, {{"level", page.level_name(plan.level)}});
    return picture;
}

// The storeys between the first and the last, small, beside what is to be said of them.
document::SideBySide between(const CardPage& page, const std::vector<RoutePlan>& plans) {
    constexpr double small_mm = 42.0, room_mm = 186.0, gap_mm = 4.0;
    document::SideBySide row;
    for (const RoutePlan& plan : plans) row.sides.push_back({small_mm, {picture_of(page, plan, "card.plan.between")}});
    const double taken_mm = static_cast<double>(plans.size()) * (small_mm + gap_mm);
    row.sides.push_back({std::max(small_mm, room_mm - taken_mm), {document::Paragraph{page.say("card.between")}}});
    return row;
}

void add_plans(const CardPage& page, document::Section& to) {
    const RoutePlans plans = route_plans(page.world, page.card, page.steps, page.lang());
    const bool alone = plans.last.png.empty();
    if (!plans.first.png.empty()) {
        document::Picture first = picture_of(page, plans.first, alone ? "card.plan.only" : "card.plan.first");
        first.grows = alone;
        to.blocks.push_back(std::move(first));
    }
    if (!plans.between.empty()) to.blocks.push_back(between(page, plans.between));
    if (alone) return;
    document::Picture last = picture_of(page, plans.last, "card.plan.last");
    last.grows = true;
    to.blocks.push_back(std::move(last));
}

document::SideBySide::Side words_of(const CardPage& page, double share, std::string_view heading,
                                    std::initializer_list<std::string_view> ids) {
    document::List list;
    for (const std::string_view id : ids) list.items.push_back(page.say(id));
    return {share, {document::Heading{page.say(heading), 2}, std::move(list)}};
}

document::SideBySide rules_of(const CardPage& page) {
    return {{words_of(page, 1.6, "card.always",
                      {"card.always.line_up", "card.always.right", "card.always.stair", "card.always.last",
                       "card.always.count"}),
             words_of(page, 1.0, "card.quake", {"card.quake.shelter", "card.quake.wait", "card.quake.out"}),
             words_of(page, 1.0, "card.fire", {"card.fire.low", "card.fire.back", "card.fire.door"})}};
}

document::Section sheet_of(const CardPage& page) {
    document::Section sheet;
    sheet.blocks = {
        document::Masthead{text::in_language(page.group().name, page.lang()),
                           {page.say("card.title"), text::in_language(page.world.building.name, page.lang()),
                            text::in_language(page.world.scenario.name, page.lang())}},
        facts_of(page), steps_of(page)};
    add_plans(page, sheet);
    sheet.blocks.push_back(rules_of(page));
    sheet.blocks.push_back(document::Blanks{{page.say("card.phone"), page.say("card.duty")}, page.say("card.note")});
    return sheet;
}

}  // namespace

document::Document route_cards(const World& world, const std::vector<RouteCard>& cards, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Document document;
    document.lang = lang;
    document.kind = document::DocumentKind::poster;
    document.title = words.text("card.title");
    document.subtitle = text::in_language(world.building.name, lang);
    for (const RouteCard& card : cards)
        document.sections.push_back(sheet_of({world, card, words, route_steps(world.building, card.way)}));
    return document;
}

}  // namespace muster::papers
