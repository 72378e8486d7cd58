# SPDX-License-Identifier: Apache-2.0
"""Small two-storey kindergarten: six classes in units for play and sleep on the north side of a corridor, a stair at
either end.
"""

import common
import furniture
import grounds
from common import Corridor
from geometry import WALL, Rect, along_x, along_y, bays
from names import name, on_floor
from plan import Plan
from stairs import StairShape

STOREYS = 2
SHAPE = StairShape(risers=14, riser_m=0.13, tread_m=0.26, clear_m=1.4, landing_m=1.6)
BAYS = bays(0.0, [3.0, SHAPE.width, 11.0, 11.0, 11.0, SHAPE.width, 4.0])
WEST_END, STAIR_W, UNITS, STAIR_E, EAST_END = BAYS[0], BAYS[1], BAYS[2:5], BAYS[5], BAYS[6]
HALL = Corridor(x0=0.0, x1=BAYS[-1][1], width=2.4, room_depth=8.4)
# storey, unit, key, Chinese name, English name, children, profile
CLASSES = [
    (1, 1, "small_1", "小一班", "Nursery class 1", 25, "kindergarten_3_4"),
    (1, 2, "small_2", "小二班", "Nursery class 2", 25, "kindergarten_3_4"),
    (1, 3, "middle_1", "中一班", "Middle class 1", 30, "kindergarten_3_4"),
    (2, 1, "middle_2", "中二班", "Middle class 2", 30, "kindergarten_3_4"),
    (2, 2, "big_1", "大一班", "Top class 1", 35, "kindergarten_5_6"),
    (2, 3, "big_2", "大二班", "Top class 2", 35, "kindergarten_5_6"),
]
SPOT_RADIUS_M, SPOT_PITCH_M = 2.0, 7.0

SOURCES = [
    "JGJ 39-2016（2019年版）托儿所、幼儿园建筑设计规范（走廊净宽2.4/1.8 m、踏步0.26×0.13 m、双扇门净宽不小于1.20 m；未与正式文本核对；双扇平开门1.20 m另见转载资料）",
    "中小学校、幼儿园消防安全十项规定第6条（每层不少于两个安全出口和两部楼梯；转载资料）",
    "班额：小班25人、中班30人、大班35人（幼儿园工作规程；未与正式文本核对）",
]


def unit_key(storey, unit):
    return f"F{storey}_U{unit}"


def add_unit(plan, row):
    storey, unit, _, zh, en, children, _ = row
    key, span, side = unit_key(storey, unit), UNITS[unit - 1], HALL.north
    label = name(f"{zh}活动室", f"{en} unit")
    common.room(plan, storey, key, span, side, label, "nursery", capacity=children + common.TEACHERS_A_CLASS)
    for x, suffix, door_zh, door_en in ((span[1] - 1.2, "front", "前门", "front door"),
                                        (span[0] + 1.2, "rear", "后门", "rear door")):
        common.door(plan, storey, key, x, 1.2, side, name(zh + door_zh, f"{en}, {door_en}"), suffix)
    play = Rect(span[0] + 0.8, side.y0 + 1.2, span[1] - 0.8, side.y0 + 4.6)
    sleep = Rect(span[0] + 1.0, side.y1 - 3.4, span[1] - 1.0, side.y1)
    plan.obstacle(f"{key}_tables", "table", key, (1.6, 1.2),
                  furniture.rows_of(play, (1.6, 1.2), (2.6, 2.0), 0.1), 0.5, 15)
    plan.obstacle(f"{key}_beds", "bed", key, (0.7, 1.3), furniture.rows_of(sleep, (0.7, 1.3), (0.7, 2.0), 0.0), 0.9, 20)


def add_ends(plan, storey):
    first = storey == 1
    west = ("F1_switch", name("配电间", "Switch room"), "switch_room") if first else (
        "F2_store", name("教具库", "Toy store"), "storage")
    east = ("F1_health", name("保健室", "Health room"), "office") if first else (
        "F2_office", name("教师办公室", "Teachers' office"), "office")
    for span, (key, label, use) in ((WEST_END, west), (EAST_END, east)):
        common.room(plan, storey, key, span, HALL.north, label, use)
        common.door(plan, storey, key, sum(span) / 2, 1.0, HALL.north, None)


def add_grounds(plan):
    block = Rect(HALL.x0, 0, HALL.x1, HALL.north.y1).grown(WALL)
    yard = Rect(block.x0 - 6, block.y0 - 6, block.x1 + 6, block.y1 + 5)
    grounds.yard(plan, yard, block)
    middle = sum(UNITS[1]) / 2
    field = Rect(middle - 16, yard.y0 - 22, middle + 16, yard.y0 - WALL)
    grounds.playground(plan, field, name("户外游戏场", "Outdoor play area"), [(middle - 8, 6), (middle + 8, 6)])
    plan.exit_door("exit_s", "F1_corridor", "yard", along_x(middle, 1.8, -WALL / 2), name("正门", "Main entrance"))
    plan.exit_door("exit_w", "F1_corridor", "yard", along_y(1.2, 1.5, -WALL / 2), name("西安全出口", "West exit"))
    plan.exit_door("exit_e", "F1_corridor", "yard", along_y(1.2, 1.5, HALL.x1 + WALL / 2), name("东安全出口", "East exit"))
    columns = grounds.spot_grid(field, columns=3, rows=2, pitch=SPOT_PITCH_M)
    spots = [(f"spot_{row[2]}", name(f"{row[3]}集合点", f"{row[4]} spot"), columns[row[1] - 1][row[0] - 1])
             for row in CLASSES]
    grounds.assembly(plan, name("户外游戏场集合区", "Assembly area, play area"), field.grown(-0.5), spots, SPOT_RADIUS_M)


def build():
    plan = Plan("kindergarten_2f", "两层幼儿园（6班）", "Two-storey kindergarten (six classes)", SOURCES,
                [common.INVENTED, common.NO_STEPS, common.FLIGHT_LENGTH])
    plan.design = {"stage": "kindergarten", "fire_grade": 2}
    plan.add_levels(STOREYS, SHAPE.storey_height)
    for storey in range(1, STOREYS + 1):
        HALL.add(plan, storey)
        add_ends(plan, storey)
        common.corridor_fixtures(plan, storey, (9.5, 32.0), 0.1)
    for row in CLASSES:
        add_unit(plan, row)
    common.enclosed_stair(plan, "ST_W", name("西楼梯", "West stair"), SHAPE, STAIR_W[0], HALL.north, STOREYS)
    common.enclosed_stair(plan, "ST_E", name("东楼梯", "East stair"), SHAPE, STAIR_E[0], HALL.north, STOREYS, False)
    add_grounds(plan)
    for row in CLASSES:
        key = unit_key(row[0], row[1])
        plan.fixture(f"{key}_smoke", "smoke_detector", key, plan.rects[key].middle)
    return plan
