"""Make up an organisation: job standards in all formats, together with what a reader must find in them.

Run `python benchmarks/organisations.py --functions 40 --seed 7 --formats text,csv,html,xlsx,docx,pdf FOLDER`. The same
seed and options give the same bytes. What the standards say is drawn from the seed and the options; how they are cut
into pages from the seed, the layout and `layout_seed`. Tab-separated text alone needs the standard library alone; and
there is nothing here of the program that reads the result: this is the other hand.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from organisation_formats import FORMATS, TEXT, formatted, in_formats
from organisation_ladders import Ladder, Options, Post, made_up_ladders, spell, title_key
from organisation_pages import Layout, Place, Sheet, lay_out
from organisation_truth import Cell, Standard, Truth, known_truth
from organisation_words import DEGREES, FILE_NAMES, OUTSIDE, PLACEHOLDERS, REMARKS, ROMAN, STRANGERS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

SEPARATORS = ("; ", ", ", " | ", " / ", " or ", " and ")
DELICATE = ("shared", "two codes", "two covers")
"""Kinds of ladder whose titles stand alone in a cell, since more than the cell decides what they mean."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Documents by relative POSIX path, how many standards are in each, and what must be found in them."""

    documents: dict[str, bytes]
    standards: Counter[str]
    truth: Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class _World:
    """What path cells are drawn from."""

    random: Random
    options: Options
    ladders: tuple[Ladder, ...]
    defined: frozenset[str]
    delicate: frozenset[str]
    mates: dict[str, tuple[Ladder, ...]]
    """The ladders of each function."""
    open_posts: tuple[Post, ...]
    """Posts that any function may name."""


def _world(random: Random, options: Options, ladders: tuple[Ladder, ...]) -> _World:
    mates: dict[str, tuple[Ladder, ...]] = {}
    for ladder in ladders:
        mates[ladder.function] = (*mates.get(ladder.function, ()), ladder)
    return _World(
        random=random,
        options=options,
        ladders=ladders,
        defined=frozenset(title_key(post.words) for ladder in ladders if ladder.loaded for post in ladder.posts),
        delicate=frozenset(
            title_key(post.words) for ladder in ladders if ladder.kind in DELICATE for post in ladder.posts
        ),
        mates=mates,
        open_posts=tuple(post for ladder in ladders for post in ladder.posts),
    )


def _rank(post: Post) -> int:
    """The number of the level, for the step to the next."""
    return (
        ("Entry", "Intermediate", "Experienced", "Advanced", "Expert").index(post.level)
        if " " not in post.level
        else int(post.level.split(" ")[1])
    )


def _targets(world: _World, ladder: Ladder, post: Post) -> list[Words]:
    """The titles that a role names: next rungs, other tracks, other functions, now and then the rung below."""
    random, options = world.random, world.options
    rungs = sorted(ladder.posts, key=_rank)
    at = rungs.index(post)
    found = [rung.words for rung in rungs[at + 1 : at + 1 + random.choice((0, 1, 1, 1, 1, 2))]]
    others = [mate for mate in world.mates[ladder.function] if mate.category != ladder.category]
    if others and at >= len(rungs) - 2:
        found.extend(random.choice(mate.posts[:2]).words for mate in others if random.random() < 0.6)
    chances = ((options.cross, random.choice(world.open_posts).words), (options.outside, random.choice(OUTSIDE)))
    found.extend(words for chance, words in chances if random.random() < chance)
    if at and random.random() < options.step_back:
        found.append(rungs[at - 1].words)
    found = [words for words in dict.fromkeys(found) if words != post.words]
    if random.random() < options.self_naming:
        found.append(post.words)
    if found and random.random() < options.repeated_move:
        found.append(random.choice(found))
    return found


def _spelling(world: _World, words: Words, *, alone: bool = False) -> str:
    """A title as a path cell spells it; beside other titles its punctuation stays, lest it be taken for a separator."""
    random = world.random
    if random.random() >= world.options.drift:
        return spell(words, random, shorten=random.choice((0.0, 1.0)))
    text = spell(words, random, shorten=0.5)
    drifts: tuple[Callable[[str], str], ...] = (str, str, str.upper, str.lower, _dotted, _decomposed)
    drift = random.choice((*drifts, _repunctuated) if alone else drifts)
    # Whether small letters are a roman number is open where no document defines the title.
    doubtful = drift is str.lower and words[-1] in ROMAN and title_key(words) not in world.defined
    return text if doubtful else drift(text)


def _repunctuated(text: str) -> str:
    """Another way with hyphens and slashes, as in "Post Award" and "Business / Tech"."""
    return text.replace("-", " ").replace("/", " / ")


def _decomposed(text: str) -> str:
    """Accents as marks of their own."""
    return unicodedata.normalize("NFD", text)


