"""What a person calls a plan or a unit becomes its id."""

from __future__ import annotations

from graph.cyphers import internal
from graph.model import Row
from graph.store import Store
from zeren.errors import BadParameter, Moved, NotFound

_MOST = 20
_LONGEST = 500
_NAMES = {
    "unit": "单位", "plan": "方案", "task": "任务", "region": "地区", "function": "条线", "indicator": "指标",
}  # fmt: skip


def resolve(store: Store, kind: str, text: str) -> str:
    """The id of the one thing of a kind (unit, plan, task …) that `text` names: id, name or alias.

    Raises NotFound (with the nearest names) when nothing fits, BadParameter with the candidates
    when several do.
    """
    text = text[:_LONGEST]
    found = store.read(internal(f"resolve_{kind}"), {"text": text, "most": _MOST})
    exact = [row for row in found if row["id"] == text]
    candidates = exact or found
    if len(candidates) == 1:
        return str(candidates[0]["id"])
    if candidates:
        listed = "、".join(_shown(row) for row in candidates)
        pairs = tuple((str(row["id"]), str(row["name"])) for row in candidates)
        raise BadParameter(f"“{text[:40]}”可能是几个{_NAMES[kind]},请用编号指明:{listed}", pairs)
    raise NotFound(_missing(store, kind, text))


def existing(store: Store, kind: str, id: str) -> str:
    """The id itself when something of that kind has it.

    Raises Moved when it lives on under another id, NotFound otherwise.
    """
    found = store.read(internal(f"resolve_{kind}"), {"text": id[:_LONGEST], "most": _MOST})
    if any(row["id"] == id for row in found):
        return id
    if kind in {"unit", "plan"}:
        moved = store.read(internal(f"moved_{kind}"), {"id": id[:_LONGEST]})
        if moved:
            raise Moved(f"{_NAMES[kind]}编号已并入 {moved[0]['id']}", str(moved[0]["id"]))
    raise NotFound(f"没有编号为“{id[:80]}”的{_NAMES[kind]}")


def _shown(row: Row) -> str:
    return f"{row['id']}" if row["id"] == row["name"] else f"{row['id']}({row['name']})"


def _missing(store: Store, kind: str, text: str) -> str:
    near = store.read(internal(f"near_{kind}"), {"text": text, "most": 5}) if kind in {"unit", "plan"} else []
    hint = f",相近的有:{'、'.join(_shown(row) for row in near)}" if near else ""
    return f"没有找到{_NAMES[kind]}“{text[:40]}”{hint}"
