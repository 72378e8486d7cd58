# SPDX-License-Identifier: Apache-2.0
"""muster view: the window played from scripts, on a screen of its own."""
import json
import sys
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, MISSED, SOURCE, run
from view_cli import LIBRARY, ViewTest

sys.path.insert(0, str(SOURCE / "tests" / "view"))
from scenes import SCENES, SIZE  # noqa: E402

SCENARIOS = ["canteen_kitchen_fire", "dormitory_night_fire", "kindergarten_drill", "primary_by_storey",
             "secondary_drill", "secondary_chlorine_leak", "two_rooms_quake_rare", "two_rooms_fire"]
TALL = (1000, 960)  # the whole of a long panel is seen


def press(*names):
    return [{"press": name} for name in names]


def shot(name):
    return [{"screenshot": name}]


class SeeTest(ViewTest):
    def test_every_plan_of_the_library_opens(self):
        plans = sorted((SOURCE / "floorplans" / "library").glob("*.plan.json"))
        steps = []
        for i, plan in enumerate(plans):
            steps += [{"open": str(plan)}, *shot(f"{i}.bmp")]
        self.played(steps)
        pictures = [self.picture(f"{i}.bmp") for i in range(len(plans))]
        for plan, picture in zip(plans, pictures):
            self.assert_not_blank(picture, plan.name)
        for one, next_one in zip(pictures, pictures[1:]):
            self.assertNotEqual(one.colours, next_one.colours)

    def test_scenarios_open_and_are_seen_at_another_moment(self):
        steps = []
        for name in SCENARIOS:
            steps += [{"open": str(LIBRARY / f"{name}.scenario.json")}, *shot(f"{name}.0.bmp"), {"seek_s": 8},
                      *shot(f"{name}.8.bmp")]
        self.played(steps)
        for name in SCENARIOS:
            before, after = self.picture(f"{name}.0.bmp"), self.picture(f"{name}.8.bmp")
            self.assert_not_blank(after, name)
            self.assertNotEqual(before.colours, after.colours, name)

    def test_all_storeys_side_by_side_and_stacked_and_every_layer(self):
        steps = [{"seek_s": 20}, *press("viewer.side_by_side"), *shot("side.bmp"), *press("viewer.stacked"),
                 *shot("stacked.bmp"), *press("viewer.level:F2", "viewer.layer.trails", "viewer.layer.routes"),
                 {"key": "C"}, *press("viewer.heat", "viewer.heat:0"), *shot("layers.bmp"), {"key": "F1"},
                 *shot("help.bmp")]
        self.played(steps, LIBRARY / "kindergarten_drill.scenario.json")
        pictures = [self.picture(f"{name}.bmp") for name in ("side", "stacked", "layers", "help")]
        for one, next_one in zip(pictures, pictures[1:]):
            self.assert_not_blank(one)
            self.assertNotEqual(one.colours, next_one.colours)

    def test_two_scenarios_are_compared_side_by_side(self):
        steps = [{"seek_s": 400}, {"wait_frames": 30}, *shot("two.bmp"), *press("viewer.compare.use:0"),
                 *press("viewer.compare.close"), *shot("one.bmp")]
        self.played(steps, LIBRARY / "two_rooms_drill.scenario.json", LIBRARY / "two_rooms_fire.scenario.json")
        self.assert_not_blank(self.picture("two.bmp"))
        self.assertNotEqual(self.picture("two.bmp").colours, self.picture("one.bmp").colours)

    def test_the_language_is_changed_without_a_restart(self):
        steps = [*shot("en.bmp"), *press("viewer.language"), *shot("中文.bmp"), {"expect": "图片已保存"},
                 *press("viewer.language"), *shot("again.bmp"), {"expect": "Picture saved"}]
        self.played(steps, LIBRARY / "two_rooms_drill.scenario.json")
        self.assertNotEqual(self.picture("en.bmp").colours, self.picture("中文.bmp").colours)


