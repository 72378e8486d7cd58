#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import hashlib
import json
import os
import resource
import signal
import sqlite3
import subprocess
import time
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, MISSED, PATIENCE_S, PROGRAM, CliTest, run

WORLD = ["drill.scenario.json", "school.plan.json", "school.risk.json"]


class Run(CliTest):
    def start(self, scenario, *more, **how):
        return run("run", scenario, "--seed", 1, "--out", self.here / "out", *more, **how)

    def fingerprints(self, name="out"):
        return [r["fingerprint"] for r in self.summary(name)["runs"]]

    def test_a_run_gets_everybody_out_and_writes_the_whole_folder(self):
        result = self.start(self.school())
        self.assert_exit(result, GOOD)
        summary = self.summary()
        people = summary["people"]
        self.assertEqual((people["total"], people["evacuated"], people["inside"]), (12, 12, 0))
        clocks = summary["clocks_s"]
        self.assertLess(clocks["last_out_of_room"], clocks["last_out_of_building"])
        self.assertLess(clocks["last_out_of_building"], clocks["last_at_assembly"])
        self.assertLess(clocks["last_at_assembly"], clocks["roll_call_done"])
        for name in ("events.jsonl", "trajectory.sqlite", "bottlenecks.json", "bottlenecks.csv",
                     "report.zh-CN.html", "report.en.html"):
            self.assertTrue((self.here / "out" / name).stat().st_size > 0, name)
        self.assertEqual(self.names(), sorted(WORLD + ["out"]))
        self.assertIn("Last out of building", result.stdout)
        self.assertIn("lost 0, put back 0, left inside 0", result.stdout)
        self.assertIn(str(self.here / "out"), result.stdout)

    def test_runs_are_added_until_they_converge_whatever_the_jobs(self):
        counts = []
        for jobs in (1, 3):
            result = self.start(self.school(), "--until-converged", "--most-runs", 60, "--jobs", jobs, "--force")
            self.assert_exit(result, GOOD)
            summary = self.summary()
            convergence = summary["convergence"]
            self.assertEqual(convergence["runs"], len(summary["runs"]))
            self.assertTrue(convergence["converged"] or convergence["runs"] == 60)
            counts.append(self.fingerprints())
        self.assertEqual(counts[0], counts[1])
        self.assert_exit(self.start(self.school(), "--until-converged", "--most-runs", 3, "--force"), GOOD)
        self.assertFalse(self.summary()["convergence"]["converged"])
        self.assert_exit(self.start(self.school(), "--until-converged", "--runs", 3, "--force"), BAD_INPUT)

    def test_every_run_accounts_for_everybody(self):
        self.finished()
        self.assertEqual(self.summary()["account"], {"lost_in_runs": 0, "put_back": 0, "left_inside": 0})
        self.assertIn("left inside who were to leave 0", (self.here / "out" / "report.en.html").read_text(encoding="utf-8"))

    def test_the_inputs_are_named_with_their_hashes(self):
        self.finished()
        inputs = {os.path.basename(i["path"]): i["sha256"] for i in self.summary()["inputs"]}
        for name in WORLD:
            self.assertEqual(inputs[name], hashlib.sha256((self.here / name).read_bytes()).hexdigest())

    def test_trajectory_and_events_agree_with_the_summary(self):
        self.finished()
        lines = (self.here / "out" / "events.jsonl").read_text(encoding="utf-8").splitlines()
        events = [json.loads(line) for line in lines]
        left = [e["t_s"] for e in events if e["event"] == "person_left_building"]
        self.assertEqual(len(left), 12)
        self.assertAlmostEqual(max(left), self.summary()["clocks_s"]["last_out_of_building"], places=2)
        with sqlite3.connect(self.here / "out" / "trajectory.sqlite") as database:
            self.assertEqual(database.execute("SELECT count(DISTINCT id) FROM trajectory_data").fetchone()[0], 12)
            frames, last = database.execute("SELECT count(*), max(frame) FROM frame_data").fetchone()
            self.assertEqual(frames, last + 1)

    def test_the_same_seed_gives_the_same_run_whatever_the_jobs(self):
        scenario = self.school()
        for name, jobs in (("one", 1), ("two", 2)):
            self.assert_exit(run("run", scenario, "--seed", 5, "--runs", 4, "--jobs", jobs, "--out",
                                 self.here / name), GOOD)
        self.assertEqual(self.fingerprints("one"), self.fingerprints("two"))
        self.assertEqual([r["seed"] for r in self.summary("one")["runs"]], [5, 6, 7, 8])
        self.assertEqual(len(set(self.fingerprints("one"))), 4)
        self.assertIn("clocks_s_p95", self.summary("one"))

    def test_an_existing_result_is_replaced_only_by_force(self):
        scenario = self.school()
        self.finished()
        before = (self.here / "out" / "summary.json").read_bytes()
        result = self.start(scenario)
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("--force", result.stderr)
        self.assertEqual((self.here / "out" / "summary.json").read_bytes(), before)
        self.assert_exit(self.start(scenario, "--force"), GOOD)
        self.assertEqual(self.names(), sorted(WORLD + ["out"]))

    def test_a_folder_of_somebody_else_is_not_replaced_even_by_force(self):
        scenario = self.school()
        (self.here / "out").mkdir()
        (self.here / "out" / "thesis.txt").write_text("years of work", encoding="utf-8")
        self.assert_exit(self.start(scenario, "--force"), BAD_INPUT)
        self.assertTrue((self.here / "out" / "thesis.txt").exists())

    def test_bad_input_is_told_and_leaves_nothing(self):
        scenario = self.school(people=[])
        result = self.start(scenario)
        self.assert_exit(result, BAD_INPUT)
        self.assertTrue(result.stderr)
        self.assertEqual(self.names(), sorted(WORLD))
        self.assert_exit(self.start(self.here / "missing.json"), BAD_INPUT)

    def test_quiet_says_nothing(self):
        result = self.start(self.school(), "--quiet")
        self.assert_exit(result, GOOD)
        self.assertEqual((result.stdout, result.stderr), ("", ""))

    def test_one_language_writes_one_report(self):
        self.assert_exit(self.start(self.school(), "--lang", "en"), GOOD)
        reports = sorted(p.name for p in (self.here / "out").glob("report.*"))
        self.assertEqual(reports, ["report.en.html"])

    def test_people_who_cannot_get_out_are_exit_code_1_with_the_reason(self):
        scenario = self.school(run={"max_s": 60},
                               incidents=[{"at_s": 0, "kind": "set_opening", "opening": "e1", "state": "locked"}])
        result = self.start(scenario)
        self.assert_exit(result, MISSED)
        self.assertIn("12 people", result.stderr)
        self.assertEqual(self.summary()["people"]["evacuated"], 0)

    def test_a_full_disk_is_told_and_leaves_nothing(self):
        def small_files():
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        result = self.start(self.school(), preexec=small_files)
        self.assert_exit(result, COULD_NOT_RUN)
        self.assertIn("out/", result.stderr)
        self.assertNotIn("partial", result.stderr)
        self.assertEqual(self.names(), sorted(WORLD))

    def test_a_place_that_cannot_be_written_is_told(self):
        scenario = self.school()
        for out in ("/proc/muster/out", scenario / "out"):
            result = run("run", scenario, "--out", out)
            self.assert_exit(result, COULD_NOT_RUN)
            self.assertIn("Cannot write", result.stderr)
        self.assertEqual(self.names(), sorted(WORLD))

    def test_an_interrupted_run_leaves_nothing(self):
        scenario = self.school()
        for which in (signal.SIGINT, signal.SIGTERM):
            with subprocess.Popen([PROGRAM, "run", scenario, "--runs", "100000", "--out", self.here / "a" / "out"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
                deadline = time.monotonic() + PATIENCE_S
                while not list(self.here.glob("a/out.partial-*/events.jsonl")) and time.monotonic() < deadline:
                    time.sleep(0.05)
                process.send_signal(which)
                process.stderr.read()
                self.assertEqual(process.wait(PATIENCE_S), COULD_NOT_RUN)
            self.assertEqual(self.names(), sorted(WORLD))


if __name__ == "__main__":
    unittest.main()
