# SPDX-License-Identifier: Apache-2.0
"""Profiles of the tests. IMO's table of walking speeds: only males 30-50 on the flat (0.97-1.62 m/s) could be checked
(FDS+Evac guide 4.1 quotes it); the other rows are quoted from secondary memory of MSC.1/Circ.1533 table 3.4-3.6 and
say so."""

from verification.cases import profile

UNCHECKED = "IMO MSC.1/Circ.1533 tables of walking speed, quoted unchecked"

# key: (zh, en, flat, stair down, stair up), m/s
IMO_TABLE = {
    "imo_f_under_30": ("女30岁以下", "Females under 30", (0.93, 1.55), (0.56, 0.94), (0.47, 0.79)),
    "imo_f_30_50": ("女30至50岁", "Females 30-50", (0.71, 1.19), (0.49, 0.81), (0.44, 0.74)),
    "imo_f_over_50": ("女50岁以上", "Females over 50", (0.56, 0.94), (0.45, 0.75), (0.37, 0.61)),
    "imo_f_impaired_1": ("女50岁以上，行动不便1", "Females over 50, impaired 1", (0.43, 0.71), (0.34, 0.56), (0.28, 0.46)),
    "imo_f_impaired_2": ("女50岁以上，行动不便2", "Females over 50, impaired 2", (0.37, 0.61), (0.29, 0.49), (0.23, 0.39)),
    "imo_m_under_30": ("男30岁以下", "Males under 30", (1.11, 1.85), (0.76, 1.26), (0.50, 0.84)),
    "imo_m_30_50": ("男30至50岁", "Males 30-50", (0.97, 1.62), (0.64, 1.07), (0.47, 0.79)),
    "imo_m_over_50": ("男50岁以上", "Males over 50", (0.84, 1.40), (0.50, 0.84), (0.38, 0.64)),
    "imo_m_impaired_1": ("男50岁以上，行动不便1", "Males over 50, impaired 1", (0.64, 1.06), (0.38, 0.64), (0.29, 0.49)),
    "imo_m_impaired_2": ("男50岁以上，行动不便2", "Males over 50, impaired 2", (0.55, 0.91), (0.33, 0.55), (0.25, 0.41)),
}


def imo(key):
    zh, en, flat, down, up = IMO_TABLE[key]
    source = UNCHECKED
    if key == "imo_m_30_50":
        source = "IMO MSC.1/Circ.1533 males 30-50: 0.97-1.62 m/s on the flat (FDS+Evac guide 4.1); stairs unchecked"
    middle = sum(flat)
    return profile(key, zh, en, {"law": "uniform", "low": flat[0], "high": flat[1]}, source,
                   down=sum(down) / middle, up=sum(up) / middle)


PANEL = imo("imo_m_30_50")  # everybody in IMO tests 4, 5, 7-11
WALKER = profile("walker", "1.0 m/s 行人", "Walker, 1.0 m/s", 1.0, "the test's own: 1.0 m/s on the flat and on stairs")
