"""A lexicon of the user's own (lexicon.toml): more functions, and more names for those that are known."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

from loaders.lexicon.functions import Functions, shipped_rows
from zeren.errors import SettingsError

_FIELDS = ("description", "aliases")
_BARE = re.compile(r"^[ \t]*\[[ \t]*([^\[\]\"'\n]*[^\x00-\x7f\[\]\"'\n]+?)[ \t]*\]", re.M)
"""A heading in Chinese without quotation marks, which TOML wants and nobody expects."""


def read_lexicon(path: Path) -> tuple[Functions, str]:
    """The shipped vocabulary with the file's functions, and a digest of the file.

    Its shape is that of `[条线]` tables with `description` (text) and `aliases` (list of whole names
    without a place, 数据局); the aliases of a function that is known are added to its own. Raises
    SettingsError with line and reason when anything is wrong; nothing of the file is applied then.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"词表 {path.name} 打不开,请核对路径,并存为 UTF-8 编码") from error
    try:
        data = tomllib.loads(_BARE.sub(r'["\1"]', text))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"第 {line[1]} 行" if line else "末尾"
        raise SettingsError(f"词表 {path.name} {where}不合 TOML 格式,未采用其中任何一条") from error
    for name, row in data.items():
        fault = _fault(name, row)
        if fault:
            line_number = _line(text, name)
            raise SettingsError(f"词表 {path.name} 第 {line_number} 行起的一条:{fault},未采用其中任何一条")
    return _joined(data), hashlib.sha256(text.encode()).hexdigest()[:12]


def _fault(name: str, row: Any) -> str:
    """What is wrong with one function; "" for nothing."""
    if not isinstance(row, dict):
        return f"“{name[:20]}”应写成 [条线名] 下的 description 和 aliases"
    odd = [key for key in row if key not in _FIELDS]
    if odd:
        return f"不认识 {odd[0][:20]}"
    if not isinstance(row.get("description", ""), str):
        return "description 应是文字"
    aliases = row.get("aliases")
    if not isinstance(aliases, list) or not aliases:
        return "aliases 应是名称的列表,至少一个"
    short = [each for each in aliases if not isinstance(each, str) or len(each.strip()) < 2]
    if short:
        return f"aliases 里的“{str(short[0])[:20]}”太短,至少两个字"
    return ""


def _line(text: str, name: str) -> int:
    """The line (from 1) of a function's heading or key."""
    found = re.search(rf"^[ \t]*(?:\[[ \t]*)?[\"']?{re.escape(name)}[\"']?[ \t]*[\].=]", text, re.M)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _joined(data: dict[str, dict[str, Any]]) -> Functions:
    rows, same = shipped_rows()
    known: dict[str, dict[str, Any]] = {row["name"]: dict(row) for row in rows}
    for name, own in data.items():
        row = known.setdefault(name, {"name": name, "description": own.get("description", name)})
        row["aliases"] = list(dict.fromkeys([*row.get("aliases", ()), *map(str.strip, own["aliases"])]))
    return Functions([_left(row, data) for row in known.values()], same)


def _left(row: dict[str, Any], data: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A shipped function without the aliases that the user gives to others only."""
    if row["name"] in data:
        return row
    taken = {alias for own in data.values() for alias in own["aliases"]}
    return {**row, "aliases": [each for each in row.get("aliases", ()) if each not in taken]}
