# SPDX-License-Identifier: Apache-2.0
"""NIST Technical Note 1822, Verif.1.1-5.2."""

from verification import imo_cases, nist_cases
from verification.cases import Suite

PORT_PASSED = ("JuPedSim 移植：通过", "JuPedSim port: passed")
SMOKE_FORMULA = ("验证程序每秒采用的步速公式；均匀烟气不是火灾能给出的场景，未作整段走行",
                 "Checks the speed the program takes each second; a uniform smoke is nothing that a fire gives, so nobody walks the 100 m")


def suite():
    tests = Suite("nist", "NIST TN 1822")
    nist_cases.add(tests)
    pre_evacuation(tests)
    movement(tests)
    fire_and_lift(tests)
    interaction(tests)
    exits(tests)
    flow(tests)
    return tests


def pre_evacuation(tests):
    tests.add_test("nist-1.1", "NIST 1.1", "Verif.1.1",
                   ("10 人起步时间：均匀、伽马、对数正态、韦布尔分布", "Start times of 10 persons: uniform, gamma, log-normal, Weibull"),
                   ("服从指定分布", "They follow the assigned law"), "start_laws",
                   [f"start_times_{key}" for key in nist_cases.START_LAWS],
                   {"moved_m": 0.05, "least_p": 0.05, "least_samples": 60}, (6, 8, 50), peers=PORT_PASSED,
                   remark=("各种子合并后做 KS 检验，起步由实际位移判定",
                           "KS over the seeds pooled; starting is read from displacement"))


def movement(tests):
    tests.add_test("nist-2.1", "NIST 2.1", "Verif.2.1",
                   ("1.0 m/s 的人走 40 m 走廊", "One person at 1.0 m/s walks a corridor of 40 m"),
                   ("1.0 ± 0.05 m/s", "1.0 +- 0.05 m/s"), "walk_time", [f"imo_01_{a}" for a in imo_cases.ANGLES],
                   {"time_s": 40, "slack_s": 1.9, "target_slack_s": 0.25}, (1, 1, 1),
                   target=("40.0 ± 0.25 s", "40.0 +- 0.25 s"), peers=PORT_PASSED)
    tests.add_test("nist-2.2", "NIST 2.2", "Verif.2.2",
                   ("1.0 m/s 的人上、下斜长 100 m 的楼梯", "One person at 1.0 m/s walks 100 m of stair up and down"),
                   ("1.0 ± 0.05 m/s", "1.0 +- 0.05 m/s"), "walk_time", ["stair_100m_up", "stair_100m_down"],
                   {"time_s": 100, "slack_s": 4.7, "target_slack_s": 0.5}, (1, 1, 1),
                   target=("100.0 ± 0.5 s", "100.0 +- 0.5 s"), peers=PORT_PASSED,
                   remark=("四段各 25 m，首尾相接", "Four flights of 25 m, one after the other"))
    tests.add_test("nist-2.3", "NIST 2.3", "Verif.2.3",
                   ("20 人绕过 2 m 宽转角", "20 persons go round a corner of corridors 2 m wide"),
                   ("无人穿墙", "Nobody penetrates the boundary"), "stays_inside", ["imo_06"],
                   {"buffer_m": 0.001, "target_last_s": 60}, (1, 3, 10), target=("60 s 内全部离开", "All out within 60 s"),
                   peers=PORT_PASSED)
    tests.add_test("nist-2.4", "NIST 2.4", "Verif.2.4",
                   ("100 人步速 N(1.2, 0.2)", "100 persons with speeds from N(1.2, 0.2)"),
                   ("均值、标准差与输入差不超过 0.05", "Mean and deviation within 0.05 of those asked for"), "free_speeds",
                   ["field_speeds"], {"from_m": 5, "to_m": 105, "mean_slack": 0.05, "deviation_slack": 0.05,
                                      "target_least_p": 0.05}, (1, 3, 10), target=("KS p > 0.05", "KS p > 0.05"),
                   peers=("JuPedSim 移植：只查配置", "JuPedSim port: looks at the input only"),
                   remark=("100 m 实测速度", "Measured over 100 m"))
    tests.add_test("nist-2.8", "NIST 2.8", "Verif.2.8",
                   ("对向人流，0、10、50、100 人", "Counterflow of 0, 10, 50, 100 persons"),
                   ("对向人数越多用时越长", "The more come against them, the longer it takes"), "counterflow",
                   [f"imo_08_{count}" for count in (0, 10, 50, 100)],
                   {"target_most_s": 400, "target_least_alone_s": 45, "target_most_alone_s": 95}, (None, 3, 50),
                   target=("四种均在 400 s 内完成", "All four within 400 s"),
                   peers=("JuPedSim 移植：50 人起死锁", "JuPedSim port: deadlock from 50 on"))


def fire_and_lift(tests):
    tests.add_test("nist-2.5", "NIST 2.5", "Verif.2.5", ("烟中步速", "Walking speed in smoke"),
                   ("用时 = 100 m ÷ 烟中步速", "Time = 100 m / speed in that smoke"), "smoke_walking",
                   limits={"published": 0.05}, seeds=(1, 1, 1), remark=SMOKE_FORMULA)
    tests.add_test("nist-2.6", "NIST 2.6", "Verif.2.6", ("失能", "Incapacitation"),
                   ("在手算时刻失能", "Incapacitated at the time calculated by hand"), "gas_dose", limits={"share": 0.005},
                   seeds=(1, 1, 1))
    tests.add_test("nist-2.7", "NIST 2.7", "Verif.2.7", ("电梯", "Lift"),
                   ("用时 = 等待 + 开关门 + 运行", "Time = waiting + doors + travel"),
                   not_applicable=("学校疏散不用电梯，没有电梯模型", "Schools are not evacuated by lift; there is no model of one"))