def _dotted(text: str) -> str:
    """Full stops behind abbreviations, as in "Imaging Supv. 2"."""
    return " ".join(
        f"{word}." if word in {"Anl", "Engr", "Mgr", "Spec", "Supv", "Clin", "Svc"} else word
        for word in text.split(" ")
    )


def _is_number(word: str) -> bool:
    """Digits or roman."""
    return word in ROMAN or any(char.isdigit() for char in word)


def _plain(words: Words) -> bool:
    """A title that ends with its only number and has no separator inside: it needs no other cell to be known."""
    parts = " ".join(words).split(" ")
    numbers = [word for word in parts if _is_number(word)]
    return numbers == parts[-1:] and not {"and", "or"} & set(parts) and not any("," in word for word in parts)


def _separators(world: _World, titles: Sequence[Words]) -> list[str]:
    """Separators that can be meant in only one way between these titles."""
    if not all(_plain(words) or title_key(words) in world.defined for words in titles):
        return []
    return list(SEPARATORS) if all(_plain(words) for words in titles) else ["; ", " | "]


def _may_run_together(world: _World, titles: Sequence[Words]) -> bool:
    """Without a separator: each title known, or plain and beginning with the same word as the others."""
    if all(title_key(words) in world.defined for words in titles):
        return True
    return all(map(_plain, titles)) and len({words[0] for words in titles}) == 1


def _joined(world: _World, titles: Sequence[Words]) -> Cell | None:
    """One cell of several titles, or None where the design leaves its meaning open."""
    random = world.random
    if any(title_key(words) in world.delicate for words in titles) or len(set(titles)) < len(titles):
        return None
    glue = _separators(world, titles)
    if _may_run_together(world, titles) and (not glue or random.random() < world.options.run_together):
        glue = [" "]
    if not glue:
        return None
    spelled = [(words, _spelling(world, words)) for words in titles]
    between = random.choice(glue)
    last = random.choice((between, " or ", " and ")) if between == ", " else between
    *before, end = [text for _, text in spelled]
    return Cell(text=f"{between.join(before)}{last}{end}", titles=tuple(spelled))


def _titles_to_cells(world: _World, titles: list[Words]) -> Iterator[Cell]:
    """Titles packed into cells, mostly one in each."""
    random = world.random
    while titles:
        count = random.choice((2, 2, 3)) if random.random() < world.options.joined_cell else 1
        cell = _joined(world, titles[:count]) if 1 < count <= len(titles) else None
        if cell is None:
            count, text = 1, _spelling(world, titles[0], alone=True)
            cell = Cell(text=text, titles=((titles[0], text),))
        titles = titles[count:]
        yield cell


def _uncut(world: _World, ladder: Ladder) -> Cell:
    """A cell that the design calls a problem: a number or a known title inside, and no single shortest cut."""
    random = world.random
    known = random.choice([post for post in ladder.posts if post.words])
    title = _spelling(world, known.words)
    strangers = random.sample(STRANGERS, len(STRANGERS))
    strangers = strangers[:1] + [other for other in strangers if other.split(" ")[0] != strangers[0].split(" ")[0]]
    texts = [
        f"{title} {strangers[0]} {random.randint(1, 3)}",
        f"{title}{random.choice(REMARKS)}",
        f"{title} / {strangers[0]}",
        f"Zone {random.randint(2, 9)} {strangers[0]} {random.randint(1, 5)}",
        f"{strangers[0]} 1 {strangers[1]} 2",
    ]
    covers = ["Registrar Associate Bursar"] * 3 if world.options.two_covers else []
    return Cell(text=random.choice(texts + covers), cut=False)


def _column(world: _World, ladder: Ladder, post: Post) -> list[Cell]:
    """The path cells of one role."""
    random = world.random
    cells = list(_titles_to_cells(world, _targets(world, ladder, post)))
    if random.random() < world.options.uncut and ladder.kind in {"regular", "alias"}:
        cells.append(_uncut(world, ladder))
    if random.random() < world.options.placeholder:
        cells.append(Cell(text=random.choice(PLACEHOLDERS)))
    random.shuffle(cells)
    return cells


def _path_rows(world: _World, ladder: Ladder) -> tuple[tuple[str, tuple[Cell | None, ...]], ...]:
    """Career Path rows, with blank ones among them."""
    random = world.random
    columns = [_column(world, ladder, post) for post in ladder.posts]
    count = max(map(len, columns)) + random.randint(1, 3)
    spread = [_spread(cells, count, random) for cells in columns]
    return tuple((f"Career Path {number + 1}", tuple(column[number] for column in spread)) for number in range(count))


def _spread(cells: list[Cell], count: int, random: Random) -> list[Cell | None]:
    """Cells from the top, now and then with holes between."""
    places = sorted(random.sample(range(count), len(cells))) if random.random() < 0.2 else range(len(cells))
    filled = dict(zip(places, cells, strict=True))
    return [filled.get(number) for number in range(count)]


