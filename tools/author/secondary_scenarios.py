# SPDX-License-Identifier: Apache-2.0
"""Scenarios and risk map of the five-storey secondary block."""

import scenario as s
from names import grade_class, name
from secondary_5f import PUPILS, class_places, is_west, key_of, spot_of

PLAN = "secondary_5f"
PRE_MOVEMENT = s.log_normal(2.5, 0.5, 3, 90)


def route(storey, room, grade, number):
    """The door nearer the class's stair; the ground floor leaves through the lobby."""
    west = is_west(room)
    key = key_of(storey, room)
    if storey == 1:
        door = "front" if room == "S1" else "rear"
        return {"door": f"{key}_{door}", "exit": "exit_s", "spot": spot_of(grade, number)}
    return {"door": f"{key}_{'rear' if west else 'front'}", "stair": "ST_W" if west else "ST_E",
            "exit": "exit_w" if west else "exit_e", "spot": spot_of(grade, number)}


def classes():
    people = []
    for storey, room, grade, number in class_places():
        people.append(s.school_class(f"class_{grade}_{number}", grade_class(grade, number), key_of(storey, room),
                                     "secondary_13_15", PUPILS, pre_movement=s.DRILL_PRE_MOVEMENT,
                                     route=route(storey, room, grade, number)))
    return people


def drill():
    return s.scenario(
        "secondary_drill", PLAN, name("中学全校疏散演练", "Secondary school drill"),
        name("预告演练：24个班按班走指定楼梯，一层两个班由门厅撤出。",
             "Announced drill: 24 classes by their assigned stairs; the two ground-floor classes leave by the lobby."),
        classes(), mode="drill")


def fire():
    people = s.each(s.with_pre_movement(classes(), PRE_MOVEMENT),
                    lambda row: {**row, "route": {"spot": row["route"]["spot"]}})
    return s.scenario(
        "secondary_fire_chemical_store", PLAN, name("危化品储存室起火", "Fire in the chemical store"),
        name("一层危化品储存室起火，室内感烟探测器动作，30秒内确认后报警；各班自行就近疏散，起火60秒后储存室和准备室不得进入。",
             "Fire in the chemical store on floor 1; its smoke detector answers and is confirmed within 30 s. Everybody takes the "
             "nearest way; the store and the room beside it are closed after 60 s."),
        people, alarm={"by": "detection", "confirm_s": 30, "announcement_s": 10},
        incidents=[{"at_s": 0, "kind": "fire", "risk": "chemicals", "room_closes_after_s": 60},
                   {"at_s": 60, "kind": "close_space", "space": "F1_preparation"}])


def laboratory_fire():
    return s.variant(
        fire(), "secondary_fire_laboratory", name("化学实验室起火", "Fire in the chemistry laboratory"),
        name("一层化学实验室实验中酒精灯引燃溶剂，火势极快；师生发现后立即撤离并按下手动报警按钮。",
             "A spirit lamp sets solvent on fire in the laboratory on floor 1, growing ultra-fast; those who see it leave "
             "at once and press the call point."),
        incidents=[{"at_s": 0, "kind": "fire", "risk": "laboratory"}])


def chlorine_leak():
    return s.variant(
        fire(), "secondary_chlorine_leak", name("化学实验室氯气泄漏", "Chlorine leaks in the chemistry laboratory"),
        name("化学实验室反应失控，氯气每秒泄漏0.1克，持续5分钟；比空气重，贴地经门流入走廊。60秒后报警。",
             "A reaction in the laboratory runs away and gives off 0.1 g/s of chlorine for 5 min; heavier than air, it reaches the "
             "corridor through the door. Alarm after 60 s."),
        alarm={"at_s": 60, "announcement_s": 10},
        incidents=[{"at_s": 0, "kind": "gas_leak", "space": "F1_chemistry", "gas": "chlorine", "rate_g_s": 0.1,
                    "lasts_s": 300}])


