# SPDX-License-Identifier: Apache-2.0
"""muster ledger waits ten seconds for another program that has the file."""
import sqlite3
import unittest

from muster_cli import COULD_NOT_RUN, GOOD, CliTest, run


class LedgerWaitTest(CliTest):
    def ledger(self, *arguments, expect=GOOD):
        result = run("ledger", *arguments, "--ledger", self.here / "ledger.sqlite", lang="en")
        self.assert_exit(result, expect)
        return result

    def test_a_program_that_does_not_let_go_is_named(self):
        self.ledger("list")
        other = sqlite3.connect(self.here / "ledger.sqlite", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        result = self.ledger("list", expect=COULD_NOT_RUN)
        self.assertIn("Another program uses the ledger", result.stderr)
        other.execute("ROLLBACK")
        other.close()
        self.ledger("list")


if __name__ == "__main__":
    unittest.main()
