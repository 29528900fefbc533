"""Make up the ladders of an organisation: which roles there are, what they are called, which standards are missing.

Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING

from organisation_pages import Layout
from organisation_words import (
    ABBREVIATIONS,
    FAMILIES,
    FIRST,
    LEVELS,
    MANAGERIAL,
    OPERATIONAL,
    PROFESSIONAL,
    ROLE_WORDS,
    ROMAN,
    SECOND,
    SUPERVISORY,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What an organisation holds; a number from 0 to 1 is how often, a flag whether at all."""

    missing: float = 0.12
    """A regular ladder has no document: its roles are only named."""
    shorten: float = 0.5
    """A word of a title cell is abbreviated."""
    drift: float = 0.3
    """A path cell spells a title otherwise: abbreviations, case, full stops behind abbreviations."""
    joined_cell: float = 0.35
    """A cell holds two or three titles."""
    run_together: float = 0.5
    """A cell of several titles has no separator."""
    known_elsewhere: float = 0.05
    """A cell also holds a title without a document that stands alone in another cell, and is known from there."""
    placeholder: float = 0.06
    """An otherwise blank first cell holds N/A, TBD, None or a dash."""
    uncut: float = 0.03
    """A role has a path cell that cannot be cut: a problem, and no move."""
    outside: float = 0.06
    """A role names a title of no known function, mostly one without a number."""
    cross: float = 0.35
    """A role names a role of another function."""
    step_back: float = 0.08
    """A role names the one below it, so that moves go round."""
    repeated_move: float = 0.05
    """A role names a title twice."""
    roman: float = 0.08
    """A regular ladder numbers its titles in roman."""
    no_code: float = 0.05
    """A ladder has blank Job Code cells."""
    no_paths: float = 0.06
    """A document's standards have no Career Path rows."""
    reversed_levels: float = 0.05
    """A standard's columns run from the highest level to the lowest."""
    many_in_document: float = 0.5
    """A document holds several standards."""
    odd_names: float = 0.5
    """A document has an awkward name or stands in nested folders."""
    awkward: bool = True
    """Functions whose titles have a number inside, a suffix, a slash, commas, and / or, roman numerals, no number."""
    shared_titles: bool = True
    """Two functions use the same titles under other codes; each names its own, and a third names either (a problem)."""
    two_codes: bool = True
    """One function has the same titles under two codes: naming them is a problem."""
    one_code: bool = True
    """Two functions have other titles under the same codes: they stay apart."""
    aliases: bool = True
    """A ladder is defined in two documents under two spellings: one role for each code."""
    two_covers: bool = True
    """Titles that run together in two equally short ways."""
    self_naming: float = 0.0
    """A role names itself (whether that is a move is open)."""
    layout: Layout = field(default_factory=Layout)
    """How the standards are written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One role as its standard states it. `words` are the title's words spelt out."""

    words: tuple[str, ...]
    title: str
    code: str | None
    level: str
    program: str
    flsa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """One standard's roles; `kind` names what is special about the ladder."""

    family: str
    function: str
    category: str
    posts: tuple[Post, ...]
    kind: str = "regular"
    loaded: bool = True
    paths: bool = True


def title_key(words: Sequence[str]) -> str:
    """What spellings of one title have in common.

    >>> title_key(("Clinical", "Analyst", "1"))
    'clinical analyst 1'
    """
    return " ".join(words).lower()


def spell(words: Sequence[str], random: Random, *, shorten: float) -> str:
    """A title with some of its words abbreviated."""
    return " ".join(
        random.choice(ABBREVIATIONS[word]) if word in ABBREVIATIONS and random.random() < shorten else word
        for word in words
    )


