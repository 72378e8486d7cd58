# SPDX-License-Identifier: Apache-2.0
"""RiMEA guideline, tests 1-16 of v4.1.1, and those of v3 that differ."""

from verification import rimea_cases
from verification.cases import Suite
from verification.experiment_tests import ZONE, diagram, numbered

V3, V4 = "v3.0", "v4.1.1"
JPS = ("JuPedSim 0.8.4：通过", "JuPedSim 0.8.4: passed")
# Density 1/m, 10th, 50th, 90th percentile of the speeds, m/s.
SINGLE_FILE = ((0.1, 0.96, 1.19, 1.48), (0.5, 0.71, 1.09, 1.39), (0.9, 0.45, 0.75, 1.10), (1.1, 0.32, 0.52, 0.84),
               (1.3, 0.19, 0.39, 0.61), (1.5, 0.11, 0.27, 0.49), (1.9, 0.05, 0.16, 0.31))
# Weidmann at 0.5-5 1/m2, m/s, with a band of 20 % either side.
WEIDMANN = tuple((d, v, 0.8 * v, 1.2 * v) for d, v in ((0.5, 1.298), (1, 1.058), (2, 0.606), (3, 0.331), (4, 0.156), (5, 0.037)))


def suite():
    tests = Suite("rimea", "RiMEA")
    rimea_cases.add(tests)
    components(tests)
    behaviour(tests)
    bottlenecks(tests)
    stairs_and_ways(tests)
    return tests


def components(t):
    t.add_test("rimea-01", "RiMEA 1", V4, ("1.33 m/s 走 40 m 走廊", "40 m of corridor at 1.33 m/s"), ("26–34 s", "26-34 s"),
               "walk_time", ["rimea_01"], {"time_s": 30.08, "slack_s": 3.9, "target_slack_s": 0.4}, (1, 1, 1), peers=JPS,
               target=("30.08 ± 0.4 s", "30.08 +- 0.4 s"))
    for number, en, zh, time in ((2, "up", "上", 20.0), (3, "down", "下", 15.385)):
        t.add_test(f"rimea-0{number}", f"RiMEA {number}", V4, (f"{zh}楼 10 m 斜长", f"10 m of stair {en}, along the incline"),
                   ("长度÷速度 ± 5 %", "Length / speed +- 5 %"), "walk_time", [f"rimea_0{number}"],
                   {"time_s": time, "slack_s": 0.05 * time, "target_slack_s": 0.02 * time}, (1, 1, 1),
                   target=(f"{time:.2f} s ± 2 %", f"{time:.2f} s +- 2 %"),
                   peers=("JuPedSim 0.8.4：按平面长度 8 m 计", "JuPedSim 0.8.4: takes the length in plan, 8 m"))
    t.add_test("rimea-04", "RiMEA 4", V4, ("基本图，0.5–5 人/m²", "Fundamental diagram, 0.5-5 persons/m2"),
               ("速度随密度下降（0.03 m/s 以内视为相等）", "Speed falls with density (equal within 0.03 m/s)"), "diagram", ["rimea_04"],
               {"width_m": 3.0, **ZONE, **diagram(WEIDMANN), "noise_ms": 0.03, "target_share": 0.75}, (None, 1, 5),
               target=("Weidmann ± 20 % 内至少 75 %", "At least 75 % within 20 % of Weidmann"), peers=JPS,
               remark=("以 60 m × 3 m 充满段代替 1000 m × 10 m；6 人/m² 起步即接触，略去",
                       "A filled stretch of 60 m x 3 m instead of 1000 m x 10 m; 6 persons/m2, where bodies touch, left out"))
    t.add_test("rimea-05", "RiMEA 5", V4, ("10 人起步 10–100 s", "10 persons start at 10-100 s"),
               ("准时起步", "Each starts at his time"), "start_times", ["rimea_05"], {"moved_m": 0.001, "slack_steps": 1},
               (1, 1, 3), peers=JPS)
    t.add_test("rimea-06", "RiMEA 6", V4, ("20 人转角", "20 persons round a corner"), ("无人穿墙", "Nobody through the wall"),
               "stays_inside", ["rimea_06"], {"buffer_m": 0.001, "target_last_s": 60}, (1, 3, 10), peers=JPS,
               target=("60 s 内全部离开", "All out within 60 s"))
    for key, label, version, case in (("rimea-07", "RiMEA 7", V4, "rimea_07"), ("rimea-07-v3", "RiMEA 7 (v3)", V3, "rimea_07_v3")):
        t.add_test(key, label, version, ("各年龄步速", "Walking speeds by age"), ("均在 Weidmann 带内", "All in Weidmann's bands"),
                   "free_speeds", [case], {"from_m": 5, "to_m": 35, "band_slack": 0.03}, (1, 3, 10), peers=JPS)


