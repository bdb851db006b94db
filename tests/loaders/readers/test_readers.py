from __future__ import annotations

import hashlib
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from loaders.readers import SUFFIXES, Limits, read_bytes, read_file
from zeren.errors import LoadError, TooLarge, WrongType

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_a_file_becomes_a_source_with_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_bytes("一、总体要求\r\n二、任务".encode())
    source = read_file(path)
    assert (source.name, source.format, source.text) == ("方案.txt", "txt", "一、总体要求\n二、任务")
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_all_suffixes_are_named_for_an_unknown_type() -> None:
    with pytest.raises(WrongType) as caught:
        read_bytes("a.exe", b"x")
    assert all(suffix in str(caught.value) for suffix in SUFFIXES)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"没有\.txt:找不到文件"):
        read_file(tmp_path / "没有.txt")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(LoadError, match="文件夹"):
        read_file(tmp_path / "x.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.txt")
    with pytest.raises(LoadError, match="不是普通文件"):
        read_file(tmp_path / "x.txt")


def test_links_that_go_round_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    with pytest.raises(LoadError, match="打不开"):
        read_file(tmp_path / "a.txt")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_file_is_refused(suffix: str) -> None:
    with pytest.raises(LoadError, match="空的"):
        read_bytes(f"a{suffix}", b"")


def test_a_file_of_blanks_has_no_text() -> None:
    with pytest.raises(LoadError, match="没有文字"):
        read_bytes("a.txt", b" \n\t\n")


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".ofd", ".rtf"])
def test_other_office_formats_are_to_be_saved_as_docx(suffix: str) -> None:
    with pytest.raises(WrongType, match="另存为 docx"):
        read_bytes(f"a{suffix}", OLE)


def test_a_picture_named_pdf_is_no_pdf() -> None:
    with pytest.raises(WrongType, match="图片"):
        read_bytes("a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(50))


def test_an_old_word_file_named_docx_is_to_be_saved_anew() -> None:
    with pytest.raises(WrongType, match="另存为 docx"):
        read_bytes("a.docx", OLE)


def test_an_encrypted_docx_asks_for_the_password_to_go() -> None:
    with pytest.raises(LoadError, match="去掉密码"):
        read_bytes("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"))


def test_a_plain_archive_named_docx_is_no_docx() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("../../x.txt", "x")
    with pytest.raises(WrongType, match="压缩包"):
        read_bytes("a.docx", written.getvalue())


def test_a_workbook_named_docx_is_told_apart() -> None:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    with pytest.raises(WrongType, match="xlsx,请改正后缀"):
        read_bytes("a.docx", written.getvalue())


def test_an_archive_of_very_many_entries_is_not_opened() -> None:
    with pytest.raises(TooLarge, match="压缩包内的文件"):
        read_bytes("a.docx", b"PK\x03\x04" + b"PK\x01\x02" * 11, Limits(members=10))


def test_a_file_beyond_the_cap_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 3_000_000)
    with pytest.raises(TooLarge, match="2 MB"):
        read_file(tmp_path / "a.txt", Limits(file=2 << 20))


def test_text_beyond_the_cap_is_refused() -> None:
    with pytest.raises(TooLarge, match="万字"):
        read_bytes("a.txt", b"x" * 101, Limits(text=100))


def test_a_whole_page_saved_as_txt_is_read_as_a_page() -> None:
    assert read_bytes("a.txt", b"<!DOCTYPE html><p>x</p>").text == "x\n"


def test_an_html_file_without_tags_is_text() -> None:
    assert read_bytes("a.html", "一\n二".encode()).text == "一\n二"


def test_a_name_in_the_bytes_of_a_chinese_windows_is_read() -> None:
    name = "公园方案.txt".encode("gb18030").decode("utf-8", "surrogateescape")
    assert read_bytes(name, b"x").name == "公园方案.txt"


def test_a_name_that_is_no_unicode_stays_writable() -> None:
    assert read_bytes("a\udc80.txt", b"x").name == "a?.txt"


def test_a_limit_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        Limits(text=0)
