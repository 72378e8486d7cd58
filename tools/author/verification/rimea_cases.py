# SPDX-License-Identifier: Apache-2.0
"""The cases of the RiMEA guideline that the other documents do not have."""

from geometry import Rect, along_x, along_y
from verification import scenes
from verification.cases import CasePlan, grid, group, profile, scenario

RIMEA = ["RiMEA guideline, sizes as in JuPedSim's and Vadere's published ports (the guideline itself was not read in full)"]
# Bands of walking speed by age, m/s: v3 (Weidmann), v4.1.1.
AGES_V3 = {"under_30": ("30岁以下", 0.58, 1.61), "from_30": ("30–50岁", 1.41, 1.54), "over_50": ("50岁以上", 0.68, 1.41),
           "impaired": ("行动不便", 0.46, 0.76)}
AGES_V4 = {"age_20": ("20岁", 1.60, 1.64), "age_30": ("30岁", 1.52, 1.56), "age_40": ("40岁", 1.46, 1.50),
           "age_50": ("50岁", 1.39, 1.43), "age_60": ("60岁", 1.26, 1.28), "age_70": ("70岁", 1.06, 1.08)}
# zh, m/s down, up, persons of the mix (the mix is assumed).
FRUIN = {"under_30": ("30岁以下", 0.76, 0.55, 40), "from_30": ("30–50岁", 0.65, 0.50, 40), "over_50": ("50岁以上", 0.55, 0.42, 20)}
LONG_BOTTLENECK_WIDTHS = (0.8, 1.0, 1.2)
ADULT = profile("rimea_adult", "成人", "Adults", {"law": "normal", "mean": 1.34, "sd": 0.26, "low": 0.5, "high": 2.2},
                "Weidmann 1992: N(1.34, 0.26) m/s")


def one(speed, down=1.0, up=1.0):
    return profile("one_walker", f"{speed} m/s 行人", f"Walker, {speed} m/s", speed, "the test's own", down=down, up=up)


def add(suite):
    components(suite)
    storeys(suite)
    two_exits(suite)
    bottlenecks(suite)
    stairs(suite)
    routes(suite)
    corridors(suite)
    single_file(suite)


def components(suite):
    suite.add_scenario(scenario("rimea_01", "corridor_40m_0", "走廊步行 1.33 m/s", "Corridor walk at 1.33 m/s",
                                [group("one", "before", "one_walker", 1, positions=[(2, 1)])], [one(1.33)]))
    for number, way, space, x, leave in ((2, "up", "lower", 2, "exit_upper"), (3, "down", "upper", 26, "exit_lower")):
        walker = one(1.0, down=0.65, up=0.5)
        people = [group("one", space, "one_walker", 1, positions=[(x, 1)], route={"exit": leave})]
        suite.add_scenario(scenario(f"rimea_0{number}", "stair_10m", "上楼 0.5 m/s" if way == "up" else "下楼 0.65 m/s",
                                    f"Stair {way}", people, [walker]))
    weidmann = profile("weidmann", "Weidmann 步速", "Free speed 1.2-1.4 m/s", {"law": "uniform", "low": 1.2, "high": 1.4},
                       "the test's own")
    places = grid(Rect(0, 0, 60, 3), 180)
    suite.add_scenario(scenario("rimea_04", "corridor_open_300", "基本图", "Fundamental diagram",
                                [group("people", "corridor", "weidmann", 180, positions=places)], [weidmann],
                                {"max_s": 16, "sample_s": 0.2}))
    people = [group(f"person_{i + 1}", "room", "rimea_adult", 1, positions=[(1.0, 0.475 + 0.45 * i)],
                    pre_movement={"law": "constant", "value_s": 10 * (i + 1)}) for i in range(10)]
    suite.add_scenario(scenario("rimea_05", "room_8x5", "起步时间 10–100 s", "Start times 10-100 s", people, [ADULT],
                                {"sample_s": 0.05}))
    suite.add_scenario(scenario("rimea_06", "corner", "转角", "Round a corner",
                                [group("people", "bend", "one_walker", 20, positions=grid(Rect(3, 1.1, 7, 2.9), 20))],
                                [one(1.33)], {"sample_s": 0.05}))
    for key, ages in (("rimea_07_v3", AGES_V3), ("rimea_07", AGES_V4)):
        lanes = [(1, lane + 0.5) for lane in range(48)]
        kinds = [profile(k, zh, k.replace("_", " "), {"law": "uniform", "low": low, "high": high}, "the test's own band")
                 for k, (zh, low, high) in ages.items()]
        people = [group(k, "field", k, len(lanes[i::len(ages)]), positions=lanes[i::len(ages)]) for i, k in enumerate(ages)]
        suite.add_scenario(scenario(key, "field_30m", "各年龄步速", "Walking speeds by age", people, kinds))


