# SPDX-License-Identifier: Apache-2.0
"""muster ledger: the whole life of a hazard, forms out and in, and what a crash, a second program or a full disk do."""
import csv
import io
import os
import random
import re
import resource
import sqlite3
import stat
import subprocess
import time
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, HAS_DOCX, MISSED, PLAN, PROGRAM, CliTest, run

try:
    import openpyxl
except ImportError:
    openpyxl = None

TODAY = "2025-11-23"
BOTTLENECK = {
    "rank": 1, "place": "d1", "element": "opening", "name": {"zh-CN": "一(1)班前门", "en": "class 1 front door"},
    "level": "F1", "kind": "room_door", "clear_width_m": 1.0, "persons": 12, "lost_person_s": 80.0,
    "peak_density_per_m2": 4.2, "peak_time_s": 8.0, "congested_s": 25.0, "longest_queue": 7}


def narrower(plan, width):
    """The plan with its one exit as wide as that."""
    openings = [dict(o) for o in plan["openings"]]
    middle = 8.45
    openings[1].update(at=[[9.12, middle - width / 2], [9.12, middle + width / 2]], clear_width_m=width)
    return {**plan, "openings": openings}


class LedgerTest(CliTest):
    def results(self, name="run", **changes):
        """A results folder as muster run writes it, as far as the ledger reads it."""
        folder = self.here / name
        folder.mkdir()
        self.write(f"{name}/summary.json", {
            "date": "2025-11-20", "plan": {"id": "two_rooms", "name": {"zh-CN": "两间教室", "en": "Two rooms"}},
            "scenario": {"id": "d", "name": {"zh-CN": "演练", "en": "drill"}}, "modes": {"run": "drill"},
            "runs": [{"seed": 1}], "inputs": []})
        rows = [{**BOTTLENECK, **changes}, {**BOTTLENECK, "place": "e1", "congested_s": 0.0}]
        self.write(f"{name}/bottlenecks.json", {"bottlenecks": rows})
        return folder

    def ledger(self, *arguments, lang="en", expect=GOOD, **options):
        result = run("ledger", *arguments, "--today", TODAY, lang=lang, cwd=self.here, **options)
        if expect is not None:
            self.assert_exit(result, expect)
        return result

    def with_one(self):
        self.results()
        self.ledger("add", "--from", "run", "--school", "第一小学")

    def states(self):
        rows = csv.reader(io.StringIO(self.ledger("list", "--csv").stdout.lstrip("\ufeff")))
        return {row[0]: row[1] for row in list(rows)[1:]}

    def history(self):
        with sqlite3.connect(self.here / "ledger.sqlite") as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
            return database.execute("SELECT number, who, item, action, what FROM history ORDER BY number").fetchall()


