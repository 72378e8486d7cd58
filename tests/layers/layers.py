#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the #include lines of the source against the drawing of the layers in tests/layers/README.md.

Fails on an edge that points up, and on a third-party header outside its one home.
Usage: layers.py ROOT   check the source tree
       layers.py --self-test
"""
import pathlib
import re
import sys
import tempfile

import source

# What a folder may include besides itself. An entry covers the folders below it. Longest match wins.
RECORD = ["sim/record", "sim/kernel", "sim/model", "sim/geometry", "sim/base"]
FILES = ["sim", "floorplans", "scenarios"]  # what plans and scenarios are, and how they are read
OFFICE = FILES + ["tools/store", "tools/office/tables"]
MAY_INCLUDE = {
    "sim/base": [],
    "sim/geometry": ["sim/base"],
    "sim/model": ["sim/geometry", "sim/base"],
    "sim/kernel": ["sim/model", "sim/geometry", "sim/base"],
    "sim/record": RECORD[1:],
    "sim/routing": RECORD,
    "sim/hazards": RECORD,
    "sim/physics": RECORD,
    "sim/flow": RECORD + ["sim/routing"],
    "sim/behaviour": RECORD + ["sim/routing", "sim/hazards"],
    "sim/engine": RECORD + ["sim/behaviour", "sim/routing", "sim/hazards", "sim/physics", "sim/flow"],
    "sim/analysis": RECORD,
    "sim/planning": ["sim"],
    "floorplans": ["sim"],
    "scenarios": ["sim", "floorplans"],
    "render/text": ["sim"],
    "render/picture": ["sim", "render/text"],
    "render/document": ["sim", "render/text"],
    "render/papers": ["sim", "render/text", "render/picture", "render/document"],
    "render/replay": ["sim", "render/text", "render/picture", "render/document", "render/papers"],
    "render/lesson": ["sim", "render/text"],
    "render/viewer": ["sim", "render/text", "render/picture", "render/lesson"],
    "tools/process": [],
    "tools/store": FILES + ["render/papers", "render/text"],
    "tools/exchange": ["sim", "floorplans"],  # an importer ends in a plan and knows nothing above it
    "tools/office/tables": FILES,
    "tools/office/classes": OFFICE,
    "tools/office/ledger": OFFICE + ["render/text", "render/document"],
    "tools/office/documents": OFFICE + ["render/document", "render/papers", "tools/process"],
    "tools/office/drill": OFFICE + ["render/text", "render/picture", "render/document", "tools/office/classes"],
    "tools/office/rectify": OFFICE + ["render"],
    "tools/edit": FILES + ["render/viewer"],
    "tools/verify": FILES + ["render", "tools/exchange"],
    "tools/muster/terminal": FILES + ["render/text", "tools/store"],
    "tools/muster/film": FILES + ["render/text", "render/picture", "render/replay", "tools/store", "tools/process",
                                  "tools/muster/terminal"],
    "tools/muster/window": FILES + ["render", "tools/store", "tools/edit", "tools/muster/terminal", "tools/muster/film"],
    # Of render all but the viewer: the program knows of no screen.
    "tools/muster": FILES + ["render/text", "render/picture", "render/document", "render/papers", "render/replay", "tools"],
    "tests": FILES + ["render", "tools"],
}

# Header -> folders that may include it. Tests may include everything.
HOMES = [
    (r"box2d/", ["sim/physics/box2d_"]),
    (r"(Eigen/|unsupported/Eigen)", ["sim/hazards/shaking_intensity.cpp"]),
    (r"nlohmann/", ["floorplans", "scenarios", "render/papers", "render/document", "tools"]),
    (r"boost/", ["floorplans", "tools/store"]),
    (r"(pango|cairo|^png\.h)", ["render/picture"]),
    (r"(glib|gio|gobject)", ["tools/store/sha256.cpp", "render/document/html.cpp", "tools/office/tables/text_encoding.cpp"]),
    (r"(imgui|backends/imgui)", ["render/viewer"]),
    (r"(SFML/|X11/|fontconfig/)", ["render/viewer/window"]),
    (r"sqlite3", ["tools/store", "tools/office/ledger"]),
    (r"pugixml", ["tools/exchange/aislab", "tools/office/tables"]),
    (r"xlsxwriter", ["render/document"]),
    (r"zip\.h", ["tools/office/tables"]),
    (r"CLI/", ["tools/muster"]),
    (r"catch2/", []),
    (r"valijson/", []),
]
# Our own headers that stay in their folder: only the writer of documents prints HTML (and the page of the replay).
PRIVATE = [
    (r"render/document/(html|html_blocks|assets)\.h$", ["render/document", "render/replay", "tests"]),
]
MARKUP = re.compile(r'"(<!DOCTYPE|</?(html|head|body|table|tr|td|th|div|span|p|h[1-6]|ul|ol|li|figure|svg)[ >])')
# sim knows no file, stream, locale or calendar of the real world.
NOT_IN_SIM = re.compile(r"^(filesystem|fstream|iostream|locale|ctime|unistd\.h)$")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
OURS = tuple(top + "/" for top in source.TOPS)


def complaint_about(path, quoted, header):
    layer = source.longest(path, MAY_INCLUDE)
    if layer is None:
        return f"{path}: is in no layer of the drawing"
    if header.startswith(OURS):
        allowed = MAY_INCLUDE[layer] + [layer]
        if not any(header.startswith(a + "/") for a in allowed):
            return f'{path}: {layer} may not include "{header}"'
        for pattern, homes in PRIVATE:
            if re.match(pattern, header) and not any(path.startswith(h + "/") for h in homes):
                return f'{path}: "{header}" is of {", ".join(homes)} only'
        return None
    if quoted:
        return f'{path}: "{header}" is not a path from the root'
    if layer == "tests":
        return None
    for pattern, homes in HOMES:
        if re.match(pattern, header) and not any(path.startswith(h) for h in homes):
            return f"{path}: <{header}> belongs to {', '.join(homes) or 'tests'}"
    if path.startswith("sim/") and NOT_IN_SIM.match(header):
        return f"{path}: <{header}> has no place in sim"
    return None


def prints_html(path, text):
    return not path.startswith(("tests/", *(h + "/" for h in PRIVATE[0][1]))) and MARKUP.search(text)


def check(root):
    complaints = []
    for path, text in source.files(root):
        if prints_html(path, text):
            complaints.append(f"{path}: markup; a page is a document::Document, and its writer prints HTML")
        for mark, header in INCLUDE.findall(text):
            complaint = complaint_about(path, mark == '"', header)
            if complaint:
                complaints.append(complaint)
    return complaints


def self_test():
    cases = [  # path, include line, is it refused
        ("sim/base/a.h", '#include "sim/model/building.h"', True),
        ("sim/model/a.h", '#include "sim/base/id.h"', False),
        ("sim/analysis/a.cpp", '#include "sim/engine/simulation.h"', True),
        ("sim/engine/a.cpp", '#include "sim/analysis/results.h"', True),
        ("sim/physics/a.cpp", '#include "sim/behaviour/x.h"', True),
        ("sim/physics/box2d_a.cpp", "#include <box2d/box2d.h>", False),
        ("sim/physics/a.cpp", "#include <box2d/box2d.h>", True),
        ("sim/engine/a.cpp", "#include <box2d/box2d.h>", True),
        ("sim/engine/a.cpp", "#include <fstream>", True),
        ("sim/engine/a.cpp", "  #  include <nlohmann/json.hpp>", True),
        ("floorplans/a.cpp", "#include <boost/geometry.hpp>", False),
        ("floorplans/a.cpp", '#include "scenarios/reader.h"', True),
        ("render/papers/a.cpp", '#include "tools/store/sha256.h"', True),
        ("render/document/a.cpp", '#include "render/papers/forms/forms.h"', True),
        ("render/text/a.cpp", "#include <cairo/cairo.h>", True),
        ("render/papers/a.cpp", '#include "render/document/html.h"', True),
        ("render/document/a.cpp", '#include "render/document/html.h"', False),
        ("tools/exchange/aislab/a.cpp", '#include "floorplans/writer.h"', False),
        ("tools/exchange/aislab/a.cpp", '#include "scenarios/reader.h"', True),
        ("tools/verify/a.cpp", 'out += "<table>";', True),
        ("render/document/a.cpp", 'out += "<table>";', False),
        ("tools/muster/a.cpp", '#include "render/text/language.h"', False),
        ("tools/muster/a.cpp", '#include "render/viewer/window/window.h"', True),
        ("tools/muster/window/a.cpp", '#include "render/viewer/window/window.h"', False),
        ("tools/muster/a.cpp", '#include "console.h"', True),
        ("tools/muster/a.cpp", "#include <sqlite3.h>", True),
        ("tools/store/a.cpp", "#include <sqlite3.h>", False),
        ("tests/unit/a.cpp", "#include <sqlite3.h>", False),
        ("tools/muster/a.cpp", '#include "tests/support/x.h"', True),
    ]
    failed = 0
    for path, line, refused in cases:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / path
            file.parent.mkdir(parents=True)
            file.write_text(line + "\n", encoding="utf-8")
            if bool(check(pathlib.Path(folder))) != refused:
                failed += 1
                print(f"{path} with {line}: should be {'refused' if refused else 'accepted'}")
    return failed


def main(arguments):
    if arguments in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    if arguments == ["--self-test"]:
        return 1 if self_test() else 0
    if len(arguments) != 1:
        print(__doc__)
        return 2
    complaints = check(source.root_of(arguments))
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
