#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
import unittest

from muster_cli import BAD_INPUT, GOOD, CliTest, run


class Usage(CliTest):
    def test_version(self):
        result = run("--version")
        self.assert_exit(result, GOOD)
        self.assertRegex(result.stdout, r"^muster \d+\.\d+\.\d+\n$")

    def test_help_everywhere_has_an_example_in_both_languages(self):
        for words in ([], ["check"], ["run"], ["export"], ["import"]):
            for lang, example in (("en", "Example"), ("zh", "示例")):
                with self.subTest(words=words, lang=lang):
                    result = run(*words, "--help", lang=lang)
                    self.assert_exit(result, GOOD)
                    self.assertIn(example, result.stdout)

    def test_wrong_usage_is_told_on_the_error_stream_and_exits_2(self):
        for words in ([], ["fly"], ["run"], ["check"], ["run", "a.json"], ["run", "a.json", "--out", "x", "--seed", "no"],
                      ["run", "a.json", "--out", "x", "--runs", "0"], ["check", "a.json", "--nonsense"]):
            with self.subTest(words=words):
                result = run(*words)
                self.assert_exit(result, BAD_INPUT)
                self.assertIn("--help", result.stderr)
                self.assertEqual(result.stdout, "")


if __name__ == "__main__":
    unittest.main()
