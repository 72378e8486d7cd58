// SPDX-License-Identifier: Apache-2.0
// F13: the card that hangs at a risk, one A5 sheet each.
#include "render/papers/forms/parts.h"
#include "render/picture/risk_picture.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::papers {

namespace {

constexpr int banner_px = 1200;

// Sentences of the catalogue that speak of this kind of risk.
std::string of_kind(const FormSheet& sheet, const char* id, const Risk& risk) {
    return sheet.say(std::string(id) + std::to_string(static_cast<int>(risk.kind)));
}

document::Table card_of(const FormSheet& sheet, const Risk& risk) {
    const auto row = [&](const char* id, document::Cell value) {
        return document::Row{document::Cell::named(sheet.say(id)), std::move(value)};
    };
    document::Table table;
    table.key = "F13_" + risk.key;
    table.header = false;
    table.columns = {{"label", "", 6.0, document::FilledBy::plan}, {"value", "", 24.0, document::FilledBy::plan}};
    const std::string place = risk.space.valid() ? sheet.level_of(risk.space) + " " +
                                                       text::name_of_space(sheet.building(), risk.space, sheet.lang())
                                                 : sheet.say("f11.site");
    table.rows = {
        row("f13.risk", sheet.name(risk.name)),
        row("f13.place", place),
        row("f13.consequences", of_kind(sheet, "f11.accident_", risk)),
        row("f13.measures", risk.measures.empty() ? document::Cell::blank() : document::Cell(measures_of(sheet, risk))),
        row("f13.response", of_kind(sheet, "f13.response_", risk)),
        row("f13.post", risk.owner.empty() ? document::Cell::blank() : document::Cell(risk.owner)),
        row("f13.person", document::Cell::blank()),
        row("f13.phones", sheet.say("f13.phone_numbers"))};
    table.row_height_mm = 11.0;
    return table;
}

}  // namespace

document::Document notice_cards_form(const FormSheet& sheet) {
    document::Document document = new_form(sheet, Form::notice_cards);
    document.sections.clear();
    for (const RiskId id : risks_in_order(sheet.world().risk_map)) {
        const Risk& risk = sheet.world().risk_map.risks[id.index()];
        const std::string words = level_word(sheet, risk.level);
        document::Section section{document::Paper::a5, false, {}};
        if (!document.sections.empty()) section.blocks.push_back(document::Heading{document.title, 0});
        section.blocks.push_back(
            document::Picture{picture::draw_risk_banner(risk.level, words, banner_px), "", 0.0, 0.0});
        section.blocks.push_back(card_of(sheet, risk));
        document.sections.push_back(std::move(section));
    }
    return document;
}

}  // namespace muster::papers
