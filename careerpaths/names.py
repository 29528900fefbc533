"""Names that are safe everywhere: in a URL, as a file, on every system."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST_NAME = 80
HASH_LENGTH = 8
# Names that Windows keeps for devices, whatever their extension.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


def safe_name(text: str, *, extra: str = "") -> str:
    """A readable name of `[a-z0-9-]`, at most 80 characters, no reserved Windows name.

    Args:
        text: what the name should say; a text without Latin letters or digits gives a name made of its hash.
        extra: kept whole at the end ("8798").
    """
    body, tail = _slug(text), _slug(extra)
    if not body:
        body = f"role-{short_hash(text)}"
    name = f"{body}-{tail}" if tail else body
    if name in _RESERVED:
        name = f"role-{name}"
    if len(name) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME - HASH_LENGTH - 1].rstrip('-')}-{short_hash(text, extra)}"
    return name


def short_hash(*parts: str) -> str:
    """Eight hexadecimal digits that depend on the parts alone."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", errors="replace")).hexdigest()[:HASH_LENGTH]


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", errors="ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
