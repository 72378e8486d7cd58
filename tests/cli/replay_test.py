#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The replay page in a real browser: chromium without a window opens it and tells what it shows."""
import json
import re
import shutil
import subprocess
import unittest

from muster_cli import BAD_INPUT, GOOD, PATIENCE_S, CliTest, run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Replay(CliTest):
    def setUp(self):
        super().setUp()
        self.finished()

    def replay(self, *more, lang="en"):
        return run("report", self.here / "out", "--replay", *more, lang=lang)

    def shown(self, page, fragment, size="1280,720"):
        """Data attributes of <body> once the page has been drawn."""
        dump = subprocess.run(
            [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self.outer / 'profile'}",
             f"--window-size={size}", "--virtual-time-budget=3000", "--dump-dom", page.as_uri() + "#" + fragment],
            capture_output=True, encoding="utf-8", timeout=PATIENCE_S, check=False).stdout
        body = re.search(r"<body[^>]*>", dump)
        self.assertIsNotNone(body, dump[:500])
        return dict(re.findall(r'data-([a-z-]+)="([^"]*)"', body.group(0)))

    def happened(self, kind, until_s):
        lines = (self.here / "out" / "events.jsonl").read_text(encoding="utf-8").splitlines()
        events = [json.loads(line) for line in lines]
        return len({e["person"] for e in events if e["event"] == kind and e["t_s"] <= until_s})

    def test_the_page_is_one_file_that_asks_for_nothing_else(self):
        self.assert_exit(self.replay("--lang", "en"), GOOD)
        page = (self.here / "out" / "replay.en.html").read_text(encoding="utf-8")
        self.assertNotRegex(page, r"(src|href)\s*=")
        self.assertNotIn("http", page)
        self.assertNotIn("@import", page)
        self.assertLess(len(page), 120_000)

    def test_both_languages_are_written_unless_one_is_named(self):
        self.assert_exit(self.replay(), GOOD)
        chinese = (self.here / "out" / "replay.zh-CN.html").read_text(encoding="utf-8")
        self.assertIn('<html lang="zh-CN">', chinese)
        self.assertIn("已到集合点", chinese)
        self.assertIn("两间教室演练", chinese)
        self.assertIn("At assembly", (self.here / "out" / "replay.en.html").read_text(encoding="utf-8"))
        self.assert_exit(self.replay(), BAD_INPUT)  # there already
        self.assert_exit(self.replay("--force"), GOOD)

    def test_a_name_cannot_end_the_script(self):
        self.finished("odd", name="</script><b>x")
        self.assert_exit(run("report", self.here / "odd", "--replay", "-o", self.here / "odd.html"), GOOD)
        page = (self.here / "odd.html").read_text(encoding="utf-8")
        self.assertEqual(page.count("</script>"), 2)
        self.assertIn("&lt;/script", page)

    @unittest.skipUnless(CHROMIUM, "chromium is not installed")
    def test_the_browser_counts_what_the_run_counted(self):
        self.assert_exit(self.replay("-o", self.here / "回放.html"), GOOD)
        page = self.here / "回放.html"
        for seconds in (0, 8, 12, 20, 300):
            shown = self.shown(page, f"t={seconds}")
            self.assertEqual(shown.get("people"), "12", shown)
            out = self.happened("person_left_building", seconds)
            self.assertEqual((shown["people-inside"], shown["people-out"]), (str(12 - out), str(out)), seconds)
            self.assertEqual(shown["at-assembly"], str(self.happened("person_at_assembly", seconds)), seconds)
        self.assertEqual(self.shown(page, "t=5&level=F1", "360,740")["level"], "F1")

    @unittest.skipUnless(CHROMIUM, "chromium is not installed")
    def test_a_page_that_was_cut_says_so(self):
        self.assert_exit(self.replay("-o", self.here / "r.html"), GOOD)
        text = (self.here / "r.html").read_text(encoding="utf-8")
        cut = re.sub(r'"tracks":"[^"]{40}', '"tracks":"', text)
        (self.here / "cut.html").write_text(cut, encoding="utf-8")
        self.assertIn("error", self.shown(self.here / "cut.html", "t=0"))

    def test_a_stored_report_is_written_again_as_it_was(self):
        report = self.here / "out" / "report.en.html"
        before = report.read_text(encoding="utf-8")
        report.unlink()
        self.assert_exit(run("report", self.here / "out", "--lang", "en"), GOOD)
        def steady(page):  # how fast the machine was is stored to a tenth of a millisecond
            return re.sub(r">[0-9.]+×<", "><", page)

        self.assertEqual(steady(report.read_text(encoding="utf-8")), steady(before))

    def test_what_is_no_run_is_refused_with_a_suggestion(self):
        result = run("report", self.here, "--replay")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("suggestion", result.stderr)
        (self.here / "out" / "trajectory.sqlite").write_bytes(b"not a database at all" * 1000)
        result = run("report", self.here / "out", "--replay", lang="zh")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("建议", result.stderr)


if __name__ == "__main__":
    unittest.main()
