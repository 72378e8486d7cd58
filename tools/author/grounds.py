# SPDX-License-Identifier: Apache-2.0
"""What every site has: grounds around a block, a playground with one spot per class, alarms and lights."""

from geometry import WALL, Rect, along_x
from names import name

YARD_ZH, YARD_EN = "楼前场地", "Yard around the building"


def yard(plan, outer, block):
    """The yard around the block (its outline is a hole)."""
    plan.space("yard", "F1", name(YARD_ZH, YARD_EN), "grounds", outer, outdoor=True, holes=[block.ring()])
    return outer


def playground(plan, rect, label, gaps):
    """A playground south of the yard, on the same ground; people come in through wide gaps of the hedge."""
    plan.space("playground", "F1", label, "grounds", rect, outdoor=True)
    for i, (x, width) in enumerate(gaps, start=1):
        plan.doorway(f"gap{i}", ("yard", "playground"), along_x(x, width, rect.y1 + WALL / 2),
                     name(f"操场入口{i}", f"Way to the playground {i}"))


def spot_grid(rect, columns, rows, pitch):
    """Places of the spots, column by column from the west, the far (south) row first."""
    x0 = rect.middle[0] - (columns - 1) * pitch / 2
    y0 = rect.middle[1] - (rows - 1) * pitch / 2
    return [[(x0 + c * pitch, y0 + r * pitch) for r in range(rows)] for c in range(columns)]


def assembly(plan, label, area, spots, radius_m):
    """spots: list of (spot id, name, point)."""
    plan.assembly.append({"id": "assembly", "name": label, "space": "playground", "area": area.ring(),
                          "spots": [{"id": key, "name": spot_name, "at": at, "radius_m": radius_m}
                                    for key, spot_name, at in spots]})
