// SPDX-License-Identifier: Apache-2.0
#include "tools/verify/trajectories.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "tools/verify/readings.h"

namespace muster::verify {

namespace {

// Speeds are taken over this while, centred, as the experiments' authors do.
constexpr double speed_window_s = 0.4;

// When a track first passes x = `at`, in either direction.
double passing_time(const Track& track, double frame_s, double at) {
    for (std::size_t i = 1; i < track.places.size(); ++i) {
        const double before = track.places[i - 1].x - at, after = track.places[i].x - at;
        if ((before < 0.0) == (after < 0.0)) continue;
        return track.first_s + frame_s * (static_cast<double>(i - 1) + before / (before - after));
    }
    return never;
}

}  // namespace

Trajectories read_trajectories(const std::string& path, double frames_per_s) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    Trajectories out;
    out.frame_s = 1.0 / frames_per_s;
    std::map<int, std::size_t> tracks;
    std::string text;
    for (int line = 1; std::getline(file, text); ++line) {
        if (text.empty() || text.front() == '#') continue;
        std::istringstream fields(text);
        int id = 0, frame = 0;
        double x = 0.0, y = 0.0;
        if (!(fields >> id >> frame >> x >> y))
            throw std::runtime_error(path + ":" + std::to_string(line) + ": not a track");
        const auto [place, added] = tracks.try_emplace(id, out.tracks.size());
        if (added) out.tracks.push_back({frame * out.frame_s, {}});
        out.tracks[place->second].places.push_back({0.01 * x, 0.01 * y});
    }
    return out;
}

Trajectories trajectories_of(const Trace& trace) {
    Trajectories out;
    if (trace.sample_times.size() < 2) return out;
    out.frame_s = (trace.sample_times[1] - trace.sample_times[0]).seconds();
    for (std::size_t i = 0; i < trace.people.size(); ++i) {
        Track track{trace.sample_times.front().seconds(), {}};
        for (std::size_t s = 0; s < trace.sample_times.size(); ++s) {
            const TracePoint& p = trace.sample(s)[i];
            if (p.state == PersonState::gone) break;
            track.places.push_back({double{p.x}, double{p.y}});
        }
        out.tracks.push_back(std::move(track));
    }
    return out;
}

AreaReading read_area(const Trajectories& trajectories, const Box& area, double from_share, double until_share) {
    std::vector<double> times;
    for (const Track& t : trajectories.tracks)
        times.push_back(passing_time(t, trajectories.frame_s, 0.5 * (area.low.x + area.high.x)));
    times = sorted_times(times);
    if (times.size() < 3) return {};
    const double from = quantile_of(times, from_share), until = quantile_of(times, until_share);
    const auto passed = std::count_if(times.begin(), times.end(), [&](double t) { return t >= from && t <= until; });
    const Vec2 size = area.high - area.low;
    const auto half =
        std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(0.5 * speed_window_s / trajectories.frame_s)));
    double people = 0.0, speeds = 0.0;
    for (const Track& t : trajectories.tracks) {
        for (std::size_t i = 0; i < t.places.size(); ++i) {
            const double at = t.first_s + trajectories.frame_s * static_cast<double>(i);
            const Vec2 place = t.places[i];
            const bool inside =
                place.x >= area.low.x && place.x <= area.high.x && place.y >= area.low.y && place.y <= area.high.y;
            if (at < from || at > until || !inside) continue;
            const std::size_t before = i > half ? i - half : 0, after = std::min(i + half, t.places.size() - 1);
            people += 1.0;
            if (after > before)
                speeds += length(t.places[after] - t.places[before]) /
                          (trajectories.frame_s * static_cast<double>(after - before));
        }
    }
    const double frames = (until - from) / trajectories.frame_s;
    return {static_cast<double>(passed - 1) / (until - from), people / frames / (size.x * size.y),
            people > 0.0 ? speeds / people : 0.0};
}

}  // namespace muster::verify
