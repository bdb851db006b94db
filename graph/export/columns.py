"""Columns of tables as text files need them."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

_FORMULA = r"^[=+\-@\t\r]"


def joined(table: Any, separator: str) -> Any:
    """Lists as one text each; the separator inside an item becomes a blank."""
    for number, field in enumerate(table.schema):
        if pa.types.is_list(field.type):
            column = table.column(number).combine_chunks()
            table = table.set_column(number, field.name, _join(column, separator))
    return table


def _join(column: Any, separator: str) -> Any:
    """`binary_join` of the items; Arrow keeps an empty list as an empty text, a missing one missing."""
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)
    items = pc.replace_substring(column.flatten(), separator, " ")
    lengths = pc.fill_null(pc.list_value_length(column), 0)
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths).cast(pa.int32())])
    lists = pa.ListArray.from_arrays(offsets, items, mask=pc.is_null(column))
    return pc.binary_join(lists, separator)


def without_formulas(table: Any) -> Any:
    """Texts that a spreadsheet would run as a formula, kept from it by an apostrophe."""
    for number, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            column = table.column(number)
            guarded = pc.binary_join_element_wise("'", column, "")
            column = pc.if_else(pc.match_substring_regex(column, _FORMULA), guarded, column)
            table = table.set_column(number, field.name, column)
    return table
