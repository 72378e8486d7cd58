# SPDX-License-Identifier: Apache-2.0
"""ISO 20414:2020, tests 1-17 and the tests of smoke and toxic gas. Limits are those of published ports: the standard's
text was not at hand."""

from verification import imo_cases, iso_cases, nist, nist_cases
from verification.cases import Suite
from verification.nist import PORT_PASSED, SMOKE_FORMULA


def suite():
    tests = Suite("iso", "ISO 20414:2020")
    iso_cases.add(tests)
    components(tests)
    behaviour(tests)
    flows(tests)
    together(tests)
    geometry(tests)
    fire(tests)
    return tests


def components(tests):
    tests.add_test("iso-01", "ISO 1", "test 1", ("起步时间服从四种分布", "Start times follow four laws"),
                   ("服从指定分布", "They follow the assigned law"), "start_laws",
                   [f"start_times_{key}" for key in nist_cases.START_LAWS],
                   {"moved_m": 0.05, "least_p": 0.05, "least_samples": 60}, (None, 8, 50), peers=PORT_PASSED)
    tests.add_test("iso-02", "ISO 2", "test 2", ("40 m 走廊", "Corridor of 40 m"), ("1.0 ± 0.05 m/s", "1.0 +- 0.05 m/s"),
                   "walk_time", [f"imo_01_{a}" for a in imo_cases.ANGLES],
                   {"time_s": 40, "slack_s": 1.9, "target_slack_s": 0.25}, (1, 1, 1), peers=PORT_PASSED,
                   target=("40.0 ± 0.25 s", "40.0 +- 0.25 s"))
    tests.add_test("iso-03", "ISO 3", "test 3", ("斜长 100 m 楼梯上下", "100 m of stair up and down"),
                   ("1.0 ± 0.05 m/s", "1.0 +- 0.05 m/s"), "walk_time", ["stair_100m_up", "stair_100m_down"],
                   {"time_s": 100, "slack_s": 4.7, "target_slack_s": 0.5}, (1, 1, 1), peers=PORT_PASSED,
                   target=("100.0 ± 0.5 s", "100.0 +- 0.5 s"))
    tests.add_test("iso-04", "ISO 4", "test 4", ("20 人转角", "20 persons round a corner"), ("无人穿墙", "Nobody penetrates the boundary"),
                   "stays_inside", ["imo_06"], {"buffer_m": 0.001, "target_last_s": 60}, (1, 3, 10), peers=PORT_PASSED,
                   target=("60 s 内全部离开", "All out within 60 s"))
    tests.add_test("iso-05", "ISO 5", "test 5", ("100 人步速 N(1.2, 0.2)，走 100 m", "100 persons, speeds N(1.2, 0.2), walk 100 m"),
                   ("均值、标准差差不超过 0.05，KS p > 0.05", "Mean and deviation within 0.05, KS p > 0.05"), "free_speeds",
                   ["field_speeds"], {"from_m": 5, "to_m": 105, "mean_slack": 0.05, "deviation_slack": 0.05, "least_p": 0.05},
                   (1, 5, 10), peers=PORT_PASSED)
    tests.add_test("iso-06", "ISO 6", "test 6", ("对向人流", "Counterflow"),
                   ("对向人数越多用时越长", "The more come against them, the longer it takes"), "counterflow",
                   [f"imo_08_{count}" for count in (0, 10, 50, 100)],
                   {"target_most_s": 400, "target_least_alone_s": 45, "target_most_alone_s": 95}, (None, 3, 50),
                   target=("四种均在 400 s 内完成", "All four within 400 s"),
                   peers=("JuPedSim 移植：50 人起死锁，标为预期失败", "JuPedSim port: deadlock from 50 on, an expected failure"))
    tests.add_test("iso-07", "ISO 7", "test 7 (Table 8)", ("超越行动不便者", "Overtaking a disabled person"),
                   ("有行动不便者时更慢，全部离开", "Slower with the disabled person; all evacuate"), "slower_with_first",
                   ["ramp_a", "ramp_b"], {}, (None, 5, 20), peers=PORT_PASSED)


def behaviour(tests):
    tests.add_test("iso-08", "ISO 8", "test 8", ("指定出口", "Allocated exits"), ("每人走指定出口", "Each uses the allocated exit"),
                   "assigned_exits", ["imo_10"], {"people": 23}, (1, 3, 10), peers=PORT_PASSED)
    tests.add_test("iso-09", "ISO 9", "test 9", ("出口中途关闭", "An exit closes"), ("由另一出口离开", "Leaves by the other exit"),
                   "leaves_by", ["exit_closes"], {"exit": 2}, (1, 5, 10), peers=PORT_PASSED)