class Life(LedgerTest):
    def test_the_whole_life_of_a_hazard(self):
        self.with_one()
        self.assertEqual(self.states(), {"two_rooms-F1-d1-001": "to be registered"})
        early = self.ledger("close", "1", "--by", "赵刚", expect=BAD_INPUT)
        self.assertIn("register", early.stderr)
        self.ledger("register", "1", "--by", "李明")
        self.ledger("start", "1", expect=BAD_INPUT)
        self.ledger("assign", "1", "--unit", "总务处", "--person", "王强", "--due", "2025年11月30日", "--by", "李明")
        self.ledger("start", "1", "--by", "王强")
        self.ledger("supervise", "1", "--by", "赵刚")
        late = run("ledger", "list", "--overdue", "--today", "2025-12-05", lang="zh", cwd=self.here)
        self.assertIn("整改中·逾期·挂牌督办", late.stdout)
        self.ledger("finish", "1", expect=BAD_INPUT)
        self.ledger("finish", "1", "--done", "2025-11-23", "--by", "王强")
        self.ledger("reopen", "1", "--by", "赵刚", "--note", "rail is loose")
        self.ledger("finish", "1", "--by", "王强")
        self.ledger("close", "1", expect=BAD_INPUT)
        self.ledger("close", "1", "--by", "muster", expect=BAD_INPUT)
        self.ledger("close", "1", "--by", "赵刚", "--note", "seen on site")
        self.assertIn("closed", self.states()["two_rooms-F1-d1-001"])
        shown = self.ledger("show", "1").stdout
        for words in ("赵刚", "rail is loose", "to be reviewed → closed", "2025-11-30"):
            self.assertIn(words, shown)
        actions = [row[3] for row in self.history() if row[2].endswith("-001")]
        self.assertEqual(actions, ["add", "register", "assign", "start", "supervise", "finish", "reopen", "finish",
                                   "close"])

    def test_starting_work_registers_and_assigns_on_the_way_or_does_nothing(self):
        self.with_one()
        self.ledger("start", "1", "--unit", "总务处", "--due", "someday", "--by", "赵刚", expect=BAD_INPUT)
        self.ledger("start", "1", "--unit", "总务处", "--by", "赵刚", expect=BAD_INPUT)  # until when?
        self.assertEqual(self.states(), {"two_rooms-F1-d1-001": "to be registered"})
        before = len(self.history())
        self.ledger("start", "1", "--unit", "总务处", "--person", "李明", "--due", "2025-12-01", "--by", "赵刚",
                    "--note", "fence it off")
        self.assertEqual(["fence it off" in row[4] for row in self.history()[before:]], [False, False, True])
        self.assertEqual(self.states(), {"two_rooms-F1-d1-001": "being put right"})
        self.assertEqual([row[1] for row in self.history()[before:]], ["赵刚"] * 3)
        self.assertEqual([row[3] for row in self.history()[before:]], ["register", "assign", "start"])

    def test_the_same_place_is_not_added_twice_but_gets_new_evidence(self):
        self.with_one()
        again = self.ledger("add", "--from", "run")
        self.assertIn("0 added, new evidence for 0", again.stdout)
        self.results("run2", peak_density_per_m2=4.6)
        newer = self.ledger("add", "--from", "run2")
        self.assertIn("0 added, new evidence for 1", newer.stdout)
        self.assertEqual(len(self.states()), 1)

    def test_what_a_person_found_and_the_risk_it_came_from(self):
        scenario = self.school()
        self.assert_exit(run("run", scenario, "-o", "run", "-q", "--lang", "en", cwd=self.here), GOOD)
        self.ledger("add", "--from", "run")
        risks = self.ledger("list", "--type", "risk").stdout
        risk = re.search(r"two_rooms-F1-R-switch-\d+", risks).group()
        self.ledger("add", "--manual", "--at", "c1", "--level", "F1", "--place", "走廊", "--what", "配电间门未锁",
                    "--risk", risk, "--category", "equipment", "--grade", "major", "--by", "李明")
        hazard = next(iter(self.states()))
        self.assertIn(risk, self.ledger("show", hazard).stdout)
        self.assertIn(hazard, self.ledger("show", risk).stdout)
        self.ledger("add", "--manual", "--at", "c1", "--what", "配电间门未锁", expect=BAD_INPUT)
        self.ledger("add", "--manual", "--at", "c 1", "--what", "x", expect=BAD_INPUT)
        self.ledger("add", "--manual", "--at", "c1", "--what", "x", "--risk", hazard, expect=BAD_INPUT)
        self.ledger("register", risk, expect=BAD_INPUT)
        self.assertIn("two_rooms-F1-c1", hazard)

    def test_a_retest_with_a_wider_exit_proposes_review_and_one_without_gain_does_not(self):
        people = [{"id": "k1", "kind": "class", "name": "一(1)班", "space": "r1", "profile": "primary_8_9",
                   "count": 30, "pre_movement": {"law": "uniform", "low_s": 0, "high_s": 1},
                   "route": {"exit": "e1", "spot": "A1"}}]
        scenario = self.school(people=people)
        self.write("school.plan.json", narrower(PLAN, 0.8))
        self.write("wide.plan.json", narrower(PLAN, 1.5))
        self.with_one()
        arguments = ("--scenario", scenario, "--runs", "8", "--jobs", "2")
        self.ledger("retest", "1", "--plan", "wide.plan.json", expect=BAD_INPUT)  # no scenario on record
        self.ledger("register", "1")
        self.ledger("assign", "1", "--unit", "总务处", "--due", "2025-12-01")
        self.ledger("start", "1")
        same = self.ledger("retest", "1", "--plan", "school.plan.json", *arguments, expect=MISSED)
        self.assertIn("no review is proposed", same.stdout)
        self.assertEqual(self.states()["two_rooms-F1-d1-001"], "being put right")
        few = self.ledger("retest", "1", "--plan", "wide.plan.json", "--scenario", scenario, "--runs", "2",
                          expect=MISSED)
        self.assertIn("Too few runs", few.stdout)
        better = self.ledger("retest", "1", "--plan", "wide.plan.json", *arguments)
        self.assertIn("Better", better.stdout)
        self.assertEqual(self.states()["two_rooms-F1-d1-001"], "to be reviewed")
        self.ledger("export", "F8", "-o", "f8.csv")
        self.assertIn("8 pairs of the same seeds", (self.here / "f8.csv").read_text(encoding="utf-8-sig"))

    def test_asking_for_what_is_not_there(self):
        self.assertIn("no ledger", self.ledger("list", expect=BAD_INPUT).stderr)
        self.with_one()
        self.ledger("show", "9", expect=BAD_INPUT)
        self.ledger("add", "--from", "nowhere", expect=BAD_INPUT)
        self.ledger("add", expect=BAD_INPUT)
        self.ledger("export", "F7", "-o", "x.csv", expect=BAD_INPUT)
        self.ledger("export", "F8", "-o", "x.pdf", expect=BAD_INPUT)
        self.ledger("assign", "1", "--due", "soon", expect=BAD_INPUT)
        self.assertEqual(run("ledger", "list", "--today", "never", cwd=self.here).returncode, BAD_INPUT)


