"""The content security policy of a page that carries its scripts and styles: those, known by hash, and no network."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def content_hash(text: str) -> str:
    """The source expression that allows exactly this inline script or style."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def policy(*, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The policy that lets these texts run and nothing else; the same for every organisation."""
    parts = {
        "default-src": "'none'",
        "script-src": " ".join(map(content_hash, scripts)) or "'none'",
        "style-src": " ".join(map(content_hash, styles)) or "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())
