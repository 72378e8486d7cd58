#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""One namespace per library, by its folder, and one definition per type.

Two types of one qualified name in one program share their destructors, whichever the linker keeps: no test of one
library can see it. Types in unnamed namespaces and inside functions are their file's own.
Usage: names.py ROOT   check the source tree
       names.py --self-test
"""
import pathlib
import re
import sys
import tempfile

import source

# Folder -> namespace below muster; the longest match counts. What everybody speaks of lives in muster itself.
NAMESPACES = {
    "sim/base": "", "sim/geometry": "", "sim/model": "", "sim/kernel": "", "sim/record": "",
    "sim/routing": "routing", "sim/hazards": "hazards", "sim/physics": "physics", "sim/behaviour": "behaviour",
    "sim/engine": "engine", "sim/analysis": "analysis", "sim/flow": "flow", "sim/planning": "planning",
    "floorplans": "floorplans", "scenarios": "scenarios",
    "render/text": "text", "render/picture": "picture", "render/document": "document", "render/papers": "papers",
    "render/replay": "replay", "render/lesson": "lesson", "render/viewer": "viewer",
    "tools/store": "store", "tools/process": "process", "tools/edit": "edit", "tools/verify": "verify",
    "tools/muster": "commands", "tools/exchange": "exchange", "tools/exchange/aislab": "aislab", "tools/exchange/cfast": "cfast",
    "tools/office/tables": "tables", "tools/office/classes": "classes", "tools/office/ledger": "ledger",
    "tools/office/drill": "drill", "tools/office/rectify": "rectify", "tools/office/documents": "documents",
}

TOKEN = re.compile(
    r"(?P<namespace>\b(?:inline\s+)?namespace\b\s*(?P<space>[\w:]*)\s*\{)"
    r"|(?P<type>\b(?:struct|class|union|enum(?:\s+(?:class|struct))?)\s+(?:\[\[[^\]]*\]\]\s*)?(?P<name>[\w:]+)"
    r"(?:<[^;{]*>)?(?:\s+final)?\s*(?::[^;{}()]*)?\{)"
    r"|(?P<open>\{)|(?P<close>\})")


def definitions(code):
    """(line, enclosing namespace, qualified name) of every type defined at namespace or class scope."""
    scopes = []  # (kind, name): "namespace", "type", "other"
    for m in TOKEN.finditer(code):
        if m.group("close"):
            if scopes:
                scopes.pop()
        elif m.group("open"):
            scopes.append(("other", ""))
        elif m.group("namespace"):
            scopes.append(("namespace", m.group("space")))
        else:
            kinds = [kind for kind, _ in scopes]
            unnamed = ("namespace", "") in scopes
            if "other" not in kinds and not unnamed and not m.group("name").startswith("std::"):
                space = "::".join(name for kind, name in scopes if kind == "namespace")
                yield (code.count("\n", 0, m.start()) + 1, space,
                       "::".join([name for _, name in scopes] + [m.group("name")]))
            scopes.append(("type", m.group("name")))


def expected_namespace(path):
    folder = source.longest(path, NAMESPACES)
    if folder is None:
        return None
    return "muster" + ("::" + NAMESPACES[folder] if NAMESPACES[folder] else "")


def check(root):
    complaints, home = [], {}
    for path, text in source.files(root, [t for t in source.TOPS if t != "tests"]):
        expected = expected_namespace(path)
        if expected is None:
            complaints.append(f"{path}: its folder has no namespace in tests/layers/names.py")
            continue
        for line, space, name in definitions(source.code_only(text)):
            if space != expected and not space.startswith(expected + "::"):
                complaints.append(f"{path}:{line}: {name} belongs into namespace {expected}")
            if home.setdefault(name, path) != path:
                complaints.append(f"{path}:{line}: {name} is defined in {home[name]} too")
    return complaints


def self_test():
    cases = [  # files, number of complaints
        ({"sim/flow/a.h": "namespace muster::flow {\nstruct A {};\n}"}, 0),
        ({"sim/flow/a.h": "namespace muster {\nstruct A {};\n}"}, 1),
        ({"sim/base/a.h": "namespace muster {\nstruct A {};\n}", "sim/model/b.h": "namespace muster {\nclass A : B {};\n}"}, 1),
        ({"sim/base/a.h": "namespace muster { struct A { struct In {}; };\n}",
          "sim/model/b.h": "namespace muster { struct B { struct In {}; };\n}"}, 0),
        ({"sim/base/a.cpp": "namespace muster { namespace { struct A {}; } }",
          "sim/base/b.cpp": "namespace muster { namespace { struct A {}; } void f() { struct A {}; } }"}, 0),
        ({"sim/base/a.h": "namespace muster { enum class A : int { x }; }", "sim/base/b.h": "namespace muster { struct A final { }; }"}, 1),
        ({"sim/base/a.h": "namespace muster { struct A; struct B {}; }", "sim/base/b.h": "namespace muster { struct A { A() { if (x) { } } }; }"}, 0),
        ({"sim/base/a.h": "namespace muster { // struct A {\nconst char* s = \"struct A {\"; struct A {}; }"}, 0),
        ({"sim/base/a.h": "namespace muster { class A { class Impl; }; }", "sim/base/a.cpp": "namespace muster { class A::Impl {}; }"}, 0),
        ({"nowhere/a.h": "struct A {};"}, 0),
        ({"tools/new/a.h": "struct A {};"}, 1),
    ]
    failed = 0
    for number, (tree, expected) in enumerate(cases):
        with tempfile.TemporaryDirectory() as folder:
            for path, text in tree.items():
                file = pathlib.Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            found = check(pathlib.Path(folder))
            if len(found) != expected:
                failed += 1
                print(f"case {number}: {expected} complaints expected, got {found}")
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
    print(*complaints, sep="\n", end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
