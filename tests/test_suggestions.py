"""A configuration for words that are not known: valid, editable, and enough to read the same documents."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.config import Configuration, Words, read_configuration, vocabulary_of
from careerpaths.suggestions import as_toml, known_words, suggested
from careerpaths.vocabulary import VOCABULARY

ASSIGNMENT = re.compile(r'^##? ((?:"[^=]*"|levels(?:\.\S+)?) = .*)$', re.MULTILINE)


pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def write(folder: Path, documents: Mapping[str, str]) -> Path:
    """A folder of documents; "|" parts cells."""
    for name, text in documents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.replace("|", "\t"), encoding="utf-8")
    return folder


def asked(data: Path) -> str:
    """The configuration that is suggested for a folder as it is configured now."""
    return suggested(cp.load(data), known_words(None, [str(data)]))


def uncommented(toml: str) -> str:
    """A suggestion with one # taken away before every line that has one, as an editor does it."""
    return re.sub(r"^# ?", "", toml, flags=re.MULTILINE)


def filled_in(toml: str, meanings: Mapping[str, str]) -> str:
    """A suggestion with its comments taken away and the meanings put in, as somebody would by hand."""
    for word, meaning in meanings.items():
        toml = re.sub(rf'^##? ("{re.escape(word)}" = )".*?"', rf'\g<1>"{meaning}"', toml, flags=re.MULTILINE)
    return re.sub(r"^# (levels = .*)$", r"\1", toml, flags=re.MULTILINE)


def with_configuration(data: Path, toml: str) -> cp.Catalogue:
    """What is read with a configuration beside the documents."""
    (data / "careerpaths.toml").write_text(toml, encoding="utf-8")
    return cp.load(data)


GRIDS = {
    "akten.txt": "Bereich|Akten\nStufe|Eins|Zwei\nBezeichnung|Sachbearbeiter|Referent\nNr.|100|200\n"
    "Aufgabe 1|Akten ordnen|Akten leiten\nAufgabe 2||Akten zeichnen\nAufstieg|Referent|\n",
    "post.txt": "Bereich|Post\nStufe|Eins|Zwei\nBezeichnung|Bote|Postmeister\nNr.|101|201\n"
    "Aufgabe 1|Post tragen|Post leiten\nAufstieg|Postmeister|\n",
}
GRID_MEANINGS = {
    "Aufgabe": "duty",
    "Aufstieg": "career_path",
    "Bereich": "job_function",
    "Bezeichnung": "title",
    "Nr.": "job_code",
    "Stufe": "level",
}
TABLES = {
    "a.txt": "Bezeichnung;Stufe;Aufstieg\nBote;Eins;Postmeister\nSchreiber;Eins;Referent\nPostmeister;Zwei;\n"
    "Referent;Zwei;\n"
}
FORMS = {
    "bote.txt": "Bezeichnung: Bote\nStufe: Eins\nBereich: Post\nAufstieg: Postmeister\n",
    "meister.txt": "Bezeichnung: Postmeister\nStufe: Zwei\nBereich: Post\nAufstieg:\n",
}
OTHER_WORDS = [
    pytest.param(
        GRIDS, GRID_MEANINGS, {("Bote", "Postmeister"), ("Sachbearbeiter", "Referent")}, '["Eins", "Zwei"]', id="grid"
    ),
    pytest.param(
        TABLES,
        {"Bezeichnung": "title", "Stufe": "level", "Aufstieg": "next"},
        {("Bote", "Postmeister"), ("Schreiber", "Referent")},
        '["Eins", "Zwei"]',
        id="table",
    ),
    pytest.param(FORMS, GRID_MEANINGS, {("Bote", "Postmeister")}, '["Eins", "Zwei"]', id="forms"),
]


