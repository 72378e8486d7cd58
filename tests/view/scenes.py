# SPDX-License-Identifier: Apache-2.0
"""What the approved pictures show: name, language, files of the library, steps before the picture."""

SIZE = (1280, 800)

WATCH = [{"seek_s": 45}, {"press": "viewer.level:F2"}, {"wait_frames": 10}]
CHANGE = [{"seek_s": 4}, {"press": "viewer.tab.change"}, {"press_plan": [16.9, 7.12]}, {"press": "viewer.do.lock"},
          {"wait_frames": 10}]
LESSON = [{"key": "L"}, {"press": "viewer.lesson.class"}, {"press": "viewer.lesson.class:middle_2"}, {"seek_s": 25}]
EDIT = [{"key": "E"}, {"press": "viewer.edit.row:d1"}, {"wait_frames": 20}]

SCENES = [(f"{name}.{lang}", lang, scenario, steps)
          for name, scenario, steps in (("watch", "primary_drill", WATCH), ("change", "two_rooms_drill", CHANGE),
                                        ("lesson", "kindergarten_drill", LESSON), ("edit", "two_rooms_drill", EDIT))
          for lang in ("zh-CN", "en")]
