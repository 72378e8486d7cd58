# SPDX-License-Identifier: Apache-2.0
"""Parts that several buildings share: rooms along an inner corridor, enclosed stairs, what the sources say."""

from dataclasses import dataclass

from geometry import WALL, Frame, Rect, along_x
from names import level_key, name, on_floor
from stairs import build_stair

INVENTED = "示例校舍，非真实学校；平面尺寸按上列条文和常见开间自拟 / Invented school; sizes follow the clauses above"
NO_STEPS = "室内外高差按0考虑，出口处无台阶 / No steps at the exits"
TEACHERS_A_CLASS = 2  # a room's capacity counts persons: pupils and their two teachers
FLIGHT_LENGTH = "梯段平面长度 =（踏步数-1）×踏面宽 / Plan length of a flight = (risers - 1) x tread"


@dataclass(frozen=True)
class Side:
    """One side of a corridor: the rooms' y range and the line of their doors."""

    y0: float
    y1: float
    door_y: float


@dataclass(frozen=True)
class Corridor:
    """An inner corridor along x from (x0, 0) to (x1, width), rooms of `room_depth` north and south of it."""

    x0: float
    x1: float
    width: float
    room_depth: float

    @property
    def north(self):
        return Side(self.width + WALL, self.width + WALL + self.room_depth, self.width + WALL / 2)

    @property
    def south(self):
        return Side(-WALL - self.room_depth, -WALL, -WALL / 2)

    def add(self, plan, storey):
        return plan.space(f"F{storey}_corridor", level_key(storey), on_floor(storey, "走廊", "Corridor"), "corridor",
                          Rect(self.x0, 0, self.x1, self.width))

    def block(self):
        """Outer faces of the building."""
        return Rect(self.x0, self.south.y0, self.x1, self.north.y1).grown(WALL)


def room(plan, storey, key, span, side, label, use, **more):
    plan.space(key, level_key(storey), label, use, Rect(span[0], side.y0, span[1], side.y1), **more)
    return key


def door(plan, storey, key, x, width, side, label, suffix="door", into="corridor"):
    """A door of the room `key` onto the corridor of its storey; `into` says whether the leaf swings out."""
    corridor = f"F{storey}_corridor"
    return plan.opening(f"{key}_{suffix}", (key, corridor), along_x(x, width, side.door_y), label,
                        leaf="double" if width > 1.2 else "single",
                        swings_into=corridor if into == "corridor" else key, state="open")


def two_doors(plan, storey, key, span, side, width, label):
    """Front door near the east end (the blackboard's), rear door near the west end."""
    zh, en = label["zh-CN"], label["en"]
    door(plan, storey, key, span[1] - 0.6 - width / 2, width, side, name(f"{zh}前门", f"{en}, front door"), "front")
    door(plan, storey, key, span[0] + 0.2 + width / 2, width, side, name(f"{zh}后门", f"{en}, rear door"), "rear")


def enclosed_stair(plan, key, label, shape, x0, side, storeys, lower_left=True):
    """A stair in its own walls on one side of the corridor: a lobby a storey behind a pair of self-closing doors."""
    north = side.y0 > 0
    line = side.y1 - shape.depth if north else side.y0 + shape.depth
    frame = Frame((x0, line), (1, 0), (0, 1)) if north else Frame((x0 + shape.width, line), (-1, 0), (0, -1))
    lobbies = []
    for storey in range(1, storeys + 1):
        area = Rect(x0, side.y0, x0 + shape.width, line) if north else Rect(x0, line, x0 + shape.width, side.y1)
        lobby = plan.space(f"{key}_L{storey}", level_key(storey),
                           on_floor(storey, label["zh-CN"] + "前厅", label["en"] + " lobby"), "lobby", area)
        plan.opening(f"{key}_L{storey}_door", (f"F{storey}_corridor", lobby),
                     along_x(x0 + shape.width / 2, 1.8, side.door_y),
                     on_floor(storey, label["zh-CN"] + "防火门", label["en"] + " fire door"), leaf="double",
                     swings_into=lobby, state="closed")
        lobbies.append(lobby)
    build_stair(plan, key, label, shape, frame, lobbies, enclosed=True, lower_left=lower_left)


def corridor_fixtures(plan, storey, xs, y):
    """Bell, call point, hydrant, extinguisher, emergency light and sign at each of the places along the corridor."""
    corridor = f"F{storey}_corridor"
    for i, x in enumerate(xs, start=1):
        for kind, key, dx in (("alarm", "bell", 0.0), ("call_point", "call", 0.5), ("hydrant", "hydrant", 1.0),
                              ("extinguisher", "extinguisher", 1.5), ("emergency_light", "light", 2.0),
                              ("sign", "sign", 2.5)):
            plan.fixture(f"F{storey}_{key}{i}", kind, corridor, (x + dx, y))
