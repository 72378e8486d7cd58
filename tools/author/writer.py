# SPDX-License-Identifier: Apache-2.0
"""Writes legible JSON: one line per space, opening, obstacle, ...; numbers rounded to 1 mm; always the same bytes."""

import json
import math
import os


def tidy(value):
    """Rounds every number to 3 decimals and drops members that are None."""
    if isinstance(value, bool) or isinstance(value, (str, int)):
        return value
    if isinstance(value, float):
        rounded = round(value, 3)
        return int(rounded) if rounded == math.floor(rounded) else rounded
    if isinstance(value, dict):
        return {k: tidy(v) for k, v in value.items() if v is not None}
    return [tidy(v) for v in value]


def one_line(value):
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def is_table(value):
    return isinstance(value, list) and bool(value) and all(isinstance(row, (dict, str)) for row in value)


def document(members):
    """The text of a document: one line per member, and one per row of its tables."""
    parts = []
    for key, value in tidy(members).items():
        if is_table(value):
            rows = ",\n".join("    " + one_line(row) for row in value)
            parts.append(f"  {one_line(key)}: [\n{rows}\n  ]")
        else:
            parts.append(f"  {one_line(key)}: {one_line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write(path, members):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(document(members))