class ApprovedTest(ViewTest):
    def test_the_window_looks_from_afar_as_it_was_approved(self):
        approved = json.loads((SOURCE / "tests" / "view" / "approved" / "palettes.json").read_text())
        for name, lang, scenario, steps in SCENES:
            self.played([*steps, *shot("scene.bmp")], LIBRARY / f"{scenario}.scenario.json", lang=lang, size=SIZE)
            picture = self.picture("scene.bmp")
            self.assertEqual((picture.width, picture.height), SIZE)
            now, then = picture.palette(), approved[name]
            apart = sum(abs(now.get(c, 0) - then.get(c, 0)) for c in now.keys() | then.keys())
            self.assertLess(apart, 0.1, f"{name}: {now} was {then}")


class ChangeTest(ViewTest):
    def saved(self, name, changes, steps, **how):
        """What was done in the window becomes a scenario, and that runs."""
        scenario = self.library(name)
        self.played([*steps, *press(*changes, "viewer.save_scenario"), {"expect": "Saved"}], scenario, size=TALL, **how)
        kept = self.here / f"{name}.changed.scenario.json"
        incidents = json.loads(kept.read_text(encoding="utf-8"))["incidents"]
        result = run("run", kept, "--out", self.here / "out", "--quiet")
        self.assertIn(result.returncode, (GOOD, MISSED), result.stderr)
        return incidents

    def test_whatever_is_pressed_becomes_an_incident_of_a_scenario_that_runs(self):
        steps = [{"seek_s": 2}, *press("viewer.tab.change", "viewer.do.alarm", "viewer.do.silence", "viewer.do.alarm",
                                       "viewer.do.lights_out", "viewer.do.lights_on", "viewer.order.class",
                                       "viewer.do.fire_at_risk", "viewer.do.fire_at_risk:switch"),
                 {"press_plan": [16.9, 7.12]},
                 *press("viewer.do.close", "viewer.do.open", "viewer.do.jam", "viewer.do.free", "viewer.do.guide",
                        "viewer.do.no_guide", "viewer.do.lock"),
                 {"press_plan": [17.0, 6.4]}, *press("viewer.do.fall", "viewer.do.dark_here", "viewer.do.close_space"),
                 *press("viewer.do.class", "viewer.do.class:c1"), *shot("changed.bmp")]
        incidents = self.saved("two_rooms_drill", ["viewer.do.hold", "viewer.do.release"], steps)
        kinds = [i["kind"] for i in incidents]
        self.assertEqual(len(kinds), 19, kinds)
        self.assertEqual([i["at_s"] for i in incidents], sorted(i["at_s"] for i in incidents))

    def test_a_class_is_sent_to_another_stair_and_that_is_taken_back(self):
        steps = [{"seek_s": 2}, *press("viewer.tab.change", "viewer.do.class", "viewer.do.class:class_6_2",
                                       "viewer.do.send:ST_E", "viewer.do.send:ST_W", "viewer.undo",
                                       "viewer.do.shake", "viewer.undo", "viewer.redo")]
        incidents = self.saved("primary_drill", [], steps)
        self.assertEqual([i["kind"] for i in incidents], ["send_group", "start_shaking"])

    def test_a_moment_gone_by_is_changed(self):
        steps = [{"seek_s": 30}, {"seek_s": 5}, *press("viewer.tab.change"), {"press_plan": [16.9, 7.12]}]
        incidents = self.saved("two_rooms_drill", ["viewer.do.lock"], steps)
        self.assertEqual(len(incidents), 1)
        self.assertLess(abs(incidents[0]["at_s"] - 5), 0.2)


