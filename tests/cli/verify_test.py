#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import json
import os
import pathlib
import subprocess
import sys
import unittest

from muster_cli import BAD_INPUT, GOOD, MISSED, SOURCE, CliTest, run

CASES = SOURCE / "tests" / "verification"
# What the test verify.quick has written, where ctest runs both.
QUICK = pathlib.Path(os.environ["MUSTER_QUICK"]) if "MUSTER_QUICK" in os.environ else None


class Verify(CliTest):
    def verify(self, *words, lang="en"):
        return run("verify", "--cases", str(CASES), *words, lang=lang)

    def test_quick_tests_pass_and_every_figure_is_written(self):
        path = QUICK or self.here / "results.json"
        if not QUICK:
            self.assert_exit(self.verify("--quick", "--jobs", "2", "--json", str(path)), GOOD)
        document = json.loads(path.read_text(encoding="utf-8"))
        ran = [t for t in document["tests"] if t["verdict"] not in ("not_run", "not_applicable")]
        self.assertGreater(len(ran), 20)
        for test in ran:
            self.assertTrue(test["figure"], test["id"])

    def test_the_table_is_the_same_for_any_number_of_threads(self):
        words = ["--suite", "imo", "--quick"]
        one, two = self.verify(*words, "--jobs", "1"), self.verify(*words, "--jobs", "3")
        self.assertEqual(one.stdout, two.stdout)

    def test_pages_in_both_languages_with_plots(self):
        result = self.verify("--test", "hydraulic-h2", "--report", str(self.here / "pages"))
        self.assert_exit(result, GOOD)
        for lang, word in (("zh-CN", "验证"), ("en", "erification")):
            page = (self.here / "pages" / f"verify.{lang}.html").read_text(encoding="utf-8")
            self.assertIn(word, page)
            self.assertGreaterEqual(page.count("<figure"), 1)
            self.assertEqual(page.count("<figure"), page.count('src="data:image/png;base64,iVBORw0KGgo'))

    def cfast_run(self, layer_m):
        """A room in which nothing happens, and what CFAST is said to have made of it."""
        folder = self.here / "cfast 结果" / "quiet"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "quiet.in").write_text("&COMP ID='Room' WIDTH=5 DEPTH=4 HEIGHT=3 /\n"
                                         "&VENT TYPE='WALL' COMP_IDS='Room' 'OUTSIDE' BOTTOM=0 TOP=2 WIDTH=0.9 /\n")
        rows = "".join(f"{t},20,{layer_m},0\n" for t in range(0, 65, 5))
        (folder / "quiet_compartments.csv").write_text(
            "Time,ULT_1,HGT_1,ULOD_1\nSimulation Time,Upper Layer Temperature,Layer Height,Optical Density Upper Layer\n"
            "Time,Room,Room,Room\ns,C,m,1/m\n" + rows)
        return folder.parent

    def test_runs_of_cfast_are_compared_room_by_room(self):
        result = self.verify("--cfast", str(self.cfast_run(3)), "--report", str(self.here / "pages"), lang="zh")
        self.assert_exit(result, GOOD)
        self.assertIn("quiet / Room", result.stdout)
        page = (self.here / "pages" / "verify.zh-CN.html").read_text(encoding="utf-8")
        self.assertIn("CFAST 算例逐房间比较", page)
        self.assertEqual(page.count("<figure"), 2)
        path = self.here / "rooms.json"
        self.assert_exit(self.verify("--cfast", str(self.cfast_run(1.5) / "quiet"), "--json", str(path)), MISSED)
        rooms = json.loads(path.read_text(encoding="utf-8"))["tests"]
        self.assertEqual([(r["id"], r["verdict"]) for r in rooms], [("cfast-quiet-Room", "failed")])

    def test_a_folder_without_runs_of_cfast_is_named(self):
        result = self.verify("--cfast", str(self.here))
        self.assert_exit(result, BAD_INPUT)
        self.assertIn(str(self.here), result.stderr)
        self.assert_exit(self.verify("--cfast", str(self.here), "--quick"), BAD_INPUT)

    def test_an_unknown_test_is_named(self):
        result = self.verify("--test", "imo-99")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("imo-99", result.stderr)

    def test_a_folder_without_catalogue_is_named(self):
        result = run("verify", "--cases", str(self.here), lang="en")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn(str(self.here), result.stderr)

    def catalogue(self, **changes):
        test = {"id": "x-1", "label": "X 1", "document": "made up", "clause": "1", "what": "w", "criterion": "c",
                "measure": "greatest_flows", "cases": [], "limits": {"most_error": 0.001}, "seeds": {"quick": 1}, **changes}
        document = {"format": "muster.verification", "schema_version": 1, "suite": "hydraulic", "tests": [test]}
        (self.here / "hydraulic.catalogue.json").write_text(json.dumps(document), encoding="utf-8")
        return run("verify", "--cases", str(self.here), "--quick", lang="en")

    def test_a_test_without_its_limits_fails_and_says_which(self):
        result = self.catalogue()
        self.assert_exit(result, MISSED)
        self.assertIn("k_0", result.stdout)

    def test_a_wrong_figure_fails(self):
        wrong = {"k_0": 9, "k_1": 0.94, "k_2": 1.015, "k_3": 1.09, "k_4": 1.156, "most_error": 0.001}
        self.assert_exit(self.catalogue(limits=wrong), MISSED)
        why = {"zh-CN": "故意", "en": "on purpose"}
        self.assert_exit(self.catalogue(limits=wrong, expected_failure=why), GOOD)

    def test_an_expected_failure_that_passes_is_a_failure(self):
        right = {"k_0": 1.3158, "k_1": 0.9398, "k_2": 1.015, "k_3": 1.0902, "k_4": 1.156, "most_error": 0.001}
        self.assert_exit(self.catalogue(limits=right), GOOD)
        self.assert_exit(self.catalogue(limits=right, expected_failure={"zh-CN": "错", "en": "wrong"}), MISSED)

    def test_bad_catalogues_are_told_with_their_place(self):
        for changes, word in (({"measure": "guess"}, "guess"), ({"cases": ["cases/none.scenario.json"]}, "none.scenario.json"),
                              ({"seeds": {"quick": 0}}, "seeds"), ({"colour": "red"}, "colour")):
            with self.subTest(changes=changes):
                result = self.catalogue(**changes)
                self.assertIn(word, result.stdout + result.stderr)

    def test_committed_cases_are_what_the_author_writes(self):
        author = SOURCE / "tools" / "author" / "author.py"
        subprocess.run([sys.executable, str(author), str(self.here)], check=True, capture_output=True)
        written = sorted(p.relative_to(self.here) for p in self.here.rglob("*.json"))
        self.assertGreater(len(written), 100)
        for path in written:
            self.assertEqual((SOURCE / path).read_bytes(), (self.here / path).read_bytes(), str(path))
        cases = "tests/verification"
        self.assertEqual(sorted(p.name for p in (SOURCE / cases).rglob("*.json")),
                         sorted(p.name for p in (self.here / cases).rglob("*.json")))


if __name__ == "__main__":
    unittest.main()
