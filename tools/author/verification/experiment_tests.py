# SPDX-License-Identifier: Apache-2.0
"""The catalogue of experiments: what was measured, by whom, and what the model may differ by. Measured figures are facts
read from published data; where they were only quoted, the remark says so."""

ZHANG = "Zhang et al., Hermes 2009"
# Hermes runs in the order of experiments.HERMES_RUNS: flow 1/s, density 1/m2, speed m/s.
HERMES_FLOW = (1.28, 1.38, 1.62, 2.48, 2.79, 2.89, 2.39, 1.82, 1.71)
HERMES_DENSITY = (0.50, 0.55, 0.67, 1.14, 1.56, 1.68, 2.06, 2.46, 3.06)
HERMES_SPEED = (1.35, 1.41, 1.36, 1.21, 1.01, 0.96, 0.66, 0.41, 0.31)
# Middle of the bin, mean, 10th and 90th percentile of the speeds.
OPEN_300 = ((0.25, 1.49, 1.31, 1.69), (0.75, 1.42, 1.29, 1.57), (1.25, 1.20, 1.11, 1.29), (1.75, 1.04, 0.84, 1.22),
            (2.25, 0.53, 0.36, 0.80), (2.75, 0.39, 0.29, 0.52), (3.25, 0.22, 0.17, 0.32))
CLOSED_180 = ((0.25, 1.11, 1.01, 1.22), (0.75, 0.94, 0.76, 1.05), (1.25, 0.70, 0.53, 0.83), (1.75, 0.56, 0.50, 0.61),
              (2.25, 0.42, 0.27, 0.55), (2.75, 0.35, 0.29, 0.44), (3.25, 0.23, 0.17, 0.27))
# Means of Kretz 2006, Seyfried 2009 and EG 2006 where they measured, m: 1/s.
BOTTLENECK = {0.5: 1.02, 0.7: 1.24, 0.8: 1.354, 0.9: 1.617, 1.0: 1.862, 1.1: 2.06, 1.2: 2.273, 1.6: 2.842, 2.0: 3.549,
              2.5: 5.116}
ZONE = {"fill_from_m": 0, "fill_until_m": 60, "zone_from_m": 28, "zone_until_m": 34, "from_s": 5, "until_s": 15}


def numbered(key, values):
    return {f"{key}{i}": v for i, v in enumerate(values)}


def diagram(rows):
    return {**numbered("density_", [r[0] for r in rows]), **numbered("mean_", [r[1] for r in rows]),
            **numbered("low_", [r[2] for r in rows]), **numbered("high_", [r[3] for r in rows])}


def add_tests(suite):
    bottlenecks(suite)
    diagrams(suite)
    hermes(suite)
    pressing(suite)
    children(suite)
    numerics(suite)


def bottlenecks(suite):
    widths = [f"bottleneck_{round(100 * w):03d}" for w in BOTTLENECK]
    suite.add_test("exp-b1", "B1", "Kretz 2006, Seyfried 2009, EG 2006",
                   ("瓶颈流量与宽度，0.5–2.5 m", "Flow through bottlenecks over their width, 0.5-2.5 m"),
                   ("与实测流量平均差不超过 0.5 人/s（JuPedSim 的界限）",
                    "Mean difference from the measured flows at most 0.5 persons/s (JuPedSim's limit)"), "bottleneck_widths",
                   widths, {**numbered("width_", BOTTLENECK), **numbered("measured_", BOTTLENECK.values()), "most_error": 0.5,
                            "target_error": 0.25, "target_r2": 0.97, "target_slope_low": 1.6, "target_slope_high": 2.4},
                   (None, 2, 10), role="calibration",
                   target=("平均差 ≤ 0.25 人/s，R² ≥ 0.97，斜率 1.6–2.4", "Mean difference <= 0.25, R2 >= 0.97, slope 1.6-2.4"),
                   peers=("JuPedSim：差 < 0.5 即通过", "JuPedSim: passes below 0.5"))
    suite.add_test("exp-b2", "B2", "Seyfried 2009 and others", ("1.0 m 瓶颈比流量", "Specific flow of a bottleneck of 1.0 m"),
                   ("1.6–2.1 人/(m·s)", "1.6-2.1 persons/(m s)"), "specific_flow", ["bottleneck_100"],
                   {"width_m": 1.0, "least": 1.6, "most": 2.1}, (None, 3, 10), role="calibration",
                   remark=("IMO 4 与 NIST 5.2 的 1.33 是法规值，比各实验低三成：故有两种门模式，并印出用的是哪一种",
                           "IMO 4 and NIST 5.2 cap at 1.33, 30 % below every experiment: hence two door modes, and which one is "
                           "used is printed"))
    suite.add_test("exp-o2", "O2", "Wuppertal 2018, run 040_c_56_h-", ("0.5 m 门前的密度与流量", "Density and flow before a door of 0.5 m"),
                   ("0.9–1.4 人/s", "0.9-1.4 persons/s"), "narrow_door", ["bottleneck_050"],
                   {"least": 0.9, "most": 1.4, "low_x": 8.7, "low_y": 3.6, "high_x": 9.5, "high_y": 4.4, "from_share": 0.1,
                    "until_share": 0.6, "target_density": 7.9, "target_slack": 1.0}, (None, 2, 10), role="calibration",
                   target=("门前 0.5–1.3 m 处密度 7.9 ± 1 人/m²（实测 7.9）", "7.9 +- 1 persons/m2 at 0.5-1.3 m before it (7.9 measured)"),
                   remark=("实测 1.148 人/s；房间形状与实验不同", "1.148 persons/s measured; the room differs from the experiment's"))


