# SPDX-License-Identifier: Apache-2.0
"""Experiments: flow through bottlenecks, fundamental diagrams, faster-is-slower, children; and numerical checks."""

from geometry import Rect
from verification.cases import CasePlan, Suite, grid, group, profile, ring, scenario
from verification.experiment_tests import add_tests

JUELICH = ("Jülich bottleneck geometry, JuPedSim v0.8.4 Utest/Validation",)
HERMES = ("Hermes 2009 corridor, Zhang et al.; lengths of the rooms assumed",)
# Widths, m, of the bottleneck (B1).
WIDTHS = (0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.6, 2.0, 2.5)
# Entrance and exit widths, m, of the Hermes runs.
HERMES_RUNS = ((0.5, 1.8), (0.6, 1.8), (0.7, 1.8), (1.0, 1.8), (1.45, 1.8), (1.8, 1.8), (1.8, 1.2), (1.8, 0.95),
               (1.8, 0.7))
ADULT = profile("adult_experiment", "实验参加者", "Participants", {"law": "normal", "mean": 1.34, "sd": 0.26, "low": 0.5,
                                                            "high": 2.2}, "Weidmann 1992: N(1.34, 0.26) m/s")
HERMES_ADULT = profile("adult_hermes", "Hermes 实验参加者", "Hermes participants",
                       {"law": "normal", "mean": 1.55, "sd": 0.18, "low": 1.0, "high": 2.1},
                       "free speed of about 1.55 m/s read off the lowest density bin of the open corridor")


def named(width):
    return f"{round(100 * width):03d}"


def bottleneck(key, width, degrees=0.0):
    """Room 10 x 8 m, corridor 2 m long, outlet 3 x 8 m; turned about the origin and shifted by 100 m when turned."""
    plan = CasePlan(key, f"瓶颈 {width:g} m", f"Bottleneck {width:g} m", JUELICH)
    low, high = 4 - width / 2, 4 + width / 2

    def put(points):
        return [(x + 100, y - 40) for x, y in ring(points, degrees)] if degrees else points

    def area(x0, y0, x1, y1):
        return put([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])

    plan.room("room", area(0, 0, 10, 8), "hall")
    plan.room("corridor", area(10, low, 12, high), "corridor")
    plan.room("outlet", area(12, 0, 15, 8), "hall")
    plan.gap("in", ("room", "corridor"), put([(10, low), (10, high)]))
    plan.gap("out", ("corridor", "outlet"), put([(12, low), (12, high)]))
    plan.gap("exit", ("outlet", "outside"), put([(15, 0), (15, 8)]))
    return plan


def bottlenecks(suite):
    for width in WIDTHS:
        key = f"bottleneck_{named(width)}"
        suite.add_plan(bottleneck(key, width))
        suite.add_scenario(scenario(key, key, f"瓶颈 {width:g} m，180 人", f"Bottleneck {width:g} m, 180 persons",
                                    [group("people", "room", ADULT["id"], 180)], [ADULT]))
    key = "bottleneck_100_turned"
    suite.add_plan(bottleneck(key, 1.0, 30.0))
    suite.add_scenario(scenario(key, key, "瓶颈 1 m，转 30°并平移", "Bottleneck 1 m, turned by 30 degrees and shifted",
                                [group("people", "room", ADULT["id"], 180)], [ADULT]))
    for kind, zh, en in (("primary_6_7", "小学低年级", "Pupils of 6-7 years"), ("adult", "成年人", "Adults")):
        suite.add_scenario(scenario(f"bottleneck_100_{kind}", "bottleneck_100", f"瓶颈 1 m，{zh}", f"Bottleneck 1 m, {en}",
                                    [group("people", "room", kind, 120)]))


