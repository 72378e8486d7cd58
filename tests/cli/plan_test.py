#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import csv
import io
import json
import unittest

from muster_cli import BAD_INPUT, GOOD, MISSED, SOURCE, CliTest, run

LIBRARY = SOURCE / "scenarios" / "library"


class Plan(CliTest):
    def plan(self, scenario, *more, runs=6, evaluations=400):
        return run("plan", LIBRARY / f"{scenario}.scenario.json", "-o", self.here / "new.scenario.json", "--out",
                   self.here / "plan", "--runs", runs, "--evaluations", evaluations, *more)

    def result(self):
        return json.loads((self.here / "plan" / "plan.json").read_text(encoding="utf-8"))

    def written(self):
        folder = self.here / "plan"
        return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}

    def test_a_plan_is_written_whole_and_its_scenario_is_sound(self):
        made = self.plan("kindergarten_drill", "--use", "dismissal")
        self.assertIn(made.returncode, (GOOD, MISSED), made.stderr)
        plan = self.result()
        self.assertEqual(len(plan["classes"]), 6)
        for row in plan["classes"]:
            self.assertEqual(row["release_delay_s"] % 5, 0)
            self.assertGreater(row["out_of_building_s"], 0)
            self.assertGreaterEqual(row["at_spot_s"], row["out_of_building_s"])
        for stair in {row["stair"] for row in plan["classes"]}:
            if stair:
                orders = sorted(row["order"] for row in plan["classes"] if row["stair"] == stair)
                self.assertEqual(orders, list(range(1, len(orders) + 1)))
        kinds = [v["variant"] for v in plan["variants"]]
        self.assertEqual(kinds[0], "today")
        self.assertIn("proposal", kinds)
        self.assertIn(plan["real_day"], kinds)
        self.assertEqual(len(kinds), len(set(kinds)))
        self.assertTrue(any(p["duty"] == "assembly" for p in plan["posts"]))
        times = [t["at_s"] for t in plan["timeline"]]
        self.assertEqual(times, sorted(times))
        self.assertEqual(made.returncode == GOOD, plan["verdict"] == "better")
        self.assert_exit(run("check", self.here / "new.scenario.json"), GOOD)
        new = json.loads((self.here / "new.scenario.json").read_text(encoding="utf-8"))
        delays = {p["id"]: p.get("release_delay_s", 0) for p in new["people"]}
        planned = {row["class"]: row["release_delay_s"] for row in plan["classes"]}
        if plan["verdict"] == "better":
            self.assertEqual(delays, planned)
            self.assertEqual(new["mode"], "dismissal")
        else:
            self.assertEqual(set(delays.values()), {0})
        for form, columns in (("F2", 14), ("F3", 7), ("F4", 5)):
            for lang in ("zh-CN", "en"):
                data = (self.here / "plan" / f"{form}.{lang}.csv").read_bytes()
                self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
                rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
                self.assertTrue(all(len(r) == columns for r in rows), (form, lang))
        self.assertIn("Today&#39;s plan", (self.here / "plan" / "report.en.html").read_text(encoding="utf-8"))

    def paper(self, folder, form):
        """The Chinese page of a form, and what stands before its first table."""
        page = next(p for p in folder.glob(f"{form}_*.html") if not p.name.isascii()).read_text(encoding="utf-8")
        return page, page[:page.index("<table")]

    def test_after_an_alarm_nobody_waits(self):
        for use in ("fire", "drill"):
            made = self.plan("kindergarten_drill", "--use", use, "--force", runs=1, evaluations=200)
            self.assert_exit(made, MISSED)  # one run tells nothing: today's ways, everybody at once
            plan = self.result()
            self.assertEqual(plan["use"], use)
            self.assertEqual({row["release_delay_s"] for row in plan["classes"]}, {0})
            self.assertIn(plan["real_day"], [v["variant"] for v in plan["variants"]])
            new = json.loads((self.here / "new.scenario.json").read_text(encoding="utf-8"))
            self.assertEqual(new["release"]["policy"], "all_at_once")
            self.assertEqual(sum(p["duty"] == "landing" for p in plan["posts"]), 2)  # each stair has one
            staff = plan["staff"]
            self.assertEqual(staff["lacking"], len(plan["posts"]) - staff["others"])
            self.assertIn(f"{staff['lacking']} are lacking", made.stdout)
            page, _ = self.paper(self.here / "plan" / "documents", "F1")
            for never in ("3 米", "一班走完再放下一班", "本班放行口令", "在门内等候"):
                self.assertNotIn(never, page)
            self.assertIn("由学校设定", page)  # the guide's two minutes are not a kindergarten's

    def test_papers_of_a_dismissal_begin_with_the_real_day_and_have_no_alarm_of_their_own(self):
        made = self.plan("kindergarten_drill", "--use", "dismissal", "--lang", "zh-CN")
        self.assert_exit(made, GOOD)
        plan = self.result()
        real = next(v for v in plan["variants"] if v["variant"] == plan["real_day"])
        figure = f"出楼 {real['last_out_of_building_s']['median']:.0f} 秒"
        self.assertIn(figure, made.stdout)
        folder = self.here / "plan" / "documents"
        self.assertEqual({p.name.split("_")[0] for p in folder.glob("*.html")}, {"F1", "F2", "F3", "F4", "F17"})
        for form in ("F1", "F2", "F3", "F4", "F17"):
            page, first = self.paper(folder, form)
            self.assertIn(figure, first, form)
            self.assertNotIn("疏散信号", page, form)
        self.assert_exit(run("run", self.here / "new.scenario.json", "--out", self.here / "run", "-q"), GOOD)
        self.assert_exit(run("documents", self.here / "run", "--formats", "html", "--lang", "zh-CN"), GOOD)
        names = {p.name.split("_")[0] for p in (self.here / "run" / "documents").iterdir()}
        self.assertFalse(names & {"F5", "F6", "F7"})
        _, first = self.paper(self.here / "run" / "documents", "F1")
        self.assertIn("没有随本次运行预演", first)  # one run is not the real day

    def test_the_same_seed_gives_the_same_bytes(self):
        self.plan("kindergarten_drill", "--jobs", 1)
        first = self.written()
        scenario = (self.here / "new.scenario.json").read_bytes()
        refused = self.plan("kindergarten_drill")
        self.assert_exit(refused, BAD_INPUT)
        self.plan("kindergarten_drill", "--jobs", 2, "--force")
        again = self.written()
        self.assertEqual(first.keys(), again.keys())
        self.assertEqual([name for name in first if first[name] != again[name]], [])
        self.assertEqual(scenario, (self.here / "new.scenario.json").read_bytes())

    def test_too_few_runs_keep_todays_plan_and_say_so(self):
        made = self.plan("kindergarten_drill", "--use", "dismissal", runs=2)
        self.assert_exit(made, MISSED)
        self.assertIn("Too few runs", made.stdout)

    def test_a_search_cut_short_says_so(self):
        made = self.plan("kindergarten_drill", "--budget", 1, evaluations=100_000_000)
        self.assertTrue(self.result()["search"]["cut_short"])
        self.assertIn("stopped by the time given", made.stderr)

    def test_nobody_to_plan_for_is_said_and_nothing_is_left(self):
        scenario = json.loads((LIBRARY / "two_rooms_drill.scenario.json").read_text(encoding="utf-8"))
        for key in ("plan", "risk_map"):
            scenario[key] = str((LIBRARY / scenario[key]).resolve())
        for group in scenario["people"]:
            group["sets_off_s"] = 0
        path = self.here / "alone.scenario.json"
        path.write_text(json.dumps(scenario, ensure_ascii=False), encoding="utf-8")
        made = run("plan", path, "-o", self.here / "new.scenario.json", "--out", self.here / "plan")
        self.assert_exit(made, BAD_INPUT)
        self.assertIn("Nobody to plan for", made.stderr)
        self.assertEqual([p.name for p in self.here.iterdir()], ["alone.scenario.json"])


if __name__ == "__main__":
    unittest.main()
