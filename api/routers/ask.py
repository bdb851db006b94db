"""Questions in Chinese and their answers; names to complete a question with."""

from __future__ import annotations

import dataclasses
from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import CatalogueDep, SettingsDep, StoreDep
from api.problems import responses
from api.schemas_ask import AskAnswer, Completion
from graph.asking.alternatives import alternatives
from graph.asking.ask import ask
from graph.asking.complete import complete
from graph.asking.known import known_of
from graph.asking.shape import as_json

router = APIRouter(prefix="/api", tags=["ask"])

Question = Annotated[str, Query(description="用一句话写的问题,如 市工信局牵头哪些任务?")]


@router.get("/ask", responses=responses())
def answer(store: StoreDep, catalogue: CatalogueDep, settings: SettingsDep, q: Question = "") -> AskAnswer:
    """The answer to a question, the query that it became, and how each word was understood.

    What isn't known is said in `text`, with `empty` and the nearest things; never an error.
    """
    found = ask(store, catalogue, q, timeout_ms=settings.query_timeout_ms)
    instead = [dataclasses.asdict(each) for each in alternatives(found, known_of(store))]
    return AskAnswer.model_validate({**as_json(found), "alternatives": instead})


@router.get("/complete", responses=responses())
def completions(store: StoreDep, q: Question = "") -> list[Completion]:
    """Names of places, units and plans that go on as the end of a question begins; at most eight."""
    found = complete(q, known_of(store))
    return [Completion(kind=c.kind, id=c.id, name=c.name, question=c.question) for c in found]
