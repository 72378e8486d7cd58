# SPDX-License-Identifier: Apache-2.0
"""Four-storey primary teaching block: open galleries on the south side, six classes of 45 a storey, two stairs.

West to east: toilet, west stair, classrooms 1-3, central bay, classrooms 4-6, east stair, end rooms. The blackboards
hang on the east walls, so that daylight from the north windows falls from the left.

The same block after a rectification, primary_4f_wide_stairs: flights of four streams with a middle rail instead of
three, the room taken from the toilets and the end rooms beside the stairs. There is no room for deeper landings, which
GB 50099-2011 8.7.7 (unchecked) would have as deep as a flight is wide: the code check says so.
"""

from dataclasses import dataclass, replace

import common
import furniture
import grounds
from geometry import WALL, Frame, Rect, along_x, along_y, bays
from names import grade_class, level_key, name, on_floor
from plan import Plan
from stairs import StairShape, build_stair

STOREYS = 4
PUPILS = 45
GALLERY_M = 2.4
ROOM_DEPTH_M = 7.2
SHAPE = StairShape(risers=12, riser_m=0.15, tread_m=0.28, clear_m=1.8, landing_m=1.9, middle_rail=False)
WIDE = replace(SHAPE, clear_m=2.4, middle_rail=True)
BESIDE_M = 4.5 + SHAPE.width  # a stair and the room beside it
BAYS = bays(0.0, [BESIDE_M + WALL, 9.0, 9.0, 9.0, 6.0, 9.0, 9.0, 9.0, BESIDE_M + WALL])
CLASS_BAYS, CENTRE = BAYS[1:4] + BAYS[5:8], BAYS[4]
ROOM_Y = (GALLERY_M + WALL, GALLERY_M + WALL + ROOM_DEPTH_M)
DOOR_Y = GALLERY_M + WALL / 2
EXIT_Y = -WALL / 2
LENGTH = BAYS[-1][1]
DESKS = furniture.DeskGrid(rows=6, columns=4, aisle_m=0.70, seats=PUPILS)
SPOT_RADIUS_M = 2.6
SPOT_PITCH_M = 8.5

SOURCES = [
    "GB 50099-2011 中小学校设计规范 8.7.2、8.7.3、8.7.6（楼梯梯段净宽1.80 m、踏步0.28×0.15 m、两侧扶手；所见为网上转载的条文）",
    "GB 50099-2011 8.6.1（走道净宽按计算；所见为网上转载的条文）",
    "GB 50099-2011 8.2.3、8.2.4、8.8.1（百人净宽、房间门净宽不小于0.90 m、每室两门；未与正式文本核对）",
    "GB 50099-2011 5.2.2（课桌椅排距0.90 m、纵向走道0.60 m、首排距黑板2.20 m、后排走道1.10 m；未与正式文本核对）",
    "GB 50099-2011 7.1.1（小学普通教室每班45人、每生1.36 m²；转载资料，未见官方文本）",
    "集合场地每人不小于0.5 m²（GB 51143；未与正式文本核对）；班间距3 m（学校演练方案通行做法，转载资料）",
]
ASSUMPTIONS = [common.INVENTED, common.NO_STEPS, common.FLIGHT_LENGTH]


@dataclass(frozen=True)
class Ends:
    """The bays at both ends of the block: a stair, and a room with what is left."""

    shape: StairShape

    @property
    def toilet(self):
        return (0.0, BESIDE_M - self.shape.width)

    @property
    def stair_w(self):
        return (BAYS[0][1] - self.shape.width, BAYS[0][1])

    @property
    def stair_e(self):
        return (BAYS[-1][0], BAYS[-1][0] + self.shape.width)

    @property
    def end(self):
        return (LENGTH - BESIDE_M + self.shape.width, LENGTH)


