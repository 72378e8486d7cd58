# SPDX-License-Identifier: Apache-2.0
"""muster classes import: class lists from Excel and WPS into a scenario."""
import json
import resource
import shutil
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, SOURCE, CliTest, run
from tables_made import NO_OPENPYXL, openpyxl, workbook

LIBRARY = SOURCE / "scenarios/library"
DRILL = LIBRARY / "primary_drill.scenario.json"
LIST = LIBRARY / "primary_4f.classes.csv"


class ClassesImport(CliTest):
    def setUp(self):
        super().setUp()
        self.out = self.here / "本学期.scenario.json"

    def import_list(self, classes, *more, into=DRILL, lang="zh", **how):
        return run("classes", "import", classes, "--into", into, *more, lang=lang, **how)

    def classes(self):
        scenario = json.loads(self.out.read_text(encoding="utf-8"))
        return {g["name"] if isinstance(g["name"], str) else g["name"]["zh-CN"]: g for g in scenario["people"]}

    def small(self, text, encoding="utf-8"):
        path = self.here / "班级表.csv"
        path.write_bytes(text.encode(encoding))
        return path

    def test_the_library_list_fills_the_primary_school(self):
        result = self.import_list(LIST, "-o", self.out)
        self.assert_exit(result, GOOD)
        self.assertIn("应到总数：24 个班，学生 1063 人，带队教师 48 人", result.stdout)
        self.assertIn("四层：6 个班", result.stdout)
        made = self.classes()
        self.assertEqual(len(made), 24)
        self.assertEqual(made["一年级2班"]["count"], 44)
        self.assertEqual(made["六年级4班"]["route"], {"door": "F4_C6_front", "stair": "ST_E", "exit": "exit_e",
                                                     "spot": "spot_6_4"})
        self.assert_exit(run("check", self.out), GOOD)

    def test_what_is_not_about_classes_keeps_its_bytes(self):
        self.assert_exit(self.import_list(LIST, "-o", self.out), GOOD)
        before, after = DRILL.read_text(encoding="utf-8"), self.out.read_text(encoding="utf-8")
        kept = [line for line in before.splitlines() if '"count": 45' not in line and '"plan"' not in line
                and '"risk_map"' not in line]
        for line in kept:
            self.assertIn(line, after)

    def test_gb18030_utf16_and_bom_give_the_same_scenario(self):
        text = LIST.read_bytes().decode("utf-8-sig")
        outs = []
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
            result = self.import_list(self.small(text, encoding), "-o", self.out, "--force")
            self.assert_exit(result, GOOD)
            outs.append(self.out.read_bytes())
        self.assertEqual(len(set(outs)), 1)

    def test_english_columns_and_semicolons(self):
        text = "Class;Headcount;Room;Door;Stair;Spot\nGrade 6 Class 4;40;Room 406;front;East stair;spot_6_4\n"
        result = self.import_list(self.small(text), "-o", self.out, lang="en")
        self.assert_exit(result, GOOD)
        self.assertIn("23 not on the list and removed", result.stdout)
        self.assertEqual(self.classes()["六年级4班"]["count"], 40)

    def test_every_mistake_is_told_at_once_and_nothing_is_written(self):
        text = ("班级,人数,教室,楼梯\n一年级1班,,101,\n一年级2班,440,102,\n一年级3班,45,999,\n五年级1班,45,305,中楼梯\n"
                "一年级1班,45,101,\n")
        result = self.import_list(self.small(text), "-o", self.out)
        self.assert_exit(result, BAD_INPUT)
        for code in ("no_headcount", "headcount_absurd", "no_such_room", "no_such_stair", "twice"):
            self.assertIn(f"[classes.{code}]", result.stdout)
        self.assertIn("(B2)", result.stdout)
        self.assertIn("东楼梯", result.stdout)
        self.assertFalse(self.out.exists())

    def test_missing_column_names_the_nearest_header(self):
        result = self.import_list(self.small("班级,人数量,教室\n一年级1班,45,101\n"), "--check")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("[table.missing_column]", result.stdout)
        self.assertIn("人数量", result.stdout)

    def test_pupils_names_are_never_read(self):
        text = "班级,人数,姓名,学号\n一年级1班,45,张小明,20250101\n"
        result = self.import_list(self.small(text), "-o", self.out)
        self.assert_exit(result, GOOD)
        self.assertIn("[table.personal_column]", result.stdout)
        for words in (result.stdout, result.stderr, self.out.read_text(encoding="utf-8")):
            self.assertNotIn("张小明", words)
            self.assertNotIn("20250101", words)

    def test_classes_upstairs_without_a_stair_are_told_of(self):
        scenario = json.loads(DRILL.read_text(encoding="utf-8"))
        for name in ("plan", "risk_map"):
            scenario[name] = str((LIBRARY / scenario[name]).resolve())
        for group in scenario["people"]:
            group.pop("route")
        base = self.write("无路线.scenario.json", scenario)
        result = self.import_list(self.small("班级,人数\n六年级4班,45\n"), "--check", into=base)
        self.assert_exit(result, GOOD)
        self.assertIn("[classes.no_route]", result.stdout)
        self.assertEqual(self.names(), ["无路线.scenario.json", "班级表.csv"])

    def test_nothing_is_overwritten_without_force(self):
        self.out.write_text("mine", encoding="utf-8")
        self.assert_exit(self.import_list(LIST, "-o", self.out), BAD_INPUT)
        self.assertEqual(self.out.read_text(encoding="utf-8"), "mine")

    def test_a_full_disk_leaves_what_was_there(self):
        self.out.write_text("mine", encoding="utf-8")

        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

        result = self.import_list(LIST, "-o", self.out, "--force", preexec=little_room)
        self.assert_exit(result, COULD_NOT_RUN)
        self.assertEqual(self.out.read_text(encoding="utf-8"), "mine")
        self.assertEqual(self.names(), ["本学期.scenario.json"])

    @unittest.skipUnless(openpyxl, NO_OPENPYXL)
    def test_a_workbook_with_title_merged_storeys_and_a_hidden_sheet(self):
        rows = [["实验小学班级表"], [], ["序号", "班级", "人数", "教室", "楼梯"],
                [1, "五年级3班", 44, 401, "西楼梯"], [2, "五年级4班", 43, 402, None], [None, "合计", "=SUM(C4:C5)"]]
        book = workbook(self.here / "班级表.xlsx", rows, merged=["A1:E1", "E4:E5"], hidden=["旧表"])
        result = self.import_list(book, "-o", self.out)
        self.assert_exit(result, GOOD)
        self.assertIn("班级表!E4:E5", result.stdout)
        self.assertIn("[table.hidden_sheet]", result.stdout)
        self.assertEqual(self.classes()["五年级4班"]["route"]["stair"], "ST_W")
        self.assertEqual(self.classes()["五年级4班"]["count"], 43)

    @unittest.skipUnless(openpyxl, NO_OPENPYXL)
    def test_a_merged_headcount_is_refused(self):
        rows = [["班级", "人数"], ["一年级1班", 90], ["一年级2班", None]]
        result = self.import_list(workbook(self.here / "班级表.xlsx", rows, merged=["B2:B3"]), "-o", self.out)
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("[table.merged_refused]", result.stdout)
        self.assertIn("班级表!B2:B3", result.stdout)

    def test_old_xls_and_broken_xlsx_say_what_to_do(self):
        old = self.here / "旧.xls"
        old.write_bytes(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(600))
        result = self.import_list(old, "--check")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("另存为 .xlsx", result.stdout)
        broken = self.here / "坏.xlsx"
        broken.write_bytes(b"PK\x03\x04" + b"x" * 100)
        result = self.import_list(broken, "--check")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("[table.damaged]", result.stdout)

    def test_a_scenario_by_use_of_rooms_gets_named_classes(self):
        scenario = self.school(people=[], people_by_use=[{"use": "classroom", "persons_per_m2": 0.3, "profile": "primary_8_9"}])
        result = self.import_list(self.small("班级,人数,教室,集合点\n一（1）班,18,101,A1\n"), "-o", self.out, into=scenario)
        self.assert_exit(result, GOOD)
        self.assertEqual(list(self.classes()), ["一（1）班"])
        self.assert_exit(run("check", self.out), GOOD)


if __name__ == "__main__":
    unittest.main()
