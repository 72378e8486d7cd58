// SPDX-License-Identifier: Apache-2.0
#include "render/lesson/captions.h"

#include <algorithm>
#include <cmath>

#include "render/text/catalogue.h"
#include "render/text/places.h"
#include "sim/analysis/clocks.h"
#include "sim/analysis/stories.h"

namespace muster::lesson {

namespace {

constexpr float queue_worth_telling = 10.0F;  // persons

class CaptionMaker {
public:
    CaptionMaker(const Trace& trace, const analysis::RunBook& book, text::Lang lang)
        : trace_(trace), book_(book), building_(trace.world->building), words_(lang) {}

    std::vector<Caption> make() {
        for (const TimedEvent& e : trace_.events) take(e.time.seconds(), e.event);
        tell_stairs();
        tell_storeys();
        tell_end();
        return std::move(made_);
    }

private:
    void add(double t, int weight, std::string_view id, const text::TextArgs& args = {}) {
        made_.push_back({t, weight, words_.text(id, args)});
    }
    void first(bool& told, double t, int weight, std::string_view id, const text::TextArgs& args = {}) {
        if (!std::exchange(told, true)) add(t, weight, id, args);
    }
    [[nodiscard]] std::string group_name(PersonId person) const {
        const Group& group = trace_.world->scenario.population.groups[trace_.people[person.index()].group.index()];
        const std::string& name = text::in_language(group.name, words_.lang());
        return name.empty() ? group.key : name;
    }
    [[nodiscard]] bool quake() const { return trace_.world->scenario.earthquake.has_value(); }

    void take(double t, const Event& event) {
        if (std::holds_alternative<AlarmSounds>(event)) {
            alarm_ = true;
            if (!quake()) add(t, 100, "lesson.alarm");
        }
        take_of_people(t, event);
        take_of_quake(t, event);
        if (const auto* e = std::get_if<IncidentHappens>(&event)) tell_incident(t, trace_.incident(*e));
        if (std::holds_alternative<DetectorTrips>(event)) first(detected_, t, 92, "lesson.detector");
        if (std::holds_alternative<CallPointPressed>(event)) first(detected_, t, 92, "lesson.call_point");
    }

    void take_of_people(double t, const Event& event) {
        if (const auto* e = std::get_if<PersonLeftRoom>(&event); e != nullptr && alarm_)
            first(in_corridor_, t, 80, "lesson.first_out", {{"class", group_name(e->person)}});
        if (const auto* e = std::get_if<PersonLeftBuilding>(&event); e != nullptr && alarm_)
            first(outside_, t, 60, "lesson.first_outside", {{"class", group_name(e->person)}});
        if (const auto* e = std::get_if<PersonFell>(&event)) {
            const SpaceId space = trace_.sample(analysis::sample_at(trace_, t))[e->person.index()].space;
            if (space.valid())
                first(stopped_, t, 90, "lesson.someone_stops",
                      {{"place", text::name_of_space(building_, space, words_.lang())}});
        }
        if (std::holds_alternative<PersonMeetsSmoke>(event)) first(in_smoke_, t, 85, "lesson.meets_smoke");
        if (std::holds_alternative<PersonTurnsBack>(event)) first(turned_, t, 86, "lesson.turns_back");
    }

    void take_of_quake(double t, const Event& event) {
        if (std::holds_alternative<EarlyWarning>(event)) add(t, 95, "lesson.warning");
        if (std::holds_alternative<ShakingStarts>(event)) {
            add(t, 100, "lesson.shaking");
            shaking_since_ = t;
        }
        if (std::holds_alternative<ShakingEnds>(event)) {
            add(t, 100, "lesson.order");
            const double midway = shaking_since_ + caption_lasts_s + 2.0;
            if (t - midway > caption_lasts_s) add(midway, 50, "lesson.hold_on");
        }
        if (std::holds_alternative<AftershockStarts>(event)) add(t, 94, "lesson.aftershock");
        if (std::holds_alternative<PowerLost>(event)) first(dark_, t, 88, "lesson.lights_out");
        if (const auto* e = std::get_if<DoorForced>(&event))
            first(forced_, t, 70, "lesson.door_forced",
                  {{"door", text::name_of_opening(building_, e->opening, words_.lang())}});
    }

    void tell_incident(double t, const Incident& what) {
        if (std::holds_alternative<LightsOut>(what)) first(dark_, t, 92, "lesson.lights_out");
        if (const auto* w = std::get_if<StartFire>(&what)) {
            const SpaceId room = w->space.valid() ? w->space : trace_.world->risk_map.risks[w->risk.index()].space;
            add(t, 96, w->smoke ? "lesson.fire" : "lesson.fire_by_name",
                {{"place", text::name_of_space(building_, room, words_.lang())}});
        }
        if (const auto* w = std::get_if<GasLeak>(&what))
            add(t, 96, "lesson.leak", {{"place", text::name_of_space(building_, w->space, words_.lang())}});
        if (const auto* w = std::get_if<BlockOpening>(&what); w != nullptr && w->blocked)
            add(t, 75, "lesson.blocked", {{"door", text::name_of_opening(building_, w->opening, words_.lang())}});
    }

