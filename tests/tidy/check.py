#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""clang-tidy over the sources that a change touches, by .clang-tidy of the source tree.

Sources are read in the batches that they are compiled in: their headers are read once for sixteen of them. Complaints
about files that did not change are left out. Configures the preset tidy, builds nothing.
Usage: check.py [--most BATCHES] [--since COMMIT | --all | FILE...]
Without arguments: what is new since the branch left main; on main itself, since the commit before. Where there is no git
history it says so and checks nothing. With --most, the batches with the most changes only, and it says how many are left
out: a quarter of a minute each.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLANG_TIDY = "clang-tidy-16"
# The flags are gcc's: clang knows some of its warnings by no name, and what it warns of is the compiler's business.
ARGUMENTS = ["--quiet", "--header-filter=.*", "--extra-arg=-Wno-everything", "--extra-arg=-Wno-error"]


def git(*arguments):
    done = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, encoding="utf-8", check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def base_of_change():
    head = git("rev-parse", "HEAD")
    for trunk in ("origin/main", "main"):
        base = git("merge-base", "HEAD", trunk)
        if base and base != head:
            return base
    return git("rev-parse", "--verify", "--quiet", "HEAD^")


def changed_since(commit):
    """Sources that differ from `commit`, and those that git does not know yet."""
    names = (git("diff", "--name-only", "--diff-filter=d", commit) or "").splitlines()
    names += (git("ls-files", "--others", "--exclude-standard") or "").splitlines()
    return sorted(n for n in set(names) if n.endswith((".cpp", ".h")))


def batches(folder):
    """File that is compiled -> the sources in it, as paths from the root. What only the build writes is left out."""
    found = {}
    for entry in json.loads((folder / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(entry["file"])
        inside = [path]
        if "unity_" in path.name:
            inside = [pathlib.Path(p) for p in re.findall(r'#include "(.+?)"', path.read_text(encoding="utf-8"))]
        inside = {p.relative_to(ROOT).as_posix() for p in inside if not p.is_relative_to(folder)}
        if inside:
            found[str(path)] = inside
    return found


def readers_of(headers, all_batches):
    """For each header one batch that reads it: the first whose sources name it, its own source's before others'."""
    chosen = set()
    for header in headers:
        line = f'#include "{header}"'
        own = header[:-2] + ".cpp"
        order = sorted(all_batches, key=lambda b: own not in all_batches[b])
        for batch in order:
            if any(line in (ROOT / s).read_text(encoding="utf-8") for s in all_batches[batch]):
                chosen.add(batch)
                break
    return chosen


def tidy(folder, batch, names):
    filters = json.dumps([{"name": "/" + name} for name in names])
    done = subprocess.run([CLANG_TIDY, "-p", folder, *ARGUMENTS, f"--line-filter={filters}", batch],
                          capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    return done.returncode, done.stdout.replace(str(ROOT) + "/", "")


def main(arguments):
    if {"-h", "--help"} & set(arguments):
        print(__doc__)
        return 0
    most = None
    if arguments[:1] == ["--most"]:
        most, arguments = int(arguments[1]), arguments[2:]
    if not shutil.which(CLANG_TIDY):
        sys.exit(f"{CLANG_TIDY} is missing: tools/setup ci installs it")
    subprocess.run(["cmake", "--preset", "tidy"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    folder = ROOT / "build" / "tidy"
    sources = batches(folder)
    everything = set().union(*sources.values())
    if arguments == ["--all"]:
        names = sorted(everything | {p.relative_to(ROOT).as_posix() for top in ("sim", "floorplans", "scenarios", "render", "tools")
                                     for p in (ROOT / top).rglob("*.h")})
    elif arguments and arguments[0] != "--since":
        names = [pathlib.Path(a).resolve().relative_to(ROOT).as_posix() for a in arguments]
    else:
        base = arguments[1] if arguments else base_of_change()
        if base is None:
            print("clang-tidy: no git history here to tell what changed; nothing checked")
            return 0
        names = changed_since(base)
        print(f"clang-tidy: {len(names)} sources changed since {base[:12]}")
    chosen = {b for b, inside in sources.items() if inside & set(names)}
    chosen |= readers_of([n for n in names if n.endswith(".h")], sources)
    chosen = sorted(chosen, key=lambda b: (-len(sources[b] & set(names)), b))
    if most is not None and len(chosen) > most:
        print(f"clang-tidy: {len(chosen) - most} of {len(chosen)} batches are left out")
        chosen = chosen[:most]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for code, said in pool.map(lambda batch: tidy(folder, batch, names), chosen):
            failed += code != 0
            if said.strip():
                print(said.strip(), flush=True)
    print(f"clang-tidy: {len(chosen)} batches, {failed} with complaints")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
