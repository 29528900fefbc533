"""One route as a plan: what each step asks as a checklist, what it changes, what nobody states, where all stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.change import DUTY, KNOWLEDGE, NOT_KNOWN, OTHER, REQUIREMENT, SCOPE, Change, comparison
from careerpaths.errors import BadArgument, NoRoute
from careerpaths.model import Catalogue
from careerpaths.queries.answers import SCHEMA, Record, RoleRef, Step
from careerpaths.queries.choosing import FEWEST_MOVES
from careerpaths.queries.lines import StepLines, changes_told, step_lines
from careerpaths.queries.places import Cited, Places, label_of, places
from careerpaths.queries.routing import Route, RouteAnswer, routes
from careerpaths.stated import TextsOf, texts_of
from careerpaths.statements import GONE, NEW, SAME, Piece, likeness
from careerpaths.weighing import MEASURES, says_what_it_asks
from careerpaths.wording import planned

CHECKED = (REQUIREMENT, DUTY, KNOWLEDGE)
"""The groups of a checklist, in order."""
_ABOUT = (SCOPE, OTHER)
_ALIKE = 0.5
"""The share of words in common above which a text is shown word by word: of others that could not be read."""
_COLUMNS = (
    "step",
    "from",
    "to",
    "group",
    "label",
    "mark",
    "text",
    "before",
    "document",
    "row",
    "column",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """One thing to tick: something that the role behind the step asks; or one that is asked no more."""

    group: str
    """ "requirement", "duty" or "knowledge"; what the role is about is "scope" or "other"."""
    label: str
    """The label of its row, as in the document."""
    text: str
    mark: str
    """What it means to the person, in words: "new", "rewritten", "you do this already" ..."""
    turn: str
    """The same, as in `Change.turn`."""
    before: str | None = None
    """What the role before asked in its place."""
    words: tuple[Piece, ...] = ()
    """Where most words stay, both texts as one, in pieces that were kept (=), added (+) or left out (-)."""
    sources: tuple[Mapping[str, Any], ...] = ()
    """Where the texts stand: before, then after."""

    @property
    def is_kept(self) -> bool:
        """Whether it is asked already, in the same words: nothing to tick."""
        return self.turn == SAME and self.group in CHECKED

    @property
    def stands_in(self) -> Mapping[str, Any] | None:
        """Where its text stands; None where it is not known."""
        return self.sources[-1] if self.sources else None

    @property
    def stood_in(self) -> Mapping[str, Any] | None:
        """Where the text of the role before stands; of one that is asked no more, that is its text."""
        return self.sources[0] if len(self.sources) > 1 or self.turn == GONE else None

    @property
    def replaces(self) -> str | None:
        """The text before, where it is not shown word by word."""
        return None if self.words else self.before

    @property
    def replaces_name(self) -> str:
        """What stands before that text: with the label of its row where it stood in another one."""
        label = label_of(self.stood_in) if self.stood_in else self.label
        return planned("before") if label == self.label else planned("before_in", label=label)

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape."""
        return {
            "group": self.group,
            "label": self.label,
            "text": self.text,
            "mark": self.mark,
            "turn": self.turn,
            "before": self.before,
            "words": [{"mark": mark, "text": text} for mark, text in self.words],
            "sources": [dict(source) for source in self.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNotice:
    """One of the lines of a step: what it asks or changes, as a sentence."""

    kind: str
    """ "have", "change" or "work": the line of `StepLines`."""
    text: str
    sources: tuple[Mapping[str, Any], ...] = ()
    """The cells that it is made of: those before, then those after."""

    def numbers(self, listed: Places) -> str:
        """The numbers of its places: cells that change one by one; of rows that are only counted, whose they are."""
        return listed.cells(self.sources) if self.kind == "change" else listed.wholes(self.sources)

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape."""
        return {"kind": self.kind, "text": self.text, "sources": [dict(source) for source in self.sources]}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One step of the plan."""

    number: int
    """From 1."""
    move: Step
    notices: tuple[PlanNotice, ...]
    """What must newly be had, what changes for the person, how much of the work is new."""
    about: tuple[PlanItem, ...]
    """What the role is about (scope, surroundings), where it is not the same as before."""
    items: tuple[PlanItem, ...]
    """All that the role asks, what is asked already last within its group."""
    dropped: tuple[PlanItem, ...]
    """What the role before asked and this one does not state."""
    questions: tuple[str, ...]
    """What is not stated, each with whom to ask."""

    @property
    def title(self) -> str:
        """The title of the role behind the step."""
        return self.move.end.title

    @property
    def kind(self) -> str:
        """The kind of move, in words."""
        return wording.kind_name(self.move.kind, self.move.direction)

    @property
    def facts(self) -> str:
        """Level, code and kind of move in one line."""
        return ", ".join(_rung("", self.move.end, self.kind)[2:])

    @property
    def blocks(self) -> tuple[tuple[str, tuple[PlanItem, ...]], ...]:
        """The checklist as (group, its items); groups without an item left out."""
        parted = ((group, tuple(one for one in self.items if one.group == group)) for group in CHECKED)
        return tuple((group, items) for group, items in parted if items)

    @property
    def has_list(self) -> bool:
        """Whether any text of a standard is told of it; else there are only questions."""
        return bool(self.about or self.items or self.dropped)

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape."""
        return {
            "number": self.number,
            "from": self.move.start.title,
            "to": self.title,
            "kind": self.move.kind,
            "direction": self.move.direction,
            "to_defined": self.move.end.defined,
            "notices": [one.to_dict() for one in self.notices],
            "about": [one.to_dict() for one in self.about],
            "items": [one.to_dict() for one in self.items],
            "dropped": [one.to_dict() for one in self.dropped],
            "questions": list(self.questions),
            "sources": [dict(source) for source in self.move.sources],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A route to take to a manager. Nothing in it depends on a clock."""

    organisation: str | None
    edition: str | None
    contact: str | None
    start: RoleRef
    end: RoleRef
    number: int
    """The number of the route in the answer of `routes`, from 1."""
    route: Route
    others: tuple[tuple[int, str], ...]
    """The other routes of that answer: number, and why each is worth a look."""
    steps: tuple[PlanStep, ...]
    has_texts: bool
    """Whether the texts of the standards were given: without them there are no duties and no knowledge."""

    @property
    def title(self) -> str:
        """What it is and for which two roles."""
        return planned("page_head", start=self.start.title, end=self.end.title)

    @property
    def summary(self) -> str:
        """The plan in a sentence."""
        return planned("summary", self.route.moves, start=self.start.title, end=self.end.title)

    @property
    def chosen(self) -> str:
        """Which of the routes it is, and why."""
        moves = wording.said("moves", self.route.moves)
        return planned("chosen", len(self.others) + 1, number=self.number, moves=moves, why=self.route.why)

    @property
    def head(self) -> tuple[str, ...]:
        """Whose standards these are, of which edition; the grades of both ends where they are known."""
        edition = wording.said("edition", edition=self.edition) if self.edition else wording.said("no_edition")
        key = "standards_of" if self.organisation else "standards"
        told = (planned(key, organisation=self.organisation, edition=edition),)
        grade = self.route.grade
        return (*told, planned("grade", before=grade[0], after=grade[1])) if grade else told

    @property
    def ladder(self) -> tuple[tuple[str, ...], ...]:
        """The roles in order: number of the step, title, level, code, kind of move."""
        steps = ((str(one.number), one.move.end, one.kind) for one in self.steps)
        return tuple(_rung(*one) for one in ((planned("start"), self.start, planned("you_start")), *steps))

    @property
    def warnings(self) -> tuple[str, ...]:
        """Which roles of the route no loaded standard describes, the target among them: it stands above all else."""
        roles = (self.start, *(one.move.end for one in self.steps))
        return tuple(wording.undefined_role(one.title, self.contact) for one in roles if not one.defined)

    @property
    def places(self) -> Places:
        """Where all stands, numbered."""
        return places(cited for step in self.steps for cited in _cited(step))

    @property
    def evidence(self) -> tuple[tuple[str, ...], ...]:
        """The same as cells of a table: number, document, row, column, and what stands there."""
        return tuple(
            (
                str(one.number),
                one.document,
                one.row or planned("rows_named", number=one.number),
                one.column or (planned("columns_named", number=one.number) if one.row and one.is_record else ""),
                one.text,
            )
            for one in self.places.listed
        )

    @property
    def closing(self) -> tuple[str, str]:
        """That a path is not an offer, and whom to ask."""
        return wording.NOT_AN_OFFER, wording.said("what_next", hr=wording.whom_to_ask(self.contact))

    @property
    def start_facts(self) -> str:
        """Level and code of the first role in one line."""
        return ", ".join(_rung("", self.start, planned("you_start"))[2:])

    @property
    def has_lists(self) -> bool:
        """Whether any step has a list to tick: the others have only questions."""
        return any(one.has_list for one in self.steps)

    @property
    def has_words(self) -> bool:
        """Whether any text is shown word by word."""
        return any(one.words for step in self.steps for one in (*step.about, *step.items))

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return _COLUMNS

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape."""
        return {
            "schema": SCHEMA,
            "organisation": self.organisation,
            "edition": self.edition,
            "contact": self.contact,
            "from": self.start.to_dict(),
            "to": self.end.to_dict(),
            "number": self.number,
            "moves": self.route.moves,
            "why": self.route.why,
            "measures": dict(zip(MEASURES, self.route.measures, strict=True)),
            "others": [{"number": number, "why": why} for number, why in self.others],
            "warnings": list(self.warnings),
            "texts_given": self.has_texts,
            "steps": [one.to_dict() for one in self.steps],
            "closing": " ".join(self.closing),
        }

    def rows(self) -> Iterator[Record]:
        """For each step its statements of moves, notices, what it is about, the checklist, what is dropped or open."""
        for step in self.steps:
            yield from (_record(step, "move", text=one["text"], source=one) for one in step.move.sources)
            yield from (
                _record(step, "notice", text=one.text, source=one.sources[-1] if one.sources else None)
                for one in step.notices
            )
            for one in (*step.about, *step.items, *step.dropped):
                yield _record(step, one.group, one=one, source=one.sources[-1] if one.sources else None)
            yield from (_record(step, "question", text=text, mark=planned("open")) for text in step.questions)


def _rung(number: str, role: RoleRef, kind: str) -> tuple[str, ...]:
    level = role.level or planned("none") if role.defined else wording.STANDARD_NOT_LOADED
    return number, role.title, level, role.job_code or wording.said("no_code"), kind


def _cited(step: PlanStep) -> Iterator[Cited]:
    """What a step cites, in the order in which it is told."""
    for one in step.move.sources:
        yield one, planned("quoted", text=one["text"]), False
    told = (*step.items, *step.about, *step.dropped)
    for role, found in (
        (step.move.start.title, [one.stood_in for one in told]),
        (step.title, [one.stands_in for one in told if one.turn != GONE]),
    ):
        yield from ((one, planned("texts", title=role), True) for one in found if one)
    for notice in step.notices:
        if notice.kind == "change":
            yield from ((one, planned("quoted", text=one["text"]), False) for one in notice.sources)


def _record(  # noqa: PLR0913 - the cells of a row
    step: PlanStep,
    group: str,
    *,
    text: str | None = None,
    mark: str | None = None,
    one: PlanItem | None = None,
    source: Mapping[str, Any] | None = None,
) -> Record:
    return {
        "step": step.number,
        "from": step.move.start.title,
        "to": step.title,
        "group": group,
        "label": one.label if one else None,
        "mark": one.mark if one else mark,
        "text": one.text if one else text,
        "before": one.before if one else None,
        **{key: source[key] if source else None for key in ("document", "row", "column")},
    }


def plan(  # noqa: PLR0913 - what may be asked of a route, by name, and which of them
    graph: nx.DiGraph[str],
    start: str,
    end: str,
    *,
    route: int = 1,
    catalogue: Catalogue | TextsOf | None = None,
    prefer: str = FEWEST_MOVES,
    via: Sequence[str] = (),
    avoid: Sequence[str] = (),
    max_routes: int = 5,
    max_moves: int | None = None,
) -> Plan:
    """One of the routes between two roles as a plan to take to a manager; `write_plan` writes it.

    Args:
        graph: from `build_graph`, or a subgraph.
        start: title, code, id or short form.
        end: likewise.
        route: the number of the route in the answer of `routes`, from 1.
        catalogue: with it, what each step asks has duties and knowledge as well.
        prefer: which routes come first, see `routes`; so are the four below.
        via: selectors; the route passes one role of each.
        avoid: selectors of roles that it does not pass.
        max_routes: how many routes are looked for.
        max_moves: how many moves it takes at most.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
        NoRoute: no route is stated; the message explains it.
        BadArgument: there is no route of that number, no move is needed, or see `routes`.

    >>> import careerpaths as cp
    >>> catalogue = cp.load()
    >>> found = cp.plan(cp.build_graph(catalogue), "Spec 2", "Mgr 1", catalogue=catalogue)
    >>> print(found.summary)
    From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1 in 3 moves.
    >>> [len(step.items) for step in found.steps]
    [15, 14, 0]
    """
    how = {"prefer": prefer, "via": via, "avoid": avoid, "max_routes": max_routes, "max_moves": max_moves}
    stated = texts_of(catalogue) if catalogue else None
    answer = routes(graph, start, end, **how, catalogue=stated)  # type: ignore[arg-type] # the same words
    chosen = _chosen(answer, route)
    contact = graph.graph.get("contact")
    return Plan(
        organisation=graph.graph.get("organisation"),
        edition=graph.graph.get("edition"),
        contact=contact,
        start=answer.start,
        end=answer.end,
        number=route,
        route=chosen,
        others=tuple((number, one.why) for number, one in enumerate(answer.routes, 1) if number != route),
        steps=tuple(_step(graph, number, one, stated, contact) for number, one in enumerate(chosen.steps, 1)),
        has_texts=stated is not None,
    )


def _chosen(answer: RouteAnswer, number: int) -> Route:
    if not answer.routes:
        raise NoRoute(answer.explanation, answer=answer)
    if not 1 <= number <= len(answer.routes):
        ends = {"start": answer.start.title, "end": answer.end.title}
        message = planned("no_number", len(answer.routes), number=number, **ends)
        raise BadArgument(message)
    if not answer.routes[number - 1].steps:
        raise BadArgument(answer.explanation)
    return answer.routes[number - 1]


def _step(graph: nx.DiGraph[str], number: int, move: Step, stated: TextsOf | None, contact: str | None) -> PlanStep:
    compared = comparison(graph, move.start.id, move.end.id, catalogue=stated) if move.end.defined else ()
    is_known = says_what_it_asks(graph.nodes[move.start.id])
    told = [_item(one, is_known=is_known) for one in compared if one.group in (*CHECKED, *_ABOUT)]
    items = [one for one in told if one.group in CHECKED and one.turn != GONE]
    return PlanStep(
        number=number,
        move=move,
        notices=tuple(_notices(move, told, step_lines(move, contact=contact))) if move.end.defined else (),
        about=tuple(one for one in told if one.group in _ABOUT and one.turn not in (SAME, GONE)),
        items=tuple(sorted(items, key=lambda one: (CHECKED.index(one.group), one.turn == SAME))),
        dropped=tuple(one for one in told if one.group in CHECKED and one.turn == GONE),
        questions=tuple(_questions(move, items, contact, has_texts=stated is not None)),
    )


def _notices(move: Step, told: Sequence[PlanItem], lines: StepLines) -> Iterator[PlanNotice]:
    """The lines of a step, each with the cells that it is made of."""
    asked = [source for one in told if one.group == REQUIREMENT and one.turn != GONE for source in one.sources]
    changed = [source for one in changes_told(move) for source in one.sources]
    work = [source for one in told if one.group in (DUTY, KNOWLEDGE) for source in one.sources]
    for kind, text, sources in (("have", lines.have, asked), ("change", lines.change, changed)):
        yield PlanNotice(kind=kind, text=text, sources=tuple(sources))
    if lines.work:
        yield PlanNotice(kind="work", text=lines.work, sources=tuple(work))


def _item(one: Change, *, is_known: bool) -> PlanItem:
    """A statement as an item; where the role before is not described, nobody knows what of it is new."""
    turn = NOT_KNOWN if one.turn == NEW and not is_known else one.turn
    is_same = turn == SAME and one.group in CHECKED
    return PlanItem(
        group=one.group,
        label=one.attribute,
        text=one.before or "" if one.after is None else one.after,
        mark=planned(f"same_{one.group}") if is_same else wording.PLAN[turn],
        turn=turn,
        before=None if turn in (SAME, GONE) else one.before,
        words=one.words if likeness(one.before or "", one.after or "") > _ALIKE else (),
        sources=one.sources,
    )


def _questions(move: Step, items: Sequence[PlanItem], contact: str | None, *, has_texts: bool) -> Iterator[str]:
    """What nobody states of the role behind a step: never taken for nothing asked."""
    title, hr = move.end.title, wording.whom_to_ask(contact)
    if not move.end.defined:
        yield planned("ask_undefined", title=title, hr=hr)
    elif not move.says_what_it_asks:
        yield planned("ask_silent", title=title, hr=hr)
    else:
        looked_at = CHECKED if has_texts else (REQUIREMENT,)
        missing = [group for group in looked_at if all(one.group != group for one in items)]
        yield from (planned(f"ask_{group}", title=title, hr=hr) for group in missing)
