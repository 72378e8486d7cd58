#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Orders given meanwhile, on the whole demonstration school."""
import json
import unittest

from muster_cli import SOURCE, CliTest, run

LIBRARY = (SOURCE / "scenarios" / "library").resolve()


class Commands(CliTest):
    def drill_with(self, *incidents):
        drill = json.loads((LIBRARY / "primary_drill.scenario.json").read_text(encoding="utf-8"))
        drill["plan"] = str((LIBRARY / drill["plan"]).resolve())
        drill["risk_map"] = str(LIBRARY / drill["risk_map"])
        drill["incidents"] = list(incidents)
        path = self.here / "drill.scenario.json"
        path.write_text(json.dumps(drill), encoding="utf-8")
        return path

    def test_a_class_of_the_third_storey_sent_to_the_other_stair_leaves_nobody_stuck(self):
        send = {"at_s": 20, "kind": "send_group", "group": "class_4_1", "route": {"stair": "ST_E", "exit": "exit_e"}}
        run("run", self.drill_with(send), "--seed", 1, "--out", self.here / "out")
        people = self.summary()["people"]
        self.assertEqual((people["evacuated"], people["inside"]), (people["total"], 0))
        self.assertFalse(self.summary()["runs"][0]["ran_out_of_time"])
        events = (self.here / "out" / "events.jsonl").read_text(encoding="utf-8")
        self.assertIn('"kind":"send_group"', events)


if __name__ == "__main__":
    unittest.main()
