"""What is suggested for words of other languages: why, and that it reads the documents as their English originals."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.suggestions.languages import _TRACKS, _WORDS, OTHER, hint_of
from careerpaths.suggestions.ordering import in_order
from careerpaths.vocabulary import KINDS, TRACKS

sys.path.append(str(Path(__file__).parent))
from test_suggestions import asked, uncommented, write

SURE = re.compile(r"^# ", re.MULTILINE)
"""Before a line that can be used as it is."""


pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def with_configuration(data: Path, toml: str) -> cp.Catalogue:
    """What is read with a configuration beside the documents."""
    (data / "careerpaths.toml").write_text(toml, encoding="utf-8")
    return cp.load(data)


def roles_and_moves(catalogue: cp.Catalogue) -> tuple[set[object], set[object]]:
    """What is known of each role, and each move with its kind."""
    titles = {role.id: role.title for role in catalogue.roles}
    roles = {
        (role.title, role.job_code, role.level_order, role.job_function, role.track, role.defined)
        for role in catalogue.roles
    }
    return set(roles), {(titles[move.start], titles[move.end], move.kind) for move in catalogue.moves}


def translated(text: str, words: str) -> str:
    """A document with other labels, levels and categories: "Poste = Title, ..."."""
    for pair in words.split(", "):
        foreign, english = pair.split(" = ")
        text = re.sub(rf"(?<![\w']){re.escape(foreign)}(?![\w'])", english, text)
    return text


def lines_of(toml: str) -> dict[str, str]:
    """Each word or key that is suggested with its whole line."""
    found = re.findall(r"^(##? (\"[^\"]*\"|\w+(?:\.\S+)?) = .*)$", toml, flags=re.MULTILINE)
    return {word.strip('"'): line for line, word in found}


FRENCH_TABLE = """Liste des postes 2026;;;;;;
Poste;Numéro;Échelon;Fonction;Salaire;Mission;Évolution possible
Technicien 1;0101;Débutant;Imagerie;31000;Réaliser des examens simples avec l'aide d'un collègue;Technicien 2
Technicien 2;0102;Confirmé;Imagerie;36000;Réaliser tous les examens et former les nouveaux collègues;Technicien 3, Chef
Technicien 3;0103;Avancé;Imagerie;41000;Réaliser les examens complexes et écrire les protocoles;Chef
Chef;0104;Avancé;Imagerie;46000;Diriger une équipe de techniciens et planifier le travail;Directeur
Comptable;0201;Débutant;Finances;32000;Tenir les comptes de la maison et préparer les clôtures;Chef comptable
Chef comptable;0202;Avancé;Finances;47000;Diriger le service et contrôler tous les comptes;Directeur
Directeur;0301;Avancé;Finances;60000;Diriger la maison et rendre compte au conseil une fois par an;Néant
"""
FRENCH_WORDS = (
    "Poste = Title, Numéro = Job code, Échelon = Level, Fonction = Function, Salaire = Salary, Mission = Key resp,"
    " Évolution possible = Next role, Débutant = Entry, Confirmé = Intermediate, Avancé = Experienced, Néant = None"
)
FRENCH_STANDARD = """Famille de métiers|Santé
Fonction|{0}
Catégorie|Maîtrise
Échelon|Débutant|Confirmé|Avancé
Intitulé du poste|{0} 1|{0} 2|{0} 3
Numéro|{1}1|{1}2|{1}3
Mission 1|Réaliser des travaux simples avec un collègue|Réaliser tous les travaux|Diriger les travaux
Mission 2|Tenir les dossiers à jour|Contrôler les dossiers|
Connaissances 1|Anatomie|Anatomie et physique|Physique
Évolution 1|{0} 2|{0} 3|{2}
Évolution 2|||Directeur 1
"""
FRENCH_STANDARD_WORDS = (
    "Famille de métiers = Job Family, Fonction = Job Function, Catégorie = Category, Maîtrise = Supervisory, Échelon ="
    " Job Level, Intitulé du poste = Job Title, Numéro = Job Code, Mission = Key Resp, Connaissances = KSA, Évolution ="
    " Career Path, Débutant = Entry, Confirmé = Intermediate, Avancé = Experienced"
)
GERMAN_FORM = """Stelle: {0}
Stellennummer: {1}
Stufe: {2}
Bereich: {3}
Aufgabe: {4}
Nächste Stelle: {5}
"""
GERMAN_WORDS = (
    "Stelle = Job Title, Stellennummer = Job Code, Stufe = Job Level, Bereich = Job Function, Aufgabe = Duties, Nächste"
    " Job Title = Next role"
)
GERMAN_JOBS = (
    ("Sachbearbeiter", "4711", "1", "Versand", "Packt die Sendungen und führt die Listen", "Gruppenleiter"),
    ("Gruppenleiter", "4712", "2", "Versand", "Leitet eine Gruppe und plant die Woche", "Abteilungsleiter"),
    ("Buchhalter", "4713", "1", "Finanzen", "Führt die Konten und bereitet Abschlüsse vor", "Hauptbuchhalter"),
    ("Hauptbuchhalter", "4714", "2", "Finanzen", "Prüft alle Konten", "Abteilungsleiter oder Gruppenleiter"),
    ("Abteilungsleiter", "4715", "3", "Leitung", "Leitet die Abteilung", "keine"),
)
SPANISH_TABLE = """Código;Puesto;Nivel;Área;Responsable;Siguiente puesto 1;Siguiente puesto 2
A-12;Auxiliar;I;Archivo;Jefe;Archivero;
A-13;Archivero;II;Archivo;Jefe;Jefe;Auditor
A-14;Jefe;III;Archivo;;;
F-01;Auditor;II;Finanzas;Jefe;Jefe;
"""
SPANISH_WORDS = (
    "Código = Job code, Puesto = Title, Nivel = Level, Área = Function, Responsable = Reports to, "
    "Siguiente puesto = Next role"
)
ORIGINALS = [
    pytest.param({"postes.csv": FRENCH_TABLE}, FRENCH_WORDS, id="French role table"),
    pytest.param(
        {
            "a.txt": FRENCH_STANDARD.format("Technicien", "10", "Chef 1"),
            "b.txt": FRENCH_STANDARD.format("Comptable", "20", "Chef 1 et Directeur 1"),
        },
        FRENCH_STANDARD_WORDS,
        id="French standards",
    ),
    pytest.param({"a.txt": FRENCH_STANDARD.format("Technicien", "10", "")}, FRENCH_STANDARD_WORDS, id="one standard"),
    pytest.param(
        {f"{job[0]}.txt": GERMAN_FORM.format(*job) for job in GERMAN_JOBS},
        GERMAN_WORDS + ", oder = or, keine = none",
        id="German jobs",
    ),
    pytest.param({"puestos.csv": SPANISH_TABLE}, SPANISH_WORDS, id="Spanish role table"),
]


@pytest.mark.parametrize(("documents", "words"), ORIGINALS)
def test_what_is_sure_reads_as_the_english_original(tmp_path: Path, documents: dict[str, str], words: str) -> None:
    """Each # taken away mechanically, nothing else put in: the same roles and moves as with English words."""
    data = write(tmp_path / "foreign", documents)
    assert cp.load(data).roles == ()
    found = roles_and_moves(with_configuration(data, uncommented(asked(data))))
    english = {name: translated(text, words) for name, text in documents.items()}
    assert found == roles_and_moves(cp.load(write(tmp_path / "english", english)))
    assert found[1]
    assert not SURE.findall(asked(data))


