#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""muster rectify on a small school: what is proposed, what is run, what lies in the folder."""
import csv
import io
import json
import unittest

from muster_cli import BAD_INPUT, GOOD, SOURCE, CliTest, run

LIBRARY = (SOURCE / "scenarios" / "library").resolve()


class Rectify(CliTest):
    def school(self, **changes):
        """The two rooms of the library, full, their only exit narrowed by something that stands in it."""
        scenario = json.loads((LIBRARY / "two_rooms_drill.scenario.json").read_text(encoding="utf-8"))
        scenario["plan"] = str((LIBRARY / scenario["plan"]).resolve())
        scenario["risk_map"] = str(LIBRARY / scenario["risk_map"])
        for group in scenario["people"]:
            group["count"] = 40
        scenario["incidents"] = [{"at_s": 0, "kind": "obstruct_opening", "opening": "e1", "clear_width_m": 0.6}]
        scenario.update(changes)
        path = self.here / "school.scenario.json"
        path.write_text(json.dumps(scenario, ensure_ascii=False, indent=1), encoding="utf-8")
        return path

    def items(self, *arguments, code=GOOD):
        done = run("rectify", *arguments, "--out", self.here / "changes", "--force")
        self.assertEqual(done.returncode, code, done.stderr)
        return json.loads((self.here / "changes" / "items.json").read_text(encoding="utf-8"))

    def test_clearing_the_only_exit_is_the_first_item_and_significant(self):
        file = self.items(self.school(), "--runs", 12, "--jobs", 2)
        self.assertEqual((file["format"], file["schema_version"]), ("muster.rectification", 1))
        self.assertEqual(file["seeds"], list(range(1, 13)))
        first = file["items"][0]
        self.assertEqual((first["id"], first["rank"]), ("e1/clear_way", 1))
        self.assertTrue(first["significant"])
        out = first["gain"]["last_out_of_building"]
        self.assertLess(out["after_median"], out["before_median"])
        self.assertLess(out["high"], 0)
        self.assertEqual(out["evidence"], "lower")
        self.assertIsNone(first["cost"])
        self.assertIn("净宽", first["description"]["zh-CN"])
        folder = self.here / "changes"
        for item in file["items"]:
            for name in (item["plan"], item["scenario"]):
                if name:
                    self.assertEqual(run("check", folder / name).returncode, GOOD, name)
        again = run("run", folder / first["scenario"], "--seed", 1, "--out", self.here / "again", "--quiet")
        self.assertEqual(again.returncode, GOOD, again.stderr)
        with (folder / "hazards.csv").open("rb") as raw:
            text = raw.read()
        self.assertTrue(text.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
        self.assertEqual(len(rows), 1 + len(file["items"]))
        for lang in ("zh-CN", "en"):
            page = (folder / f"report.{lang}.html").read_text(encoding="utf-8")
            self.assertNotIn("rectify.", page)  # every text was found

    def test_the_same_seeds_give_the_same_file(self):
        scenario = self.school()
        first = self.items(scenario, "--runs", 2)
        self.assertEqual(first, self.items(scenario, "--runs", 2, "--jobs", 2))
        self.assertFalse(any(item["significant"] for item in first["items"]))  # two seeds say nothing

    def test_a_locked_exit_comes_first_and_no_door_is_widened_beyond_its_wall(self):
        plan = json.loads((LIBRARY / "../../floorplans/library/two_rooms.plan.json").resolve().read_text(encoding="utf-8"))
        plan["spaces"].append({"id": "west", "level": "F1", "name": "West", "use": "grounds", "outdoor": True,
                               "area": [[-12, -6], [-0.24, -6], [-0.24, 22], [-12, 22]]})
        plan["openings"].append({"id": "e2", "between": ["corridor", "west"], "at": [[-0.12, 7.69], [-0.12, 9.19]],
                                 "clear_width_m": 1.5, "kind": "door", "state": "locked"})
        for opening in plan["openings"]:
            if opening["id"] == "e1":  # as wide as the corridor
                opening.update(at=[[18.36, 7.24], [18.36, 9.64]], clear_width_m=2.4)
        (self.here / "locked.plan.json").write_text(json.dumps(plan), encoding="utf-8")
        file = self.items(self.school(plan="locked.plan.json", incidents=[]), "--runs", 2)
        ids = [item["id"] for item in file["items"]]
        self.assertEqual(ids[0], "e2/open_exit")
        self.assertIn("d2/widen_door", ids)
        self.assertNotIn("e1/widen_door", ids)

    def test_from_a_finished_run(self):
        run("run", self.school(), "--seed", 5, "--out", self.here / "done", "--quiet")
        file = self.items(self.here / "done", "--runs", 1)
        self.assertEqual(file["seeds"], [5])
        self.assertIn("e1/clear_way", [item["id"] for item in file["items"]])

    def test_out_of_budget_is_said(self):
        file = self.items(self.school(), "--runs", 1, "--budget", 0, "--rules", "none")
        self.assertEqual({item["standing"] for item in file["items"]}, {"not_simulated"})

    def test_bad_input(self):
        done = run("rectify", self.here / "nothing.json", "--out", self.here / "x")
        self.assertEqual(done.returncode, BAD_INPUT)
        self.assertFalse((self.here / "x").exists())
        self.assertEqual(run("rectify", self.school()).returncode, BAD_INPUT)


if __name__ == "__main__":
    unittest.main()
