"""The command that answers questions: one, or a file of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from graph.asking.answer import Answer
from graph.asking.ask import ask as answer
from graph.asking.shape import as_json
from graph.catalogue import Catalogue
from zeren import terminal
from zeren.commands.querying import show_rows
from zeren.commands.stores import StoreOption, using_store
from zeren.errors import BadParameter
from zeren.settings import Settings

_SHOWN = 30


def ask(
    question: Annotated[str | None, typer.Argument(help="问题,如“市工信局牵头哪些任务?”")] = None,
    store: StoreOption = None,
    as_json_: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    file: Annotated[Path | None, typer.Option("--file", help="一批问题(JSON)")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="一批问题的答案写到这里")] = None,
) -> None:
    """Answer a question in a sentence."""
    if (question is None) == (file is None):
        raise typer.BadParameter("写一个问题,或用 --file 给一批问题")
    settings = Settings()
    catalogue = Catalogue(settings.queries)
    with using_store(store, read_only=True) as opened:
        if file is not None:
            answers = {
                id: as_json(answer(opened, catalogue, text, timeout_ms=settings.query_timeout_ms))
                for id, text in _questions(file)
            }
            _write(out, {"answers": answers})
            return
        found = answer(opened, catalogue, question or "", timeout_ms=settings.query_timeout_ms)
    if as_json_:
        terminal.json_data(as_json(found))
    else:
        _show(found)
    if found.empty:
        raise typer.Exit(1)


def _questions(file: Path) -> list[tuple[str, str]]:
    try:
        data = json.loads(file.read_text("utf-8"))
        return [(str(each["id"]), str(each["q"])) for each in data["questions"]]
    except (ValueError, KeyError, TypeError) as error:
        raise BadParameter(f'{file} 应为 {{"questions": [{{"id": …, "q": …}}]}}') from error


def _write(out: Path | None, data: dict[str, Any]) -> None:
    if out is None:
        terminal.json_data(data)
    else:
        out.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _show(found: Answer) -> None:
    """The sentence, its rows, the query that the question became, how its words were read."""
    console = terminal.out()
    console.print(found.text, markup=False, highlight=False)
    if found.rows is not None:
        show_rows(found.rows, most=_SHOWN)
        terminal.note(f"查询:zeren query {found.query} {' '.join(_given(found))}")
    understood = ";".join(f"“{word.text}”{word.meaning}" for word in found.words)
    if understood:
        terminal.note(f"理解:{understood}")
    for near in found.nearest:
        terminal.note(f"相近:{near.name}({near.id})")


def _given(found: Answer) -> list[str]:
    """The query's values as the command line takes them."""
    listed = {k: v if isinstance(v, list) else [v] for k, v in found.values.items() if v}
    return [f"{name}={','.join(map(str, values))}" for name, values in listed.items()]


COMMANDS = {"ask": ask}
