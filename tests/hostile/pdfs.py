"""Hostile PDF files, written by hand: no library would make them."""

import zlib
from collections.abc import Iterator, Sequence

from pypdf import PdfReader, PdfWriter

_HELLO = b"BT /F1 12 Tf 72 700 Td (Hello from a hostile page) Tj ET"


def pdf(objects: Sequence[bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1, with a right cross-reference table."""
    data = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root %d 0 R %b >>\n" % (len(objects) + 1, root, trailer)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), extra, data)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def one_page(
    content: bytes = stream(_HELLO),
    page: bytes = b"/MediaBox [0 0 612 792]",
    font: bytes = _FONT,
    more: Sequence[bytes] = (),
) -> bytes:
    """A page of its own content; further objects are numbered from 6."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> %b >>" % page,
            content,
            font,
            *more,
        ]
    )


def _many_pages(count: int) -> bytes:
    """Text on the first and last page only."""
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(count))
    text = b"/Contents 3 0 R"
    pages = [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %b"
        b" /Resources << /Font << /F1 4 0 R >> >> >>" % (text if number in (0, count - 1) else b"")
        for number in range(count)
    ]
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    tree = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count)
    return pdf([catalog, tree, stream(_HELLO), _FONT, *pages])


def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    block = b"q Q " * 2**18
    data = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return stream(data, b"/Filter /FlateDecode")


def _nested_filters(depth: int) -> bytes:
    data = b"q Q " * 2**22
    for _ in range(depth):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%b]" % (b"/FlateDecode " * depth))


def _encrypted(password: str) -> bytes:
    import io

    writer = PdfWriter(PdfReader(io.BytesIO(one_page(more=[_FONT]))))
    writer.add_metadata({"/Title": "A secret title", "/Author": "Nobody"})
    writer.encrypt(password, "owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _to_unicode(target: bytes) -> bytes:
    cmap = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> "
    return stream(cmap + target + b" endbfrange")


def files() -> Iterator[tuple[str, bytes]]:
    """Name and content of each."""
    whole = one_page(more=[_FONT])
    yield "truncated.pdf", whole[: len(whole) // 2]
    yield "header only.pdf", b"%PDF-1.7"
    yield "garbage.pdf", b"%PDF-1.4\n" + bytes(range(256)) * 400
    yield "no end.pdf", whole.replace(b"endstream", b"").replace(b"endobj", b"")
    loop = b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    yield "page tree loop.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", loop])
    wrong = b"<< /Type /Pages /Kids [] /Count 2000000000 >>"
    yield "two billion pages.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", wrong])
    yield "no pages.pdf", pdf([b"<< /Type /Catalog >>"])
    prev = whole.replace(b"/Root", b"/Prev 0000000009 /Root")
    at = prev.rindex(b"xref\n0", 0, prev.rindex(b"startxref"))
    yield "xref loop.pdf", prev.replace(b"/Prev 0000000009", b"/Prev %010d" % at)
    yield "10000 pages.pdf", _many_pages(10_000)
    yield "content bomb.pdf", one_page(content=_bomb(600))
    yield "nested filters.pdf", one_page(content=_nested_filters(6))
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    forms = stream(b"/X Do " * 50, form)
    yield "form that draws itself.pdf", one_page(stream(b"/X Do " + _HELLO), more=[forms])
    yield "deep arrays.pdf", one_page(page=b"/MediaBox " + b"[" * 200_000)
    yield "deep graphics states.pdf", one_page(stream(b"q " * 500_000 + _HELLO))
    yield "long string.pdf", one_page(stream(b"BT /F1 9 Tf (" + b"(" * 300_000))
    yield "huge page.pdf", one_page(page=b"/MediaBox [0 0 1e9 1e9] /UserUnit 1e9")
    yield "empty page.pdf", one_page(page=b"/MediaBox [5 5 5 5]")
    yield "not a number.pdf", one_page(page=b"/MediaBox [nan -inf 1e999 -1e999]")
    yield (
        "surrogates.pdf",
        one_page(font=_FONT[:-2] + b"/ToUnicode 6 0 R >>", more=[_to_unicode(b"<00> <ff> <d800>")]),
    )
    yield (
        "noncharacters.pdf",
        one_page(font=_FONT[:-2] + b"/ToUnicode 6 0 R >>", more=[_to_unicode(b"<00> <ff> <0000>")]),
    )
    yield "length of itself.pdf", one_page(b"<< /Length 4 0 R >>\nstream\n1\nendstream")
    yield "password.pdf", _encrypted("secret")
    yield "encrypted strings.pdf", _encrypted("")
    launch = b"/AA << /O << /S /Launch /F (/bin/sh) >> >> /MediaBox [0 0 612 792]"
    yield "launches a program.pdf", one_page(page=launch)
