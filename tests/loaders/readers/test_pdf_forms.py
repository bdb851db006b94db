"""Forms of a PDF that draw themselves; what is drawn counts, not what could be."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from loaders.readers.pdf_forms import _drawn, _numbers, check_forms
from tests.hostile.pdfs import _CATALOG, _PAGE, _PAGES, _pdf, _stream
from zeren.errors import LoadError, TooLarge


def with_forms(*contents, lists=None):
    """A document whose objects from 6 on are forms with these contents, which all list each other."""
    numbers = range(6, 6 + len(contents))
    listed = "".join(f"/F{n} {n} 0 R" for n in numbers)
    head = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 5 0 R"
    forms = [_stream(content.encode(), f"{head}/Filter/FlateDecode") for content in contents]
    page = _PAGE.replace("/A 5 0 R", "/A 6 0 R")
    resources = lists or f"<</XObject <<{listed}>>>>"
    return _pdf(_CATALOG, _PAGES, page, _stream(b"/A Do", ""), resources, *forms)


OWN = b" ".join(b"/F%d %d 0 R" % (number, number) for number in range(6, 31))


@pytest.mark.parametrize(
    "contents",
    [("/F6 Do",), ("q /F7 Do Q", "q /F8 Do Q", "1 0 0 1 0 0 cm /F7 Do"), ("", "", "/F8\nDo")],
)
def test_a_form_that_draws_itself_is_refused(contents):
    with pytest.raises(LoadError, match="循环引用"):
        check_forms(with_forms(*contents))


def test_forms_that_list_themselves_and_draw_others_are_read():
    check_forms(with_forms("/F7 Do /F8 Do /F8 Do", "/F8 Do", "0 0 m 9 9 l S"))


def test_a_chart_of_many_forms_is_read():
    check_forms(with_forms("/F7 Do " * 20_000, "0 0 m 9 9 l S"))


def test_forms_in_forms_are_refused_where_they_come_to_too_many():
    deep = [f"/F{n} Do /F{n} Do" for n in range(7, 30)]
    with pytest.raises(TooLarge, match="层层相套"):
        check_forms(with_forms(*deep, ""))


def test_copies_are_counted_in_a_damaged_file_too():
    deep = with_forms(*(f"/F{n} Do /F{n} Do" for n in range(7, 30)), "")
    for damaged in (deep.replace(b"/Catalog", b"<</'"), deep.replace(b"12 0 obj\n<<", b"12 0 obj\n<</'")):
        assert damaged != deep
        with pytest.raises(TooLarge, match="层层相套"):
            check_forms(damaged.replace(b"/Resources 5 0 R", b"/Resources <<" + OWN + b">>"))


@pytest.mark.parametrize("lists", ["<</XObject 99 0 R>>", "(no dictionary)", "<</XObject [5 0 R]>>", "5 0 R"])
def test_what_cannot_be_followed_is_left_to_pdfium(lists):
    check_forms(with_forms("/F6 Do", lists=lists))
    check_forms(b"%PDF-1.7\n6 0 obj<</Subtype/Form>>")


def test_forms_as_a_program_writes_them_are_read():
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=1)
    canvas.beginForm("stamp")
    canvas.drawString(10, 10, "stamp")
    canvas.endForm()
    canvas.beginForm("frame")
    canvas.doForm("stamp")
    canvas.endForm()
    for _ in range(3):
        canvas.doForm("frame")
        canvas.showPage()
    canvas.save()
    check_forms(out.getvalue())
    numbers = sorted(_numbers(out.getvalue()))
    assert len(numbers) == 2
    assert sum(map(len, _drawn(out.getvalue(), set(numbers)).values())) == 1
