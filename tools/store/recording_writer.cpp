// SPDX-License-Identifier: Apache-2.0
#include "tools/store/recording_writer.h"

#include <algorithm>
#include <cmath>

#include "tools/store/recording_parts.h"
#include "tools/store/trajectory_schema.h"

namespace muster::store {

void RecordingWriter::put(std::string_view part, Packer& packed) {
    insert_.bind(1, part).bind_blob(2, packed.bytes()).bind(3, checksum_of(packed.bytes())).run();
    packed.clear();
}

void RecordingWriter::start(const RunHeader& header) {
    insert_ = database_.prepare("INSERT INTO recording VALUES(?,?,?)");
    put_metadata(database_, "recording", std::to_string(recording_version));
    RecordedRun run;
    run.seed = header.seed;
    run.spaces = static_cast<std::uint32_t>(header.world->building.spaces.size());
    run.event_codes.assign(event_words().begin(), event_words().end());
    run.people.assign(header.people.begin(), header.people.end());
    speed_.resize(run.people.size());
    part_(run);
    put("run", part_);
}

void RecordingWriter::event(SimTime time, const Event& event) {
    events_(time, code_of(event));
    std::visit([&](const auto& e) { pass_event(events_, e); }, event);
    ++end_.events;
}

void RecordingWriter::sample(const Frame& f) {
    if (!events_.bytes().empty()) put("events", events_);
    for (std::size_t i = 0; i < speed_.size(); ++i) speed_[i] = std::hypot(f.vx[i], f.vy[i]);
    part_(f.time);
    for (const std::span<const float> column : {f.x, f.y, std::span<const float>(speed_), f.pressure})
        part_.array(column);
    for (const SpaceId space : f.space) part_(space);
    part_.array(f.state);
    if (std::any_of(f.dose.begin(), f.dose.end(), [](float dose) { return dose != 0.0F; })) part_.array(f.dose);
    put("sample", part_);
    ++end_.samples;
}

void RecordingWriter::air(const AirFrame& frame) {
    part_(frame.time, frame.heat_w);
    for (const SpaceAir& air : frame.spaces) part_(air);
    put("air", part_);
    ++end_.airs;
}

void RecordingWriter::quake(const QuakeRecord& record) {
    part_(record);
    put("quake", part_);
    ++end_.quakes;
}

void RecordingWriter::end(const Outcome& outcome) {
    if (!events_.bytes().empty()) put("events", events_);
    end_.outcome = outcome;
    part_(end_);
    put("end", part_);
    insert_.finalize();
}

}  // namespace muster::store
