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
        "primary_drill", PLAN, name("全校疏散演练（按班分流）", "Whole-school drill, routes by class"),
        name("课间预告演练：铃响后广播5秒，每班教师一前一后带队，按班走指定的楼梯、出口和集合点。",
             "Announced drill: five seconds of announcement, two teachers with each class, every class by its own "
             "stair and exit to its own spot."),
        classes(), mode="drill")


def everyone_near_stair():
    """Routes without a stair: everybody takes the way that is shortest from where they sit."""
    people = s.each(drill()["people"], lambda row: {**row, "route": {"spot": row["route"]["spot"]}})
    return s.variant(drill(), "primary_everyone_near_stair",
                     name("对照：大家都走近的楼梯", "For comparison: everyone takes the near stair"),
                     name("与按班分流的演练人数相同，但不指定门、楼梯和出口，各走各的近路，用于对比。",
                          "The same people as in the drill, but no door, stair or exit is assigned: everybody takes the "
                          "shortest way."), people=people)


def class_by_class():
    """Lower storeys first and, on a storey, the class next to the stair first."""
    numbers = (1, 6, 2, 5, 3, 4)
    order = [class_key(g, k) for storey in range(1, STOREYS + 1) for n in numbers
             for number, g, k in classes_of(storey) if number == n]
    return s.variant(drill(), "primary_class_by_class", name("逐班有序疏散（班距3米）", "Class by class, 3 m between classes"),
                     name("先低层后高层，每层离楼梯最近的班先走；前一班离开教室门3米后，后一班再出发。",
                          "Lower floors first, the class nearest the stair first; a class leaves when the one before is "
                          "3 m away."),
                     release={"policy": "class_by_class", "gap_m": 3, "order": order})


def by_storey():
    return s.variant(drill(), "primary_by_storey", name("分楼层错峰疏散（间隔20秒）", "Floor after floor, 20 s apart"),
                     name("从一层到四层依次放行，层间间隔20秒。", "Floors 1 to 4 are released in turn, 20 s apart."),
                     release={"policy": "by_storey", "interval_s": 20})


def fire():
    def away_from_the_fire(row):
        ways = {"stair": "ST_W", "exit": "exit_w"} if row["route"].get("stair") else {"exit": "exit_c"}
        return {**row, "route": {**ways, "spot": row["route"]["spot"]}}

    people = s.each(s.with_pre_movement(classes(), REAL_PRE_MOVEMENT), away_from_the_fire)
    return s.variant(
        drill(), "primary_fire_switch_room", name("配电间起火（实战）", "Fire in the switch room (real)"),
        name("一层东端配电间起火，感烟探测器动作、15秒内确认后报警，广播通知东楼梯停用，二至四层全部改走西楼梯；起火90秒后烟气封住一层东楼梯口。",
             "Fire in the switch room at the east end of floor 1, its smoke detector is confirmed within 15 s; the announcement sends floors 2 to 4 "
             "to the west stair. After 90 s smoke closes the foot of the east stair."),
        mode="real", people=people, alarm={"by": "detection", "confirm_s": 15, "announcement_s": 10},
        incidents=[{"at_s": 0, "kind": "fire", "risk": "switch", "room_closes_after_s": 30},
                   {"at_s": 90, "kind": "close_space", "space": "ST_E_L1"}])


def earthquake():
    return s.variant(
        drill(), "primary_earthquake", name("地震避险60秒后有序疏散", "Earthquake: 60 s of shelter, then evacuation"),
        name("震时就地避险60秒（伏地、遮挡、手抓牢），震后按班分流疏散；教室门有2%可能变形打不开。",
             "Drop, cover and hold on for 60 s, then every class by its own route; each door jams with a probability "
             "of 2 %."),
        mode="real", earthquake={"at_s": 0, "shelter_s": 60, "door_jam_probability": 0.02},
        alarm={"at_s": 60, "announcement_s": 5})