def diagrams(suite):
    suite.add_test("exp-f1", "F1", f"{ZHANG}, UO", ("单向走廊 3.0 m 的速度与密度", "Speed over density, open corridor 3.0 m, one way"),
                   ("速度随密度下降，最大比流量与实测 1.75 差不超过 20 %",
                    "Speed falls with density; greatest specific flow within 20 % of the measured 1.75"), "diagram",
                   ["corridor_open_300"], {"width_m": 3.0, **ZONE, **diagram(OPEN_300), "peak": 1.75, "peak_slack": 0.2, "noise_ms": 0.03,
                                           "target_share": 0.75}, (None, 1, 5), role="validation",
                   target=("至少 75 % 的密度区间落在实测 10–90 百分位", "At least 75 % of the bins within the measured 10th-90th percentile"),
                   peers=("JuPedSim：二维 KS 距离 < 0.9 即通过", "JuPedSim: passes when the 2-D KS distance is below 0.9"))
    suite.add_test("exp-f1c", "F1 closed", f"{ZHANG}, ug-180", ("封闭走廊 1.8 m", "Closed corridor 1.8 m"),
                   ("速度随密度下降，最大比流量与实测 0.96 差不超过 20 %",
                    "Speed falls with density; greatest specific flow within 20 % of the measured 0.96"), "diagram",
                   ["corridor_closed_180"], {"width_m": 1.8, **ZONE, **diagram(CLOSED_180), "peak": 0.96, "peak_slack": 0.2, "noise_ms": 0.03,
                                             "target_share": 0.75}, (None, 1, 5), role="validation",
                   expected_failure=("参加者在封闭环路里走得慢（低密度时 1.11 m/s，开放走廊 1.49 m/s），比流量约为开放走廊一半；"
                                     "同一组参数不能同时符合两者，本程序按开放走廊标定",
                                     "In the closed loop people walked slowly (1.11 m/s at low density, 1.49 m/s in the open "
                                     "corridor) and the specific flow was about half: one parameter set cannot have both; ours "
                                     "follows the open corridor"))
    suite.add_test("exp-f2", "F2", "Zhang & Seyfried 2012", ("单向与双向走廊的最大比流量", "Greatest specific flow, one way and both ways"),
                   ("单向大于双向", "One way is above both ways"), "two_ways_less", ["corridor_open_300", "corridor_both_ways_360"],
                   {"width_m": 3.0, "both_width_m": 3.6, **ZONE, **numbered("density_", (1.0, 1.5, 2.0, 2.5))}, (None, 1, 5),
                   role="validation", peers=("实测 1.75 与 1.36 人/(m·s)", "Measured: 1.75 and 1.36 persons/(m s)"))
    suite.add_test("exp-f3", "F3", f"{ZHANG}, BO", ("双向走廊 3.6 m，至 2.0 人/m²", "Both ways in a corridor of 3.6 m, up to 2.0 persons/m2"),
                   ("不卡死，全部走完", "No gridlock: everybody gets through"), "lanes", ["corridor_both_ways_360"],
                   {"width_m": 3.6, **numbered("density_", (0.5, 1.0, 2.0)), "at_s": 25, "max_s": 400, "target_order": 0.8},
                   (None, 1, 5), role="validation", target=("成道程度 > 0.8", "Order of lanes > 0.8"))
    suite.add_test("exp-f4", "F4", f"{ZHANG}, KO", ("T 形合流 2.4 m", "T-junction 2.4 m"),
                   ("两侧都不被饿死：各占 40–60 %", "Neither side is starved: 40-60 % each"), "merge_shares", ["t_junction_240"],
                   {"width_m": 2.4, "least_share": 0.4, "most_share": 0.6, "target_specific": 1.36, "target_slack": 0.25},
                   (None, 2, 10), role="validation", target=("汇合后比流量 1.36 ± 25 %", "1.36 persons/(m s) +- 25 % after the merge"),
                   remark=("数据中测区编号与位置的对应未能核实：1 号 2.19，2、3 号 1.34、1.37 人/(m·s)",
                           "Which area of the data lies where could not be settled: 2.19 in area 1, 1.34 and 1.37 in 2 and 3"))
    suite.add_test("exp-corner", "Corner", f"{ZHANG}, EO", ("2.4 m 转角的最大比流量", "Greatest specific flow round a corner of 2.4 m"),
                   ("与实测 1.55 差不超过 20 %", "Within 20 % of the measured 1.55 persons/(m s)"), "corner_flow", ["corner_240"],
                   {"width_m": 2.4, "measured": 1.55, "slack": 0.2}, (None, 2, 10), role="validation")


