"""The entries of corrections.toml; docs/corrections.md shows one of each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from loaders.extraction import Role

_Text = Annotated[str, Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RoleCorrection(_Entry):
    """`[[role]]`: a unit that one task has wrongly, or lacks.

    `doc` is the file's name, with or without its ending; `quote` some words of the task as printed, so
    that the entry is not applied to another task when the numbers shift.
    """

    doc: _Text
    part: str = ""
    path: tuple[str, ...] = Field(min_length=1)
    quote: _Text
    unit: _Text
    role: Role
    action: Literal["add", "drop"]


class UnitCorrection(_Entry):
    """`[[unit]]`: names that mean one unit (`same`) or one each (`different`), in plans of `region`.

    Without a region it holds for the plans of every place. The first of `same` is the unit that the
    others become.
    """

    same: tuple[_Text, ...] = ()
    different: tuple[_Text, ...] = ()
    region: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> UnitCorrection:
        if bool(self.same) == bool(self.different):
            raise ValueError("same 和 different 要写其中一个")
        if len(self.same or self.different) < 2:
            raise ValueError("至少写两个名称")
        return self


class PairCorrection(_Entry):
    """`[[pair]]`: two tasks (by id) that are counterparts, or are none."""

    a: _Text
    b: _Text
    match: bool

    @model_validator(mode="after")
    def _two_tasks(self) -> PairCorrection:
        if self.a == self.b:
            raise ValueError("a 和 b 写的是同一个任务")
        return self


class Corrections(_Entry):
    """A whole file. `digest` tells two files apart; it is empty for no file.

    `pair_lines` are the lines (from 1) where the entries of `pair` begin.
    """

    role: tuple[RoleCorrection, ...] = ()
    unit: tuple[UnitCorrection, ...] = ()
    pair: tuple[PairCorrection, ...] = ()
    pair_lines: tuple[int, ...] = ()
    digest: str = ""


NONE = Corrections()
"""Nothing corrected."""
