#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import collections
import os
import sqlite3
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, SCENARIO, CliTest, run


class Export(CliTest):
    def setUp(self):
        super().setUp()
        self.finished()

    def export(self, name, level="F1", *more):
        return run("export", self.here / "out", "--level", level, "--out", self.here / name, *more)

    def test_the_database_has_the_schema_that_readers_of_version_2_ask_for(self):
        self.assert_exit(self.export("F1.sqlite"), GOOD)
        with sqlite3.connect(self.here / "F1.sqlite") as database:
            metadata = dict(database.execute("SELECT key, value FROM metadata"))
            self.assertEqual((metadata["version"], metadata["fps"]), ("2", "2.0"))
            self.assertTrue({"xmin", "xmax", "ymin", "ymax"} <= set(metadata))
            columns = [row[1] for row in database.execute("PRAGMA table_info(trajectory_data)")]
            self.assertEqual(columns, ["frame", "id", "pos_x", "pos_y", "ori_x", "ori_y"])
            self.assertTrue(database.execute("SELECT wkt FROM geometry").fetchone()[0].startswith("POLYGON(("))
            self.assertEqual(database.execute("SELECT min(id), max(id) FROM trajectory_data").fetchone(), (1, 12))

    def test_the_text_has_the_header_and_columns_of_the_data_archive(self):
        self.assert_exit(self.export("F1.txt"), GOOD)
        lines = (self.here / "F1.txt").read_text(encoding="utf-8").splitlines()
        header = [line for line in lines if line.startswith("#")]
        rate = [word for line in header if "framerate" in line for word in line.split() if word[0].isdigit()]
        self.assertEqual(rate, ["2.0"])
        self.assertTrue(any("x/m" in line.lower() for line in header))
        self.assertEqual(len(lines[len(header)].split("\t")), 5)
        self.assertEqual(lines[len(header)].split("\t")[:2], ["1", "0"])

    def test_while_nobody_moves_everybody_has_a_row_in_every_frame(self):
        still = {**SCENARIO["people"][0], "release_delay_s": 60, "count": 30}
        self.finished("still", people=[still])
        for name in ("F1.txt", "F1.sqlite"):
            self.assert_exit(run("export", self.here / "still", "--level", "F1", "-o", self.here / name), GOOD)
        of_frame = collections.Counter(line.split("\t")[1] for line in
                                       (self.here / "F1.txt").read_text(encoding="utf-8").splitlines()
                                       if not line.startswith("#"))
        self.assertEqual([of_frame[str(frame)] for frame in range(120)], [30] * 120)
        for database in (self.here / "F1.sqlite", self.here / "still" / "trajectory.sqlite"):
            with sqlite3.connect(database) as tables:
                rows = tables.execute("SELECT frame, count(*) FROM trajectory_data WHERE frame < 120 GROUP BY frame")
                self.assertEqual(rows.fetchall(), [(frame, 30) for frame in range(120)])

    def test_mistakes_are_told_and_nothing_is_overwritten(self):
        result = self.export("F9.sqlite", "F9")
        self.assert_exit(result, BAD_INPUT)
        self.assertIn("F1", result.stderr)
        self.assert_exit(self.export("F1.csv"), BAD_INPUT)
        self.assert_exit(self.export("F1.txt"), GOOD)
        self.assert_exit(self.export("F1.txt"), BAD_INPUT)
        self.assert_exit(self.export("F1.txt", "F1", "--force"), GOOD)
        self.assert_exit(run("export", self.here, "--level", "F1", "-o", self.here / "x.txt"), BAD_INPUT)
        self.assert_exit(self.export("new/folder/F1.txt"), GOOD)
        self.assert_exit(self.export("F1.txt/F1.txt"), COULD_NOT_RUN)
        os.mkfifo(self.here / "pipe.txt")  # as a device would be
        self.assert_exit(self.export("pipe.txt", "F1", "--force"), COULD_NOT_RUN)
        self.assertTrue((self.here / "pipe.txt").is_fifo())
        self.assertFalse([n for n in self.names() if "partial" in n])

    def test_what_is_told_is_told_in_words(self):
        no_level = run("export", self.here / "out", "-o", self.here / "F1.sqlite")
        self.assert_exit(no_level, BAD_INPUT)
        no_fire = run("export", self.here / "drill.scenario.json", "-o", self.here / "drill.in")
        self.assert_exit(no_fire, GOOD)
        for result, words in ((no_level, "--level"), (no_fire, "nothing burns")):
            self.assertIn(words, result.stderr)
            self.assertNotIn("muster.export", result.stderr)


if __name__ == "__main__":
    unittest.main()
