# SPDX-License-Identifier: Apache-2.0
"""A floor plan being authored; `document()` and `with_windows()` are what floorplans/FORMAT.md describes."""

import math

from geometry import Rect
from names import level_key, level_name, name


class Plan:
    def __init__(self, key, zh, en, sources, assumptions):
        self.key = key
        self.name = name(zh, en)
        self.sources = sources
        self.assumptions = assumptions
        self.levels, self.spaces, self.openings, self.stairs = [], [], [], []
        self.obstacles, self.assembly, self.fixtures = [], [], []
        self.design = None  # what building codes ask and no outline tells
        self.rects = {}  # space id -> Rect, for furniture and fixtures

    def add_levels(self, storeys, storey_height_m):
        for storey in range(1, storeys + 1):
            self.levels.append({"id": level_key(storey), "name": level_name(storey),
                                "elevation_m": (storey - 1) * storey_height_m, "storey": storey})

    def space(self, key, level, label, use, area, **more):
        if isinstance(area, Rect):
            self.rects[key] = area
            area = area.ring()
        self.spaces.append({"id": key, "level": level, "name": label, "use": use, "area": area, **more})
        return key

    def opening(self, key, between, at, label=None, kind="door", leaf=None, **more):
        row = {"id": key, "between": list(between), "at": at, "clear_width_m": math.dist(*at), "kind": kind}
        self.openings.append({**row, "leaf": leaf, "name": label, **more})
        return key

    def doorway(self, key, between, at, label=None):
        return self.opening(key, between, at, label, kind="doorway", leaf="none")

    def room_door(self, key, room, corridor, at, label):
        """A single-leaf door of a room, swinging out into the corridor."""
        return self.opening(key, (room, corridor), at, label, leaf="single", swings_into=corridor, state="open")

    def exit_door(self, key, inside, outside, at, label):
        return self.opening(key, (inside, outside), at, label, leaf="double", swings_into=outside, state="open")

    def obstacle(self, key, kind, space, size, at, height_m=None, mass_kg=None):
        """Equal boxes of `size` (x, y) with their middles at `at`."""
        self.obstacles.append({"id": key, "kind": kind, "space": space, "size_m": size, "angle_deg": 0, "at": at,
                               "height_m": height_m, "mass_kg": mass_kg})

    def fixture(self, key, kind, space, at):
        self.fixtures.append({"id": key, "kind": kind, "space": space, "at": at})

    def with_windows(self):
        """One band of windows in each room people use, a sixth of its floor in all, 1.5 m high. Assumption: no plan of
        this library is drawn from a real school's windows."""
        used = ("classroom", "office", "laboratory", "library", "nursery", "dormitory", "canteen", "kitchen", "hall")
        rows = []
        for space in self.spaces:
            if space["use"] not in used or space["id"] not in self.rects:
                continue
            rect = self.rects[space["id"]]
            sides = (rect.x1 - rect.x0, rect.y1 - rect.y0)
            width = min(sides[0] * sides[1] / 6.0 / 1.5, 0.8 * max(sides))
            rows.append({"id": f"W_{space['id']}", "space": space["id"], "width_m": round(width, 1)})
        return {**self.document(), "windows": rows}

    def document(self):
        return {
            "format": "muster.plan", "schema_version": 1, "id": self.key, "name": self.name, "areas": "net",
            "sources": self.sources, "assumptions": self.assumptions, "levels": self.levels, "spaces": self.spaces,
            "openings": self.openings, "stairs": self.stairs, "obstacles": self.obstacles,
            "assembly": self.assembly, "fixtures": self.fixtures,
            **({"design": self.design} if self.design else {})
        }