def hermes(suite):
    for entrance, leave in HERMES_RUNS:
        key = f"hermes_{named(entrance)}_180_{named(leave)}"
        plan = CasePlan(key, f"走廊 1.8 m，入口 {entrance:g} m，出口 {leave:g} m",
                        f"Corridor 1.8 m, entrance {entrance:g} m, exit {leave:g} m", HERMES)
        plan.room("wait", Rect(-14, -4, -4, 5.8), "hall")
        plan.room("corridor", Rect(-4, 0, 4, 1.8), "corridor")
        plan.room("after", Rect(4, -4, 12, 5.8), "hall")
        plan.gap("in", ("wait", "corridor"), [(-4, 0.9 - entrance / 2), (-4, 0.9 + entrance / 2)])
        plan.gap("out", ("corridor", "after"), [(4, 0.9 - leave / 2), (4, 0.9 + leave / 2)])
        plan.gap("exit", ("after", "outside"), [(12, -4), (12, 5.8)])
        suite.add_plan(plan)
        suite.add_scenario(scenario(key, key, f"Hermes 走廊 {entrance:g}–1.8–{leave:g} m",
                                    f"Hermes corridor {entrance:g}-1.8-{leave:g} m",
                                    [group("people", "wait", HERMES_ADULT["id"], 200)], [HERMES_ADULT]))


def corridors(suite):
    """Long corridors that a measure fills at a given density; the file holds one filling."""
    for key, width, zh, en in (("corridor_open_300", 3.0, "开放走廊 3.0 m", "Open corridor 3.0 m"),
                               ("corridor_closed_180", 1.8, "走廊 1.8 m", "Corridor 1.8 m")):
        plan = CasePlan(key, zh, en, HERMES)
        plan.room("corridor", Rect(0, 0, 90, width), "corridor")
        plan.gap("east", ("corridor", "outside"), [(90, 0), (90, width)])
        suite.add_plan(plan)
        places = grid(Rect(0, 0, 60, width), round(60 * width))
        suite.add_scenario(scenario(key, key, f"{zh}，1 人/m²", f"{en}, 1 person/m2",
                                    [group("people", "corridor", HERMES_ADULT["id"], len(places), positions=places)],
                                    [HERMES_ADULT], {"max_s": 16, "sample_s": 0.2}))
    key = "corridor_both_ways_360"
    plan = CasePlan(key, "双向走廊 3.6 m", "Corridor 3.6 m, both ways", HERMES)
    plan.room("corridor", Rect(0, 0, 120, 3.6), "corridor")
    for name, x in (("west", 0), ("east", 120)):
        plan.gap(name, ("corridor", "outside"), [(x, 0), (x, 3.6)])
    suite.add_plan(plan)
    places = grid(Rect(30, 0, 90, 3.6), 216)
    people = [group(f"to_{way}", "corridor", HERMES_ADULT["id"], 108, positions=places[half::2], route={"exit": way})
              for half, way in enumerate(("east", "west"))]
    suite.add_scenario(scenario(key, key, "双向走廊，1 人/m²", "Corridor both ways, 1 person/m2", people, [HERMES_ADULT],
                                {"max_s": 30, "sample_s": 0.2}))


def junctions(suite):
    half = 1.2
    plan = CasePlan("t_junction_240", "T 形合流 2.4 m", "T-junction 2.4 m", HERMES)
    plan.room("left_room", Rect(-20, -4, -10, 6.4), "hall")
    plan.room("right_room", Rect(10, -4, 20, 6.4), "hall")
    plan.room("junction", [(-10, 0), (10, 0), (10, 2.4), (half, 2.4), (half, 14), (-half, 14), (-half, 2.4), (-10, 2.4)],
              "corridor")
    plan.gap("from_left", ("left_room", "junction"), [(-10, 0), (-10, 2.4)])
    plan.gap("from_right", ("right_room", "junction"), [(10, 0), (10, 2.4)])
    plan.gap("exit", ("junction", "outside"), [(-half, 14), (half, 14)])
    suite.add_plan(plan)
    people = [group(side, f"{side}_room", HERMES_ADULT["id"], 150) for side in ("left", "right")]
    suite.add_scenario(scenario(plan.key, plan.key, "T 形合流，两侧各 150 人", "T-junction, 150 persons from either side",
                                people, [HERMES_ADULT], {"sample_s": 0.2}))
    plan = CasePlan("corner_240", "转角 2.4 m", "Corner 2.4 m", HERMES)
    plan.room("room", Rect(-10, -4, 0, 6.4), "hall")
    plan.room("corner", [(0, 0), (10, 0), (10, 12), (7.6, 12), (7.6, 2.4), (0, 2.4)], "corridor")
    plan.gap("in", ("room", "corner"), [(0, 0), (0, 2.4)])
    plan.gap("exit", ("corner", "outside"), [(7.6, 12), (10, 12)])
    suite.add_plan(plan)
    suite.add_scenario(scenario(plan.key, plan.key, "转角，200 人", "Corner, 200 persons",
                                [group("people", "room", HERMES_ADULT["id"], 200)], [HERMES_ADULT], {"sample_s": 0.2}))