def library_fire():
    return s.variant(
        fire(), "secondary_fire_library", name("图书阅览室起火", "Fire in the library"),
        name("五层图书阅览室书架起火，火势较快，烟气沿五层走廊扩散。",
             "Shelves burn in the library on floor 5; the fire grows fast and its smoke spreads along the corridor."),
        incidents=[{"at_s": 0, "kind": "fire", "risk": "library"}])


def earthquake():
    return s.scenario(
        "secondary_earthquake", PLAN, name("地震避险60秒后分层疏散", "Earthquake: 60 s of shelter, then floor after floor"),
        name("震时就地避险60秒，震后从低层到高层依次疏散，层间间隔15秒；每扇门有2%可能变形打不开。",
             "Shelter for 60 s, then floor after floor from the lowest, 15 s apart; each door jams with a probability of "
             "2 %."),
        classes(), earthquake={"at_s": 0, "shelter_s": 60, "door_jam_probability": 0.02},
        alarm={"at_s": 60, "announcement_s": 5}, release={"policy": "by_storey", "interval_s": 15})


def earthquake_then_fire():
    return s.variant(
        s.earthquakes(earthquake())[2], "secondary_quake_then_fire", name("8度罕遇地震，化学实验室随后起火", "Rare earthquake, then fire in the laboratory"),
        name("8度罕遇地震打翻药品，化学实验室在震后第10秒起火；师生震后撤离，烟气沿一层走廊扩散。",
             "A rare earthquake of intensity 8 upsets chemicals; the laboratory burns from 10 s after the shaking on, and its smoke "
             "spreads along the corridor of floor 1 while everybody leaves."),
        incidents=[{"at_s": 60, "kind": "fire", "risk": "laboratory"}])


def scenarios():
    return [drill(), fire(), laboratory_fire(), chlorine_leak(), library_fire(), earthquake()] + s.with_guides(
        s.earthquakes(earthquake()), {f"F{f}": f"F{f}_office" for f in range(2, 6)}) + [earthquake_then_fire()]


def risks():
    return s.risk_map(PLAN, "五层中学教学楼安全风险分布", "Risk map of the five-storey secondary block", [
        s.risk("chemicals", "危化品储存室", "Chemical store", "chemical_store", "F1_chemicals", (3, 3, 40), "实验室主任", [
            ("双人双锁、双人收发，建立出入库台账", "Two keys, two persons, a ledger of what goes in and out"),
            ("氧化剂与易燃物分柜存放，配置防爆通风柜", "Oxidisers and flammables in separate ventilated cabinets"),
            ("张贴安全技术说明书，配置灭火毯、沙箱和洗眼器", "Safety data sheets, fire blanket, sand and eye wash")]),
        s.risk("laboratory", "化学实验室", "Chemistry laboratory", "laboratory", "F1_chemistry", (3, 3, 15), "化学教研组长", [
            ("实验前讲安全，实验中教师不离岗", "Safety talk before, teacher present throughout"),
            ("酒精灯专人保管，实验后断电断气", "Spirit lamps in one person's charge; power and gas off afterwards")]),
        s.risk("switch", "配电间", "Switch room", "switch_room", "F1_switch", (1, 6, 15), "总务主任", [
            ("门常闭上锁，禁止堆放杂物", "Door shut and locked; store nothing"),
            ("每月巡检并记录温度", "Monthly round with temperature record")]),
        s.risk("library", "图书阅览室书架", "Library shelves", "falling_object", "F5_library", (1, 6, 15), "图书馆管理员", [
            ("书架与墙体、书架之间可靠连接", "Fix shelves to the wall and to each other"),
            ("重书放下层，疏散通道不摆书车", "Heavy books low; no trolleys in the way out")]),
        s.risk("stair_w", "西楼梯一至二层梯段", "West stair, floors 1-2", "crowding", "ST_W_1a", (3, 6, 15), "德育主任", [
            ("下晚自习分年级错峰，楼梯口教师值守", "Grades leave in turn after evening study; a teacher at the stair"),
            ("防火门常闭但不上锁，应急照明每月测试", "Fire doors shut but never locked; test the lights monthly")]),
    ])