@pytest.mark.parametrize(("documents", "meanings", "moves", "levels"), OTHER_WORDS)
def test_with_what_is_suggested_the_same_documents_read(
    tmp_path: Path, documents: dict[str, str], meanings: dict[str, str], moves: set[tuple[str, str]], levels: str
) -> None:
    """Nothing is recognised; the suggestion, filled in, reads every role and move; then little is left to suggest."""
    data = write(tmp_path, documents)
    assert cp.load(data).roles == ()
    toml = asked(data)
    assert f"# levels = {levels}" in toml
    catalogue = with_configuration(data, filled_in(toml, meanings))
    titles = {role.id: role.title for role in catalogue.roles}
    assert {(titles[move.start], titles[move.end]) for move in catalogue.moves} == moves
    assert all(role.defined for role in catalogue.roles)
    assert {(role.level, role.level_order) for role in catalogue.roles} == {("Eins", 1), ("Zwei", 2)}
    assert not ASSIGNMENT.findall(asked(data).partition("[vocabulary.labels]")[2])


def test_labels_of_another_employer_are_suggested_against(tmp_path: Path) -> None:
    """Unknown labels with their counts, examples and the nearest known word; filled in, their texts have a meaning."""
    rows = "Job Function|{0}\nJob Level|Band A|Band B\nJob Title|{0} 1|{0} 2\nAccountabilities 1|Files|Leads\n"
    more = "Educaton|BA|MA\nProgression to|{0} 2|\n"
    data = write(tmp_path, {f"{name}.txt": (rows + more).format(name) for name in ("Clerk", "Guard")})
    toml = asked(data)
    assert (
        '## 4 cells in 2 documents, such as "Files" and "Leads"; the nearest known word is "responsibilities"' in toml
    )
    assert '\n## "Accountabilities" = "duty"\n' in toml
    assert '; the nearest known word is "education"\n# "Educaton" = "education"\n' in toml
    assert '\n# "Progression to" = "career_path"  # its cells are titles that stand under "Job Title"\n' in toml
    assert '# levels = ["Band A", "Band B"]' in toml
    meanings = {"Accountabilities": "duty", "Educaton": "education", "Progression to": "career_path"}
    catalogue = with_configuration(data, filled_in(toml, meanings))
    assert len(catalogue.moves) == 2
    assert {role.level_order for role in catalogue.roles} == {1, 2}
    assert {dict(role.requirements)["Educaton"] for role in catalogue.roles} == {"BA", "MA"}


def test_levels_and_categories_are_asked_for_by_track(tmp_path: Path) -> None:
    """A category without a track, and levels of several tracks, each as a list to reorder."""
    rows = "Job Function|{1}\nCategory|{0}\nJob Level|X{1}|Y{1}\nJob Title|{1} 1|{1} 2\nJob Code|{1}1|{1}2\n"
    data = write(
        tmp_path, {"a.txt": rows.format("Professional", "Clerk"), "b.txt": rows.format("Craft people", "Smith")}
    )
    toml = asked(data)
    assert '# levels.professional = ["XClerk", "YClerk"]\n## levels."?" = ["XSmith", "YSmith"]' in toml
    assert '## 2 roles\n## "Craft people" = "?"' in toml
    tomllib.loads(ASSIGNMENT.sub(r"\1", toml))
    tomllib.loads(uncommented(toml))


def test_where_all_is_known_nothing_is_suggested() -> None:
    """The samples need no configuration of words."""
    toml = suggested(cp.load(), known_words(None, []))
    assert ASSIGNMENT.findall(toml) == []
    assert tomllib.loads(toml) == {"vocabulary": {}}


def test_long_lists_end(tmp_path: Path) -> None:
    """Sixty words are listed, of more the number."""
    rows = "Job Level|Entry\nJob Title|Clerk\nJob Code|1\n" + "".join(
        f"Label of {'x' * n}|text\n" for n in range(1, 72)
    )
    toml = asked(write(tmp_path, {"a.txt": rows}))
    assert len(ASSIGNMENT.findall(toml)) == 60
    assert "# ... and 11 more" in toml