@dataclass(slots=True)
class _Maker:
    """What every ladder is drawn from: one random source, codes that never repeat."""

    random: Random
    options: Options
    codes: Iterator[str]

    def ladder(
        self,
        function: str,
        category: str,
        titles: Sequence[Sequence[str]],
        *,
        levels: Sequence[str] = (),
        kind: str = "awkward",
    ) -> Ladder:
        """A ladder of the titles given, with fresh codes."""
        random, levels = self.random, levels or LEVELS[category]
        shorten = random.choice((0.0, self.options.shorten, 1.0))
        coded = kind != "regular" or random.random() >= self.options.no_code
        offset = {OPERATIONAL: 0, PROFESSIONAL: 0, SUPERVISORY: 2, MANAGERIAL: 4}[category]
        posts = tuple(
            Post(
                words=tuple(words),
                title=spell(words, random, shorten=shorten),
                code=next(self.codes) if coded else None,
                level=level,
                program="MSP" if rank > 3 else "PSS",
                flsa="Exempt" if rank > 2 else "Non-Exempt",
            )
            for rank, (words, level) in enumerate(zip(titles, levels, strict=False), offset + 1)
        )
        family = FAMILIES[sum(map(ord, function)) % len(FAMILIES)]
        return Ladder(family=family, function=function, category=category, posts=posts, kind=kind)


def _numbered(stem: Sequence[str], role_word: str, numbers: Sequence[object]) -> list[tuple[str, ...]]:
    return [(*stem, role_word, str(number)) for number in numbers]


def _regular(maker: _Maker, first: str, second: tuple[str, ...]) -> Iterator[Ladder]:
    """The ladders of one function: professional mostly, the other categories now and then."""
    random, function = maker.random, " ".join((first, *second))
    chances = {OPERATIONAL: 0.4, PROFESSIONAL: 0.9, SUPERVISORY: 0.5, MANAGERIAL: 0.6}
    for category, chance in chances.items():
        if random.random() >= chance:
            continue
        levels = LEVELS[category]
        low = random.choice((0, 0, 0, random.randrange(len(levels))))
        high = random.choice((len(levels), len(levels), random.randint(low + 1, len(levels))))
        numbers = ROMAN[low:high] if random.random() < maker.options.roman else range(low + 1, high + 1)
        titles = _numbered((first, *second), random.choice(ROLE_WORDS[category]), numbers)
        ladder = maker.ladder(function, category, titles, levels=levels[low:high], kind="regular")
        yield replace(ladder, loaded=random.random() >= maker.options.missing)


def _awkward(maker: _Maker) -> Iterator[Ladder]:
    """Functions whose titles are hard to tell apart from several titles, or from no title."""
    numbers = range(1, 6)
    for function, category, stem, role_word in (
        ("Technology Support", PROFESSIONAL, ("Tier", "2", "Support"), "Analyst"),
        ("Technology Support", SUPERVISORY, ("Tier", "2", "Support"), "Supervisor"),
        ("Web Development", PROFESSIONAL, ("Web", "2.0"), "Developer"),
        ("Business Technical Support", SUPERVISORY, ("Business/Tech", "Support"), "Supervisor"),
        ("Business Technical Support", MANAGERIAL, ("Business/Tech", "Support"), "Manager"),
        ("Marketing and Communications", PROFESSIONAL, ("Marketing", "and", "Communications"), "Specialist"),
        ("Housing, Dining and Retail", OPERATIONAL, ("Housing,", "Dining", "and", "Retail"), "Assistant"),
        ("Oral or Facial Surgery", PROFESSIONAL, ("Oral", "or", "Facial", "Surgery"), "Coordinator"),
        ("Caf\u00e9 Kitchens", OPERATIONAL, ("Caf\u00e9", "Kitchen"), "Assistant"),
        ("Systems Integration", PROFESSIONAL, ("Systems", "Integration"), "Engineer"),
        ("Medical Systems Integration", PROFESSIONAL, ("Medical", "Systems", "Integration"), "Engineer"),
    ):
        yield maker.ladder(function, category, _numbered(stem, role_word, numbers))
    yield maker.ladder("Bench Sciences", OPERATIONAL, _numbered(("Bench", "Sciences"), "Assistant", ROMAN))
    managers = _numbered(("Applied", "Sciences"), "Manager", (1, 2, 3))
    yield maker.ladder("Applied Sciences", MANAGERIAL, [*managers, ("Applied", "Sciences", "Manager", "4", "NMD")])
    yield maker.ladder(
        "Applied Sciences", MANAGERIAL, [("Applied", "Sciences", "Manager", "4", "MD")], levels=("Manager 4",)
    )
    yield maker.ladder("Archives Leadership", MANAGERIAL, [("University", "Archivist")], levels=("Manager 2",))
    leaders = (
        ("Director", "of", "Diagnostics"),
        ("Associate", "Chancellor", "and", "Controller"),
        ("Chief", "Diagnostics", "Officer"),
    )
    yield maker.ladder("Executive Leadership", MANAGERIAL, leaders, levels=("Manager 2", "Manager 3", "Manager 4"))


