# SPDX-License-Identifier: Apache-2.0
"""Furniture as obstacles.

A block holds a pupil's desk, the chair behind it and the gap to the wall or to the next row: nobody walks there, and
gaps narrower than a body would only catch people.
"""

from dataclasses import dataclass

# Layout rules of GB 50099-2011, 5.2.2, not compared with the official text: first desk at least 2.20 m from the
# blackboard, rows 0.90 m apart, aisles at least 0.60 m, at least 1.10 m behind the last row, 0.15 m to side walls.
FIRST_DESK_M = 2.20
ROW_PITCH_M = 0.90
SEAT_WIDTH_M = 0.60
DOUBLE_M = 2 * SEAT_WIDTH_M
WALL_GAP_M = 0.15
KILOGRAMS_A_SEAT = 15.0  # assumed


@dataclass(frozen=True)
class DeskGrid:
    """Columns of double desks. Four columns: the outer two stand at the walls. Two columns: one aisle in the middle."""

    rows: int
    columns: int
    aisle_m: float
    seats: int


def column_spans(grid, rect):
    """(y0, y1) of each column, the gap to the wall included."""
    pitch = DOUBLE_M + grid.aisle_m
    first = rect.middle[1] - (grid.columns - 1) * pitch / 2 - DOUBLE_M / 2
    spans = [(first + i * pitch, first + i * pitch + DOUBLE_M) for i in range(grid.columns)]
    if spans[0][0] - rect.y0 <= WALL_GAP_M + 0.01:
        spans[0] = (rect.y0, spans[0][1])
        spans[-1] = (spans[-1][0], rect.y1)
    return spans


def classroom(plan, room, grid, front, doors="south"):
    """Desks in rows that face the blackboard on the `front` ("east" or "west") wall, and the teacher's desk, away from
    the wall with the doors. The last row holds what is left of the seats: outer columns first, away from the doors."""
    rect = plan.rects[room]
    sign, wall = (-1, rect.x1) if front == "east" else (1, rect.x0)
    full_rows, left = divmod(grid.seats, 2 * grid.columns)
    spans = column_spans(grid, rect)
    away = spans[::-1] if doors == "south" else spans
    outer_first = [away[0], away[-1]] + away[1:-1]
    doubles, odd = divmod(left, 2)
    for number, span in enumerate(spans, start=1):
        rows = full_rows + (1 if span in outer_first[:doubles] else 0)
        column_of_desks(plan, f"{room}_desks{number}", room, (wall, sign), rows, span)
    if odd:
        y0 = outer_first[doubles][0]
        place = (wall + sign * (FIRST_DESK_M + (full_rows + 0.5) * ROW_PITCH_M), y0 + SEAT_WIDTH_M / 2)
        plan.obstacle(f"{room}_desk", "desk", room, (ROW_PITCH_M, SEAT_WIDTH_M), [place], 0.75, KILOGRAMS_A_SEAT)
    teacher_y = rect.y1 - 2.2 if doors == "south" else rect.y0 + 2.2
    plan.obstacle(f"{room}_teacher", "desk", room, (0.6, 1.2), [(wall + sign * 0.9, teacher_y)], 0.9, 40)


def column_of_desks(plan, key, room, front, rows, span):
    wall, sign = front
    places = [(wall + sign * (FIRST_DESK_M + (i + 0.5) * ROW_PITCH_M), (span[0] + span[1]) / 2) for i in range(rows)]
    plan.obstacle(key, "desk", room, (ROW_PITCH_M, span[1] - span[0]), places, 0.75, 2 * KILOGRAMS_A_SEAT)


def rows_of(rect, size, pitch, margin):
    """Middles of boxes of `size` in a grid with `pitch`, centred in `rect` with at least `margin` to its edges."""
    def line(low, high, length, step):
        free = high - low - 2 * margin - length
        count = int(free / step + 1e-9) + 1 if free >= 0 else 0
        first = (low + high) / 2 - (count - 1) * step / 2
        return [first + i * step for i in range(count)]

    xs = line(rect.x0, rect.x1, size[0], pitch[0])
    ys = line(rect.y0, rect.y1, size[1], pitch[1])
    return [(x, y) for y in ys for x in xs]
