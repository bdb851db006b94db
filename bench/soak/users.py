"""Readers that ask for one thing after the other, and one user who loads a document every ten seconds."""

from __future__ import annotations

import random
from typing import ClassVar

from locust import FastHttpUser, between, constant_pacing, task

from bench.soak.documents import document
from bench.soak.reading import Ids, draw

LOADING = "POST /api/documents"
EVERY_SECONDS = 10


class Reader(FastHttpUser):
    """Looks at something and thinks for a few seconds."""

    wait_time = between(3, 9)
    ids: ClassVar[Ids] = {}
    _started: ClassVar[int] = 0

    def on_start(self) -> None:
        """A seed of its own, the same in each run."""
        Reader._started += 1
        self._rng = random.Random(Reader._started)

    @task
    def read(self) -> None:
        """One address."""
        row, path = draw(self._rng, self.ids)
        self.client.get(path, name=row)


class Loader(FastHttpUser):
    """Uploads; there is one."""

    fixed_count = 1
    wait_time = constant_pacing(EVERY_SECONDS)
    token: ClassVar[str] = ""

    def on_start(self) -> None:
        """Begin with the first document."""
        self._number = 0

    @task
    def load(self) -> None:
        """One document; what is not loaded by it is an error."""
        name, text = document(self._number)
        self._number += 1
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/octet-stream"}
        url = f"/api/documents?name={name}"
        with self.client.post(url, text, name=LOADING, headers=headers, catch_response=True) as answer:
            if answer.status_code != 201:
                answer.failure(f"{answer.status_code} {answer.text}")