class Forms(LedgerTest):
    def cell(self, sheet, heading):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.split("\n")[0] == heading:
                    return sheet.cell(row=cell.row + 1, column=cell.column)
        raise AssertionError(heading)

    @unittest.skipIf(openpyxl is None, "openpyxl is not installed")
    def test_an_edited_workbook_comes_back_and_a_conflict_is_listed(self):
        self.with_one()
        self.ledger("register", "1")
        self.ledger("export", "F8", "-o", "f8.xlsx", lang="zh")
        book = openpyxl.load_workbook(self.here / "f8.xlsx")
        sheet = book.active
        self.cell(sheet, "整改责任人").value = "王强"
        self.cell(sheet, "所需资金（元）").value = 12000
        self.cell(sheet, "完成时限").value = "2025年12月10日"
        self.cell(sheet, "整改责任单位").value = "教务处"
        hidden = self.cell(sheet, "台账编号")
        self.assertTrue(sheet.column_dimensions[hidden.column_letter].hidden)
        self.assertEqual(hidden.value, "two_rooms-F1-d1-001")
        book.save(self.here / "filled.xlsx")
        self.ledger("assign", "1", "--unit", "总务处", "--by", "李明")
        result = self.ledger("import", "filled.xlsx", "--by", "李明", lang="zh", expect=MISSED)
        self.assertIn("教务处", result.stdout)
        self.assertIn("总务处", result.stdout)
        self.assertIn("1 处冲突", result.stdout)
        shown = self.ledger("show", "1").stdout
        for words in ("person: 王强", "money (yuan): 12000", "due: 2025-12-10"):
            self.assertIn(words, shown)
        self.assertNotIn("教务处", shown)
        again = self.ledger("import", "filled.xlsx", expect=MISSED)
        self.assertIn("0 entries", again.stdout)

    def test_a_csv_in_gb18030_with_a_bad_date_and_a_closed_state(self):
        self.with_one()
        self.ledger("export", "F8", "-o", "f8.csv", lang="zh")
        rows = list(csv.reader(io.StringIO((self.here / "f8.csv").read_text(encoding="utf-8-sig"))))
        at = {heading: i for i, heading in enumerate(rows[0])}
        rows[1][at["完成时限"]] = "尽快"
        rows[1][at["状态"]] = "已销号"
        rows[1][at["整改责任单位"]] = "总务处"
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        (self.here / "f8.csv").write_bytes(text.getvalue().encode("gb18030", errors="replace"))
        result = self.ledger("import", "f8.csv", "--by", "李明", lang="zh", expect=MISSED)
        self.assertIn("M2", result.stdout)
        self.assertIn("尽快", result.stdout)
        self.assertIn("muster ledger close", result.stdout)
        self.assertEqual(self.states()["two_rooms-F1-d1-001"], "to be registered")
        self.assertIn("unit: 总务处", self.ledger("show", "1").stdout)

    def test_every_form_is_written_in_both_languages_and_not_over_another_file(self):
        self.with_one()
        for form in ("F8", "F9", "F10", "F11", "F15"):
            for lang in ("zh", "en"):
                for kind in ("xlsx", "csv"):
                    self.ledger("export", form, "-o", f"{form}.{lang}.{kind}", lang=lang)
        self.ledger("export", "F8", "-o", "F8.en.csv", expect=BAD_INPUT)
        self.ledger("export", "F8", "-o", "F8.en.csv", "--force")

    def test_a_notice_for_each_open_hazard(self):
        self.with_one()
        self.ledger("add", "--manual", "--at", "c1", "--what", "走道堆放<杂物>", "--school", "第一小学", "--by", "李明")
        self.ledger("register", "3", "--by", "李明")
        self.ledger("assign", "3", "--unit", "总务处", "--due", "2025-12-01", "--by", "李明")
        said = self.ledger("export", "F15", "-o", "f15.html", lang="zh")
        self.assertIn("2 份整改通知书", said.stdout)
        page = (self.here / "f15.html").read_text(encoding="utf-8")
        self.assertEqual(page.count("经 2025年11月23日 排查"), 2)
        for words in ("安全隐患整改通知书", "第一小学：", "编号：two_rooms-F1-d1-001", "走道堆放&lt;杂物&gt;", "总务处", "2025年12月1日",
                      "复查销号单", "签收", "□ 张贴"):
            self.assertIn(words, page)
        self.ledger("export", "F15", "-o", "f15.html", expect=BAD_INPUT)  # nothing is overwritten
        self.ledger("export", "F8", "-o", "f8.html", expect=BAD_INPUT)
        if HAS_DOCX:
            self.ledger("export", "F15", "-o", "通知书.docx", lang="zh")
            self.assertTrue((self.here / "通知书.docx").read_bytes().startswith(b"PK"))

    def test_a_table_without_the_ledgers_columns_is_refused(self):
        self.with_one()
        self.write("classes.csv", "班级,人数\n一(1)班,45\n")
        self.ledger("import", "classes.csv", expect=BAD_INPUT)
        self.assertEqual(len([row for row in self.history() if row[3] == "import"]), 0)