class EditTest(ViewTest):
    def plan(self, name):
        return json.loads((self.here / name).read_text(encoding="utf-8"))

    def test_a_door_width_in_the_table_changes_that_width_and_nothing_else(self):
        scenario = self.library("two_rooms_drill")
        self.played([*press("viewer.mode.edit", "viewer.edit.width:d1"), {"key": "Ctrl+A"}, {"type": "0.9"},
                     {"key": "Enter"}, *shot("table.bmp"), *press("viewer.edit.save"), {"expect": "Saved"}],
                    scenario, size=TALL)
        before, after = self.plan("two_rooms.plan.json"), self.plan("two_rooms.edited.plan.json")
        door = next(o for o in after["openings"] if o["id"] == "d1")
        self.assertEqual(door["clear_width_m"], 0.9)
        was = next(o for o in before["openings"] if o["id"] == "d1")
        (x0, y0), (x1, y1) = door["at"]
        self.assertAlmostEqual(abs(x1 - x0) + abs(y1 - y0), 0.9, places=6)
        door["clear_width_m"], door["at"] = was["clear_width_m"], was["at"]
        self.assertEqual(before, after)
        self.played(shot("again.bmp"), self.here / "two_rooms.edited.plan.json")
        self.assertEqual(run("check", self.here / "two_rooms.edited.plan.json").returncode, GOOD)

    def test_a_room_and_its_door_are_drawn_without_an_error_left(self):
        scenario = self.library("two_rooms_drill")
        self.played([*press("viewer.mode.edit", "viewer.tool.rectangle"), {"drag": [2, 9.88, 8, 14]},
                     *press("viewer.tool.opening"), {"press_plan": [5, 9.76]}, {"wait_frames": 20},
                     *shot("drawn.bmp"), *press("viewer.edit.save"), {"expect": "Saved"}], scenario, size=TALL)
        before, after = self.plan("two_rooms.plan.json"), self.plan("two_rooms.edited.plan.json")
        self.assertEqual(len(after["spaces"]), len(before["spaces"]) + 1)
        self.assertEqual(len(after["openings"]), len(before["openings"]) + 1)
        self.assertEqual(after["spaces"][:len(before["spaces"])], before["spaces"])
        checked = run("check", self.here / "two_rooms.edited.plan.json")
        self.assertEqual(checked.returncode, GOOD, checked.stdout + checked.stderr)

    def test_the_edited_plan_is_tried_by_the_same_people_and_undone(self):
        scenario = self.library("two_rooms_drill")
        self.played([*press("viewer.mode.edit", "viewer.edit.width:e1"), {"key": "Ctrl+A"}, {"type": "0.8"},
                     {"key": "Enter"}, {"wait_frames": 20}, *press("viewer.edit.try"), {"seek_s": 6}, *shot("tried.bmp"),
                     *press("viewer.mode.edit", "viewer.undo", "viewer.edit.save"), {"expect": "Saved"}],
                    scenario, size=TALL)
        self.assertEqual(self.plan("two_rooms.plan.json"), self.plan("two_rooms.edited.plan.json"))


class LessonTest(ViewTest):
    def test_a_lesson_from_the_two_ways_to_the_questions_and_the_card(self):
        answers = [f"viewer.quiz:{i}:0" for i in range(2)]
        steps = [{"key": "L"}, *press("viewer.lesson.near_stair"), {"seek_s": 900}, {"wait_frames": 60},
                 *press("viewer.lesson.by_class"), {"seek_s": 900}, {"wait_frames": 60}, *shot("lesson.bmp"),
                 *press("viewer.lesson.quiz", *answers), *shot("quiz.bmp"), {"press": "viewer.lesson.close_quiz"},
                 *press("viewer.lesson.class", "viewer.lesson.class:middle_2", "viewer.lesson.card"),
                 {"expect": "路线卡已保存"}]
        self.played(steps, self.library("kindergarten_drill"), lang="zh-CN", size=TALL)
        self.assertNotEqual(self.picture("lesson.bmp").colours, self.picture("quiz.bmp").colours)
        cards = list(self.here.glob("*middle_2*.html"))
        self.assertEqual(len(cards), 1, self.names())
        self.assertIn("中二班", cards[0].read_text(encoding="utf-8"))


