"""Reading corrections.toml: whole, or an error with the line and nothing of it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from graph.corrections.model import Corrections
from zeren.errors import SettingsError

_SAID = {
    "missing": "缺少 {field}",
    "extra_forbidden": "不认识 {field}",
    "literal_error": "{field} 的值不对(可用:{expected})",
    "string_too_short": "{field} 不能为空",
    "too_short": "{field} 不能为空",
    "value_error": "{message}",
}
"""Pydantic's kinds of errors, as a clerk should read them."""


def read_corrections(path: Path) -> Corrections:
    """The corrections of a file. Raises SettingsError with file, line and reason when anything is wrong."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"更正表 {path.name} 打不开,请核对路径,并存为 UTF-8 编码") from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"第 {line[1]} 行" if line else "末尾"
        raise SettingsError(f"更正表 {path.name} {where}不合 TOML 格式,未采用其中任何一条") from error
    try:
        found = Corrections.model_validate(data)
    except ValidationError as error:
        raise SettingsError(f"更正表 {path.name} {_reason(error, text)},未采用其中任何一条") from error
    lines = tuple(_line(text, ("pair", number)) for number in range(len(found.pair)))
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return found.model_copy(update={"pair_lines": lines, "digest": digest})


def _reason(error: ValidationError, text: str) -> str:
    """The first fault: the line where its entry begins, and what is wrong."""
    first = error.errors()[0]
    place = first["loc"]
    field = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    context = first.get("ctx", {})
    said = _SAID.get(first["type"], "{field} 的类型不对")
    message = str(context.get("error", "")) if first["type"] == "value_error" else ""
    why = said.format(field=field, expected=context.get("expected", ""), message=message)
    return f"第 {_line(text, place)} 行起的一条:{why}"


def _line(text: str, place: tuple[str | int, ...]) -> int:
    """The line (from 1) of the `[[kind]]` that an error's place lies in; of the key at top level."""
    kind = str(place[0]) if place else ""
    number = place[1] if len(place) > 1 and isinstance(place[1], int) else 0
    name = re.escape(kind)
    heads = [m.start() for m in re.finditer(rf"^[ \t]*\[\[[ \t]*{name}[ \t]*\]\]", text, re.M)]
    keys = [m.start() for m in re.finditer(rf"^[ \t]*\[?[ \t]*{name}[ \t]*[\]=.]", text, re.M)]
    found = heads or keys
    return text.count("\n", 0, found[min(number, len(found) - 1)]) + 1 if found else 1
