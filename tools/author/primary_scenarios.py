# SPDX-License-Identifier: Apache-2.0
"""Scenarios and risk map of the four-storey primary block."""

import scenario as s
from names import grade_class, name
from primary_4f import PUPILS, STOREYS, classes_of, room_key, spot_of

PLAN = "primary_4f"
PROFILES = {1: "primary_6_7", 2: "primary_6_7", 3: "primary_8_9", 4: "primary_8_9", 5: "primary_10_12",
            6: "primary_10_12"}
STAIR_SPACES = {side: [f"ST_{side}_{k}{part}" for k in range(1, STOREYS) for part in "amb"] for side in "WE"}
REAL_PRE_MOVEMENT = s.log_normal(2.7, 0.5, 3, 90)


def class_key(grade, number):
    return f"class_{grade}_{number}"


def side_of(number):
    return "W" if number <= 3 else "E"


def drill_route(storey, number, grade, klass):
    """The door nearer the stair (ground floor: nearer the lobby); ground-floor classes leave the stairs' exits free."""
    west = number <= 3
    room = room_key(storey, number)
    spot = spot_of(grade, klass)
    if storey == 1:
        return {"door": f"{room}_{'front' if west else 'rear'}", "exit": "exit_c", "spot": spot}
    return {"door": f"{room}_{'rear' if west else 'front'}", "stair": f"ST_{side_of(number)}",
            "exit": "exit_w" if west else "exit_e", "spot": spot}


def classes():
    people = []
    for storey in range(1, STOREYS + 1):
        for number, grade, klass in classes_of(storey):
            people.append(s.school_class(class_key(grade, klass), grade_class(grade, klass), room_key(storey, number),
                                         PROFILES[grade], PUPILS, pre_movement=s.DRILL_PRE_MOVEMENT,
                                         route=drill_route(storey, number, grade, klass)))
    return people


def drill():
    return s.scenario(
        "primary_drill", PLAN, name("全校疏散演练(按班分流)", "Whole-school drill, routes by class"),
        name("课间预告演练:铃响后广播5秒,每班教师一前一后带队,按班走指定的楼梯、出口和集合点。",
             "Announced drill: five seconds of announcement, two teachers with each class, every class by its own "
             "stair and exit to its own spot."),
        classes(), mode="drill")


def risks():
    return s.risk_map(PLAN, "四层小学教学楼安全风险分布", "Risk map of the four-storey primary block", [
        s.risk("switch", "配电间", "Switch room", "switch_room", "F1_switch", (1, 6, 15), "总务主任", [
            ("门常闭并上锁,设警示标志,禁止堆放可燃物", "Keep the door shut and locked, with a warning sign; store nothing that burns"),
            ("每月红外测温一次,每学期由持证电工全面检修", "Infrared check monthly; full check by a licensed electrician each term"),
            ("配置二氧化碳灭火器和感烟探测器", "Carbon dioxide extinguishers and a smoke detector")]),
        s.risk("gas", "液化气瓶间", "Bottled-gas store", "gas_store", "gas_store", (1, 6, 40), "后勤主任", [
            ("气瓶直立固定,实瓶、空瓶分开存放,总量按规定控制", "Bottles upright and fixed, full and empty apart, quantity limited"),
            ("安装可燃气体报警器并与排风联动", "Gas alarm linked to the extractor fan"),
            ("周边10米内严禁烟火,集合场地远离30米以上", "No flames within 10 m; assembly area more than 30 m away")]),
        s.risk("boiler", "锅炉房", "Boiler room", "boiler", "boiler", (0.5, 6, 40), "后勤主任", [
            ("司炉人员持证上岗,采暖季每班巡查并记录", "Licensed stokers; rounds every shift in the heating season"),
            ("压力表、安全阀按期校验,使用满20年的提请更换", "Gauge and safety valve tested on time; replace after 20 years")]),
        s.risk("stair_w", "西楼梯一至二层梯段", "West stair, floors 1-2", "crowding", "ST_W_1a", (3, 6, 15), "德育主任", [
            ("上下学、课间操错峰下楼,楼梯口教师值守", "Staggered release; a teacher at the stair mouth"),
            ("楼梯间照明加装应急电源,断电不灭灯", "Stair lights on emergency power"),
            ("梯段中线划分左右行,严禁在楼梯口堆物", "Mark the middle line; nothing may stand in the stair mouth")]),
        s.risk("stair_e", "东楼梯一至二层梯段", "East stair, floors 1-2", "crowding", "ST_E_1a", (3, 6, 15), "德育主任", [
            ("上下学、课间操错峰下楼,楼梯口教师值守", "Staggered release; a teacher at the stair mouth")]),
        s.risk("parapet", "四层外廊栏板", "Gallery parapet, floor 4", "falling_object", "F4_gallery", (0.5, 6, 15), "安全办主任", [
            ("每学期检查栏杆牢固程度,栏板上不放花盆杂物", "Check the parapet each term; no flower pots on it")]),
    ])
