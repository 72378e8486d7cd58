// SPDX-License-Identifier: Apache-2.0
// What the buttons, fingers and keys do. #t=60&level=F1&speed=4&heat=1&wide=1&play=1 in the address sets the page.
'use strict';

const SPEEDS = [0.5, 1, 2, 4, 8, 16];

function seek(t) {
  state.t = Math.min(state.end, Math.max(0, t));
  dirty = true;
}

function play(on) {
  if (on && state.t >= state.end) seek(0);
  state.playing = on;
  $('play').textContent = on ? '❚❚ ' + words.pause : '▶ ' + words.play;
}

function setSpeed(speed) {
  state.speed = speed;
  $('speed').textContent = speed + '×';
}

function stepSpeed(by) {
  const now = SPEEDS.indexOf(state.speed);
  setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, (now < 0 ? 3 : now) + by))]);
}

function jump(forward) {
  const times = run.moments.map(m => m[0]);
  const next = forward ? times.find(t => t > state.t + 0.05) : times.filter(t => t < state.t - 0.5).pop();
  seek(next === undefined ? (forward ? state.end : 0) : next);
}

function showLevel(level) {
  state.level = level;
  [...$('levels').children].forEach((b, i) => b.setAttribute('aria-selected', String(i - 1 === level)));
  fit(false);
  dirty = true;
}

function setHeat(on) {
  state.heat = on;
  $('heat').setAttribute('aria-pressed', String(on));
  dirty = true;
}

function zoomAt(x, y, factor) {
  state.left = x + factor * (state.left - x);
  state.top = y + factor * (state.top - y);
  state.scale *= factor;
  base = null;
  dirty = true;
}

function addTabs() {
  [words.all, ...plan.levels.map(l => l.name)].forEach((name, i) => {
    const tab = document.createElement('button');
    tab.textContent = name;
    tab.onclick = () => showLevel(i - 1);
    $('levels').append(tab);
  });
}

function addMarks() {
  const share = t => 100 * t / (state.end || 1) + '%';
  for (const [from, to] of run.shaking) {
    const band = document.createElement('i');
    band.className = 'shaking';
    band.style.left = share(from);
    band.style.width = share(to - from);
    $('marks').append(band);
  }
  for (const [t] of run.moments) {
    const mark = document.createElement('i');
    mark.style.left = share(t);
    $('marks').append(mark);
  }
}

function addCounts() {
  for (const name of ['inside', 'out', 'assembled']) {
    const item = document.createElement('li'), number = document.createElement('b');
    number.id = 'count-' + name;
    item.append(words[name] + ' ', number);
    $('counts').append(item);
  }
  $('clock').append(document.createTextNode(''), document.createElement('b'));
}

function addClasses() {
  [words.everybody, ...run.classes].forEach((name, i) => $('class').append(new Option(name, String(i - 1))));
  $('class').setAttribute('aria-label', words.class);
  $('class').onchange = () => {
    state.group = Number($('class').value);
    dirty = true;
  };
}

function listenToPointers() {
  const down = new Map();
  const place = e => [e.offsetX, e.offsetY];
  canvas.onpointerdown = e => {
    canvas.setPointerCapture(e.pointerId);
    down.set(e.pointerId, place(e));
  };
  canvas.onpointerup = canvas.onpointercancel = e => down.delete(e.pointerId);
  canvas.onpointermove = e => {
    if (!down.has(e.pointerId)) return;
    const before = down.get(e.pointerId), now = place(e);
    down.set(e.pointerId, now);
    const other = [...down].find(([id]) => id !== e.pointerId);
    if (other) {
      const [x, y] = other[1], spread = p => Math.max(10, Math.hypot(p[0] - x, p[1] - y));
      zoomAt(x, y, spread(now) / spread(before));
      return;
    }
    state.left += now[0] - before[0];
    state.top += now[1] - before[1];
    base = null;
    dirty = true;
  };
  canvas.addEventListener('wheel', e => {
    e.preventDefault();
    zoomAt(e.offsetX, e.offsetY, Math.exp(-0.0015 * e.deltaY));
  }, { passive: false });
}

function listenToKeys() {
  const keys = { ' ': () => play(!state.playing), ArrowLeft: () => seek(state.t - 5),
    ArrowRight: () => seek(state.t + 5), '+': () => stepSpeed(1), '=': () => stepSpeed(1), '-': () => stepSpeed(-1) };
  document.onkeydown = e => {
    if (!keys[e.key] || e.target.tagName === 'SELECT') return;
    e.preventDefault();
    keys[e.key]();
  };
}

function listenToButtons() {
  const middle = f => zoomAt(canvas.clientWidth / 2, canvas.clientHeight / 2, f);
  const clicks = { play: () => play(!state.playing), previous: () => jump(false), next: () => jump(true),
    slower: () => stepSpeed(-1), faster: () => stepSpeed(1), heat: () => setHeat(!state.heat),
    in: () => middle(1.4), out: () => middle(1 / 1.4) };
  for (const id of Object.keys(clicks)) $(id).onclick = clicks[id];
  $('fit').onclick = () => {
    fit(!state.wide);
    dirty = true;
  };
  $('fit').textContent = words.fit;
  $('heat').textContent = words.heat;
  $('previous').title = words.previous;
  $('next').title = words.next;
  $('scrub').max = state.end;
  $('scrub').oninput = () => seek(Number($('scrub').value));
  window.onresize = () => { dirty = true; };
}

function obeyAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const level = plan.levels.findIndex(l => l.id === asked.get('level'));
  showLevel(asked.has('level') ? level : plan.levels.length > 1 ? ALL : 0);
  if (SPEEDS.includes(Number(asked.get('speed')))) setSpeed(Number(asked.get('speed')));
  setHeat(asked.get('heat') === '1');
  if (asked.get('wide') === '1') fit(true);
  seek(Number(asked.get('t')) || 0);
  play(asked.get('play') === '1');
}

function start() {
  try {
    tracks = readTracks(run);
    smokeAt = readSmoke(run, plan.spaces.length);
  } catch (error) {
    document.body.textContent = words.broken;
    document.body.dataset.error = error.message;
    return;
  }
  document.body.dataset.people = tracks.length;
  $('title').textContent = data.title + ' · ' + words.about;
  addTabs();
  addCounts();
  addClasses();
  addMarks();
  fillLegend();
  listenToButtons();
  listenToPointers();
  listenToKeys();
  setSpeed(4);
  obeyAddress();
  let before = 0;
  const frame = now => {
    if (state.playing) {
      seek(state.t + Math.min(0.25, (now - before) / 1000) * state.speed);
      if (state.t >= state.end) play(false);
    }
    before = now;
    if (dirty) {
      dirty = false;
      draw();
    }
    requestAnimationFrame(frame);
  };
  draw();
  requestAnimationFrame(frame);
}

start();