def _texts(seed: int, ladder: Ladder, post: Post) -> tuple[tuple[str, str], ...]:
    """The stated texts of one role: the same wherever the same role is defined."""
    random = Random(f"{seed} {ladder.function} {title_key(post.words)} {post.code}")
    labels = [
        "Generic Scope",
        "Custom Scope",
        "Key Resp 01",
        "Key Resp 02",
        "Key Resp 03",
        "KSA 01",
        "KSA 02",
        "KSA 03",
    ]
    rows = [
        (label, f"{random.choice(TEXTS)} {random.randint(1, 99)}. {random.choice(TEXTS)}.")
        for label in labels
        if random.random() < 0.9
    ]
    rows.append(("Education 1", random.choice(DEGREES)))
    rows.extend(
        (label, text)
        for label, text in (("Cert 1", "A well-known certificate."), ("Spec Cond 1", "Must pass a background check."))
        if random.random() < 0.4
    )
    return (*rows, ("Environment", "Health care (hospital, clinical or similar)."))


BODY_LABELS = (
    *("Generic Scope", "Custom Scope", "Key Resp 01", "Key Resp 02", "Key Resp 03", "Key Resp 04", "Key Resp 05"),
    *("Education 1", "Education 2", "License 1", "Cert 1", "Cert 2", "Spec Cond 1", "Spec Cond 2"),
    *("KSA 01", "KSA 02", "KSA 03", "KSA 04", "Environment"),
)


def _sheet(standard: Standard) -> Sheet:
    """A standard as rows."""
    ladder, posts = standard.ladder, standard.ladder.posts
    summary = f"Involves the {ladder.function} work of all parts - in short- and long-term plans - and its follow-up."
    texts = [dict(rows) for rows in standard.texts]
    body = [
        ("Job Title", *(post.title for post in posts)),
        ("Job Code", *(post.code or "" for post in posts)),
        ("Tracking Code", *(f"T{post.code}" if post.code else "" for post in posts)),
        ("Per. Program", *(post.program for post in posts)),
        ("FLSA", *(post.flsa for post in posts)),
        *((label, *(rows.get(label, "") for rows in texts)) for label in BODY_LABELS),
        *((label, *(cell.text if cell else "" for cell in cells)) for label, cells in standard.path_rows),
    ]
    header = (
        ("Job Family", ladder.family, "Job Summary", summary),
        ("Job Function", ladder.function),
        ("Category", ladder.category),
    )
    return Sheet(header=header, levels=tuple(post.level for post in posts), body=tuple(body))


def _documents(
    random: Random, options: Options, ladders: Iterable[Ladder]
) -> Iterator[tuple[str, bool, tuple[Ladder, ...]]]:
    """Paths, whether the document has Career Path rows, and its ladders; one role never twice in a document."""
    waiting = list(ladders)
    number = 0
    while waiting:
        count = random.randint(2, 5) if random.random() < options.many_in_document else 1
        alone = {"alias", *DELICATE}
        taken = waiting[:1] + [ladder for ladder in waiting[1:count] if not {ladder.kind, waiting[0].kind} & alone]
        waiting = [ladder for ladder in waiting if not any(ladder is other for other in taken)]
        number += 1
        pattern = random.choice(FILE_NAMES) if random.random() < options.odd_names else "{}.txt"
        stem = f"{taken[0].function} {taken[0].category.split(' ')[0]} {number}".lower()
        yield pattern.format(stem.replace(" ", random.choice(" -_"))), random.random() >= options.no_paths, tuple(taken)


def _standards(seed: int, functions: int, options: Options) -> tuple[Standard, ...]:
    """All standards in order of their documents' paths."""
    random = Random(f"content {seed}")
    ladders = made_up_ladders(random, functions, options)
    world = _world(random, options, ladders)
    documents = sorted(_documents(random, options, [ladder for ladder in ladders if ladder.loaded]))
    standards = (
        Standard(
            document=document,
            ladder=ladder,
            path_rows=_path_rows(world, ladder) if paths else (),
            texts=tuple(_texts(seed, ladder, post) for post in ladder.posts),
        )
        for document, paths, together in documents
        for ladder in together
    )
    return _with_known_elsewhere(world, tuple(standards))


def _with_known_elsewhere(world: _World, standards: tuple[Standard, ...]) -> tuple[Standard, ...]:
    """The same, but some cells of one defined title hold one more, known only because another cell is that title."""
    cells = [
        cell
        for standard in standards
        for _, row in standard.path_rows
        for cell in row
        if cell and len(cell.titles) == 1
    ]
    alone = sorted({cell.titles[0][0] for cell in cells} - {post.words for post in world.open_posts})
    return tuple(
        replace(
            standard,
            path_rows=tuple(
                (label, tuple(_widened(world, cell, alone) for cell in row)) for label, row in standard.path_rows
            ),
        )
        for standard in standards
    )


