"""Which files are read, by what they are called, and by which reader."""

import os
from functools import lru_cache

# The type of a file is what `type:` filters ask for. Endings that are not here are their own type.
_SAME = {
    "htm": "html",
    "xhtml": "html",
    "mht": "mhtml",
    "markdown": "md",
    "mdown": "md",
    "text": "txt",
    "jpeg": "jpg",
    "jpe": "jpg",
    "tif": "tiff",
    "heif": "heic",
    "docm": "docx",
    "dotx": "docx",
    "dotm": "docx",
    "dot": "doc",
    "ott": "odt",
    "pptm": "pptx",
    "ppsx": "pptx",
    "potx": "pptx",
    "pps": "ppt",
    "otp": "odp",
    "xlsm": "xlsx",
    "xltx": "xlsx",
    "xltm": "xlsx",
    "xlt": "xls",
    "ots": "ods",
    "tab": "tsv",
    "yml": "yaml",
}
# Modules are named, not imported: reading a note must not load pdfium.
READERS = {
    "pdf": "pdf.read_pdf",
    "docx": "docx.read_docx",
    "doc": "doc.read_doc",
    "odt": "odf.read_odf",
    "odp": "odf.read_odf",
    "rtf": "rtf.read_rtf",
    "pptx": "pptx.read_pptx",
    "ppt": "ppt.read_ppt",
    "xlsx": "sheets.read_sheets",
    "xlsb": "sheets.read_sheets",
    "xls": "sheets.read_sheets",
    "ods": "sheets.read_sheets",
    "csv": "delimited.read_delimited",
    "tsv": "delimited.read_delimited",
    "html": "html.read_html",
    "mhtml": "mail.read_mhtml",
    "xml": "markup.read_xml",
    "json": "markup.read_json",
    "md": "markdown.read_markdown",
    "rst": "outline.read_rst",
    "org": "outline.read_org",
    "txt": "text.read_text",
    "epub": "epub.read_epub",
    "eml": "mail.read_eml",
    "mbox": "mail.read_mbox",
    "msg": "msg.read_msg",
    "zip": "archive.read_zip",
}
_LIKE_XML = "svg fodt fods fodp rss atom kml gpx xsd xsl xslt wsdl plist dbk opml tei xlf xliff tmx"
_LIKE_JSON = "jsonl ndjson geojson ipynb webmanifest"
_IMAGES = "png jpg tiff webp bmp gif heic"
_TEXTS = (
    # notes, settings, subtitles, markup that reads well as it is
    "txt log ini cfg conf toml yaml properties env srt vtt ics vcf tex bib ltx adoc asciidoc"
    " textile wiki po pot nfo diff patch sub lrc"
    # source code
    " py pyi pyx rb pl pm php js mjs cjs jsx ts tsx vue svelte java kt kts scala groovy gradle c h"
    " cc cpp cxx hh hpp hxx m mm cs fs vb swift go rs zig d dart lua r jl hs ml mli ex exs erl clj"
    " cljs lisp el scm f f90 f95 for pas asm s sql sh bash zsh fish bat cmd ps1 psm1 css scss sass"
    " less cmake mk make dockerfile tf proto thrift graphql gql nix vim tcl ahk bas cls vbs awk sed"
    " ino v sv vhd vhdl sol"
)
READERS |= dict.fromkeys(_LIKE_XML.split(), "markup.read_xml")
READERS |= dict.fromkeys(_LIKE_JSON.split(), "markup.read_json")
READERS |= dict.fromkeys(_IMAGES.split(), "image.read_image")
READERS = {**dict.fromkeys(_TEXTS.split(), "text.read_text"), **READERS}
IMAGES = frozenset(_IMAGES.split())
# Text of any kind, where what the content looks like tells less than the name.
PLAIN = frozenset(
    name
    for name, reader in READERS.items()
    if reader.partition(".")[0] in ("text", "markup", "markdown", "outline", "delimited")
)
_NAMED = {
    "readme": "txt",
    "license": "txt",
    "licence": "txt",
    "copying": "txt",
    "changelog": "txt",
    "authors": "txt",
    "todo": "txt",
    "notes": "txt",
    "makefile": "make",
    "dockerfile": "dockerfile",
    "gemfile": "rb",
    "rakefile": "rb",
    "jenkinsfile": "groovy",
    "vagrantfile": "rb",
}
CONTAINERS = frozenset(("zip", "eml", "msg", "mbox"))  # with documents inside
# What programs leave behind and nobody wants to find.
_JUNK = {
    "thumbs.db",
    "desktop.ini",
    "ehthumbs.db",
    "node_modules",
    "__pycache__",
    "$recycle.bin",
    "__macosx",
}


@lru_cache(1000)  # it is asked for several times of each member of a container
def type_of(name: str) -> str:
    """Short name of the format: "pdf", "docx" ...; of others the ending without its dot."""
    # Not pathlib, which takes longer than reading a small mail.
    base = os.path.basename(name.rstrip("/"))
    suffix = os.path.splitext(base)[1].lower()[1:]
    if not suffix:
        return _NAMED.get(base.lower(), "file")
    return _SAME.get(suffix, suffix)


def is_excluded(name: str) -> bool:
    """Whether a name is hidden, a system file or a lock file of an open document."""
    return name.startswith((".", "~$")) or name.lower() in _JUNK
