# SPDX-License-Identifier: Apache-2.0
"""Plans that IMO, NIST and ISO tests share. Sizes as the documents state them; where a document could not be read in
full they are those of published ports (FDS+Evac guide and decks, JuPedSim's NIST and ISO ports), and the plan says so.
"""

from geometry import Rect, along_x, along_y
from verification.cases import CasePlan, ring

FDS = "FDS+Evac guide chapter 4 and its input decks CompTest1-11 (the circular itself was not read in full)"
PORT = "JuPedSim's published NIST and ISO ports (the document itself was not read in full)"


def corridor(key, length_m, degrees=0):
    """2 m wide, with 10 m before line_a and behind line_b; turned about the origin."""
    plan = CasePlan(key, f"{length_m} 米走廊，转 {degrees}°", f"Corridor of {length_m} m at {degrees} degrees", [FDS],
                    ["10 m more at either end, so that nobody speeds up or leaves on the measured length"])
    ends = (0, 10, 10 + length_m, 20 + length_m)
    rooms = ("before", "measured", "behind")
    for room, x0, x1 in zip(rooms, ends, ends[1:]):
        plan.room(room, ring(Rect(x0, 0, x1, 2).ring(), degrees), "corridor")
    lines = ("line_a", "line_b", "exit")
    for line, x, between in zip(lines, ends[1:], zip(rooms, rooms[1:] + ("outside",))):
        plan.gap(line, between, ring([(x, 0), (x, 2)], degrees))
    return plan


def stair(key, flights, plan_m, rise_m, risers):
    """2 m wide straight stair of `flights` equal flights without landings, 10 m of floor at foot and head."""
    plan = CasePlan(key, f"直跑楼梯，{flights} 段", f"Straight stair, flights: {flights}", [FDS],
                    ["10 m of floor at foot and head, so that nobody speeds up or leaves on the stair"])
    top = 10 + flights * plan_m
    for i in range(flights):
        plan.level(f"F{i + 2}", i + 2, (i + 1) * rise_m)
    plan.room("lower", Rect(0, 0, 10, 2), "corridor")
    plan.room("upper", Rect(top, 0, top + 10, 2), "corridor", level=f"F{flights + 1}")
    places = ["lower"] + [f"flight_{i + 1}" for i in range(flights)] + ["upper"]
    ends = ["line_a"] + [f"joint_{i}" for i in range(1, flights)] + ["line_b"]
    for i in range(flights):
        plan.flight(places[i + 1], places[i], places[i + 2], Rect(10 + i * plan_m, 0, 10 + (i + 1) * plan_m, 2), "+x",
                    rise_m, risers, level=f"F{i + 1}", ends=(ends[i], ends[i + 1]))
    plan.gap("exit_lower", ("lower", "outside"), [(0, 0), (0, 2)])
    plan.gap("exit_upper", ("upper", "outside"), [(top + 10, 0), (top + 10, 2)])
    return plan


def room_8x5(key):
    plan = CasePlan(key, "8×5 米房间，1 米出口", "Room 8 m x 5 m, exit 1 m", [FDS])
    plan.room("room", Rect(0, 0, 8, 5))
    plan.gap("exit", ("room", "outside"), along_y(2.5, 1.0, 8))
    return plan


def corner(key):
    plan = CasePlan(key, "2 米宽直角走廊", "Corner of two corridors 2 m wide", [FDS])
    plan.room("bend", [(2, 1), (14, 1), (14, 13), (12, 13), (12, 3), (2, 3)], "corridor")
    plan.gap("exit", ("bend", "outside"), along_x(13, 2, 13))
    return plan


def field(key, length_m, lanes):
    """A lane of 1 m for everybody; measured from x = 5 to x = 5 + length."""
    plan = CasePlan(key, "空场", "Open field", ["made for the test: any place without interaction will do"])
    plan.room("field", Rect(0, 0, length_m + 10, lanes), "hall")
    plan.gap("exit", ("field", "outside"), along_y(lanes / 2, lanes, length_m + 10))
    return plan


def two_rooms(key):
    plan = CasePlan(key, "两室一廊", "Two rooms and a corridor", [FDS],
                    ["everybody leaves by the far wall of the other room, so that nobody who has arrived is in the way"])
    plan.room("room_1", Rect(0, 0, 10, 10))
    plan.room("corridor", Rect(10, 4, 20, 6), "corridor")
    plan.room("room_2", Rect(20, 0, 30, 10))
    plan.gap("mouth_1", ("room_1", "corridor"), along_y(5, 2, 10))
    plan.gap("mouth_2", ("corridor", "room_2"), along_y(5, 2, 20))
    plan.gap("exit_1", ("room_1", "outside"), along_y(5, 10, 0))
    plan.gap("exit_2", ("room_2", "outside"), along_y(5, 10, 30))
    return plan


def public_room(key, doors):
    plan = CasePlan(key, f"公共大厅，{doors} 门", f"Large public room, doors: {doors}", [FDS],
                    ["the two doors closed are those of one long wall"] if doors == 2 else [])
    plan.room("hall", Rect(0, 0, 30, 20), "hall")
    places = [(4.5, 0), (25.5, 0), (4.5, 20), (25.5, 20)]
    for i, (x, y) in enumerate(places[:doors]):
        plan.gap(f"door_{i + 1}", ("hall", "outside"), along_x(x, 1.0, y))
    return plan


