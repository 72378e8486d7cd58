#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""render/text/embed.py: what of a .po file gets into the program, what it refuses, and that a language is a folder."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
TEXT = ROOT / "render/text"
sys.path.insert(0, str(TEXT))
import embed  # noqa: E402

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'


class EmbedTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def tables(self, text):
        (self.folder / "a.po").write_text(HEADER + text, encoding="utf-8")
        return embed.tables(self.folder)

    def test_entries_are_read_with_their_context(self):
        read = self.tables('#. why\nmsgid "a.b"\nmsgstr ""\n"one \\"two\\"\\n"\n"three \\\\"\n\n'
                           'msgctxt "finding"\nmsgid "a.b"\nmsgstr "found"\nmsgctxt "hint"\nmsgid "a.b"\nmsgstr "do"\n')
        self.assertEqual(read, {"": {"a.b": 'one "two"\nthree \\'}, "finding": {"a.b": "found"}, "hint": {"a.b": "do"}})

    def test_what_is_fuzzy_or_not_translated_is_missing(self):
        read = self.tables('#, fuzzy\nmsgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr ""\n\n#~ msgid "c"\n#~ msgstr "y"\n\n'
                           'msgid "d"\nmsgstr "z"\n')
        self.assertEqual(read[""], {"d": "z"})

    def test_faults_are_refused_with_their_line(self):
        for fault, what in (('msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n', "a.po:8: a is said twice"),
                            ('msgctxt "menu"\nmsgid "a"\nmsgstr "x"\n', "a.po:5: the context"),
                            ('msgid "a\nmsgstr "x"\n', "a.po:5: neither")):
            with self.assertRaises(SystemExit) as raised:
                self.tables(fault)
            self.assertIn(what, str(raised.exception))

    def test_a_third_language_is_a_folder(self):
        other = self.folder / "xx"
        shutil.copytree(TEXT / "en", other)
        out = self.folder / "texts.cpp"
        subprocess.run([sys.executable, "-B", TEXT / "embed.py", out, TEXT / "zh-CN", TEXT / "en", other], check=True)
        text = out.read_text(encoding="utf-8")
        self.assertEqual(re.findall(r'^    \{"([\w-]+)", texts_', text, re.MULTILINE), ["zh-CN", "en", "xx"])
        sizes = re.findall(r"std::array<TextRow, (\d+)> (\w+)_\d", text)
        self.assertEqual(sizes[3:6], sizes[6:9])

    @unittest.skipUnless(shutil.which("msgfmt"), "gettext is not installed")
    def test_translators_tools_read_every_file(self):
        for path in sorted(TEXT.glob("*/*.po")):
            said = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True)
            self.assertEqual((said.returncode, said.stderr), (0, ""), path)

    def test_every_language_has_the_same_files(self):
        names = {folder.name: {p.name for p in folder.glob("*.po")} for folder in TEXT.iterdir() if folder.is_dir()}
        names.pop("__pycache__", None)
        self.assertEqual(len({frozenset(files) for files in names.values()}), 1, names)


if __name__ == "__main__":
    unittest.main()
