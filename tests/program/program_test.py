# SPDX-License-Identifier: Apache-2.0
"""The program end to end on the smallest scenarios, for the sanitizers: what a unit test links, one library at a time, is
not what a user runs. What the commands should say and write is asked in tests/cli; here, that each goes its whole way."""
import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

from muster_cli import GOOD, HAS_DOCX, MISSED, SOURCE, run  # noqa: E402

SCENARIOS = SOURCE / "scenarios" / "library"


class Program(unittest.TestCase):
    """The tests share the results of one drill."""

    @classmethod
    def setUpClass(cls):
        cls.here = pathlib.Path(tempfile.mkdtemp(prefix="muster_program_"))
        cls.drill = cls.narrowed()
        cls.results = cls.here / "results"
        cls.told(run("run", cls.drill, "--runs", 2, "--jobs", 2, "--out", cls.results))

    @classmethod
    def narrowed(cls):
        """The drill of two rooms, full, with something in its only exit: there is a change to propose."""
        scenario = json.loads((SCENARIOS / "two_rooms_drill.scenario.json").read_text(encoding="utf-8"))
        for file in ("plan", "risk_map"):
            scenario[file] = str((SCENARIOS / scenario[file]).resolve())
        for group in scenario["people"]:
            group["count"] = 40
        scenario["incidents"] = [{"at_s": 0, "kind": "obstruct_opening", "opening": "e1", "clear_width_m": 0.6}]
        path = cls.here / "drill.scenario.json"
        path.write_text(json.dumps(scenario, ensure_ascii=False), encoding="utf-8")
        return path

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.here, ignore_errors=True)

    @staticmethod
    def told(done, codes=(GOOD,)):
        """Of a sanitizer's report the exit code and its words are seen."""
        words = f"stdout:\n{done.stdout}\nstderr:\n{done.stderr}"
        if done.returncode not in codes or any(mark in done.stderr for mark in ("Sanitizer", "runtime error:")):
            raise AssertionError(f"exit code {done.returncode}\n{words}")
        return done

    def whole_run(self, name):
        out = self.here / name
        self.told(run("run", SCENARIOS / f"{name}.scenario.json", "--out", out), codes=(GOOD, MISSED))
        self.assertTrue((out / "report.zh-CN.html").exists())
        return out

    def test_check(self):
        self.told(run("check", self.drill))
        self.told(run("check", SCENARIOS / "two_rooms_fire.scenario.json", "--rules", "gb50099", "--out", self.here / "rules"),
                  codes=(GOOD, MISSED))

    def test_a_run_with_fire(self):
        self.whole_run("two_rooms_fire")

    def test_a_run_with_an_earthquake(self):
        self.whole_run("two_rooms_quake_rare")

    def test_plan(self):
        self.told(run("plan", self.drill, "-o", self.here / "new.scenario.json", "--out",
                      self.here / "plan", "--runs", 2, "--evaluations", 100), codes=(GOOD, MISSED))

    def test_rectify_and_the_ledger_of_its_items(self):
        self.told(run("rectify", self.results, "--out", self.here / "changes"), codes=(GOOD, MISSED))
        items = json.loads((self.here / "changes" / "items.json").read_text(encoding="utf-8"))["items"]
        self.assertTrue(items)
        ledger = ("ledger", "--ledger", self.here / "ledger.sqlite", "--today", "2025-11-23")
        for words in (("add", "--from", self.results, "--school", "第一小学"), ("add", "--from", self.here / "changes"),
                      ("list",), ("export", "F8", "-o", self.here / "F8.xlsx"), ("import", self.here / "F8.xlsx")):
            self.told(run(ledger[0], words[0], *words[1:], *ledger[1:]))

    def test_documents(self):
        formats = "html,xlsx,csv" + (",docx" if HAS_DOCX else "")
        self.told(run("documents", self.results, "--formats", formats, "--out", self.here / "papers"))
        self.assertTrue(list((self.here / "papers").glob("F1_*.html")))

    def test_what_is_read_back_from_results(self):
        other = self.here / "other"
        self.told(run("run", SCENARIOS / "two_rooms_drill.scenario.json", "--runs", 2, "--out", other, "-q"))
        self.told(run("compare", self.results, other, "--out", self.here / "comparison"), codes=(GOOD, MISSED))
        self.told(run("export", SCENARIOS / "two_rooms_fire.scenario.json", "--out", self.here / "fire.in"))


if __name__ == "__main__":
    unittest.main()
