#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The whole program with all outputs on: wall time, times real time, peak memory, time per part.

Usage: tests/bench/program_bench.py [--muster build/release/muster] [--runs 5] [--csv tests/bench/MACHINE.csv] [SCENARIO...]
Prints minimum, median and maximum over the runs and adds them to the CSV. Shared machines are noisy: quote medians, and
ratios of figures taken in one call."""
import argparse
import csv
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run_once(muster, scenario, folder):
    """One run in a process of its own, on one core. Returns (process wall s, peak memory MB, summary)."""
    out = pathlib.Path(folder) / "run"
    command = [muster, "run", scenario, "--seed", "1", "--jobs", "1", "--out", str(out), "--quiet", "--force"]
    core = min(os.sched_getaffinity(0))
    begun = time.perf_counter()
    process = subprocess.Popen(command, preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed")
    return wall, usage.ru_maxrss / 1024, json.loads((out / "summary.json").read_text(encoding="utf-8"))


def machine_name():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores"


def spread(values):
    return min(values), statistics.median(values), max(values)


def measure(muster, scenario, runs):
    walls, memories, summaries = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        run_once(muster, scenario, folder)  # warm-up, not counted
        for _ in range(runs):
            wall, memory, summary = run_once(muster, scenario, folder)
            walls.append(wall), memories.append(memory), summaries.append(summary)
    simulated = summaries[0]["runs"][0]["simulated_s"]
    rows = [("simulated", "s", (simulated,) * 3), ("people", "", (summaries[0]["people"]["total"],) * 3),
            ("process wall", "s", spread(walls)), ("times real time, whole process", "", spread([simulated / w for w in walls])),
            ("times real time, run alone", "", spread([s["runs"][0]["real_time_factor"] for s in summaries])),
            ("peak memory", "MB", spread(memories))]
    for part in summaries[0]["runs"][0].get("parts_s", {}):
        rows.append((f"part {part}", "s", spread([s["runs"][0]["parts_s"][part] for s in summaries])))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--muster", default=str(ROOT / "build/release/muster"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--csv")
    parser.add_argument("scenarios", nargs="*", default=[str(ROOT / "scenarios/library/primary_drill.scenario.json")])
    options = parser.parse_args()
    machine, today = machine_name(), datetime.date.today().isoformat()
    print(f"{machine}; {options.runs} runs after one warm-up; load {os.getloadavg()[0]:.1f}")
    for scenario in options.scenarios:
        name = pathlib.Path(scenario).name.split(".")[0]
        rows = measure(options.muster, scenario, options.runs)
        for what, unit, (low, middle, high) in rows:
            print(f"{name:32} {what:32} {low:10.3f} {middle:10.3f} {high:10.3f} {unit}")
        if options.csv:
            new = not os.path.exists(options.csv)
            with open(options.csv, "a", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                if new:
                    writer.writerow(["date", "machine", "runs", "case", "figure", "unit", "min", "median", "max"])
                for what, unit, values in rows:
                    writer.writerow([today, machine, options.runs, name, what, unit, *(f"{v:.4g}" for v in values)])


if __name__ == "__main__":
    main()
