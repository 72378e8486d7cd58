# SPDX-License-Identifier: Apache-2.0
"""Building blocks of scenarios and risk maps (scenarios/FORMAT.md)."""

import copy

from names import name

PLAN_FOLDER = "../../floorplans/library"
LEC_RED, LEC_ORANGE, LEC_YELLOW = 320.0, 160.0, 70.0  # D = L x E x C, bands as commonly reprinted

DRILL_PRE_MOVEMENT = {"law": "uniform", "low_s": 2, "high_s": 8}


def log_normal(median_s_ln, sigma, low_s, high_s):
    """A log-normal pre-movement time: mu and sigma of ln(seconds), cut to [low, high]."""
    return {"law": "log_normal", "mu": median_s_ln, "sigma": sigma, "low_s": low_s, "high_s": high_s}


def school_class(key, label, space, profile, count, **more):
    row = {"id": key, "kind": "class", "name": label, "space": space, "profile": profile, "count": count,
           "teachers": ["front", "rear"], "teacher_profile": "adult"}
    return {**row, **more}


def group(key, label, space, profile, count, **more):
    return {"id": key, "kind": "group", "name": label, "space": space, "profile": profile, "count": count, **more}


def scenario(key, plan, label, description, people, **more):
    document = {
        "format": "muster.scenario", "schema_version": 1, "id": key, "name": label, "description": description,
        "plan": f"{PLAN_FOLDER}/{plan}.plan.json", "risk_map": f"{plan}.risk.json", "mode": "real", "people": people,
        "alarm": {"at_s": 0, "announcement_s": 5}, "release": {"policy": "all_at_once"}, "roll_call_s": 20,
        "target_out_s": 120, "run": {"max_s": 1800, "sample_s": 0.5, "seed": 1, "door_mode": "realistic"},
    }
    return {**document, **more}


def variant(base, key, label, description, **changes):
    """The same people on the same plan, with other members."""
    return {**copy.deepcopy(base), "id": key, "name": label, "description": description, **changes}


def earthquakes(base, more=None):
    """The people of a drill by the clock in a shaking building: design and rare earthquake of intensity 8, each without
    and with early warning."""
    stem = base["id"].removesuffix("_earthquake")
    kinds = (("design", "8度设防地震", "Design earthquake of intensity 8"), ("rare", "8度罕遇地震", "Rare earthquake of intensity 8"))
    out = []
    for level, zh, en in kinds:
        for suffix, lead_s, zh_lead, en_lead in (("", 0, "", ""), ("_warned", 8, "，预警提前8秒", ", warned 8 s ahead")):
            quake = {"at_s": 20, "motion": {"intensity": "8", "level": level}, "draw_aftershocks": True, "trained_share": 0.9}
            if lead_s:
                quake["lead_s"] = lead_s
            out.append(variant(
                base, f"{stem}_quake_{level}{suffix}", name(zh + zh_lead, en + en_lead),
                name(f"{zh}{zh_lead}：震时就地避险（九成受训，其余向外走），平息5秒后下达撤离令；门、楼梯、书架、吊顶按易损性逐种子抽取破坏。",
                     f"{en}{en_lead}: people shelter (nine in ten are trained, the others make for the exits) until it has been calm "
                     "for 5 s; doors, stairs, shelves and ceilings break by their fragility, drawn per seed."),
                mode="real", earthquake=quake, alarm={"at_s": 0, "announcement_s": 5}, **(more or {})))
    return out


def with_guides(scenarios, starts):
    """Two guides per storey in the rare earthquakes, who search its rooms before they leave. starts = {level: space}."""
    guides = [group(f"guides_{level}", name(f"{level[1:]}层疏导员", f"Guides of storey {level[1:]}"), space, "adult", 2,
                    pre_movement={"law": "constant", "value_s": 5}, searches={"levels": [level]})
              for level, space in starts.items()]
    return [{**document, "people": document["people"] + copy.deepcopy(guides)} if "_quake_rare" in document["id"] else document
            for document in scenarios]


def each(people, change):
    """People after change(row), which may return a changed copy of the row."""
    return [change(copy.deepcopy(row)) for row in people]


def with_pre_movement(people, law):
    return each(people, lambda row: {**row, "pre_movement": law})


def risk(key, zh, en, kind, space, lec, owner, measures, **more):
    """lec = (L, E, C); the level follows from the usual bands. measures = [(zh, en), ...]."""
    d = lec[0] * lec[1] * lec[2]
    level = 1 if d > LEC_RED else 2 if d >= LEC_ORANGE else 3 if d >= LEC_YELLOW else 4
    return {"id": key, "name": name(zh, en), "kind": kind, "level": level, "space": space, **more,
            "lec": {"l": lec[0], "e": lec[1], "c": lec[2]}, "owner": owner,
            "measures": [name(zh_text, en_text) for zh_text, en_text in measures]}


def risk_map(plan, zh, en, risks):
    return {"format": "muster.risk_map", "schema_version": 1, "id": f"{plan}_risks", "name": name(zh, en),
            "plan": f"{PLAN_FOLDER}/{plan}.plan.json", "risks": risks}