def hermes(suite):
    shares = {"from_share": 0.15, "until_share": 0.7}
    suite.add_test("exp-hermes", "Hermes", f"{ZHANG}, uo-*-180-*", ("走廊 1.8 m，九种入口与出口", "Corridor 1.8 m, nine entrances and exits"),
                   ("流量随入口加宽而增，随出口收窄而减", "Flow grows with the entrance and falls with the exit"), "hermes",
                   [f"hermes_{round(100 * a):03d}_180_{round(100 * b):03d}" for a, b in
                    ((0.5, 1.8), (0.6, 1.8), (0.7, 1.8), (1.0, 1.8), (1.45, 1.8), (1.8, 1.8), (1.8, 1.2), (1.8, 0.95), (1.8, 0.7))],
                   {**numbered("flow_", HERMES_FLOW), **numbered("density_", HERMES_DENSITY), **numbered("speed_", HERMES_SPEED),
                    **shares, "entrances": 6, "target_error": 0.2}, (None, 1, 5), role="validation",
                   target=("流量平均相对差 ≤ 20 %", "Mean relative difference of the flows <= 20 %"),
                   remark=("等候区长度为假设", "Lengths of the waiting room are assumed"))
    rows = (0, 3, 8)
    suite.add_test("exp-o1", "O1", f"{ZHANG}, uo-050, uo-100, uo-180-070", ("轨迹分析本身", "The analysis of trajectories itself"),
                   ("与公布的流量、密度、速度差不超过 3 %", "Within 3 % of the published flows, densities and speeds"),
                   "trajectory_files", [], {**numbered("flow_", [HERMES_FLOW[i] for i in rows]),
                                            **numbered("density_", [HERMES_DENSITY[i] for i in rows]),
                                            **numbered("speed_", [HERMES_SPEED[i] for i in rows]), "from_share": 0.1,
                                            "until_share": 0.9, "most_error": 0.03}, (1, 1, 1),
                   expected_failure=("公布值所用的稳态时段未公布；取过线人次的 10–90 %，拥堵的 uo-180-070 因此差得多",
                                     "The steady frames behind the published table are not given; we take 10-90 % of the "
                                     "crossings, which matters in the jammed run uo-180-070"))


def pressing(suite):
    mode = {"friction": 0.4, "push": 0.2}
    suite.add_test("exp-p1", "P1", "Pastor et al. 2015", ("快即是慢：0.7 m 门，100 人", "Faster is slower: door of 0.7 m, 100 persons"),
                   ("有摩擦时总时间在有限速度处最短，无摩擦时单调下降",
                    "With friction the time is least at a finite wanted speed; without it falls all along"), "faster_is_slower",
                   ["press_070"], {**numbered("speed_", (0.5, 1.0, 1.5, 2.0, 3.0, 5.0)), **mode}, (None, 3, 10), role="validation",
                   remark=("未标定推挤：最低份额 0.2、摩擦 0.4 为假设", "Pushing is not calibrated: least share 0.2 and friction 0.4 are assumptions"))
    suite.add_test("exp-p2", "P2", "Garcimartin et al. 2014", ("过门间隔的尾部", "Tail of the gaps at the door"),
                   ("推挤时尾部更重", "The tail is heavier when people press"), "gap_tails", ["press_070"],
                   {"calm_ms": 1.5, "press_ms": 3.0, "press": 0.2, "friction": 0.4}, (None, 5, 20), role="validation")
    suite.add_test("exp-p3", "P3", "Garcimartin et al. 2014", ("堵塞概率与门宽，0.7–1.2 m", "Clogging over the door's width, 0.7-1.2 m"),
                   ("越宽越少堵", "The wider the rarer"), "clogging", [f"press_{w:03d}" for w in (70, 80, 100, 120)],
                   {"speed_ms": 3.0, "clog_s": 1.5, **mode}, (None, 16, 30), role="validation")


