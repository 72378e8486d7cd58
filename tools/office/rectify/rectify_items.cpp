// SPDX-License-Identifier: Apache-2.0
#include "tools/office/rectify/rectify_items.h"

#include <algorithm>
#include <cctype>

#include "render/text/catalogue.h"
#include "render/text/compliance_words.h"
#include "render/text/held_words.h"
#include "render/text/names.h"
#include "render/text/places.h"
#include "sim/base/overload.h"

namespace muster::rectify {

namespace {

class Words {
public:
    Words(const planning::Proposal& proposal, const ItemInputs& inputs, text::Lang lang)
        : p_(proposal), in_(inputs), lang_(lang), words_(lang), b_(inputs.world->building) {}

    // With its storey, so that it can be found.
    [[nodiscard]] std::string place() const {
        if (p_.opening.valid())
            return at_level(b_.opening(p_.opening).from, text::name_of_opening(b_, p_.opening, lang_));
        if (p_.obstacle.valid()) {
            const SpaceId space = b_.obstacle(p_.obstacle).space;
            return at_level(space, text::name_of_space(b_, space, lang_));
        }
        if (p_.space.valid()) return at_level(p_.space, text::name_of_space(b_, p_.space, lang_));
        if (p_.stair.valid()) return text::in_language(b_.stair(p_.stair).name, lang_);
        if (p_.level.valid()) return text::in_language(b_.level(p_.level).name, lang_);
        return words_.text("rectify.site.site");
    }
    [[nodiscard]] std::string description() const {
        std::string text;
        const auto add = [&](const std::string& part) {
            if (part.empty()) return;
            text = text.empty() ? part : words_.text("rectify.then", {{"first", text}, {"second", part}});
        };
        add(what());
        if (p_.line) add(rule());
        if (p_.bottleneck) add(evidence());
        return text;
    }
    [[nodiscard]] std::string measure() const { return words_.text("rectify.do." + kind(), args()); }
    [[nodiscard]] std::string kind() const {
        return p_.change ? planning::code_of(*p_.change, in_.world->scenario)
               : p_.line ? std::string("shortfall")
                         : std::string("held");
    }
    [[nodiscard]] std::string rule_text() const {
        if (!p_.line) return words_.text("rectify.by_runs");
        const planning::ComplianceLine& line = in_.compliance->lines[*p_.line];
        return text::in_language((*in_.packs)[line.pack].rules[line.rule].text, lang_);
    }

private:
    [[nodiscard]] std::string at_level(SpaceId space, const std::string& name) const {
        const std::string level = text::in_language(b_.level(b_.space(space).level).name, lang_);
        if (name.find(level) != std::string::npos) return name;
        return words_.text("rectify.site.at_level", {{"level", level}, {"place", name}});
    }
    // What is wrong, where neither a rule nor a queue says it.
    [[nodiscard]] std::string what() const {
        const std::string id = "rectify.what." + kind();
        const std::string text = words_.text(id, args());
        return text == id ? std::string() : text;
    }
    [[nodiscard]] std::string rule() const {
        const planning::ComplianceLine& line = in_.compliance->lines[*p_.line];
        const text::ComplianceText text{b_, *in_.packs, *in_.compliance, lang_};
        const std::string ratio = text::number_text(100.0 * line.ratio, 0);
        return words_.text("rectify.rule",
                           {{"pack", text::in_language((*in_.packs)[line.pack].name, lang_)},
                            {"clause", line.clause},
                            {"text", rule_text()},
                            {"required", text.required(line)},
                            {"actual", text.actual(line)},
                            {"ratio", line.ratio > 0.0 ? words_.text("rectify.ratio", {{"ratio", ratio}}) : ""},
                            {"unchecked", line.verified ? "" : words_.text("rectify.unchecked")}});
    }
    [[nodiscard]] std::string evidence() const {
        const analysis::Bottleneck& b = (*in_.bottlenecks)[*p_.bottleneck];
        if (b.held.persons() > 0)
            return words_.text("rectify.evidence_held",
                               {{"mode", std::string(text::name_of(in_.world->scenario.mode, lang_))},
                                {"runs", std::to_string(in_.runs)},
                                {"place", text::name_of_place(b_, b, lang_)},
                                {"count", std::to_string(b.held.persons())},
                                {"reasons", text::held_reasons(b.held, lang_)}});
        return words_.text("rectify.evidence", {{"mode", std::string(text::name_of(in_.world->scenario.mode, lang_))},
                                                {"runs", std::to_string(in_.runs)},
                                                {"persons", std::to_string(b.persons)},
                                                {"place", text::name_of_place(b_, b, lang_)},
                                                {"width", text::fixed_text(b.clear_width_m, 2)},
                                                {"density", text::fixed_text(b.peak_density, 1)},
                                                {"congested", text::number_text(b.congestion_s, 0)},
                                                {"queue", std::to_string(b.longest_queue)},
                                                {"lost", text::number_text(b.delay_person_s, 0)}});
    }
    [[nodiscard]] text::TextArgs args() const {
        text::TextArgs all{{"place", place()}};
        if (p_.opening.valid()) all.emplace_back("width", text::fixed_text(b_.opening(p_.opening).clear_width_m, 2));
        if (p_.space.valid() && b_.space(p_.space).flight)
            all.emplace_back("width", text::fixed_text(b_.space(p_.space).flight->clear_width_m, 2));
        if (p_.stair.valid()) all.emplace_back("width", text::fixed_text(narrowest_m(), 2));
        if (p_.obstacle.valid())
            all.emplace_back("obstacle", std::string(text::name_of(b_.obstacle(p_.obstacle).kind, lang_)));
        if (!p_.change) return all;
        std::visit(
            Overload{[&](const planning::WidenOpening& c) { all.emplace_back("new", text::fixed_text(c.width_m, 2)); },
                     [&](const planning::WidenStair& c) { all.emplace_back("new", text::fixed_text(c.width_m, 2)); },
                     [&](const planning::DropIncident& c) {
                         all.emplace_back("incident", text::describe(in_.world->scenario.incidents[c.incident].what,
                                                                     *in_.world, lang_));
                     },
                     [&](const planning::HoldStorey& c) {
                         all.emplace_back("classes", class_names(c.groups));
                         all.emplace_back("delay", text::number_text(c.delay_s, 0));
                     },
                     [](const auto&) {}},
            *p_.change);
        return all;
    }
    [[nodiscard]] double narrowest_m() const {
        double least = 1e9;
        for (const SpaceId f : b_.stair(p_.stair).flights) least = std::min(least, b_.space(f).flight->clear_width_m);
        return least;
    }
    [[nodiscard]] std::string class_names(const std::vector<GroupId>& groups) const {
        std::string names;
        for (const GroupId g : groups)
            names += (names.empty() ? "" : words_.text("list.separator")) +
                     text::in_language(in_.world->scenario.population.groups[g.index()].name, lang_);
        return names;
    }

