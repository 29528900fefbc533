"""The configuration file `careerpaths.toml`: what the documents do not say about themselves."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from careerpaths.errors import BadConfiguration

FILE_NAME = "careerpaths.toml"


class Configuration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a configuration file may say.

    Attributes:
        organisation: whose standards these are.
        edition: the date or name of the set; no clock is read.
        contact: whom to ask, as a phrase ("the HR service desk").
        tops: titles, codes or ids of roles that are meant to lead nowhere.
    """

    organisation: str | None = None
    edition: str | None = None
    contact: str | None = None
    tops: tuple[str, ...] = ()


_KEYS = f"the keys are {', '.join(Configuration.__struct_fields__)}"


def read_configuration(path: Path) -> Configuration:
    """The configuration in a TOML file. Raises BadConfiguration with the key or line that is wrong."""
    try:
        raw = _dates_as_text(tomllib.loads(path.read_bytes().decode("utf-8-sig")))
        return msgspec.convert(raw, Configuration)
    except OSError as error:
        message = f"{path}: could not be read ({error.strerror})"
        raise BadConfiguration(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: this is no TOML: {error}; {_KEYS}"
        raise BadConfiguration(message) from error
    except msgspec.ValidationError as error:
        message = f"{path}: {_in_words(str(error), raw)}"
        raise BadConfiguration(message) from error


def _in_words(error: str, raw: dict[str, Any]) -> str:
    """What is wrong with which key, for somebody who wrote the file by hand."""
    known = Configuration.__struct_fields__
    unknown = sorted(set(raw) - set(known))
    if unknown:
        return f'there is no key "{unknown[0]}"; {_KEYS}'
    key = next((key for key in known if f"$.{key}" in error), "a key")
    expected = 'a list of texts, such as ["Director"]' if key == "tops" else 'a text in quotes, such as "2026"'
    return f"{key}: expected {expected}; {_KEYS}"


def _dates_as_text(raw: dict[str, Any]) -> dict[str, Any]:
    """An edition may be written as a TOML date."""
    return {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in raw.items()}