def children(suite):
    run = 3.08 / 11 * 11
    flight = round((run ** 2 + 1.8 ** 2) ** 0.5, 3)
    suite.add_test("exp-c1", "C1", "Ono et al. 2024", ("6–10 岁自由下楼", "Free descent of children of 6-10 years"),
                   ("梯段 0.85 ± 0.10，平台 1.02 ± 0.10 m/s", "Flight 0.85 +- 0.10, landing 1.02 +- 0.10 m/s"), "speeds_in_spaces",
                   ["stair_free_primary_6_7"], {"flight_m": flight, "landing_m": 6, "flight_ms": 0.85, "flight_slack": 0.1,
                                                "landing_ms": 1.02, "landing_slack": 0.1}, (60, 60, 200), role="validation")
    suite.add_test("exp-c2", "C2", "Fang et al. 2019", ("5–6 岁走廊与楼梯", "Children of 5-6 years in a corridor and on stairs"),
                   ("走廊 0.81、楼梯 0.63 m/s，差不超过 15 %", "Corridor 0.81, stair 0.63 m/s, within 15 %"), "speeds_in_spaces",
                   ["stair_free_kindergarten_5_6"], {"flight_m": flight, "corridor_m": 20, "flight_ms": 0.63,
                                                     "flight_slack": 0.0945, "corridor_ms": 0.81, "corridor_slack": 0.1215},
                   (60, 60, 200), role="validation")
    suite.add_test("exp-c3", "C3", "Daamen & Hoogendoorn 2012", ("儿童与成人过 1.0 m 瓶颈", "Children and adults through a bottleneck of 1.0 m"),
                   ("儿童流量大于成人", "Children's flow is above the adults'"), "higher_flow",
                   ["bottleneck_100_primary_6_7", "bottleneck_100_adult"], {}, (None, 2, 10), role="validation",
                   peers=("实测：儿童多的人群 3.31 人/(m·s)", "Measured: 3.31 persons/(m s) with many children"))


def numerics(suite):
    halved = (("平均总时间变化 < 2 %", "Mean total times change by less than 2 %"), "half_step")
    suite.add_test("conv-dt", "CONV-dt", "numerical check",
                   ("时间步长减半：瓶颈、大厅、转角", "Time step halved: bottlenecks, a hall, a corner"), *halved,
                   ["bottleneck_100", "bottleneck_200", "imo_09_2", "corner_240"], {"most_change": 0.02}, (None, 24, 40))
    suite.add_test("conv-dt-narrow", "CONV-dt 0.7 m", "numerical check",
                   ("时间步长减半：0.7 m 门", "Time step halved: doors of 0.7 m"), *halved,
                   ["bottleneck_070", "hermes_180_180_070"], {"most_change": 0.02}, (None, 24, 40),
                   expected_failure=("0.7 m 门前的拱由少数接触维持和破裂，接触按步求解：步长减半慢 2–3 %",
                                     "Before a door of 0.7 m arches stand and break by a few contacts, which are solved step by "
                                     "step: 2-3 % slower at half the step"))
    suite.add_test("conv-rot", "CONV-rot", "numerical check", ("平面旋转 30° 并平移", "Plan turned by 30 degrees and shifted"),
                   ("总时间之差小于种子间标准差", "Total times differ by less than the deviation between seeds"), "turned_plan",
                   ["bottleneck_100", "bottleneck_100_turned"], {}, (None, 5, 20))
    suite.add_test("speed-cap", "SPEED", "numerical check", ("无人超过自由速度", "Nobody walks faster than his or her free speed"),
                   ("任何 1 s 内不超过 5 %", "Over any second by no more than 5 %"), "nobody_faster",
                   ["imo_08_100", "bottleneck_100", "corridor_both_ways_360"], {"window_s": 1.0, "most_share": 0.05}, (1, 1, 1),
                   peers=("JuPedSim（ISO 13）：1.9–3.1 m/s 而自由速度 1.0 m/s", "JuPedSim (ISO 13): 1.9-3.1 m/s with a free speed of 1.0 m/s"))