def flows(tests):
    tests.add_test("iso-10", "ISO 10", "test 10", ("房间、走廊、楼梯的拥堵", "Congestion in a room, a corridor and a stair"),
                   ("房间出口与楼梯脚密度高于走廊", "Densities at the room's exit and the stair's foot above the corridor's"),
                   "stair_congestion", ["congestion"], {"box_m": 1, "flow_less": 0}, (None, 3, 10), peers=PORT_PASSED)
    tests.add_test("iso-11", "ISO 11", "test 11", ("出口最大流量", "Greatest flow of an exit"),
                   ("限流模型保持其上限 1.33 人/s", "A capped model keeps its cap of 1.33 persons/s"), "exit_flow",
                   ["imo_04_regulation", "imo_04_realistic"], {"most_flow": 1.33, "target_least_flow": 1.30}, (None, 3, 10),
                   target=("1.30–1.33 人/s", "1.30-1.33 persons/s"),
                   peers=("JuPedSim 移植：约 5 人/(m·s)，标为预期失败", "JuPedSim port: about 5 persons/(m s), an expected failure"))
    tests.add_test("iso-12", "ISO 12", "test 12", ("楼梯流量随宽度变化，1.0–1.8 m", "Stair flow over widths 1.0-1.8 m"),
                   ("流量随宽度增大", "Flow grows with the width"), "stair_widths",
                   [f"stair_width_{width * 100:.0f}" for width in iso_cases.STAIR_WIDTHS],
                   {"line_m": 13, "target_specific_spread": 0.2}, (None, 2, 10),
                   target=("比流量与其均值差不超过 20 %", "Specific flow within 20 % of its mean"), peers=PORT_PASSED)
    tests.add_test("iso-13", "ISO 13", "test 13", ("2×60 m 走廊 60–480 人", "Corridor of 2 m x 60 m with 60-480 persons"),
                   ("速度随密度降低，流量先增后减，无人超过自由速度", "Speed falls with density, flow has a hump, nobody faster than free"),
                   "corridor_diagram", [f"crowded_corridor_{count}" for count in (60, 120, 240, 360, 480)],
                   {"zone_from_m": 20, "line_m": 40, "from_s": 5, "until_s": 15, "free_ms": 1.0, "slack_ms": 0.05}, (None, 2, 10),
                   peers=("JuPedSim 移植：1.9–3.1 m/s，高于自由速度，标为预期失败",
                          "JuPedSim port: 1.9-3.1 m/s, above the free speed, an expected failure"))


def together(tests):
    nist.company(tests, "iso-14", "ISO 14", "test 14 (Table 16)", "company_iso",
                 ("JuPedSim 移植：五人同速，通过", "JuPedSim port: all five alike, passed"))
    nist.exit_choice(tests, ("iso-15", "iso-16"), ("ISO 15", "ISO 16"), ("test 15", "test 16"),
                     (("JuPedSim 移植：标为预期失败", "JuPedSim port: an expected failure"),
                      ("JuPedSim 移植：通过", "JuPedSim port: passed")))


def geometry(tests):
    tests.add_test("iso-17", "ISO 17", "test 17", ("环廊与经楼梯的近路", "A ring and a shortcut over stairs"),
                   ("过半走近路", "More than half take the shortcut"), "takes_shortcut", ["ring_shortcut"],
                   {"least_share": 0.5, "target_share": 1.0}, (None, 3, 10), target=("全部", "All"), peers=PORT_PASSED,
                   remark=("近路须走 1.5 m 宽楼梯两段", "The shortcut leads over two stairs 1.5 m wide"))


def fire(tests):
    tests.add_test("iso-smoke", "ISO T21", "Table 21", ("烟中步速，K = 0.5–10 1/m", "Speed in smoke, K = 0.5-10 1/m"),
                   ("用时与相关式之比在 8 % 内", "Time within 8 % of the correlation"), "smoke_walking",
                   limits={"published": 0.08}, seeds=(1, 1, 1), remark=SMOKE_FORMULA)
    tests.add_test("iso-fed", "ISO T22", "Table 22", ("毒性累积", "Accumulated toxic dose"),
                   ("FED 与手算一致", "FED as calculated by hand"), "gas_dose", limits={"share": 0.005}, seeds=(1, 1, 1))
