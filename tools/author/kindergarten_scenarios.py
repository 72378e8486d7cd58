# SPDX-License-Identifier: Apache-2.0
"""Scenarios and risk map of the kindergarten."""

import scenario as s
from kindergarten_2f import CLASSES, unit_key
from names import name

PLAN = "kindergarten_2f"
# Prague kindergartens, in drills: mean 46 s for 3-4 years and 20 s for 5-6 years from the signal until children set off
# (Najmanova & Ronchi 2017, abstract); in the drill the signal is the word to go.
PRE_MOVEMENT = {"kindergarten_3_4": s.log_normal(3.72, 0.45, 10, 120),
                "kindergarten_5_6": s.log_normal(2.92, 0.4, 5, 60)}


def route(row):
    storey, unit, key = row[:3]
    side = {1: "w", 2: "s", 3: "e"}[unit] if storey == 1 else ("w" if unit < 3 else "e")
    if key == "big_1":
        side = "e"
    ways = {"exit": f"exit_{side}", "spot": f"spot_{key}"}
    return ways if storey == 1 else {"stair": f"ST_{side.upper()}", **ways}


def classes(pre_movement):
    return [s.school_class(row[2], name(row[3], row[4]), unit_key(row[0], row[1]), row[6], row[5],
                           pre_movement=pre_movement(row[6]), route=route(row)) for row in CLASSES]


def drill():
    return s.scenario(
        "kindergarten_drill", PLAN, name("幼儿园疏散演练", "Kindergarten drill"),
        name("预告演练：教师一前一后带队，小班、中班先走，二层分走两部楼梯。",
             "Announced drill: a teacher in front of and one behind each class; the upper floor uses both stairs."),
        classes(PRE_MOVEMENT.get), alarm={"at_s": 0, "announcement_s": 0}, mode="drill", target_out_s=180)


def fire():
    return s.scenario(
        "kindergarten_fire", PLAN, name("配电间起火", "Fire in the switch room"),
        name("一层西端配电间起火，室内冒烟后报警，西楼梯口60秒后被烟封住，二层西侧班级改走东楼梯。",
             "Fire in the switch room at the west end, alarm when it is noticed; after 60 s smoke closes the west stair's foot and "
             "the upper floor turns east."),
        s.each(classes(PRE_MOVEMENT.get), lambda row: {**row, "route": {"spot": row["route"]["spot"]}}),
        alarm={"by": "detection", "at_s": 90, "confirm_s": 15, "announcement_s": 5}, target_out_s=180,
        incidents=[{"at_s": 0, "kind": "fire", "risk": "switch", "room_closes_after_s": 30},
                   {"at_s": 60, "kind": "close_space", "space": "ST_W_L1"}])


def earthquake():
    return s.scenario(
        "kindergarten_earthquake", PLAN, name("午睡时地震", "Earthquake at nap time"),
        name("午睡时地震，幼儿在床边就地避险60秒，震后由教师逐班带出，班距5米。",
             "Earthquake at nap time: shelter beside the beds for 60 s, then class by class with 5 m between them."),
        classes(PRE_MOVEMENT.get), earthquake={"at_s": 0, "shelter_s": 60}, alarm={"at_s": 60, "announcement_s": 5},
        release={"policy": "class_by_class", "gap_m": 5}, target_out_s=240)


def scenarios():
    return [drill(), fire(), earthquake()] + s.earthquakes(earthquake())


def risks():
    return s.risk_map(PLAN, "幼儿园安全风险分布", "Risk map of the kindergarten", [
        s.risk("switch", "配电间", "Switch room", "switch_room", "F1_switch", (1, 6, 15), "后勤园长", [
            ("门常闭上锁，幼儿不得靠近", "Door shut and locked; children keep away"),
            ("每月检查温度和接地", "Monthly check of temperature and earthing")]),
        s.risk("stairs", "东楼梯", "East stair", "crowding", "ST_E_1a", (1, 6, 15), "保教主任", [
            ("教师一前一后，幼儿靠右扶低扶手逐级下行", "A teacher before and behind; children hold the low handrail"),
            ("踏步防滑条缺损及时修补", "Mend non-slip strips at once")]),
        s.risk("shelves", "活动室玩具柜", "Toy shelves", "falling_object", "F2_U1", (1, 6, 7), "班主任", [
            ("柜体与墙固定，高处不放重物", "Fix shelves to the wall, nothing heavy on top")]),
    ])
