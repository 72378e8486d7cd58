// SPDX-License-Identifier: Apache-2.0
#include "render/text/compliance_words.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "render/text/places.h"

namespace muster::text {

namespace {

constexpr std::array measure_ids{
    "stair_width",    "exit_width",      "room_width",   "door_width",      "door_swing",     "door_leaf",
    "flight_width",   "flight_streams",  "flight_steps", "tread",           "riser",          "slope",
    "handrails",      "handrail_height", "middle_rail",  "half_flight",     "landing_depth",  "exits",
    "stairs",         "travel",          "room_travel",  "dead_end",        "corridor_width", "corridor_total",
    "highest_storey", "basement",        "room_doors",   "area_per_person", "assembly_area",  "assembly_distance",
    "steps_at_exit",  "stair_discharge", "fixtures",     "level_change",    "locked",         "other"};
static_assert(measure_ids.size() == static_cast<std::size_t>(planning::Measure::other) + 1);

struct YesNo {
    planning::Measure measure;
    const char *yes, *no;
};
constexpr std::array yes_no{YesNo{planning::Measure::door_swing, "outward", "inward"},
                            YesNo{planning::Measure::door_leaf, "swinging", "sliding"},
                            YesNo{planning::Measure::middle_rail, "present", "absent"},
                            YesNo{planning::Measure::basement, "above_ground", "below_ground"},
                            YesNo{planning::Measure::locked, "locked", "unlocked"}};

std::string value_text(const planning::ComplianceLine& line, double value, const Catalogue& words) {
    for (const YesNo& y : yes_no)
        if (y.measure == line.measure)
            return words.text(std::string("compliance.value.") + (value > 0.5 ? y.yes : y.no));
    switch (planning::unit_of(line.measure)) {
        case planning::MeasureUnit::metre:
            return fixed_text(value, 2) + " m";
        case planning::MeasureUnit::degree:
            return fixed_text(value, 1) + "°";
        case planning::MeasureUnit::square_metre:
            return fixed_text(value, 2) + " m²";
        case planning::MeasureUnit::storey:
            return words.text("compliance.value.storey", {{"storey", number_text(value, 0)}});
        case planning::MeasureUnit::count:
        case planning::MeasureUnit::none:
            break;
    }
    const bool steps =
        line.measure == planning::Measure::flight_steps || line.measure == planning::Measure::level_change;
    const std::string count = number_text(value, 0);
    return steps ? words.text("compliance.value.steps", {{"count", count}}) : count;
}

bool yes_or_no(const planning::ComplianceLine& line) {
    return std::any_of(yes_no.begin(), yes_no.end(), [&](const YesNo& y) { return y.measure == line.measure; });
}

// Passed because the thing asked about is not there at all.
bool nothing_there(const planning::ComplianceLine& line) {
    return line.reason == "compliance.note.no_steps_drawn" || line.reason == "compliance.note.level";
}

// The other way to measure a distance: straight beside walked, or walked beside straight.
std::string beside_note(const planning::ComplianceLine& line, const Catalogue& words) {
    if (!line.beside_m) return {};
    const bool walked_beside = line.measure == planning::Measure::room_travel;
    const bool good = line.verdict == planning::ComplianceVerdict::pass, beside_good = *line.beside_m <= line.required;
    const char* id = walked_beside
                         ? (good && !beside_good ? "compliance.note.walked_over" : "compliance.note.walked")
                         : (!good && beside_good ? "compliance.note.straight_within" : "compliance.note.straight");
    return words.text(id, {{"m", fixed_text(*line.beside_m, 2)}});
}

std::string storey_name(const ComplianceText& text, int storey) {
    for (const Level& level : text.building.levels)
        if (level.storey == storey) return in_language(level.name, text.lang);
    return Catalogue(text.lang).text("compliance.storey_name", {{"storey", std::to_string(storey)}});
}

// A building of several on the site: by number and its first room with people.
std::string block_name(const ComplianceText& text, std::size_t block) {
    if (text.result.blocks.size() < 2) return {};
    for (const SpaceId s : text.result.blocks[block].spaces)
        if (text.result.people.persons[s.index()] > 0)
            return Catalogue(text.lang).text(
                "compliance.block",
                {{"number", std::to_string(block + 1)}, {"room", name_of_space(text.building, s, text.lang)}});
    return {};
}

bool is_storey_width(const planning::ComplianceLine& line) {
    return line.verdict != planning::ComplianceVerdict::not_judged &&
           (line.measure == planning::Measure::stair_width || line.measure == planning::Measure::exit_width);
}

LineKind kind_of(const planning::ComplianceLine& line) {
    if (line.verdict == planning::ComplianceVerdict::not_judged) return LineKind::not_judged;
    return line.verdict == planning::ComplianceVerdict::pass ? LineKind::passed : LineKind::bad;
}

}  // namespace

const char* code_of(planning::Measure measure) { return measure_ids.at(static_cast<std::size_t>(measure)); }

std::string ComplianceText::say(std::string_view id) const { return Catalogue(lang).text(id); }

std::string ComplianceText::verdict(const planning::ComplianceLine& line) const {
    switch (line.verdict) {
        case planning::ComplianceVerdict::pass:
            return say("compliance.verdict.pass");
        case planning::ComplianceVerdict::short_of:
            return say(line.mandatory ? "compliance.verdict.short" : "compliance.verdict.should");
        case planning::ComplianceVerdict::major_hazard:
            return say("compliance.verdict.major");
        case planning::ComplianceVerdict::not_judged:
            break;
    }
    return say("compliance.verdict.not_judged");
}

std::string ComplianceText::measure(const planning::ComplianceLine& line) const {
    const bool whole_pack = line.reason == "compliance.why.does_not_apply" || line.reason == "compliance.why.nobody";
    if (whole_pack) return in_language(packs[line.pack].name, lang);
    if (line.measure == planning::Measure::other) return in_language(rule(line).text, lang);
    return say(std::string("compliance.measure.") + code_of(line.measure));
}

std::string ComplianceText::where(const planning::ComplianceLine& line) const {
    const planning::ComplianceSubject& s = line.subject;
    std::string place = s.block ? block_name(*this, *s.block) : std::string();
    const auto add = [&](const std::string& more) { place += (place.empty() ? "" : " · ") + more; };
    if (s.assembly) {
        add(in_language(building.assembly_areas[*s.assembly].name, lang));
        if (s.space.valid())
            place = Catalogue(lang).text("compliance.and",
                                         {{"first", place}, {"second", name_of_space(building, s.space, lang)}});
        return place;
    }
    if (s.storey != 0) add(storey_name(*this, s.storey));
    if (s.stair.valid()) add(in_language(building.stair(s.stair).name, lang));
    if (s.opening.valid())
        add(name_of_opening(building, s.opening, lang));
    else if (s.space.valid())
        add(name_of_space(building, s.space, lang));
    return place.empty() ? say("compliance.site") : place;
}

std::string ComplianceText::key(const planning::ComplianceLine& line) const {
    const planning::ComplianceSubject& s = line.subject;
    if (s.opening.valid()) return building.opening(s.opening).key;
    if (s.assembly) return building.assembly_areas[*s.assembly].key;
    if (s.space.valid()) return building.space(s.space).key;
    if (s.stair.valid()) return building.stair(s.stair).key;
    return {};
}

std::string ComplianceText::required(const planning::ComplianceLine& line) const {
    if (line.verdict == planning::ComplianceVerdict::not_judged || nothing_there(line)) return "–";
    const std::string value = value_text(line, line.required, Catalogue(lang));
    return yes_or_no(line) ? value : (line.at_most ? "≤ " : "≥ ") + value;
}

std::string ComplianceText::actual(const planning::ComplianceLine& line) const {
    if (line.verdict == planning::ComplianceVerdict::not_judged || nothing_there(line)) return "–";
    return value_text(line, line.actual, Catalogue(lang));
}

std::string ComplianceText::ratio(const planning::ComplianceLine& line) const {
    return line.ratio > 0.0 && !nothing_there(line) ? fixed_text(line.ratio, 2) : std::string();
}

std::string ComplianceText::major_line(const planning::ComplianceLine& line) const {
    return line.major_below ? fixed_text(*line.major_below, 2) + " m" : std::string();
}

std::string ComplianceText::reading(const planning::ComplianceLine& line) const {
    if (!line.reading) return {};
    return say(*line.reading == planning::StoreyReading::of_the_storey ? "compliance.reading.storey"
                                                                       : "compliance.reading.building");
}

std::string ComplianceText::note(const planning::ComplianceLine& line) const {
    const Catalogue words(lang);
    std::string note = words.text(line.reason, line.reason_args);
    if (const auto* unknown = std::get_if<planning::NotInPlan>(&rule(line).check);
        unknown != nullptr && line.reason == "compliance.why.not_in_plan")
        note = in_language(unknown->reason, lang);
    const std::string beside = beside_note(line, words);
    if (!beside.empty())
        note = note.empty() ? beside : words.text("compliance.joined", {{"first", note}, {"second", beside}});
    if (line.things < 2) return note;
    const bool judged = line.verdict != planning::ComplianceVerdict::not_judged;
    const std::string count =
        words.text(judged ? "compliance.worst_of" : "compliance.of_many", {{"count", std::to_string(line.things)}});
    return note.empty() ? count : words.text("compliance.joined", {{"first", note}, {"second", count}});
}

std::string ComplianceText::clause(const planning::ComplianceLine& line) const {
    return in_language(packs[line.pack].short_name, lang) + " " + line.clause;
}

std::string ComplianceText::source(const planning::ComplianceLine& line) const {
    constexpr std::array ids{"compliance.source.opened", "compliance.source.quoted", "compliance.source.unseen",
                             "compliance.source.computed"};
    const Catalogue words(lang);
    const std::string& where = in_language(rule(line).where, lang);
    const std::string source =
        words.text(ids.at(static_cast<std::size_t>(rule(line).source)),
                   {{"document", in_language(packs[line.pack].short_name, lang)}, {"clause", line.clause}});
    return where.empty() ? source : words.text("compliance.source.seen", {{"source", source}, {"where", where}});
}

std::string ComplianceText::checked(const planning::ComplianceLine& line) const {
    return say(line.verified ? "compliance.checked" : "compliance.unchecked");
}

std::string ComplianceText::people(const planning::ComplianceLine& line) const {
    switch (line.people) {
        case planning::PeopleBasis::none:
            return {};
        case planning::PeopleBasis::scenario:
            return say("compliance.people.scenario");
        case planning::PeopleBasis::capacity:
            return say("compliance.people.capacity");
        case planning::PeopleBasis::assumed:
            return say("compliance.people.assumed");
    }
    return {};
}

std::string ComplianceText::total() const {
    int pass = 0, short_of = 0, major = 0, should = 0, unknown = 0;
    for (const planning::ComplianceLine& line : result.lines) {
        if (line.comparison) continue;
        switch (line.verdict) {
            case planning::ComplianceVerdict::pass:
                pass += line.things;
                break;
            case planning::ComplianceVerdict::short_of:
                (line.mandatory ? short_of : should) += line.things;
                break;
            case planning::ComplianceVerdict::major_hazard:
                major += line.things;
                break;
            case planning::ComplianceVerdict::not_judged:
                unknown += line.things;
                break;
        }
    }
    const auto judged =
        std::count_if(packs.begin(), packs.end(), [](const planning::RulePack& pack) { return !pack.comparison; });
    return Catalogue(lang).text("compliance.total", {{"packs", std::to_string(judged)},
                                                     {"pass", std::to_string(pass)},
                                                     {"short", std::to_string(short_of)},
                                                     {"major", std::to_string(major)},
                                                     {"should", std::to_string(should)},
                                                     {"unknown", std::to_string(unknown)}});
}

std::vector<const planning::ComplianceLine*> storey_widths(const planning::ComplianceResult& result, bool comparison) {
    std::vector<const planning::ComplianceLine*> out;
    for (const planning::ComplianceLine& line : result.lines)
        if (is_storey_width(line) && line.comparison == comparison) out.push_back(&line);
    std::stable_sort(out.begin(), out.end(), [](const planning::ComplianceLine* a, const planning::ComplianceLine* b) {
        return std::tuple(a->subject.block, -a->subject.storey, a->measure) <
               std::tuple(b->subject.block, -b->subject.storey, b->measure);
    });
    return out;
}

std::vector<const planning::ComplianceLine*> other_lines(const planning::ComplianceResult& result, LineKind kind) {
    std::vector<const planning::ComplianceLine*> out;
    for (const planning::ComplianceLine& line : result.lines)
        if (!is_storey_width(line) && !line.comparison && kind_of(line) == kind) out.push_back(&line);
    return out;
}

}  // namespace muster::text
