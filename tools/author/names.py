# SPDX-License-Identifier: Apache-2.0
"""Names in both languages. Storeys are counted from 1 (ground floor = 1), as Chinese plans do."""

DIGITS = "零一二三四五六七八九十"


def name(zh, en):
    return {"zh-CN": zh, "en": en}


def level_key(storey):
    return f"F{storey}"


def level_name(storey):
    return name(f"{DIGITS[storey]}层", f"Floor {storey}" + (" (ground)" if storey == 1 else ""))


def on_floor(storey, zh, en):
    return name(f"{DIGITS[storey]}层{zh}", f"{en}, floor {storey}")


def grade_class(grade, number):
    return name(f"{DIGITS[grade]}年级{number}班", f"Grade {grade} Class {number}")