def behaviour(t):
    t.add_test("rimea-08", "RiMEA 8", V4, ("三层楼总时间与步速", "Three storeys: total time over walking speed"),
               ("记录参数影响：步速越高越快", "Record the influence: the faster the sooner"), "falls_with_speed", ["rimea_08"],
               {**numbered("factor_", (0.75, 1.0, 1.25)), "target_share": 0.95}, (None, 5, 20),
               target=("95 % 的同种子比较", "In 95 % of the comparisons seed by seed"),
               peers=("JuPedSim 0.8.4：删去约 20 % 的人", "JuPedSim 0.8.4: about 20 % of the agents deleted"),
               remark=("120 人，三层台阶式", "120 persons, storeys as terraces"))
    t.add_test("rimea-09", "RiMEA 9", V4, ("千人大厅，4 门与 2 门", "1000 persons, four doors and two"),
               ("时间比 1.6–2.4", "Ratio of times 1.6-2.4"), "doors_closed", ["imo_09_4", "imo_09_2"],
               {"least_ratio": 1.6, "most_ratio": 2.4}, (None, 3, 10),
               peers=("Vadere：108–132 s 与 180–220 s", "Vadere: 108-132 s and 180-220 s"))
    t.add_test("rimea-10", "RiMEA 10", V4, ("23 人指定出口", "23 persons with allocated exits"),
               ("每人走指定出口", "Each uses the allocated exit"), "assigned_exits", ["imo_10"], {"people": 23}, (1, 3, 10), peers=JPS)
    t.add_test("rimea-11", "RiMEA 11", V4, ("同墙两出口，1000 人", "Two exits on one wall, 1000 persons"),
               ("多数走近的，有人改走远的", "Most use the nearer exit, some the farther"), "far_exit_share",
               ["rimea_11_100", "rimea_11_1000"], {"least_near": 0.5, "most_near": 0.95}, (None, 1, 5),
               target=("近出口 50–95 %；人越多走远的越多", "Nearer exit 50-95 %; the more people the more use the farther"),
               peers=("JuPedSim 0.8.4：100 人，不判定", "JuPedSim 0.8.4: 100 persons, not judged"))


def bottlenecks(t):
    t.add_test("rimea-12-v3", "RiMEA 12 (v3)", V3, ("走廊连两室", "A corridor between two rooms"),
               ("走廊口拥堵，末端出口不堵", "A jam before the corridor, none at the last exit"), "jam_at_first", ["rimea_12_v3"],
               {"queue_x": 8, "queue_y": 3.5, "last_x": 23, "last_y": 3.5, "target_last": 2.0}, (None, 3, 10), peers=JPS,
               target=("末端密度 < 2 人/m²", "Less than 2 persons/m2 at the last exit"))
    t.add_test("rimea-12a", "RiMEA 12a", V4, ("目标在开口后 8 m 与 0 m", "Goal 8 m and 0 m behind the opening"),
               ("目标近则不更慢", "Falls or stays equal when the goal is near"), "not_slower", ["rimea_12a_0", "rimea_12a_8"], {}, (None, 5, 20),
               target=("每个种子都不更慢", "For every seed"), remark=("相等：相差在种子间标准差以内", "Equal: apart by less than the deviation between seeds"))
    t.add_test("rimea-12b", "RiMEA 12b", V4, ("瓶颈长 5 m 与 0.2 m", "Bottleneck 5 m and 0.2 m long"), ("长则慢", "The longer the slower"),
               "slower_with_first", ["rimea_12b_500", "rimea_12b_20"], {}, (None, 5, 20))
    t.add_test("rimea-12c", "RiMEA 12c", V4, ("两道相同开口", "Two openings alike"), ("第二道前不堵", "No congestion before the second"),
               "jam_at_first", ["rimea_12c"], {"queue_x": 8, "queue_y": 3.5, "last_x": 18.2, "last_y": 3.5, "target_last": 2.0},
               (None, 3, 10), target=("第二道前密度 < 2 人/m²", "Less than 2 persons/m2 before the second"))
    t.add_test("rimea-12d", "RiMEA 12d", V4, ("5 m 长瓶颈，宽 0.8–1.2 m", "Bottleneck 5 m long, 0.8-1.2 m wide"),
               ("流量随宽度增大", "Flow grows with the width"), "flow_rises", [f"rimea_12d_{w}" for w in ("080", "100", "120")],
               {**numbered("width_", rimea_cases.LONG_BOTTLENECK_WIDTHS), "target_slope_low": 1.3, "target_slope_high": 2.6}, (None, 3, 10),
               target=("斜率 1.3–2.6 人/(m·s)", "Slope 1.3-2.6 persons/(m s)"))


