"""Hostile text, Markdown and HTML files."""

import random
from collections.abc import Iterator


def files() -> Iterator[tuple[str, bytes]]:
    """Name and content of each."""
    noise = random.Random(4)
    yield "noise.txt", noise.randbytes(60_000)
    yield "surrogates.txt", b"half a letter " + b"\xed\xa0\x80 and on"
    yield "surrogates utf-16.txt", b"\xff\xfe" + "word ".encode("utf-16-le") * 30 + b"\x00\xd8" * 30
    yield "odd utf-16.txt", b"\xff\xfe" + "odd number of bytes".encode("utf-16-le")[:-1]
    yield "byte order mark only.txt", b"\xef\xbb\xbf"
    yield "zeros.txt", bytes(100_000)
    yield "zeros between.txt", b"t\0e\0x\0t\0 \0" * 200 + b"a"
    yield "one word.txt", b"x" * 6_000
    yield "accents.txt", ("e" + "\u0301" * 5_000).encode()
    yield "right to left.txt", "abc \u202e\u2066 txt.exe \u202c".encode() * 50
    yield "line ends.txt", b"\r\n\r\r\n\x0b\x0c\x85" * 20_000
    yield "control characters.txt", bytes(range(1, 32)) * 300 + b" word"
    yield "a picture.txt", b"\x89PNG\r\n\x1a\n" + noise.randbytes(5_000)
    yield "deep quotes.md", b">" * 30_000 + b" quoted"
    yield "deep lists.md", b"".join(b" " * n + b"- item\n" for n in range(1500))
    yield "open brackets.md", b"[" * 50_000 + b"text" + b"](" * 20_000
    yield "open emphasis.md", b"*a **b _c __d " * 1_000
    yield "backticks.md", b" ".join(b"`" * n for n in range(1, 120))
    yield "wide table.md", b"|a" * 300 + b"|\n" + b"|-" * 300 + b"|\n"
    yield "deep.html", b"<div>" * 200_000 + b"at the bottom"
    yield "deep tables.html", b"<table><tr><td>" * 20_000 + b"cell"
    yield "open comment.html", b"<p>before<!-- " + b"x" * 200_000
    yield "long attribute.html", b'<p title="' + b"x" * 3_000_000 + b'">short text'
    yield "many attributes.html", b"<p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">text"
    yield "entities.html", b"<p>" + b"&#xD800;&#0;&#x110000;&bogus;" * 500 + b" text"
    yield "wrong charset.html", b'<meta charset="utf-16"><p>This is plain ASCII.'
    yield "script only.html", b"<script>" + b"while(1);" * 1000 + b"</script>"
    yield "formatting.html", b"<b><i><font>" * 30_000 + b"nested formatting"