def lights_out():
    return s.variant(
        drill(), "primary_p1_lights_out", name("P1 楼梯间突然停电", "P1 Lights out on the stairs"),
        name("冬季放学时段，下楼途中两部楼梯断电熄灯、无应急照明，行走变慢，随后有人在西楼梯一至二层跌倒。"
             "参照2003年成安县某中学晚自习踩踏事故（转载资料）。",
             "On a winter evening both stairs go dark and there is no emergency light; people slow down and one falls "
             "between floors 1 and 2. After the 2003 crush at a school in Cheng'an (reprinted account)."),
        mode="real", incidents=[
            {"at_s": 25, "kind": "lights_out", "spaces": STAIR_SPACES["W"] + STAIR_SPACES["E"], "speed_factor": 0.5},
            {"at_s": 45, "kind": "person_falls", "space": "ST_W_1a", "down_s": 15}])


def wet_exit():
    return s.variant(
        drill(), "primary_p2_wet_exit", name("P2 雨天出口湿滑", "P2 Wet floor at the exit"),
        name("雨天西出口前地面湿滑，行走减慢，有人滑倒，楼上学生仍在下楼。参照2005年营山事故（转载资料）。",
             "Rain makes the floor before the west exit slippery: people slow down, one falls, and those above keep "
             "coming. After the 2005 accident in Yingshan (reprinted account)."),
        mode="real", incidents=[
            {"at_s": 0, "kind": "slow_space", "space": "ST_W_L1", "speed_factor": 0.6},
            {"at_s": 0, "kind": "slow_space", "space": "F1_gallery_w", "speed_factor": 0.7},
            {"at_s": 40, "kind": "person_falls", "space": "ST_W_L1", "down_s": 12}])


def counterflow():
    """Six classes of floors 2 and 3 come down the west stair while three classes of floor 4 go up to their rooms."""
    people = [row for row in classes() if row["space"] in {f"F{f}_C{n}" for f in (2, 3) for n in (1, 2, 3)}]
    upward = []
    for number, grade, klass in classes_of(4)[:3]:
        label = grade_class(grade, klass)
        upward.append(s.group(class_key(grade, klass) + "_up", name(label["zh-CN"] + "（返回教室）",
                                                                   label["en"] + " (going back to the room)"),
                              "yard", PROFILES[grade], PUPILS, destination=room_key(4, number), sets_off_s=0,
                              positions=gathered(number), pre_movement=s.DRILL_PRE_MOVEMENT,
                              route={"stair": "ST_W"}))
    return s.variant(
        drill(), "primary_p4_counterflow", name("P4 上下课铃响时上下对冲", "P4 Up and down at the bell"),
        name("课间操铃响，二、三层六个班从西楼梯下楼，四层三个班从操场经同一楼梯返回教室，上下人流对冲。"
             "参照2005年娄底事故（转载资料）。",
             "At the bell six classes of floors 2 and 3 come down the west stair while three classes of floor 4 go up "
             "the same stair. After the 2005 accident in Loudi (reprinted account)."),
        mode="real", people=people + upward, incidents=[], target_out_s=180)


def gathered(number):
    """45 places before the west exit, the classes behind one another."""
    return [(3.0 + 0.8 * column, -4.0 - 2.8 * (number - 1) - 0.8 * row) for row in range(3) for column in range(15)]


def popular_stair():
    def everyone_west(row):
        return {**row, "route": {"spot": row["route"]["spot"], "stair": "ST_W", "exit": "exit_w"}}

    upper = [row for row in classes() if row["route"].get("stair")]
    ground = [row for row in classes() if not row["route"].get("stair")]
    return s.variant(
        drill(), "primary_p8_popular_stair", name("P8 人人走同一部楼梯、出口放慢", "P8 One popular stair, slowed exit"),
        name("雨天放学，二至四层学生都涌向离校门近的西楼梯，在出口撑伞停留，出口只剩1.2米可走。"
             "参照2009年湘乡事故（转载资料）。",
             "On a rainy evening all pupils of the upper floors take the west stair and stop at its exit to open "
             "umbrellas, which leaves 1.2 m. After the 2009 crush in Xiangxiang (reprinted account)."),
        mode="real", people=ground + s.each(upper, everyone_west), incidents=[
            {"at_s": 0, "kind": "obstruct_opening", "opening": "exit_w", "clear_width_m": 1.2},
            {"at_s": 0, "kind": "slow_space", "space": "ST_W_L1", "speed_factor": 0.7}])


