# SPDX-License-Identifier: Apache-2.0
"""Test cases of guidelines: plans of boxes joined by openings and straight flights, scenarios on them, and the
catalogue of a suite (tools/verify/catalogue.h).

A suite's module gives `suite()`; verification/everything.py writes them all. Which tests use a case is taken from the
catalogues, so a case's "verification" header is never written by hand.
"""

import math

import writer
from names import name
from plan import Plan

FOLDER = "tests/verification"
ADULT_RADIUS = {"law": "constant", "value": 0.18}  # m, the calibrated body


class CasePlan(Plan):
    """A plan of a test. Levels: F1 at 0 m; more with level()."""

    def __init__(self, key, zh, en, sources, assumptions=()):
        super().__init__(key, zh, en, list(sources), list(assumptions))
        self.level("F1", 1, 0.0)

    def level(self, key, storey, elevation_m):
        self.levels.append({"id": key, "name": key, "elevation_m": elevation_m, "storey": storey})
        return key

    def room(self, key, area, use="other", level="F1", **more):
        """`area`: a Rect or a ring of points."""
        return self.space(key, level, key, use, area, **more)

    def gap(self, key, between, at, **more):
        """A doorway without leaf; `between` may name "outside"."""
        return self.opening(key, between, at, kind="doorway", leaf="none", **more)

    def flight(self, key, below, above, area, upwards, rise_m, risers, level="F1", ends=None, **more):
        """A stair of one straight flight that fills the Rect `area`; `upwards`: +x, -x, +y or -y. Length along the
        incline: hypot(plan length, rise). `ends`: ids of the openings at foot and head, else <key>_foot, <key>_head;
        an end that exists already (flights that follow each other without landing) is shared."""
        sides = {"x": ([(area.x0, area.y0), (area.x0, area.y1)], [(area.x1, area.y0), (area.x1, area.y1)]),
                 "y": ([(area.x0, area.y0), (area.x1, area.y0)], [(area.x0, area.y1), (area.x1, area.y1)])}[upwards[1]]
        foot, head = sides if upwards[0] == "+" else sides[::-1]
        foot_id, head_id = ends or (f"{key}_foot", f"{key}_head")
        length, width = (area.width, area.depth) if upwards[1] == "x" else (area.depth, area.width)
        riser, tread = rise_m / risers, length / risers
        assert abs(round(riser, 3) * risers - rise_m) < 0.02, "risers must come out in millimetres"
        self.space(key, level, key, "stair_flight", area, **more)
        known = {o["id"] for o in self.openings}
        if foot_id not in known:
            self.opening(foot_id, (below, key), foot, kind="flight_end")
        if head_id not in known:
            self.opening(head_id, (key, above), head, kind="flight_end")
        row = {"space": key, "foot": foot_id, "head": head_id, "risers": risers, "riser_m": riser,
               "tread_m": tread, "clear_width_m": width}
        self.stairs.append({"id": f"{key}_stair", "name": key, "flights": [row]})
        return key


