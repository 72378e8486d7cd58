# SPDX-License-Identifier: Apache-2.0
"""Six-storey dormitory of a boarding school: inner corridor, rooms of eight (four bunk beds), two enclosed stairs.

West to east, north side: west stair, rooms 1-9, east stair; south side: washroom, rooms 10-18, drying room. On the
ground floor the rooms 13 and 14 are the warden's room and the entrance lobby.
"""

import common
import grounds
from common import Corridor
from geometry import WALL, Rect, along_x, along_y, bays
from names import DIGITS, name, on_floor
from plan import Plan
from stairs import StairShape

STOREYS = 6
BEDS = 8
ROOMS_A_SIDE = 9
SHAPE = StairShape(risers=11, riser_m=0.15, tread_m=0.28, clear_m=1.5, landing_m=1.6)
BAYS = bays(0.0, [SHAPE.width] + [3.6] * ROOMS_A_SIDE + [SHAPE.width])
HALL = Corridor(x0=0.0, x1=BAYS[-1][1], width=2.4, room_depth=7.0)
WARDEN, LOBBY = 13, 14
SPOT_RADIUS_M, SPOT_PITCH_M = 3.4, 10.0

SOURCES = [
    "JGJ 36-2016 宿舍建筑设计规范 5.2.4（楼梯百人净宽1.00 m、梯段净宽不小于1.20 m、双面走道不小于2.20 m、首层出口门不小于1.40 m；已见条文存本）",
    "JGJ 36-2016 5.2.1（封闭楼梯间；已见条文存本）",
    "JGJ 36-2016 5.2.3（疏散人数按最大床位数加管理人员；已见条文存本）",
    "中小学校、幼儿园消防安全十项规定第6条（每层不少于两个安全出口和两部楼梯；转载资料）",
    "踏步0.28×0.15 m、床位2.0×0.9 m、房间3.6×7.0 m: 常见做法，无条文依据",
]


def span_of(number):
    return BAYS[number] if number <= ROOMS_A_SIDE else BAYS[number - ROOMS_A_SIDE]


def side_of(number):
    return HALL.north if number <= ROOMS_A_SIDE else HALL.south


def dormitory_rooms(storey):
    return [n for n in range(1, 2 * ROOMS_A_SIDE + 1) if storey > 1 or n not in (WARDEN, LOBBY)]


def key_of(storey, number):
    return f"F{storey}_R{number:02d}"


def is_west(number):
    """The five western rooms of either side take the west stair."""
    return (number - 1) % ROOMS_A_SIDE < 5


def half_key(storey, west):
    return f"spot_{storey}{'w' if west else 'e'}"


def add_bedroom(plan, storey, number):
    key, span, side = key_of(storey, number), span_of(number), side_of(number)
    label = name(f"{storey}{number:02d}寝室", f"Dormitory {storey}{number:02d}")
    common.room(plan, storey, key, span, side, label, "dormitory", capacity=BEDS)
    common.door(plan, storey, key, sum(span) / 2, 1.0, side, label, into="room")
    inner = 1 if side.y0 > 0 else -1  # from the door into the room
    wall = side.y0 if inner > 0 else side.y1
    ys = [wall + inner * 2.4, wall + inner * 4.6]
    xs = (span[0] + 0.5, span[1] - 0.5)
    plan.obstacle(f"{key}_beds", "bed", key, (0.9, 2.0), [(x, y) for y in ys for x in xs], 1.9, 60)
    plan.obstacle(f"{key}_desk", "table", key, (1.6, 0.6), [(sum(span) / 2, wall + inner * 6.5)], 0.75, 25)


def add_end_rooms(plan, storey):
    for bay, key, zh, en, use in ((BAYS[0], f"F{storey}_wash", "盥洗室、卫生间", "Washroom and toilet", "toilet"),
                                  (BAYS[-1], f"F{storey}_drying", "晾衣间", "Drying room", "storage")):
        common.room(plan, storey, key, bay, HALL.south, on_floor(storey, zh, en), use)
        common.door(plan, storey, key, sum(bay) / 2, 1.0, HALL.south, None, into="room")


