# SPDX-License-Identifier: Apache-2.0
"""Five-storey secondary teaching block: inner corridor, rooms on both sides, 24 classes of 50, laboratories with a
chemical store on the ground floor, library on the top floor, two enclosed stairs.

West to east, north side: west stair, rooms N1-N3, east stair; south side: toilet, rooms S1-S3, office. The ground
floor's S2 is the entrance lobby.
"""

import common
import furniture
import grounds
from common import Corridor
from geometry import WALL, Rect, along_x, along_y, bays
from names import grade_class, level_key, name, on_floor
from plan import Plan
from stairs import StairShape

STOREYS = 5
PUPILS = 50
SHAPE = StairShape(risers=13, riser_m=0.15, tread_m=0.28, clear_m=1.8, landing_m=1.9)
BAYS = bays(0.0, [SHAPE.width, 9.6, 9.6, 9.6, SHAPE.width])
HALL = Corridor(x0=0.0, x1=BAYS[-1][1], width=3.0, room_depth=7.4)
DESKS = furniture.DeskGrid(rows=7, columns=4, aisle_m=0.766, seats=PUPILS)
SPOT_RADIUS_M, SPOT_PITCH_M = 2.8, 8.6

SOURCES = [
    "GB 50099-2011 中小学校设计规范 8.7.2、8.7.3（梯段净宽1.80 m、中学踏步不小于0.28 m、不大于0.16 m；所见为网上转载的条文）",
    "GB 50099-2011 8.2.3、8.2.4、8.8.1（百人净宽、房间门净宽、每室两门；未与正式文本核对）",
    "GB 50099-2011 5.2.2（课桌椅布置；未与正式文本核对）",
    "GB 50099-2011 7.1.1（中学普通教室每班50人、每生1.39 m²；实验室每生1.92 m²; 转载资料，未见官方文本）",
    "GB 50016-2014 5.5.17（房门至安全出口距离；转载的旧版表格，未见现行官方文本）",
    "集合场地每人不小于0.5 m²（GB 51143；未与正式文本核对）；班间距3 m（学校演练方案通行做法，转载资料）",
]


