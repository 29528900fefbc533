"""Templates filled with values. Every value is text: escaped by the engine, and what cannot be seen is made visible."""

from __future__ import annotations

import re
from collections.abc import Callable

import jinja2
from markupsafe import Markup

# Marks that change the direction of what follows or take no room, controls, and characters that are none: on a page
# nobody could see them, and some make it malformed. The joiners U+200C and U+200D are left: some scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def shown(text: str) -> str:
    """The text with every character that could not be seen written as its number: "[U+202E]"."""
    return _UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)


def render(template: str, **values: object) -> str:
    """The named template of `templates/`, filled, in ASCII: it reads the same under any encoding a server names."""
    page = _environment(_finished).get_template(template).render(values)
    return page.encode("ascii", errors="xmlcharrefreplace").decode("ascii")


def render_text(template: str, *, escape: Callable[[str], str], **values: object) -> str:
    """The named template of `templates/` that is no HTML, filled; each value in it goes through `escape`."""

    def finished(value: object) -> Markup:
        # What is markup already comes from a macro of the template. The engine leaves it alone.
        return value if isinstance(value, Markup) else Markup(escape(shown(str(value))))  # noqa: S704

    return _environment(finished).get_template(template).render(values)


def _environment(finalize: Callable[[object], object]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(__package__),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # Data keeps the order it was made in, without blanks: a page of thousands of roles is a fifth smaller.
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return environment


def _finished(value: object) -> object:
    # Scripts, styles and data are markup and hold no such character: they are ASCII and escaped.
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
