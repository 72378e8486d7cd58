# SPDX-License-Identifier: Apache-2.0
"""All suites of the verification catalogue, in the order they are shown."""

import importlib
import importlib.util

from verification import cases

ORDER = ("imo", "rimea", "nist", "iso", "hydraulic", "experiments", "fire", "earthquake")


def write_all(root):
    modules = [f"verification.{key}" for key in ORDER]
    written = [importlib.import_module(m).suite() for m in modules if importlib.util.find_spec(m)]
    cases.write_suites(root, written)
