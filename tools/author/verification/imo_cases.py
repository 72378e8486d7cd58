# SPDX-License-Identifier: Apache-2.0
"""The cases of IMO MSC.1/Circ.1533 Annex 3."""

from geometry import Rect
from verification import scenes
from verification.cases import grid, group, ring, scenario
from verification.populations import IMO_TABLE, PANEL, WALKER, imo

ANGLES = (0, 30, 45, 90)
CLOSE = {"sample_s": 0.05}  # every motion step


def add(suite):
    walks(suite)
    exit_flow(suite)
    start_times(suite)
    corner(suite)
    speeds(suite)
    counterflow(suite)
    public_room(suite)
    cabins(suite)
    staircase(suite)


def walks(suite):
    for angle in ANGLES:
        plan = suite.add_plan(scenes.corridor(f"corridor_40m_{angle}", 40, angle))
        start = ring([(2, 1)], angle)
        suite.add_scenario(scenario(f"imo_01_{angle}", plan, f"走廊步行，转 {angle}°", f"Corridor walk at {angle} degrees",
                                    [group("one", "before", "walker", 1, positions=start)], [WALKER]))
    for key, length, flights in (("10m", 10, 1), ("100m", 100, 4)):
        step_plan, step_rise, risers = (8, 6, 40) if flights == 1 else (20, 15, 50)
        plan = suite.add_plan(scenes.stair(f"stair_{key}", flights, step_plan, step_rise, risers))
        top = 10 + flights * step_plan
        for way, space, x, leave in (("up", "lower", 2, "exit_upper"), ("down", "upper", top + 8, "exit_lower")):
            people = [group("one", space, "walker", 1, positions=[(x, 1)], route={"exit": leave})]
            zh = "上楼" if way == "up" else "下楼"
            suite.add_scenario(scenario(f"stair_{key}_{way}", plan, f"{length} 米楼梯{zh}", f"{length} m of stair {way}",
                                        people, [WALKER]))


def exit_flow(suite):
    plan = suite.add_plan(scenes.room_8x5("room_8x5"))
    for mode, zh in (("regulation", "规范模式"), ("realistic", "真实模式")):
        suite.add_scenario(scenario(f"imo_04_{mode}", plan, f"出口流量，{zh}", f"Exit flow, mode {mode}",
                                    [group("people", "room", "imo_m_30_50", 100)], [PANEL], {"door_mode": mode}))


def start_times(suite):
    # Ten times drawn once from U(10, 100); written down, so that the run can be held against them.
    drawn = (14.3, 23.1, 31.7, 38.2, 46.9, 57.4, 63.8, 77.5, 85.2, 96.6)
    places = [(1.0, 0.475 + 0.45 * i) for i in range(len(drawn))]
    people = [group(f"person_{i + 1}", "room", "imo_m_30_50", 1, positions=[place],
                    pre_movement={"law": "constant", "value_s": seconds})
              for i, (place, seconds) in enumerate(zip(places, drawn))]
    suite.add_scenario(scenario("imo_05", "room_8x5", "反应时间", "Response times", people, [PANEL], CLOSE))


def corner(suite):
    plan = suite.add_plan(scenes.corner("corner"))
    people = [group("people", "bend", "walker", 20, positions=grid(Rect(3, 1.1, 7, 2.9), 20))]
    suite.add_scenario(scenario("imo_06", plan, "转角", "Round a corner", people, [WALKER], CLOSE))


def speeds(suite):
    plan = suite.add_plan(scenes.field("field_30m", 30, 50))
    lanes = [(1, lane + 0.5) for lane in range(50)]
    suite.add_scenario(scenario("imo_07", plan, "人员步速", "Walking speeds of a panel",
                                [group("panel", "field", "imo_m_30_50", 50, positions=lanes)], [PANEL]))
    people = [group(key, "field", key, 5, positions=lanes[i::len(IMO_TABLE)]) for i, key in enumerate(IMO_TABLE)]
    suite.add_scenario(scenario("imo_07_table", plan, "全部人群步速", "Walking speeds of all groups of the table", people,
                                [imo(key) for key in IMO_TABLE]))


def counterflow(suite):
    plan = suite.add_plan(scenes.two_rooms("two_rooms_corridor"))
    packed = grid(Rect(0, 0, 2.5, 10), 100, columns=5)  # 4 persons/m2 from the far wall
    other = grid(Rect(27.5, 0, 30, 10), 100, columns=5)
    for count in (0, 10, 50, 100):
        people = [group("room_1", "room_1", "imo_m_30_50", 100, positions=packed, route={"exit": "exit_2"})]
        if count:
            people.append(group("room_2", "room_2", "imo_m_30_50", count, positions=other[::100 // count],
                                route={"exit": "exit_1"}))
        suite.add_scenario(scenario(f"imo_08_{count}", plan, f"对向 {count} 人", f"Counterflow of {count}", people, [PANEL]))


def public_room(suite):
    for doors in (4, 2):
        plan = suite.add_plan(scenes.public_room(f"public_room_{doors}", doors))
        suite.add_scenario(scenario(f"imo_09_{doors}", plan, f"千人大厅，{doors} 门", f"1000 persons, doors: {doors}",
                                    [group("people", "hall", "imo_m_30_50", 1000)], [PANEL],
                                    {"max_s": 1200, "sample_s": 0.5}))


def cabins(suite):
    plan = suite.add_plan(scenes.cabins("cabins"))
    secondary = (5, 6, 11, 12)
    people = [group(f"cabin_{i}", f"cabin_{i}", "imo_m_30_50", 1 if i == 3 else 2,
                    route={"exit": "secondary_exit" if i in secondary else "main_exit"}) for i in range(1, 13)]
    suite.add_scenario(scenario("imo_10", plan, "出口分配", "Exits as allocated", people, [PANEL]))


def staircase(suite):
    plan = suite.add_plan(scenes.room_corridor_stair("room_corridor_stair", Rect(0, 0, 8, 10), 12, 10, 6, 40, scenes.FDS))
    suite.add_scenario(scenario("imo_11", plan, "楼梯前拥堵", "Congestion before a staircase",
                                [group("people", "room", "imo_m_30_50", 150)], [PANEL]))
    plan = suite.add_plan(scenes.long_corridor("corridor_60m"))
    for count in (60, 120, 240, 360, 480):
        suite.add_scenario(scenario(f"crowded_corridor_{count}", plan, f"60 米走廊 {count} 人",
                                    f"Corridor of 60 m, {count} persons", [group("people", "corridor", "walker", count)],
                                    [WALKER], {"max_s": 60}, target_out_s=60))