SAMPLE_WORDS = {
    "French": "Job Family = Famille de métiers, Job Summary = Résumé, Job Function = Fonction, Category = Catégorie,"
    " Job Level = Niveau, Job Title = Intitulé du poste, Job Code = Code du poste, Key Resp = Responsabilité,"
    " Education = Formation, KSA = Compétence, Career Path = Évolution, Cert = Certificat, License = Permis",
    "German": "Job Family = Berufsfamilie, Job Summary = Kurzbeschreibung, Job Function = Funktionsbereich,"
    " Category = Laufbahn, Job Level = Karrierestufe, Job Title = Stellenbezeichnung, Job Code = Stellennummer,"
    " Key Resp = Kernaufgabe, Education = Ausbildung, KSA = Kenntnisse, Career Path = Nächste Stelle",
}
LEVEL_WORDS = {
    "Entry": "Débutant",
    "Intermediate": "Confirmé",
    "Experienced": "Avancé",
    "Advanced": "Supérieur",
    "Expert": "Maître",
}


@pytest.mark.parametrize("language", SAMPLE_WORDS)
def test_the_samples_with_other_words_read_as_they_are(tmp_path: Path, clone: Path, language: str) -> None:
    """Standards of several pages, tracks and functions, with labels and levels of another language."""
    pairs = [pair.split(" = ") for pair in SAMPLE_WORDS[language].split(", ")]
    for path in sorted((clone / "data").rglob("*.txt")):
        text = path.read_text(encoding="utf-8-sig")
        for english, foreign in pairs:
            text = re.sub(rf'(?:(?<=^)|(?<=\t)){english}(?=[ \t\d"])', foreign, text, flags=re.MULTILINE)
        for english, foreign in LEVEL_WORDS.items():
            text = re.sub(rf"(?<=\t){english}(?=\t|$)", foreign, text, flags=re.MULTILINE)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    assert cp.load(tmp_path).roles == ()
    found = roles_and_moves(with_configuration(tmp_path, uncommented(asked(tmp_path))))
    assert found == roles_and_moves(cp.load(clone / "data"))


