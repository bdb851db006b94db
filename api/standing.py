"""Answers that are put together from several statements."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from graph.store import Store

Given = ParamSpec("Given")
Built = TypeVar("Built")


def of_one_generation(
    build: Callable[Concatenate[Store, Given], Built],
) -> Callable[Concatenate[Store, Given], Built]:
    """Let all that a builder reads be of one generation: a load between two statements would tear it."""

    @functools.wraps(build)
    def standing(store: Store, /, *args: Given.args, **kwargs: Given.kwargs) -> Built:
        with store.standing():
            return build(store, *args, **kwargs)

    return standing
