"""HTML to a flat run of tags and texts, as browsers part them, in one pass over the letters.

The parser of Python's library is not used: in Python 3.11.7 it takes the square of the time for comments that never
end, and raises on "<![<". A tag that never ends is read as if it ended at the next ">", and of a comment or script
that never ends only the mark that begins it is left out, so that nothing behind is lost.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_SPACE = "\t\n\f\r "
_MARKUP = re.compile(
    rf"<(?:(?P<slash>/?)(?P<name>[A-Za-z][^{_SPACE}/>]*+)(?P<attributes>[^>\"']*+)(?P<end>>)?|(?P<comment>!--)|[!?/])",
)
_ATTRIBUTE = re.compile(
    rf"[{_SPACE}/]*+([^{_SPACE}/>][^{_SPACE}/>=]*+)"
    rf"(?:[{_SPACE}]*+=[{_SPACE}]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^{_SPACE}>]*+)))?+",
)
_BEFORE_END = re.compile(rf"[{_SPACE}/]*+")
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+)|[A-Za-z][A-Za-z0-9]*);?")
_SHOWN_AS_THEY_STAND = ("textarea", "xmp")
_UNREAD = ("script", "style", "title", "iframe", "noembed", "noframes")
_RAW = {name: re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE) for name in (*_SHOWN_AS_THEY_STAND, *_UNREAD)}
_MOST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag or a text.

    Attributes:
        kind: "start", "end" or "text".
        name: of the tag, in lower case; "" for a text.
        text: what a text says, or the attributes of a tag as they stand.
        position: where it begins in the document.
    """

    kind: str
    name: str
    text: str
    position: int


@dataclass(slots=True)
class Markup:
    """A document while it is read.

    Attributes:
        text: all of it.
        unclosed: where the first thing begins that never ends, None so far.
        endless: the names of what was found to end nowhere in the rest: elements, "comment", "tag".
    """

    text: str
    unclosed: int | None = None
    endless: set[str] = field(default_factory=set)

    def say_unclosed(self, what: str, position: int) -> None:
        """Remember what does not end, so that no other search for its end is made."""
        self.endless.add(what)
        if self.unclosed is None:
            self.unclosed = position


def marks(markup: Markup) -> Iterator[Mark]:
    """The tags and texts of a document in their order."""
    text, at = markup.text, 0
    while at < len(text):
        found = _MARKUP.search(text, at)
        begun = found.start() if found else len(text)
        if begun > at:
            yield Mark("text", "", unescaped(text[at:begun]), at)
        if found is None:
            return
        end = found.end() if found["end"] else _end(markup, found)
        if end < 0:
            yield Mark("text", "", unescaped(text[begun:]), begun)
            return
        at = end
        if found["name"]:
            name = found["name"].lower()
            yield Mark("end" if found["slash"] else "start", name, text[found.end("name") : end - 1], begun)
            if name in _RAW and not found["slash"]:
                at = _raw_end(markup, name, end)
                if name in _SHOWN_AS_THEY_STAND and at > end:
                    yield Mark("text", "", text[end:at], end)


def _end(markup: Markup, found: re.Match[str]) -> int:
    """Where a comment or a tag ends that is not plain; -1 where no ">" follows."""
    if found["comment"]:
        return _comment_end(markup, found)
    if found["name"] and "tag" not in markup.endless:
        end = _tag_end(markup, found.end("name"))
        if end >= 0:
            return end
        markup.say_unclosed("tag", found.start())
    return markup.text.find(">", found.start()) + 1 or -1


def _comment_end(markup: Markup, found: re.Match[str]) -> int:
    if "comment" not in markup.endless:
        # "<!-->" is a whole comment.
        closed = _COMMENT_END.search(markup.text, found.end() - 2)
        if closed:
            return closed.end()
        markup.say_unclosed("comment", found.start())
    return found.end()


def _tag_end(markup: Markup, start: int) -> int:
    """Behind the ">" of a tag whose attributes may be quoted; -1 where the document ends first.

    A mark that opens a value and is never closed fails once, since no other can follow it.
    """
    text, at = markup.text, start
    while attribute := _ATTRIBUTE.match(text, at):
        at = attribute.end()
        if (attribute[4] or "").startswith(('"', "'")):
            markup.say_unclosed("quotation", attribute.start(4))
    before = _BEFORE_END.match(text, at)
    at = before.end() if before else at
    return at + 1 if text.startswith(">", at) else -1


def _raw_end(markup: Markup, name: str, start: int) -> int:
    """Where the end tag of an element stands whose contents are no markup; its start where there is none."""
    closed = _RAW[name].search(markup.text, start) if name not in markup.endless else None
    if closed is None:
        markup.say_unclosed(name, start)
        return start
    return closed.start()


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case; of two alike the first counts."""
    found: dict[str, str] = {}
    for name, double, single, plain in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescaped(double or single or plain))
    return found


def unescaped(text: str) -> str:
    """A text with its character references replaced; one that names no character is shown as U+FFFD."""
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(reference: re.Match[str]) -> str:
    said = reference[0]
    if said[1] != "#":
        return html.unescape(said)
    digits = said[2:].rstrip(";").lstrip("xX").lstrip("0") or "0"
    if len(digits) > _MOST_DIGITS:
        return "\ufffd"
    number = int(digits, 16) if said[2] in "xX" else int(digits)
    # The library leaves out control characters, and what was left out could not be told.
    return html.unescape(said) or chr(number)
