"""Templates, styles and scripts shared by everything that is HTML."""

from __future__ import annotations

from careerpaths.pages.assets import ascii_script, script, style
from careerpaths.pages.policy import content_hash, policy
from careerpaths.pages.rendering import render, render_text, shown

__all__ = ("ascii_script", "content_hash", "policy", "render", "render_text", "script", "shown", "style")
