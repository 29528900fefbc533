"""The texts of all roles in one file of the cache, each to be read by itself: a question loads those that it shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from careerpaths import cache
from careerpaths.model import Catalogue, Entry, Source
from careerpaths.stated import TextsOf, texts_of

Places = dict[str, list[int]]
"""For each role where its texts stand in the file: the first byte and how many."""
_STAMP = 20
"""Digits that a file begins with: the state that it belongs to."""


def keep_texts(key: str, stamp: int, catalogue: Catalogue) -> Places:
    """Keep the texts of all roles under a key; returns where each stands.

    Args:
        key: of the cache.
        stamp: tells this state from another under the same key.
        catalogue: has the texts.
    """
    stated = texts_of(catalogue)
    parts, places, end = [f"{stamp:0{_STAMP}d}".encode()], {}, _STAMP
    for role in catalogue.roles:
        part = json.dumps([_as_data(entry) for entry in stated(role.id)], ensure_ascii=False).encode(
            errors="surrogatepass"
        )
        places[role.id] = [end, len(part)]
        parts.append(part)
        end += len(part)
    cache.keep(key, b"".join(parts))
    return places


def kept_texts(key: str, stamp: int, places: Mapping[str, list[int]], otherwise: Callable[[], Catalogue]) -> TextsOf:
    """What gives the texts of a role out of the file; where that has gone or changed, the catalogue is loaded once.

    Args:
        key: of the cache.
        stamp: as it was kept.
        places: from `keep_texts`.
        otherwise: loads the catalogue.
    """
    loaded: list[TextsOf] = []

    def stated(role_id: str) -> tuple[Entry, ...]:
        part = None if loaded or role_id not in places else cache.kept_part(key, _STAMP, *places[role_id])
        if part is not None and part[0] == f"{stamp:0{_STAMP}d}".encode():
            return tuple(_as_entry(data) for data in json.loads(part[1].decode(errors="surrogatepass")))
        if not loaded:
            loaded.append(texts_of(otherwise()))
        return loaded[0](role_id)

    return stated


def _as_data(entry: Entry) -> list[Any]:
    source = entry.source
    cell = None if source.text == entry.text else source.text
    place = [source.document, source.row, source.column, cell, source.line, source.page, source.sheet]
    return [entry.kind, entry.label, entry.text, entry.code, place]


def _as_entry(data: list[Any]) -> Entry:
    kind, label, text, code, (document, row, column, cell, line, page, sheet) = data
    whole = text if cell is None else cell
    source = Source(document=document, row=row, column=column, text=whole, line=line, page=page, sheet=sheet)
    return Entry(kind=kind, label=label, text=text, source=source, places=(), code=code)
