# SPDX-License-Identifier: Apache-2.0
"""What the checks of the source share: which layer a file is in, and its text without comments and strings."""
import pathlib
import re

TOPS = ("floorplans", "render", "scenarios", "sim", "tests", "tools")

_NOT_CODE = re.compile(
    r'R"(?P<mark>\w*)\(.*?\)(?P=mark)"'     # raw strings
    r'|"(?:\\.|[^"\\\n])*"'                  # strings
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'"  # characters, not the separators of 10'000
    r"|//[^\n]*|/\*.*?\*/",
    re.DOTALL)


def files(root, tops=TOPS):
    for top in tops:
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def code_only(text):
    """The text with strings and comments blanked; lines stay where they are."""
    return _NOT_CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def longest(path, folders):
    """The longest of the folders that holds `path`; None when none does."""
    return max((f for f in folders if path.startswith(f + "/")), key=len, default=None)


def root_of(arguments):
    return pathlib.Path(arguments[0])
