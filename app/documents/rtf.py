"""Rich text format to text. After the specification 1.9.1, as far as words are concerned."""

import codecs
import re
from dataclasses import dataclass, field, replace

from app.documents.model import Document, Page
from app.documents.source import Source
from app.documents.text_tools import PageBuilder, clean, first_heading, one_line

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|((?:\\'[0-9a-fA-F]{2})+)|\\(.)|([{}])|[\r\n\0]+"
    r"|([^\\{}\r\n\0]+)",
    re.DOTALL,
)
_BINARY = re.compile(r"\\bin(\d{1,10}) ?")
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp850",
}
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "cell": "\0",  # parts cells until the row ends
    "nestcell": "\0",
}
_ENDS_BLOCK = {"par", "sect", "page", "column", "row", "nestrow", "softpage"}
# Text that stands aside from the paragraph in which it is anchored.
_ASIDES = {"footnote", "annotation", "shptxt", "dptxbxtext", "atnauthor"} | {
    f"{place}{pages}" for place in ("header", "footer") for pages in ("", "l", "r", "f")
}
_HIDDEN_NAMES = (
    "colortbl pict objdata nonshppict shprslt themedata colorschememapping datastore listtable"
    " listoverridetable revtbl rsidtbl generator xmlnstbl fldinst filetbl latentstyles template"
    " operator author company category keywords subject doccomm manager hlinkbase comment"
    " bkmkstart bkmkend xe tc atnid atnref atndate atnicn atnparent atrfstart atrfend ftnsep"
    " ftnsepc ftncn aftnsep aftnsepc aftncn sp sn sv pgptbl listpicture mmathPr objclass objname"
    " pntxta pntxtb pnseclvl nonesttables nesttableprops htmltag mhtmltag falt panose fontemb"
    " creatim revtim printim buptim userprops wgrffmtfilter"
)
_HIDDEN = set(_HIDDEN_NAMES.split())


@dataclass(frozen=True)
class _State:
    """What a group inherits and its end restores."""

    into: str = "text"  # text, hidden, fonts, styles, title
    codec: str = ""
    skips: int = 1  # characters that stand behind each \\u for old readers
    in_html: bool = False  # a passage that only RTF has, in a mail that was HTML


@dataclass
class _Flow:
    """A run of paragraphs: the body, or a note beside it."""

    text: list[str] = field(default_factory=list)
    style: int = 0
    outline: int = 0