def ring(points, degrees=0.0, about=(0.0, 0.0)):
    """Points turned counter-clockwise by `degrees` about a point."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(about[0] + c * (x - about[0]) - s * (y - about[1]), about[1] + s * (x - about[0]) + c * (y - about[1]))
            for x, y in points]


def grid(area, count, columns=None):
    """`count` places spread evenly over a Rect, row by row from its lower left corner."""
    columns = columns or max(1, round(math.sqrt(count * area.width / area.depth)))
    rows = math.ceil(count / columns)
    return [(area.x0 + area.width * (i % columns + 0.5) / columns, area.y0 + area.depth * (i // columns + 0.5) / rows)
            for i in range(count)]


def profile(key, zh, en, free_speed, source, radius=None, down=1.0, up=1.0, **more):
    """`free_speed`: m/s or a law. Stair factors are of the free speed, along the incline."""
    law = free_speed if isinstance(free_speed, dict) else {"law": "constant", "value": free_speed}
    return {"id": key, "name": name(zh, en), "free_speed": law, "stair_down_factor": down, "stair_up_factor": up,
            "radius": radius or ADULT_RADIUS, "source": source, **more}


def group(key, space, profile_key, count, **more):
    return {"id": key, "kind": "group", "name": key, "space": space, "profile": profile_key, "count": count, **more}


def scenario(key, plan, zh, en, people, profiles=(), run=None, **more):
    """A scenario on the plan with that key; everybody is told to go at 0 s. `run` adds to or replaces settings."""
    settings = {"max_s": 600, "sample_s": 0.1, "seed": 1, "door_mode": "realistic", **(run or {})}
    return {"format": "muster.scenario", "schema_version": 1, "id": key, "name": name(zh, en),
            "plan": f"{plan}.plan.json", "mode": "drill", "profiles": list(profiles), "people": list(people), **more,
            "run": settings}


class Suite:
    """The tests of one document and the cases first written for it."""

    def __init__(self, key, document):
        self.key, self.document = key, document
        self.plans, self.scenarios, self.tests = {}, {}, []

    def add_plan(self, plan):
        assert plan.key not in self.plans
        self.plans[plan.key] = plan
        return plan.key

    def add_scenario(self, row):
        assert row["id"] not in self.scenarios
        self.scenarios[row["id"]] = row
        return row["id"]

    def add_test(self, key, label, clause, what, criterion, measure=None, cases=(), limits=None, seeds=None, **more):
        """what, criterion and, in `more`, target, peers, remark, expected_failure, not_applicable: (zh, en).
        cases: ids of scenarios, of any suite. seeds: runs per case at quick, normal, full; None = not run there.
        more may also hold role and document (when it is not the suite's)."""
        texts = {k: name(*more.pop(k)) for k in
                 ("target", "peers", "remark", "expected_failure", "not_applicable") if k in more}
        tiers = {tier: n for tier, n in zip(("quick", "normal", "full"), seeds or ()) if n is not None}
        self.tests.append({
            "id": key, "label": label, "document": more.pop("document", self.document), "clause": clause,
            "what": name(*what), "criterion": name(*criterion), **texts, **more, "measure": measure,
            "cases": [f"cases/{case}.scenario.json" for case in cases], "limits": limits or None,
            "seeds": tiers or None})


def header(tests):
    """The "verification" member of a case that these tests use."""
    first = tests[0]
    return {"tests": [t["label"] for t in tests], "document": first["document"], "clause": first["clause"],
            "gate": first["criterion"]["en"]}


def write_suites(root, suites):
    users = {}  # scenario id -> tests
    for suite in suites:
        for test in suite.tests:
            for case in test["cases"]:
                users.setdefault(case.split("/")[1].removesuffix(".scenario.json"), []).append(test)
    plans = {key: plan for suite in suites for key, plan in suite.plans.items()}
    scenarios = {key: row for suite in suites for key, row in suite.scenarios.items()}
    on_plan = {}
    for key, row in scenarios.items():
        on_plan.setdefault(row["plan"].removesuffix(".plan.json"), []).extend(users[key])
        writer.write(f"{root}/{FOLDER}/cases/{key}.scenario.json", {**row, "verification": header(users[key])})
    for key, plan in plans.items():
        tests = list({t["id"]: t for t in on_plan[key]}.values())
        writer.write(f"{root}/{FOLDER}/cases/{key}.plan.json", {**plan.document(), "verification": header(tests)})
    missing = set(users) - set(scenarios)
    assert not missing, f"cases nobody wrote: {sorted(missing)}"
    for suite in suites:
        writer.write(f"{root}/{FOLDER}/{suite.key}.catalogue.json",
                     {"format": "muster.verification", "schema_version": 1, "suite": suite.key, "tests": suite.tests})
