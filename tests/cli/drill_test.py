# SPDX-License-Identifier: Apache-2.0
"""muster drill: forms for stopwatches, and measured times beside simulated ones."""
import json
import pathlib
import resource
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, SCENARIO, SOURCE, CliTest, run
from tables_made import NO_OPENPYXL, openpyxl

HEADER = "班级,应到人数,出教室,出楼,到集合点,清点完毕\n"


class Drill(CliTest):
    def setUp(self):
        super().setUp()
        self.scenario = self.school()
        self.history = self.here / "two_rooms_drill.drills.jsonl"

    def times(self, text, name="计时表.csv", encoding="utf-8"):
        path = self.here / name
        path.write_bytes((HEADER + text).encode(encoding))
        return path

    def record(self, measured, *more, out="记录", source=None, **how):
        return run("drill", "record", source or self.scenario, "--measured", measured, "-o", self.here / out,
                   "--runs", "2", *more, lang=how.pop("lang", "zh"), **how)

    def lines(self):
        return [json.loads(line) for line in self.history.read_text(encoding="utf-8").splitlines()]

    def test_the_form_lists_every_class_and_is_read_back(self):
        form = self.here / "计时表.csv"
        self.assert_exit(run("drill", "form", self.scenario, "-o", form, lang="zh"), GOOD)
        text = form.read_text(encoding="utf-8-sig")
        self.assertIn("一(1)班", text)
        self.assertIn("全校", text)
        blank = self.record(form)
        self.assert_exit(blank, BAD_INPUT)
        self.assertIn("[measured.nothing]", blank.stderr)
        lines = text.splitlines()
        lines[1] = '"一(1)班","12","20","30","45",""'
        form.write_text("\n".join(lines), encoding="utf-8-sig")
        self.assert_exit(self.record(form), GOOD)
        self.assert_exit(run("drill", "form", self.scenario, "-o", form, lang="zh"), BAD_INPUT)

    @unittest.skipUnless(openpyxl, NO_OPENPYXL)
    def test_a_form_filled_in_a_spreadsheet(self):
        form = self.here / "times.xlsx"
        self.assert_exit(run("drill", "form", self.scenario, "-o", form, lang="en"), GOOD)
        book = openpyxl.load_workbook(form)
        sheet = book.active
        rows = {row[0].value: row for row in sheet.iter_rows() if row[0].value}
        rows["一(1)班"][2].value = "0:21"
        rows["一(1)班"][3].value = 31
        rows["一(1)班"][4].value = "46 s"
        book.save(form)
        self.assert_exit(self.record(form, "--date", "2025-11-23", lang="en"), GOOD)
        self.assertEqual(self.lines()[0]["measured_classes_s"]["k1"], [21.0, 31.0, 46.0, None])
        self.assertEqual(self.lines()[0]["date"], "2025-11-23")

    def test_a_late_school_is_found_late_and_the_fitted_scenario_predicts_it(self):
        first = self.record(self.times("一(1)班,12,30,40,60,\n", "一.csv"), out="一")
        self.assert_exit(first, GOOD)
        record = self.lines()[0]
        self.assertGreater(record["fit"]["delay_s"], 0.0)
        self.assertLess(record["fit"]["rms_after_s"], record["fit"]["rms_before_s"])
        fitted = self.here / "一/two_rooms_drill.fitted.scenario.json"
        self.assert_exit(run("check", fitted), GOOD)
        self.assert_exit(self.record(self.times("一(1)班,12,30,40,60,\n", "二.csv"), "--date", "2025-12-01", out="二",
                                     source=fitted), GOOD)
        # What the fitted scenario predicts is as near as the fit said.
        again = self.lines()[-1]
        self.assertAlmostEqual(again["fit"]["rms_before_s"], record["fit"]["rms_after_s"], delta=1.0)

    def test_a_results_folder_will_do_instead_of_a_scenario(self):
        self.finished()
        self.assert_exit(self.record(self.times("全校,12,20,30,45,\n"), source=self.here / "out"), GOOD)

    def test_pages_in_both_languages_with_pictures(self):
        self.assert_exit(self.record(self.times("一(1)班,12,20,30,45,\n"), "--date", "2025年11月23日"), GOOD)
        for name, words in (("drill.zh-CN.html", "实测与仿真对照"), ("drill.en.html", "measured beside simulated")):
            page = (self.here / "记录" / name).read_text(encoding="utf-8")
            self.assertIn(words, page)
            self.assertEqual(page.count("data:image/png"), 2)
        csv = (self.here / "记录/clocks.zh-CN.csv").read_bytes()
        self.assertTrue(csv.startswith(b"\xef\xbb\xbf"))

    def test_a_slipped_stopwatch_is_told_of_and_hardly_moves_the_fit(self):
        both = SOURCE / "scenarios/library/two_rooms_drill.scenario.json"
        without = "一年级1班,22,35,52,70,\n一年级2班,22,35,37,,\n全校,44,35,52,70,\n"
        self.assert_exit(self.record(self.times(without, "a.csv"), out="a", source=both), GOOD)
        slipped = without.replace("35,37,", "35,37,113")
        zh = self.record(self.times(slipped, "b.csv"), "--date", "2025-11-23", out="b", source=both)
        self.assert_exit(zh, GOOD)
        self.assertIn("请核对这个时间", zh.stdout)
        en = self.record(self.times(slipped, "c.csv"), "--date", "2025-11-24", out="c", source=both, lang="en")
        self.assertRegex(en.stdout, r"Note: .*: measured 113 s; by the other clocks about \d+ s\. Check this time\.")
        first, second = self.lines()[0]["fit"], self.lines()[1]["fit"]
        self.assertAlmostEqual(first["delay_s"], second["delay_s"], delta=2.0)
        self.assertAlmostEqual(first["speed"], second["speed"], delta=0.06)
        for name, words in (("drill.zh-CN.html", ("请核对这些用时", "稳健标准差")),
                            ("drill.en.html", ("Check these times", "robust standard deviation", "check this time"))):
            page = (self.here / "b" / name).read_text(encoding="utf-8")
            for word in words:
                self.assertIn(word, page)
        self.assertNotIn("Check these times", (self.here / "a/drill.en.html").read_text(encoding="utf-8"))

    def test_the_same_bytes_again(self):
        measured = self.times("一(1)班,12,20,30,45,\n")
        self.assert_exit(self.record(measured, out="甲"), GOOD)
        self.history.unlink()
        self.assert_exit(self.record(measured, "--jobs", "2", out="乙"), GOOD)
        for name in ("drill.en.html", "summary.json", "clocks.en.csv"):
            self.assertEqual((self.here / "甲" / name).read_bytes(), (self.here / "乙" / name).read_bytes(), name)

    def test_history_grows_and_knows_a_drill_it_has(self):
        measured = self.times("一(1)班,12,20,30,45,\n")
        self.assert_exit(self.record(measured, "--date", "2025-10-20", out="10"), GOOD)
        known = self.record(measured, "--date", "2025-10-20", out="10b")
        self.assert_exit(known, GOOD)
        self.assertIn("未重复记入", known.stdout)
        self.assert_exit(self.record(measured, "--date", "2025-11-20", out="11"), GOOD)
        self.assertEqual([r["date"] for r in self.lines()], ["2025-10-20", "2025-11-20"])
        self.assertIn("2 次演练", (self.here / "11/drill.zh-CN.html").read_text(encoding="utf-8"))

    def test_a_half_written_line_is_told_of_and_replaced(self):
        measured = self.times("一(1)班,12,20,30,45,\n")
        self.assert_exit(self.record(measured, out="一"), GOOD)
        whole = self.history.read_bytes()
        self.history.write_bytes(whole + whole[:40])
        result = self.record(measured, "--date", "2025-11-20", out="二")
        self.assert_exit(result, GOOD)
        self.assertIn("[history.half_line]", result.stderr)
        self.assertTrue(self.history.read_bytes().startswith(whole))
        self.assertEqual(len(self.lines()), 2)

    def test_a_foreign_or_newer_history_is_left_alone(self):
        measured = self.times("一(1)班,12,20,30,45,\n")
        for content, code in ((b"my notes", "history.bad_line"), (b'{"a": 1}\n', "history.bad_line"),
                              (b'{"muster_drill": 99}\n', "history.newer")):
            self.history.write_bytes(content)
            result = self.record(measured)
            self.assert_exit(result, BAD_INPUT)
            self.assertIn(f"[{code}]", result.stderr)
            self.assertEqual(self.history.read_bytes(), content)
            self.assertFalse((self.here / "记录").exists())

    def test_mistakes_in_the_form(self):
        cases = {"二(9)班,12,20,30,45,\n": "measured.no_such_class", "一(1)班,12,很快,30,,\n": "measured.no_time",
                 "一(1)班,12,40,30,45,\n": "measured.order", ",12,20,30,,\n": "measured.no_class",
                 "一(1)班,12,1:42:00,,,\n": "measured.hours", "一(1)班,12,20,30,,\n一（1）班,12,21,31,,\n": "measured.twice"}
        for text, code in cases.items():
            result = self.record(self.times(text))
            self.assert_exit(result, BAD_INPUT)
            self.assertIn(f"[{code}]", result.stderr)
        self.assertEqual(self.names(), ["drill.scenario.json", "school.plan.json", "school.risk.json", "计时表.csv"])

    def test_gb18030_with_a_date_above_the_header(self):
        path = self.here / "计时表.csv"
        path.write_bytes(("演练日期：2025年11月23日\n" + HEADER + "一(1)班,12,20,30,45,\n").encode("gb18030"))
        self.assert_exit(self.record(path), GOOD)
        self.assertEqual(self.lines()[0]["date"], "2025-11-23")

    def test_pupils_names_are_never_stored(self):
        path = self.here / "计时表.csv"
        path.write_text("班级,出楼,姓名\n一(1)班,30,张小明\n", encoding="utf-8")
        result = self.record(path)
        self.assert_exit(result, GOOD)
        self.assertIn("[table.personal_column]", result.stderr)
        for file in [self.history, *(self.here / "记录").iterdir()]:
            self.assertNotIn("张小明".encode(), file.read_bytes())

    def test_a_full_disk_leaves_no_half_result(self):
        measured = self.times("一(1)班,12,20,30,45,\n")

        def little_room():
            resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

        before = self.names()
        self.assert_exit(self.record(measured, preexec=little_room), COULD_NOT_RUN)
        self.assertEqual(self.names(), before)

    @unittest.skipUnless(pathlib.Path("/dev/full").exists(), "no /dev/full here")
    def test_a_history_that_is_no_file_is_refused(self):
        before = self.names()
        result = self.record(self.times("一(1)班,12,20,30,45,\n"), "--history", "/dev/full")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("[history.no_history]", result.stderr)
        self.assertEqual(self.names(), sorted([*before, "计时表.csv"]))


if __name__ == "__main__":
    unittest.main()
