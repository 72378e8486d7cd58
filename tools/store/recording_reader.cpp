// SPDX-License-Identifier: Apache-2.0
// From the table `recording` to a Trace. Everything in it is checked before it is believed: a database is a file that
// anybody may have cut, patched or made.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <utility>

#include "tools/store/output_file.h"
#include "tools/store/recording_parts.h"
#include "tools/store/run_reader.h"
#include "tools/store/sqlite.h"

namespace muster::store {

namespace {

/// Code of the finding that says what is wrong.
struct Unusable {
    const char* code;
};
constexpr Unusable damaged{"stored.damaged"}, older{"stored.older"}, newer{"stored.newer"},
    unfinished{"stored.unfinished"};

void require(bool good, Unusable otherwise = damaged) {
    if (!good) throw otherwise;
}

template <std::size_t index = 0>
Event event_of(std::size_t code) {
    if constexpr (index < std::variant_size_v<Event>) {
        using Kind = std::variant_alternative_t<index, Event>;
        if (code == Kind::kind.code) return Kind{};
        return event_of<index + 1>(code);
    } else {
        throw damaged;
    }
}

/// Whether an id is one of this world; a space may be none (outside the site).
class Known {
public:
    Known(const World& world, std::size_t people) : world_(world), people_(people) {}

    [[nodiscard]] bool operator()(SpaceId id) const { return fits(id, world_.building.spaces.size()); }
    [[nodiscard]] bool operator()(OpeningId id) const {
        return id.valid() && fits(id, world_.building.openings.size());
    }
    [[nodiscard]] bool operator()(ObstacleId id) const {
        return id.valid() && fits(id, world_.building.obstacles.size());
    }
    [[nodiscard]] bool operator()(GroupId id) const {
        return id.valid() && fits(id, world_.scenario.population.groups.size());
    }
    [[nodiscard]] bool operator()(ProfileId id) const { return fits(id, world_.scenario.population.profiles.size()); }
    [[nodiscard]] bool operator()(PersonId id) const { return id.index() < people_; }
    [[nodiscard]] bool operator()(DoorState state) const { return state <= DoorState::locked; }
    [[nodiscard]] bool operator()(bool) const { return true; }
    [[nodiscard]] bool operator()(int) const { return true; }
    [[nodiscard]] bool operator()(std::uint32_t) const { return true; }
    [[nodiscard]] bool operator()(double value) const { return std::isfinite(value); }
    [[nodiscard]] bool operator()(const Event& event) const {
        if (const auto* e = std::get_if<IncidentHappens>(&event)) return e->incident < world_.scenario.incidents.size();
        if (const auto* e = std::get_if<DetectorTrips>(&event)) return e->fixture < world_.building.fixtures.size();
        return true;
    }

private:
    template <class Tag>
    static bool fits(Id<Tag> id, std::size_t count) {
        return !id.valid() || id.index() < count;
    }
    const World& world_;
    std::size_t people_;
};

template <class E>
bool members_known(const Known& known, const E& event) {
    bool all = true;
    for_each_member(event, [&](const EventMember& member, const auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, OpeningId>)
            all = all && ((member.as == As::perhaps_none && !value.valid()) || known(value));
        else
            all = all && known(value);
    });
    return all;
}

class Recording {
public:
    explicit Recording(std::shared_ptr<const World> world) : world_(std::move(world)) {}

    Trace read(Database& database) {
        check_version(database);
        Statement rows = database.prepare("SELECT part, bytes, checksum FROM recording ORDER BY rowid");
        while (rows.step()) {
            require(!ended_);
            const std::string_view bytes = rows.blob(1);
            require(checksum_of(bytes) == rows.integer(2));
            take(rows.text(0), bytes);
        }
        require(ended_, unfinished);
        require(end_.samples == trace_.sample_times.size() && end_.events == trace_.events.size() &&
                end_.airs == trace_.air_times.size() && end_.quakes == trace_.quakes.size());
        return std::move(trace_);
    }

private:
    static void check_version(Database& database) {
        Statement version = database.prepare("SELECT value FROM metadata WHERE key = 'recording'");
        require(version.step(), older);
        const std::int64_t number = version.integer(0);
        require(number >= 1);
        require(number <= recording_version, newer);
    }

    void take(const std::string& part, std::string_view bytes) {
        Unpacker from(bytes);
        if (part == "run") return take_run(from);
        require(known_.has_value());
        if (part == "sample") return take_sample(from);
        if (part == "events") return take_events(from);
        if (part == "air") return take_air(from);
        if (part == "quake") return take_quake(from);
        require(part == "end");
        from(end_);
        require(from.good() && from.at_end() && (*known_)(end_.outcome.smoke_diverged_in));
        trace_.outcome = end_.outcome;
        ended_ = true;
    }

