#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import unittest

from muster_cli import BAD_INPUT, GOOD, SOURCE, CliTest, run

LIBRARY = SOURCE / "scenarios" / "library"


class RouteCard(CliTest):
    def cards(self, which, name, *more):
        return run("export", LIBRARY / "kindergarten_drill.scenario.json", "--route-card", which, "-o", self.here / name, *more)

    def test_all_writes_a_page_for_every_class_in_the_language_asked_for(self):
        self.assert_exit(self.cards("all", "路线卡.html", "--lang", "zh-CN"), GOOD)
        page = (self.here / "路线卡.html").read_text(encoding="utf-8")
        self.assertGreater(page.count("<section"), 1)
        self.assertIn("最后一人关门", page)
        self.assertIn("data:image/png;base64,", page)
        self.assertNotIn("http", page.replace("http-equiv", ""))
        self.assertNotIn("{", page.split("</style>")[1])

    def test_one_class_gives_one_page(self):
        page_of_all = self.here / "all.html"
        self.assert_exit(self.cards("all", "all.html", "--lang", "en"), GOOD)
        self.assertIn("Route card", page_of_all.read_text(encoding="utf-8"))
        mistake = self.cards("no_such_class", "one.html", "--lang", "en")
        self.assert_exit(mistake, BAD_INPUT)
        first = mistake.stderr.split("there are:")[1].split(",")[0].strip()
        self.assert_exit(self.cards(first, "one.html", "--lang", "en"), GOOD)
        self.assertEqual((self.here / "one.html").read_text(encoding="utf-8").count("<section"), 1)

    def test_mistakes_are_told_and_nothing_is_overwritten(self):
        self.assert_exit(self.cards("all", "cards.txt"), BAD_INPUT)
        self.assert_exit(self.cards("all", "cards.html"), GOOD)
        self.assert_exit(self.cards("all", "cards.html"), BAD_INPUT)
        self.assert_exit(self.cards("all", "cards.html", "--force"), GOOD)


if __name__ == "__main__":
    unittest.main()
