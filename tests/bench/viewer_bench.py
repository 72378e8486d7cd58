#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Time per frame and memory of the window with 2,000 and 10,000 people in one hall, under Xvfb with software rendering.

Usage: tests/bench/viewer_bench.py build/release/muster [PEOPLE | SCENARIO ...]

Prints what the program itself measured (median and 99th percentile of computing and drawing a frame, swap not counted)
and the most memory it held (the software renderer included), with the load of the machine, for nothing else should run
meanwhile. Not a test: no figure fails.
"""
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

PER_M2 = 0.8          # crowded, but everybody can walk
GROUP = 250
FRAMES = 400
WINDOW = "1280x800"
# The screen's server is a child too; only the window's memory is asked for.
WEIGHED = ("import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); "
           "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)")


def hall(people):
    """A hall twice as long as wide, four exits to a yard on its right, everybody inside."""
    width = math.sqrt(people / PER_M2 / 2)
    long, wide = round(2 * width, 2), round(width, 2)
    middles = [round(wide * (2 * i + 1) / 8, 2) for i in range(4)]
    plan = {
        "format": "muster.plan", "schema_version": 1, "id": "hall", "name": "hall", "sources": ["made for a benchmark"],
        "levels": [{"id": "F1", "name": "F1", "elevation_m": 0, "storey": 1}],
        "spaces": [
            {"id": "hall", "level": "F1", "name": "hall", "use": "hall", "area": [[0, 0], [long, 0], [long, wide], [0, wide]]},
            {"id": "yard", "level": "F1", "name": "yard", "use": "grounds", "outdoor": True,
             "area": [[long + 0.24, -10], [2 * long, -10], [2 * long, wide + 10], [long + 0.24, wide + 10]]}],
        "openings": [
            {"id": f"e{i}", "between": ["hall", "yard"], "at": [[long + 0.12, y - 1.5], [long + 0.12, y + 1.5]],
             "clear_width_m": 3, "kind": "door", "leaf": "double"} for i, y in enumerate(middles)],
        "stairs": [],
        "assembly": [{"id": "A", "name": "A", "space": "yard",
                      "area": [[1.3 * long, 0], [1.9 * long, 0], [1.9 * long, wide], [1.3 * long, wide]],
                      "spots": [{"id": "A1", "name": "A1", "at": [1.6 * long, wide / 2]}]}]}
    scenario = {
        "format": "muster.scenario", "schema_version": 1, "id": "crowd", "name": "crowd", "plan": "hall.plan.json",
        "people": [{"id": f"g{i}", "kind": "class", "name": f"g{i}", "space": "hall", "profile": "secondary_13_15",
                    "count": min(GROUP, people - i * GROUP),
                    "pre_movement": {"law": "uniform", "low_s": 0, "high_s": 5}}
                   for i in range(math.ceil(people / GROUP))],
        "run": {"max_s": 600}}
    return plan, scenario


def measure(program, what):
    with tempfile.TemporaryDirectory(prefix="muster_bench_") as name:
        folder = pathlib.Path(name)
        steps = [{"seek_s": 10}, {"key": "Space"}, {"wait_frames": FRAMES}]
        (folder / "steps.json").write_text(json.dumps(steps), encoding="utf-8")
        scenario = pathlib.Path(what)
        if what.isdigit():
            scenario = folder / "crowd.scenario.json"
            for file, content in zip(("hall.plan.json", scenario.name), hall(int(what))):
                (folder / file).write_text(json.dumps(content), encoding="utf-8")
        load = os.getloadavg()[0]
        result = subprocess.run(
            ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", sys.executable, "-c", WEIGHED, program, "view", scenario,
             "--lang", "en", "--script", folder / "steps.json", "--size", WINDOW],
            capture_output=True, encoding="utf-8", timeout=1800, check=False,
            env=dict(os.environ, LIBGL_ALWAYS_SOFTWARE="1"))
        *said, kilobytes = result.stdout.strip().splitlines() or ["0"]
        last = (said or result.stderr.strip().splitlines() or ["no answer"])[-1]
        name = f"{what} people" if what.isdigit() else scenario.name
        print(f"{name}, {WINDOW}, load {load:.1f} before and {os.getloadavg()[0]:.1f} after: {last} "
              f"At most {int(kilobytes) / 1024:.0f} MiB.", flush=True)
        return result.returncode


def main():
    if sys.argv[1:] in (["-h"], ["--help"]):
        sys.exit(print(__doc__))
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    sys.exit(max(measure(program, what) for what in sys.argv[2:] or ["2000", "10000"]))


if __name__ == "__main__":
    main()