def cabins(key):
    """Cabins 1-6 above the corridor, 7-12 below it, from the left."""
    plan = CasePlan(key, "十二间舱室", "Twelve cabins", [FDS])
    plan.room("corridor", Rect(0, 5, 18, 6), "corridor")
    plan.room("main_way", Rect(6, 6, 7.2, 11), "corridor")
    plan.gap("main_mouth", ("corridor", "main_way"), [(6, 6), (7.2, 6)])
    plan.gap("main_exit", ("main_way", "outside"), [(6, 11), (7.2, 11)])
    plan.gap("secondary_exit", ("corridor", "outside"), [(18, 5), (18, 6)])
    for row, y in ((0, 6), (1, 5)):
        for column in range(6):
            number = 6 * row + column + 1
            x0 = 7.2 if number == 3 else 3 * column
            door = 7.7 if number == 3 else 3 * column + 1
            area = Rect(x0, 6, 3 * column + 3, 11) if row == 0 else Rect(x0, 0, 3 * column + 3, 5)
            plan.room(f"cabin_{number}", area, "dormitory")
            plan.gap(f"door_{number}", (f"cabin_{number}", "corridor"), [(door, y), (door + 0.9, y)])
    return plan


def room_corridor_stair(key, room, corridor_m, stair_m, rise_m, risers, source):
    """A room, a corridor 2 m wide from the middle of its right wall, a stair 2 m wide up at its end, a landing."""
    plan = CasePlan(key, "房间、走廊与楼梯", "Room, corridor and stair", [source])
    middle = room.middle[1]
    foot, head = room.x1 + corridor_m, room.x1 + corridor_m + stair_m
    plan.level("F2", 2, rise_m)
    plan.room("room", room)
    plan.room("corridor", Rect(room.x1, middle - 1, foot, middle + 1), "corridor")
    plan.room("landing", Rect(head, middle - 1, head + 5, middle + 1), "lobby", level="F2")
    plan.gap("room_exit", ("room", "corridor"), along_y(middle, 2, room.x1))
    plan.flight("stair", "corridor", "landing", Rect(foot, middle - 1, head, middle + 1), "+x", rise_m, risers)
    plan.gap("exit", ("landing", "outside"), along_y(middle, 2, head + 5))
    return plan


def room_two_exits(key):
    plan = CasePlan(key, "两出口房间", "Room with two exits", [PORT], ["the exits face each other on the short walls"])
    plan.room("room", Rect(0, 0, 10, 15))
    plan.opening("exit_1", ("room", "outside"), along_x(5, 1.0, 0), leaf="single", state="open")
    plan.opening("exit_2", ("room", "outside"), along_x(5, 1.0, 15), leaf="single", state="open")
    return plan


def room_one_exit(key):
    plan = CasePlan(key, "15×20 m 房间", "Room 15 m x 20 m", [PORT])
    plan.room("room", Rect(0, 0, 15, 20))
    plan.gap("exit", ("room", "outside"), along_x(7.5, 1.0, 20))
    return plan


def long_corridor(key):
    plan = CasePlan(key, "60 米走廊", "Corridor 2 m x 60 m", [PORT], ["three zones of 20 m; open over its whole width"])
    plan.room("corridor", Rect(0, 0, 60, 2), "corridor")
    plan.gap("exit", ("corridor", "outside"), along_y(1, 2, 60))
    return plan


def ramp(key):
    """The ramp falls 1 m over 12 m: a flight of steps 0.05 m high, which is the flattest the format knows."""
    plan = CasePlan(key, "坡道连接的两室", "Two rooms joined by a ramp", [PORT],
                    ["the ramp is a stair of 20 steps of 0.05 m; speeds on it are set by the profiles"])
    plan.level("F2", 2, 1.0)
    plan.room("room_1", Rect(0, 0, 4, 5), level="F2")
    plan.room("room_2", Rect(16, 0, 20, 5))
    plan.flight("ramp", "room_2", "room_1", Rect(4, 1.75, 16, 3.25), "-x", 1.0, 20)
    plan.gap("exit", ("room_2", "outside"), along_y(2.5, 1.0, 20))
    return plan


def room_stair(key, width):
    plan = CasePlan(key, f"{width} 米宽楼梯", f"Stair {width} m wide", [PORT])
    plan.level("F2", 2, 3.0)
    plan.room("room", Rect(0, 0, 10, 8))
    plan.room("landing", Rect(16, 0, 21, 8), "lobby", level="F2")
    plan.flight("stair", "room", "landing", Rect(10, 4 - width / 2, 16, 4 + width / 2), "+x", 3.0, 20)
    plan.gap("exit", ("landing", "outside"), along_y(4, 8, 21))
    return plan


def ring_with_shortcut(key):
    """Start on the left, exit on the right: 36 m round the ring, or 16 m over a bridge with a stair at either end."""
    plan = CasePlan(key, "环廊与天桥", "Ring with a bridge across", [PORT], ["the bridge is 2.4 m up; stairs 4 m in plan"])
    plan.level("F2", 2, 2.4)
    plan.room("ring", Rect(0, 0, 20, 20), "corridor", holes=[Rect(2, 2, 18, 18).ring()])
    plan.room("bridge", Rect(6, 9.25, 14, 10.75), "corridor", level="F2")
    plan.flight("near", "ring", "bridge", Rect(2, 9.25, 6, 10.75), "+x", 2.4, 16)
    plan.flight("far", "ring", "bridge", Rect(14, 9.25, 18, 10.75), "-x", 2.4, 16)
    plan.gap("exit", ("ring", "outside"), along_y(10, 2, 20))
    return plan
