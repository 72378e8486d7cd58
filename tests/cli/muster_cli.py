# SPDX-License-Identifier: Apache-2.0
"""Running the program as a user does: helpers for the tests in this folder.

The program is named by the environment variable MUSTER, the source tree by MUSTER_SOURCE.
"""
import atexit
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["MUSTER"]
SOURCE = pathlib.Path(os.environ["MUSTER_SOURCE"])

# Ends what hangs, on however busy a machine: the longest command takes some 20 s on a quiet one.
PATIENCE_S = 900
GOOD, MISSED, BAD_INPUT, COULD_NOT_RUN = 0, 1, 2, 3


def __getattr__(name):
    """HAS_DOCX, found out by those files only that import it: it starts other interpreters."""
    if name != "HAS_DOCX":
        raise AttributeError(name)
    return any(shutil.which(p) and subprocess.run([p, "-c", "import docx"], capture_output=True, check=False)
               .returncode == 0 for p in ("python3", "/usr/bin/python3"))


PLAN = {
    "format": "muster.plan",
    "schema_version": 1,
    "id": "two_rooms",
    "name": {"zh-CN": "两间教室", "en": "Two rooms"},
    "sources": ["made up for a test"],
    "levels": [{"id": "F1", "name": "一层", "elevation_m": 0.0, "storey": 1}],
    "spaces": [
        {"id": "r1", "level": "F1", "name": "101", "use": "classroom", "area": [[0, 0], [9, 0], [9, 7], [0, 7]]},
        {"id": "c1", "level": "F1", "name": "corridor", "use": "corridor",
         "area": [[0, 7.24], [9, 7.24], [9, 9.64], [0, 9.64]]},
        {"id": "yard", "level": "F1", "name": "yard", "use": "grounds", "outdoor": True,
         "area": [[9.24, 0], [40, 0], [40, 30], [9.24, 30]]},
    ],
    "openings": [
        {"id": "d1", "between": ["r1", "c1"], "at": [[7.5, 7.12], [8.5, 7.12]], "clear_width_m": 1.0, "kind": "door",
         "leaf": "single", "swings_into": "c1"},
        {"id": "e1", "between": ["c1", "yard"], "at": [[9.12, 7.7], [9.12, 9.2]], "clear_width_m": 1.5,
         "kind": "door", "leaf": "double"},
    ],
    "stairs": [],
    "assembly": [
        {"id": "A", "name": "playground", "space": "yard", "area": [[25, 5], [38, 5], [38, 25], [25, 25]],
         "spots": [{"id": "A1", "name": "class 1", "at": [30, 10]}]},
    ],
}
RISKS = {
    "format": "muster.risk_map",
    "schema_version": 1,
    "id": "two_rooms_risks",
    "name": "risks",
    "plan": "school.plan.json",
    "risks": [{"id": "switch", "name": "配电间", "kind": "switch_room", "level": 2, "space": "c1", "at": [1, 8]}],
}
SCENARIO = {
    "format": "muster.scenario",
    "schema_version": 1,
    "id": "two_rooms_drill",
    "name": {"zh-CN": "两间教室演练", "en": "Two-room drill"},
    "plan": "school.plan.json",
    "risk_map": "school.risk.json",
    "people": [
        {"id": "k1", "kind": "class", "name": "一(1)班", "space": "r1", "profile": "primary_8_9", "count": 12,
         "pre_movement": {"law": "uniform", "low_s": 1, "high_s": 4}, "route": {"exit": "e1", "spot": "A1"}},
    ],
    "run": {"max_s": 300},
}


def run(*arguments, lang="en", cwd=None, preexec=None):
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANG="", LSAN_OPTIONS="print_suppressions=0")
    if lang:
        environment["LC_ALL"] = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}[lang]
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=PATIENCE_S,
                          env=environment, cwd=cwd, preexec_fn=preexec, check=False)


_finished = {}  # changes of the small school's scenario -> where its results lie


def results_of(scenario, changes):
    """The results folder of a scenario, simulated once for all tests of a file."""
    key = json.dumps(changes, sort_keys=True)
    if key not in _finished:
        folder = pathlib.Path(tempfile.mkdtemp(prefix="muster_cli_finished_"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        done = run("run", scenario, "--seed", 1, "--out", folder / "out", "--quiet")
        if done.returncode != GOOD:
            raise AssertionError(done.stderr)
        _finished[key] = folder / "out"
    return _finished[key]


class CliTest(unittest.TestCase):
    """Each test gets an empty folder `here`, with Chinese and a space in its path."""

    def setUp(self):
        self.outer = pathlib.Path(tempfile.mkdtemp(prefix="muster_cli_"))
        self.here = self.outer / "学校 甲"
        self.here.mkdir()

    def tearDown(self):
        shutil.rmtree(self.outer, ignore_errors=True)

    def write(self, name, content):
        path = self.here / name
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
        path.write_text(text, encoding="utf-8")
        return path

    def school(self, **changes):
        """Plan, risk map and scenario of a small school; `changes` are members of the scenario."""
        self.write("school.plan.json", PLAN)
        self.write("school.risk.json", RISKS)
        return self.write("drill.scenario.json", {**SCENARIO, **changes})

    def finished(self, folder="out", **changes):
        """A finished run of `school(**changes)` in `folder`; it may be changed: it is a copy."""
        shutil.copytree(results_of(self.school(**changes), changes), self.here / folder)
        return self.here / folder

    def summary(self, name="out"):
        return json.loads((self.here / name / "summary.json").read_text(encoding="utf-8"))

    def names(self):
        return sorted(p.name for p in self.here.iterdir())

    def assert_exit(self, result, code):
        self.assertEqual(result.returncode, code, f"stdout:\n{result.stdout}\nstderr:\n{result.stderr}")
