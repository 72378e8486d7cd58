# SPDX-License-Identifier: Apache-2.0
"""Furniture as obstacles. A pupil's desk and the chair behind it are one block: nobody walks between them."""

from dataclasses import dataclass

# Layout rules of GB 50099-2011, 5.2.2, from memory, not checked against the text: first desk at least 2.20 m from the
# blackboard, rows 0.90 m apart, aisles at least 0.60 m, at least 1.10 m behind the last row, 0.15 m to side walls.
FIRST_DESK_M = 2.20
ROW_PITCH_M = 0.90
BLOCK_DEPTH_M = 0.75  # desk 0.40 + chair 0.35
SEAT_WIDTH_M = 0.60


@dataclass(frozen=True)
class DeskGrid:
    rows: int
    doubles: int     # double desks abreast
    aisle_m: float
    seats: int
    kilograms_per_seat: float = 15.0


def classroom(plan, room, grid, front, doors="south"):
    """Desks in rows that face the blackboard on the `front` ("east" or "west") wall, and the teacher's desk, away from
    the wall with the doors."""
    rect = plan.rects[room]
    sign, wall = (-1, rect.x1) if front == "east" else (1, rect.x0)
    double = 2 * SEAT_WIDTH_M
    pitch = double + grid.aisle_m
    y_first = rect.middle[1] - (grid.doubles - 1) * pitch / 2
    columns = [y_first + i * pitch for i in range(grid.doubles)]
    rows = [wall + sign * (FIRST_DESK_M + BLOCK_DEPTH_M / 2 + i * ROW_PITCH_M) for i in range(grid.rows)]
    teacher_y = rect.y1 - 2.2 if doors == "south" else rect.y0 + 2.2
    places = [(x, y) for x in rows for y in columns]
    whole, odd = divmod(grid.seats, 2)
    plan.obstacle(f"{room}_desks", "desk", room, (BLOCK_DEPTH_M, double), places[:whole], 0.75,
                  2 * grid.kilograms_per_seat)
    if odd:
        plan.obstacle(f"{room}_desk", "desk", room, (BLOCK_DEPTH_M, SEAT_WIDTH_M), places[whole:whole + 1], 0.75,
                      grid.kilograms_per_seat)
    plan.obstacle(f"{room}_teacher", "desk", room, (0.6, 1.2), [(wall + sign * 0.9, teacher_y)], 0.9, 40)


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
