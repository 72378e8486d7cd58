// SPDX-License-Identifier: Apache-2.0
#include "render/papers/route_card/route_card.h"

#include <algorithm>

#include "render/document/html.h"
#include "render/papers/route_card/route_card_pictures.h"
#include "render/papers/route_card/route_steps.h"
#include "render/papers/run_report/derived.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

const char* const card_style = R"css(
* { box-sizing: border-box; }
body { margin: 0; background: #eceff2; color: #1b1f24;
  font: 10.5pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "Segoe UI", Arial, sans-serif; }
.card { width: 210mm; height: 296mm; margin: 6mm auto; padding: 11mm 12mm 9mm; background: #fff; display: flex; flex-direction: column; gap: 3mm; }
header { display: flex; justify-content: space-between; align-items: flex-end; border-bottom: 2pt solid #1b1f24; padding-bottom: 2mm; }
h1 { font-size: 25pt; line-height: 1.15; margin: 0; }
header p { margin: 0; text-align: right; font-size: 9.5pt; line-height: 1.4; color: #59636e; }
h2 { font-size: 11.5pt; line-height: 1.3; margin: 0 0 1mm; }
.facts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1mm 4mm; }
.facts span { display: block; font-size: 8.3pt; line-height: 1.3; color: #59636e; }
.facts b { font-size: 11pt; line-height: 1.35; }
ol { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 7mm; border: 1.2pt solid #1b1f24; padding: 2mm 3mm; }
ol li { display: flex; gap: 2.2mm; padding: .6mm 0; break-inside: avoid; font-weight: 600; line-height: 1.4; }
.ball { flex: none; display: inline-flex; align-items: center; justify-content: center; width: 5.4mm; height: 5.4mm; border-radius: 50%; background: #1b1f24; color: #fff; font-size: 9pt; line-height: 1; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
figure { margin: 0; }
figure img { display: block; width: 100%; max-height: 60mm; object-fit: contain; }
figure.rest { flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; }
figure.rest img { flex: 1 1 0; min-height: 0; max-height: none; object-position: left top; }
figcaption { font-size: 8.6pt; line-height: 1.35; margin-bottom: .6mm; font-weight: 700; }
.between { display: flex; gap: 4mm; align-items: flex-start; }
.between figure { width: 42mm; }
.between p { margin: 0; align-self: center; font-size: 9.5pt; flex: 1; }
.words { display: grid; grid-template-columns: 1.6fr 1fr 1fr; gap: 4mm; margin-top: auto; }
.words div { border-top: 1.4pt solid #1b1f24; padding-top: 1.2mm; }
.words ul { margin: 0; padding-left: 1.15em; }
.words li { font-size: 9.2pt; line-height: 1.42; }
footer { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; border-top: 1.4pt solid #1b1f24; padding-top: 2.5mm; font-size: 10.5pt; }
footer div { display: flex; gap: 2mm; align-items: flex-end; }
footer i { flex: 1; border-bottom: .9pt solid #1b1f24; height: 6mm; }
.note { grid-column: 1 / -1; font-size: 8pt; line-height: 1.35; color: #59636e; }
@page { size: A4; margin: 0; }
@media print { body { background: #fff; } .card { margin: 0; break-after: page; overflow: hidden; } .card:last-child { break-after: auto; } }
)css";

struct CardPage {
    const World& world;
    const RouteCard& card;
    const text::Catalogue& words;
    document::Html& html;
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

std::string when_to_go(const CardPage& page) {
    const Release& release = page.world.scenario.release;
    const auto place = std::find(release.order.begin(), release.order.end(), page.card.group);
    const auto index = place == release.order.end() ? page.card.group.index()
                                                    : static_cast<std::size_t>(place - release.order.begin());
    switch (release.policy) {
        case ReleasePolicy::all_at_once:
            return page.say("card.order.at_once");
        case ReleasePolicy::by_storey:
            return page.say("card.order.by_storey", {{"seconds", text::number_text(release.interval_s, 0)}});
        case ReleasePolicy::class_by_class:
            return page.say("card.order.class_by_class",
                            {{"number", std::to_string(index + 1)}, {"gap", text::number_text(release.gap_m, 1)}});
        case ReleasePolicy::stagger:
            return page.say("card.order.stagger",
                            {{"number", std::to_string(index + 1)},
                             {"seconds", text::number_text(static_cast<double>(index) * release.interval_s, 0)}});
    }
    return {};
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

void write_facts(const CardPage& page) {
    const Group& group = page.group();
    const RouteStep* stair = page.step(RouteStepKind::stair);
    const bool straight_out = page.step(RouteStepKind::door) == nullptr;
    const std::pair<const char*, std::string> facts[] = {
        {"card.room", text::name_of_space(page.world.building, group.space, page.lang())},
        {"card.persons", page.say("card.persons_count", {{"pupils", std::to_string(group.count)},
                                                         {"teachers", std::to_string(group.teachers.size())}})},
        {"card.teachers", who_leads(page)},
        {"card.order", when_to_go(page)},
        {"card.door", opening_of(page, straight_out ? RouteStepKind::exit : RouteStepKind::door)},
        {"card.stair", stair != nullptr ? stair_name(page, stair->stair) : page.say("card.no_stair")},
        {"card.exit", opening_of(page, RouteStepKind::exit)},
        {"card.spot", spot_of(page)}};
    page.html.open("section", "facts");
    for (const auto& [id, value] : facts) {
        page.html.open("div").element("span", page.say(id)).element("b", value).close("div");
    }
    page.html.close("section");
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

void write_steps(const CardPage& page) {
    page.html.open("ol");
    for (std::size_t i = 0; i < page.steps.size(); ++i)
        page.html.open("li")
            .element("span", std::to_string(i + 1), "ball")
            .element("span", step_text(page, page.steps[i]))
            .close("li");
    if (page.steps.empty()) page.html.element("li", page.say("card.no_way"));
    page.html.close("ol");
}

void write_plan(const CardPage& page, const RoutePlan& plan, std::string_view caption, std::string_view style = {}) {
    if (plan.png.empty()) return;
    const std::string title = page.say(caption, {{"level", page.level_name(plan.level)}});
    page.html.open("figure", style).element("figcaption", title);
    page.html.image_png(plan.png, title);
    page.html.close("figure");
}

void write_plans(const CardPage& page) {
    const RoutePlans plans = route_plans(page.world, page.card, page.steps, page.lang());
    const bool alone = plans.last.png.empty();
    write_plan(page, plans.first, alone ? "card.plan.only" : "card.plan.first", alone ? "rest" : "");
    if (!plans.between.empty()) {
        page.html.open("section", "between");
        for (const RoutePlan& plan : plans.between) write_plan(page, plan, "card.plan.between");
        page.html.element("p", page.say("card.between")).close("section");
    }
    write_plan(page, plans.last, "card.plan.last", "rest");
}

void write_words(const CardPage& page, std::string_view heading, std::initializer_list<std::string_view> ids) {
    page.html.open("div").element("h2", page.say(heading)).open("ul");
    for (const std::string_view id : ids) page.html.element("li", page.say(id));
    page.html.close("ul").close("div");
}

void write_card(const CardPage& page) {
    page.html.open("article", "card");
    page.html.open("header").element("h1", text::in_language(page.group().name, page.lang()));
    page.html.open("p")
        .text(page.say("card.title"))
        .raw("<br>")
        .text(text::in_language(page.world.building.name, page.lang()));
    page.html.raw("<br>").text(text::in_language(page.world.scenario.name, page.lang())).close("p").close("header");
    write_facts(page);
    write_steps(page);
    write_plans(page);
    page.html.open("section", "words");
    write_words(
        page, "card.always",
        {"card.always.line_up", "card.always.right", "card.always.stair", "card.always.last", "card.always.count"});
    write_words(page, "card.quake", {"card.quake.shelter", "card.quake.wait", "card.quake.out"});
    write_words(page, "card.fire", {"card.fire.low", "card.fire.back", "card.fire.door"});
    page.html.close("section").open("footer");
    for (const char* id : {"card.phone", "card.duty"})
        page.html.open("div").element("span", page.say(id)).raw("<i></i>").close("div");
    page.html.element("p", page.say("card.note"), "note").close("footer").close("article");
}

}  // namespace

std::string route_cards_html(const World& world, const std::vector<RouteCard>& cards, text::Lang lang) {
    const text::Catalogue words(lang);
    document::Html html;
    html.raw("<!DOCTYPE html>\n<html lang=\"").raw(text::tag_of(lang)).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.element("title", words.text("card.title") + " · " + text::in_language(world.building.name, lang));
    html.raw("<style>").raw(card_style).raw("</style>\n</head>\n<body>\n");
    for (const RouteCard& card : cards) write_card({world, card, words, html, route_steps(world.building, card.way)});
    html.raw("</body>\n</html>\n");
    return html.take();
}

}  // namespace muster::papers
