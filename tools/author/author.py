#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the library's floor plans, risk maps and scenarios. Running it again gives the same bytes.

usage: author.py [REPOSITORY]      (default: the repository this file lies in)
"""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import primary_4f
import primary_scenarios
import writer

PLANS = [primary_4f.build]
RISK_MAPS = [primary_scenarios.risks]
SCENARIOS = [primary_scenarios.drill]


def write_all(root):
    for build in PLANS:
        plan = build()
        writer.write(f"{root}/floorplans/library/{plan.key}.plan.json", plan.document())
    for risks in RISK_MAPS:
        document = risks()
        writer.write(f"{root}/scenarios/library/{document['id'].removesuffix('_risks')}.risk.json", document)
    for make in SCENARIOS:
        document = make()
        writer.write(f"{root}/scenarios/library/{document['id']}.scenario.json", document)


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    write_all(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(here)))
