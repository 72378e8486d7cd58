#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""muster compare: form F17 of finished runs, paired by seed."""
import csv
import io
import json
import unittest

from muster_cli import BAD_INPUT, GOOD, HAS_DOCX, SOURCE, CliTest, run

LIBRARY = (SOURCE / "scenarios" / "library").resolve()


class Compare(CliTest):
    def made(self, name, seed=1, runs=8, **changes):
        scenario = json.loads((LIBRARY / "two_rooms_drill.scenario.json").read_text(encoding="utf-8"))
        scenario["plan"] = str((LIBRARY / scenario["plan"]).resolve())
        scenario["risk_map"] = str(LIBRARY / scenario["risk_map"])
        for group in scenario["people"]:
            group["count"] = 40
        scenario.update(changes)
        path = self.here / f"{name}.scenario.json"
        path.write_text(json.dumps(scenario, ensure_ascii=False), encoding="utf-8")
        done = run("run", path, "--seed", seed, "--runs", runs, "--jobs", 2, "--out", self.here / name, "--quiet")
        self.assertEqual(done.returncode, GOOD, done.stderr)
        return self.here / name

    narrowed = [{"at_s": 0, "kind": "obstruct_opening", "opening": "e1", "clear_width_m": 0.6}]

    def test_clearing_an_exit_is_recommended(self):
        today, cleared = self.made("today", incidents=self.narrowed), self.made("cleared")
        done = run("compare", today, cleared, "--out", self.here / "f17")
        self.assertEqual(done.returncode, GOOD, done.stderr)
        self.assertIn("recommended", done.stdout)
        self.assertIn("no longer: 0 s:", done.stdout)
        text = (self.here / "f17" / "F17.csv").read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text)))
        self.assertEqual(len(rows), 3)
        self.assertEqual(rows[0][0], "方案")
        self.assertEqual(rows[2][next(i for i, cell in enumerate(rows[0]) if "费用" in cell)], "")  # for a person
        for lang in ("zh-CN", "en"):
            page = (self.here / "f17" / f"report.{lang}.html").read_text(encoding="utf-8")
            self.assertEqual(page.count("data:image/png"), 2)
            self.assertNotIn("compare.", page)
        if HAS_DOCX:
            papers = [p.name for p in (self.here / "f17" / "documents").iterdir()]
            self.assertEqual(sorted({p.split(".")[-1] for p in papers if p.startswith("F17_")}), ["docx", "xlsx"])
        # Refused without --force, replaced with it.
        self.assertEqual(run("compare", today, cleared, "--out", self.here / "f17").returncode, BAD_INPUT)
        self.assertEqual(run("compare", today, cleared, "--out", self.here / "f17", "--force").returncode, GOOD)

    def test_a_run_against_itself_shows_no_difference(self):
        today = self.made("today", runs=6)
        done = run("compare", today, today)
        self.assertIn("no significant difference", done.stdout)
        self.assertIn("the same as the base", done.stdout)

    def test_only_common_seeds_count(self):
        done = run("compare", self.made("a", runs=3), self.made("b", seed=2, runs=3))
        self.assertEqual(done.returncode, GOOD)
        self.assertIn("common seeds 2", done.stdout)
        self.assertIn("were left out", done.stdout)
        self.assertIn("too few runs", done.stdout)
        done = run("compare", self.here / "a", self.made("c", seed=9, runs=1))
        self.assertEqual(done.returncode, BAD_INPUT)
        self.assertIn("no seed in common", done.stderr)

    def test_a_folder_without_figures_is_a_finding(self):
        today = self.made("today", runs=1)
        summary = json.loads((today / "summary.json").read_text(encoding="utf-8"))
        del summary["runs"][0]["peak_density_per_m2"]
        (today / "summary.json").write_text(json.dumps(summary), encoding="utf-8")
        done = run("compare", today, today)
        self.assertEqual(done.returncode, BAD_INPUT)
        self.assertIn("stored.no_figures", done.stderr)
        self.assertEqual(run("compare", today, self.here / "nothing").returncode, BAD_INPUT)


if __name__ == "__main__":
    unittest.main()
