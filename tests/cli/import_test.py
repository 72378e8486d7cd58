#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import json
import unittest

from muster_cli import BAD_INPUT, GOOD, SOURCE, CliTest, run

DRAWINGS = SOURCE.parent / "shared" / "data" / "plans" / "aislab_schools"


class Import(CliTest):
    def drawings(self, *names):
        files = [path for name in names for path in DRAWINGS.rglob(name)]
        if len(files) != len(names):
            self.skipTest(f"no {', '.join(names)} below {DRAWINGS}")
        return files

    def test_a_school_of_two_storeys_is_imported_checked_and_run(self):
        files = self.drawings("Valleceppi_P0_updated.xml", "Valleceppi_P1_updated.xml")
        plan, scenario = self.here / "v.plan.json", self.here / "v.scenario.json"
        result = run("import", "aislab", *files, "-o", plan, "--scenario", scenario)
        self.assert_exit(result, GOOD)
        self.assertIn("Assumptions", result.stdout)
        self.assertTrue(json.loads(plan.read_text(encoding="utf-8"))["assumptions"])
        self.assert_exit(run("check", plan, scenario), GOOD)
        self.assert_exit(run("run", scenario, "--out", self.here / "out", "--quiet"), GOOD)
        again = run("import", "aislab", *files, "-o", plan)
        self.assert_exit(again, BAD_INPUT)
        self.assertIn("--force", again.stderr)

    def test_what_is_no_drawing_is_refused_and_nothing_is_written(self):
        for content in ("", "<building", '{"format": "muster.plan"}'):
            result = run("import", "aislab", self.write("x.xml", content), "-o", self.here / "x.json")
            self.assert_exit(result, BAD_INPUT)
            self.assertIn("x.xml", result.stderr)
        self.assert_exit(run("import", "aislab", self.here / "missing.xml", "-o", self.here / "x.json"), BAD_INPUT)
        self.assertEqual(self.names(), ["x.xml"])


if __name__ == "__main__":
    unittest.main()
