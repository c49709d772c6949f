"""Workbooks to text: xlsx, xlsb, xls and ods, through calamine."""

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

from app.documents.beat import beat
from app.documents.model import Document, Page
from app.documents.odf_pictures import pictures_of
from app.documents.packed import check_part, parse_xml
from app.documents.pictured import picture_pages
from app.documents.source import Source
from app.documents.table import add_rows
from app.documents.text_tools import PageBuilder, one_line
from app.errors import Reason, UnreadableFile

_MOST_CELLS = 50_000_000  # calamine keeps the whole rectangle, 32 bytes a cell, or aborts
_MOST_COLUMNS = 16_384
_ROW = re.compile(rb' r="(\d{4,9})"')  # the references of cells begin with letters
_COLUMN = re.compile(rb' r="([A-Z]{1,3})\d')
_OFTEN = re.compile(rb'-repeated="\d{4}')
_REPEATED = re.compile(
    rb'<table:table-(cell|row)\b[^>]*?table:number-(?:columns|rows)-repeated="(\d+)"[^>]*[^/]>'
)
_DEFAULT_NAME = re.compile(r"(?:sheet|tabelle|feuil|hoja|foglio|blad|лист)\s?1", re.IGNORECASE)

_Time = datetime.time | datetime.date | datetime.datetime | datetime.timedelta
_Value = int | float | str | bool | _Time


def read_sheets(source: Source) -> Document:
    """Every sheet of a workbook, hidden ones too, a row a line; formulas as their last result.

    Then a page for each picture that fills one, of an ods.

    Raises UnreadableFile.
    """
    pictures = _checked_package(source) if source.head(2) == b"PK" else 0
    try:
        with source.open() as stream, CalamineWorkbook.from_filelike(stream) as book:
            sheets = [
                (sheet.name, book.get_sheet_by_index(number))
                for number, sheet in enumerate(book.sheets_metadata)
                if sheet.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)
            ]
            pages = tuple(_page(name, sheet, len(sheets) == 1) for name, sheet in sheets)
    except PasswordError:
        raise UnreadableFile(Reason.PASSWORD, "it is locked with a password") from None
    except CalamineError as error:
        if "password" in str(error).lower() or "encrypt" in str(error).lower():
            raise UnreadableFile(Reason.PASSWORD, "it is locked with a password") from None
        detail = f"its inner structure is damaged ({one_line(str(error))[:80]})"
        raise UnreadableFile(Reason.CORRUPT, detail) from None
    return Document("xlsx", "", (*pages, *picture_pages(pictures)))


def _page(name: str, sheet: CalamineSheet, alone: bool) -> Page:
    beat()
    builder = PageBuilder()
    name = one_line(name)
    start, end = sheet.start or (0, 0), sheet.end or (0, 0)
    rows = _rows(sheet, start[0] + 1)
    first = next(rows, None)
    if first is not None:
        if not (alone and _DEFAULT_NAME.fullmatch(name)):
            builder.add(name, 2, first[0])
        add_rows(builder, _chained(first, rows))
    return builder.page(None, "sheet", name, (_letters(start[1]), _letters(end[1])))


def _chained(
    first: tuple[int, list[str]], rows: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    yield first
    yield from rows


def _rows(sheet: CalamineSheet, number: int) -> Iterator[tuple[int, list[str]]]:
    """The filled cells of each row, as texts, with the row's number."""
    for row in sheet.to_python(skip_empty_area=True):
        yield number, [v if type(v) is str else _text(v) for v in row if v != ""]
        number += 1


def _text(value: _Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        whole_day = value.time() == datetime.time()
        return value.date().isoformat() if whole_day else value.isoformat(" ", "minutes")
    return str(value)


def _letters(column: int) -> str:
    """Name of a column, from 0: A, B ... Z, AA ..."""
    name = ""
    column += 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def number_of_picture(source: Source, part: int) -> int:
    """Which picture a page behind the sheets of an ods stands for, from 1; part counts from 0.

    Raises UnreadableFile.
    """
    return int(read_sheets(source).pages[part].name)


def _checked_package(source: Source) -> int:
    """How many pictures of an ods fill a page.

    Raises UnreadableFile for what would take all memory: calamine does not look.
    """
    pictures = 0
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            for info in archive.infolist():
                if info.flag_bits & 1:
                    raise UnreadableFile(Reason.PASSWORD, "it is locked with a password")
                if not info.filename.endswith((".xml", ".bin")):
                    continue
                check_part(info)
                if info.filename.startswith("xl/worksheets/"):
                    _check_area(_largest_area(archive.read(info)))
                elif info.filename == "content.xml":
                    xml = archive.read(info)
                    _check_area(_repeated(xml))
                    if b"<draw:image" in xml:
                        pictures = len(pictures_of(archive, parse_xml(xml)))
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, SyntaxError):
        raise UnreadableFile(Reason.CORRUPT, "its inner structure is damaged") from None
    return pictures


def _check_area(cells: int) -> None:
    if cells > _MOST_CELLS:
        detail = f"one sheet spans {cells // 10**6} million cells, almost all of them empty"
        raise UnreadableFile(Reason.TOO_LARGE, detail)


def _largest_area(xml: bytes) -> int:
    """Cells of the rectangle around all cells of a sheet, or less than _MOST_CELLS."""
    rows = max(map(int, _ROW.findall(xml)), default=0)
    if rows * _MOST_COLUMNS <= _MOST_CELLS:
        return 0
    # Looking at every cell would take half as long as reading them: only those too far right.
    limit = _letters(_MOST_CELLS // rows)
    pattern = _beyond(limit)
    found = pattern.search(xml)
    if found is None:
        return 0
    columns = max(_number(match.group(1)) for match in _COLUMN.finditer(xml, found.start()))
    return rows * columns


def _beyond(limit: str) -> re.Pattern[bytes]:
    """Finds cells in columns right of a limit, roughly: by its first letter."""
    longer = f"[A-Z]{{{len(limit) + 1},3}}|" if len(limit) < 3 else ""
    rest = len(limit) - 1
    return re.compile(f' r="(?:{longer}[{limit[0]}-Z][A-Z]{{{rest}}})\\d'.encode())


def _repeated(xml: bytes) -> int:
    """Cells that filled cells and rows of an OpenDocument sheet are repeated to."""
    if not _OFTEN.search(xml):
        return 0
    most = {b"cell": 1, b"row": 1}
    for what, number in _REPEATED.findall(xml):
        most[what] = max(most[what], int(number))
    return most[b"cell"] * most[b"row"]


def _number(letters: bytes) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + letter - 64
    return value
