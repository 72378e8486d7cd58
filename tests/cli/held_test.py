# SPDX-License-Identifier: Apache-2.0
"""Who does not get out is the first line of everything: run, tables, report, ledger, rectification."""
import json
import unittest

from muster_cli import GOOD, MISSED, SOURCE, CliTest, run

FAULTS = SOURCE / "tests" / "faults"


class HeldTest(CliTest):
    def rehearse(self, case, out="out"):
        result = run("run", FAULTS / case / "s.scenario.json", "--seed", "1", "--out", self.here / out, lang="en")
        self.assert_exit(result, MISSED)
        return result

    def first_place(self, out="out"):
        return json.loads((self.here / out / "bottlenecks.json").read_text("utf-8"))["bottlenecks"][0]

    def test_a_crowd_at_a_locked_exit(self):
        said = self.rehearse("locked_crowd").stdout
        self.assertIn("92 people did not get out", said)
        place = self.first_place()
        self.assertEqual((place["place"], place["held"]["shut"]), ("e", 92))
        table = (self.here / "out" / "bottlenecks.csv").read_text("utf-8-sig").splitlines()
        self.assertIn(',"92",', table[1])
        page = (self.here / "out" / "report.en.html").read_text("utf-8")
        self.assertTrue("92 person(s) did not get out" in page)
        self.assertLess(page.index("What held them: h – yard: 92"), page.index("(form F16)"))
        self.assertFalse("no marked bottleneck" in page)

    def test_the_ledger_takes_it_as_a_major_hazard(self):
        self.rehearse("locked_crowd")
        ledger = self.here / "l.sqlite"
        self.assert_exit(run("ledger", "add", "--from", self.here / "out", "--ledger", ledger, lang="en"), GOOD)
        listed = run("ledger", "list", "--ledger", ledger, lang="en").stdout
        self.assertIn("major", listed)
        self.assertIn("p-F1-e-001", listed)

    def test_saving_somebody_is_no_trade(self):
        self.rehearse("dense_smoke")
        self.assertEqual(self.first_place()["held"], {"shut": 5, "overcome": 5, "groups": ["g"]})
        items = self.here / "items"
        result = run("rectify", FAULTS / "dense_smoke" / "s.scenario.json", "--out", items, "--rules", "none",
                     "--runs", "2", lang="en")
        self.assert_exit(result, GOOD)
        first = json.loads((items / "items.json").read_text("utf-8"))["items"][0]
        self.assertEqual((first["kind"], first["evidence"]["held"], first["hazard_level"]), ("open_exit", 5, "major"))
        self.assertIn("5 more people get out", result.stdout)


if __name__ == "__main__":
    unittest.main()
