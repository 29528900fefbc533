"""A configuration for words that are not known yet, and the words that are known, both as TOML to edit."""

from __future__ import annotations

from careerpaths.suggestions.configuration import known_words, suggested
from careerpaths.suggestions.known import as_toml

__all__ = ["as_toml", "known_words", "suggested"]
