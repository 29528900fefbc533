"""The texts of all roles in one file of the cache, each to be read by itself: a question loads those that it shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from careerpaths import cache
from careerpaths.model import Catalogue, Entry, Source
from careerpaths.stated import TextsOf, texts_of

Places = dict[str, list[int]]
"""For each role where its texts stand in the file: the first byte, how many, and their checksum."""


def keep_texts(key: str, catalogue: Catalogue) -> Places:
    """Keep the texts of all roles under a key; returns where each stands.

    Args:
        key: of the cache.
        catalogue: has the texts.
    """
    stated = texts_of(catalogue)
    parts: list[bytes] = []
    places: Places = {}
    end = 1
    for role in catalogue.roles:
        part = json.dumps([_as_data(entry) for entry in stated(role.id)], ensure_ascii=False).encode(
            errors="surrogatepass"
        )
        places[role.id] = [end, len(part), cache.checksum_of(part)]
        parts.append(part)
        end += len(part) + 1
    cache.keep(key, b"[%b]" % b",".join(parts))
    return places


def kept_texts(key: str, places: Mapping[str, list[int]], otherwise: Callable[[], Catalogue]) -> TextsOf:
    """What gives the texts of a role out of the file; where that has gone or changed, the catalogue is loaded once.

    Args:
        key: of the cache.
        places: from `keep_texts`.
        otherwise: loads the catalogue.
    """
    loaded: list[TextsOf] = []

    def stated(role_id: str) -> tuple[Entry, ...]:
        part = None if loaded or role_id not in places else cache.kept_part(key, *places[role_id])
        if part is not None:
            return tuple(_as_entry(data) for data in json.loads(part.decode(errors="surrogatepass")))
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
