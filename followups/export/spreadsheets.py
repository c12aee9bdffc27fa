"""Tables for a spreadsheet: CSV as Danish Excel opens it, and Excel's own files."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from documents.text import printable

Value = str | int | date | None

_BEGINS_A_FORMULA = ("=", "+", "-", "@")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\\s]+")
_LONGEST_SHEET_NAME = 31


def escape_formula(value: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    text = printable(value)
    return f"'{text}" if text.lstrip().startswith(_BEGINS_A_FORMULA) or text.startswith(("\t", "\r", "\n")) else text


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with the mark Excel knows it by, semicolons between, days as dd-mm-yyyy."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerows([_as_text(value) for value in row] for row in [header, *rows])
    return out.getvalue().encode("utf-8-sig")


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value) if isinstance(value, int) else escape_formula(str(value))


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[Value]], *, title: str, widths: Sequence[int]) -> bytes:
    """An Excel file of one sheet: days are days, no cell is a formula, the header stays in sight and filters the rows.

    Rows are written one by one as they come. `widths` are counted in characters.
    """
    from openpyxl import Workbook  # large, and needed only where a file is asked for
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title, book.properties.language = "", printable(title), "da-DK"
    sheet = book.create_sheet(_sheet_name(title))
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append([_cell(sheet, name, bold=True) for name in header])
    written = 1
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        written += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{written}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet, value: Value, *, bold: bool = False):
    """Returns a value as the writer takes it: days and the header need a cell of their own for their looks."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if value is None or isinstance(value, int | date):
        cell = WriteOnlyCell(sheet, value)
        if isinstance(value, date):
            cell.number_format = "dd-mm-yyyy"
        return cell
    text = escape_formula(str(value))
    if not bold:
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _sheet_name(title: str) -> str:
    return _NOT_IN_A_SHEET_NAME.sub(" ", printable(title))[:_LONGEST_SHEET_NAME].strip(" '")
