# SPDX-License-Identifier: Apache-2.0
"""muster view: files chosen in the window, plans begun in it, and what becomes of an edit when all ends at once."""
import json
import os
import signal
import subprocess
import time
import unittest

from muster_cli import PROGRAM, SOURCE
from view_cli import PATIENCE_S, Screen, ViewTest

TALL = (1000, 960)
WIDER = [{"press": "viewer.mode.edit"}, {"press": "viewer.edit.width:d1"}, {"key": "Ctrl+A"}, {"type": "0.9"},
         {"key": "Enter"}]


def press(*names):
    return [{"press": name} for name in names]


def door(path):
    plan = json.loads(path.read_text(encoding="utf-8"))
    return next(o["clear_width_m"] for o in plan["openings"] if o["id"] == "d1")


class BrowseTest(ViewTest):
    def test_a_file_is_found_through_folders_by_mouse_and_keys(self):
        folder = self.here / "演练 2026"
        folder.mkdir()
        (self.here / ".secret").mkdir()
        (folder / "notes.json").write_text("[]", encoding="utf-8")
        for name in ("two_rooms_drill.scenario.json", "two_rooms_fire.scenario.json"):
            self.library(name.split(".", maxsplit=1)[0])
        for name in self.names():
            if name.endswith(".json"):
                (self.here / name).rename(folder / name)
        self.played([*press("viewer.open", "viewer.browse.row:演练 2026", "viewer.browse.open"),
                     *press("viewer.browse.plans", "viewer.browse.row:two_rooms.plan.json", "viewer.browse.scenarios"),
                     {"screenshot": "list.bmp"}, {"key": "Down"}, {"key": "Enter"},
                     # Opened: its storeys are there. The other one beside it:
                     {"press": "viewer.mode.watch"}, {"key": "Ctrl+O"}, *press("viewer.browse.row:two_rooms_fire.scenario.json"),
                     {"key": "Ctrl+Enter"}, *press("viewer.compare.close"), {"screenshot": "open.bmp"}], lang="zh-CN")
        self.assertNotEqual(self.picture("list.bmp").colours, self.picture("open.bmp").colours)

    def test_keys_go_up_and_give_up(self):
        self.played([{"key": "Ctrl+O"}, {"key": "Backspace"}, {"key": "End"}, {"key": "Home"}, {"key": "Escape"},
                     *press("viewer.new_plan", "viewer.mode.watch")])

    def test_a_plan_is_begun_drawn_and_saved_under_a_free_name(self):
        (self.here / "New plan.plan.json").write_text("{}", encoding="utf-8")
        scenario = self.library("two_rooms_drill")
        self.played([{"key": "E"}, {"key": "Ctrl+N"}, {"press": "viewer.tool.rectangle"}, {"drag": [0, 0, 8, 6]},
                     {"wait_frames": 20}, {"screenshot": "new.bmp"}, {"press": "viewer.edit.save"},
                     {"expect": "New plan2.plan.json"}, {"press": "viewer.mode.watch"}, {"wait_frames": 5}],
                    scenario, size=TALL)
        plan = json.loads((self.here / "New plan2.plan.json").read_text(encoding="utf-8"))
        self.assertEqual(len(plan["spaces"]), 1)
        self.assertEqual(plan["openings"], [])
        self.assertNotIn("two_rooms", json.dumps(plan))
        self.assertEqual((self.here / "New plan.plan.json").read_text(encoding="utf-8"), "{}")


class AutosaveTest(ViewTest):
    """An edit is made and, before it is saved, all ends."""

    def begin(self, steps, screen):
        script = self.write("steps.json", [{"unseen": True}, *steps, {"wait_frames": 5900}])
        self.plan = self.here / self.copy(SOURCE / "floorplans" / "library" / "two_rooms.plan.json")
        self.kept = self.plan.with_name(self.plan.name + ".autosave")
        environment = dict(os.environ, DISPLAY=screen.name, LIBGL_ALWAYS_SOFTWARE="1")
        return subprocess.Popen([PROGRAM, "view", self.plan, "--lang", "en", "--script", script, "--size", "1000x960"],
                                env=environment, cwd=self.here, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def wait_for_kept(self, program):
        end = time.monotonic() + PATIENCE_S
        while not self.kept.exists():
            self.assertIsNone(program.poll(), "ended too early")
            self.assertLess(time.monotonic(), end, "nothing is kept")
            time.sleep(0.1)

    def ended(self, program):
        program.communicate(timeout=PATIENCE_S)
        return program.returncode

    def assert_taken_over(self):
        self.assertEqual(door(self.kept), 0.9)
        self.assertNotEqual(door(self.plan), 0.9)
        self.played([*press("viewer.mode.edit"), {"expect": "autosave"}, *press("viewer.edit.restore", "viewer.edit.save"),
                     {"expect": "Saved"}], self.plan, size=TALL)
        self.assertEqual(door(self.here / "two_rooms.edited.plan.json"), 0.9)
        self.assertFalse(self.kept.exists())

    def end_by(self, end):
        screen = Screen()
        try:
            program = self.begin(WIDER, screen)
            self.wait_for_kept(program)
            end(program, screen)
            return self.ended(program)
        finally:
            screen.close()

    def test_a_killed_program_loses_no_edit(self):
        self.assertEqual(self.end_by(lambda program, screen: program.kill()), -signal.SIGKILL)
        self.assert_taken_over()

    def test_a_lost_screen_loses_no_edit(self):
        self.assertNotIn(self.end_by(lambda program, screen: screen.server.kill()), (-signal.SIGSEGV, -signal.SIGABRT))
        self.assert_taken_over()

    def test_a_program_asked_to_end_keeps_what_is_not_kept_yet(self):
        def end(program, screen):
            self.kept.unlink()
            program.terminate()
        self.end_by(end)
        self.assert_taken_over()

    def test_what_was_found_and_not_answered_is_not_written_over(self):
        self.end_by(lambda program, screen: program.kill())
        again = [*press("viewer.mode.edit", "viewer.edit.width:e1"), {"key": "Ctrl+A"}, {"type": "1.1"}, {"key": "Enter"},
                 {"wait_frames": 100}, *press("viewer.edit.save"), {"expect": "Saved"}]
        self.played(again, self.plan, size=TALL)
        aside = self.kept.with_name(self.kept.name + ".1")
        self.assertEqual(door(aside), 0.9)
        self.assertFalse(self.kept.exists())
        self.played([*press("viewer.mode.edit"), {"expect": aside.name}, *press("viewer.edit.discard")], self.plan, size=TALL)
        self.assertFalse(aside.exists())


if __name__ == "__main__":
    unittest.main()
