#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every script says what it is for when asked with --help, at once and without doing anything."""
import os
import pathlib
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["MUSTER_SOURCE"])
# What a script that does not listen would begin with.
WORK = ("apt-get", "cmake", "ctest", "ninja", "xvfb-run", "chromium", "convert", "clang-format-14")


def scripts():
    for top in ("tools", "tests", ".ci"):
        for path in sorted((SOURCE / top).rglob("*")):
            if not path.is_file() or path.name.endswith("_test.py") or "__pycache__" in path.parts:
                continue
            with open(path, "rb") as file:
                if file.read(2) == b"#!":
                    yield path


class Scripts(unittest.TestCase):
    def test_every_script_answers(self):
        found = {str(path.relative_to(SOURCE)) for path in scripts()}
        self.assertLess({"tools/setup", "tools/demo", "tools/test", "tools/gallery", "tools/compare_outputs", ".ci/run"}, found)
        with tempfile.TemporaryDirectory(prefix="muster-scripts-") as folder:
            here = pathlib.Path(folder)
            for name in WORK:
                (here / name).write_text(f'#!/bin/sh\necho {name} >>"{here}/called"\nexit 99\n')
                (here / name).chmod(0o755)
            environment = {k: v for k, v in os.environ.items() if not k.startswith("MUSTER")}
            environment["PATH"] = f"{here}:{environment['PATH']}"
            for path in scripts():
                with self.subTest(path=str(path.relative_to(SOURCE))):
                    with open(path, encoding="utf-8") as file:
                        interpreter = file.readline()[2:].split()
                    done = subprocess.run([*interpreter, path, "--help"], cwd=here, env=environment, capture_output=True,
                                          encoding="utf-8", stdin=subprocess.DEVNULL, timeout=100, check=False)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertIn("usage", done.stdout.lower())
                    self.assertFalse((here / "called").exists())


if __name__ == "__main__":
    unittest.main()
