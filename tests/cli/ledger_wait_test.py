# SPDX-License-Identifier: Apache-2.0
"""muster ledger waits ten seconds for another program that has the file."""
import sqlite3
import unittest

from muster_cli import COULD_NOT_RUN, GOOD, MISSED, SOURCE, CliTest, run


class LedgerWaitTest(CliTest):
    def ledger(self, *arguments, expect=GOOD):
        result = run("ledger", *arguments, "--ledger", self.here / "ledger.sqlite", lang="en")
        self.assert_exit(result, expect)
        return result

    def test_a_program_that_does_not_let_go_is_named(self):
        crowd = SOURCE / "tests" / "faults" / "locked_crowd" / "s.scenario.json"
        self.assert_exit(run("run", crowd, "--out", self.here / "out", lang="en"), MISSED)
        self.ledger("add", "--from", self.here / "out")
        other = sqlite3.connect(self.here / "ledger.sqlite", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        result = self.ledger("register", "1", expect=COULD_NOT_RUN)
        self.assertIn("Another program uses the ledger", result.stderr)
        other.execute("ROLLBACK")
        other.close()
        self.ledger("register", "1")


if __name__ == "__main__":
    unittest.main()
