# SPDX-License-Identifier: Apache-2.0
"""Playing the window from a script: a screen of our own, one session, what its pictures hold."""
import collections
import json
import os
import pathlib
import shutil
import struct
import subprocess
import unittest

from muster_cli import PROGRAM, SOURCE, CliTest

LIBRARY = SOURCE / "scenarios" / "library"
WINDOW = (1000, 700)
PATIENCE_S = 200  # for one session; a quiet machine needs a tenth of it


class Screen:
    """An X server without a display, on a number that is free."""

    def __init__(self):
        reader, writer = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
            pass_fds=[writer], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.name = ":" + answer.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait(timeout=PATIENCE_S)


class Picture:
    """A screenshot as a BMP file of 32 or 24 bits: colours by pixel."""

    def __init__(self, path):
        data = pathlib.Path(path).read_bytes()
        start, = struct.unpack_from("<I", data, 10)
        self.width, height = struct.unpack_from("<ii", data, 18)
        self.height = abs(height)
        depth, = struct.unpack_from("<H", data, 28)
        step = depth // 8
        row = (self.width * step + 3) // 4 * 4
        # Every second pixel of every second row says enough.
        self.colours = collections.Counter()
        for y in range(0, self.height, 2):
            line = data[start + y * row:start + y * row + self.width * step]
            self.colours.update(zip(line[2::2 * step], line[1::2 * step], line[0::2 * step]))
        self.seen = sum(self.colours.values())

    def palette(self):
        """Shares of 64 coarse colours, those with a hundredth or more: what a picture looks like from afar."""
        coarse = collections.Counter()
        for (red, green, blue), count in self.colours.items():
            coarse[f"{red // 64}{green // 64}{blue // 64}"] += count
        return {name: round(count / self.seen, 3) for name, count in sorted(coarse.items()) if count >= self.seen / 100}

    @property
    def busiest(self):
        """Share of the commonest colour: 1 = blank."""
        return max(self.colours.values()) / self.seen


class ViewTest(CliTest):
    """Each test plays windows on one screen that all share."""

    screen = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if shutil.which("Xvfb") is None:
            raise unittest.SkipTest("Xvfb is not installed: no screen to open a window on")
        cls.screen = Screen()

    @classmethod
    def tearDownClass(cls):
        cls.screen.close()
        super().tearDownClass()

    def play(self, steps, *files, lang="en", size=WINDOW, scale=1.0, display=True, patience_s=None, variables=None):
        """One session; never longer than `patience_s`."""
        script = self.here / "steps.json"
        script.write_text(json.dumps([{"unseen": True}, *steps], ensure_ascii=False), encoding="utf-8")
        environment = dict(os.environ, LC_ALL="C.UTF-8", LIBGL_ALWAYS_SOFTWARE="1", HOME=str(self.here),
                           XDG_CONFIG_HOME=str(self.here / "config"), LSAN_OPTIONS="print_suppressions=0", **(variables or {}))
        environment.pop("DISPLAY", None)
        if display:
            environment["DISPLAY"] = self.screen.name
        width, height = size
        return subprocess.run(
            [PROGRAM, "view", *map(str, files), "--lang", lang, "--script", str(script),
             "--size", f"{width}x{height}", "--scale", str(scale)],
            capture_output=True, encoding="utf-8", timeout=patience_s or PATIENCE_S, env=environment, cwd=self.here, check=False)

    def played(self, steps, *files, **how):
        """The same, and it must end well."""
        result = self.play(steps, *files, **how)
        self.assertEqual(result.returncode, 0, result.stderr + result.stdout)
        return result

    def library(self, name):
        """A scenario of the library with its plan and risk map, copied here."""
        scenario = json.loads((LIBRARY / f"{name}.scenario.json").read_text(encoding="utf-8"))
        scenario["plan"] = self.copy(LIBRARY / scenario["plan"])
        if "risk_map" in scenario:
            risks = json.loads((LIBRARY / scenario["risk_map"]).read_text(encoding="utf-8"))
            risks["plan"] = scenario["plan"]
            scenario["risk_map"] = self.write(scenario["risk_map"], risks).name
        return self.write(f"{name}.scenario.json", scenario)

    def copy(self, path):
        shutil.copy(path, self.here)
        return pathlib.Path(path).name

    def picture(self, name):
        return Picture(self.here / name)

    def assert_not_blank(self, picture, what=""):
        self.assertGreater(len(picture.colours), 60, what)
        self.assertLess(picture.busiest, 0.9, what)