    void take_run(Unpacker& from) {
        RecordedRun run;
        from(run);
        require(from.good() && from.at_end() && run.spaces == world_->building.spaces.size() && !known_);
        known_.emplace(*world_, run.people.size());
        for (const PersonInfo& p : run.people)
            require(p.profile.valid() && (*known_)(p.group) && (*known_)(p.profile) && (*known_)(p.start) &&
                    std::isfinite(p.radius_m) && std::isfinite(p.free_speed));
        std::map<std::string_view, std::size_t> kinds;
        for (std::size_t i = 0; i < event_words().size(); ++i) kinds[event_words()[i]] = i;
        for (const std::string& code : run.event_codes) {
            const auto kind = kinds.find(code);
            require(kind != kinds.end(), newer);
            kinds_.push_back(kind->second);
        }
        trace_.world = world_.get();
        trace_.seed = run.seed;
        trace_.people = std::move(run.people);
        for (auto* column : {&x_, &y_, &speed_, &pressure_, &dose_}) column->resize(trace_.people.size());
        space_.resize(trace_.people.size());
        state_.resize(trace_.people.size());
    }

    void take_time(Unpacker& from, std::vector<SimTime>& times) {
        SimTime time;
        from(time);
        require(from.good() && (times.empty() || times.back() < time) && time.us >= 0);
        times.push_back(time);
    }

    void take_sample(Unpacker& from) {
        take_time(from, trace_.sample_times);
        for (auto* column : {&x_, &y_, &speed_, &pressure_}) from.array(std::span(*column));
        from.array(std::span(space_));
        from.array(std::span(state_));
        std::fill(dose_.begin(), dose_.end(), 0.0F);
        if (!from.at_end()) from.array(std::span(dose_));
        require(from.good() && from.at_end());
        for (std::size_t i = 0; i < x_.size(); ++i) {
            SpaceId space;
            space.value = space_[i];
            require(std::isfinite(x_[i]) && std::isfinite(y_[i]) && std::isfinite(speed_[i]) &&
                    std::isfinite(pressure_[i]) && std::isfinite(dose_[i]) && (*known_)(space) &&
                    state_[i] <= static_cast<std::uint8_t>(PersonState::incapacitated));
            trace_.points.push_back(
                {x_[i], y_[i], speed_[i], pressure_[i], space, static_cast<PersonState>(state_[i]), dose_[i]});
        }
    }

    void take_events(Unpacker& from) {
        while (!from.at_end()) {
            SimTime time;
            std::uint8_t kind = 0;
            from(time, kind);
            require(from.good() && kind < kinds_.size());
            Event event = event_of(kinds_[kind]);
            const bool all_known = std::visit(
                [&](auto& e) {
                    pass_event(from, e);
                    return members_known(*known_, std::as_const(e));
                },
                event);
            require(from.good() && all_known && (*known_)(event));
            trace_.events.push_back({time, event});
        }
    }

    void take_air(Unpacker& from) {
        take_time(from, trace_.air_times);
        double heat_w = 0.0;
        from(heat_w);
        trace_.heat_w.push_back(heat_w);
        for (std::size_t i = 0; i < world_->building.spaces.size(); ++i) {
            SpaceAir air;
            from(air);
            trace_.air.push_back(air);
        }
        require(from.good() && from.at_end() && std::isfinite(heat_w));
    }

    void take_quake(Unpacker& from) {
        QuakeRecord quake;
        from(quake);
        require(from.good() && from.at_end());
        for (const LyingItem& lying : quake.fallen) require(lying.item.valid() && (*known_)(lying.item));
        trace_.quakes.push_back(std::move(quake));
    }

    std::shared_ptr<const World> world_;
    std::optional<Known> known_;
    std::vector<std::size_t> kinds_;  // stored kind of event -> its code here
    std::vector<float> x_, y_, speed_, pressure_, dose_;
    std::vector<std::uint32_t> space_;
    std::vector<std::uint8_t> state_;
    Trace trace_;
    RecordedEnd end_;
    bool ended_ = false;
};

}  // namespace

Checked<Trace> read_recording(const std::string& path, std::shared_ptr<const World> world) {
    Checked<Trace> out;
    const auto refuse = [&](const char* code) {
        out.findings.push_back({Severity::error, code, "", path, 0, {{"file", path}}});
    };
    std::error_code missing;
    if (!std::filesystem::is_regular_file(path, missing)) return refuse("stored.no_trajectory"), out;
    try {
        Database database = Database::open(path);
        out.value = Recording(std::move(world)).read(database);
    } catch (const OutputError&) { refuse("stored.damaged"); } catch (const Unusable& unusable) {
        refuse(unusable.code);
    }
    return out;
}

}  // namespace muster::store
