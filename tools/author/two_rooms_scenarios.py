# SPDX-License-Identifier: Apache-2.0
"""Scenarios and risk map of the two rooms."""

import scenario as s
from names import name
from two_rooms import PUPILS

PLAN = "two_rooms"


def classes():
    return [s.school_class(f"c{i}", name(f"一年级{i}班", f"Grade 1 Class {i}"), f"r{i}", "primary_6_7", PUPILS,
                           pre_movement=s.DRILL_PRE_MOVEMENT,
                           route={"door": f"d{i}", "exit": "e1", "spot": f"A{i}"}) for i in (1, 2)]


def drill():
    return s.scenario("two_rooms_drill", PLAN, name("两间教室演练", "Two-room drill"),
                      name("最小的演练示例。", "The smallest drill."), classes(), mode="drill")


def fire():
    return s.scenario("two_rooms_fire", PLAN, name("101教室多媒体柜起火", "Fire in room 101"),
                      name("101教室多媒体柜起火，10秒后报警，60秒后该教室不得进入，两个班从东端出口撤离。",
                           "The media cabinet of room 101 catches fire; alarm after 10 s, room closed after 60 s."),
                      classes(), mode="real", alarm={"at_s": 10, "announcement_s": 5},
                      incidents=[{"at_s": 0, "kind": "fire", "risk": "media", "room_closes_after_s": 60}])


def earthquake():
    return s.scenario("two_rooms_earthquake", PLAN, name("地震避险后疏散", "Shelter, then out"),
                      name("就地避险20秒后疏散。", "Twenty seconds of shelter, then out."), classes(),
                      earthquake={"at_s": 0, "shelter_s": 20}, alarm={"at_s": 20, "announcement_s": 5})


def scenarios():
    return [drill(), fire(), earthquake()] + s.earthquakes(earthquake())


def risks():
    return s.risk_map(PLAN, "两间教室安全风险分布", "Risk map of the two rooms", [
        s.risk("media", "101教室多媒体柜", "Media cabinet, room 101", "electrical", "r1", (1, 6, 7), "班主任",
               [("放学断电，柜内不放杂物", "Power off after school; nothing else in the cabinet")], at=(8.7, 0.5)),
        s.risk("switch", "走廊配电箱", "Switchboard in the corridor", "switch_room", "corridor", (1, 6, 15), "总务主任",
               [("箱门上锁，周围不堆物", "Lock the box; keep its surroundings clear")], at=(0.2, 8.4))])
