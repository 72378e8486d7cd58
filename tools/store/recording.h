// SPDX-License-Identifier: Apache-2.0
// Table `recording` of trajectory.sqlite: the whole Trace of the run, packed, beside the rows that outside tools read,
// so that a folder opens at once and gives exactly the numbers that were recorded. Not for other programs: those find
// positions in trajectory_data and events in events.jsonl.
//
//   recording(part TEXT, bytes BLOB, checksum INTEGER)   in the order written:
//     "run"     who and what: RecordedRun; first
//     "sample"  everybody at one instant: time, then arrays over the people: x, y, speed, pressure (f32), space (u32),
//               state (u8), and dose (f32) unless it is 0 for all
//     "events"  since the last sample: time, kind (index into RecordedRun::event_codes), members in their order
//     "air"     time, heat, SpaceAir of every space
//     "quake"   one QuakeRecord
//     "end"     RecordedEnd; last, so that a run that was cut short is seen
//   metadata key "recording" = recording_version. Numbers are little-endian, relative to Building::site_origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/record/trace.h"

namespace muster::store {

inline constexpr int recording_version = 1;

/// Over the bytes of a part; catches what a failing disk or a broken copy does to them.
[[nodiscard]] std::int64_t checksum_of(std::string_view bytes);

struct RecordedRun {
    std::uint64_t seed = 0;
    std::uint32_t spaces = 0;  // of the building
    std::vector<std::string> event_codes;
    std::vector<PersonInfo> people;
};

struct RecordedEnd {
    std::uint64_t samples = 0, events = 0, airs = 0, quakes = 0;  // that the parts before it hold
    Outcome outcome;
};

}  // namespace muster::store
