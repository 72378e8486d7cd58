# SPDX-License-Identifier: Apache-2.0
"""The cases of NIST TN 1822 that IMO does not have."""

from geometry import Rect
from verification import scenes
from verification.cases import grid, group, profile, scenario
from verification.populations import WALKER

START_LAWS = {
    "uniform": ("均匀", {"law": "uniform", "low_s": 10, "high_s": 100}),
    "gamma": ("伽马", {"law": "gamma", "shape": 1.291, "scale_s": 103.901}),
    "log_normal": ("对数正态", {"law": "log_normal", "mu": 4.586, "sigma": 0.967}),
    "weibull": ("韦布尔", {"law": "weibull", "scale_s": 139.285, "shape": 1.195}),
}


def add(suite):
    start_laws(suite)
    speeds(suite)
    disabled(suite)
    closing_exit(suite)
    congestion(suite)
    companies(suite)
    social(suite)


def start_laws(suite):
    places = [(1.0, 0.475 + 0.45 * i) for i in range(10)]
    for key, (zh, law) in START_LAWS.items():
        people = [group("people", "room", "walker", 10, positions=places, pre_movement=law)]
        suite.add_scenario(scenario(f"start_times_{key}", "room_8x5", f"起步时间，{zh}分布", f"Start times, {key}", people,
                                    [WALKER], {"max_s": 7200, "sample_s": 0.5}))


def speeds(suite):
    plan = suite.add_plan(scenes.field("field_100m", 100, 100))
    normal = profile("normal_1_2", "步速 N(1.2, 0.2)", "Speed N(1.2, 0.2)", {"law": "normal", "mean": 1.2, "sd": 0.2},
                     "the test's own")
    lanes = [(1, lane + 0.5) for lane in range(100)]
    suite.add_scenario(scenario("field_speeds", plan, "百人步速", "Walking speeds of 100",
                                [group("people", "field", "normal_1_2", 100, positions=lanes)], [normal],
                                {"sample_s": 0.5}))


def disabled(suite):
    """Run A: one slow and large person ahead of the others; run B: the same place taken by one like the others."""
    plan = suite.add_plan(scenes.ramp("two_rooms_ramp"))
    others = profile("able", "其他人", "The others", 1.25, "the test's own", down=1.0)
    slow = profile("disabled", "行动不便者", "Disabled person", 0.8, "the test's own: 0.8 m/s, 0.4 m/s on the ramp",
                   {"law": "constant", "value": 0.4}, down=0.5)
    for key, kind, zh in (("a", "disabled", "有行动不便者"), ("b", "able", "无行动不便者")):
        people = [group("others", "room_1", "able", 24, positions=grid(Rect(0.2, 0.4, 2.6, 4.6), 24)),
                  group("one", "room_1", kind, 1, positions=[(3.4, 2.5)])]
        suite.add_scenario(scenario(f"ramp_{key}", plan, f"坡道，{zh}", f"Ramp, run {key.upper()}", people, [others, slow]))


def closing_exit(suite):
    plan = suite.add_plan(scenes.room_two_exits("room_two_exits"))
    suite.add_scenario(scenario("exit_closes", plan, "出口关闭", "An exit closes",
                                [group("one", "room", "walker", 1, positions=[(5, 7)])], [WALKER],
                                incidents=[{"at_s": 1, "kind": "set_opening", "opening": "exit_1", "state": "locked"}]))


def congestion(suite):
    half = {**WALKER, "id": "half_on_stairs", "stair_up_factor": 0.5, "source": "the test's own: half speed on stairs"}
    plan = suite.add_plan(scenes.room_corridor_stair("small_room_corridor_stair", Rect(0, 0, 5, 8), 9, 6, 3, 20,
                                                     scenes.PORT))
    suite.add_scenario(scenario("congestion", plan, "楼梯前拥堵，百人", "Congestion before a stair, 100 persons",
                                [group("people", "room", "half_on_stairs", 100)], [half]))


# key: free speeds, m/s, of four of the company, of the slow one, and of the ten in the way.
COMPANIES = {"company_nist": (1.25, 0.5, 0.2), "company_iso": (1.55, 0.8, 0.5)}


def companies(suite):
    plan = suite.add_plan(scenes.room_one_exit("room_15x20"))
    for key, (quick, slow, crawl) in COMPANIES.items():
        kinds = [profile(f"speed_{v:g}".replace(".", "_"), f"{v:g} m/s 行人", f"Walker, {v:g} m/s", v, "the test's own")
                 for v in (quick, slow, crawl)]
        four, one, ten = (kind["id"] for kind in kinds)
        people = [group("four", "room", four, 4, positions=grid(Rect(6, 1, 9, 2), 4), company="family"),
                  group("one", "room", one, 1, positions=[(7.5, 3)], company="family"),
                  group("in_the_way", "room", ten, 10, positions=grid(Rect(4, 9, 11, 11), 10))]
        suite.add_scenario(scenario(key, plan, "同伴同行", "A company keeps together", people, kinds))


def social(suite):
    """Two persons in the middle between two exits: alone; with one who sets off to exit 2 before them; and knowing
    exit 2 only."""
    free = {"hesitation_s": 0.5, "follow_s": 2.0}
    familiar = {"hesitation_s": 0.5, "familiar": ["exit_2"], "unfamiliar_s": 10.0}
    leader = group("leader", "room", "walker", 1, positions=[(5, 7.5)], sets_off_s=0, route={"exit": "exit_2"})
    for key, choice, more, zh, en in (("choice_free", free, [], "两人自选出口", "Two choose freely"),
                                      ("choice_led", free, [leader], "有人先走出口 2", "One leaves by exit 2"),
                                      ("choice_familiar", familiar, [], "熟悉出口 2", "Exit 2 is familiar")):
        people = [group("two", "room", "walker", 2, positions=[(4.6, 7.5), (5.4, 7.5)], choice=choice,
                        pre_movement={"law": "constant", "value_s": 2}), *more]
        suite.add_scenario(scenario(key, "room_two_exits", zh, en, people, [WALKER]))
