// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/rectify_report.h"

#include <algorithm>

#include "render/document/csv_writer.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "tools/office/rectify/gain_table.h"
#include "tools/store/rectification_words.h"

namespace muster::rectify {

namespace {

struct Writer {
    const store::RectificationFile& file;
    text::Lang lang;
    text::Catalogue words{lang};

    [[nodiscard]] std::string say(const std::string& id, const text::TextArgs& args = {}) const {
        return words.text(id, args);
    }

    [[nodiscard]] std::string arrow(const store::RectificationItem& item, analysis::Figure figure, bool p95) const {
        const store::ItemGain* g = store::gain_in(item.gain, figure);
        if (g == nullptr) return "—";
        return p95 ? arrow_text(g->before_p95, g->after_p95, 0, lang)
                   : arrow_text(g->before_median, g->after_median, 0, lang);
    }
    [[nodiscard]] std::string out_difference(const store::RectificationItem& item) const {
        const store::ItemGain* g = store::gain_in(item.gain, analysis::Figure::last_out_of_building);
        return g == nullptr ? "—" : difference_text(g->difference, g->low, g->high, 0);
    }

    [[nodiscard]] document::Table overview() const {
        document::Table t;
        t.key = "rectification";
        t.title = say("rectify.table");
        const auto column = [&](const char* id, double width, document::FilledBy by = document::FilledBy::simulator) {
            t.columns.push_back({id, say(std::string("rectify.col.") + id), width, by, false});
        };
        column("rank", 3);
        column("place", 9);
        column("measure", 20);
        column("out", 8);
        column("out_p95", 8);
        column("gain", 9);
        column("crowding", 9);
        column("verdict", 9);
        column("level", 4);
        column("cost", 5, document::FilledBy::human);
        column("owner", 5, document::FilledBy::human);
        column("due", 5, document::FilledBy::human);
        for (const store::RectificationItem& item : file.items)
            t.rows.push_back({document::Cell::of(item.rank), text::in_language(item.site.name, lang),
                              text::in_language(item.measure, lang),
                              arrow(item, analysis::Figure::last_out_of_building, false),
                              arrow(item, analysis::Figure::last_out_of_building, true), out_difference(item),
                              arrow(item, analysis::Figure::exposure_person_s, false), verdict_text(item, lang),
                              say(std::string("ledger.grade.") + word_of(item.hazard_level)), document::Cell{},
                              document::Cell{}, document::Cell{}});
        t.notes = {say("rectify.cost_note")};
        return t;
    }

    [[nodiscard]] std::string basis(const store::RectificationItem& item) const {
        if (item.basis.clause.empty()) return text::in_language(item.basis.text, lang);
        return say("rectify.basis_clause", {{"pack", text::in_language(item.basis.pack_name, lang)},
                                            {"clause", item.basis.clause},
                                            {"unchecked", item.basis.verified ? "" : say("rectify.unchecked")}});
    }