def interaction(tests):
    company(tests, "nist-2.9", "NIST 2.9", "Verif.2.9", "company_nist",
            ("JuPedSim 移植：24 s，标为预期失败", "JuPedSim port: 24 s, an expected failure"))
    tests.add_test("nist-2.10", "NIST 2.10", "Verif.2.10",
                   ("24 人与一名慢且占地大者过 12×1.5 m 坡道", "24 persons and a slow, large one go down a ramp of 12 m x 1.5 m"),
                   ("有行动不便者时更慢，全部离开", "Slower with the disabled person than without; all evacuate"),
                   "slower_with_first", ["ramp_a", "ramp_b"], {}, (None, 5, 20),
                   peers=("JuPedSim 移植：50.2 与 41.4 s", "JuPedSim port: 50.2 and 41.4 s"),
                   remark=("坡道速度 0.4 m/s、半径 0.4 m；出口 1 m", "0.4 m/s on the ramp, radius 0.4 m; exit 1 m"))


def company(tests, key, label, clause, case, peers):
    tests.add_test(key, label, clause, ("四快一慢的同伴穿过十个慢行者", "A company of four quick and one slow person passes ten slow ones"),
                   ("同伴离开时刻相差不超过 10 s", "The company leaves within 10 s of each other"), "keeps_together", [case],
                   {"most_spread_s": 10}, (1, 10, 50), peers=peers,
                   target=("每次运行都如此；判定用第 95 百分位", "In every run; judged by the 95th percentile"))


def exit_choice(tests, keys, labels, clauses, peers):
    """Social influence and familiar exits, as both NIST and ISO have them."""
    for key, label, clause, what, criterion, case, told in zip(
            keys, labels, clauses,
            (("两出口等距，有人先走出口 2", "Two exits equally far; somebody leaves by exit 2"),
             ("两出口等距，熟悉出口 2", "Two exits equally far; exit 2 is familiar")),
            (("走出口 2 的人增多，单侧二项检验 p < 0.01，n ≥ 200", "More use exit 2: one-sided binomial p < 0.01, n >= 200"),
             ("多走熟悉的出口，单侧二项检验 p < 0.01，n ≥ 200", "More use the familiar exit: one-sided binomial p < 0.01, n >= 200")),
            ("choice_led", "choice_familiar"), peers):
        tests.add_test(key, label, clause, what, criterion, "exit_share_rises", ["choice_free", case],
                       {"exit": 2, "most_p": 0.01, "least_n": 200}, (None, 100, 250), peers=told,
                       remark=("自选偏差 0.5 s，跟随折算每人 2 s，不熟悉折算 10 s：均为假设值",
                               "Hesitation 0.5 s, following 2 s a head, unfamiliar 10 s: assumptions"))


def exits(tests):
    exit_choice(tests, ("nist-3.2", "nist-3.3"), ("NIST 3.2", "NIST 3.3"), ("Verif.3.2", "Verif.3.3"),
                (("JuPedSim 移植：均为 50 %，标为预期失败", "JuPedSim port: 50 % either way, an expected failure"),
                 ("JuPedSim 移植：以权重 20/80 设定", "JuPedSim port: set by weights 20/80")))
    tests.add_test("nist-3.1", "NIST 3.1", "Verif.3.1",
                   ("23 人各有指定出口", "23 persons with allocated exits"), ("每人走指定出口", "Each uses the allocated exit"),
                   "assigned_exits", ["imo_10"], {"people": 23}, (1, 3, 10),
                   peers=("JuPedSim 移植：13 人", "JuPedSim port: 13 persons"))
    tests.add_test("nist-4.1", "NIST 4.1", "Verif.4.1",
                   ("出口 1 在 1 s 时关闭", "Exit 1 closes at 1 s"), ("由出口 2 离开", "Leaves by exit 2"), "leaves_by",
                   ["exit_closes"], {"exit": 2}, (1, 5, 10),
                   peers=("JuPedSim 移植：改写去向，门不真正关闭", "JuPedSim port: by redirecting the agent, no door closes"),
                   remark=("人离出口 1 较近，门真正锁上，走近才看见", "Starts nearer to exit 1; the door is locked and seen when near"))


def flow(tests):
    tests.add_test("nist-5.1", "NIST 5.1", "Verif.5.1",
                   ("100 人由房间经走廊上楼", "100 persons from a room by a corridor up a stair"),
                   ("房间出口与楼梯脚拥堵", "Congestion at the room's exit and at the stair's foot"), "stair_congestion",
                   ["congestion"], {"box_m": 1, "flow_less": 0.05}, (None, 3, 10),
                   peers=("JuPedSim 移植：只查房间出口", "JuPedSim port: the room's exit only"))
    tests.add_test("nist-5.2", "NIST 5.2", "Verif.5.2",
                   ("8×5 m 房间 100 人经 1 m 出口", "100 persons leave a room of 8 m x 5 m by an exit of 1 m"),
                   ("限流模型保持其上限 1.33 人/s", "A capped model keeps its cap of 1.33 persons/s"), "exit_flow",
                   ["imo_04_regulation", "imo_04_realistic"], {"most_flow": 1.33, "target_least_flow": 1.30}, (None, 3, 10),
                   target=("1.30–1.33 人/s", "1.30-1.33 persons/s"),
                   peers=("JuPedSim 移植：约 5 人/(m·s)，标为预期失败", "JuPedSim port: about 5 persons/(m s), an expected failure"),
                   remark=("真实模式流量一并报告", "The flow of mode realistic is reported besides"))
