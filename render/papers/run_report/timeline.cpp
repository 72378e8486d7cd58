// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/timeline.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include "render/papers/run_report/derived.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"

namespace muster::papers {

namespace {

// First and last time of one kind of event, and how many it concerned: who leaves twice counts once.
struct Span {
    double first = 0.0, last = 0.0;
    int count = 0;
    std::unordered_set<std::uint32_t> seen;
    void add(double t) {
        if (count == 0) first = t;
        last = t;
        ++count;
    }
    void add(double t, PersonId person) {
        last = t;
        if (seen.insert(person.value).second) add(t);
    }
};

class Timeline {
public:
    Timeline(const Trace& trace, text::Lang lang) : trace_(trace), lang_(lang), words_(lang) {}

    std::vector<TimelineRow> rows() {
        for (const TimedEvent& e : trace_.events) take(e.time.seconds(), e.event);
        add_spans();
        std::stable_sort(rows_.begin(), rows_.end(),
                         [](const TimelineRow& a, const TimelineRow& b) { return a.time_s < b.time_s; });
        return std::move(rows_);
    }

private:
    void add(double t, std::string text) { rows_.push_back({t, std::move(text)}); }

    void take(double t, const Event& event) {
        const Building& b = trace_.world->building;
        if (std::holds_alternative<EarlyWarning>(event) || std::holds_alternative<AftershockStarts>(event) ||
            std::holds_alternative<PowerLost>(event) || std::holds_alternative<AlarmSounds>(event) ||
            std::holds_alternative<ShakingStarts>(event) || std::holds_alternative<ShakingEnds>(event) ||
            std::holds_alternative<AlarmSilenced>(event))
            add(t, std::string(text::name_of(event, lang_)));
        if (const auto* e = std::get_if<IncidentHappens>(&event))
            add(t, text::describe(trace_.incident(*e), *trace_.world, lang_));
        if (const auto* e = std::get_if<DoorJammed>(&event))
            add(t, words_.text("event.jammed", {{"opening", text::name_of_opening(b, e->opening, lang_)}}));
        if (const auto* e = std::get_if<SpaceCloses>(&event))
            add(t, words_.text("event.space_closes", {{"space", text::name_of_space(b, e->space, lang_)}}));
        if (const auto* e = std::get_if<DetectorTrips>(&event)) {
            const Fixture& f = b.fixtures[e->fixture];
            add(t, words_.text("event.detector", {{"kind", std::string(text::name_of(f.kind, lang_))},
                                                  {"space", text::name_of_space(b, f.space, lang_)}}));
        }
        if (const auto* e = std::get_if<CallPointPressed>(&event))
            add(t, e->fixture < b.fixtures.size()
                       ? words_.text("event.call_point",
                                     {{"space", text::name_of_space(b, b.fixtures[e->fixture].space, lang_)}})
                       : words_.text("event.shouted"));
        if (const auto* e = std::get_if<FlightDamaged>(&event))
            add(t, words_.text("event.flight_damaged", {{"space", text::name_of_space(b, e->flight, lang_)}}));
        if (const auto* e = std::get_if<FacadeFalls>(&event))
            add(t, words_.text("event.facade", {{"opening", text::name_of_opening(b, e->exit, lang_)}}));
        if (const auto* e = std::get_if<DoorForced>(&event))
            add(t, words_.text("event.door_forced", {{"opening", text::name_of_opening(b, e->opening, lang_)}}));
        if (const auto* e = std::get_if<ItemFalls>(&event))
            add(t,
                words_.text("event.item_falls", {{"item", b.obstacle(e->item).key},
                                                 {"space", text::name_of_space(b, b.obstacle(e->item).space, lang_)}}));
        if (const auto* e = std::get_if<PipeLeaks>(&event))
            add(t, words_.text("event.pipe_leaks", {{"space", text::name_of_space(b, e->space, lang_)}}));
        if (const auto* e = std::get_if<GasIgnites>(&event))
            add(t, words_.text("event.gas_ignites", {{"space", text::name_of_space(b, e->space, lang_)}}));
        if (const auto* e = std::get_if<PersonMeetsSmoke>(&event)) slowed_.add(t, e->person);
        if (const auto* e = std::get_if<PersonTurnsBack>(&event)) turned_back_.add(t, e->person);
        if (const auto* e = std::get_if<PersonIncapacitated>(&event)) overcome_.add(t, e->person);
        if (std::holds_alternative<GroupReleased>(event)) released_.add(t);
        if (std::holds_alternative<PersonFell>(event)) falls_.add(t);
        if (const auto* e = std::get_if<PersonLeftRoom>(&event)) out_of_room_.add(t, e->person);
        if (const auto* e = std::get_if<PersonLeftBuilding>(&event)) out_.add(t, e->person);
        if (const auto* e = std::get_if<PersonAtAssembly>(&event)) at_assembly_.add(t, e->person);
        if (std::holds_alternative<RollCallDone>(event)) counted_.add(t);
        if (std::holds_alternative<PersonReplaced>(event)) replaced_.add(t);
    }

    // A first and a last line, or one line when both are the same.
    void add_pair(const Span& span, const char* first_id, const char* last_id) {
        if (span.count == 0) return;
        const text::TextArgs args{{"count", std::to_string(span.count)}};
        add(span.first, words_.text(first_id, args));
        if (span.count > 1) add(span.last, words_.text(last_id, args));
    }

    void add_spans() {
        add_pair(released_, "event.released_first", "event.released_last");
        add_pair(out_of_room_, "event.room_first", "event.room_last");
        add_pair(out_, "event.out_first", "event.out_last");
        add_pair(at_assembly_, "event.assembly_first", "event.assembly_last");
        add_pair(counted_, "event.counted_first", "event.counted_last");
        add_pair(falls_, "event.fall_first", "event.fall_last");
        add_pair(slowed_, "event.slowed_first", "event.slowed_last");
        add_pair(turned_back_, "event.back_first", "event.back_last");
        add_pair(overcome_, "event.overcome_first", "event.overcome_last");
        add_pair(replaced_, "event.replaced_first", "event.replaced_last");
    }

    const Trace& trace_;
    text::Lang lang_;
    text::Catalogue words_;
    std::vector<TimelineRow> rows_;
    Span released_, falls_, out_of_room_, out_, at_assembly_, counted_, replaced_, slowed_, turned_back_, overcome_;
};

}  // namespace

std::vector<TimelineRow> timeline(const Trace& trace, text::Lang lang) { return Timeline(trace, lang).rows(); }

}  // namespace muster::papers
