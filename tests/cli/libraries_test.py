#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`muster` runs where there is no screen: it asks for no library of windows or graphics cards. `muster-view` does."""
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from muster_cli import COULD_NOT_RUN, PROGRAM

SCREEN = re.compile(r"lib(sfml|imgui|X|xcb|GL|EGL|wayland|drm|glfw|SDL)", re.IGNORECASE)


def needed(path):
    """What the file itself asks for."""
    table = subprocess.run(["readelf", "-d", path], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", table))


def loaded(path):
    """Name -> file of all that is loaded with it."""
    listing = subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout
    return dict(re.findall(r"(\S+) => (/\S+)", listing))


class Libraries(unittest.TestCase):
    def test_the_program_itself_needs_no_screen(self):
        self.assertFalse([name for name in needed(PROGRAM) if SCREEN.match(name)])

    def test_nothing_of_a_screen_is_loaded_with_it(self):
        files = loaded(PROGRAM)
        self.assertFalse([name for name in files if re.match(r"lib(sfml|imgui|GL|EGL)", name)])
        # Debian's cairo can draw on X11 and brings its client libraries; nobody else may ask for them.
        asking = {name for name, path in files.items()
                  if not SCREEN.match(name) and any(SCREEN.match(n) for n in needed(path))}
        self.assertLessEqual(asking, {"libcairo.so.2"})

    def test_the_window_lies_beside_it_and_has_them(self):
        window = pathlib.Path(PROGRAM).with_name("muster-view")
        self.assertTrue(any(name.startswith("libsfml") for name in needed(window)))

    def test_a_program_without_its_window_says_so(self):
        with tempfile.TemporaryDirectory(prefix="muster-alone-") as folder:
            alone = shutil.copy(PROGRAM, folder)
            done = subprocess.run([alone, "view", "--lang", "en"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, COULD_NOT_RUN)
        self.assertIn("muster-view is missing", done.stderr)


if __name__ == "__main__":
    unittest.main()
