// SPDX-License-Identifier: Apache-2.0
#include "tools/store/event_log.h"

#include <cassert>
#include <cmath>
#include <cstdio>

#include "sim/model/incident_kinds.h"
#include "sim/model/words.h"

namespace muster::store {

namespace {

// As json_quoted, but that line feeds and their like stand by their numbers, as they always have in this file.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    return out + '"';
}

class Line {
public:
    Line(SimTime time, const World& world, std::span<const TimedIncident> commands)
        : world_(world), commands_(commands) {
        char text[40];
        std::snprintf(text, sizeof text, "{\"t_s\":%.3f", time.seconds());
        text_ = text;
    }
    void event(const Event& e) {
        raw("event", quoted(std::string(word_of(e))));
        std::visit(
            [this](const auto& of_kind) {
                for_each_member(of_kind, [this](const EventMember& member, const auto& value) { put(member, value); });
            },
            e);
    }
    [[nodiscard]] std::string finish() const { return text_ + '}'; }

private:
    void put(const EventMember& member, PersonId id) {
        raw(member.name, std::to_string(id.value + (member.as == As::counted_from_0 ? 0 : 1)));
    }
    void put(const EventMember& member, OpeningId id) {
        const bool none = member.as == As::perhaps_none && !id.valid();
        raw(member.name, none ? "null" : quoted(world_.building.opening(id).key));
    }
    void put(const EventMember& member, SpaceId id) {
        raw(member.name, id.valid() ? quoted(world_.building.space(id).key) : "\"outside\"");
    }
    void put(const EventMember& member, ObstacleId id) { raw(member.name, quoted(world_.building.obstacle(id).key)); }
    void put(const EventMember& member, GroupId id) {
        raw(member.name, id.valid() ? quoted(world_.scenario.population.groups[id.index()].key) : "null");
    }
    void put(const EventMember& member, DoorState state) { raw(member.name, quoted(word_of(state))); }
    void put(const EventMember& member, bool yes) { raw(member.name, yes ? "true" : "false"); }
    void put(const EventMember& member, int number) { raw(member.name, std::to_string(number)); }
    void put(const EventMember& member, double value) {
        assert(member.as == As::hundredths);
        raw(member.name, std::to_string(std::lround(100.0 * value)));
    }
    void put(const EventMember& member, std::uint32_t number) {
        const auto& fixtures = world_.building.fixtures;
        if (member.as == As::fixture)
            return raw(member.name, number < fixtures.size() ? quoted(fixtures[number].key) : "null");
        raw(member.name, std::to_string(number));
        if (member.as == As::incident) put_kind(number);
    }
    void put_kind(std::uint32_t index) {
        const auto& own = world_.scenario.incidents;
        if (index >= own.size() + commands_.size()) return;
        const Incident& what = index < own.size() ? own[index].what : commands_[index - own.size()].what;
        raw("kind", quoted(word_of(what)));
    }
    void raw(std::string_view member, const std::string& value) {
        text_ += ",\"" + std::string(member) + "\":" + value;
    }

    const World& world_;
    std::span<const TimedIncident> commands_;
    std::string text_;
};

}  // namespace

std::string event_line(SimTime time, const Event& event, const World& world, std::span<const TimedIncident> commands) {
    Line line(time, world, commands);
    line.event(event);
    return line.finish();
}

void EventLog::event_happened(SimTime time, const Event& event) {
    file_.write(event_line(time, event, *world_, commands_) + '\n');
}

void EventLog::run_ended(const Outcome&) { file_.close(); }

}  // namespace muster::store
