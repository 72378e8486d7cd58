#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An installed copy: everything there, found relative to the program, from whatever folder it is run."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from muster_cli import HAS_DOCX, PROGRAM, SOURCE


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.outer = pathlib.Path(tempfile.mkdtemp(prefix="muster-安装-"))
        cls.prefix = cls.outer / "usr local"
        cls.elsewhere = cls.outer / "elsewhere"
        cls.elsewhere.mkdir()
        subprocess.run(["cmake", "--install", pathlib.Path(PROGRAM).parent, "--prefix", cls.prefix], check=True,
                       capture_output=True)
        cls.share = cls.prefix / "share"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.outer, ignore_errors=True)

    def run_installed(self, *words):
        return subprocess.run([self.prefix / "bin" / "muster", *map(str, words), "--lang", "en"], cwd=self.elsewhere,
                              env=dict(os.environ, MUSTER_PYTHON=""), capture_output=True, encoding="utf-8", check=False)

    def test_all_that_ships_is_there(self):
        for name in ("bin/muster", "bin/muster-view", "share/muster/floorplans/plan.schema.json",
                     "share/muster/floorplans/rules.schema.json", "share/muster/scenarios/scenario.schema.json",
                     "share/muster/scenarios/risk_map.schema.json", "share/man/man1/muster.1", "share/man/man1/muster-run.1",
                     "share/man/zh_CN/man1/muster-ledger-add.1", "share/bash-completion/completions/muster"):
            self.assertTrue((self.prefix / name).is_file(), name)
        for folder in ("floorplans/library", "floorplans/rules", "scenarios/library"):
            there = sorted(path.name for path in (self.share / "muster" / folder).iterdir())
            self.assertEqual(there, sorted(path.name for path in (SOURCE / folder).iterdir()))

    def test_it_reads_its_own_files(self):
        scenario = self.share / "muster" / "scenarios" / "library" / "two_rooms_drill.scenario.json"
        self.assertEqual(self.run_installed("check", scenario).returncode, 0)
        rules = self.share / "muster" / "floorplans" / "rules"
        shutil.copy(rules / "gb50099.json", rules / "own_rules.json")
        plan = self.share / "muster" / "floorplans" / "library" / "two_rooms.plan.json"
        judged = self.run_installed("check", plan, "--rules", "own_rules")
        self.assertIn(judged.returncode, (0, 1), judged.stderr)
        self.assertEqual(self.run_installed("verify", "--quick", "--test", "imo-01").returncode, 0)

    def test_papers_are_made_by_the_installed_script(self):
        if not HAS_DOCX:
            self.skipTest("python3-docx is missing")
        scenario = self.share / "muster" / "scenarios" / "library" / "two_rooms_drill.scenario.json"
        self.assertIn(self.run_installed("run", scenario, "--out", "run", "--quiet").returncode, (0, 1))
        done = self.run_installed("documents", "run", "--forms", "F1", "--formats", "docx")
        self.assertEqual(done.returncode, 0, done.stderr)
        script = self.share / "muster" / "tools" / "office" / "documents" / "make_docx.py"
        kept = script.read_text(encoding="utf-8")
        script.write_text("import sys\nsys.exit(4)\n")
        without = self.run_installed("documents", "run", "--forms", "F1", "--formats", "docx", "--force")
        script.write_text(kept, encoding="utf-8")
        self.assertEqual(without.returncode, 3, without.stderr)

    def test_man_pages_say_what_the_help_says(self):
        for lang, folder in (("en", "man/man1"), ("zh-CN", "man/zh_CN/man1")):
            for words in (("run",), ("ledger", "add"), ("check",)):
                page = (self.share / folder / f"muster-{'-'.join(words)}.1").read_text(encoding="utf-8")
                spoken = page.replace("\\-", "-")
                help_text = subprocess.run([PROGRAM, *words, "--help", "--lang", lang], capture_output=True,
                                           encoding="utf-8", check=True).stdout
                for line in help_text.splitlines():
                    for word in line.split() if line.startswith(" ") else ():
                        self.assertIn(word, spoken)

    def test_the_shell_completes_words_options_and_choices(self):
        completion = self.share / "bash-completion" / "completions" / "muster"
        for typed, expected in ((["muster", "led"], "ledger"), (["muster", "ledger", "ad"], "add"),
                                (["muster", "run", "--un"], "--until-converged"), (["muster", "run", "--lang", "zh"], "zh-CN")):
            line = " ".join(f"'{word}'" for word in typed)
            script = (f"source '{completion}'; COMP_WORDS=({line}); COMP_CWORD={len(typed) - 1}; _muster; "
                      'printf "%s\\n" "${COMPREPLY[@]}"')
            done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
            self.assertEqual(done.stdout.split(), [expected], done.stderr)


if __name__ == "__main__":
    unittest.main()