def pressing(suite):
    for width in (0.7, 0.8, 1.0, 1.2):
        key = f"press_{named(width)}"
        plan = CasePlan(key, f"10×10 m 房间，门 {width:g} m", f"Room 10 m x 10 m, door {width:g} m", ["made up"])
        plan.room("room", Rect(0, 0, 10, 10), "hall")
        plan.gap("door", ("room", "outside"), [(10, 5 - width / 2), (10, 5 + width / 2)])
        suite.add_plan(plan)
        steady = profile("steady", "同速人群", "All alike", 1.5, "varied by the test: 0.5-5 m/s")
        suite.add_scenario(scenario(key, key, f"100 人争过 {width:g} m 门", f"100 persons press through a door of {width:g} m",
                                    [group("people", "room", "steady", 100)], [steady],
                                    {"friction": 0.4, "push": 0.2, "max_s": 1800, "sample_s": 0.5}))


def children(suite):
    plan = CasePlan("stair_landing", "两跑楼梯", "Stair of two flights", ["made up"])
    plan.level("F2", 2, 3.6)
    plan.room("upper", Rect(-12, 0, 0, 2), "corridor", level="F2")
    plan.space("flight_b", "F1", "flight_b", "stair_flight", Rect(0, 0, 3.08, 2), floor_m=1.8)
    plan.space("landing", "F1", "landing", "stair_landing", Rect(3.08, 0, 9.08, 2), floor_m=1.8)
    plan.space("flight_a", "F1", "flight_a", "stair_flight", Rect(9.08, 0, 12.16, 2))
    plan.room("lower", Rect(12.16, 0, 32.16, 2), "corridor")
    ends = {"a_foot": (("lower", "flight_a"), 12.16), "a_head": (("flight_a", "landing"), 9.08),
            "b_foot": (("landing", "flight_b"), 3.08), "b_head": (("flight_b", "upper"), 0)}
    for key, (between, x) in ends.items():
        plan.opening(key, between, [(x, 0), (x, 2)], kind="flight_end")
    row = {"risers": 12, "riser_m": 0.15, "tread_m": 3.08 / 11, "clear_width_m": 2.0}
    plan.stairs.append({"id": "stair", "name": "stair", "landings": ["landing"], "flights": [
        {"space": "flight_a", "foot": "a_foot", "head": "a_head", **row},
        {"space": "flight_b", "foot": "b_foot", "head": "b_head", **row}]})
    plan.gap("exit", ("lower", "outside"), [(32.16, 0), (32.16, 2)])
    suite.add_plan(plan)
    for kind, zh, en in (("primary_6_7", "小学生", "pupils of 6-7 years"), ("kindergarten_5_6", "幼儿", "children of 5-6 years")):
        suite.add_scenario(scenario(f"stair_free_{kind}", plan.key, f"{zh}自由下楼", f"Free descent of {en}",
                                    [group("child", "upper", kind, 1, positions=[(-1.5, 1.0)])], [], {"sample_s": 0.05}))


def suite():
    experiments = Suite("experiments", "published experiments")
    bottlenecks(experiments)
    hermes(experiments)
    corridors(experiments)
    junctions(experiments)
    pressing(experiments)
    children(experiments)
    add_tests(experiments)
    return experiments
