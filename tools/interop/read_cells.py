"""Reads a workbook with openpyxl or xlrd and prints its cells: [sheet, row, column, kind, text], row from 1."""

import json
import sys

path = sys.argv[1]
cells = []


def say(sheet, row, column, value):
    if value is None or value == "":
        return
    if isinstance(value, bool):
        cells.append([sheet, row, column, "boolean", str(value).upper()])
    elif isinstance(value, (int, float)):
        cells.append([sheet, row, column, "number", repr(value)])
    else:
        cells.append([sheet, row, column, "text", str(value)])


if path.endswith(".xls"):
    import xlrd

    kinds = {xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}
    for page in xlrd.open_workbook(path).sheets():
        for row in range(page.nrows):
            for column in range(page.ncols):
                cell = page.cell(row, column)
                if cell.ctype in kinds:
                    say(page.name, row + 1, column, cell.value)
                elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    say(page.name, row + 1, column, bool(cell.value))
else:
    from openpyxl import load_workbook

    for page in load_workbook(path, data_only=True).worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type in ("s", "n", "b"):
                    say(page.title, cell.row, cell.column - 1, cell.value)
json.dump(cells, sys.stdout, ensure_ascii=False)
