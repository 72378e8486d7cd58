// SPDX-License-Identifier: Apache-2.0
// The building on the canvas. World: centimetres, y upwards; a view turns it into pixels.
'use strict';

function boundsOf(spaces) {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const space of spaces)
    for (let i = 0; i < space.rings[0].length; i += 2) {
      box.x0 = Math.min(box.x0, space.rings[0][i]);
      box.x1 = Math.max(box.x1, space.rings[0][i]);
      box.y0 = Math.min(box.y0, space.rings[0][i + 1]);
      box.y1 = Math.max(box.y1, space.rings[0][i + 1]);
    }
  if (box.x0 > box.x1) return { x0: 0, y0: 0, x1: 1000, y1: 1000 };
  const margin = 150;
  return { x0: box.x0 - margin, y0: box.y0 - margin, x1: box.x1 + margin, y1: box.y1 + margin };
}

// Where each storey lies when all are shown: [dx, dy] in world units, row by row from the top.
function panelsOf(count, box, aspect) {
  const width = box.x1 - box.x0, height = box.y1 - box.y0, gap = 0.16 * Math.min(width, height) + 150;
  let best = null;
  for (let columns = 1; columns <= count; ++columns) {
    const rows = Math.ceil(count / columns);
    const w = columns * (width + gap), h = rows * (height + gap), scale = Math.min(aspect / w, 1 / h);
    if (!best || scale > best.scale) best = { scale, columns, rows, w: w - gap, h: h - gap };
  }
  const offsets = [];
  for (let i = 0; i < count; ++i)
    offsets.push([(i % best.columns) * (width + gap), -Math.floor(i / best.columns) * (height + gap)]);
  return { offsets, box: { x0: box.x0, y1: box.y1 + 0.8 * gap, x1: box.x0 + best.w, y0: box.y1 - best.h } };
}

function tracePath(c, view, ring) {
  for (let i = 0; i < ring.length; i += 2) {
    const x = view.x(ring[i]), y = view.y(ring[i + 1]);
    if (i) c.lineTo(x, y); else c.moveTo(x, y);
  }
  c.closePath();
}

function fillRing(c, view, ring, colour) {
  c.beginPath();
  tracePath(c, view, ring);
  c.fillStyle = colour;
  c.fill();
}

function drawSpaces(c, view, plan, level) {
  const wall = Math.max(24 * view.scale, 1.5);
  const each = (outdoors, draw) => plan.spaces.filter(s => s.level === level && s.out === outdoors).forEach(draw);
  const path = space => {
    c.beginPath();
    space.rings.forEach(ring => tracePath(c, view, ring));
  };
  each(true, s => {
    path(s);
    c.fillStyle = s.colour;
    c.fill('evenodd');
  });
  each(false, s => {
    path(s);
    c.lineWidth = 2 * wall;
    c.lineJoin = 'miter';
    c.strokeStyle = '#343a42';
    c.stroke();
  });
  each(false, s => {
    path(s);
    c.fillStyle = s.colour;
    c.fill('evenodd');
  });
}

function drawSteps(c, view, plan, level) {
  c.strokeStyle = '#9aa3ad';
  c.lineWidth = 1;
  for (const s of plan.spaces) {
    if (s.level !== level || !s.steps) continue;
    const [x0, y0, x1, y1, treads] = s.steps, length = Math.hypot(x1 - x0, y1 - y0);
    const along = [(x1 - x0) / length, (y1 - y0) / length];
    c.save();
    c.beginPath();
    tracePath(c, view, s.rings[0]);
    c.clip();
    c.beginPath();
    if (length / treads * view.scale > 2.5)
      for (let i = 0; i <= treads; ++i) {
        const x = x0 + (x1 - x0) * i / treads, y = y0 + (y1 - y0) * i / treads;
        c.moveTo(view.x(x - 500 * along[1]), view.y(y + 500 * along[0]));
        c.lineTo(view.x(x + 500 * along[1]), view.y(y - 500 * along[0]));
      }
    c.stroke();
    c.restore();
  }
}

function drawOpenings(c, view, plan, level, shut) {
  plan.openings.forEach((o, i) => {
    if (!o.levels.includes(level)) return;
    fillRing(c, view, o.slot, shut[i] ? '#d7263d' : o.stair ? '#f0f3f7' : '#ffffff');
    const [x0, y0, x1, y1, x2, y2] = o.slot, x = view.x((x0 + x2) / 2), y = view.y((y0 + y2) / 2);
    if (o.exit) {
      c.strokeStyle = '#0b7a3b';
      c.lineWidth = Math.max(2, 12 * view.scale);
      c.strokeRect(x - 4, y - 4, 8, 8);
    }
    if (shut[i]) drawCross(c, x, y, Math.max(5, 25 * view.scale), '#1b1f24');
  });
}

function drawCross(c, x, y, size, colour) {
  c.beginPath();
  c.moveTo(x - size, y - size);
  c.lineTo(x + size, y + size);
  c.moveTo(x - size, y + size);
  c.lineTo(x + size, y - size);
  c.strokeStyle = colour;
  c.lineWidth = Math.max(1.5, size / 4);
  c.stroke();
}

function drawLabels(c, view, plan, level, ratio) {
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillStyle = '#555e68';
  for (const s of plan.spaces) {
    if (s.level !== level || !s.name || s.out) continue;
    const box = boundsOf([s]), width = (box.x1 - box.x0 - 360) * view.scale;
    c.font = '10px sans-serif';
    const size = Math.min(0.28 * (box.y1 - box.y0) * view.scale, 10 * width / c.measureText(s.name).width, 14 * ratio);
    if (size < 8 * ratio) continue;
    c.font = size + 'px sans-serif';
    c.fillText(s.name, view.x((box.x0 + box.x1) / 2), view.y((box.y0 + box.y1) / 2));
  }
}

// Everything of a storey that does not change but for its doors.
function drawStorey(c, view, plan, level, shut, ratio) {
  drawSpaces(c, view, plan, level);
  for (const f of plan.furniture) if (f.level === level) fillRing(c, view, f.ring, '#d9dde1');
  for (const a of plan.assembly) {
    if (a.level !== level) continue;
    fillRing(c, view, a.ring, 'rgba(11, 122, 59, 0.12)');
    c.strokeStyle = '#0b7a3b';
    c.lineWidth = 1.5;
    c.stroke();
  }
  drawSteps(c, view, plan, level);
  drawOpenings(c, view, plan, level, shut);
  drawLabels(c, view, plan, level, ratio);
}