HOSTILE = st.text(
    st.sampled_from("\"\\#=[]'.\n\t\r\x00\x07\x1b\x7f\x85\u2028\ud800{}, aZ9\u00e4"), min_size=1, max_size=12
)


@settings(max_examples=60)
@given(st.lists(HOSTILE, min_size=1, max_size=5), st.booleans())
def test_a_suggestion_is_valid_whatever_the_labels(
    tmp_path_factory: pytest.TempPathFactory,
    labels: list[str],
    is_known: bool,  # noqa: FBT001 - drawn
) -> None:
    """As it is, and with every comment taken away that is a line to use; then the configuration reads it."""
    data = tmp_path_factory.mktemp("any")
    known = "Job Title|Clerk|Guard\nJob Level|A|B\n" if is_known else ""
    rows = "".join(f'"{label.replace(chr(34), chr(34) * 2)}"|{label}|x\n' for label in labels)
    for name in ("a.txt", "b.txt"):
        (data / name).write_bytes((known + rows).replace("|", "\t").encode("utf-8", "surrogatepass") + name.encode())
    toml = asked(data)
    tomllib.loads(toml)
    (data / "suggested.toml").write_text(uncommented(toml), encoding="utf-8")
    read_configuration(data / "suggested.toml")
    tomllib.loads(re.sub(r"^## levels = .*$", "", uncommented(toml), flags=re.MULTILINE))


@pytest.mark.parametrize(
    "words",
    [
        Words(),
        Words(labels={"Aufgabe": "duty", 'a "b" \\ c': "knowledge"}, levels=("Eins", "Zwei"), separators=("bzw.",)),
        Words(levels={"professional": ("P1x", "P2x"), "managerial": ("M1x",)}, levels_fall=True),
        Words(abbreviations={"sb": "Sachbearbeiter"}, values={"flsa": {"frei": "exempt"}}, suffixes=("dr",)),
        Words(
            columns={"Stelle": "title"},
            categories={"Leitung": "managerial"},
            placeholders=("entf.",),
            totals=("summe",),
        ),
    ],
    ids=["none", "labels", "tracks", "abbreviations", "columns"],
)
def test_the_words_known_now_are_a_configuration(tmp_path: Path, words: Words) -> None:
    """What `check --vocabulary` prints can be read back and adds nothing to what was known."""
    known = vocabulary_of(words)
    path = tmp_path / "careerpaths.toml"
    path.write_text(as_toml(known), encoding="utf-8")
    again = vocabulary_of(read_configuration(path).vocabulary, known=known)
    for field in fields(known):
        before, after = getattr(known, field.name), getattr(again, field.name)
        if field.name not in {"levels", "separators"}:
            assert dict(before) == dict(after) if isinstance(before, Mapping) else before == after
    assert set(again.levels) == set(known.levels)


def test_the_words_that_came_with_the_program_are_read_back_as_they_are(tmp_path: Path) -> None:
    """The order of the levels too."""
    path = tmp_path / "careerpaths.toml"
    path.write_text(as_toml(VOCABULARY), encoding="utf-8")
    again = vocabulary_of(read_configuration(path).vocabulary)
    assert dict(again.levels) == dict(VOCABULARY.levels)
    assert again.separators == VOCABULARY.separators
    assert Configuration().vocabulary == Words()


def test_the_configuration_that_counts_is_asked(tmp_path: Path) -> None:
    """Beside the data, or by name."""
    (tmp_path / "careerpaths.toml").write_text('vocabulary.labels."Aufgabe" = "duty"', encoding="utf-8")
    assert known_words(None, [str(tmp_path)]).labels["aufgabe"] == "duty"
    assert known_words(str(tmp_path / "careerpaths.toml"), []).labels["aufgabe"] == "duty"
    assert known_words(None, []) is VOCABULARY