def add_entrance(plan):
    common.room(plan, 1, "F1_warden", span_of(WARDEN), HALL.south, name("宿管值班室", "Warden's room"), "office")
    common.door(plan, 1, "F1_warden", sum(span_of(WARDEN)) / 2, 1.0, HALL.south, None, into="room")
    common.room(plan, 1, "F1_lobby", span_of(LOBBY), HALL.south, name("一层门厅", "Entrance lobby"), "lobby")
    plan.doorway("F1_lobby_in", ("F1_lobby", "F1_corridor"), along_x(sum(span_of(LOBBY)) / 2, 2.4, HALL.south.door_y))


def add_grounds(plan):
    block = HALL.block()
    yard = Rect(block.x0 - 8, block.y0 - 10, block.x1 + 8, block.y1 + 5)
    grounds.yard(plan, yard, block)
    middle = sum(span_of(LOBBY)) / 2
    field = Rect(middle - 31, yard.y0 - 26, middle + 31, yard.y0 - WALL)
    grounds.playground(plan, field, name("南操场", "South playground"), [(middle - 12, 8), (middle + 12, 8)])
    plan.exit_door("exit_s", "F1_lobby", "yard", along_x(middle, 1.8, HALL.south.y0 - WALL / 2),
                   name("门厅安全出口", "Lobby exit"))
    plan.exit_door("exit_w", "F1_corridor", "yard", along_y(1.2, 1.5, -WALL / 2), name("西安全出口", "West exit"))
    plan.exit_door("exit_e", "F1_corridor", "yard", along_y(1.2, 1.5, HALL.x1 + WALL / 2), name("东安全出口", "East exit"))
    columns = grounds.spot_grid(field, columns=6, rows=2, pitch=SPOT_PITCH_M)
    spots = []
    for storey in range(1, STOREYS + 1):
        row, nth = (storey - 1) // 3, (storey - 1) % 3
        for west, at in ((True, columns[nth][row]), (False, columns[5 - nth][row])):
            zh, en = ("西", "west") if west else ("东", "east")
            spots.append((half_key(storey, west),
                          name(f"{DIGITS[storey]}层{zh}段集合点", f"Spot of floor {storey} {en}"), at))
    grounds.assembly(plan, name("南操场集合区", "Assembly area, south playground"), field.grown(-0.5), spots, SPOT_RADIUS_M)


def build():
    plan = Plan("dormitory_6f", "六层学生宿舍（内廊式，8人间）", "Six-storey dormitory (inner corridor, rooms of eight)",
                SOURCES, [common.INVENTED, common.NO_STEPS, common.FLIGHT_LENGTH])
    plan.design = {"stage": "secondary", "fire_grade": 2}
    plan.add_levels(STOREYS, SHAPE.storey_height)
    for storey in range(1, STOREYS + 1):
        HALL.add(plan, storey)
        add_end_rooms(plan, storey)
        for number in dormitory_rooms(storey):
            add_bedroom(plan, storey, number)
        common.corridor_fixtures(plan, storey, (5.0, 18.0, 32.0), 2.3)
        for i, x in enumerate((8.0, 20.0, 33.0), start=1):
            plan.fixture(f"F{storey}_smoke{i}", "smoke_detector", f"F{storey}_corridor", (x, 1.2))
    add_entrance(plan)
    common.enclosed_stair(plan, "ST_W", name("西楼梯", "West stair"), SHAPE, BAYS[0][0], HALL.north, STOREYS)
    common.enclosed_stair(plan, "ST_E", name("东楼梯", "East stair"), SHAPE, BAYS[-1][0], HALL.north, STOREYS, False)
    add_grounds(plan)
    return plan
