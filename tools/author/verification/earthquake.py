# SPDX-License-Identifier: Apache-2.0
"""Earthquakes: sliding and rocking, a record, fragility, aftershocks, drawn motions."""

from geometry import Rect
from verification.cases import CasePlan, Suite, group, profile, scenario

ONCE = (1, 1, 1)


def suite():
    tests = Suite("earthquake", "closed form")
    room = CasePlan("quake_room", "一间房", "One room", ["made for this test"])
    room.room("room", Rect(0, 0, 6, 6), use="classroom")
    room.gap("door", ("room", "outside"), [(6, 2.5), (6, 3.5)])
    tests.add_plan(room)
    tests.add_scenario(scenario("quake_record", room.key, "El Centro 记录", "The record of El Centro",
                                [group("one", "room", "walker", 1)],
                                [profile("walker", "行人", "Walker", 1.0, "made for this test")], {"sample_s": 1},
                                earthquake={"at_s": 0, "damage": False, "motion": {
                                    "record": "../../../scenarios/library/el_centro_1940_ns.csv", "unit": "g"}}))
    tests.add_test("quake-q1", "Q1", "Newmark", ("矩形脉冲下的滑移", "Sliding under a rectangular pulse"),
                   ("0.5 g、0.4 s，摩擦系数 0.1–0.4：与解析解相差不超过 1 %，镜像相反", "0.5 g for 0.4 s, friction 0.1-0.4: within 1 % of "
                    "the closed form, mirrored when mirrored"), "sliding", limits={"share": 0.01}, seeds=ONCE)
    tests.add_test("quake-q2", "Q2", "Housner", ("摇摆的四分之一周期", "Quarter period of rocking"),
                   ("六个块体，0.5 %", "Six blocks, 0.5 %"), "rocking_period", limits={"share": 0.005}, seeds=ONCE)
    tests.add_test("quake-q3", "Q3", "Housner", ("恰能翻倒的脉冲", "Least pulses that overturn"),
                   ("六个块体、三种脉冲，2 %", "Six blocks, three pulses, 2 %"), "overturning", limits={"share": 0.02}, seeds=ONCE)
    tests.add_test("quake-q4", "Q4", "NS, 1940-05-18", ("El Centro 记录的读入与度量", "El Centro read and measured"),
                   ("0.319 g 与 23.8 s：1 %；0.34 m/s：5 %", "0.319 g and 23.8 s within 1 %; 0.34 m/s within 5 %"), "quake_record",
                   ["quake_record"],
                   limits={"peak_g": 0.319, "velocity": 0.34, "duration_s": 23.8, "share": 0.01, "velocity_share": 0.05},
                   seeds=ONCE, document="El Centro 1940 (USC&GS)")
    tests.add_test("quake-q5", "Q5", "HAZUS 6.1, FEMA P-58", ("易损性曲线", "Fragility curves"), ("1e-6", "Within 1e-6"), "fragility",
                   limits={"most_error": 1e-6}, seeds=ONCE)
    tests.add_test("quake-q6", "Q6", "Reasenberg, Jones 1989", ("余震次数", "Aftershocks"),
                   ("小一级以内：10 分钟 0.028，一天 0.449，1 %；四千次抽样 5 %", "Within one magnitude: 0.028 in 10 min, 0.449 in a day, 1 %; "
                    "of 4000 draws 5 %"), "aftershocks", limits={"share": 0.01, "draw_share": 0.05}, seeds=ONCE)
    tests.add_test("quake-q7", "Q7", "Wenchuan 2008", ("桑枣中学：两栋五层楼 2000 余人 96 秒", "Sangzao: over 2000 people out of two five-storey blocks in 96 s"),
                   ("1.5 倍以内", "Within a factor of 1.5"), document="Lu 2011",
                   not_applicable=("两栋楼的平面和楼梯宽度没有公开资料", "The blocks' plans and stair widths are not known"))
    tests.add_test("quake-s1", "S1", "GB 50011", ("生成的地震动与反应谱", "Drawn motions and the spectrum"),
                   ("0.1–2 s 平均差 ≤ 12 %，最大 ≤ 35 %", "0.1-2 s: mean difference up to 12 %, greatest up to 35 %"), "drawn_spectrum",
                   limits={"share": 0.12, "most": 0.35}, seeds=ONCE, document="GB 50011-2010 [unchecked]")
    tests.add_test("quake-s2", "S2", "one storey", ("自由振动的周期与阻尼", "Period and damping of a free swing"),
                   ("1 %", "Within 1 %"), "free_swing", limits={"share": 0.01}, seeds=ONCE)
    return tests