REASONS = [
    pytest.param(
        {"a.csv": FRENCH_TABLE},
        {
            "levels": '# levels = ["Débutant", "Confirmé", "Avancé"]',
            "placeholders": '# placeholders = ["Néant"]',
            "Poste": '# "Poste" = "title"  # a word for it in French; its cells stand again under "Évolution possible"',
            "Numéro": '# "Numéro" = "job_code"  # a word for it in French; short codes, all different',
            "Échelon": '# "Échelon" = "level"  # a word for it in French',
            "Évolution possible": '# "Évolution possible" = "next"  # a word for it in French; '
            'its cells are titles that stand under "Poste"',
            "Salaire": '## "Salaire" = "?"  # no meaning needed: kept as it is',
        },
        id="words of a language",
    ),
    pytest.param(
        {
            "a.csv": "Stanowisko;Symbol;Szczebel;Dział;Szef;Płaca;Zadania;Dalej\n"
            "Referent 1;AB-101;Młodszy;Kadry;Kierownik;4100;Prowadzi akta osobowe pracowników działu;Referent 2\n"
            "Referent 2;AB-102;Starszy;Kadry;Kierownik;5200;Prowadzi akta i szkoli nowych pracowników;Kierownik\n"
            "Kierownik;AB-103;Główny;Kadry;;7300;Kieruje działem i odpowiada za wynagrodzenia pracowników;\n"
            "Księgowy 1;AB-201;Młodszy;Finanse;Kierownik;4150;Prowadzi księgi i pisze raporty za miesiąc;Księgowy 2\n"
            "Księgowy 2;AB-202;Starszy;Finanse;Kierownik;5250;Kontroluje księgi i pisze raporty za rok;Księgowy 3\n"
            "Księgowy 3;AB-203;Główny;Finanse;Kierownik;7400;Kieruje wszystkimi pracami działu i kontroluje księgi;\n"
        },
        {
            "levels": '# levels = ["Młodszy", "Starszy", "Główny"]',
            "Stanowisko": '# "Stanowisko" = "title"  # its cells stand again under "Dalej" / "Szef"',
            "Symbol": '# "Symbol" = "job_code"  # short codes, all different',
            "Szczebel": '# "Szczebel" = "level"  # few words that come again, and most next roles have another one',
            "Dział": '# "Dział" = "job_function"  # few words that come again, and most next roles have the same',
            "Zadania": '# "Zadania" = "duty"  # sentences',
            "Dalej": '# "Dalej" = "next"  # its cells are titles that stand under "Stanowisko"',
            "Szef": '## "Szef" = "next"  # its cells are titles that stand under "Stanowisko": next roles '
            "(career_path), earlier ones (promoted_from), or whom one reports to (reports_to)?",
            "Płaca": '## "Płaca" = "?"',
        },
        id="shapes alone",
    ),
    pytest.param(
        {
            f"{name}.txt": f"Taso|A|B|C\nNimike|{name} 1|{name} 2|{name} 3\nSeuraava|{name} 2|{name} 3|\n"
            for name in ("Hoitaja", "Vartija")
        },
        {
            "levels": '# levels = ["A", "B", "C"]',
            "Taso": '# "Taso" = "level"  # the same few words side by side in several documents',
            "Nimike": '# "Nimike" = "title"  # its cells stand again under "Seuraava"',
            "Seuraava": '# "Seuraava" = "career_path"  # its cells are titles that stand under "Nimike"',
        },
        id="side by side",
    ),
    pytest.param(
        {"a.csv": "De;Vers\nAide;Agent\nAgent;Chef\nAgent;Expert\nChef;Directeur\n"},
        {
            "levels": '## levels = ["?"]',
            "De": '# "De" = "from"  # a word for it in French; its cells stand again under "Vers"',
            "Vers": '# "Vers" = "to"  # a word for it in French; its cells are titles that stand under "De"',
        },
        id="moves",
    ),
    pytest.param(
        {"a.csv": "Código;Puesto;Código siguiente\nA-12;Auxiliar;A-13\nA-13;Oficial;A-14\nA-14;Jefe;\n"},
        {
            "Código": '# "Código" = "job_code"  # a word for it in Spanish; short codes, all different',
            "Puesto": '# "Puesto" = "title"  # a word for it in Spanish',
            "Código siguiente": '# "Código siguiente" = "next_code"  # a word for it in Spanish; '
            'its cells are codes that stand under "Código"',
        },
        id="codes",
    ),
    pytest.param(
        {
            "a.csv": "Funktion;Kategorie;Stufe;Nächste Funktion\nSachbearbeiter;Fachlaufbahn;F1;Spezialist\n"
            "Spezialist;Fachlaufbahn;F2;Teamleiter\nTeamleiter;Führung;L1;Leiter\nLeiter;Führung;L2;\n"
        },
        {
            "levels.managerial": '# levels.managerial = ["L1", "L2"]',
            "levels.professional": '# levels.professional = ["F1", "F2"]',
            "Fachlaufbahn": '# "Fachlaufbahn" = "professional"',
            "Führung": '# "Führung" = "managerial"',
        },
        id="tracks",
    ),
    pytest.param(
        {
            name: f"Functie\n{name}\nFunctieniveau\n{level}\nMogelijke vervolgfunctie\n{following}\n"
            for name, level, following in (("Aa", "Junior", "Bb"), ("Bb", "Senior", "Cc"), ("Cc", "Leiding", "geen"))
        },
        {
            "levels": '# levels = ["Junior", "Senior", "Leiding"]',
            "Functie": '# "Functie" = "title"  # a word for it in Dutch',
            "Functieniveau": '# "Functieniveau" = "level"  # a word for it in Dutch',
        },
        id="labels above their values",
    ),
    pytest.param(
        {
            f"{name}.txt": f"Stelle|{name}|Stufe|{level}\nBereich|Lager|Nächste Stelle|{following}\n"
            for name, level, following in (("Bote", "1", "Packer"), ("Packer", "2", "Meister"), ("Meister", "3", ""))
        },
        {
            "levels": '# levels = ["1", "2", "3"]',
            "Stufe": '# "Stufe" = "level"  # a word for it in German',
            "Nächste Stelle": '# "Nächste Stelle" = "career_path"  # a word for it in German; '
            'its cells are titles that stand under "Stelle"',
        },
        id="two labels in a row",
    ),
]