def stair_mouth_blocked():
    return s.variant(
        drill(), "primary_p9_object_at_stair_mouth", name("P9 楼梯口堆放杂物", "P9 Object in the stair mouth"),
        name("一层西楼梯起步处靠放海绵垫，梯口净宽由1.8米减至0.7米。参照2014年昆明某小学踩踏事故（转载资料）。",
             "A sponge mattress leans at the foot of the west stair and leaves 0.7 m of 1.8 m. After the 2014 crush at "
             "a primary school in Kunming (reprinted account)."),
        mode="real", incidents=[
            {"at_s": 0, "kind": "obstruct_opening", "opening": "ST_W_1a_foot", "clear_width_m": 0.7},
            {"at_s": 50, "kind": "person_falls", "space": "ST_W_1a", "down_s": 12}])


def el_centro():
    return s.variant(
        earthquake(), "primary_quake_el_centro", name("El Centro 1940 实测地震动", "The earthquake of El Centro, 1940"),
        name("1940年帝王谷地震 El Centro 台南北向记录（0.32 g，公有领域）；平息5秒后下达撤离令，按易损性抽取破坏。",
             "The record of El Centro, Imperial Valley 1940, north-south (0.32 g, public domain); the order to leave comes when it "
             "has been calm for 5 s; what breaks is drawn by fragility."),
        mode="real", alarm={"at_s": 0, "announcement_s": 5},
        earthquake={"at_s": 20, "motion": {"record": "el_centro_1940_ns.csv", "unit": "g"}, "trained_share": 0.9})


def scenarios():
    return [drill(), everyone_near_stair(), class_by_class(), by_storey(), fire(), earthquake(), lights_out(),
            wet_exit(), counterflow(), popular_stair(), stair_mouth_blocked(), el_centro()] + s.with_guides(
                s.earthquakes(earthquake()), {f"F{f}": f"F{f}_office" for f in range(2, STOREYS + 1)})


def risks():
    return s.risk_map(PLAN, "四层小学教学楼安全风险分布", "Risk map of the four-storey primary block", [
        s.risk("switch", "配电间", "Switch room", "switch_room", "F1_switch", (1, 6, 15), "总务主任", [
            ("门常闭并上锁，设警示标志，禁止堆放可燃物", "Keep the door shut and locked, with a warning sign; store nothing that burns"),
            ("每月红外测温一次，每学期由持证电工全面检修", "Infrared check monthly; full check by a licensed electrician each term"),
            ("配置二氧化碳灭火器和感烟探测器", "Carbon dioxide extinguishers and a smoke detector")]),
        s.risk("gas", "液化气瓶间", "Bottled-gas store", "gas_store", "gas_store", (1, 6, 40), "后勤主任", [
            ("气瓶直立固定，实瓶、空瓶分开存放，总量按规定控制", "Bottles upright and fixed, full and empty apart, quantity limited"),
            ("安装可燃气体报警器并与排风联动", "Gas alarm linked to the extractor fan"),
            ("周边10米内严禁烟火，集合场地远离30米以上", "No flames within 10 m; assembly area more than 30 m away")]),
        s.risk("boiler", "锅炉房", "Boiler room", "boiler", "boiler", (0.5, 6, 40), "后勤主任", [
            ("司炉人员持证上岗，采暖季每班巡查并记录", "Licensed stokers; rounds every shift in the heating season"),
            ("压力表、安全阀按期校验，使用满20年的提请更换", "Gauge and safety valve tested on time; replace after 20 years")]),
        s.risk("stair_w", "西楼梯一至二层梯段", "West stair, floors 1-2", "crowding", "ST_W_1a", (3, 6, 15), "德育主任", [
            ("上下学、课间操错峰下楼，楼梯口教师值守", "Staggered release; a teacher at the stair mouth"),
            ("楼梯间照明加装应急电源，断电不灭灯", "Stair lights on emergency power"),
            ("梯段中线划分左右行，严禁在楼梯口堆物", "Mark the middle line; nothing may stand in the stair mouth")]),
        s.risk("stair_e", "东楼梯一至二层梯段", "East stair, floors 1-2", "crowding", "ST_E_1a", (3, 6, 15), "德育主任", [
            ("上下学、课间操错峰下楼，楼梯口教师值守", "Staggered release; a teacher at the stair mouth")]),
        s.risk("parapet", "四层外廊栏板", "Gallery parapet, floor 4", "falling_object", "F4_gallery", (0.5, 6, 15), "安全办主任", [
            ("每学期检查栏杆牢固程度，栏板上不放花盆杂物", "Check the parapet each term; no flower pots on it")]),
    ])
