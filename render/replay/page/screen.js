// SPDX-License-Identifier: Apache-2.0
// What the page shows at a time: storeys, people, numbers, legend. The numbers are also written to data attributes of
// <body>, for tests.
'use strict';

const $ = id => document.getElementById(id);
const data = JSON.parse($('data').textContent), plan = data.plan, run = data.run, words = data.words;
const ALL = -1;
const state = { t: 0, end: run.times[run.times.length - 1] || 0, playing: false, speed: 4, level: ALL, heat: false,
  group: -1, scale: 1, left: 0, top: 0, wide: false };
const canvas = $('plan'), context = canvas.getContext('2d');
let tracks = [], smokeAt = () => null, panels = null, base = null, shutNow = '', dirty = true;

const [x0, y0, x1, y1] = plan.area, indoors = { x0, y0, x1, y1 };  // where people are, indoors

// ---- what is where ----

function shownLevels() {
  return state.level === ALL ? plan.levels.map((_, i) => i) : [state.level];
}

function offsetOf(level) {
  return state.level === ALL ? panels.offsets[level] : [0, 0];
}

function viewOf(level, ratio) {
  const [dx, dy] = offsetOf(level), s = state.scale * ratio, left = state.left * ratio, top = state.top * ratio;
  return { scale: s, x: x => left + s * (x + dx), y: y => top - s * (y + dy) };
}

function fitBox(box) {
  const width = canvas.clientWidth, height = canvas.clientHeight;
  state.scale = Math.min(width / (box.x1 - box.x0), height / (box.y1 - box.y0));
  state.left = 0.5 * (width - state.scale * (box.x0 + box.x1));
  state.top = 0.5 * (height + state.scale * (box.y0 + box.y1));
  base = null;
}

// The building; asked again on one storey, the grounds too.
function fit(wide) {
  panels = panelsOf(plan.levels.length, indoors, canvas.clientWidth / canvas.clientHeight);
  state.wide = wide && state.level !== ALL;
  const whole = plan.spaces.filter(s => s.level === state.level);
  fitBox(state.level === ALL ? panels.box : state.wide ? boundsOf(whole) : indoors);
}

function shutDoors(t) {
  const shut = plan.openings.map(o => o.locked);
  for (const [time, opening, now] of run.doors) if (time <= t) shut[opening] = now === 1;
  return shut;
}

// ---- drawing ----

// In the panel of each shown storey, when several are.
function inPanels(c, ratio, draw) {
  for (const level of shownLevels()) {
    const view = viewOf(level, ratio);
    c.save();
    if (state.level === ALL) {
      c.beginPath();
      c.rect(view.x(indoors.x0), view.y(indoors.y1), (indoors.x1 - indoors.x0) * view.scale,
        (indoors.y1 - indoors.y0) * view.scale);
      c.clip();
    }
    draw(view, level);
    c.restore();
  }
}

function drawBase(ratio, shut) {
  base = document.createElement('canvas');
  base.width = canvas.width;
  base.height = canvas.height;
  const c = base.getContext('2d');
  c.fillStyle = '#ffffff';
  c.fillRect(0, 0, base.width, base.height);
  inPanels(c, ratio, (view, level) => drawStorey(c, view, plan, level, shut, ratio));
  if (state.level !== ALL) return;
  c.fillStyle = '#1b1f24';
  c.font = 'bold ' + 13 * ratio + 'px sans-serif';
  c.textBaseline = 'bottom';
  plan.levels.forEach((level, i) => {
    const view = viewOf(i, ratio);
    c.fillText(level.name, view.x(indoors.x0) + 4 * ratio, view.y(indoors.y1) - 1 * ratio);
  });
}

function everybodyAt(t) {
  const here = plan.levels.map(() => []), count = { inside: 0, out: 0, assembled: 0 };
  for (const track of tracks) {
    const person = personAt(track, t);
    if (!person || person.outdoors) ++count.out; else ++count.inside;
    if (!person) continue;
    if (person.state === STATES.assembled) ++count.assembled;
    here[person.level].push(person);
  }
  return { here, count };
}

function colourOf(person) {
  if (state.group < 0) return data.states[person.state].colour;
  return person.group === state.group ? '#d55e00' : '#c4cad1';
}

function drawPeople(view, people, ratio) {
  const least = 1.6 * ratio;
  for (const person of people) {
    const chosen = person.group === state.group, x = view.x(person.x), y = view.y(person.y);
    if (x < -20 || y < -20 || x > canvas.width + 20 || y > canvas.height + 20) continue;
    const radius = Math.max(person.radius * view.scale, least) * (chosen ? 1.5 : 1);
    drawPerson(context, x, y, radius, person, colourOf(person));
  }
}

function draw() {
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio), height = Math.round(canvas.clientHeight * ratio);
  if (!width || !height) return;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    fit(state.wide);
  }
  const shut = shutDoors(state.t), key = shut.join();
  if (!base || key !== shutNow) drawBase(ratio, shut);
  shutNow = key;
  context.drawImage(base, 0, 0);
  const { here, count } = everybodyAt(state.t), shade = smokeAt(state.t);
  inPanels(context, ratio, (view, level) => {
    if (shade) drawSmoke(context, view, plan, level, shade);
    if (state.heat) drawHeat(context, view, here[level], data.ramp);
    drawPeople(view, here[level], ratio);
  });
  tell(count);
}

// ---- words and numbers ----

function clockText(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
}

function lastMoment(t) {
  let last = null;
  for (const moment of run.moments) if (moment[0] <= t) last = moment;
  return last;
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function tell(count) {
  const since = state.t - run.signal, moment = lastMoment(state.t);
  setText($('clock').lastChild, clockText(since));
  setText($('clock').firstChild, (since < 0 ? words.before : words.after) + ' ');
  for (const name of ['inside', 'out', 'assembled']) setText($('count-' + name), String(count[name]));
  setText($('caption'), moment && state.t - moment[0] < 4 * Math.max(1, state.speed) ? moment[1] : '');
  if (document.activeElement !== $('scrub') || state.playing) $('scrub').value = state.t;
  const shown = document.body.dataset;
  shown.peopleInside = count.inside;
  shown.peopleOut = count.out;
  shown.atAssembly = count.assembled;
  shown.seconds = state.t.toFixed(2);
  shown.level = state.level === ALL ? 'all' : plan.levels[state.level].id;
}

function legendRow(picture, text) {
  const row = document.createElement('div');
  row.append(picture, document.createTextNode(text));
  $('legend').append(row);
}

function symbol(person, colour) {
  const c = document.createElement('canvas');
  c.width = 52;
  c.height = 44;
  drawPerson(c.getContext('2d'), 26, 22, 13, { heading: 0, ...person }, colour);
  return c;
}

function fillLegend() {
  $('legend').firstElementChild.textContent = words.legend;
  const seen = new Set();
  for (const track of tracks) for (const s of track.states.values) seen.add(s);
  data.states.forEach((s, i) => {
    if (seen.has(i) && i !== STATES.gone) legendRow(symbol({ state: i }, s.colour), s.name);
  });
  if (tracks.some(t => t.teacher))
    legendRow(symbol({ state: STATES.walking, teacher: true }, data.states[STATES.walking].colour), words.teacher);
  const ramp = document.createElement('span');
  ramp.className = 'ramp';
  ramp.style.background = 'linear-gradient(to right, ' + data.ramp.join() + ')';
  legendRow(ramp, '0–' + DENSEST + ' ' + words.heat_note);
  for (const text of [words.honest, words.keys]) {
    const note = document.createElement('p');
    note.textContent = text;
    $('legend').append(note);
  }
}
