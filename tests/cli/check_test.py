#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import copy
import os
import unittest

from muster_cli import BAD_INPUT, GOOD, PLAN, RISKS, SOURCE, CliTest, run


class Check(CliTest):
    def test_good_files_of_every_format_pass(self):
        scenario = self.school()
        result = run("check", self.here / "school.plan.json", self.here / "school.risk.json", scenario)
        self.assert_exit(result, GOOD)
        self.assertIn("3 file(s), 0 error(s)", result.stdout)

    def test_a_mistake_is_told_with_file_line_place_and_code(self):
        plan = copy.deepcopy(PLAN)
        plan["openings"][0]["between"] = ["r1", "nowhere"]
        path = self.write("bad.plan.json", plan)
        result = run("check", path)
        self.assert_exit(result, BAD_INPUT)
        line = 1 + path.read_text(encoding="utf-8").split('"nowhere"')[0].count("\n")
        self.assertIn("/openings/0", result.stdout)
        self.assertRegex(result.stdout, rf"bad\.plan\.json:({line}|{line - 1}|{line - 2}): ")

    def test_the_language_follows_the_locale_and_the_option(self):
        path = self.write("bad.json", "{")
        self.assertIn("错误", run("check", path, lang="zh").stdout)
        self.assertIn("error", run("check", path, lang="en").stdout)
        self.assertIn("错误", run("check", path, "--lang", "zh-CN", lang="en").stdout)

    def test_mistakes_of_a_scenarios_plan_are_told_too(self):
        scenario = self.school()
        plan = copy.deepcopy(PLAN)
        plan["spaces"][0]["use"] = "class_room"
        self.write("school.plan.json", plan)
        result = run("check", scenario)
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("school.plan.json", result.stdout)
        self.assertIn("classroom", result.stdout)

    def test_a_risk_map_that_names_an_unknown_space_fails(self):
        self.school()
        risks = copy.deepcopy(RISKS)
        risks["risks"][0]["space"] = "attic"
        result = run("check", self.write("bad.risk.json", risks))
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("attic", result.stdout)

    def test_hostile_files_are_refused_in_words(self):
        hostile = {
            "empty.json": "",
            "truncated.json": '{"format": "muster.plan", "spaces": [',
            "deep.json": "[" * 100_000,
            "number.json": '{"format": "muster.plan", "schema_version": 1e400}',
            "twice.json": '{"format": "muster.plan", "format": "muster.plan"}',
            "text.json": "hello",
            "other.json": '{"format": "muster.recipe"}',
            "list.json": "[]",
        }
        for name, content in hostile.items():
            with self.subTest(name):
                result = run("check", self.write(name, content))
                self.assert_exit(result, BAD_INPUT)
                self.assertIn(name, result.stdout)

    def test_wrong_encodings_are_refused(self):
        path = self.here / "gbk.json"
        path.write_bytes('{"format": "muster.plan", "name": "教学楼"}'.encode("gbk"))
        self.assert_exit(run("check", path), BAD_INPUT)

    def test_missing_and_unreadable_files_and_folders_are_refused(self):
        for path in (self.here / "missing.json", self.here):
            result = run("check", path)
            self.assert_exit(result, BAD_INPUT)
            self.assertIn(str(path), result.stdout)
        if os.getuid() != 0:  # root reads everything
            path = self.write("secret.json", PLAN)
            path.chmod(0)
            self.assert_exit(run("check", path), BAD_INPUT)

    def test_one_bad_file_does_not_stop_the_others(self):
        self.school()
        result = run("check", self.here / "missing.json", self.here / "school.plan.json")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("school.plan.json: no errors", result.stdout)


if __name__ == "__main__":
    unittest.main()
