"""Parameters as people write them become values as the statements need them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from graph.catalogue.head import ENTITIES, Parameter, Query
from graph.catalogue.resolve import resolve
from graph.model import Value
from graph.store import Store
from loaders.extraction import ROLES
from zeren.errors import BadParameter

Given = Mapping[str, str | Sequence[str]]


def read_values(store: Store, query: Query, given: Given) -> dict[str, Value]:
    """The values of a query's parameters. Raises BadParameter (what exists is listed) or NotFound."""
    for name in given:
        if query.parameter(name) is None:
            known = "、".join(p.name for p in query.parameters) or "无"
            raise BadParameter(f"{query.name} 没有参数“{name[:40]}”,可用的参数:{known}")
    return {p.name: _value(store, query, p, given.get(p.name)) for p in query.parameters}


def _value(store: Store, query: Query, parameter: Parameter, given: str | Sequence[str] | None) -> Value:
    if given is None or given == "" or given == []:
        if parameter.default is None:
            example = f",例如 {parameter.name}={parameter.example}" if parameter.example else ""
            raise BadParameter(f"{query.name} 缺少参数 {parameter.name}({parameter.text}){example}")
        given = parameter.default
    if parameter.is_list:
        words = [given] if isinstance(given, str) else list(given)
        parts = [
            part.strip() for word in words for part in word.replace("，", ",").replace("、", ",").split(",")
        ]
        return [_scalar(store, parameter, part) for part in parts if part]
    single = given if isinstance(given, str) else given[-1]
    return _scalar(store, parameter, single.strip())


def _scalar(store: Store, parameter: Parameter, text: str) -> Value:
    if parameter.type in ENTITIES:
        return resolve(store, parameter.type, text) if text else ""
    try:
        return _READERS[parameter.type](text)
    except ValueError:
        kind = _KINDS[parameter.type]
        raise BadParameter(f"参数 {parameter.name} 应为{kind},收到“{text[:40]}”") from None


def _role(text: str) -> str:
    known: dict[str, str] = {
        **dict(zip(ROLES, ROLES, strict=True)),
        "牵头": "lead",
        "配合": "support",
        "负责": "responsible",
    }
    if text not in known:
        raise ValueError(text)
    return known[text]


def _bool(text: str) -> bool:
    known = {"true": True, "1": True, "是": True, "false": False, "0": False, "否": False}
    if text.lower() not in known:
        raise ValueError(text)
    return known[text.lower()]


def _int(text: str) -> int:
    value = int(text)
    if abs(value) >= 1 << 63:
        raise ValueError(text)
    return value


_READERS: Mapping[str, Callable[[str], Value]] = {
    "text": str,
    "int": _int,
    "float": float,
    "date": lambda text: datetime.date.fromisoformat(text).isoformat(),
    "bool": _bool,
    "role": _role,
}
_KINDS = {
    "text": "文字", "int": "整数", "float": "数字", "date": "日期(如 2031-06-30)", "bool": "是或否",
    "role": "lead(牵头)、support(配合)或 responsible(负责)",
}  # fmt: skip
