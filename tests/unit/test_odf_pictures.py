"""Pictures that fill a page of an OpenDocument file are found, and recognised."""

import io
import zipfile

import pytest
from PIL import Image, ImageDraw, ImageFont

from app.documents.model import Document
from app.documents.read import read_source
from app.documents.recognise import recognise_part
from app.documents.source import Source

NAMES = "".join(
    f' xmlns:{short}="{name}"'
    for short, name in {
        **{
            short: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
            for short, name in {
                "office": "office",
                "text": "text",
                "table": "table",
                "draw": "drawing",
                "style": "style",
                "svg": "svg-compatible",
                "fo": "xsl-fo-compatible",
            }.items()
        },
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
MIME = {"odt": "text", "odp": "presentation", "ods": "spreadsheet"}
LAYOUT = (
    '<office:automatic-styles><style:page-layout style:name="other"/>'
    '<style:page-layout style:name="it"><style:page-layout-properties fo:page-width="20cm"'
    ' fo:page-height="20cm"/></style:page-layout></office:automatic-styles><office:master-styles>'
    '<style:master-page style:name="m" style:page-layout-name="it"/></office:master-styles>'
)


def note(line: str) -> bytes:
    picture = Image.new("L", (640, 120), 250)
    ImageDraw.Draw(picture).text((40, 40), line, 10, ImageFont.load_default(30))
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def frame(name: str, width: str, height: str) -> str:
    return (
        f'<draw:frame svg:width="{width}" svg:height="{height}">'
        f'<draw:image xlink:href="{name}"/></draw:frame>'
    )


def odf(kind: str, body: str, layout: str = LAYOUT) -> Source:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{MIME[kind]}")
        for part, content in (
            ("content", f"<office:body>{body}</office:body>"),
            ("styles", layout),
        ):
            xml = f"<office:document-{part}{NAMES}>{content}</office:document-{part}>"
            archive.writestr(f"{part}.xml", xml)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("Pictures/otter.png", note("The otter swims upstream."))
        archive.writestr("Pictures/heron.png", note("The heron stands in the reeds."))
    return Source(f"a.{kind}", content=data.getvalue())


def shown(document: Document) -> list[tuple[str, str, bool]]:
    return [(page.kind, page.name, page.pictured) for page in document.pages]


SMALL = frame("Pictures/otter.png", "5cm", "5cm")
LARGE = frame("Pictures/heron.png", "180mm", "6in")


def test_of_a_text_the_pictures_that_fill_a_page() -> None:
    gone = frame("Pictures/../../etc/passwd", "18cm", "18cm")
    drawing = frame("Pictures/a.svm", "18cm", "18cm")
    paragraphs = "".join(f"<text:p>{each}</text:p>" for each in (SMALL, gone, drawing, LARGE))
    source = odf("odt", f"<office:text><text:p>words</text:p>{paragraphs}</office:text>")
    document = read_source(source)
    assert document.pages[0].text == "words"
    assert shown(document) == [("", "", False), ("picture", "1", True)]
    page = recognise_part(source, "odt", 1)
    assert (page.kind, page.name) == ("picture", "1") and "heron" in page.text
    # Where no page size is said it is A4, of which the smaller one below does not fill enough.
    small = odf("odt", f"<office:text><text:p>{LARGE}words</text:p></office:text>", "")
    assert shown(read_source(small)) == [("", "", False), ("picture", "1", True)]
    smaller = LARGE.replace("6in", "4in")
    small = odf("odt", f"<office:text><text:p>{smaller}words</text:p></office:text>", "")
    assert shown(read_source(small)) == [("", "", False)]


def test_of_slides_those_with_few_words() -> None:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    slides = "".join(
        f"<draw:page>{content}</draw:page>"
        for content in (SMALL, LARGE, LARGE + box.format("word " * 30), LARGE + box.format("tiny"))
    )
    source = odf("odp", f"<office:presentation>{slides}</office:presentation>")
    document = read_source(source)
    assert [page.pictured for page in document.pages] == [False, True, False, True]
    page = recognise_part(source, "odp", 1)
    assert (page.kind, page.number) == ("slide", 2) and "heron" in page.text


@pytest.mark.parametrize("around", ["<table:shapes>{}</table:shapes>", "{}"])
def test_of_sheets_the_pictures_come_behind_them(around: str) -> None:
    row = (
        "<table:table-row><table:table-cell office:value-type='string'>"
        "<text:p>rent</text:p></table:table-cell></table:table-row>"
    )
    shape = around.format(LARGE)
    cell = f"<table:table-row><table:table-cell>{shape}</table:table-cell></table:table-row>"
    first = f"{shape}{row}" if around != "{}" else f"{row}{cell}"
    tables = f"<table:table table:name='A'>{first}</table:table>"
    tables += f"<table:table table:name='B'>{row}</table:table>"
    source = odf("ods", f"<office:spreadsheet>{tables}</office:spreadsheet>")
    document = read_source(source)
    assert shown(document)[:2] == [("sheet", "A", False), ("sheet", "B", False)]
    assert shown(document)[2:] == [("picture", "1", True)]
    page = recognise_part(source, "ods", 2)
    assert (page.kind, page.name) == ("picture", "1") and "heron" in page.text