    void item(document::Section& to, const store::RectificationItem& item, const ItemPictures* pictures) const {
        to.blocks.push_back(document::Heading{say("rectify.item", {{"rank", std::to_string(item.rank)},
                                                                   {"place", text::in_language(item.site.name, lang)},
                                                                   {"kind", say("rectify.kind." + item.kind)}}),
                                              2});
        if (const std::string& text = text::in_language(item.description, lang); !text.empty())
            to.blocks.push_back(document::Paragraph{text});
        to.blocks.push_back(
            document::Paragraph{say("rectify.do", {{"measure", text::in_language(item.measure, lang)}})});
        to.blocks.push_back(document::Paragraph{say("rectify.basis", {{"basis", basis(item)}}), document::Voice::note});
        if (item.standing != store::ItemStanding::simulated)
            to.blocks.push_back(
                document::Paragraph{text::in_language(item.standing_reason, lang), document::Voice::note});
        if (item.estimate)
            to.blocks.push_back(document::Paragraph{
                say("rectify.estimate", {{"persons", std::to_string(item.evidence.persons)},
                                         {"before", text::number_text(item.estimate->before_s, 0)},
                                         {"after", text::number_text(item.estimate->after_s, 0)}})});
        if (!item.gain.empty()) to.blocks.push_back(gain_table(item.gain, "gain_" + std::to_string(item.rank), lang));
        const std::string files = item.plan + (item.plan.empty() || item.scenario.empty() ? "" : ", ") + item.scenario;
        if (!files.empty())
            to.blocks.push_back(document::Paragraph{say("rectify.files", {{"files", files}}), document::Voice::note});
        if (pictures == nullptr) return;
        const text::TextArgs args{{"level", text::in_language(pictures->level, lang)},
                                  {"seed", file.seeds.empty() ? "" : std::to_string(file.seeds.front())}};
        to.blocks.push_back(document::Picture{pictures->before_png, say("rectify.picture.before", args)});
        to.blocks.push_back(document::Picture{pictures->after_png, say("rectify.picture.after", args)});
    }
};

document::Table hazard_table(const store::RectificationFile& file, text::Lang lang) {
    const Writer writer{file, lang};
    document::Table t;
    t.key = "F8";
    t.title = writer.say("rectify.form");
    const auto column = [&](const char* id, double width, document::FilledBy by) {
        t.columns.push_back({id, writer.say(std::string("rectify.f8.") + id), width, by, false});
    };
    for (const char* id : {"number", "school"}) column(id, 4, document::FilledBy::plan);
    column("found", 5, document::FilledBy::human);
    for (const char* id : {"place", "category", "description", "basis", "level", "evidence", "measure"})
        column(id, 8, document::FilledBy::simulator);
    for (const char* id : {"unit", "person", "due", "cost"}) column(id, 5, document::FilledBy::human);
    for (const char* id : {"predicted", "state"}) column(id, 7, document::FilledBy::simulator);
    for (const store::RectificationItem& item : file.items) {
        const text::TextArgs seen{{"density", text::fixed_text(item.evidence.peak_density, 1)},
                                  {"lost", text::number_text(item.evidence.delay_person_s, 0)},
                                  {"held", std::to_string(item.evidence.held)},
                                  {"rank", std::to_string(item.evidence.rank)}};
        t.rows.push_back(
            {document::Cell::of(item.rank), text::in_language(file.plan_name, lang), document::Cell{},
             text::in_language(item.site.name, lang),
             writer.say(std::string("rectify.category.") + word_of(item.category)),
             text::in_language(item.description, lang), writer.basis(item),
             writer.say(std::string("rectify.hazard.") + word_of(item.hazard_level)),
             item.evidence.held > 0   ? writer.say("rectify.evidence_held_short", seen)
             : item.evidence.rank > 0 ? writer.say("rectify.evidence_short", seen)
                                      : std::string(),
             text::in_language(item.measure, lang), document::Cell{}, document::Cell{}, document::Cell{},
             document::Cell{},
             verdict_text(item, lang) +
                 (item.gain.empty() ? "" : writer.say("list.sentence") + writer.out_difference(item) + " s"),
             writer.say("rectify.f8.to_register")});
    }
    return t;
}

}  // namespace

std::string seeds_text(const std::vector<std::uint64_t>& seeds) {
    const bool in_a_row = seeds.size() > 2 && seeds.back() - seeds.front() + 1 == seeds.size();
    if (in_a_row) return std::to_string(seeds.front()) + "–" + std::to_string(seeds.back());
    std::string text;
    for (const std::uint64_t seed : seeds) text += (text.empty() ? "" : ", ") + std::to_string(seed);
    return text;
}

std::string verdict_text(const store::RectificationItem& item, text::Lang lang) {
    const text::Catalogue words(lang);
    if (item.standing != store::ItemStanding::simulated)
        return words.text(std::string("rectify.standing.") + word_of(item.standing));
    const std::string worse = names_of(item.worse, lang);
    if (const double saved = store::persons_saved(item.gain); saved > 0.0)
        return words.text(worse.empty() ? "rectify.verdict.saves" : "rectify.verdict.saves_but",
                          {{"count", text::number_text(saved, 0)}, {"worse", worse}});
    if (item.significant)
        return words.text(worse.empty() ? "rectify.verdict.better" : "rectify.verdict.traded", {{"worse", worse}});
    if (!item.gain.empty() && item.gain.front().evidence == analysis::Evidence::too_few)
        return words.text("rectify.verdict.few");
    return words.text(worse.empty() ? "rectify.verdict.none" : "rectify.verdict.worse", {{"worse", worse}});
}

std::string too_few_words(const store::RectificationFile& file, text::Lang lang) {
    const auto run = static_cast<std::size_t>(std::count_if(
        file.items.begin(), file.items.end(), [](const store::RectificationItem& item) { return !item.gain.empty(); }));
    const int least = analysis::min_pairs_for(std::max<std::size_t>(1, analysis::aimed_figures.size() * run));
    if (file.seeds.size() >= static_cast<std::size_t>(least)) return {};
    return text::Catalogue(lang).text("rectify.few",
                                      {{"least", std::to_string(least)}, {"items", std::to_string(run)}});
}

document::Document rectification_document(const store::RectificationFile& file,
                                          const std::vector<ItemPictures>& pictures, text::Lang lang) {
    const Writer writer{file, lang};
    document::Document d;
    d.lang = lang;
    d.form = "F8";
    d.title = writer.say("rectify.title");
    d.subtitle = text::in_language(file.plan_name, lang) + " · " + text::in_language(file.scenario_name, lang);
    d.footer = writer.say("report.disclaimer");
    document::Section overview{document::Paper::a4, true, {}};
    overview.blocks.push_back(document::Paragraph{writer.say(
        "rectify.method", {{"seeds", seeds_text(file.seeds)}, {"runs", std::to_string(file.seeds.size())}})});
    if (const std::string few = too_few_words(file, lang); !few.empty())
        overview.blocks.push_back(document::Paragraph{few});
    if (file.items.empty())
        overview.blocks.push_back(document::Paragraph{writer.say("rectify.none")});
    else
        overview.blocks.push_back(writer.overview());
    d.sections.push_back(std::move(overview));
    if (file.items.empty()) return d;
    document::Section details{document::Paper::a4, false, {}};
    for (const store::RectificationItem& item : file.items) {
        const auto at =
            std::find_if(pictures.begin(), pictures.end(), [&](const auto& p) { return p.item == item.id; });
        writer.item(details, item, at == pictures.end() ? nullptr : &*at);
    }
    d.sections.push_back(std::move(details));
    return d;
}

std::string hazards_csv(const store::RectificationFile& file, text::Lang lang) {
    return document::table_csv(hazard_table(file, lang));
}

}  // namespace muster::rectify
