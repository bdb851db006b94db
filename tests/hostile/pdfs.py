"""PDF files, written by hand so that each is wrong in one way."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.kind import HEAD, TAIL, Kind


def _pdf(*objects: str | bytes, root: int = 1) -> bytes:
    """Objects numbered from 1, a cross-reference table and a trailer."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        data = each.encode("latin-1") if isinstance(each, str) else each
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, root, table)
    return bytes(out)


def _stream(data: bytes, dictionary: str = "/Filter/FlateDecode") -> bytes:
    packed = zlib.compress(data, 1) if "Flate" in dictionary else data
    return f"<<{dictionary}/Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"


_CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
_PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"


def _written(pages: int = 1, **options: object) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, **options)  # type: ignore[arg-type]
    for _ in range(pages):
        canvas.setFont("STSong-Light", 12)
        for number, line in enumerate((HEAD + TAIL).splitlines()):
            canvas.drawString(40, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _bomb(scale: float) -> bytes:
    packer = zlib.compressobj(1)
    block = b"q Q " * (1 << 18)
    packed = b"".join(packer.compress(block) for _ in range(int(1_000 * scale))) + packer.flush()
    stream = f"<</Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode() + packed + b"\nendstream"
    return _pdf(_CATALOG, _PAGES, _PAGE, stream, _stream(b""))


def _twice(scale: float) -> bytes:
    packed = zlib.compress(zlib.compress(bytes(int(400_000_000 * scale)), 1), 9)
    dictionary = f"<</Filter[/FlateDecode/FlateDecode]/Length {len(packed)}>>\nstream\n".encode()
    return _pdf(_CATALOG, _PAGES, _PAGE, dictionary + packed + b"\nendstream", _stream(b""))


def _own_kid(scale: float) -> bytes:
    return _pdf(_CATALOG, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")


def _own_parent(scale: float) -> bytes:
    return _pdf(_CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>", "<</Type/Page/Parent 2 0 R>>")


def _form(content: bytes, target: int) -> bytes:
    return _stream(
        content,
        f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode/Resources<</XObject<</A {target} 0 R>>>>",
    )


def _own_form(scale: float) -> bytes:
    return _pdf(_CATALOG, _PAGES, _PAGE, _stream(b"/A Do", ""), _form(b"/A Do /A Do", 5))


def _forms_in_turn(scale: float) -> bytes:
    """The first draws the second and that one the first; what they draw stands in an object of its own."""
    page = _PAGE.replace("5 0 R", "6 0 R")
    shared = _stream(b"/A Do /A Do", "/Subtype/Form/BBox[0 0 9 9]/Resources 5 0 R")
    return _pdf(
        _CATALOG, _PAGES, page, _stream(b"/A Do", ""), "<</XObject 8 0 R>>", shared, _form(b"/A Do /A Do", 6),
        "<</A 7 0 R>>",
    )  # fmt: skip


def _forms_in_forms(scale: float) -> bytes:
    """Each draws the next one twice: 2 to the power of 36 copies."""
    forms = [_form(b"/A Do /A Do", 6 + n) for n in range(36)]
    return _pdf(_CATALOG, _PAGES, _PAGE, _stream(b"/A Do", ""), *forms, _form(b"", 5))


def _own_length(scale: float) -> bytes:
    return _pdf(_CATALOG, _PAGES, _PAGE, b"<</Length 4 0 R>>\nstream\nq\nendstream", _stream(b""))


def _picture(scale: float) -> bytes:
    picture = _stream(bytes(1 << 20), "/Subtype/Image/Width 2000000000/Height 2000000000/BitsPerComponent 8"
                      "/ColorSpace/DeviceRGB/Filter/FlateDecode")  # fmt: skip
    return _pdf(_CATALOG, _PAGES, _PAGE, _stream(b"600 0 0 800 0 0 cm /A Do", ""), picture)


def _many(count: int) -> Callable[[float], bytes]:
    def build(scale: float) -> bytes:
        pages = max(int(count * scale), 1)
        kids = " ".join(["3 0 R"] * pages)
        return _pdf(
            _CATALOG, f"<</Type/Pages/Kids[{kids}]/Count {pages}>>", _PAGE, _stream(b"", ""), _stream(b"")
        )

    return build


def _lines(scale: float) -> bytes:
    """So many lines that a table finder has millions of crossings to look at."""
    strokes = "".join(
        f"{n % 600} 0 m {n % 600} 800 l S 0 {n % 800} m 600 {n % 800} l S\n"
        for n in range(int(60_000 * scale))
    )
    return _pdf(_CATALOG, _PAGES, _PAGE, _stream(strokes.encode()), _stream(b""))


def _letters(scale: float) -> bytes:
    page = _PAGE.replace("/XObject<</A 5 0 R>>", "/Font<</F 5 0 R>>")
    text = "BT /F 9 Tf " + "(aaaaaaaaaa) Tj " * int(200_000 * scale) + "ET"
    return _pdf(
        _CATALOG, _PAGES, page, _stream(text.encode()), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    )


def _deep(scale: float) -> bytes:
    depth = int(500_000 * scale)
    return _pdf(_CATALOG, "[" * depth + "]" * depth)


KINDS = (
    Kind("a stream of 1 GB", "bomb.pdf", _bomb, "refused", "上限|秒"),
    Kind("a stream packed twice", "twice.pdf", _twice, "refused", "上限|秒"),
    Kind("pages that hold themselves", "kid.pdf", _own_kid, "refused"),
    Kind("a page that is its own parent", "parent.pdf", _own_parent, "refused"),
    Kind("a form that draws itself", "form.pdf", _own_form, "refused", "循环"),
    Kind("two forms that draw each other", "forms.pdf", _forms_in_turn, "refused", "循环"),
    Kind("forms in forms", "laughs.pdf", _forms_in_forms, "refused", "层层相套"),
    Kind("a length that is itself", "length.pdf", _own_length, "refused"),
    Kind("a picture of absurd size", "picture.pdf", _picture, "refused", "文字"),
    Kind("100,000 pages", "pages.pdf", _many(100_000), "refused"),
    Kind("120,000 lines", "lines.pdf", _lines, "refused"),
    Kind("two million letters on a page", "letters.pdf", _letters, "either"),
    Kind("arrays nested 500,000 deep", "deep.pdf", _deep, "refused"),
    Kind("an encrypted pdf", "encrypted.pdf", lambda s: _written(encrypt=StandardEncryption("a", "b")), "refused"),
    Kind("a pdf cut off", "cut.pdf", lambda s: _written()[:600], "refused"),
    Kind("a pdf without text", "blank.pdf", lambda s: _pdf(_CATALOG, _PAGES, _PAGE, _stream(b"", "")), "refused"),
    Kind("a picture named .pdf", "named.pdf", lambda s: b"\x89PNG\r\n\x1a\n" + bytes(500), "refused", "图片"),
    Kind("bytes behind a pdf's head", "junk.pdf", lambda s: b"%PDF-1.7\n" + bytes(range(256)) * 4_000, "refused"),
    Kind("a pdf of our own", "good.pdf", lambda s: _written(), "read"),
)  # fmt: skip
