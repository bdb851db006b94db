"""A unit's tasks through the API against a bare FastAPI endpoint with the same response model.

    python -m bench.api [--tasks 20000] [--store FOLDER]

Ratios of requests a second, in one run: with the answer kept (hit) and read anew each time (miss).
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from fastapi import FastAPI
from starlette.testclient import TestClient

from api import records, schemas
from api.app import create_app
from bench.served import options, served
from graph.store import Store
from zeren.settings import Settings

_REQUESTS = 200


def _bare(page: schemas.Page[schemas.Task]) -> FastAPI:
    app = FastAPI()

    @app.get("/tasks")
    def tasks() -> schemas.Page[schemas.Task]:
        return page

    return app


def _per_second(client: TestClient, paths: Iterator[str]) -> float:
    urls = [next(paths) for _ in range(_REQUESTS)]
    client.get(urls[0])
    start = time.perf_counter()
    for url in urls:
        reply = client.get(url)
        assert reply.status_code == 200, reply.text
    return _REQUESTS / (time.perf_counter() - start)


def _same(path: str) -> Iterator[str]:
    while True:
        yield path


def _fresh(path: str) -> Iterator[str]:
    for number in range(1 << 30):
        yield f"{path}&offset={number % 50}&nonce={number}"


def _busiest(store: Store) -> str:
    rows = store.read(
        "MATCH (u:Unit)<-[:ASSIGNED]-() RETURN u.id AS id, count(*) AS n ORDER BY n DESC LIMIT 1"
    )
    return str(rows[0]["id"])


def main() -> None:
    """Run and print."""
    given = options(main.__doc__ or "", 20_000)
    with served(given.tasks, given.store) as store:
        unit = _busiest(store)
        rows = records.read(store, "page_of_unit", id=unit, roles=["lead", "support"], offset=0, limit=20)
        found = records.tasks(store, [str(row["id"]) for row in rows])
        page = schemas.Page[schemas.Task](total=len(found), limit=20, offset=0, results=found)
        settings = Settings(_env_file=None, hosts="testserver")
        path = f"/api/units/{unit}/tasks?limit=20"
        with TestClient(_bare(page)) as bare, TestClient(create_app(store, settings)) as ours:
            base = _per_second(bare, _same("/tasks"))
            hit, miss = _per_second(ours, _same(path)), _per_second(ours, _fresh(path))
    print(f"{given.tasks:,} tasks, 20 a page: bare {base:.0f}/s, hit {hit:.0f}/s ({hit / base:.2f} x), "
          f"miss {miss:.0f}/s ({miss / base:.2f} x)")  # fmt: skip


if __name__ == "__main__":
    main()