def storeys(suite):
    """Three storeys as terraces, so that each flight leads from one corridor's end to the next one's beginning."""
    plan = CasePlan("three_storeys", "三层楼", "Three storeys", RIMEA,
                    ["storeys stand beside each other like terraces; 10 rooms of 3 m x 3 m, 4 persons each"])
    people = []
    for storey in range(3):
        level = "F1" if storey == 0 else plan.level(f"F{storey + 1}", storey + 1, 4.0 * storey)
        x = 23.0 * storey
        plan.room(f"corridor_{storey}", Rect(x, 3, x + 15, 5), "corridor", level=level)
        for i in range(10):
            left, low = x + 3 * (i % 5), 0 if i < 5 else 5
            key = f"room_{storey}_{i}"
            plan.room(key, Rect(left, low, left + 3, low + 3), level=level)
            plan.gap(f"door_{storey}_{i}", (key, f"corridor_{storey}"), along_x(left + 1.5, 1.0, 3 if i < 5 else 5))
            people.append(group(f"people_{storey}_{i}", key, "rimea_adult", 4))
    for storey in range(2):
        x = 23.0 * storey + 15
        plan.flight(f"flight_{storey}", f"corridor_{storey}", f"corridor_{storey + 1}", Rect(x, 3, x + 8, 5), "+x", 4.0, 25,
                    level=f"F{storey + 1}")
    plan.gap("exit", ("corridor_0", "outside"), along_y(4, 2, 0))
    suite.add_plan(plan)
    suite.add_scenario(scenario("rimea_08", plan.key, "三层楼，120 人", "Three storeys, 120 persons", people, [ADULT]))


def two_exits(suite):
    plan = CasePlan("two_exits_one_wall", "长墙两出口", "Two exits on one long wall", RIMEA)
    plan.room("hall", Rect(0, 0, 30, 20), "hall")
    plan.gap("near_exit", ("hall", "outside"), along_x(21.5, 1.0, 0))
    plan.gap("far_exit", ("hall", "outside"), along_x(27.5, 1.0, 0))
    suite.add_plan(plan)
    for count in (100, 1000):
        places = grid(Rect(1, 1, 20, 19) if count == 1000 else Rect(2, 2, 15, 18), count)
        suite.add_scenario(scenario(f"rimea_11_{count}", plan.key, f"{count} 人选出口", f"{count} persons choose an exit",
                                    [group("people", "hall", "rimea_adult", count, positions=places,
                                           choice={"by": "quickest", "hesitation_s": 1.0})], [ADULT],
                                    {"max_s": 1800, "sample_s": 0.5}))


def chain(key, zh, en, lengths, width, behind):
    """Room A 10 m x 10 m, then bottlenecks of these lengths and this width with a room 10 m x 10 m after each but the
    last; behind the last `behind` m of room, or the outside when that is 0."""
    plan = CasePlan(key, zh, en, RIMEA)
    low, high = 5 - width / 2, 5 + width / 2
    x, before = 10.0, "room_0"
    plan.room("room_0", Rect(0, 0, 10, 10), "hall")
    for i, length in enumerate(lengths):
        plan.room(f"neck_{i}", Rect(x, low, x + length, high), "corridor")
        plan.gap(f"mouth_{i}", (before, f"neck_{i}"), [(x, low), (x, high)])
        x += length
        last = i + 1 == len(lengths)
        depth = behind if last else 10.0
        if depth == 0.0:
            plan.gap("exit", (f"neck_{i}", "outside"), [(x, low), (x, high)])
            break
        before = f"room_{i + 1}"
        plan.room(before, Rect(x, 0, x + depth, 10), "hall")
        plan.gap(f"end_{i}", (f"neck_{i}", before), [(x, low), (x, high)])
        x += depth
        if last:
            plan.gap("exit", (before, "outside"), [(x, 0), (x, 10)])
    return plan


