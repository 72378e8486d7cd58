// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/rectify_report.h"

#include <algorithm>

#include "render/document/csv_writer.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "tools/office/rectify/gain_table.h"

namespace muster {

namespace {

struct Writer {
    const RectificationFile& file;
    Lang lang;
    Catalogue words{lang};

    [[nodiscard]] std::string say(const std::string& id, const TextArgs& args = {}) const {
        return words.text(id, args);
    }

    [[nodiscard]] std::string arrow(const RectificationItem& item, Figure figure, bool p95) const {
        const ItemGain* g = gain_in(item.gain, figure);
        if (g == nullptr) return "—";
        return p95 ? arrow_text(g->before_p95, g->after_p95, 0, lang)
                   : arrow_text(g->before_median, g->after_median, 0, lang);
    }
    [[nodiscard]] std::string out_difference(const RectificationItem& item) const {
        const ItemGain* g = gain_in(item.gain, Figure::last_out_of_building);
        return g == nullptr ? "—" : difference_text(g->difference, g->low, g->high, 0);
    }

    [[nodiscard]] Table overview() const {
        Table t;
        t.key = "rectification";
        t.title = say("rectify.table");
        const auto column = [&](const char* id, double width, FilledBy by = FilledBy::simulator) {
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
        column("cost", 5, FilledBy::human);
        column("owner", 5, FilledBy::human);
        column("due", 5, FilledBy::human);
        for (const RectificationItem& item : file.items)
            t.rows.push_back({Cell::of(item.rank), in_language(item.site.name, lang), in_language(item.measure, lang),
                              arrow(item, Figure::last_out_of_building, false),
                              arrow(item, Figure::last_out_of_building, true), out_difference(item),
                              arrow(item, Figure::critical_person_s, false), verdict_text(item, lang),
                              say(std::string("ledger.grade.") + word_of(item.hazard_level)), Cell{}, Cell{}, Cell{}});
        t.notes = {say("rectify.cost_note")};
        return t;
    }

    [[nodiscard]] std::string basis(const RectificationItem& item) const {
        if (item.basis.clause.empty()) return in_language(item.basis.text, lang);
        return say("rectify.basis_clause", {{"pack", in_language(item.basis.pack_name, lang)},
                                            {"clause", item.basis.clause},
                                            {"unchecked", item.basis.verified ? "" : say("rectify.unchecked")}});
    }

    void item(Section& to, const RectificationItem& item, const ItemPictures* pictures) const {
        to.blocks.push_back(Heading{say("rectify.item", {{"rank", std::to_string(item.rank)},
                                                         {"place", in_language(item.site.name, lang)},
                                                         {"kind", say("rectify.kind." + item.kind)}}),
                                    2});
        if (const std::string& text = in_language(item.description, lang); !text.empty())
            to.blocks.push_back(Paragraph{text});
        to.blocks.push_back(Paragraph{say("rectify.do", {{"measure", in_language(item.measure, lang)}})});
        to.blocks.push_back(Paragraph{say("rectify.basis", {{"basis", basis(item)}}), true});
        if (item.standing != ItemStanding::simulated)
            to.blocks.push_back(Paragraph{in_language(item.standing_reason, lang), true});
        if (item.estimate)
            to.blocks.push_back(
                Paragraph{say("rectify.estimate", {{"persons", std::to_string(item.evidence.persons)},
                                                   {"before", number_text(item.estimate->before_s, 0)},
                                                   {"after", number_text(item.estimate->after_s, 0)}})});
        if (!item.gain.empty()) to.blocks.push_back(gain_table(item.gain, "gain_" + std::to_string(item.rank), lang));
        const std::string files = item.plan + (item.plan.empty() || item.scenario.empty() ? "" : ", ") + item.scenario;
        if (!files.empty()) to.blocks.push_back(Paragraph{say("rectify.files", {{"files", files}}), true});
        if (pictures == nullptr) return;
        const TextArgs args{{"level", in_language(pictures->level, lang)},
                            {"seed", file.seeds.empty() ? "" : std::to_string(file.seeds.front())}};
        to.blocks.push_back(Picture{pictures->before_png, say("rectify.picture.before", args)});
        to.blocks.push_back(Picture{pictures->after_png, say("rectify.picture.after", args)});
    }
};

Table hazard_table(const RectificationFile& file, Lang lang) {
    const Writer writer{file, lang};
    Table t;
    t.key = "F8";
    t.title = writer.say("rectify.form");
    const auto column = [&](const char* id, double width, FilledBy by) {
        t.columns.push_back({id, writer.say(std::string("rectify.f8.") + id), width, by, false});
    };
    for (const char* id : {"number", "school"}) column(id, 4, FilledBy::plan);
    column("found", 5, FilledBy::human);
    for (const char* id : {"place", "category", "description", "basis", "level", "evidence", "measure"})
        column(id, 8, FilledBy::simulator);
    for (const char* id : {"unit", "person", "due", "cost"}) column(id, 5, FilledBy::human);
    for (const char* id : {"predicted", "state"}) column(id, 7, FilledBy::simulator);
    for (const RectificationItem& item : file.items) {
        const TextArgs seen{{"density", fixed_text(item.evidence.peak_density, 1)},
                            {"lost", number_text(item.evidence.lost_person_s, 0)},
                            {"rank", std::to_string(item.evidence.rank)}};
        t.rows.push_back(
            {Cell::of(item.rank), in_language(file.plan_name, lang), Cell{}, in_language(item.site.name, lang),
             writer.say(std::string("rectify.category.") + word_of(item.category)), in_language(item.description, lang),
             writer.basis(item), writer.say(std::string("rectify.hazard.") + word_of(item.hazard_level)),
             item.evidence.rank > 0 ? writer.say("rectify.evidence_short", seen) : std::string(),
             in_language(item.measure, lang), Cell{}, Cell{}, Cell{}, Cell{},
             verdict_text(item, lang) + (item.gain.empty() ? "" : "; " + writer.out_difference(item) + " s"),
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

std::string verdict_text(const RectificationItem& item, Lang lang) {
    const Catalogue words(lang);
    if (item.standing != ItemStanding::simulated)
        return words.text(std::string("rectify.standing.") + word_of(item.standing));
    const std::string worse = names_of(item.worse, lang);
    if (item.significant)
        return words.text(worse.empty() ? "rectify.verdict.better" : "rectify.verdict.traded", {{"worse", worse}});
    if (!item.gain.empty() && item.gain.front().evidence == Evidence::too_few) return words.text("rectify.verdict.few");
    return words.text(worse.empty() ? "rectify.verdict.none" : "rectify.verdict.worse", {{"worse", worse}});
}

std::string too_few_words(const RectificationFile& file, Lang lang) {
    const auto run = static_cast<std::size_t>(std::count_if(
        file.items.begin(), file.items.end(), [](const RectificationItem& item) { return !item.gain.empty(); }));
    const int least = least_pairs_for(std::max<std::size_t>(1, aimed_figures.size() * run));
    if (file.seeds.size() >= static_cast<std::size_t>(least)) return {};
    return Catalogue(lang).text("rectify.few", {{"least", std::to_string(least)}, {"items", std::to_string(run)}});
}

Document rectification_document(const RectificationFile& file, const std::vector<ItemPictures>& pictures, Lang lang) {
    const Writer writer{file, lang};
    Document d;
    d.lang = lang;
    d.form = "F8";
    d.title = writer.say("rectify.title");
    d.subtitle = in_language(file.plan_name, lang) + " · " + in_language(file.scenario_name, lang);
    d.footer = writer.say("report.disclaimer");
    Section overview{Paper::a4, true, {}};
    overview.blocks.push_back(Paragraph{writer.say(
        "rectify.method", {{"seeds", seeds_text(file.seeds)}, {"runs", std::to_string(file.seeds.size())}})});
    if (const std::string few = too_few_words(file, lang); !few.empty()) overview.blocks.push_back(Paragraph{few});
    if (file.items.empty())
        overview.blocks.push_back(Paragraph{writer.say("rectify.none")});
    else
        overview.blocks.push_back(writer.overview());
    d.sections.push_back(std::move(overview));
    if (file.items.empty()) return d;
    Section details{Paper::a4, false, {}};
    for (const RectificationItem& item : file.items) {
        const auto at =
            std::find_if(pictures.begin(), pictures.end(), [&](const auto& p) { return p.item == item.id; });
        writer.item(details, item, at == pictures.end() ? nullptr : &*at);
    }
    d.sections.push_back(std::move(details));
    return d;
}

std::string hazards_csv(const RectificationFile& file, Lang lang) { return table_csv(hazard_table(file, lang)); }

}  // namespace muster
