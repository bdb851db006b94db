"""docx and xlsx: archives, XML, pictures."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from tests.hostile.kind import HEAD, TAIL, Kind

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BLOCK = 1 << 20


def _paragraphs(text: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines() if line)


def _document(inside: Iterable[str], declaration: str = "") -> Iterator[str]:
    yield f'<?xml version="1.0"?>{declaration}<w:document xmlns:w="{_W}"><w:body>{_paragraphs(HEAD)}'
    yield from inside
    yield f"{_paragraphs(TAIL)}</w:body></w:document>"


def _docx(inside: Iterable[str], declaration: str = "", **parts: bytes) -> bytes:
    return _package("word/document.xml", _document(inside, declaration), parts)


def _package(main: str, pieces: Iterable[str], parts: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(main, "w", force_zip64=True) as stream:
            for piece in pieces:
                stream.write(piece.encode())
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def _docx_of(piece: str, count: int, declaration: str = "") -> Callable[[float], bytes]:
    """A piece so many times in the body, written in blocks so that the builder stays small."""

    def build(scale: float) -> bytes:
        left = max(int(count * scale), 1)
        block = max(_BLOCK // len(piece), 1)
        return _docx((piece * min(block, left - n) for n in range(0, left, block)), declaration)

    return build


def _lying(scale: float) -> bytes:
    """The directory says that the document has 100 bytes."""
    data = bytearray(_docx_of("<w:p/>", 5_000_000)(scale))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    return bytes(data)


def _nested(scale: float) -> bytes:
    inner = b"x"
    for _ in range(20):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for n in range(10):
                archive.writestr(f"{n}.zip", inner)
        inner = out.getvalue()[: 1 << 20]
    return _docx((), word__embeddings__a=inner)


def _members(scale: float) -> bytes:
    return _docx((), **{f"word__media__{n}": b"" for n in range(int(100_000 * scale))})


def _climbing(scale: float) -> bytes:
    names = ("../../climbed", "/tmp/climbed", "C:\\climbed", "word/../../climbed")
    return _docx((), **{name.replace("/", "__"): b"x" for name in names})


def _png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1 << 20))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _picture(scale: float) -> bytes:
    return _docx(("<w:p><w:r><w:drawing/></w:r></w:p>",), word__media__image1__png=_png(2**31 - 1, 2**31 - 1))


def _entities(lines: str) -> str:
    return f"<!DOCTYPE a [{lines}]>"


_LAUGHS = _entities(
    '<!ENTITY l0 "绿">' + "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(10))
)
_PASSWD = _entities('<!ENTITY x SYSTEM "file:///etc/passwd">')
_REMOTE = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'
_QUADRATIC = _entities(f'<!ENTITY x "{"绿" * 50_000}">')


def _text_of(entity: str) -> str:
    return f"<w:p><w:r><w:t>{entity}</w:t></w:r></w:p>"


_TABLE = "<w:tbl><w:tr><w:tc>"
_WIDE = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{_text_of("绿")}</w:tc></w:tr></w:tbl>'


def _circular_styles(scale: float) -> bytes:
    style = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{1 - n}"/></w:style>'
        for n in (0, 1)
    )
    body = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>绿</w:t></w:r></w:p>'
    return _docx((body,), word__styles__xml=f'<w:styles xmlns:w="{_W}">{style}</w:styles>'.encode()).replace(
        b"word/styles/xml", b"word/styles.xml"
    )


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOOK = {
    "xl/workbook.xml": f'<workbook xmlns="{_X}" xmlns:r="{_R}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
    "</workbook>",
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def _xlsx(sheet: Callable[[float], Iterable[str]], **parts: bytes) -> Callable[[float], bytes]:
    def build(scale: float) -> bytes:
        pieces = [f'<worksheet xmlns="{_X}"><sheetData>', *sheet(scale)]
        return _package("xl/worksheets/sheet1.xml", pieces, {**_BOOK, **parts})

    return build


_ROW = '<row><c t="inlineStr"><is><t>市园林局牵头</t></is></c></row>'
_END = "</sheetData></worksheet>"
_MERGED = f'{_ROW}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
_FAR = f'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>绿</t></is></c></row>{_END}'


def _encrypted(scale: float) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
    )


KINDS = (
    Kind("a docx of 1 GB of empty paragraphs", "empty.docx", _docx_of("<w:p/>", 170_000_000), "refused", "上限|秒", part=0.0005),
    Kind("a docx of 1 GB of text", "text.docx", _docx_of(_text_of("绿" * 100), 3_000_000), "refused", "上限|秒", part=0.0005),
    Kind("a size that lies", "lying.docx", _lying, "either", part=0.002),
    Kind("archives in archives", "nested.docx", _nested, "read"),
    Kind("100,000 members", "members.docx", _members, "refused", "上限|秒"),
    Kind("member names that climb", "climbing.docx", _climbing, "read"),
    Kind("a picture of absurd size", "picture.docx", _picture, "read"),
    Kind("entities that multiply", "laughs.docx", _docx_of(_text_of("&l10;"), 1, _LAUGHS), "refused"),
    Kind("one entity many times", "quadratic.docx", _docx_of(_text_of("&x;"), 20_000, _QUADRATIC), "refused"),
    Kind("an external entity", "external.docx", _docx_of(_text_of("&x;"), 1, _PASSWD), "refused", never="root:"),
    Kind("an external DTD", "remote.docx", _docx_of(_text_of("绿"), 1, _REMOTE), "either"),
    Kind("XML nested 100,000 deep", "deep.docx", _docx_of("<w:p>", 100_000), "refused"),
    Kind("tables in tables", "tables.docx", _docx_of(_TABLE, 30_000), "refused"),
    Kind("a cell over two billion columns", "wide.docx", _docx_of(_WIDE, 100), "either"),
    Kind("styles that are based on each other", "styles.docx", _circular_styles, "read"),
    Kind("a docx cut off", "cut.docx", lambda scale: _docx_of("<w:p/>", 1000)(1)[:-40], "refused", "损坏"),
    Kind("an encrypted docx", "encrypted.docx", _encrypted, "refused", "密码"),
    Kind("five million rows", "rows.xlsx", _xlsx(lambda s: [*[_ROW * 1000] * int(5_000 * s), _END]), "refused", part=0.001),
    Kind("cells merged over the whole sheet", "merged.xlsx", _xlsx(lambda s: [_MERGED]), "either"),
    Kind("a cell in the last corner", "corner.xlsx", _xlsx(lambda s: [_FAR]), "either"),
    Kind("an external entity in a sheet", "external.xlsx",
         lambda scale: _package("xl/worksheets/sheet1.xml", [_PASSWD + f'<worksheet xmlns="{_X}"/>'], _BOOK), "refused", never="root:"),
)  # fmt: skip
