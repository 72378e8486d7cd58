// SPDX-License-Identifier: Apache-2.0
// F11: risks, their levels and who answers for them.
#include <algorithm>
#include <set>

#include "render/papers/forms/parts.h"
#include "render/papers/run_report/derived.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "sim/analysis/bottlenecks.h"

namespace muster::papers {

namespace {

// Who starts there or passes in the run.
int concerned(const Trace& trace, SpaceId space) {
    std::set<PersonId> people;
    for (std::size_t p = 0; p < trace.people.size(); ++p)
        if (trace.people[p].start == space) people.insert(PersonId{p});
    for (const TimedEvent& e : trace.events)
        if (const auto* crossed = std::get_if<PersonCrossed>(&e.event))
            if (crossed->into == space) people.insert(crossed->person);
    return static_cast<int>(people.size());
}

std::string effect(const FormSheet& sheet, const Risk& risk, int persons) {
    if (!risk.space.valid()) return {};
    const auto touches = [&](const analysis::Bottleneck& b) {
        return b.opening.valid() ? sheet.building().opening(b.opening).joins(risk.space) : b.space == risk.space;
    };
    const auto& places = sheet.input.run->ensemble->bottlenecks;
    const auto worst = std::find_if(places.begin(), places.end(), touches);
    if (worst == places.end() || !analysis::matters(*worst))
        return sheet.say(persons > 0 ? "f11.passed" : "f11.nobody", {{"persons", std::to_string(persons)}});
    return sheet.say(worst->congestion_s >= 1.0 ? "f11.crowded" : "f11.queued",
                     {{"density", text::fixed_text(worst->peak_density, 1)},
                      {"seconds", text::number_text(worst->congestion_s, 0)}});
}

document::Row row_of(const FormSheet& sheet, const Risk& risk, std::size_t number) {
    const int persons = risk.space.valid() ? concerned(*sheet.input.run->trace, risk.space) : 0;
    const auto lec = [&](double LecScore::*part, int decimals) {
        return risk.lec ? document::Cell::of((*risk.lec).*part, decimals) : document::Cell::blank();
    };
    const auto tidy = [](double value) { return value < 1.0 ? 1 : 0; };
    return {document::Cell::of(static_cast<double>(number)),
            sheet.name(risk.name),
            risk.space.valid()
                ? sheet.level_of(risk.space) + " " + text::name_of_space(sheet.building(), risk.space, sheet.lang())
                : sheet.say("f11.site"),
            std::string(text::name_of(risk.kind, sheet.lang())),
            sheet.say("f11.accident_" + std::to_string(static_cast<int>(risk.kind))),
            lec(&LecScore::l, risk.lec ? tidy(risk.lec->l) : 0),
            lec(&LecScore::e, risk.lec ? tidy(risk.lec->e) : 0),
            lec(&LecScore::c, 0),
            risk.lec ? document::Cell::of(risk.lec->d()) : document::Cell::blank(),
            level_word(sheet, risk.level),
            measures_of(sheet, risk),
            document::Cell(),
            document::Cell(),
            risk.owner.empty() ? document::Cell::blank() : document::Cell(risk.owner),
            document::Cell(),
            document::Cell::of(persons),
            effect(sheet, risk, persons)};
}

}  // namespace

std::vector<RiskId> risks_in_order(const RiskMap& map) {
    std::vector<RiskId> ids;
    for (std::size_t i = 0; i < map.risks.size(); ++i) ids.push_back(RiskId{i});
    const auto key = [&](RiskId id) {
        const Risk& risk = map.risks[id.index()];
        return std::pair(risk.level, risk.lec ? -risk.lec->d() : 0.0);
    };
    std::stable_sort(ids.begin(), ids.end(), [&](RiskId a, RiskId b) { return key(a) < key(b); });
    return ids;
}

std::string level_word(const FormSheet& sheet, int level) { return sheet.say("risk.level_" + std::to_string(level)); }

std::string measures_of(const FormSheet& sheet, const Risk& risk) {
    std::string text;
    for (std::size_t i = 0; i < risk.measures.size(); ++i)
        text += (i > 0 ? "\n" : "") + std::to_string(i + 1) + ". " + sheet.name(risk.measures[i]);
    return text;
}

document::Document risk_list_form(const FormSheet& sheet) {
    using enum document::FilledBy;
    document::Document document = new_form(sheet, Form::risk_list, true);
    document::Table table;
    table.key = "F11";
    table.title = sheet.say("f11.title");
    table.columns = {column(sheet, "f11.number", 2.4, plan, true),
                     column(sheet, "f11.risk", 4.6, plan),
                     column(sheet, "f11.place", 4.6, plan),
                     column(sheet, "f11.what", 4.0, plan),
                     column(sheet, "f11.accident", 5.0, plan),
                     column(sheet, "f11.l", 1.8, plan, true),
                     column(sheet, "f11.e", 1.8, plan, true),
                     column(sheet, "f11.c", 1.8, plan, true),
                     column(sheet, "f11.d", 2.2, plan, true),
                     column(sheet, "f11.level", 4.0, plan),
                     column(sheet, "f11.measures", 14.0, plan),
                     column(sheet, "f11.tier", 3.2, human),
                     column(sheet, "f11.department", 3.6, human),
                     column(sheet, "f11.post", 3.8, plan),
                     column(sheet, "f11.person", 3.6, human),
                     column(sheet, "f11.persons", 3.0, simulator, true),
                     column(sheet, "f11.effect", 6.0)};
    std::size_t number = 0;
    for (const RiskId id : risks_in_order(sheet.world().risk_map))
        table.rows.push_back(row_of(sheet, sheet.world().risk_map.risks[id.index()], ++number));
    table.notes = {sheet.say("f11.note"), source_note(sheet)};
    document.sections.front().blocks = {std::move(table), signatures(sheet)};
    return document;
}

}  // namespace muster::papers