class _Parser:
    def __init__(self) -> None:
        self.builder = PageBuilder()
        self.title = ""
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._levels: dict[int, int] = {}
        self._style = 0
        self._state = _State()
        self._stack: list[tuple[_State, _Flow]] = []
        self._flow = _Flow()
        self._bytes = bytearray()
        self._skip = 0
        self._starred = False
        self._later: list[tuple[str, int]] = []  # notes, added behind the paragraph they are of

    def parse(self, text: str) -> None:
        for match in _TOKEN.finditer(text):
            word, argument, hexes, symbol, brace, plain = match.groups()
            if plain or hexes:
                self._take(
                    bytes.fromhex(hexes.replace("\\'", "")) if hexes else plain.encode("latin-1")
                )
            elif word:
                self._flush()
                self._control(word, int(argument) if argument else None)
                self._starred = False
            elif symbol:
                self._flush()
                self._symbol(symbol)
            elif brace == "{":
                self._flush()
                self._stack.append((self._state, self._flow))
                self._skip = 0
            elif brace and self._stack:
                self._flush()
                self._close()
        self._flush()
        while self._stack:
            self._close()
        self._end_block()

    def _take(self, data: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        if self._state.into != "hidden" and not self._state.in_html:
            self._bytes += data

    def _flush(self) -> None:
        """Decode the bytes so far: two of them may be one character."""
        if self._bytes:
            text = self._bytes.decode(self._state.codec or self._codec, "replace")
            self._bytes.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        into = self._state.into
        if into == "text":
            self._flow.text.append(text)
        elif into == "title":
            self.title += text
        elif into == "styles" and (found := re.match(r"\s*heading (\d)", text, re.IGNORECASE)):
            self._levels[self._style] = min(int(found.group(1)) or 1, 6)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
            return
        self._skip = 0
        self._starred = False
        if self._state.into == "hidden" or self._state.in_html:
            return
        if symbol in "{}\\":
            self._put(symbol)
        elif symbol == "~":
            self._put(" ")
        elif symbol == "_":
            self._put("-")
        elif symbol in "\r\n":
            self._end_block()

    def _control(self, word: str, argument: int | None) -> None:
        self._skip = 0
        if word in _HIDDEN:
            self._state = replace(self._state, into="hidden")
        elif word in _ASIDES:
            self._flow = _Flow()
            self._state = replace(self._state, into="text")
        elif word == "fonttbl":
            self._state = replace(self._state, into="fonts")
        elif word == "stylesheet":
            self._state = replace(self._state, into="styles")
        elif word == "info":
            self._state = replace(self._state, into="hidden")
        elif word == "title" and self._state.into == "hidden":
            self._state = replace(self._state, into="title")
        elif self._starred and word not in ("shppict", "shpinst", "cs", "ds", "ts"):
            self._state = replace(self._state, into="hidden")
        elif word == "shpinst":
            self._state = replace(self._state, into="hidden")  # but for the text inside
        elif word == "htmlrtf":
            self._state = replace(self._state, in_html=argument != 0)
        elif self._state.into == "text" and not self._state.in_html:
            self._write(word, argument)
        self._remember(word, argument)

    def _write(self, word: str, argument: int | None) -> None:
        if word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word in _ENDS_BLOCK:
            self._end_block()
        elif word == "pard":
            self._flow.style = self._flow.outline = 0
        elif word == "s":
            self._flow.style = argument or 0
        elif word == "outlinelevel" and argument is not None and argument < 9:
            self._flow.outline = min(argument + 1, 6)

    def _remember(self, word: str, argument: int | None) -> None:
        if word == "u" and argument is not None:
            if self._state.into in ("text", "title") and not self._state.in_html:
                self._put(chr(argument % 0x10000))
            self._skip = self._state.skips
        elif word == "uc":
            self._state = replace(self._state, skips=min(max(argument or 0, 0), 9))
        elif word in ("f", "af") and argument is not None:
            if self._state.into == "fonts":
                self._font = argument
            elif word == "f":
                self._state = replace(self._state, codec=self._fonts.get(argument, ""))
        elif word == "fcharset" and self._state.into == "fonts":
            self._fonts[self._font] = _CHARSETS.get(argument or 0, "")
        elif word == "plain":
            self._state = replace(self._state, codec="")
        elif word == "s" and self._state.into == "styles":
            self._style = argument or 0
        elif word in ("ansicpg", "mac", "pc", "pca"):
            page = {"mac": 10000, "pc": 437, "pca": 850}.get(word, argument or 0)
            self._codec = _codec(page) or self._codec

    def _close(self) -> None:
        """End a group; a note that it held goes behind the paragraph."""
        state, flow = self._stack.pop()
        if flow is not self._flow:
            self._end_block(aside=True)
            self._flow = flow
        self._state = state
        self._skip = 0
        self._starred = False

    def _end_block(self, *, aside: bool = False) -> None:
        raw = "".join(self._flow.text)
        self._flow.text.clear()
        cells = [cell for part in raw.split("\0") if (cell := part.strip())]
        text = clean(" | ".join(map(one_line, cells)) if "\0" in raw else raw)
        level = self._flow.outline or self._levels.get(self._flow.style, 0)
        if aside or (len(self._stack) and any(flow is not self._flow for _, flow in self._stack)):
            self._later.append((text, 0))
            return
        self.builder.add(one_line(text) if level else text, level)
        for note, note_level in self._later:
            self.builder.add(note, note_level)
        self._later.clear()


def _codec(page: int) -> str:
    name = {10000: "mac_roman", 65001: "utf-8", 932: "cp932", 936: "gbk"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def read_rtf(source: Source) -> Document:
    """Paragraphs, table rows, notes, headers and text boxes of an .rtf file.

    Raises UnreadableFile.
    """
    return Document("rtf", *rtf_page(source.data()))


def rtf_page(data: bytes) -> tuple[str, tuple[Page]]:
    """Title and text of rich text."""
    parser = _Parser()
    parser.parse(_without_binary(data.decode("latin-1")))
    page = parser.builder.page(None)
    return one_line(parser.title) or first_heading(page), (page,)


def _without_binary(text: str) -> str:
    parts = []
    place = 0
    while found := _BINARY.search(text, place):
        parts.append(text[place : found.start()])
        place = found.end() + int(found.group(1))
    return "".join([*parts, text[place:]]) if parts else text
