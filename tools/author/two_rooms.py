# SPDX-License-Identifier: Apache-2.0
"""Two classrooms, a corridor and a yard: the smallest plan, for tests and for learning the format. No stair."""

import furniture
from geometry import WALL, Rect, along_x, along_y, bays
from names import name
from plan import Plan

PUPILS = 20
ROOMS = bays(0.0, [9.0, 9.0])
DEPTH, CORRIDOR_M = 7.0, 2.4
DESKS = furniture.DeskGrid(rows=5, columns=2, aisle_m=1.0, seats=PUPILS)


def build():
    plan = Plan("two_rooms", "两间教室（最小示例）", "Two rooms (smallest example)", ["自拟 / made up"], [])
    plan.add_levels(1, 3.6)
    end = ROOMS[1][1]
    line = DEPTH + WALL / 2
    for number, span in enumerate(ROOMS, start=1):
        room = plan.space(f"r{number}", "F1", name(f"10{number}教室", f"Room 10{number}"), "classroom",
                          Rect(span[0], 0, span[1], DEPTH), capacity=45)
        plan.room_door(f"d{number}", room, "corridor", along_x(span[1] - 1.1, 1.0, line),
                       name(f"10{number}前门", f"Room 10{number}, front door"))
        plan.room_door(f"d{number}_rear", room, "corridor", along_x(span[0] + 0.9, 1.0, line),
                       name(f"10{number}后门", f"Room 10{number}, rear door"))
        furniture.classroom(plan, room, DESKS, front="east", doors="north")
    plan.space("corridor", "F1", name("走廊", "Corridor"), "corridor",
               Rect(0, DEPTH + WALL, end, DEPTH + WALL + CORRIDOR_M))
    yard = Rect(end + WALL, -6.0, end + 24.0, 22.0)
    plan.space("yard", "F1", name("操场", "Yard"), "grounds", yard, outdoor=True)
    plan.exit_door("e1", "corridor", "yard", along_y(DEPTH + WALL + CORRIDOR_M / 2, 1.5, end + WALL / 2),
                   name("安全出口", "Exit"))
    spots = [{"id": f"A{i}", "name": name(f"集合点{i}", f"Spot {i}"), "at": (end + 16.0, y), "radius_m": 1.8}
             for i, y in ((1, 4.0), (2, 12.0))]
    plan.assembly.append({"id": "A", "name": name("操场集合区", "Assembly area"), "space": "yard",
                          "area": Rect(end + 12.0, 0.0, end + 22.0, 16.0).ring(), "spots": spots})
    plan.fixture("bell", "alarm", "corridor", (9.0, 9.6))
    return plan