    const planning::Proposal& p_;
    const ItemInputs& in_;
    text::Lang lang_;
    text::Catalogue words_;
    const Building& b_;
};

store::ItemSite site_of(const planning::Proposal& p, const World& world, const Name& name) {
    const Building& b = world.building;
    const auto level = [&](SpaceId space) { return b.level(b.space(space).level).key; };
    if (p.opening.valid()) return {"opening", b.opening(p.opening).key, level(b.opening(p.opening).from), name};
    if (p.obstacle.valid()) return {"obstacle", b.obstacle(p.obstacle).key, level(b.obstacle(p.obstacle).space), name};
    if (p.space.valid()) return {"space", b.space(p.space).key, level(p.space), name};
    if (p.stair.valid()) {
        const auto& flights = b.stair(p.stair).flights;
        return {"stair", b.stair(p.stair).key, flights.empty() ? "" : level(flights.front()), name};
    }
    if (p.level.valid()) return {"storey", b.level(p.level).key, b.level(p.level).key, name};
    return {"site", b.key, "", name};
}

// What falls short of a storey's total width is the storey, whichever stair or exit is changed.
void set_storey(store::ItemBasis& basis, const planning::ComplianceLine& line, const ItemInputs& in) {
    const planning::ComplianceSubject& s = line.subject;
    if (s.storey == 0 || s.opening.valid() || s.space.valid() || s.stair.valid()) return;
    const Building& b = in.world->building;
    const auto level =
        std::find_if(b.levels.begin(), b.levels.end(), [&](const Level& l) { return l.storey == s.storey; });
    if (level == b.levels.end()) return;
    const bool several = in.compliance->blocks.size() > 1 && s.block;
    const auto where = [&](text::Lang lang) {
        return text::ComplianceText{b, *in.packs, *in.compliance, lang}.where(line);
    };
    basis.storey = {"storey",
                    several ? level->key + "-B" + std::to_string(*s.block + 1) : level->key,
                    level->key,
                    {where(text::Lang::zh_cn), where(text::Lang::en)}};
    basis.storey_item = text::code_of(line.measure);
}

store::HazardCategory category_of(const std::string& kind) {
    if (kind == "stagger_storey" || kind == "post_guide") return store::HazardCategory::management;
    if (kind == "open_exit" || kind == "clear_way" || kind == "remove_obstacle") return store::HazardCategory::fire;
    return store::HazardCategory::building;
}

const char* unit_word(planning::Measure measure) {
    switch (planning::unit_of(measure)) {
        case planning::MeasureUnit::metre:
            return "m";
        case planning::MeasureUnit::degree:
            return "degree";
        case planning::MeasureUnit::square_metre:
            return "m2";
        case planning::MeasureUnit::count:
            return "count";
        case planning::MeasureUnit::storey:
            return "storey";
        case planning::MeasureUnit::none:
            break;
    }
    return "";
}

}  // namespace

store::RectificationItem item_of(const planning::Proposal& proposal, const ItemInputs& inputs) {
    const Words zh(proposal, inputs, text::Lang::zh_cn), en(proposal, inputs, text::Lang::en);
    store::RectificationItem item;
    item.kind = zh.kind();
    item.site = site_of(proposal, *inputs.world, {zh.place(), en.place()});
    item.id = item.site.key + "/" + item.kind;
    item.category = category_of(item.kind);
    item.description = {zh.description(), en.description()};
    item.measure = {zh.measure(), en.measure()};
    item.basis.text = {zh.rule_text(), en.rule_text()};
    if (proposal.line) {
        const planning::ComplianceLine& line = inputs.compliance->lines[*proposal.line];
        store::ItemBasis& basis = item.basis;
        basis.pack = line.pack_key, basis.rule = line.rule_id, basis.clause = line.clause;
        basis.verified = line.verified;
        basis.required = line.required, basis.actual = line.actual, basis.ratio = line.ratio;
        basis.unit = unit_word(line.measure);
        basis.pack_name = (*inputs.packs)[line.pack].name;
        set_storey(basis, line, inputs);
        if (!proposal.change) item.id += "/" + line.pack_key + "/" + line.rule_id + "/" + line.clause;
        if (line.verdict == planning::ComplianceVerdict::major_hazard) item.hazard_level = store::HazardLevel::major;
    }
    if (proposal.bottleneck) {
        const analysis::Bottleneck& b = (*inputs.bottlenecks)[*proposal.bottleneck];
        item.evidence = {static_cast<int>(*proposal.bottleneck) + 1,
                         b.persons,
                         b.clear_width_m,
                         b.peak_density,
                         b.congestion_s,
                         b.delay_person_s,
                         b.peak_pressure,
                         b.longest_queue,
                         b.held.persons()};
        if (b.held.persons() > 0) item.hazard_level = store::HazardLevel::major;
    }
    return item;
}

std::string file_stem(const store::RectificationItem& item) {
    std::string stem;
    for (const char c : item.id)
        stem += c == '/' ? '.' : std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ? c : '_';
    return stem;
}

}  // namespace muster::rectify