def _widened(world: _World, cell: Cell | None, alone: Sequence[Words]) -> Cell | None:
    """A cell of one defined title with another title behind it, now and then."""
    random = world.random
    if not (cell and len(cell.titles) == 1 and alone) or random.random() >= world.options.known_elsewhere:
        return cell
    first = cell.titles[0][0]
    key = title_key(first)
    # Without a number in it, the whole cell might read as one title that ends with its only number.
    if not _is_number(first[-1]) or key not in world.defined or key in world.delicate:
        return cell
    words = random.choice(alone)
    text = _spelling(world, words)
    return Cell(text=f"{cell.text}{random.choice((' ', ' ', '; ', ' | '))}{text}", titles=(*cell.titles, (words, text)))


def _require_no_title_inside(truth: Truth) -> None:
    """A title only named must not hold a known title: the design would not say what it means."""
    known = {title for role in truth.roles for title in [role.key.rpartition(" [")[0]]} | {
        title.key for title in truth.undefined
    }
    for title in truth.undefined:
        words = title.key.split(" ")
        inner = [
            " ".join(words[low:high])
            for low in range(len(words))
            for high in range(low + 1, len(words) + 1)
            if high - low < len(words)
        ]
        if any(part in known for part in inner):
            message = f"{title.key!r} holds another title"
            raise AssertionError(message)


def generate(
    seed: int, functions: int = 12, *, layout_seed: int = 0, formats: Sequence[str] = (TEXT,), **options: Any
) -> Organisation:
    """Make up an organisation of `functions` regular functions, and special ones beside them.

    Which of the `formats` each document has is drawn from the seed. `options` are fields of `Options`, or of `Layout`
    for the way it is written down.
    """
    layout_names = {field.name for field in fields(Layout)}
    layout = Layout(**{name: value for name, value in options.items() if name in layout_names})
    chosen = Options(layout=layout, **{name: value for name, value in options.items() if name not in layout_names})
    standards, kinds = in_formats(_standards(seed, functions, chosen), formats, Random(f"formats {seed}"))
    documents, places = _written(standards, kinds, Random(f"layout {seed} {layout_seed}"), layout)
    truth = known_truth(standards, places)
    _require_no_title_inside(truth)
    counts = Counter(standard.document for standard in standards)
    return Organisation(documents=documents, standards=counts, truth=truth)


def _written(
    standards: Sequence[Standard], kinds: Mapping[str, str], random: Random, layout: Layout
) -> tuple[dict[str, bytes], dict[int, dict[str, Place]]]:
    """The bytes of each document, and the places of each standard's rows."""
    documents, places = {}, {}
    for document, group in groupby(enumerate(standards), key=lambda numbered: numbered[1].document):
        numbered = list(group)
        sheets = [_sheet(standard) for _, standard in numbered]
        write_down = lay_out if kinds[document] == TEXT else partial(formatted, kinds[document])
        documents[document], found = write_down(sheets, random, layout)
        for (number, _), sheet, spots in zip(numbered, sheets, found, strict=True):
            places[number] = {row[0]: spot for row, spot in zip(sheet.body, spots, strict=True)}
    return documents, places


def write(organisation: Organisation, folder: str | Path) -> None:
    """Write the documents below a folder."""
    for name, content in organisation.documents.items():
        path = Path(folder, *name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write an organisation and print what is in it."""
    parser = argparse.ArgumentParser(description="Make up an organisation's job standards in any formats.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--functions", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--layout-seed", type=int, default=0)
    parser.add_argument("--formats", default=TEXT, metavar="FORMAT,...", help=f"some of {', '.join(FORMATS)}")
    parser.add_argument(
        "--set", action="append", default=[], metavar="OPTION=NUMBER", help="an option of the content or the layout"
    )
    chosen = parser.parse_args(arguments)
    options = {name: float(value) for name, _, value in (pair.partition("=") for pair in chosen.set)}
    formats = chosen.formats.split(",")
    if unknown := set(formats) - {*FORMATS}:
        parser.error(f"unknown formats: {', '.join(sorted(unknown))}; known: {', '.join(FORMATS)}")
    organisation = generate(chosen.seed, chosen.functions, layout_seed=chosen.layout_seed, formats=formats, **options)
    write(organisation, chosen.folder)
    truth = organisation.truth
    counts = Counter(
        documents=len(organisation.documents),
        standards=organisation.standards.total(),
        roles=len(truth.roles),
        moves=len(truth.moves),
        undefined=len(truth.undefined),
    )
    print(*(f"{count} {name}" for name, count in counts.items()), f"{len(truth.problems)} problems", sep=", ")


if __name__ == "__main__":
    main()