class Trouble(LedgerTest):
    def spawn(self, *arguments):
        return subprocess.Popen([PROGRAM, "ledger", *arguments, "--today", TODAY], cwd=self.here,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_killed_at_any_instant_the_ledger_is_as_before_or_as_after(self):
        self.with_one()
        self.ledger("register", "1")
        self.ledger("export", "F8", "-o", "f8.csv", lang="zh")
        form = (self.here / "f8.csv").read_text(encoding="utf-8-sig")
        generator = random.Random(7)
        start = time.monotonic()
        self.ledger("assign", "1", "--unit", "a")
        usual = time.monotonic() - start
        done = 0
        for i in range(45):
            before = self.history()
            if i % 3 == 0:
                self.results(f"new{i}", place=f"d{i + 2}")
                process = self.spawn("add", "--from", f"new{i}")
            elif i % 3 == 1:
                process = self.spawn("assign", "1", "--unit", f"unit {i}")
            else:
                rows = list(csv.reader(io.StringIO(form)))
                rows[1][rows[0].index("所需资金（元）")] = str(i)
                rows[1][-1] = str(max(row[0] for row in before if row[2].endswith("d1-001")))
                text = io.StringIO()
                csv.writer(text).writerows(rows)
                self.write("form.csv", text.getvalue())
                process = self.spawn("import", "form.csv")
            time.sleep(generator.random() * 1.3 * usual)
            process.kill()
            process.wait()
            after = self.history()  # integrity_check is in it
            self.assertEqual(after[:len(before)], before)
            self.assertIn(len(after) - len(before), (0, 1))
            done += len(after) - len(before)
        self.ledger("list")
        self.assertGreater(done, 0)

    def test_a_new_ledger_killed_while_it_is_made_is_made_by_the_next(self):
        self.results()
        for i in range(12):
            process = self.spawn("add", "--from", "run")
            time.sleep(0.004 * i)
            process.kill()
            process.wait()
        self.ledger("add", "--from", "run")
        self.assertEqual(len(self.states()), 1)

    def test_two_programs_at_once_both_succeed(self):
        self.with_one()
        self.ledger("register", "1")
        several = [self.spawn("assign", "1", "--unit", f"unit {i}") for i in range(6)]
        self.assertEqual([process.wait() for process in several], [GOOD] * 6)
        self.assertEqual(len([row for row in self.history() if row[3] == "assign"]), 6)

    def test_flipped_bytes_never_pass_and_are_never_written_over(self):
        self.with_one()
        path = self.here / "ledger.sqlite"
        sound = path.read_bytes()
        at = [m.start() for m in re.finditer(b"stagger|4.2 persons|two_rooms-F1-d1-001|history_keeps", sound)]
        self.assertGreater(len(at), 4)
        generator = random.Random(3)
        for place in at + [generator.randrange(100) for _ in range(10)]:
            damaged = bytearray(sound)
            damaged[place] ^= 0x15
            path.write_bytes(damaged)
            result = self.ledger("assign", "1", "--unit", "x", expect=None)
            with self.subTest(place=place):
                self.assertIn(result.returncode, (GOOD, BAD_INPUT, COULD_NOT_RUN))
                if place >= 100:
                    self.assertEqual(result.returncode, COULD_NOT_RUN, result.stderr)
                    self.assertIn("damaged", result.stderr)
                    self.assertEqual(path.read_bytes(), bytes(damaged))
        path.write_bytes(sound)
        self.ledger("register", "1")

    def test_a_full_disk_changes_nothing(self):
        self.with_one()
        before = (self.here / "ledger.sqlite").read_bytes()

        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (len(before), len(before)))

        result = self.ledger("add", "--manual", "--at", "c1", "--what", "x" * 20000, expect=COULD_NOT_RUN,
                             preexec=small)
        self.assertIn("the disk may be full", result.stderr)
        self.assertEqual(len(self.history()), 2)
        self.ledger("add", "--manual", "--at", "c1", "--what", "x" * 20000)

    def test_a_newer_ledger_and_a_file_that_is_none(self):
        self.with_one()
        with sqlite3.connect(self.here / "ledger.sqlite") as database:
            database.execute("PRAGMA user_version = 9")
        self.assertIn("newer", self.ledger("list", expect=BAD_INPUT).stderr)
        self.write("notes.sqlite", "not a database at all " * 500)
        result = self.ledger("register", "1", "--ledger", "notes.sqlite", expect=BAD_INPUT)
        self.assertIn("is no ledger", result.stderr)

    @unittest.skipIf(os.geteuid() == 0, "the superuser may write everywhere")
    def test_a_read_only_folder_can_be_read_and_not_written(self):
        self.with_one()
        (self.here / "ledger.sqlite").chmod(stat.S_IRUSR)
        self.here.chmod(stat.S_IRUSR | stat.S_IXUSR)
        try:
            self.ledger("list")
            self.assertIn("cannot be", self.ledger("register", "1", expect=COULD_NOT_RUN).stderr)
        finally:
            self.here.chmod(stat.S_IRWXU)


if __name__ == "__main__":
    unittest.main()
