# SPDX-License-Identifier: Apache-2.0
"""Workbooks filled in as a person would, for the tests of lists and forms."""
import sys

try:
    import openpyxl
except ImportError:  # another Python than the system's, which has Debian's packages
    sys.path.append("/usr/lib/python3/dist-packages")
    try:
        import openpyxl
    except ImportError:
        openpyxl = None

NO_OPENPYXL = "openpyxl is not installed"


def workbook(path, rows, title="班级表", merged=(), hidden=()):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for name in hidden:
        book.create_sheet(name).sheet_state = "hidden"
    book.save(path)
    return path
