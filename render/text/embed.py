#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turns the catalogues (one folder a language, gettext .po files) into sorted tables of the program.

Usage: embed.py OUT.cpp FOLDER...

A text's msgid is its id; what a finding says has the context "finding", what to do about it the context "hint".
Entries that are fuzzy or not translated count as missing, as gettext has it.
"""
import pathlib
import re
import sys

CONTEXTS = ("", "finding", "hint")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
LINE = re.compile(r'(?:(msgctxt|msgid|msgstr)\s+)?"((?:[^"\\]|\\.)*)"\s*$')


def unescaped(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES[m.group(1)], text)


def entries(path):
    """(line, context, id, text) of each entry of a .po file, the header too (its id is empty)."""
    entry, key, fuzzy = {}, None, False

    def done():
        if "msgid" in entry and "msgstr" in entry and not fuzzy and entry["msgstr"]:
            yield entry["line"], entry.get("msgctxt", ""), entry["msgid"], entry["msgstr"]

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            if "msgstr" in entry:
                yield from done()
                entry, key, fuzzy = {}, None, False
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        match = LINE.match(line)
        if not match or not (match.group(1) or key):
            sys.exit(f"{path}:{number}: neither msgctxt, msgid or msgstr nor a string")
        if match.group(1):
            if "msgstr" in entry:  # entries need no blank line between them
                yield from done()
                entry, fuzzy = {}, False
            key = match.group(1)
            entry.setdefault("line", number)
            entry[key] = ""
        entry[key] += unescaped(match.group(2))
    yield from done()


def tables(folder):
    """{context: {id: text}} of a language."""
    read = {context: {} for context in CONTEXTS}
    for path in sorted(folder.glob("*.po")):
        for line, context, name, text in entries(path):
            if not name:
                continue
            if context not in read:
                sys.exit(f"{path}:{line}: the context is one of {CONTEXTS[1:]} or none")
            if name in read[context]:
                sys.exit(f"{path}:{line}: {name} is said twice")
            read[context][name] = text
    return read


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def source(folders):
    out = ["// SPDX-License-Identifier: Apache-2.0", "// Made by render/text/embed.py from the catalogues.",
           '#include "render/text/embedded.h"', "", "namespace muster::text {", "", "namespace {", ""]
    languages = []
    for number, folder in enumerate(folders):
        spans = []
        for context, rows in tables(folder).items():
            name = f"{context or 'text'}s_{number}"
            # Sorted as std::string_view compares: by bytes.
            out.append(f"constexpr std::array<TextRow, {len(rows)}> {name}{{{{")
            out += [f"    {{{literal(key)}, {literal(rows[key])}}}," for key in sorted(rows, key=str.encode)]
            out += ["}};", ""]
            spans.append(name)
        languages.append(f"    {{{literal(folder.name)}, {', '.join(spans)}}},")
    out += [f"constexpr std::array<Texts, {len(languages)}> languages{{{{", *languages, "}};", "", "}  // namespace", "",
            "std::span<const Texts> embedded_texts() { return languages; }", "", "}  // namespace muster::text", ""]
    return "\n".join(out)


if __name__ == "__main__":
    if sys.argv[1:] in (["-h"], ["--help"]):
        print(__doc__)
        sys.exit(0)
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    pathlib.Path(sys.argv[1]).write_text(source([pathlib.Path(f) for f in sys.argv[2:]]), encoding="utf-8")
