#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the approved pictures of the window and their palettes anew. Look at each of them before you keep it.

Usage: MUSTER=build/release/muster MUSTER_SOURCE=. tests/view/approve.py [SCENE ...]

Needs Xvfb, and ImageMagick to make the pictures small.
"""
import json
import os
import pathlib
import subprocess
import sys

if sys.argv[1:] in (["-h"], ["--help"]):
    sys.exit(print(__doc__))

HERE = pathlib.Path(__file__).resolve().parent
os.environ["MUSTER"] = str(pathlib.Path(os.environ["MUSTER"]).resolve())
sys.path[:0] = [str(HERE), str(HERE.parent / "cli")]

from scenes import SCENES, SIZE  # noqa: E402
from view_cli import LIBRARY, ViewTest  # noqa: E402


class Photographer(ViewTest):
    def runTest(self):
        facts = HERE / "approved" / "palettes.json"
        palettes = json.loads(facts.read_text()) if facts.exists() else {}
        for name, lang, scenario, steps in SCENES:
            if sys.argv[1:] and name not in sys.argv[1:]:
                continue
            self.played([*steps, {"screenshot": "scene.bmp"}], LIBRARY / f"{scenario}.scenario.json", lang=lang, size=SIZE)
            palettes[name] = self.picture("scene.bmp").palette()
            subprocess.run(["convert", self.here / "scene.bmp", "-resize", "800x500", "+dither", "-colors", "64", "-strip",
                            "png8:" + str(HERE / "approved" / f"{name}.png")], check=True)
            facts.write_text(json.dumps(palettes, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    Photographer.setUpClass()
    photographer = Photographer()
    photographer.setUp()
    try:
        photographer.runTest()
    finally:
        photographer.tearDown()
        Photographer.tearDownClass()