def classes_of(storey):
    """(room number, grade, class) of the six rooms of a storey: four classes a grade, upwards."""
    first = (storey - 1) * 6
    return [(i + 1, (first + i) // 4 + 1, (first + i) % 4 + 1) for i in range(6)]


def room_key(storey, number):
    return f"F{storey}_C{number}"


def gallery_of(storey, x):
    """Key of the gallery at x: the ground storey's is cut in two by the entrance lobby."""
    if storey > 1:
        return f"F{storey}_gallery"
    return "F1_gallery_w" if x < CENTRE[0] else "F1_gallery_e"


def add_galleries(plan, storey):
    level = level_key(storey)
    if storey > 1:
        plan.space(f"F{storey}_gallery", level, on_floor(storey, "外廊", "Gallery"), "gallery",
                   Rect(0, 0, LENGTH, GALLERY_M))
        return
    west, east = CENTRE[0] - WALL, CENTRE[1] + WALL
    plan.space("F1_gallery_w", level, name("一层西外廊", "West gallery, floor 1"), "gallery",
               Rect(0, 0, west, GALLERY_M))
    plan.space("F1_gallery_e", level, name("一层东外廊", "East gallery, floor 1"), "gallery",
               Rect(east, 0, LENGTH, GALLERY_M))
    plan.space("F1_lobby", level, name("一层门厅", "Entrance lobby"), "lobby",
               Rect(CENTRE[0], 0, CENTRE[1], ROOM_Y[1]))
    plan.doorway("F1_lobby_w", ("F1_gallery_w", "F1_lobby"), along_y(GALLERY_M / 2, 2.4, CENTRE[0] - WALL / 2))
    plan.doorway("F1_lobby_e", ("F1_gallery_e", "F1_lobby"), along_y(GALLERY_M / 2, 2.4, CENTRE[1] + WALL / 2))


def add_classroom(plan, storey, number, span):
    key, gallery = room_key(storey, number), gallery_of(storey, span[0])
    label = name(f"{storey}0{number}教室", f"Room {storey}0{number}")
    plan.space(key, level_key(storey), label, "classroom", Rect(span[0], ROOM_Y[0], span[1], ROOM_Y[1]),
               capacity=PUPILS + common.TEACHERS_A_CLASS)
    front, rear = span[1] - 1.1, span[0] + 0.9
    plan.room_door(f"{key}_front", key, gallery, along_x(front, 1.0, DOOR_Y),
                   name(f"{storey}0{number}前门", f"Room {storey}0{number}, front door"))
    plan.room_door(f"{key}_rear", key, gallery, along_x(rear, 1.0, DOOR_Y),
                   name(f"{storey}0{number}后门", f"Room {storey}0{number}, rear door"))
    furniture.classroom(plan, key, DESKS, front="east")


def add_room(plan, storey, key, span, label, use, door_m=1.0, **more):
    plan.space(key, level_key(storey), label, use, Rect(span[0], ROOM_Y[0], span[1], ROOM_Y[1]), **more)
    plan.room_door(f"{key}_door", key, gallery_of(storey, span[0]),
                   along_x((span[0] + span[1]) / 2, door_m, DOOR_Y), None)


def add_other_rooms(plan, ends, storey):
    floor = f"F{storey}"
    add_room(plan, storey, f"{floor}_toilet", ends.toilet, on_floor(storey, "卫生间", "Toilet"), "toilet", 1.2)
    if storey > 1:
        add_room(plan, storey, f"{floor}_office", CENTRE, on_floor(storey, "教师办公室", "Teachers' office"), "office")
        add_room(plan, storey, f"{floor}_prep", ends.end, on_floor(storey, "备课室", "Preparation room"), "office")
        return
    switch, store = bays(ends.end[0], [(ends.end[1] - ends.end[0] - WALL) / 2] * 2)
    add_room(plan, 1, "F1_store", switch, name("体育器材室", "Sports store"), "storage")
    add_room(plan, 1, "F1_switch", store, name("配电间", "Switch room"), "switch_room")
    plan.obstacle("F1_switch_panels", "equipment", "F1_switch", (0.6, 4.0),
                  [(store[1] - 0.3, ROOM_Y[1] - 2.6)], 2.2, None)


def add_stairs(plan, ends):
    line = ROOM_Y[1] - ends.shape.depth
    for key, label, span, lower_left in (("ST_W", name("西楼梯", "West stair"), ends.stair_w, True),
                                         ("ST_E", name("东楼梯", "East stair"), ends.stair_e, False)):
        lobbies = []
        for storey in range(1, STOREYS + 1):
            lobby = plan.space(f"{key}_L{storey}", level_key(storey),
                               on_floor(storey, label["zh-CN"] + "前厅", label["en"] + " lobby"), "lobby",
                               Rect(span[0], ROOM_Y[0], span[1], line))
            plan.doorway(f"{key}_L{storey}_in", (gallery_of(storey, span[0]), lobby),
                         along_x((span[0] + span[1]) / 2, 3.6, DOOR_Y),
                         on_floor(storey, label["zh-CN"] + "口", label["en"] + " mouth"))
            lobbies.append(lobby)
        build_stair(plan, key, label, ends.shape, Frame((span[0], line), (1, 0), (0, 1)), lobbies, lower_left=lower_left)


def add_grounds(plan, ends):
    outer = Rect(-7.0, -13.0, LENGTH + 7.0, 17.0)
    block = Rect(0, 0, LENGTH, ROOM_Y[1]).grown(WALL)
    grounds.yard(plan, outer, block)
    middle = LENGTH / 2
    field = Rect(middle - 29, -53.0, middle + 29, outer.y0 - WALL)
    grounds.playground(plan, field, name("南操场", "South playground"),
                       [(middle - 22, 10), (middle, 10), (middle + 22, 10)])
    plan.exit_door("exit_w", "F1_gallery_w", "yard", along_x(sum(ends.stair_w) / 2, 2.4, EXIT_Y),
                   name("西安全出口", "West exit"))
    plan.exit_door("exit_c", "F1_lobby", "yard", along_x(sum(CENTRE) / 2, 3.0, EXIT_Y),
                   name("门厅安全出口", "Lobby exit"))
    plan.exit_door("exit_e", "F1_gallery_e", "yard", along_x(sum(ends.stair_e) / 2, 2.4, EXIT_Y),
                   name("东安全出口", "East exit"))
    plan.opening("gate", ("playground", "outside"), along_x(middle, 6.0, field.y0 - 0.03),
                 name("学校大门", "School gate"), kind="gate", leaf="double", state="locked")
    add_service_building(plan, outer)
    return field


def add_service_building(plan, yard):
    """Boiler room and bottled-gas store behind the block, more than 30 m from the assembly area."""
    x = yard.x1 + WALL
    for key, label, use, y0, y1 in (
            ("boiler", name("锅炉房", "Boiler room"), "boiler_room", yard.y1 - 6.0, yard.y1),
            ("gas_store", name("液化气瓶间", "Bottled-gas store"), "gas_store", yard.y1 - 9.24, yard.y1 - 6.24)):
        plan.space(key, "F1", label, use, Rect(x, y0, x + 5.0, y1))
        plan.opening(f"{key}_door", (key, "yard"), along_y((y0 + y1) / 2, 1.2, yard.x1 + WALL / 2), label,
                     leaf="single", swings_into="yard", state="locked")
    plan.obstacle("boiler_body", "equipment", "boiler", (2.0, 1.6), [(x + 3.2, yard.y1 - 3.0)], 2.4, None)
    plan.obstacle("gas_bottles", "equipment", "gas_store", (0.5, 2.0), [(x + 4.5, yard.y1 - 7.74)], 1.4, None)


def spot_of(grade, number):
    return f"spot_{grade}_{number}"


def assign_spots(field):
    """Ground-floor classes come first and go to the far rows of the two middle columns; the classes of the west stair
    line up west of them, those of the east stair east: nobody crosses another stair's stream."""
    grid = grounds.spot_grid(field, columns=6, rows=4, pitch=SPOT_PITCH_M)
    rows = [[grid[c][r] for c in range(6)] for r in range(4)]
    middle = [rows[r][c] for r in range(4) for c in (2, 3)]
    west = [rows[r][c] for r in range(4) for c in (0, 1)] + [middle[6]]
    east = [rows[r][c] for r in range(4) for c in (5, 4)] + [middle[7]]
    spots = {}
    for storey in range(1, STOREYS + 1):
        for number, grade, klass in classes_of(storey):
            places = middle if storey == 1 else (west if number <= 3 else east)
            spots[(grade, klass)] = places.pop(0)
    return spots


def add_assembly(plan, field):
    spots = [(spot_of(g, k), name(f"{grade_class(g, k)['zh-CN']}集合点", f"{grade_class(g, k)['en']} spot"), at)
             for (g, k), at in sorted(assign_spots(field).items())]
    grounds.assembly(plan, name("南操场集合区", "Assembly area, south playground"),
                  Rect(field.x0 + 1, field.y0 + 1, field.x1 - 1, field.y1 - 1), spots, SPOT_RADIUS_M)


def add_fixtures(plan, ends, storey):
    floor = f"F{storey}"
    for side, span in (("w", ends.stair_w), ("e", ends.stair_e)):
        gallery, lobby = gallery_of(storey, span[0]), f"ST_{side.upper()}_L{storey}"
        x = sum(span) / 2
        plan.fixture(f"{floor}_bell_{side}", "alarm", gallery, (x + 3.0, 2.3))
        plan.fixture(f"{floor}_call_{side}", "call_point", gallery, (x + 3.5, 2.3))
        plan.fixture(f"{floor}_hydrant_{side}", "hydrant", gallery, (x - 3.0, 2.3))
        plan.fixture(f"{floor}_extinguisher_{side}", "extinguisher", gallery, (x - 3.5, 2.3))
        plan.fixture(f"{floor}_light_{side}", "emergency_light", lobby, (x, ROOM_Y[0] + 1.0))
        plan.fixture(f"{floor}_sign_{side}", "sign", gallery, (x, 2.2))


def build():
    return block("primary_4f", name("四层小学教学楼（外廊式，24班）", "Four-storey primary teaching block (galleries, 24 classes)"),
                 Ends(SHAPE))


def build_wide():
    return block("primary_4f_wide_stairs",
                 name("四层小学教学楼（楼梯加宽方案）", "Four-storey primary teaching block, stairs widened"), Ends(WIDE))


def block(key, label, ends):
    plan = Plan(key, label["zh-CN"], label["en"], SOURCES, ASSUMPTIONS)
    plan.design = {"stage": "primary", "fire_grade": 2}
    plan.add_levels(STOREYS, ends.shape.storey_height)
    for storey in range(1, STOREYS + 1):
        add_galleries(plan, storey)
        for number, span in enumerate(CLASS_BAYS, start=1):
            add_classroom(plan, storey, number, span)
        add_other_rooms(plan, ends, storey)
    add_stairs(plan, ends)
    add_assembly(plan, add_grounds(plan, ends))
    for storey in range(1, STOREYS + 1):
        add_fixtures(plan, ends, storey)
    x, y = plan.rects["F1_switch"].middle
    plan.fixture("F1_switch_smoke", "smoke_detector", "F1_switch", (x, y))
    return plan
