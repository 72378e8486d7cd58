// SPDX-License-Identifier: Apache-2.0
// Persons seen from above: shoulders across the way they face, a head before them. State by colour and by shape, so
// that it shows without colours too.
'use strict';

const STATES = { waiting: 0, sheltering: 1, walking: 2, fallen: 3, assembled: 4, arrived: 5, gone: 6, stranded: 7,
  incapacitated: 8 };

function bodyPath(c, radius, state) {
  c.beginPath();
  switch (state) {
    case STATES.sheltering:
      c.rect(-radius, -radius, 2 * radius, 2 * radius);
      break;
    case STATES.assembled:
    case STATES.arrived:
      c.moveTo(radius, 0);
      c.lineTo(0, radius);
      c.lineTo(-radius, 0);
      c.lineTo(0, -radius);
      c.closePath();
      break;
    case STATES.stranded:
      c.moveTo(1.2 * radius, 0);
      c.lineTo(-0.8 * radius, radius);
      c.lineTo(-0.8 * radius, -radius);
      c.closePath();
      break;
    default:  // shoulders are wider than a chest is deep
      c.ellipse(0, 0, 0.62 * radius, radius, 0, 0, 2 * Math.PI);
  }
}

// x, y, radius in pixels.
function drawPerson(c, x, y, radius, person, colour) {
  c.save();
  c.translate(x, y);
  c.rotate(-person.heading);
  bodyPath(c, radius, person.state);
  if (person.state === STATES.waiting && radius > 3) {
    c.fillStyle = '#ffffff';
    c.fill();
    c.strokeStyle = colour;
    c.lineWidth = Math.max(1, 0.3 * radius);
    c.stroke();
  } else {
    c.fillStyle = colour;
    c.fill();
  }
  if (radius > 3 && (person.state === STATES.walking || person.state === STATES.waiting)) {
    c.beginPath();
    c.arc(0.12 * radius, 0, 0.38 * radius, 0, 2 * Math.PI);
    c.fillStyle = person.state === STATES.walking ? '#ffffff' : colour;
    c.fill();
  }
  if (person.state === STATES.fallen || person.state === STATES.incapacitated)
    drawCross(c, 0, 0, Math.max(3, 1.1 * radius), person.state === STATES.fallen ? '#1b1f24' : '#b3261e');
  if (person.teacher) {
    c.beginPath();
    c.arc(0, 0, 1.35 * radius, 0, 2 * Math.PI);
    c.strokeStyle = '#1b1f24';
    c.lineWidth = Math.max(1, 0.15 * radius);
    c.stroke();
  }
  c.restore();
}
