# SPDX-License-Identifier: Apache-2.0
"""School canteen at the noon peak: a dining hall of 512 seats, kitchen behind the serving counters, gas store apart."""

import common
import furniture
import grounds
from geometry import WALL, Rect, along_x, along_y
from names import name
from plan import Plan

HALL = Rect(0.0, 0.0, 32.0, 21.2)
KITCHEN = Rect(0.0, HALL.y1 + WALL, 24.0, HALL.y1 + WALL + 8.0)
STORE = Rect(KITCHEN.x1 + WALL, KITCHEN.y0, HALL.x1, KITCHEN.y1)
TABLE = (2.4, 1.4)       # eight seats: table 2.4 x 0.7 with fixed stools on both long sides
SEATS_A_TABLE = 8
SEATS = 512
CLASSES = 10
PUPILS = 50
SPOT_RADIUS_M, SPOT_PITCH_M = 2.8, 8.6

SOURCES = [
    "约500座、就餐人数按座位数1.1倍：某校设计说明（公开资料中的一例，非规范条文）",
    "GB 50016-2014 5.5.19（人员密集场所疏散门净宽不小于1.40 m、无门槛；所见为旧版转载，未核对原文）",
    "GB 55037-2022 7.1（人数较多房间的门向疏散方向开启；转载资料，条号未与正式文本核对）",
    "餐桌尺寸与通道宽度：常见成品连体餐桌，无条文依据",
]


def tables():
    """The tables' middles: eight columns by eight rows, with wide aisles before the exits in the south and along the
    serving counters in the north; exits face the aisles between columns."""
    places = furniture.rows_of(HALL.grown(-1.0), TABLE, (3.6, 2.2), 0.2)
    assert len(places) * SEATS_A_TABLE == SEATS, "the plan's name tells the number of seats"
    return places


def add_rooms(plan):
    plan.space("hall", "F1", name("餐厅", "Dining hall"), "canteen", HALL, capacity=SEATS)
    plan.space("kitchen", "F1", name("厨房操作间", "Kitchen"), "kitchen", KITCHEN)
    plan.space("food_store", "F1", name("主副食库", "Food store"), "storage", STORE)
    for key, x in (("w", 6.0), ("e", 18.0)):
        plan.opening(f"kitchen_{key}", ("kitchen", "hall"), along_x(x, 1.5, HALL.y1 + WALL / 2),
                     name("厨房送餐门", "Kitchen door"), leaf="double", swings_into="hall", state="open")
    plan.opening("store_door", ("food_store", "kitchen"), along_y(KITCHEN.middle[1], 1.2, KITCHEN.x1 + WALL / 2),
                 name("库房门", "Store door"), leaf="single", swings_into="kitchen", state="open")
    plan.obstacle("tables", "table", "hall", TABLE, tables(), 0.75, None)
    plan.obstacle("ranges", "equipment", "kitchen", (1.2, 3.6),
                  furniture.rows_of(KITCHEN.grown(-1.2), (1.2, 3.6), (4.2, 9.0), 0.2), 0.9, None)


def add_exits(plan):
    for key, at, zh, en in (("exit_sw", along_x(8.8, 2.4, -WALL / 2), "南一出口", "South exit 1"),
                            ("exit_se", along_x(23.2, 2.4, -WALL / 2), "南二出口", "South exit 2"),
                            ("exit_w", along_y(10.6, 1.8, -WALL / 2), "西出口", "West exit"),
                            ("exit_e", along_y(10.6, 1.8, HALL.x1 + WALL / 2), "东出口", "East exit")):
        plan.exit_door(key, "hall", "yard", at, name(zh, en))
    plan.exit_door("exit_kitchen", "kitchen", "yard", along_x(12.0, 1.5, KITCHEN.y1 + WALL / 2),
                   name("厨房后门", "Kitchen back door"))


def add_grounds(plan):
    block = Rect(HALL.x0, HALL.y0, HALL.x1, KITCHEN.y1).grown(WALL)
    yard = Rect(block.x0 - 6, block.y0 - 8, block.x1 + 6, block.y1 + 6)
    grounds.yard(plan, yard, block)
    field = Rect(-9.0, yard.y0 - 27.0, 41.0, yard.y0 - WALL)
    grounds.playground(plan, field, name("南操场", "South playground"), [(8.0, 8), (24.0, 8)])
    gas = Rect(yard.x1 + WALL, yard.y1 - 4.0, yard.x1 + WALL + 4.0, yard.y1)
    plan.space("gas_store", "F1", name("燃气瓶组间", "Gas store"), "gas_store", gas)
    plan.opening("gas_store_door", ("gas_store", "yard"), along_y(gas.middle[1], 1.2, yard.x1 + WALL / 2),
                 name("燃气瓶组间门", "Gas store door"), leaf="single", swings_into="yard", state="locked")
    plan.obstacle("gas_bottles", "equipment", "gas_store", (0.5, 3.0), [(gas.x1 - 0.4, gas.middle[1])], 1.4, None)
    columns = grounds.spot_grid(field, columns=5, rows=2, pitch=SPOT_PITCH_M)
    spots = [(f"spot_{i + 1}", name(f"集合点{i + 1}", f"Spot {i + 1}"), columns[i % 5][i // 5]) for i in range(CLASSES)]
    grounds.assembly(plan, name("南操场集合区", "Assembly area, south playground"), field.grown(-0.5), spots, SPOT_RADIUS_M)


def build():
    plan = Plan("canteen", "学生食堂（午餐高峰，512座）", "Canteen at the noon peak (512 seats)", SOURCES,
                [common.INVENTED, common.NO_STEPS])
    plan.design = {"stage": "secondary", "fire_grade": 2}
    plan.add_levels(1, 5.1)
    add_rooms(plan)
    add_grounds(plan)
    add_exits(plan)
    for key, at in (("bell1", (8.0, 0.2)), ("bell2", (24.0, 0.2))):
        plan.fixture(key, "alarm", "hall", at)
    plan.fixture("hall_smoke1", "smoke_detector", "hall", (10.0, 12.0))
    plan.fixture("hall_smoke2", "smoke_detector", "hall", (22.0, 12.0))
    plan.fixture("kitchen_heat", "heat_detector", "kitchen", KITCHEN.middle)
    plan.fixture("kitchen_call", "call_point", "kitchen", (12.0, KITCHEN.y1 - 0.1))
    plan.fixture("kitchen_extinguisher", "extinguisher", "kitchen", (13.5, KITCHEN.y1 - 0.1))
    for i, x in enumerate((4.0, 16.0, 28.0), start=1):
        plan.fixture(f"hall_hydrant{i}", "hydrant", "hall", (x, 0.2))
        plan.fixture(f"hall_light{i}", "emergency_light", "hall", (x, HALL.y1 - 0.2))
    return plan