def bottlenecks(suite):
    def add_case(key, plan, zh, en, count=150):
        suite.add_plan(plan)
        suite.add_scenario(scenario(key, plan.key, zh, en, [group("people", "room_0", "rimea_adult", count,
                                                                  positions=grid(Rect(0.3, 0.3, 5, 9.7), count))], [ADULT]))

    v3 = CasePlan("corridor_between_rooms", "走廊连两室", "Corridor between two rooms", RIMEA)
    v3.room("room_0", Rect(0, 0, 10, 10), "hall")
    v3.room("neck_0", Rect(10, 4.5, 15, 5.5), "corridor")
    v3.room("room_1", Rect(15, 0, 25, 10), "hall")
    v3.gap("mouth_0", ("room_0", "neck_0"), along_y(5, 1, 10))
    v3.gap("end_0", ("neck_0", "room_1"), along_y(5, 1, 15))
    v3.gap("exit", ("room_1", "outside"), along_y(5, 1, 25))
    add_case("rimea_12_v3", v3, "走廊前拥堵", "Jam before a corridor")
    for a in (0, 8):
        add_case(f"rimea_12a_{a}", chain(f"goal_{a}m_behind", f"目标在开口后 {a} m", f"Goal {a} m behind the opening", [0.2], 1.0, a),
                 f"目标在开口后 {a} m", f"Goal {a} m behind the opening")
    for length in (0.2, 5.0):
        key = f"neck_{round(100 * length)}"
        add_case(f"rimea_12b_{round(100 * length)}", chain(key, f"瓶颈长 {length} m", f"Bottleneck {length} m long", [length], 1.0, 3),
                 f"瓶颈长 {length} m", f"Bottleneck {length} m long")
    add_case("rimea_12c", chain("two_necks", "两道开口", "Two openings in a row", [0.2, 0.2], 1.0, 10), "两道相同开口",
             "Two openings alike")
    for width in LONG_BOTTLENECK_WIDTHS:
        key = f"neck_500_{round(100 * width):03d}"
        add_case(f"rimea_12d_{round(100 * width):03d}",
                 chain(key, f"5 m 长、{width} m 宽瓶颈", f"Bottleneck 5 m long, {width} m wide", [5.0], width, 3),
                 f"瓶颈宽 {width} m", f"Bottleneck {width} m wide")


def stairs(suite):
    climber = profile("climber", "上楼者", "Climbers", {"law": "normal", "mean": 1.3, "sd": 0.04, "low": 1.1, "high": 1.5},
                      "the test's own: N(1.3, 0.04), up N(0.675, 0.04) m/s", up=0.52)
    plan = suite.add_plan(scenes.room_corridor_stair("room_corridor_stair_45", Rect(0, 0, 5, 8), 12, 3, 3, 20, RIMEA[0]))
    suite.add_scenario(scenario("rimea_13_v3", plan, "楼梯前拥堵", "Jam before a stair",
                                [group("people", "room", "climber", 150)], [climber]))
    plan = CasePlan("room_stair_5m", "房间与楼梯", "Room and stair", RIMEA, ["rooms at foot and head, so that it serves both ways"])
    plan.level("F2", 2, 2.5)
    plan.room("lower", Rect(0, 0, 10, 10), "hall")
    plan.room("upper", Rect(15, 0, 25, 10), "hall", level="F2")
    plan.flight("stair", "lower", "upper", Rect(10, 4, 15, 6), "+x", 2.5, 16)
    plan.gap("exit_lower", ("lower", "outside"), along_y(5, 10, 0))
    plan.gap("exit_upper", ("upper", "outside"), along_y(5, 10, 25))
    suite.add_plan(plan)
    incline = (5 ** 2 + 2.5 ** 2) ** 0.5 / 5
    free = {"law": "normal", "mean": 1.34, "sd": 0.26, "low": 0.5, "high": 2.2}
    kinds = [profile(f"fruin_{key}", zh, f"Fruin, {key.replace('_', ' ')}", free,
                     f"Fruin, internal stair: {down} m/s down, {up} m/s up in plan; level N(1.34, 0.26) m/s",
                     down=round(down * incline / 1.34, 3), up=round(up * incline / 1.34, 3))
             for key, (zh, down, up, _) in FRUIN.items()]
    for way, space, leave in (("up", "lower", "exit_upper"), ("down", "upper", "exit_lower")):
        suite.add_scenario(scenario(f"rimea_13_{way}", plan.key, "楼梯基本图，" + ("上" if way == "up" else "下"),
                                    f"Fundamental diagram of a stair, {way}",
                                    [group(key, space, f"fruin_{key}", count, route={"exit": leave})
                                     for key, (_, _, _, count) in FRUIN.items()], kinds, {"sample_s": 0.5}))


