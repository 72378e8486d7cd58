// SPDX-License-Identifier: Apache-2.0
// Crowding as it is now: persons within a metre of the middle of each cell, over the area of that circle. Walls are not
// regarded, so it reads low beside them.
'use strict';

const CELL = 50, REACH = 100, DENSEST = 6;  // cm, cm, persons/m2 at the dark end

function densityOf(people) {
  const cells = new Map();
  for (const p of people) {
    const i0 = Math.ceil((p.x - REACH) / CELL - 0.5), i1 = Math.floor((p.x + REACH) / CELL - 0.5);
    const j0 = Math.ceil((p.y - REACH) / CELL - 0.5), j1 = Math.floor((p.y + REACH) / CELL - 0.5);
    for (let i = i0; i <= i1; ++i)
      for (let j = j0; j <= j1; ++j) {
        const dx = (i + 0.5) * CELL - p.x, dy = (j + 0.5) * CELL - p.y;
        if (dx * dx + dy * dy > REACH * REACH) continue;
        const key = i * 65536 + j;
        cells.set(key, (cells.get(key) || 0) + 1);
      }
  }
  return cells;
}

function drawHeat(c, view, people, ramp) {
  const per = 1 / (Math.PI * REACH * REACH / 1e4);
  c.globalAlpha = 0.75;
  for (const [key, count] of densityOf(people)) {
    const i = Math.round(key / 65536), j = key - i * 65536;
    c.fillStyle = ramp[Math.min(ramp.length - 1, Math.floor(count * per / DENSEST * ramp.length))];
    c.fillRect(view.x(i * CELL), view.y((j + 1) * CELL), CELL * view.scale + 0.5, CELL * view.scale + 0.5);
  }
  c.globalAlpha = 1;
}

// Smoke at head height: darker with what it takes from sight over two metres.
function readSmoke(run, spaces) {
  const times = run.smoke.times, text = atob(run.smoke.bytes);
  return t => {
    if (!times.length || t < times[0]) return null;
    const at = lastBefore(times, t) * spaces;
    return space => 1 - Math.exp(-2 * text.charCodeAt(at + space) / 100);
  };
}

function drawSmoke(c, view, plan, level, shade) {
  plan.spaces.forEach((s, i) => {
    const alpha = s.level === level && !s.out ? 0.85 * shade(i) : 0;
    if (alpha > 0.02) fillRing(c, view, s.rings[0], 'rgba(60, 60, 66, ' + alpha.toFixed(2) + ')');
  });
}
