#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the library's floor plans, risk maps and scenarios, and the verification cases and catalogues.
Running it again gives the same bytes.

usage: author.py [REPOSITORY]      (default: the repository this file lies in)
"""

import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import canteen
import canteen_scenarios
import dormitory_6f
import dormitory_scenarios
import kindergarten_2f
import kindergarten_scenarios
import primary_4f
import primary_scenarios
import secondary_5f
import secondary_scenarios
import two_rooms
import two_rooms_scenarios
import writer
from verification import everything

LIBRARY = [
    (two_rooms, two_rooms_scenarios),
    (primary_4f, primary_scenarios),
    (secondary_5f, secondary_scenarios),
    (dormitory_6f, dormitory_scenarios),
    (canteen, canteen_scenarios),
    (kindergarten_2f, kindergarten_scenarios),
]


def write_plan(root, plan):
    writer.write(f"{root}/floorplans/library/{plan.key}.plan.json", plan.with_windows())


def write_all(root):
    for building, happenings in LIBRARY:
        plan = building.build()
        write_plan(root, plan)
        writer.write(f"{root}/scenarios/library/{plan.key}.risk.json", happenings.risks())
        for scenario in happenings.scenarios():
            writer.write(f"{root}/scenarios/library/{scenario['id']}.scenario.json", scenario)
    write_plan(root, primary_4f.build_wide())
    everything.write_all(root)


if __name__ == "__main__":
    if sys.argv[1:] in (["-h"], ["--help"]):
        sys.exit(print(__doc__))
    write_all(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(HERE)))
