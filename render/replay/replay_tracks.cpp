// SPDX-License-Identifier: Apache-2.0
#include "render/replay/replay_tracks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace muster::replay {

namespace {

// Per axis, before rounding to units: with half a unit besides and both axes together still within track_error_m.
constexpr double slack_m = 0.07;
static_assert((slack_m + 0.5 * track_unit_m) * 1.4143 < track_error_m);

void put(std::string& out, std::uint64_t value) {
    for (; value >= 128; value >>= 7U) out += static_cast<char>(value | 128U);
    out += static_cast<char>(value);
}

std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U);
}

struct Key {
    std::size_t sample;
    std::int64_t x, y;  // units
};

/// Slopes (m per second) that keep a straight line within the slack of every sample so far, on one axis.
struct Fan {
    double low = -std::numeric_limits<double>::max(), high = std::numeric_limits<double>::max();

    [[nodiscard]] Fan narrowed(double offset_m, double seconds) const {
        return {std::max(low, (offset_m - slack_m) / seconds), std::min(high, (offset_m + slack_m) / seconds)};
    }
    [[nodiscard]] bool open() const { return low <= high; }
    [[nodiscard]] double middle() const { return 0.5 * (low + high); }
};

/// One person's straight pieces.
class Pieces {
public:
    Pieces(const Trace& trace, std::size_t person, Vec2 corner) : trace_(trace), person_(person), corner_(corner) {}

    std::vector<Key> keys() {
        const std::size_t samples = trace_.sample_times.size();
        if (samples == 0) return {};
        add(0, at(0));
        for (std::size_t from = 0; from + 1 < samples;) from = piece(from, samples);
        return std::move(keys_);
    }

private:
    [[nodiscard]] Vec2 at(std::size_t sample) const {
        const TracePoint& p = trace_.sample(sample)[person_];
        return Vec2{p.x, p.y} - corner_;
    }
    void add(std::size_t sample, Vec2 p) {
        const auto units = [](double metres) { return std::llround(metres / track_unit_m); };
        keys_.push_back({sample, units(p.x), units(p.y)});
    }

    // The longest piece that starts at the last key; the sample it ends at.
    std::size_t piece(std::size_t from, std::size_t samples) {
        const Vec2 start =
            track_unit_m * Vec2{static_cast<double>(keys_.back().x), static_cast<double>(keys_.back().y)};
        const double t0 = trace_.sample_times[from].seconds();
        Fan x, y;
        std::size_t to = from;
        for (std::size_t next = from + 1; next < samples; ++next) {
            const double seconds = trace_.sample_times[next].seconds() - t0;
            const Vec2 offset = at(next) - start;
            const Fan narrow_x = x.narrowed(offset.x, seconds), narrow_y = y.narrowed(offset.y, seconds);
            if (!narrow_x.open() || !narrow_y.open()) break;
            x = narrow_x;
            y = narrow_y;
            to = next;
        }
        // The first sample after a key always fits: one sample is one line.
        const double seconds = trace_.sample_times[to].seconds() - t0;
        add(to, start + seconds * Vec2{x.middle(), y.middle()});
        return to;
    }

    const Trace& trace_;
    std::size_t person_;
    Vec2 corner_;
    std::vector<Key> keys_;
};

void put_places(std::string& out, const std::vector<Key>& keys) {
    put(out, keys.size());
    Key last{0, 0, 0};
    for (const Key& key : keys) {
        put(out, key.sample - last.sample);
        put(out, zigzag(key.x - last.x));
        put(out, zigzag(key.y - last.y));
        last = key;
    }
}

// The changes of a value over the samples.
template <class Value>
void put_changes(std::string& out, std::size_t samples, Value&& value) {
    std::string changes;
    std::size_t count = 0, last = 0;
    for (std::size_t s = 0; s < samples; ++s) {
        if (s > 0 && value(s) == value(s - 1)) continue;
        put(changes, s - last);
        put(changes, value(s));
        last = s;
        ++count;
    }
    put(out, count);
    out += changes;
}

}  // namespace

std::string replay_tracks(const Trace& trace, Vec2 corner) {
    std::string out;
    const std::size_t samples = trace.sample_times.size();
    const Building& building = trace.world->building;
    const auto level = [&](const TracePoint& p) -> std::uint64_t {
        if (p.state == PersonState::gone || !p.space.valid()) return 0;
        const Space& space = building.space(p.space);
        return 1 + 2 * space.level.index() + (space.outdoor ? 1 : 0);
    };
    for (std::size_t person = 0; person < trace.people.size(); ++person) {
        put_places(out, Pieces(trace, person, corner).keys());
        put_changes(out, samples,
                    [&](std::size_t s) { return static_cast<std::uint64_t>(trace.sample(s)[person].state); });
        put_changes(out, samples, [&](std::size_t s) { return level(trace.sample(s)[person]); });
    }
    return out;
}

}  // namespace muster::replay