def _shared(maker: _Maker) -> Iterator[Ladder]:
    for function in ("Hospital Teaching", "School Teaching"):
        yield maker.ladder(function, PROFESSIONAL, _numbered(("Nurse",), "Educator", range(1, 5)), kind="shared")


def _two_codes(maker: _Maker) -> Iterator[Ladder]:
    for _ in range(2):
        yield maker.ladder("Grounds", OPERATIONAL, _numbered(("Grounds",), "Keeper", range(1, 4)), kind="two codes")


def _one_code(maker: _Maker) -> Iterator[Ladder]:
    mail = maker.ladder("Mail", OPERATIONAL, _numbered(("Mail", "Room"), "Clerk", range(1, 4)), kind="one code")
    courier = maker.ladder("Courier", OPERATIONAL, _numbered(("Courier",), "Driver", range(1, 4)), kind="one code")
    yield mail
    yield replace(
        courier,
        posts=tuple(replace(post, code=other.code) for post, other in zip(courier.posts, mail.posts, strict=True)),
    )


def _two_covers(maker: _Maker) -> Iterator[Ladder]:
    titles = (("Registrar",), ("Registrar", "Associate"), ("Bursar",), ("Associate", "Bursar"))
    yield maker.ladder("Registry", OPERATIONAL, titles, kind="two covers")


def _alias(ladder: Ladder, random: Random) -> Ladder:
    """The same roles in another document, spelt otherwise where the titles have abbreviations."""
    posts = tuple(
        replace(post, title=spell(post.words, random, shorten=random.choice((0.0, 1.0)))) for post in ladder.posts
    )
    return replace(ladder, posts=posts, kind="alias")


def _codes(random: Random, count: int) -> Iterator[str]:
    """Codes in no order, leading zeros among them."""
    width = max(4, len(str(count)) + 1)
    return iter([f"{number:0{width}d}" for number in random.sample(range(1, 10**width), count)])


def made_up_ladders(random: Random, functions: int, options: Options) -> tuple[Ladder, ...]:
    """All ladders of an organisation, the missing ones included, in no particular order."""
    names = list(product(FIRST, SECOND))
    if functions > len(names):
        message = f"at most {len(names)} functions can be made up"
        raise ValueError(message)
    maker = _Maker(random, options, _codes(random, 20 * functions + 200))
    ladders = [ladder for first, second in random.sample(names, functions) for ladder in _regular(maker, first, second)]
    if options.aliases:
        regular = [ladder for ladder in ladders if ladder.loaded]
        ladders.extend(_alias(ladder, random) for ladder in regular[: max(1, functions // 20)])
    special = (
        (options.awkward, _awkward),
        (options.shared_titles, _shared),
        (options.two_codes, _two_codes),
        (options.one_code, _one_code),
        (options.two_covers, _two_covers),
    )
    ladders.extend(ladder for wanted, make in special if wanted for ladder in make(maker))
    ladders = [
        replace(ladder, posts=ladder.posts[::-1]) if random.random() < options.reversed_levels else ladder
        for ladder in ladders
    ]
    random.shuffle(ladders)
    return tuple(ladders)