class FaultTest(ViewTest):
    def test_names_in_chinese(self):
        scenario = self.library("two_rooms_drill")
        names, folder = self.names(), self.here / "中文目录"
        folder.mkdir()
        for name in names:
            (self.here / name).rename(folder / name)
        drill = (folder / scenario.name).rename(folder / "演练.scenario.json")
        self.played([{"seek_s": 2}, *press("viewer.tab.change", "viewer.do.lights_out", "viewer.save_scenario"),
                     {"expect": "演练.changed.scenario.json"}, *shot("中文目录/屏幕.bmp")], drill, lang="zh-CN", size=TALL)
        self.assertTrue((folder / "演练.changed.scenario.json").exists())
        self.assert_not_blank(self.picture("中文目录/屏幕.bmp"))

    def test_a_broken_or_missing_file_is_told_and_opens_no_window(self):
        broken = self.write("broken.scenario.json", '{"format": "muster.scenario", "people": [')
        for path, word in ((broken, "broken"), (self.here / "缺.scenario.json", "缺")):
            result = self.play([], path)
            self.assertEqual(result.returncode, BAD_INPUT, result.stderr)
            self.assertIn(word, result.stderr)

    def test_a_file_that_cannot_be_opened_leaves_what_is_open(self):
        scenario = self.library("two_rooms_drill")
        broken = self.write("broken.plan.json", "[1, 2")
        self.played([{"seek_s": 3}, {"open": str(broken)}, {"expect": "broken"}, {"open": "nowhere.scenario.json"},
                     {"expect": "nowhere"}, *press("viewer.tab.change", "viewer.do.alarm", "viewer.save_scenario"),
                     {"expect": "Saved"}], scenario, size=TALL)

    def test_without_a_screen_it_says_so(self):
        result = self.play([], LIBRARY / "two_rooms_drill.scenario.json", display=False)
        self.assertEqual(result.returncode, COULD_NOT_RUN, result.stderr)
        self.assertIn("DISPLAY", result.stderr)
        self.assertIn("DISPLAY", self.play([], lang="zh-CN", display=False).stderr)

    def test_steps_that_cannot_be_played_end_with_their_reason(self):
        scenario = LIBRARY / "two_rooms_drill.scenario.json"
        for steps, reason in (([{"wait_until_s": 50}], "50"), ([{"key": "Nonsense"}], "Nonsense")):
            result = self.play(steps, scenario)
            self.assertEqual(result.returncode, MISSED, result.stderr)
            self.assertIn(reason, result.stderr)
        self.assertEqual(self.play([{"seek_s": 5}]).returncode, MISSED)
        result = self.play([{"jump": 3}], scenario)
        self.assertEqual(result.returncode, BAD_INPUT)
        self.assertIn("jump", result.stderr)

    def test_without_a_font_it_names_the_package_and_works_in_english(self):
        empty = self.here / "fonts.conf"
        empty.write_text('<?xml version="1.0"?>\n<fontconfig></fontconfig>\n', encoding="utf-8")
        result = self.played([{"expect": "fonts-noto-cjk"}, {"seek_s": 5}, *press("viewer.tab.change", "viewer.do.alarm",
                              "viewer.language"), {"wait_frames": 3}, *shot("latin.bmp"), *press("viewer.save_scenario"),
                              {"expect": "Saved"}, *press("viewer.mode.edit", "viewer.mode.lesson"), *shot("lesson.bmp")],
                             self.library("two_rooms_drill"), lang="zh-CN", size=TALL,
                             variables={"FONTCONFIG_FILE": str(empty)})
        self.assertIn("fonts-noto-cjk", result.stderr)
        self.assert_not_blank(self.picture("latin.bmp"))

    def test_nothing_open_shows_the_way_to_open_something(self):
        self.played([{"wait_frames": 3}, *shot("welcome.bmp"), {"key": "F1"}, {"key": "Space"}, {"key": "L"}])
        self.assertGreater(len(self.picture("welcome.bmp").colours), 20)


if __name__ == "__main__":
    unittest.main()
