#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A subcommand is a pair of files and a line; a format of plans is a folder and a line. Nothing else speaks of it."""
import re
import unittest

from muster_cli import GOOD, SOURCE, CliTest, run

MUSTER = SOURCE / "tools" / "muster"
EXCHANGE = SOURCE / "tools" / "exchange"
LISTED = re.search(r"set\(commands\n(.*?)\)", (MUSTER / "CMakeLists.txt").read_text(encoding="utf-8"), re.DOTALL).group(1).split()


def importers():
    lines = (SOURCE / "tools" / "CMakeLists.txt").read_text(encoding="utf-8").splitlines()
    return [m.group(1) for m in (re.match(r"muster_importer\((\w+) ", line) for line in lines) if m]


def words_in_help(*words):
    """The subcommands that the help of `words` lists, in its order."""
    lines = run(*words, "--help").stdout.split("Subcommands:\n")[-1].splitlines()
    return [m.group(1) for m in (re.match(r"  (\w+)\s", line) for line in lines) if m]


def expected(group=""):
    """What the list says of a group; each word once."""
    inside = [path[len(group):] for path in LISTED if path.startswith(group)]
    return list(dict.fromkeys(path.split("/")[0] for path in inside))


class Registration(CliTest):
    def test_the_list_is_what_the_help_shows(self):
        self.assertGreater(len(LISTED), 20)
        self.assertEqual(words_in_help(), expected())
        for group in {path.split("/")[0] for path in LISTED if "/" in path}:
            with self.subTest(group=group):
                self.assertEqual(words_in_help(group), expected(group + "/"))

    def test_a_subcommand_is_two_files_and_one_line(self):
        sources = {path: path.read_text(encoding="utf-8") for path in MUSTER.rglob("*") if path.is_file()}
        for command in LISTED:
            with self.subTest(command=command):
                function = re.compile(r"\bmake_" + command.replace("/", "_") + r"\(")
                speaking = {path for path, text in sources.items() if function.search(text)}
                self.assertEqual(speaking, {MUSTER / f"{command}.h", MUSTER / f"{command}.cpp"})
        listing = (MUSTER / "CMakeLists.txt").read_text(encoding="utf-8")
        for command in LISTED:
            self.assertEqual(len(re.findall(rf"^\s+{command}$", listing, re.MULTILINE)), 1, command)

    def test_a_format_of_plans_is_one_folder_and_one_line(self):
        folders = sorted(path.parent.name for path in EXCHANGE.glob("*/importer.h"))
        self.assertEqual(sorted(importers()), folders)
        self.assertEqual(words_in_help("import"), importers())
        outside = [path for path in MUSTER.rglob("*") if path.is_file()]
        for name in importers():
            self.assertFalse([p for p in outside if re.search(rf"\b{name}\b", p.read_text(encoding="utf-8"))], name)

    def test_every_help_is_in_words(self):
        groups = {path.rsplit("/", 1)[0] for path in LISTED if "/" in path}
        for words in [[], *([g] for g in groups), *(p.split("/") for p in LISTED), *(["import", f] for f in importers())]:
            for lang, example in (("en", "Example"), ("zh", "示例")):
                with self.subTest(words=words, lang=lang):
                    result = run(*words, "--help", lang=lang)
                    self.assert_exit(result, GOOD)
                    self.assertIn(example, result.stdout)
                    self.assertNotRegex(result.stdout, r"\bmuster\.[a-z]")


if __name__ == "__main__":
    unittest.main()
