#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Videos and pictures of a stored run, without a window."""
import json
import os
import shutil
import struct
import subprocess
import unittest

from muster_cli import BAD_INPUT, COULD_NOT_RUN, GOOD, PROGRAM, CliTest, run

FFMPEG = shutil.which("ffmpeg") and shutil.which("ffprobe")


class Video(CliTest):
    def setUp(self):
        super().setUp()
        self.assert_exit(run("run", self.school(), "--out", self.here / "out", "--quiet"), GOOD)

    def view(self, *more, lang="en"):
        return run("view", self.here / "out", *more, lang=lang)

    def probe(self, name):
        told = subprocess.run(["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_format",
                               self.here / name], capture_output=True, check=True).stdout
        stream = json.loads(told)["streams"][0]
        return stream["codec_name"], stream["width"], stream["height"], float(json.loads(told)["format"]["duration"])

    @unittest.skipUnless(FFMPEG, "ffmpeg is not installed")
    def test_a_video_has_the_size_and_length_that_were_asked_for(self):
        self.assert_exit(self.view("--video", self.here / "演练.mp4", "--size", "640x360", "--from", 2, "--to", 18), GOOD)
        codec, width, height, seconds = self.probe("演练.mp4")
        self.assertEqual((codec, width, height), ("h264", 640, 360))
        self.assertAlmostEqual(seconds, 4.0, delta=0.1)  # 16 s at 4 times
        self.assert_exit(self.view("--video", self.here / "a.gif", "--size", "320x180", "--to", 8, "--speed", 8), GOOD)
        codec, width, height, seconds = self.probe("a.gif")
        self.assertEqual((codec, width, height), ("gif", 320, 180))
        self.assertAlmostEqual(seconds, 1.0, delta=0.15)

    @unittest.skipUnless(FFMPEG, "ffmpeg is not installed")
    def test_what_ffmpeg_cannot_write_leaves_nothing(self):
        self.assert_exit(self.view("--video", self.here / "school.plan.json" / "a.mp4", "--to", 4), COULD_NOT_RUN)
        self.assertFalse([n for n in self.names() if "partial" in n or n.endswith("mp4")])

    def test_without_ffmpeg_the_message_says_what_to_install(self):
        result = subprocess.run([PROGRAM, "view", self.here / "out", "--video", self.here / "a.mp4", "--lang", "en"],
                                env=dict(os.environ, PATH=str(self.outer / "empty")), capture_output=True,
                                encoding="utf-8", check=False)
        self.assert_exit(result, COULD_NOT_RUN)
        self.assertIn("apt install ffmpeg", result.stderr)
        self.assertFalse([n for n in self.names() if n.startswith("a.mp4")])

    def test_a_picture_has_the_width_that_was_asked_for(self):
        self.assert_exit(self.view("--picture", self.here / "a.png", "--level", "F1", "--at", 10, "--width", 2000), GOOD)
        head = (self.here / "a.png").read_bytes()[:24]
        self.assertEqual(struct.unpack(">I", head[16:20])[0], 2000)
        self.assert_exit(self.view("--picture", self.here / "a.svg", "--at", 10), GOOD)
        self.assertTrue((self.here / "a.svg").read_text(encoding="utf-8").startswith("<?xml"))

    def test_mistakes_are_told_and_nothing_is_overwritten(self):
        for wrong in (["--video", "a.avi"], ["--picture", "a.jpg"], ["--video", "a.mp4", "--size", "641x360"],
                      ["--video", "a.mp4", "--size", "big"], ["--video", "a.mp4", "--level", "F7"],
                      ["--video", "a.mp4", "--from", "9999"], ["--video", "a.mp4", "--picture", "a.png"],
                      ["--video", "a.mp4", "--speed", "0"]):
            result = run("view", self.here / "out", *wrong, cwd=self.here)
            self.assert_exit(result, BAD_INPUT)
            self.assertTrue(result.stderr.strip(), wrong)
        self.write("a.png", "mine")
        self.assert_exit(self.view("--picture", self.here / "a.png", "--level", "F1"), BAD_INPUT)
        self.assertEqual((self.here / "a.png").read_text(encoding="utf-8"), "mine")
        self.assert_exit(run("view", self.here, "--picture", self.here / "b.png"), BAD_INPUT)


if __name__ == "__main__":
    unittest.main()
