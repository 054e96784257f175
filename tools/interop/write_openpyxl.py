"""Writes workbooks with openpyxl: rows of {sheet, rows: [[text | {n, f}]]} on stdin, the path as argument."""

import json
import sys

from openpyxl import Workbook

book = Workbook()
book.remove(book.active)
for sheet in json.load(sys.stdin):
    page = book.create_sheet(sheet["name"])
    for row, cells in enumerate(sheet["rows"], 1):
        for column, cell in enumerate(cells, 1):
            if cell is None:
                continue
            target = page.cell(row=row, column=column)
            if isinstance(cell, dict):
                target.value = float(cell["n"]) if "." in cell["n"] else int(cell["n"])
                if cell["f"]:
                    target.number_format = cell["f"]
            else:
                target.value = cell
                # A text that looks like a formula is a text.
                target.data_type = "s"
book.save(sys.argv[1])
