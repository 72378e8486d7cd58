#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""muster check --rules: tables, pages, CSV, exit codes."""
import copy
import csv
import io
import json
import unittest

from muster_cli import BAD_INPUT, GOOD, MISSED, SOURCE, CliTest, run

PRIMARY = SOURCE / "floorplans/library/primary_4f.plan.json"


def rows_of(folder):
    data = (folder / "compliance.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


class Compliance(CliTest):
    def narrow_primary(self, width):
        """The library's primary school with flights of another width."""
        plan = json.loads(PRIMARY.read_text(encoding="utf-8"))
        for stair in plan["stairs"]:
            for flight in stair["flights"]:
                flight["clear_width_m"] = width
        return self.write("narrow.plan.json", plan)

    def test_the_primary_school_passes_and_the_table_gives_both_codes(self):
        result = run("check", PRIMARY, "--rules", "gb50099,gb50016", lang="en")
        self.assert_exit(result, GOOD)
        self.assertRegex(result.stdout, r"GB 50099 8\.2\.3 +282 +1\.05 .*2\.96 m ※ +2\.37 m +3\.60 m +1\.22 +✓ pass")
        self.assertRegex(result.stdout, r"GB 50016 5\.5\.21 +282 +1\.00 .*2\.82 m ※ +2\.26 m +3\.60 m +1\.28")
        self.assertIn("NFPA 101", result.stdout)
        self.assertIn("not checked against the official text", result.stdout)

    def test_forty_children_with_one_exit_fail_and_no_source_is_a_memory(self):
        plan = json.loads((SOURCE / "floorplans/library/two_rooms.plan.json").read_text(encoding="utf-8"))
        for space in plan["spaces"]:
            if space["use"] == "classroom":
                space.update(use="nursery", capacity=20)
        packs = "gb50016,gb55037,jgj39,moe-2024-20,school-fire-ten"
        result = run("check", self.write("kg.plan.json", plan), "--rules", packs, "-o", self.here / "out", lang="zh")
        self.assert_exit(result, MISSED)
        rows = [r for r in rows_of(self.here / "out") if r["项目"] == "安全出口数"]
        self.assertEqual({r["规范条文"]: r["判定"] for r in rows},
                         {"gb50016": "✗ 不足", "gb55037": "✗ 不足", "moe-2024-20": "‼ 重大隐患", "school-fire-ten": "✗ 不足"})
        self.assertIn("托儿所、幼儿园再小也不可只设一个", result.stdout)
        for name, absent, said in (("zh-CN", "记忆", "JGJ 39 4.1.11（未与正式文本核对）"),
                                   ("en", "memory", "JGJ 39 4.1.11 (not compared with the official text)")):
            page = (self.here / f"out/compliance.{name}.html").read_text(encoding="utf-8")
            self.assertNotIn(absent, page)
            self.assertIn(said, page)
        ledger = self.here / "l.sqlite"
        self.assert_exit(run("ledger", "add", "--from", self.here / "out", "--ledger", ledger, lang="zh"), GOOD)
        rows = run("ledger", "list", "--ledger", ledger, lang="zh").stdout.splitlines()
        exits = [r for r in rows if "安全出口或楼梯数量不足" in r]
        self.assertTrue(exits and all("重大" in r for r in exits), rows)  # by the strictest of the rules it stands for

    def test_narrow_stairs_end_with_one_and_are_told(self):
        result = run("check", self.narrow_primary(1.15), "--rules", "gb50099,gb50016", "--out", self.here / "out",
                     lang="zh")
        self.assert_exit(result, MISSED)
        self.assertIn("‼ 重大隐患", result.stdout)
        rows = [r for r in rows_of(self.here / "out") if r["项目"] == "疏散楼梯总净宽" and r["部位"] == "四层" and r["建议采用"]]
        verdicts = {r["规范条文"]: (r["判定"], r["建议采用"][0]) for r in rows}
        self.assertEqual(verdicts["gb50099"], ("‼ 重大隐患", "是"))  # 2.30 of 2.96 m
        self.assertEqual(verdicts["gb50016"], ("✗ 不足", "否"))  # 2.30 of 2.82 m
        self.assertTrue(all(r["核对"] == "未核对原文" for r in rows))

    def test_every_mandatory_shortfall_becomes_one_hazard_of_a_ledger(self):
        plan = json.loads(self.narrow_primary(1.15).read_text(encoding="utf-8"))
        door = next(o for o in plan["openings"] if o["id"] == "F1_C1_front")
        (x0, y0), (x1, y1) = door["at"]
        door.update(at=[[x0 + 0.15 * (x1 - x0), y0 + 0.15 * (y1 - y0)], [x1, y1]], clear_width_m=0.85)
        self.assert_exit(run("check", self.write("p.plan.json", plan), "--rules", "gb50099,gb50016", "-o",
                             self.here / "out"), MISSED)
        kept = json.loads((self.here / "out/compliance.json").read_text(encoding="utf-8"))
        self.assertEqual(kept["format"], "muster.compliance")
        self.assertIn(("F1_C1_front", "door_width"), {(s["site"]["key"], s["item"]) for s in kept["shortfalls"]})
        first = run("ledger", "add", "--from", "out", lang="zh", cwd=self.here)
        self.assert_exit(first, GOOD)
        self.assertRegex(first.stdout, "新登入 [0-9]+ 项，补充证据 0 项，已有 0 项")
        again = run("ledger", "add", "--from", "out", lang="zh", cwd=self.here)
        self.assertIn("新登入 0 项，补充证据 0 项", again.stdout)
        listed = run("ledger", "list", "--csv", lang="zh", cwd=self.here).stdout
        for place in ("F1_C1_front-", "primary_4f-F4-", "ST_W-"):
            self.assertEqual(listed.count(place), 1, place)
        storey = next(line for line in listed.splitlines() if "primary_4f-F4-" in line)
        self.assertIn("重大", storey)
        shown = run("ledger", "show", storey.split(",")[0].strip('"\ufeff'), lang="zh", cwd=self.here).stdout
        for words in ("四层 [F4]", "GB 50099-2011 中小学校设计规范 8.2.3", "要求 ≥ 2.96 m，现为 2.30 m（78%）",
                      "GB 50016-2014（2018年版）建筑设计防火规范 5.5.21", "将西楼梯各梯段净宽由 1.15 m 拓宽", "未核对原文"):
            self.assertIn(words, shown)

    def test_a_hazard_of_a_check_knows_its_scenario_again(self):
        scenario = self.school()
        plan = json.loads((self.here / "school.plan.json").read_text(encoding="utf-8"))
        plan["openings"][0].update(at=[[7.7, 7.12], [8.5, 7.12]], clear_width_m=0.8)
        self.write("school.plan.json", plan)
        self.assert_exit(run("check", scenario, "--rules", "gb50099", "-o", self.here / "out"), MISSED)
        self.assert_exit(run("ledger", "add", "--from", "out", cwd=self.here), GOOD)
        self.assertIn("out/inputs/drill.scenario.json", run("ledger", "show", "1", cwd=self.here).stdout)

    def test_pages_in_both_languages_stand_alone(self):
        out = self.here / "out"
        self.assert_exit(run("check", PRIMARY, "--rules", "gb50099", "-o", out), GOOD)
        for name, words in {"zh-CN": ["未核对原文", "不作为消防设计审查"], "en": ["not checked against the official text"]}.items():
            page = (out / f"compliance.{name}.html").read_text(encoding="utf-8")
            for word in words:
                self.assertIn(word, page)
            self.assertNotIn("http://", page.replace("http://www.w3.org", ""))
            self.assertNotIn("compliance.", page.replace("compliance.zh-CN", ""))  # an id without its words
        again = run("check", PRIMARY, "--rules", "gb50099", "-o", out)
        self.assert_exit(again, BAD_INPUT)  # nothing is overwritten
        before = (out / "compliance.csv").read_bytes()
        self.assert_exit(run("check", PRIMARY, "--rules", "gb50099", "-o", out, "--force"), GOOD)
        self.assertEqual(before, (out / "compliance.csv").read_bytes())

    def test_persons_of_a_scenario_count(self):
        scenario = SOURCE / "scenarios/library/primary_drill.scenario.json"
        alone = run("check", scenario, "--rules", "gb50099", lang="en")
        beside = run("check", PRIMARY, "--people", scenario, "--rules", "gb50099", lang="en")
        self.assert_exit(alone, GOOD)
        self.assertIn("Persons are the scenario's", alone.stdout)
        self.assertEqual(alone.stdout, beside.stdout)

    def test_an_unknown_pack_lists_those_there_are(self):
        result = run("check", PRIMARY, "--rules", "gb50098", lang="en")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("gb50099", result.stderr)
        self.assertIn("school-fire-ten", result.stderr)

    def test_a_pack_of_ones_own_by_its_path(self):
        pack = {"format": "muster.rules", "schema_version": 1, "id": "ours", "name": "Ours", "version": "1", "rules": [
            {"id": "A", "clause": "1.2", "text": "doors", "level": "mandatory", "source": "opened", "verified": True,
             "check": {"kind": "door_width", "doors": "room", "least_m": 1.2}}]}
        path = self.write("ours.json", pack)
        self.assert_exit(run("check", path), GOOD)
        result = run("check", PRIMARY, "--rules", path, lang="en")
        self.assert_exit(result, MISSED)
        self.assertIn("ours 1.2", result.stdout)
        bad = copy.deepcopy(pack)
        bad["rules"][0]["check"]["least_m"] = "wide"
        for result in (run("check", self.write("bad.json", bad), lang="en"),
                       run("check", PRIMARY, "--rules", self.here / "bad.json", lang="en")):
            self.assert_exit(result, BAD_INPUT)
            self.assertIn("/rules/0/check/least_m", result.stdout + result.stderr)

    def test_groups_whose_room_the_plan_lacks_are_told(self):
        result = run("check", SOURCE / "floorplans/library/two_rooms.plan.json", "--rules", "gb50016", "--people",
                     SOURCE / "scenarios/library/kindergarten_drill.scenario.json", lang="en")
        self.assertIn("not counted", result.stderr)
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("another school", result.stderr)

    def test_the_report_of_a_run_shows_the_widths_of_the_storeys(self):
        scenario = self.school()
        self.assert_exit(run("run", scenario, "-o", self.here / "out", "--seed", "1", "-q"), GOOD)
        page = (self.here / "out" / "report.zh-CN.html").read_text(encoding="utf-8")
        self.assertIn("各层疏散净宽", page)
        self.assertIn("GB 50016 5.5.21", page)
        self.assertIn("未核对原文", page)

    def test_usage(self):
        self.assert_exit(run("check", PRIMARY, PRIMARY, "--rules", "gb50099"), BAD_INPUT)
        self.assert_exit(run("check", PRIMARY, "--out", self.here / "x"), BAD_INPUT)
        self.assertIn("--rules", run("check", "--help").stdout)


if __name__ == "__main__":
    unittest.main()
