# SPDX-License-Identifier: Apache-2.0
"""The cases of ISO 20414 that neither IMO nor NIST has."""

from verification import scenes
from verification.cases import group, scenario
from verification.populations import WALKER

STAIR_WIDTHS = (1.0, 1.2, 1.4, 1.6, 1.8)
HALF = {**WALKER, "id": "half_on_stairs", "stair_up_factor": 0.5, "stair_down_factor": 0.5,
        "source": "the test's own: half speed on stairs"}


def add(suite):
    for width in STAIR_WIDTHS:
        key = f"stair_width_{width * 100:.0f}"
        plan = suite.add_plan(scenes.room_stair(key, width))
        suite.add_scenario(scenario(key, plan, f"{width} 米宽楼梯", f"Stair {width} m wide",
                                    [group("people", "room", "half_on_stairs", 100)], [HALF]))
    plan = suite.add_plan(scenes.ring_with_shortcut("ring_shortcut"))
    suite.add_scenario(scenario("ring_shortcut", plan, "环廊与近路", "A ring and a shortcut",
                                [group("people", "ring", "half_on_stairs", 10,
                                       positions=[(0.5 + 0.5 * (i % 2), 9 + 0.45 * (i // 2)) for i in range(10)])], [HALF]))