def routes(suite):
    plan = CasePlan("long_or_stairs", "长路或楼梯", "A long way or stairs", RIMEA,
                    ["the short way leads up and down again instead of down and up: no level lies below the ground"])
    plan.level("F2", 2, 2.4)
    plan.room("start", Rect(0, 0, 5, 20), "hall")
    plan.room("end", Rect(25, 0, 30, 20), "hall")
    plan.room("long_way", Rect(5, 15, 25, 20), "corridor")
    plan.gap("long_in", ("start", "long_way"), along_y(17.5, 5, 5))
    plan.gap("long_out", ("long_way", "end"), along_y(17.5, 5, 25))
    plan.room("bridge", Rect(10, 0, 20, 4), "corridor", level="F2")
    plan.flight("near", "start", "bridge", Rect(5, 0, 10, 4), "+x", 2.4, 16)
    plan.flight("far", "end", "bridge", Rect(20, 0, 25, 4), "-x", 2.4, 16)
    plan.gap("exit", ("end", "outside"), along_x(28, 2, 0))
    suite.add_plan(plan)
    for count in (1, 150):
        places = [(2.5, 2.0)] if count == 1 else grid(Rect(0.3, 0.3, 4.7, 14), count)
        suite.add_scenario(scenario(f"rimea_14_{count}", plan.key, f"选路，{count} 人", f"Choice of a way, {count}",
                                    [group("people", "start", "rimea_adult", count, positions=places,
                                           choice={"by": "quickest"})], [ADULT]))


def corridors(suite):
    walker = one(1.0)

    def add_case(kind, zh, area, strip, leave):
        plan = CasePlan(f"wide_{kind}", zh, f"Wide corridor, {kind}", RIMEA)
        plan.room("corridor", area, "corridor")
        plan.gap("exit", ("corridor", "outside"), leave)
        suite.add_plan(plan)
        suite.add_scenario(scenario(f"rimea_15_{kind}", plan.key, zh, f"Wide corridor, {kind}",
                                    [group("people", "corridor", "one_walker", 500, positions=grid(strip, 500))], [walker],
                                    {"sample_s": 0.5}))

    add_case("short", "宽走廊，短直", Rect(0, 0, 50, 20), Rect(0, 0, 6, 20), along_y(10, 20, 50))
    add_case("corner", "宽走廊，转角", [(0, 0), (20, 0), (30, 10), (30, 60), (10, 60), (10, 20), (0, 20)], Rect(0, 0, 6, 20),
             along_x(20, 20, 60))
    add_case("long", "宽走廊，长直", Rect(0, 0, 81.4, 20), Rect(0, 0, 6, 20), along_y(10, 20, 81.4))


def single_file(suite):
    plan = CasePlan("single_file", "单列走廊", "Corridor for single file", RIMEA,
                    ["a straight line of 60 m instead of a ring; measured ahead of its tail, behind its emptying front"])
    plan.room("corridor", Rect(0, 0, 90, 0.8), "corridor")
    plan.gap("exit", ("corridor", "outside"), along_y(0.4, 0.8, 90))
    suite.add_plan(plan)
    kind = profile("in_file", "单列行人", "Walkers in single file", {"law": "normal", "mean": 1.2, "sd": 0.1, "low": 0.9, "high": 1.5},
                   "the test's own mean; spread assumed")
    suite.add_scenario(scenario("rimea_16", plan.key, "单列，1 人/m", "Single file, 1 person/m",
                                [group("people", "corridor", "in_file", 60, positions=[(0.5 + i, 0.4) for i in range(60)],
                                       in_file=True)], [kind], {"max_s": 20, "sample_s": 0.2}))
