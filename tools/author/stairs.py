# SPDX-License-Identifier: Apache-2.0
"""Double-flight stairs with half landings.

In the stair's frame v points away from the storey lobby. The lobby's edge is v = 0; both flights lie beyond it side by
side, the landing beyond them. The foot of the flight up and the head of the flight from below lie on v = 0 too:

    v   +-----------------+
    ^   |  half landing   |
    |   +-------+ +-------+
        | lower | | upper |      lower at u = 0 (or mirrored), upper beyond the well
        +-------+ +-------+ v = 0
          lobby of a storey
"""

from dataclasses import dataclass

from geometry import Frame
from names import DIGITS, level_key, name


@dataclass(frozen=True)
class StairShape:
    risers: int  # of one flight; two flights make a storey
    riser_m: float
    tread_m: float
    clear_m: float
    landing_m: float
    well_m: float = 0.10
    middle_rail: bool = False
    handrails: int = 2  # sides with a rail

    @property
    def width(self):  # of the stairwell, between the walls
        return 2 * self.clear_m + self.well_m

    @property
    def run(self):  # of one flight in plan: the last riser leads onto the landing
        return (self.risers - 1) * self.tread_m

    @property
    def depth(self):
        return self.run + self.landing_m

    @property
    def storey_height(self):
        return 2 * self.risers * self.riser_m


def build_stair(plan, key, label, shape, frame: Frame, lobbies, enclosed=False, lower_left=True):
    """Adds the spaces and openings of a stair that joins the given lobbies (bottom to top)."""
    left, right = (0.0, shape.clear_m), (shape.clear_m + shape.well_m, shape.width)
    lower, upper = (left, right) if lower_left else (right, left)
    flights, landings = [], []
    for storey, (below, above) in enumerate(zip(lobbies, lobbies[1:]), start=1):
        a, m, b = f"{key}_{storey}a", f"{key}_{storey}m", f"{key}_{storey}b"
        add_spaces(plan, label, shape, frame, storey, (a, m, b), (lower, upper))
        add_end(plan, f"{a}_foot", (below, a), frame.across(*lower, 0))
        add_end(plan, f"{a}_head", (a, m), frame.across(*lower, shape.run))
        add_end(plan, f"{b}_foot", (m, b), frame.across(*upper, shape.run))
        add_end(plan, f"{b}_head", (b, above), frame.across(*upper, 0))
        flights += [flight_row(a, shape), flight_row(b, shape)]
        landings.append(m)
    plan.stairs.append({"id": key, "name": label, "enclosed": enclosed, "flights": flights, "landings": landings})


def add_spaces(plan, label, shape, frame, storey, keys, sides):
    a, m, b = keys
    lower, upper = sides
    zh, en = label["zh-CN"], label["en"]
    between_zh, between_en = f"{DIGITS[storey]}至{DIGITS[storey + 1]}层", f"floors {storey}-{storey + 1}"
    level = level_key(storey)
    plan.space(a, level, name(f"{zh}{between_zh}下梯段", f"{en}, lower flight, {between_en}"), "stair_flight",
               frame.rect(lower[0], 0, lower[1], shape.run))
    plan.space(m, level, name(f"{zh}{between_zh}休息平台", f"{en}, half landing, {between_en}"), "stair_landing",
               frame.rect(0, shape.run, shape.width, shape.depth), floor_m=shape.storey_height / 2)
    plan.space(b, level, name(f"{zh}{between_zh}上梯段", f"{en}, upper flight, {between_en}"), "stair_flight",
               frame.rect(upper[0], 0, upper[1], shape.run), floor_m=shape.storey_height / 2)


def add_end(plan, key, between, at):
    plan.opening(key, between, at, kind="flight_end")


def flight_row(space, shape):
    return {"space": space, "foot": f"{space}_foot", "head": f"{space}_head", "risers": shape.risers,
            "riser_m": shape.riser_m, "tread_m": shape.tread_m, "clear_width_m": shape.clear_m,
            "middle_rail": shape.middle_rail, "handrails": shape.handrails}
