// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "render/document/html.h"
#include "render/papers/run_report/timeline.h"
#include "render/replay/replay_data.h"
#include "render/replay/replay_tracks.h"
#include "render/text/catalogue.h"
#include "render/text/names.h"
#include "sim/base/overload.h"

namespace muster::replay {

namespace {

papers::Json times_of(const std::vector<SimTime>& times) {
    papers::Json list = papers::Json::array();
    for (const SimTime t : times) list.push_back(papers::number_json(t.seconds(), 3));
    return list;
}

papers::Json classes_of(const Trace& trace, text::Lang lang) {
    papers::Json rows = papers::Json::array();
    for (const Group& group : trace.world->scenario.population.groups) {
        const std::string& name = text::in_language(group.name, lang);
        rows.push_back(name.empty() ? group.key : name);
    }
    return rows;
}

// Per person: class, body radius in cm, 1 = teacher; one after another.
papers::Json people_of(const Trace& trace) {
    papers::Json list = papers::Json::array();
    for (const PersonInfo& person : trace.people) {
        list.push_back(person.group.index());
        list.push_back(std::lround(100.0F * person.radius_m));
        list.push_back(person.teacher ? 1 : 0);
    }
    return list;
}

papers::Json moments_of(const Trace& trace, text::Lang lang) {
    papers::Json rows = papers::Json::array();
    for (const papers::TimelineRow& row : papers::timeline(trace, lang))
        rows.push_back(papers::Json::array({papers::number_json(row.time_s, 1), row.text}));
    return rows;
}

// [time, opening, 1 = nobody passes any more].
papers::Json door_changes(const Trace& trace) {
    papers::Json rows = papers::Json::array();
    for (const TimedEvent& e : trace.events) {
        const auto change = [&](OpeningId opening, bool shut) {
            rows.push_back(
                papers::Json::array({papers::number_json(e.time.seconds(), 2), opening.index(), shut ? 1 : 0}));
        };
        if (const auto* c = std::get_if<OpeningChanged>(&e.event))
            change(c->opening, c->blocked || c->state == DoorState::locked);
        if (const auto* j = std::get_if<DoorJammed>(&e.event)) change(j->opening, true);
        if (const auto* f = std::get_if<DoorForced>(&e.event)) change(f->opening, false);
    }
    return rows;
}

// [from, to] of the main shock's shaking as the record tells it, and of the aftershocks.
papers::Json shaking_of(const Trace& trace) {
    papers::Json rows = papers::Json::array();
    for (const TimedEvent& e : trace.events) {
        const double t = e.time.seconds();
        if (std::holds_alternative<ShakingStarts>(e.event))
            rows.push_back(papers::Json::array({t, trace.outcome.ended.seconds()}));
        if (std::holds_alternative<ShakingEnds>(e.event) && !rows.empty()) rows.back()[1] = t;
    }
    return rows;
}

// Thickness of the smoke at head height as a byte per space and time: 0 = clear, 255 = 2.5 per metre and more.
papers::Json smoke_of(const Trace& trace) {
    std::string bytes;
    for (const SpaceAir& air : trace.air)
        bytes += static_cast<char>(std::lround(std::clamp(100.0F * air.extinction_head, 0.0F, 255.0F)));
    return papers::Json{{"times", times_of(trace.air_times)}, {"bytes", document::base64(bytes)}};
}

double signal_of(const Trace& trace) {
    for (const TimedEvent& e : trace.events)
        if (std::holds_alternative<AlarmSounds>(e.event)) return e.time.seconds();
    return 0.0;
}

}  // namespace

papers::Json replay_run(const Trace& trace, Vec2 corner, text::Lang lang) {
    return papers::Json{{"signal", papers::number_json(signal_of(trace), 2)},
                        {"times", times_of(trace.sample_times)},
                        {"classes", classes_of(trace, lang)},
                        {"people", people_of(trace)},
                        {"moments", moments_of(trace, lang)},
                        {"doors", door_changes(trace)},
                        {"shaking", shaking_of(trace)},
                        {"smoke", smoke_of(trace)},
                        {"unit_cm", papers::number_json(100.0 * track_unit_m, 3)},
                        {"tracks", document::base64(replay_tracks(trace, corner))}};
}

papers::Json replay_words(text::Lang lang) {
    papers::Json all = papers::Json::object();
    for (const text::TextRow& row : text::texts_of(lang).texts)
        if (row.id.starts_with("replay.")) all[std::string(row.id.substr(7))] = row.text;
    return all;
}

}  // namespace muster::replay