@pytest.mark.parametrize(("documents", "lines"), REASONS)
def test_each_suggestion_says_why(tmp_path: Path, documents: dict[str, str], lines: dict[str, str]) -> None:
    """What stands in the cells tells titles, next roles, codes, levels and duties; a language says the rest."""
    found = lines_of(asked(write(tmp_path, documents)))
    assert {word: found.get(word) for word in lines} == lines


@pytest.mark.parametrize(("documents", "words"), ORIGINALS)
def test_no_level_is_a_title(tmp_path: Path, documents: dict[str, str], words: str) -> None:
    """Levels never come from titles or next roles."""
    toml = asked(write(tmp_path, documents))
    levels = re.search(r"^# levels = \[(.*)\]$", toml, flags=re.MULTILINE)
    assert levels
    titles = {
        role.title
        for role in cp.load(write(tmp_path / "e", {n: translated(t, words) for n, t in documents.items()})).roles
    }
    assert not titles & set(re.findall(r'"(.*?)"', levels[1]))


def test_a_table_of_known_words_is_not_guessed_at(tmp_path: Path) -> None:
    """Where roles are read, columns that only look like levels, functions or duties are not sure to be."""
    rows = "Title;Next role;Tier;Score\nA;B;near;1\nB;C;near;2\nC;D;far;1\nD;A;near;2\n"
    assert SURE.findall(asked(write(tmp_path, {"a.csv": rows}))) == []


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            "Title;Next role;Mission\nA;B;x\nB;;y\n",
            {"Mission": '## "Mission" = "duty"  # a word for it in French'},
        ),
        (
            "Title;Level;Next role;Échelon;Mission\nA;Entry;B;x;y\nB;Expert;;z;y\n",
            {
                "Échelon": '## "Échelon" = "level"  # a word for it in French; another word means this already',
                "Mission": '# "Mission" = "duty"  # a word for it in French',
            },
        ),
        (
            "Title;Next role;Referencia;Misión\nA;B;see below;x\nB;;see above;y\n",
            {"Referencia": '## "Referencia" = "job_code"'},
        ),
    ],
)
def test_among_english_words_one_of_another_language_is_no_sign_of_it(
    tmp_path: Path, rows: str, lines: dict[str, str]
) -> None:
    """Two are; and what a role has one of is not suggested twice, nor what cannot stand there."""
    found = lines_of(asked(write(tmp_path, {"a.csv": rows})))
    assert {word: found[word][: len(line)] for word, line in lines.items()} == lines


