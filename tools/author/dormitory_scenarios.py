# SPDX-License-Identifier: Apache-2.0
"""Scenarios and risk map of the six-storey dormitory: everybody is in bed."""

import scenario as s
from dormitory_6f import BEDS, STOREYS, dormitory_rooms, half_key, is_west, key_of
from names import name

PLAN = "dormitory_6f"
# People asleep: median 45 s with a long tail. An assumption; published sleeping pre-movement times scatter widely.
NIGHT_PRE_MOVEMENT = s.log_normal(3.8, 0.6, 15, 240)
NIGHT_SHELTER_PRE_MOVEMENT = s.log_normal(2.7, 0.5, 5, 90)
BY_DETECTOR = {"by": "detection", "confirm_s": 30, "announcement_s": 10}
NIGHT = {"mode": "real", "target_out_s": 240}


def boarders(pre_movement):
    people = []
    for storey in range(1, STOREYS + 1):
        for number in dormitory_rooms(storey):
            label = name(f"{storey}{number:02d}寝室", f"Dormitory {storey}{number:02d}")
            people.append(s.group(key_of(storey, number), label, key_of(storey, number), "secondary_13_15", BEDS,
                                  pre_movement=pre_movement, route=route(storey, number)))
    people.append(s.group("wardens", name("宿管老师", "Wardens"), "F1_warden", "adult", 2,
                          pre_movement=s.log_normal(3.0, 0.4, 5, 60), route={"spot": half_key(1, True)}))
    return people


def route(storey, number):
    west = is_west(number)
    ways = {"exit": "exit_w" if west else "exit_e", "spot": half_key(storey, west)}
    return ways if storey == 1 else {"stair": "ST_W" if west else "ST_E", **ways}


def unassigned(row):
    return {**row, "route": {"spot": row["route"]["spot"]}}


def night_fire():
    return s.scenario(
        "dormitory_night_fire", PLAN, name("夜间宿舍起火", "Fire in the dormitory at night"),
        name("凌晨三层晾衣间违规充电起火，走廊感烟探测器动作，值班员30秒内确认后报警；学生从睡梦中被唤醒，起床时间差别很大。",
             "In the small hours a charger sets the drying room on floor 3 on fire; a smoke detector in the "
             "corridor answers, the warden confirms it within 30 s. Pupils wake from sleep, some of them late."),
        s.each(boarders(NIGHT_PRE_MOVEMENT), unassigned), alarm=BY_DETECTOR,
        incidents=[{"at_s": 0, "kind": "fire", "risk": "charging", "room_closes_after_s": 20}], **NIGHT)


def night_locked_exit():
    return s.variant(
        night_fire(), "dormitory_night_locked_exit", name("夜间起火且东出口上锁", "Night fire with the east exit locked"),
        name("与夜间宿舍起火相同，但东安全出口夜间上锁，东楼梯下来的人只能改走门厅和西出口。",
             "As the night fire, but the east exit is locked at night: those from the east stair have to use the lobby "
             "and the west exit."),
        incidents=[{"at_s": 0, "kind": "set_opening", "opening": "exit_e", "state": "locked"},
                   {"at_s": 0, "kind": "fire", "risk": "charging", "room_closes_after_s": 20}])


def night_room_fire():
    return s.variant(
        night_fire(), "dormitory_night_room_fire", name("夜间寝室起火", "Fire in a bedroom at night"),
        name("凌晨三层305寝室床铺起火，8人在内；室内人员先发现并按下手动报警按钮，或由走廊感烟探测器报警。",
             "In the small hours a bed burns in room 305 on floor 3 with eight pupils in it, who notice first and press "
             "the call point, unless the smoke detector in the corridor is quicker."),
        incidents=[{"at_s": 0, "kind": "fire", "space": "F3_R05"}])


def night_earthquake():
    return s.scenario(
        "dormitory_night_earthquake", PLAN, name("夜间地震", "Earthquake at night"),
        name("夜间地震，就地避险60秒后全楼疏散，走廊和楼梯熄灯，仅靠应急照明，行走变慢。",
             "Earthquake at night: 60 s of shelter, then everybody leaves; the lights are out and emergency lighting "
             "slows people down."),
        boarders(NIGHT_SHELTER_PRE_MOVEMENT), earthquake={"at_s": 0, "shelter_s": 60},
        alarm={"at_s": 60, "announcement_s": 10},
        incidents=[{"at_s": 5, "kind": "lights_out", "spaces": [], "speed_factor": 0.7}], **NIGHT)


def scenarios():
    return [night_fire(), night_locked_exit(), night_room_fire(), night_earthquake()] + s.with_guides(
        s.earthquakes(night_earthquake()), {f"F{f}": f"F{f}_corridor" for f in range(2, 7)})


def risks():
    return s.risk_map(PLAN, "学生宿舍安全风险分布", "Risk map of the dormitory", [
        s.risk("charging", "三层晾衣间违规充电", "Charging in the drying room, floor 3", "electrical", "F3_drying",
               (3, 6, 15), "宿管员", [
                   ("寝室和晾衣间安装限流装置，严禁使用大功率电器", "Current limiters; no high-power appliances"),
                   ("每晚熄灯前巡查一次并记录", "A recorded round before lights-out every night")]),
        s.risk("stair_w", "西楼梯一至二层梯段", "West stair, floors 1-2", "crowding", "ST_W_1a", (1, 6, 40), "政教主任", [
            ("每月组织一次夜间疏散演练", "A night drill every month"),
            ("应急照明和声光报警每月测试", "Test emergency lights and alarms monthly")]),
        s.risk("exit_e", "东安全出口夜间上锁", "East exit locked at night", "other", "F1_corridor", (3, 6, 15), "宿管员", [
            ("改为可从内外两侧手动开启并与消防联动的门禁", "Access control that opens from both sides and on alarm"),
            ("值班室保存应急钥匙，交接班检查", "Emergency key in the warden's room, checked at every shift")],
               at=(38.5, 1.2)),
    ])
