# SPDX-License-Identifier: Apache-2.0
"""Scenarios and risk map of the canteen at the noon peak."""

import scenario as s
from canteen import CLASSES, PUPILS
from names import name

PLAN = "canteen"
PRE_MOVEMENT = s.log_normal(2.5, 0.6, 3, 90)
PEAK_PRE_MOVEMENT = s.log_normal(2.2, 0.5, 2, 60)


def diners(pre_movement):
    people = [s.school_class(f"diners_{i}", name(f"就餐{i}班", f"Diners {i}"), "hall", "secondary_13_15", PUPILS,
                             teachers=["rear"], pre_movement=pre_movement, route={"spot": f"spot_{i}"})
              for i in range(1, CLASSES + 1)]
    people.append(s.group("kitchen_staff", name("厨房人员", "Kitchen staff"), "kitchen", "adult", 10,
                          pre_movement=pre_movement, route={"exit": "exit_kitchen"}))
    return people


def fire():
    return s.scenario(
        "canteen_kitchen_fire", PLAN, name("午餐高峰厨房起火", "Kitchen fire at the noon peak"),
        name("午餐高峰灶台油锅起火，探测器动作10秒后报警，就餐学生各就近出口撤离，60秒后厨房不得进入。",
             "A pan catches fire at the noon peak; alarm 10 s after the detector, diners take the nearest exits, the kitchen is closed "
             "after 60 s."),
        diners(PRE_MOVEMENT), alarm={"by": "detection", "confirm_s": 10, "announcement_s": 10},
        incidents=[{"at_s": 0, "kind": "fire", "risk": "kitchen", "room_closes_after_s": 60}])


def one_exit_shut():
    return s.variant(
        fire(), "canteen_fire_exit_locked", name("厨房起火且南一出口上锁", "Kitchen fire, south exit 1 locked"),
        name("与厨房起火相同，但为便于管理南一出口上了锁。", "As the kitchen fire, but south exit 1 was locked for convenience."),
        incidents=[{"at_s": 0, "kind": "set_opening", "opening": "exit_sw", "state": "locked"},
                   {"at_s": 0, "kind": "fire", "risk": "kitchen", "room_closes_after_s": 60}])


def gas_leak():
    return s.variant(
        fire(), "canteen_gas_leak", name("厨房液化气泄漏", "Bottled gas leaks in the kitchen"),
        name("厨房液化气软管脱落，每秒泄漏10克；气体比空气重，沿地面积聚，达到爆炸下限一半的空间不得进入。2分钟后报警疏散。",
             "A hose of bottled gas comes off in the kitchen, 10 g/s; heavier than air, it gathers on the floor. Nobody enters "
             "where it reaches half the explosive limit. Alarm after 2 min."),
        alarm={"at_s": 120, "announcement_s": 10},
        incidents=[{"at_s": 0, "kind": "gas_leak", "space": "kitchen", "gas": "lpg", "rate_g_s": 10}])


def gas_ignites():
    return s.variant(
        gas_leak(), "canteen_gas_ignites", name("气瓶间液化气泄漏后爆燃", "Bottled gas ignites in the gas store"),
        name("气瓶间液化气每秒泄漏40克，2分钟后遇火花；达到爆炸极限的气体当即燃烧，仍在该室者视为失去行动能力。爆燃即警报。",
             "Bottled gas leaks in the gas store at 40 g/s and meets a spark after 2 min; what lies between the explosive limits "
             "burns at once, and whoever is there counts as incapacitated. The bang is the alarm."),
        alarm={"at_s": 120, "announcement_s": 5},
        incidents=[{"at_s": 0, "kind": "gas_leak", "space": "gas_store", "gas": "lpg", "rate_g_s": 40},
                   {"at_s": 120, "kind": "ignition", "space": "gas_store"}])


def earthquake():
    return s.scenario(
        "canteen_earthquake", PLAN, name("就餐时地震", "Earthquake during lunch"),
        name("就餐时地震，钻桌下避险60秒，关火断气，震后由教师引导撤离。",
             "Earthquake during lunch: under the tables for 60 s, gas and fires off, then teachers lead everybody out."),
        diners(PEAK_PRE_MOVEMENT), earthquake={"at_s": 0, "shelter_s": 60, "door_jam_probability": 0.02},
        alarm={"at_s": 60, "announcement_s": 5})


def scenarios():
    return [fire(), one_exit_shut(), gas_leak(), gas_ignites(), earthquake()] + s.earthquakes(earthquake())


def risks():
    return s.risk_map(PLAN, "学生食堂安全风险分布", "Risk map of the canteen", [
        s.risk("gas", "燃气瓶组间", "Gas store", "gas_store", "gas_store", (1, 6, 40), "食堂主任", [
            ("独立设置、通风良好，可燃气体报警与紧急切断阀联动", "Apart and ventilated; gas alarm closes the valve"),
            ("软管定期更换，交接班关阀检查", "Replace hoses on time; check valves at every shift"),
            ("与集合场地保持30米以上距离", "More than 30 m from the assembly area")]),
        s.risk("kitchen", "厨房灶间", "Kitchen ranges", "kitchen", "kitchen", (3, 6, 15), "食堂主任", [
            ("油烟管道每季度清洗，灶台设自动灭火装置和灭火毯", "Clean ducts quarterly; automatic extinguishing and blankets"),
            ("人走火灭、阀关", "Nobody leaves a flame or an open valve")]),
        s.risk("crowd", "就餐高峰餐厅出口", "Exits at the peak", "crowding", "hall", (1, 6, 15), "德育主任", [
            ("分年级错时就餐，出口教师值守", "Grades eat in turn; a teacher at each exit"),
            ("出口就餐时段全部开启，不得上锁", "All exits open during meals, never locked")]),
    ])
