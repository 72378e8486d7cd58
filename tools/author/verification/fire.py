# SPDX-License-Identifier: Apache-2.0
"""Fire and smoke: CFAST's reference runs, closed forms, and what smoke does to people."""

from verification.cases import Suite

CFAST = "CFAST 8 (NIST), reference runs"
ONCE = (1, 1, 1)


def suite():
    tests = Suite("fire", CFAST)
    tests.add_test("fire-f1", "F1", "c01-c03, c05-c07, c09, c11",
                   ("与 CFAST 逐曲线比较：烟层高度、温度、光密度、到达时刻", "Against CFAST, curve by curve: layer, temperature, optical density, arrival"),
                   ("烟层 ±5 % 层高；温升 ±15 %（小于 10 K 处 ±5 K）；光密度 ±10 %；到达 ±20 s",
                    "Layer +-5 % of the height; rise +-15 % (+-5 K where under 10 K); optical density +-10 %; arrival +-20 s"),
                   "cfast", limits={"layer_share": 0.05, "warmth": 0.15, "warmth_k": 5, "smoke": 0.10, "arrival_s": 20},
                   seeds=ONCE, remark=("未列入：c04（叠置双区楼梯）、c10（CFAST 密闭房间继续燃烧）、c07 走廊温度（CFAST 在走廊燃烧多余燃料）",
                                       "Left out: c04 (stacked two-zone stairs), c10 (CFAST lets sealed rooms burn on), the corridor's temperature of "
                                       "c07 (CFAST burns excess fuel there)"))
    tests.add_test("fire-f2", "F2", "c01", ("教室与探测器", "A classroom and its detectors"),
                   ("300 s 时 0.75 m、141 °C，感温 143 s、喷淋 156 s，各 ±10 %；感烟 45 ±5 s",
                    "0.75 m and 141 C at 300 s, heat 143 s, sprinkler 156 s, each +-10 %; smoke 45 +-5 s"),
                   "room_and_detectors", limits={"layer_m": 0.75, "upper_c": 141, "smoke_s": 45, "heat_s": 143,
                                                 "sprinkler_s": 156, "share": 0.10, "detector_s": 5}, seeds=ONCE)
    tests.add_test("fire-f3", "F3", "c06", ("门开、窗破后的变化", "A door opens, a window breaks"),
                   ("300→450 s：325→265 °C，0.43→1.31 m，±10 %", "300 to 450 s: 325 to 265 C, 0.43 to 1.31 m, +-10 %"),
                   "window_breaks", limits={"before_c": 325, "after_c": 265, "before_m": 0.43, "after_m": 1.31,
                                            "share": 0.10}, seeds=ONCE)
    tests.add_test("fire-f4", "F4", "c09", ("喷淋控火", "A sprinkler holds a fire"),
                   ("衰减时间 359 s，其后按规律衰减，±3 %", "Time constant 359 s, and decay by the law from activation on, +-3 %"),
                   "sprinkler", limits={"decay_s": 359, "end_kw": 64, "share": 0.03}, seeds=ONCE,
                   target=("895 s 时 64 kW ±10 %", "64 kW at 895 s +-10 %"))
    tests.add_test("fire-f5", "F5", "all 55 tests", ("单室稳定火实验：上层温升", "Steady fires in one room: rise of the upper layer"),
                   ("计算/实测的平均比 0.85–1.05，标准差 < 0.2", "Mean of computed / measured 0.85-1.05, deviation < 0.2"), "steckler",
                   limits={"ratio_low": 0.85, "ratio_high": 1.05, "deviation": 0.2}, seeds=ONCE,
                   document="Steckler, Quintiere, Rinkinen 1982",
                   peers=("CFAST 0.91 ± 0.13（全部 55 次）", "CFAST 0.91 +- 0.13 (all 55 tests)"))
    for key, label, which, open_door, more in (
            ("fire-f6", "F6", "MV100A, MV100Z", 1, {}),
            ("fire-f6-closed", "F6, door closed", "MV100O", 0, {"expected_failure": (
                "走廊门关闭：温升符合；走廊烟层实测（由温度剖面折算）停在 0.6 m，双区模型填到地面",
                "The corridor's door is closed: the rise agrees, but the measured layer, reduced from a profile of temperatures, "
                "stays at 0.6 m where two zones fill to the floor")})):
        tests.add_test(key, label, which, ("三室实验：温升与烟层", "Three rooms and a corridor: rise and layer"),
                       ("温升 ±30 %，烟层 ±0.3 m", "Rise +-30 %, layer +-0.3 m"), "nbs_rooms",
                       limits={"share": 0.3, "layer_m": 0.3, "door_open": open_door}, seeds=ONCE,
                       document="Peacock, Davis, Lee 1988 (NBS)",
                       remark=("600–880 s 平均；各对为计算/实测", "Means over 600-880 s; pairs are computed / measured"), **more)
    tests.add_test("fire-f7", "F7", "steady room", ("稳定房间的门流量守恒", "Flows through the door of a steady room"),
                   ("流出 − 流入 − 燃烧 ≤ 1e-6 kg/s", "Out - in - burnt within 1e-6 kg/s"), "steady_door",
                   limits={"most_error": 1}, seeds=ONCE, document="closed form")
    tests.add_test("fire-f8", "F8", "closed adiabatic room", ("密闭绝热房间的压力", "Pressure in a closed adiabatic room"),
                   ("P = P₀ + (γ − 1) Q t / V，0.1 %", "P = P0 + (gamma - 1) Q t / V within 0.1 %"), "closed_room",
                   limits={"most_error": 1e-3}, seeds=ONCE, document="closed form")
    tests.add_test("fire-f9", "F9", "network", ("质量、能量、组分守恒", "Balance of mass, energy and species"),
                   ("相对误差 ≤ 1e-3", "Within 1e-3"), "balance", limits={"most_error": 1e-3}, seeds=ONCE,
                   document="closed form")
    tests.add_test("fire-p1", "P1", "table 2", ("烟中行走 100 m", "100 m in smoke"),
                   ("与各程序公布值相差不超过 5 %", "Within 5 % of what the programs published"), "smoke_walking",
                   limits={"published": 0.05}, seeds=ONCE, document="Ronchi et al. 2013",
                   peers=("FDS+Evac 419/203/107/87/84 s（K = 10/7.5/3/1/0.5）", "FDS+Evac 419/203/107/87/84 s (K = 10/7.5/3/1/0.5)"))
    tests.add_test("fire-p2", "P2", "constant exposure", ("毒性剂量：Purser 与 ISO 13571", "Dose of gas: Purser and ISO 13571"),
                   ("到剂量 1 的时间与手算相差不超过 0.5 %", "Seconds to a dose of 1 within 0.5 % of the hand calculation"),
                   "gas_dose", limits={"share": 0.005}, seeds=ONCE, document="FDS+Evac guide; ISO 13571",
                   remark=("低氧剂量按分钟计，不含导则中误印的 60 倍", "Low-oxygen dose per minute, without the factor 60 that the guide misprints"))
    tests.add_test("fire-p3", "P3", "heat", ("热剂量", "Dose of heat"),
                   ("与手算相差不超过 0.5 %", "Within 0.5 % of the hand calculation"), "heat_dose", limits={"share": 0.005},
                   seeds=ONCE, document="ISO 13571",
                   remark=("CFAST 的热剂量写作 (4.2 q)^-1.9，不可比", "CFAST's heat dose has (4.2 q)^-1.9: not comparable"))
    tests.add_test("fire-g2", "G1, G2", "kitchen leak", ("厨房燃气泄漏", "Gas leak in a kitchen"),
                   ("到爆炸下限的时间与解析解相差不超过 1 %", "Seconds to the lower explosive limit within 1 % of the closed form"),
                   "leak", limits={"share": 0.01}, seeds=ONCE, document="closed form")
    return tests
