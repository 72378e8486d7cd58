# SPDX-License-Identifier: Apache-2.0
"""muster documents: what is made, what is refused, and that nothing is left half-written."""
import os
import pathlib
import subprocess
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, PATIENCE_S, PROGRAM, CliTest, run


class DocumentsTest(CliTest):
    def a_run(self):
        return self.finished()

    def documents(self, *arguments, lang="zh", **environment):
        env = dict(os.environ, LC_ALL={"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}[lang], **environment)
        return subprocess.run([PROGRAM, "documents", *map(str, arguments)], capture_output=True, encoding="utf-8",
                              env=env, timeout=PATIENCE_S, check=False)

    def test_pages_and_workbooks_of_both_languages(self):
        results = self.a_run()
        done = self.documents(results, "--formats", "html,xlsx,csv", "--out", self.here / "方案")
        self.assert_exit(done, GOOD)
        names = {p.name for p in (self.here / "方案").iterdir()}
        for stem in ("F1_应急疏散演练方案", "F2_班级疏散路线与顺序表", "F7_集合清点表", "F11_安全风险分级管控清单",
                     "F16_瓶颈分析表", "F1_Evacuation_drill_plan", "F7_Roll-call_sheet"):
            self.assertIn(stem + ".html", names)
            self.assertIn(stem + ".xlsx", names)
        self.assertIn("F12_四色安全风险空间分布图.html", names)
        self.assertNotIn("F12_四色安全风险空间分布图.xlsx", names)  # a map has no tables worth reckoning with
        self.assertEqual(len(done.stdout.splitlines()), len(names))
        plan = (self.here / "方案" / "F1_应急疏散演练方案.html").read_text(encoding="utf-8")
        for words in ("一、演练目的", "十二、记录、评估与总结", "一(1)班", "未核对原文", "批准（校长）", "class=\"fill\""):
            self.assertIn(words, plan)
        self.assertNotIn("f1.", plan)  # no text was missing
        roll = (self.here / "方案" / "F7_集合清点表.csv").read_bytes()
        self.assertTrue(roll.startswith(b"\xef\xbb\xbf") and b"\r\n" in roll)

    def test_the_same_run_gives_the_same_bytes(self):
        results = self.a_run()
        for name in ("a", "b"):
            self.assert_exit(self.documents(results, "--forms", "F1,F2", "--formats", "html,xlsx", "--lang", "zh-CN",
                                            "--out", self.here / name), GOOD)
        for one in (self.here / "a").iterdir():
            self.assertEqual(one.read_bytes(), (self.here / "b" / one.name).read_bytes(), one.name)

    def test_what_is_refused(self):
        results = self.a_run()
        done = self.documents(results, "--forms", "F99")
        self.assert_exit(done, BAD_INPUT)
        self.assertIn("F99", done.stderr)
        self.assert_exit(self.documents(self.here / "nothing"), BAD_INPUT)
        done = self.documents(results, "--forms", "F17", "--formats", "html")  # one variant: nothing to compare
        self.assert_exit(done, BAD_INPUT)
        self.assertIn("比选", done.stderr)
        only = ("--forms", "F7", "--formats", "html", "--lang", "zh-CN")
        self.assert_exit(self.documents(results, *only), GOOD)
        made = results / "documents" / "F7_集合清点表.html"
        made.write_text("mine", encoding="utf-8")
        self.assert_exit(self.documents(results, *only), BAD_INPUT)
        self.assertEqual(made.read_text(encoding="utf-8"), "mine")
        self.assert_exit(self.documents(results, *only, "--force"), GOOD)
        self.assertNotEqual(made.read_text(encoding="utf-8"), "mine")

    def test_without_python_docx_it_says_so_and_leaves_nothing(self):
        results = self.a_run()
        fake = self.here / "python-without-packages"
        fake.write_text("#!/bin/sh\ncat > /dev/null\nexit 4\n", encoding="utf-8")
        fake.chmod(0o755)
        for python, word in ((fake, "python-docx"), (self.here / "no such program", "Python 3")):
            done = self.documents(results, "--forms", "F7", "--formats", "html,docx", MUSTER_PYTHON=str(python))
            self.assert_exit(done, COULD_NOT_RUN)
            self.assertIn(word, done.stderr)
            self.assertFalse((results / "documents").exists())

    def test_a_file_where_the_folder_should_be(self):
        results = self.a_run()
        way = self.write("plan", "a file")
        done = self.documents(results, "--forms", "F7", "--formats", "html", "--out", way)
        self.assert_exit(done, COULD_NOT_RUN)
        self.assertIn("plan", done.stderr)
        self.assertEqual(pathlib.Path(way).read_text(encoding="utf-8"), "a file")

    def test_a_full_disk_leaves_nothing_behind(self):
        results = self.a_run()

        def little_room():
            import resource
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        done = run("documents", results, "--forms", "F7", "--formats", "html", lang="zh", preexec=little_room)
        self.assert_exit(done, COULD_NOT_RUN)
        self.assertIn("F7", done.stderr)
        self.assertFalse((results / "documents").exists())


if __name__ == "__main__":
    unittest.main()
