"""Texts as TOML has them."""

from __future__ import annotations

import re


def quoted(text: str) -> str:
    """A TOML text: control characters and quotation marks escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    shown = re.sub(r"[\ud800-\udfff]", "\ufffd", escaped)
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda mark: f"\\u{ord(mark[0]):04x}", shown) + '"'
