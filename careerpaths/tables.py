"""Answers as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from careerpaths.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from careerpaths.formats import Answer

_COUNTS = ("moves", "route", "step", "line")
_CATEGORIES = ("Operational & Technical", "Professional", "Supervisory", "Managerial")


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
        return _ordered(values, _levels())
    if column == "category":
        return _ordered(values, _CATEGORIES)
    return values.astype("string")


def _levels() -> tuple[str, ...]:
    return tuple(level.capitalize() for level in sorted(VOCABULARY.levels, key=VOCABULARY.levels.__getitem__))


def _ordered(values: pd.Series[Any], known: tuple[str, ...]) -> pd.Series[Any]:
    """Ladder order: the levels of the professional ladder, then the others as they are met in reading order."""
    met = list(dict.fromkeys(values.dropna()))
    first = [value for value in known if value in met]
    order = [*first, *(value for value in met if value not in known)]
    return pd.Series(pd.Categorical(values, categories=order, ordered=True), index=values.index, name=values.name)