def class_places():
    """(storey, room) of every class, from the ground floor up, and its grade and number: eight classes a grade."""
    rooms = [(1, "S1"), (1, "S3")]
    rooms += [(storey, r) for storey in (2, 3, 4) for r in ("N1", "N2", "N3", "S1", "S2", "S3")]
    rooms += [(5, "N3"), (5, "S1"), (5, "S2"), (5, "S3")]
    return [(storey, r, 7 + i // 8, i % 8 + 1) for i, (storey, r) in enumerate(rooms)]


def side_of(room):
    return HALL.north if room[0] == "N" else HALL.south


def span_of(room):
    return BAYS[int(room[1])]


def room_number(storey, room):
    return storey * 100 + int(room[1]) + (0 if room[0] == "S" else 3)


def key_of(storey, room):
    return f"F{storey}_{room}"


def add_classrooms(plan):
    for storey, r, _, _ in class_places():
        number = room_number(storey, r)
        label = name(f"{number}教室", f"Room {number}")
        key = common.room(plan, storey, key_of(storey, r), span_of(r), side_of(r), label, "classroom",
                          capacity=PUPILS + common.TEACHERS_A_CLASS)
        common.two_doors(plan, storey, key, span_of(r), side_of(r), 1.0, label)
        furniture.classroom(plan, key, DESKS, "east", "south" if r[0] == "N" else "north")


def add_ends(plan, storey):
    south = HALL.south
    toilet = common.room(plan, storey, f"F{storey}_toilet", BAYS[0], south, on_floor(storey, "卫生间", "Toilet"), "toilet")
    common.door(plan, storey, toilet, sum(BAYS[0]) / 2, 1.2, south, None)
    if storey == 1:
        label, use, key = name("配电间", "Switch room"), "switch_room", "F1_switch"
    else:
        label, use, key = on_floor(storey, "教师办公室", "Teachers' office"), "office", f"F{storey}_office"
    common.room(plan, storey, key, BAYS[4], south, label, use)
    common.door(plan, storey, key, sum(BAYS[4]) / 2, 1.0, south, None)


def add_laboratories(plan):
    north = HALL.north
    for r, key, zh, en in (("N1", "F1_chemistry", "化学实验室", "Chemistry laboratory"),
                           ("N3", "F1_physics", "物理实验室", "Physics laboratory")):
        common.room(plan, 1, key, span_of(r), north, name(zh, en), "laboratory", capacity=36)
        common.two_doors(plan, 1, key, span_of(r), north, 1.2, name(zh, en))
        benches = Rect(span_of(r)[0] + 1.5, north.y0 + 0.6, span_of(r)[1] - 2.4, north.y1 - 0.6)
        plan.obstacle(f"{key}_benches", "table", key, (1.2, 2.4), furniture.rows_of(benches, (1.2, 2.4), (2.1, 3.2), 0),
                      0.8, None)
    west, east = bays(span_of("N2")[0], [4.68, 4.68])
    for span, key, zh, en, use in ((west, "F1_chemicals", "危化品储存室", "Chemical store", "chemical_store"),
                                   (east, "F1_preparation", "实验准备室", "Preparation room", "other")):
        common.room(plan, 1, key, span, north, name(zh, en), use)
        common.door(plan, 1, key, sum(span) / 2, 1.0, north, name(f"{zh}门", f"{en} door"))
    plan.obstacle("F1_chemicals_cabinets", "cabinet", "F1_chemicals", (3.0, 0.5), [(sum(west) / 2, north.y1 - 0.25)],
                  2.0, None)


def add_library(plan):
    north = HALL.north
    span = (BAYS[1][0], BAYS[2][1])
    label = name("图书阅览室", "Library")
    common.room(plan, 5, "F5_library", span, north, label, "library", capacity=80)
    for x, side, zh, en in ((span[0] + 1.5, "w", "西门", "west door"), (span[1] - 1.5, "e", "东门", "east door")):
        common.door(plan, 5, "F5_library", x, 1.5, north, name(f"图书阅览室{zh}", f"Library, {en}"), f"door_{side}")
    shelves = Rect(span[0] + 0.5, north.y0 + 1.6, span[0] + 9.5, north.y1)
    tables = Rect(span[0] + 10.0, north.y0 + 1.6, span[1] - 0.5, north.y1)
    plan.obstacle("F5_shelves", "shelf", "F5_library", (0.5, 4.2),
                  furniture.rows_of(shelves, (0.5, 4.2), (1.6, 9), 0.4),
                  2.0, 250)
    plan.obstacle("F5_tables", "table", "F5_library", (1.8, 1.8),
                  furniture.rows_of(tables, (1.8, 1.8), (3.0, 2.8), 0.3),
                  0.75, 40)


def add_ground_lobby(plan):
    south = HALL.south
    common.room(plan, 1, "F1_lobby", span_of("S2"), south, name("一层门厅", "Entrance lobby"), "lobby")
    middle = sum(span_of("S2")) / 2
    plan.doorway("F1_lobby_in", ("F1_lobby", "F1_corridor"), along_x(middle, 4.8, south.door_y))


def add_grounds(plan):
    block = HALL.block()
    yard = Rect(block.x0 - 10, block.y0 - 12, block.x1 + 10, block.y1 + 6)
    grounds.yard(plan, yard, block)
    middle = sum(span_of("S2")) / 2
    field = Rect(middle - 29.5, yard.y0 - 41.0, middle + 29.5, yard.y0 - WALL)
    grounds.playground(plan, field, name("南操场", "South playground"), [(middle - 20, 9), (middle, 9), (middle + 20, 9)])
    plan.exit_door("exit_s", "F1_lobby", "yard", along_x(middle, 3.0, HALL.south.y0 - WALL / 2),
                   name("门厅安全出口", "Lobby exit"))
    plan.exit_door("exit_w", "F1_corridor", "yard", along_y(1.5, 1.8, -WALL / 2), name("西安全出口", "West exit"))
    plan.exit_door("exit_e", "F1_corridor", "yard", along_y(1.5, 1.8, HALL.x1 + WALL / 2), name("东安全出口", "East exit"))
    add_assembly(plan, field)


def spot_of(grade, number):
    return f"spot_{grade}_{number}"


def is_west(room):
    """Rooms whose classes take the west stair; of the middle rooms the north one goes west, the south one east."""
    return room in ("N1", "S1", "N2")


def add_assembly(plan, field):
    """Classes of the west stair line up in the west, far rows first."""
    columns = grounds.spot_grid(field, columns=6, rows=4, pitch=SPOT_PITCH_M)
    west = [columns[c][r] for r in range(4) for c in (0, 1, 2)]
    east = [columns[c][r] for r in range(4) for c in (5, 4, 3)]
    spots = []
    for _, r, grade, number in class_places():
        label = grade_class(grade, number)
        at = (west if (is_west(r) and west) or not east else east).pop(0)
        spots.append((spot_of(grade, number), name(f"{label['zh-CN']}集合点", f"{label['en']} spot"), at))
    grounds.assembly(plan, name("南操场集合区", "Assembly area, south playground"), field.grown(-0.5), spots, SPOT_RADIUS_M)


def build():
    plan = Plan("secondary_5f", "五层中学教学楼（内廊式，24班）", "Five-storey secondary block (inner corridor, 24 classes)",
                SOURCES, [common.INVENTED, common.NO_STEPS, common.FLIGHT_LENGTH])
    plan.design = {"stage": "secondary", "fire_grade": 2}
    plan.add_levels(STOREYS, SHAPE.storey_height)
    for storey in range(1, STOREYS + 1):
        HALL.add(plan, storey)
        add_ends(plan, storey)
        common.corridor_fixtures(plan, storey, (6.0, 18.0, 29.0), 2.9)
    add_classrooms(plan)
    add_laboratories(plan)
    add_library(plan)
    add_ground_lobby(plan)
    common.enclosed_stair(plan, "ST_W", name("西楼梯", "West stair"), SHAPE, BAYS[0][0], HALL.north, STOREYS)
    common.enclosed_stair(plan, "ST_E", name("东楼梯", "East stair"), SHAPE, BAYS[4][0], HALL.north, STOREYS, False)
    add_grounds(plan)
    for key in ("F1_switch", "F1_chemicals", "F1_chemistry", "F5_library"):
        plan.fixture(f"{key}_smoke", "smoke_detector", key, plan.rects[key].middle)
    return plan
