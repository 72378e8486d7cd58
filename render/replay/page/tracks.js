// SPDX-License-Identifier: Apache-2.0
// The tracks as replay_tracks.h describes them, and where everybody is at a time. Lengths in centimetres.
'use strict';

class ByteReader {
  constructor(base64) {
    const text = atob(base64);
    this.bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; ++i) this.bytes[i] = text.charCodeAt(i);
    this.at = 0;
  }
  number() {
    for (let value = 0, scale = 1; ; scale *= 128) {
      if (this.at >= this.bytes.length) throw new Error('the tracks end early');
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  signed() {
    const n = this.number();
    return n % 2 ? -(n + 1) / 2 : n / 2;
  }
}

function readChanges(reader, times) {
  const count = reader.number(), changes = { times: new Float64Array(count), values: new Uint16Array(count) };
  for (let i = 0, sample = 0; i < count; ++i) {
    sample += reader.number();
    changes.times[i] = times[sample];
    changes.values[i] = reader.number();
  }
  return changes;
}

function readPlaces(reader, times, unit) {
  const count = reader.number();
  const places = { times: new Float64Array(count), x: new Float32Array(count), y: new Float32Array(count) };
  for (let i = 0, sample = 0, x = 0, y = 0; i < count; ++i) {
    sample += reader.number();
    x += reader.signed();
    y += reader.signed();
    places.times[i] = times[sample];
    places.x[i] = x * unit;
    places.y[i] = y * unit;
  }
  places.headings = headingsOf(places);
  return places;
}

// The way of each piece; who shuffles on the spot keeps the way walked before, or faces the way they will set out.
function headingsOf(places) {
  const headings = new Float32Array(places.x.length);
  let heading = 0, first = -1;
  for (let i = 0; i + 1 < headings.length; ++i) {
    const dx = places.x[i + 1] - places.x[i], dy = places.y[i + 1] - places.y[i];
    if (Math.hypot(dx, dy) > 20) {
      heading = Math.atan2(dy, dx);
      if (first < 0) first = i;
    }
    headings[i] = heading;
  }
  if (headings.length > 1) headings[headings.length - 1] = heading;
  for (let i = 0; i < first; ++i) headings[i] = headings[first];
  return headings;
}

function readTracks(run) {
  const reader = new ByteReader(run.tracks), tracks = [];
  for (let i = 0; i < run.people.length; i += 3)
    tracks.push({
      group: run.people[i], radius: run.people[i + 1], teacher: run.people[i + 2] === 1,
      places: readPlaces(reader, run.times, run.unit_cm),
      states: readChanges(reader, run.times),
      levels: readChanges(reader, run.times),
    });
  if (reader.at !== reader.bytes.length) throw new Error('the tracks are too long');
  return tracks;
}

// Index of the last time that is not after t; 0 when all are.
function lastBefore(times, t) {
  let low = 0, high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (times[middle] <= t) low = middle; else high = middle - 1;
  }
  return low;
}

// { x, y, heading, state, level, outdoors } of one person, or null when gone. level as in plan.levels.
function personAt(track, t) {
  const code = track.levels.values[lastBefore(track.levels.times, t)];
  if (!code) return null;
  const p = track.places, i = lastBefore(p.times, t), j = Math.min(i + 1, p.times.length - 1);
  const share = j > i ? Math.min(1, Math.max(0, (t - p.times[i]) / (p.times[j] - p.times[i]))) : 0;
  return {
    x: p.x[i] + share * (p.x[j] - p.x[i]), y: p.y[i] + share * (p.y[j] - p.y[i]), heading: p.headings[i],
    state: track.states.values[lastBefore(track.states.times, t)],
    level: (code - 1) >> 1, outdoors: (code - 1) % 2 === 1,
    radius: track.radius, group: track.group, teacher: track.teacher,
  };
}