def test_documents_with_labels_that_are_known_in_part_are_worked_from_as_well(tmp_path: Path) -> None:
    """A standard of which no role is read, since its row of titles is not known, is still there to suggest from."""
    standard = "Qualifications|A|B\nCode|101|102\nNiveau|1|2\nIntitulé|Agent 1|Agent 2\nÉvolution|Agent 2|\n"
    data = write(tmp_path, {"a.txt": standard})
    assert cp.load(data).roles == ()
    found = lines_of(asked(data))
    assert found["Intitulé"].startswith('# "Intitulé" = "title"')
    assert found["Évolution"].startswith('# "Évolution" = "career_path"')


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    """Where to save it, what to take away, what to run then."""
    head = asked(write(tmp_path, {"a.csv": FRENCH_TABLE})).partition("[vocabulary]")[0]
    for part in ("careerpaths.toml", "folder of the documents", "--config FILE", "one #", "careerpaths check"):
        assert part in head


def test_the_documentation_shows_what_is_suggested(tmp_path: Path, clone: Path) -> None:
    """Line by line."""
    text = (clone / "docs" / "documents.md").read_text(encoding="utf-8")
    shown = text.partition("## Other words")[2].partition("```toml\n")[2].partition("```")[0]
    assert set(shown.splitlines()) <= set(asked(write(tmp_path, {"a.csv": FRENCH_TABLE})).splitlines())


@pytest.mark.parametrize(
    ("names", "steps", "order"),
    [
        (("b", "a"), (), ("b", "a")),
        (("b", "a"), (("a", "b"),), ("a", "b")),
        (("III", "I", "II"), (), ("I", "II", "III")),
        (("1", "2", "3"), (("3", "2"), ("2", "1")), ("3", "2", "1")),
        (("a", "b", "c"), (("c", "a"), ("c", "a"), ("a", "c"), ("a", "b")), ("c", "a", "b")),
        (("a", "b", "c"), (("a", "b"), ("b", "c"), ("c", "a")), ("a", "b", "c")),
        ((), (), ()),
    ],
)
def test_levels_are_put_into_order(
    names: tuple[str, ...], steps: tuple[tuple[str, str], ...], order: tuple[str, ...]
) -> None:
    """As most moves go, then by number, then as met; a circle ends where it began."""
    assert in_order(names, steps) == order


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.tuples(*[st.sampled_from("abcdef")] * 2)))
def test_no_level_is_lost_in_ordering(names: list[str], steps: list[tuple[str, str]]) -> None:
    """Whatever the steps."""
    assert sorted(in_order(names, steps)) == sorted(names)


@pytest.mark.parametrize(
    ("word", "kinds", "is_whole"),
    [
        ("ÉVOLUTION", ("career_path",), True),
        ("Evolution", ("career_path",), True),
        ("Stelle (m/w/d)", ("title",), True),
        ("Mögliche Folgestelle", ("career_path",), False),
        ("Fonction", ("title", "job_function"), True),
        ("Gehalt", ("other",), True),
        ("Title", (), False),
        ("", (), False),
    ],
)
def test_words_of_other_languages(word: str, kinds: tuple[str, ...], is_whole: bool) -> None:  # noqa: FBT001 - a row
    """Case, accents and brackets do not count; a part of a label is a weaker hint."""
    hint = hint_of(word)
    assert (hint.kinds, hint.is_whole) == (kinds, is_whole)


def test_every_meaning_of_the_table_is_one() -> None:
    """A hint never suggests what a configuration cannot say."""
    assert {kind for kinds in _WORDS.values() for kind in kinds} - {OTHER} <= set(KINDS)
    assert set(_TRACKS) == set(TRACKS)


def test_a_word_that_is_a_label_and_a_heading_means_one_thing(tmp_path: Path) -> None:
    """What the tables tell of a word is offered for the rows as well, by the name that it has there."""
    table = "Nimike;Tunnus;Seuraava\nKokki;K-1;Leipuri\nLeipuri;K-2;Johtaja\nJohtaja;K-3;\n"
    write(tmp_path, {"a.csv": table, "b.txt": "Nimike: Apulainen\nTunnus: K-9\nSeuraava: Kokki\n"})
    rows, columns = asked(tmp_path).split("[vocabulary.columns]")
    assert '\n# "Nimike" = "title"  # its cells stand again under "Seuraava"' in columns
    assert '\n# "Nimike" = "title"  # so in the other documents, too; its cells stand again under "Seuraava"' in rows
