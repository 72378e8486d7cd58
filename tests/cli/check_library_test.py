# SPDX-License-Identifier: Apache-2.0
"""muster check finds nothing wrong with the library."""
import unittest

from muster_cli import GOOD, SOURCE, CliTest, run


class CheckLibraryTest(CliTest):
    def test_the_library_passes(self):
        files = sorted(SOURCE.glob("floorplans/library/*.json")) + sorted(SOURCE.glob("scenarios/library/*.json"))
        self.assertTrue(files)
        self.assert_exit(run("check", *files), GOOD)


if __name__ == "__main__":
    unittest.main()