    // For each stair when its queue begins, and for the longest of all when it is longest.
    void tell_stairs() {
        float most = 0.0F;
        std::size_t most_at = 0;
        StairId fullest;
        for (const analysis::StairCurve& curve : analysis::stair_curves(book_, 0)) {
            const text::TextArgs args{{"stair", text::in_language(building_.stair(curve.stair).name, words_.lang())}};
            const auto begins = std::find_if(curve.series.begin(), curve.series.end(),
                                             [](float n) { return n >= queue_worth_telling; });
            if (begins == curve.series.end()) continue;
            add(time_of(static_cast<std::size_t>(begins - curve.series.begin())), 65, "lesson.queue_begins", args);
            const auto longest = std::max_element(curve.series.begin(), curve.series.end());
            if (*longest > most) {
                most = *longest;
                most_at = static_cast<std::size_t>(longest - curve.series.begin());
                fullest = curve.stair;
            }
        }
        if (fullest.valid())
            add(time_of(most_at), 70, "lesson.longest_queue",
                {{"stair", text::in_language(building_.stair(fullest).name, words_.lang())},
                 {"persons", std::to_string(std::lround(most))}});
    }

    // When the last person has gone from a storey where somebody was; stairs do not count to it.
    void tell_storeys() {
        for (std::size_t l = 0; l < building_.levels.size(); ++l) {
            std::vector<float> persons(book_.samples(), 0.0F);
            for (std::size_t s = 0; s < building_.spaces.size(); ++s) {
                const Space& space = building_.spaces[s];
                if (space.level != LevelId{l} || space.outdoor || is_stair_part(space.use)) continue;
                for (std::size_t i = 0; i < persons.size(); ++i) persons[i] += book_.persons_in(SpaceId{s})[i];
            }
            std::size_t i = persons.size();
            while (i > 0 && persons[i - 1] < 0.5F) --i;
            if (i > 0 && i < persons.size() && building_.levels.size() > 1)
                add(time_of(i), 55, "lesson.storey_empty",
                    {{"level", text::in_language(building_.levels[l].name, words_.lang())}});
        }
    }

    void tell_end() {
        const analysis::Clocks& clocks = book_.clocks();
        const double signal = analysis::signal_s(*trace_.world, clocks);
        const auto since = [&](double t) { return std::to_string(std::lround(t - signal)); };
        if (clocks.last_out_of_building)
            add(*clocks.last_out_of_building, 93, "lesson.last_out",
                {{"seconds", since(*clocks.last_out_of_building)}});
        if (clocks.last_at_assembly && !trace_.world->building.spots.empty())
            add(*clocks.last_at_assembly, 91, "lesson.assembled", {{"seconds", since(*clocks.last_at_assembly)}});
        const bool ended = trace_.outcome.ended > SimTime{};
        const analysis::Headcount people = analysis::headcount_of(trace_);
        const int missing = people.left_inside();
        const double end_s = ended ? trace_.outcome.ended.seconds() : 0.0;
        if (ended && missing > 0)
            add(end_s, 99, "lesson.missing", {{"persons", std::to_string(missing)}});
        else if (clocks.roll_call_done)
            add(*clocks.roll_call_done, 97, "lesson.roll_call", {{"persons", std::to_string(people.evacuated)}});
    }

    [[nodiscard]] double time_of(std::size_t sample) const { return trace_.sample_times[sample].seconds(); }

    const Trace& trace_;
    const analysis::RunBook& book_;
    const Building& building_;
    text::Catalogue words_;
    std::vector<Caption> made_;
    double shaking_since_ = 0.0;
    bool alarm_ = false, in_corridor_ = false, outside_ = false, stopped_ = false, in_smoke_ = false, turned_ = false,
         dark_ = false, detected_ = false, forced_ = false;
};

}  // namespace

std::vector<Caption> captions(const Trace& trace, const analysis::RunBook& book, text::Lang lang) {
    std::vector<Caption> wanted = CaptionMaker(trace, book, lang).make();
    std::stable_sort(wanted.begin(), wanted.end(), [](const Caption& a, const Caption& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.at_s < b.at_s;
    });
    std::vector<Caption> kept;
    for (Caption& c : wanted)
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Caption& k) { return std::abs(k.at_s - c.at_s) < caption_lasts_s; }))
            kept.push_back(std::move(c));
    std::sort(kept.begin(), kept.end(), [](const Caption& a, const Caption& b) { return a.at_s < b.at_s; });
    return kept;
}

const Caption* caption_at(const std::vector<Caption>& captions, double time_s) {
    for (const Caption& c : captions)
        if (c.at_s <= time_s && time_s < c.at_s + caption_lasts_s) return &c;
    return nullptr;
}

}  // namespace muster::lesson