def stairs_and_ways(t):
    t.add_test("rimea-13-v3", "RiMEA 13 (v3)", V3, ("房间、走廊、上行楼梯，150 人", "Room, corridor and stair up, 150 persons"),
               ("楼梯前拥堵，楼梯流量较小", "A jam before the stair, whose flow is lower"), "stair_congestion", ["rimea_13_v3"],
               {"box_m": 2, "flow_less": 0.05}, (None, 5, 10), peers=JPS)
    t.add_test("rimea-13", "RiMEA 13", V4, ("楼梯基本图", "Fundamental diagram of a stair"),
               ("0.6–1.5 人/m² 处至少半数在 Corbetta 带内，各密度下行快于上行",
                "At 0.6-1.5 persons/m2 at least half within Corbetta's band; faster down than up in every bin"), "stair_band",
               ["rimea_13_up", "rimea_13_down"], {"from_density": 0.6, "until_density": 1.5, "least_share": 0.5, "least_bins": 5},
               (None, 20, 20), remark=("速度按平面计；各年龄人数为假设", "Speeds in plan; the mix of ages is assumed"))
    t.add_test("rimea-14", "RiMEA 14", V4, ("长平路或短楼梯路", "A long level way or short stairs"),
               ("记录所选：短、长、混合或可设", "Record: short, long, mixed or to be set"), "way_by_crowd", ["rimea_14_1", "rimea_14_150"], {}, (None, 1, 5),
               target=("一人走短路，拥挤时混合", "Short when alone, mixed in a crowd"))
    t.add_test("rimea-15", "RiMEA 15", V4, ("20 m 宽走廊：短、转角、长", "Corridors 20 m wide: short, corner, long"),
               ("短 < 转角 < 长", "Short < corner < long"), "times_rise", ["rimea_15_short", "rimea_15_corner", "rimea_15_long"], {}, (None, 1, 10),
               peers=("JuPedSim 0.8.4：失败", "JuPedSim 0.8.4: fails"),
               expected_failure=("人人走最短路，都贴着内角走，20 m 宽的走廊只用几米，内角处拥堵：没有因局部拥挤而绕外圈的机制",
                                 "Everybody takes the shortest way and hugs the inner corner, so that a few metres of the 20 m are "
                                 "used and a jam stands there: nobody swings wide because it is crowded"))
    t.add_test("rimea-16", "RiMEA 16", V4, ("单列基本图", "Fundamental diagram of single file"),
               ("至少 75 % 的点在实测 10–90 百分位", "At least 75 % of the points within the measured 10th-90th percentile"), "single_file",
               ["rimea_16"], {**numbered("density_", [r[0] for r in SINGLE_FILE]), **numbered("low_", [r[1] for r in SINGLE_FILE]),
                              **numbered("mean_", [r[2] for r in SINGLE_FILE]), **numbered("high_", [r[3] for r in SINGLE_FILE]),
                              "zone_from_m": 28, "zone_until_m": 34, "from_s": 5, "until_s": 18, "least_share": 0.75, "slow": 0.75, "fast": 1.25},
               (None, 2, 10), role="calibration",
               target=("自由速度 0.9 m/s 时低于、1.5 m/s 时高于 1.2 m/s 时", "Below with free speeds of 0.9 m/s, above with 1.5 m/s"),
               remark=("直线代替环形；“单列”由剧本标明（in_file）", "A straight line instead of a ring; single file is ordered in the scenario (in_file)"))
