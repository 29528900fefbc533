"""Answers as pandas frames."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pandas as pd

from careerpaths.moves import track_and_order
from careerpaths.vocabulary import TRACKS

if TYPE_CHECKING:
    from careerpaths.formats import Answer

_COUNTS = ("moves", "route", "step", "line", "behind")


def frame(answer: Answer) -> pd.DataFrame:
    """An answer as a frame, one row for each record of it.

    Roles are indexed by `id`; `level` and `category` are ordered categoricals in ladder order, codes and texts strings,
    counts `Int64`, what is not stated is missing. `distances` gives the square matrix of `Int64`.

    >>> import careerpaths as cp
    >>> graph = cp.build_graph(cp.load())
    >>> frame(cp.roles(graph)).loc["clin-imaging-it-spec-2-8798", "level"]
    'Intermediate'
    """
    columns = answer.columns
    records = list(answer.rows())
    if columns[:1] == ("",):
        return _matrix(columns[1:], records)
    table = pd.DataFrame.from_records(records, columns=list(columns))
    for column in columns:
        table[column] = _typed(column, table[column])
    return table.set_index("id") if columns[0] == "id" and table["id"].is_unique else table


def _matrix(titles: tuple[str, ...], records: list[Any]) -> pd.DataFrame:
    values = {title: pd.array([record[title] for record in records], dtype="Int64") for title in titles}
    return pd.DataFrame(values, index=pd.Index(titles, name="from"), columns=pd.Index(titles, name="to"))


def _typed(column: str, values: pd.Series[Any]) -> pd.Series[Any]:
    if column in _COUNTS:
        return values.astype("Int64")
    if column in ("defined", "to_defined"):
        return values.astype("boolean")
    if column in ("level", "to_level"):
        return _ordered(values, _level_place)
    if column == "category":
        return _ordered(values, _category_place)
    return values.astype("string")


def _level_place(level: str) -> tuple[int, int]:
    """Where a level stands: the professional ladder, then the levels that name a track, then the others."""
    track, order = track_and_order(level, None)
    if order is None:
        return len(TRACKS) + 1, 0
    return (TRACKS.index(track) + 1 if track else 0), order


def _category_place(category: str) -> tuple[int, int]:
    track, _ = track_and_order(None, category)
    return (TRACKS.index(track) if track else len(TRACKS)), 0


def _ordered(values: pd.Series[Any], place: Callable[[str], tuple[int, int]]) -> pd.Series[Any]:
    """Texts as ordered categories; what stands in the same place keeps reading order."""
    met = list(dict.fromkeys(values.dropna()))
    categories = sorted(met, key=place)
    return pd.Series(pd.Categorical(values, categories=categories, ordered=True), index=values.index, name=values.name)
