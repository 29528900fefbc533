"""Styles and scripts as text. A script is a few small modules, joined without a build tool.

A module of `js/` is an ES module of a plain kind, so that any tool reads it: `import { a, b } from "./other.js";` on
one line, and `export function` / `export const` before what it gives away. Joined, each is a function called once.
"""

from __future__ import annotations

import re
from importlib.resources import files

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)


def style(*names: str) -> str:
    """The named styles of `css/`, one after the other."""
    return "".join(_text("css", f"{name}.css") for name in names)


def script(name: str) -> str:
    """The module of `js/` and all that it imports, each once and before those that need it."""
    joined: dict[str, str] = {}
    _join(name, joined)
    return '"use strict";\n' + "".join(joined.values())


def ascii_script(text: str) -> str:
    """The same script in ASCII: every other character, which may stand in texts and patterns only, as an escape.

    A page served with a wrong encoding would otherwise change the script, and with it the hash that allows it to run.
    """
    return re.sub(r"[^\x00-\x7f]", _escaped, text)


def _escaped(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[place]:02x}{units[place + 1]:02x}" for place in range(0, len(units), 2))


def _join(name: str, joined: dict[str, str]) -> None:
    text = _text("js", f"{name}.js")
    for _, needed in _IMPORT.findall(text):
        if needed not in joined:
            _join(needed, joined)
    exports = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(r"const { \1 } = module_\2;", text))
    joined[name] = f"const module_{name} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"


def _text(folder: str, name: str) -> str:
    return files(__package__).joinpath(folder, name).read_text(encoding="utf-8")
