"""Words of job standards in other languages: a hint for suggestions and nothing else; no document is read by them.

A word may stand for more than one meaning ("Fonction" is a title or a job function): then what stands below or beside
it decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from careerpaths.titles import fold

OTHER = "other"
"""Something that is kept as it stands: pay, places, dates."""
ENGLISH = "English"
"""Words that are no labels of a standard by themselves, but tell next roles from superiors and levels from pay."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "German": {
        "title": "Stelle, Stellentitel, Stellenbezeichnung, Bezeichnung, Position, Positionsbezeichnung, Rolle,"
        " Titel, Beruf, Berufsbezeichnung, Funktion, Funktionsbezeichnung, Jobtitel, Tätigkeit, Arbeitsplatz,"
        " Dienstposten, Bezeichnung der Stelle, Name der Stelle, Rollenbezeichnung, Amtsbezeichnung",
        "job_code": "Stellennummer, Stellen-Nr, Stellennr, Stellencode, Nummer, Nr, Positionsnummer, Kennziffer,"
        " Kürzel, Schlüssel, Stellenschlüssel, Kennung, Rollennummer, Funktionsnummer, Rollencode, Stellen-ID",
        "level": "Stufe, Ebene, Karrierestufe, Laufbahnstufe, Erfahrungsstufe, Funktionsstufe, Hierarchieebene,"
        " Niveau, Stellenstufe, Rang, Entwicklungsstufe, Qualifikationsstufe",
        "job_function": "Bereich, Abteilung, Fachbereich, Funktionsbereich, Funktion, Ressort, Fachgebiet,"
        " Sachgebiet, Arbeitsbereich, Aufgabenbereich, Fachrichtung",
        "job_family": "Berufsfamilie, Jobfamilie, Stellenfamilie, Berufsgruppe, Berufsfeld, Funktionsfamilie,"
        " Tätigkeitsfamilie",
        "category": "Kategorie, Laufbahn, Laufbahnart, Karriereweg, Karrierepfad, Stellenart, Mitarbeitergruppe",
        "career_path": "Nächste Stelle, Nächste Stellen, Folgestelle, Folgestellen, Nächste Position,"
        " Nächste Rolle, Nächste Funktion, Nächster Schritt, Aufstieg, Aufstieg zu, Aufstiegsmöglichkeit,"
        " Aufstiegsmöglichkeiten, Entwicklungsmöglichkeit, Entwicklungsmöglichkeiten, Mögliche Entwicklung,"
        " Weiterentwicklung, Führt zu, Zielposition, Folgeposition, Mögliche nächste Stelle, Nächste Stufe,"
        " Karriereschritt, Entwicklungspfad",
        "next_code": "Nächste Stellennummer, Nummer der nächsten Stelle, Folgenummer",
        "from": "Von, Ausgangsstelle, Aktuelle Stelle, Aktuelle Position, Derzeitige Stelle, Heutige Stelle",
        "to": "Nach, Zielstelle, Zu, Neue Stelle, Neue Position, Ziel",
        "promoted_from": "Vorherige Stelle, Vorgängerstelle, Vorstelle, Aufstieg von, Befördert aus, Kommt von",
        "reports_to": "Vorgesetzter, Vorgesetzte, Berichtet an, Unterstellt, Führungskraft, Unterstellung, Berichtsweg",
        "duty": "Aufgabe, Aufgaben, Hauptaufgabe, Hauptaufgaben, Tätigkeiten, Verantwortung, Verantwortlichkeiten,"
        " Pflichten, Aufgaben und Verantwortung, Kernaufgaben, Kernaufgabe, Zuständigkeit, Zuständigkeiten",
        "knowledge": "Kenntnisse, Fachkenntnisse, Kompetenzen, Kompetenz, Fähigkeiten, Wissen, Anforderungen,"
        " Fertigkeiten, Kenntnisse und Fähigkeiten",
        "education": "Ausbildung, Bildung, Abschluss, Studium, Qualifikation, Vorbildung, Berufsausbildung,"
        " Schulbildung",
        "certificate": "Zertifikat, Zertifikate, Bescheinigung, Zertifizierung, Zertifizierungen",
        "license": "Zulassung, Lizenz, Führerschein, Berufserlaubnis, Approbation",
        "special_condition": "Besondere Bedingungen, Besonderheiten, Voraussetzungen, Besondere Voraussetzungen",
        "environment": "Arbeitsumgebung, Umgebung, Arbeitsbedingungen",
        "job_summary": "Zusammenfassung, Kurzbeschreibung, Beschreibung, Stellenbeschreibung, Stellenziel,"
        " Ziel der Stelle",
        OTHER: "Gehalt, Entgelt, Vergütung, Standort, Ort, Datum, Stand, Planstellen, Anzahl, Gehaltsband,"
        " Kostenstelle",
    },
    "French": {
        "title": "Poste, Intitulé, Intitulé du poste, Intitulé de l'emploi, Emploi, Métier, Fonction, Titre, Rôle,"
        " Titre du poste, Nom du poste, Libellé, Libellé du poste, Libellé de l'emploi, Libellé emploi,"
        " Désignation, Appellation, Intitulé du métier, Emploi type, Emploi repère, Titre d'emploi, Poste occupé",
        "job_code": "Numéro, N°, No, Nº, Code poste, Code du poste, Code emploi, Code de l'emploi, Code métier,"
        " Référence, Matricule du poste, Numéro de poste, Numéro du poste, Identifiant, Réf, Code d'emploi,"
        " Code fonction",
        "level": "Échelon, Niveau, Grade, Palier, Classe, Degré, Rang, Coefficient, Niveau du poste,"
        " Niveau d'emploi, Niveau de poste, Niveau hiérarchique, Niveau d'expérience",
        "job_function": "Fonction, Service, Département, Domaine, Direction, Secteur, Domaine fonctionnel,"
        " Spécialité, Domaine d'activité, Discipline, Unité, Pôle",
        "job_family": "Famille, Famille de métiers, Famille professionnelle, Famille d'emplois, Filière métier,"
        " Groupe d'emplois",
        "category": "Catégorie, Filière, Statut, Catégorie d'emploi, Catégorie professionnelle, Parcours, Voie,"
        " Collège",
        "career_path": "Évolution, Évolutions, Évolution possible, Évolutions possibles,"
        " Évolution professionnelle, Évolution de carrière, Poste suivant, Postes suivants, Prochain poste,"
        " Prochains postes, Prochaine étape, Emploi suivant, Métier suivant, Mène à, Conduit à, Promotion,"
        " Promotion vers, Débouchés, Débouché, Perspectives, Perspectives d'évolution, Passerelle, Passerelles,"
        " Mobilité, Mobilités possibles, Poste visé, Cheminement de carrière, Étape suivante, Fonction suivante,"
        " Postes accessibles, Peut évoluer vers",
        "next_code": "Code suivant, Code du poste suivant, Numéro suivant, Numéro du poste suivant, Code poste suivant",
        "from": "De, Poste actuel, Poste de départ, Emploi actuel, Métier actuel, Poste d'origine, Métier de départ",
        "to": "Vers, Poste cible, Emploi cible, Métier cible, Nouveau poste, Poste d'arrivée, Destination",
        "promoted_from": "Poste précédent, Postes précédents, Promu depuis, Provenance, Emploi précédent, Accès depuis",
        "reports_to": "Rattachement, Rattaché à, Supérieur, Supérieur hiérarchique, Responsable,"
        " Responsable hiérarchique, Rattachement hiérarchique, N+1, Relève de, Hiérarchie, Rend compte à",
        "duty": "Mission, Missions, Tâche, Tâches, Responsabilité, Responsabilités, Activité, Activités,"
        " Attributions, Missions principales, Activités principales, Principales missions,"
        " Principales responsabilités, Devoirs",
        "knowledge": "Connaissance, Connaissances, Compétence, Compétences, Savoir, Savoirs, Savoir-faire,"
        " Aptitudes, Compétences requises, Connaissances requises, Habiletés, Savoir-être",
        "education": "Formation, Diplôme, Études, Diplômes, Niveau d'études, Formation requise, Scolarité,"
        " Diplôme requis",
        "certificate": "Certificat, Certificats, Certification, Attestation, Certifications requises",
        "license": "Permis, Licence, Habilitation, Habilitations, Agrément, Permis requis",
        "special_condition": "Conditions particulières, Conditions spéciales, Contraintes, Exigences particulières",
        "environment": "Environnement, Environnement de travail, Conditions de travail, Milieu de travail",
        "job_summary": "Résumé, Sommaire, Description, Description du poste, Finalité, Finalité du poste,"
        " Raison d'être",
        OTHER: "Salaire, Rémunération, Lieu, Lieu de travail, Date, Effectif, Effectifs, Site, Salaire minimum, Nombre",
    },
    "Spanish": {
        "title": "Puesto, Cargo, Denominación, Denominación del puesto, Título, Título del puesto, Rol, Posición,"
        " Empleo, Nombre del puesto, Nombre del cargo, Plaza, Ocupación, Puesto de trabajo, Profesión",
        "job_code": "Código, Número, Nº, N°, Núm, Código del puesto, Código de puesto, Código del cargo, Clave,"
        " Número de puesto, Identificador, Referencia, Clave del puesto",
        "level": "Nivel, Grado, Escalón, Rango, Categoría salarial, Nivel del puesto, Nivel jerárquico, Escala",
        "job_function": "Área, Departamento, Función, Servicio, Sección, Área funcional, Dirección, Unidad,"
        " Especialidad",
        "job_family": "Familia, Familia profesional, Familia de puestos, Grupo ocupacional, Familia de cargos",
        "category": "Categoría, Categoría profesional, Tipo de puesto, Grupo profesional, Carrera, Trayectoria",
        "career_path": "Siguiente puesto, Siguientes puestos, Puesto siguiente, Próximo puesto, Próximos puestos,"
        " Siguiente paso, Promoción, Promociona a, Ascenso, Ascenso a, Asciende a, Progresión, Plan de carrera,"
        " Siguiente cargo, Próximo cargo, Próximo paso, Conduce a, Evolución, Desarrollo, Puestos siguientes,"
        " Línea de carrera, Ruta de carrera, Siguiente rol, Salidas profesionales, Puede ascender a",
        "next_code": "Código siguiente, Código del siguiente puesto, Siguiente código",
        "from": "De, Desde, Puesto actual, Puesto de origen, Cargo actual, Origen",
        "to": "Hasta, Hacia, Puesto destino, Puesto de destino, Cargo destino, Destino, Nuevo puesto",
        "promoted_from": "Puesto anterior, Puestos anteriores, Cargo anterior, Asciende desde, Procede de",
        "reports_to": "Reporta a, Jefe inmediato, Superior, Superior inmediato, Depende de, Responsable,"
        " Supervisor directo",
        "duty": "Tarea, Tareas, Funciones, Responsabilidad, Responsabilidades, Misión, Actividades, Deberes,"
        " Cometidos, Funciones principales, Tareas principales, Actividad, Obligaciones",
        "knowledge": "Conocimiento, Conocimientos, Competencia, Competencias, Habilidades, Aptitudes, Destrezas,"
        " Conocimientos requeridos, Capacidades",
        "education": "Formación, Educación, Estudios, Titulación, Formación académica, Escolaridad, Nivel de estudios",
        "certificate": "Certificado, Certificados, Certificación, Certificaciones",
        "license": "Licencia, Permiso, Colegiación, Carné, Permiso de conducir",
        "special_condition": "Condiciones especiales, Requisitos especiales, Otros requisitos",
        "environment": "Entorno, Ambiente, Condiciones de trabajo, Entorno de trabajo, Ambiente de trabajo",
        "job_summary": "Resumen, Descripción, Descripción del puesto, Objetivo, Objetivo del puesto, Propósito",
        OTHER: "Salario, Sueldo, Retribución, Lugar, Ubicación, Fecha, Plazas, Centro, Remuneración, Sede",
    },
    "Italian": {
        "title": "Posizione, Ruolo, Mansione, Titolo, Qualifica, Denominazione, Incarico, Profilo,"
        " Nome della posizione, Titolo della posizione, Figura professionale, Professione, Posto",
        "job_code": "Codice, Numero, N°, Codice posizione, Codice ruolo, Codice mansione, Matricola,"
        " Codice della posizione",
        "level": "Livello, Grado, Inquadramento, Fascia, Rango, Livello di inquadramento, Livello della posizione",
        "job_function": "Area, Funzione, Reparto, Ufficio, Settore, Dipartimento, Servizio, Area funzionale, Divisione",
        "job_family": "Famiglia, Famiglia professionale, Famiglia di ruoli, Gruppo professionale",
        "category": "Categoria, Categoria professionale, Percorso, Carriera, Tipologia",
        "career_path": "Prossima posizione, Posizione successiva, Prossimo ruolo, Ruolo successivo,"
        " Prossimo passo, Avanzamento, Promozione, Promozione a, Sviluppo, Evoluzione, Sviluppo di carriera,"
        " Percorso di carriera, Possibile evoluzione, Sbocchi, Passo successivo, Ruoli successivi, Conduce a,"
        " Mansione successiva, Porta a",
        "next_code": "Codice successivo, Codice della posizione successiva, Prossimo codice",
        "from": "Da, Posizione attuale, Ruolo attuale, Posizione di partenza, Ruolo di partenza",
        "to": "Verso, Posizione di arrivo, Ruolo di arrivo, Nuova posizione, Nuovo ruolo, Destinazione",
        "promoted_from": "Posizione precedente, Ruolo precedente, Provenienza, Ruoli precedenti",
        "reports_to": "Riporta a, Superiore, Responsabile, Dipende da, Superiore diretto, Responsabile diretto",
        "duty": "Compito, Compiti, Responsabilità, Attività, Mansioni, Missione, Compiti principali, Doveri,"
        " Attribuzioni",
        "knowledge": "Conoscenza, Conoscenze, Competenza, Competenze, Capacità, Abilità, Conoscenze richieste",
        "education": "Istruzione, Formazione, Titolo di studio, Studi, Laurea, Diploma",
        "certificate": "Certificato, Certificati, Certificazione, Certificazioni, Attestato",
        "license": "Licenza, Patente, Abilitazione, Abilitazioni",
        "special_condition": "Condizioni particolari, Requisiti particolari, Condizioni speciali",
        "environment": "Ambiente, Ambiente di lavoro, Condizioni di lavoro",
        "job_summary": "Descrizione, Riassunto, Sintesi, Scopo, Descrizione della posizione, Finalità",
        OTHER: "Stipendio, Retribuzione, Sede, Luogo, Data, Organico, Compenso",
    },
    "Dutch": {
        "title": "Functie, Functietitel, Functienaam, Functiebenaming, Rol, Titel, Positie, Beroep,"
        " Naam van de functie",
        "job_code": "Functienummer, Functiecode, Nummer, Nr, Code functie, Rolcode, Functie-ID, Functie-nr",
        "level": "Niveau, Functieniveau, Trede, Rang, Carrièreniveau, Ervaringsniveau, Loopbaanniveau",
        "job_function": "Afdeling, Vakgebied, Domein, Functiegebied, Werkgebied, Discipline, Sector",
        "job_family": "Functiefamilie, Functiegroep, Beroepsgroep, Familie",
        "category": "Categorie, Loopbaan, Loopbaanspoor, Spoor, Functiecategorie",
        "career_path": "Volgende functie, Volgende functies, Volgende stap, Volgende rol, Vervolgfunctie,"
        " Vervolgfuncties, Doorgroei, Doorgroeimogelijkheden, Doorgroeimogelijkheid, Doorgroei naar, Loopbaanpad,"
        " Promotie naar, Leidt tot, Doorstroom, Doorstroomfunctie, Volgende positie, Promotie",
        "next_code": "Volgende code, Volgend functienummer, Code volgende functie",
        "from": "Van, Huidige functie, Huidige rol",
        "to": "Naar, Doelfunctie, Nieuwe functie, Nieuwe rol",
        "promoted_from": "Vorige functie, Vorige functies, Vorige rol, Afkomstig uit",
        "reports_to": "Rapporteert aan, Leidinggevende, Valt onder, Direct leidinggevende",
        "duty": "Taak, Taken, Verantwoordelijkheid, Verantwoordelijkheden, Werkzaamheden, Hoofdtaken, Kerntaken,"
        " Hoofdtaak, Kerntaak, Taken en verantwoordelijkheden",
        "knowledge": "Kennis, Competenties, Competentie, Vaardigheden, Vaardigheid, Kennis en vaardigheden",
        "education": "Opleiding, Opleidingsniveau, Studie, Opleidingseisen",
        "certificate": "Certificaat, Certificaten, Certificering",
        "license": "Vergunning, Licentie, Rijbewijs, Bevoegdheid",
        "special_condition": "Bijzondere voorwaarden, Bijzonderheden",
        "environment": "Werkomgeving, Omgeving, Arbeidsomstandigheden",
        "job_summary": "Samenvatting, Omschrijving, Functieomschrijving, Beschrijving, Doel, Doel van de functie",
        OTHER: "Salaris, Loon, Locatie, Standplaats, Datum, Aantal, Bezetting",
    },
    "Portuguese": {
        "title": "Cargo, Função, Posto, Título, Título do cargo, Nome do cargo, Posição, Ocupação, Emprego, Papel,"
        " Designação, Denominação, Nome da função, Profissão, Posto de trabalho",
        "job_code": "Código, Número, Nº, N°, Código do cargo, Código da função, Referência, Número do cargo, Matrícula",
        "level": "Nível, Grau, Escalão, Patamar, Classe, Nível do cargo, Nível hierárquico, Senioridade",
        "job_function": "Área, Departamento, Função, Setor, Serviço, Secção, Seção, Área funcional, Direção, Unidade",
        "job_family": "Família, Família profissional, Família de cargos, Família de funções, Grupo ocupacional",
        "category": "Categoria, Categoria profissional, Carreira, Trilha, Percurso, Tipo de cargo",
        "career_path": "Próximo cargo, Próximos cargos, Próxima função, Próximo passo, Cargo seguinte, Progressão,"
        " Promoção, Promoção para, Evolução, Plano de carreira, Próximo posto, Função seguinte, Evolução possível,"
        " Leva a, Cargos seguintes, Trilha de carreira, Progressão de carreira, Próxima posição, Passo seguinte",
        "next_code": "Código seguinte, Próximo código, Código do próximo cargo",
        "from": "De, Cargo atual, Função atual, Cargo de origem, Origem",
        "to": "Para, Cargo de destino, Novo cargo, Função de destino, Destino, Cargo alvo",
        "promoted_from": "Cargo anterior, Cargos anteriores, Função anterior, Promovido de",
        "reports_to": "Reporta a, Superior, Superior imediato, Chefia, Responde a, Reporta-se a, Superior hierárquico",
        "duty": "Tarefa, Tarefas, Responsabilidade, Responsabilidades, Atividades, Atribuições, Missão, Deveres,"
        " Funções principais, Atividade, Tarefas principais, Principais responsabilidades",
        "knowledge": "Conhecimento, Conhecimentos, Competência, Competências, Habilidades, Aptidões, Capacidades",
        "education": "Formação, Educação, Escolaridade, Habilitações, Estudos, Habilitações literárias,"
        " Formação académica",
        "certificate": "Certificado, Certificados, Certificação, Certificações",
        "license": "Licença, Carta de condução, Registro profissional, Cédula profissional",
        "special_condition": "Condições especiais, Requisitos especiais, Condições particulares",
        "environment": "Ambiente, Ambiente de trabalho, Condições de trabalho",
        "job_summary": "Resumo, Descrição, Descrição do cargo, Objetivo, Objetivo do cargo, Descrição da função",
        OTHER: "Salário, Vencimento, Remuneração, Local, Localização, Data, Vagas, Lotação, Efetivo",
    },
    ENGLISH: {
        "reports_to": "Supervisor, Manager, Line manager, Boss, Reporting line, Supervised by, Managed by",
        "promoted_from": "Feeder roles, Feeder positions, Previous position, Previous positions, Previous post",
        OTHER: "Salary, Pay, Location, Date, Headcount, Openings, Remarks, Comments, Owner, Site",
    },
}

_TRACKS: Mapping[str, str] = {
    "professional": "Professionnel, Professionnelle, Expert, Fachlaufbahn, Fachkraft, Fachlich, Fachkräfte,"
    " Profesional, Profesionales, Professionale, Specialista, Professioneel, Specialistisch, Profissional,"
    " Técnico superior, Experte, Spezialist, Spécialiste, Especialista, Expertise",
    "managerial": "Cadre, Cadres, Cadre dirigeant, Encadrement supérieur, Direction, Dirigeant, Managérial,"
    " Management, Führung, Führungslaufbahn, Führungskraft, Führungskräfte, Leitung, Leitend, Direktion,"
    " Gerencial, Directivo, Directivos, Gerencia, Dirección, Dirigente, Dirigenziale, Dirigenti, Direzione,"
    " Leidinggevend, Directie, Gerência, Direção, Gestão, Encadrement",
    "supervisory": "Maîtrise, Agent de maîtrise, Agents de maîtrise, Supervision, Encadrement de proximité,"
    " Teamleitung, Gruppenleitung, Aufsicht, Supervisión, Mandos intermedios, Mando intermedio, Supervisione,"
    " Coordinamento, Toezicht, Teamleiding, Supervisão, Coordenação, Chefia",
    "operational": "Opérationnel, Exécution, Technique, Employé, Employés, Ouvrier, Ouvriers, Operativ,"
    " Gewerblich, Technisch, Operativo, Operativos, Técnico, Técnicos, Operativa, Tecnico, Uitvoerend,"
    " Operationeel, Operacional",
}

_PLACEHOLDERS = (
    "néant, aucun, aucune, sans objet, s o, non applicable, à définir, à déterminer, pas d'évolution, keine,"
    " keiner, keines, entfällt, k a, offen, nicht zutreffend, keine angabe, noch offen, ninguno, ninguna,"
    " no aplica, n d, por definir, sin definir, nessuno, nessuna, non previsto, non applicabile, da definire,"
    " geen, niet van toepassing, n v t, nader te bepalen, nenhum, nenhuma, não se aplica, não aplicável, a definir"
)
JOINING = ("et", "ou", "und", "oder", "y", "o", "e", "en", "of", "bzw", "sowie", "puis", "sau", "och", "i")
"""Words between two titles of one cell."""


def plain(word: str) -> str:
    """A word folded and without accents, so that "Échelon" and "echelon" are one."""
    parts = unicodedata.normalize("NFD", fold(word))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What a word may mean.

    Attributes:
        kinds: its meanings, `OTHER` where it is to stay as it is.
        languages: in which it means so.
        is_whole: whether it is the whole label and not a part of it.
    """

    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_whole: bool = False


@lru_cache(maxsize=1 << 14)
def hint_of(word: str) -> Hint:
    """What a label or heading may mean in a language of the table; nothing where it is not there.

    >>> hint_of("Évolution possible").kinds, hint_of("Mögliche Folgestelle").is_whole
    (('career_path',), False)
    """
    key = plain(re.sub(r"[(\[].*?[)\]]", " ", word))
    if key in _hints():
        return _hint(key, is_whole=True)
    said = key.split()
    spans = sorted(
        ((end - start, -start) for start in range(len(said)) for end in range(start + 1, len(said) + 1)), reverse=True
    )
    parts = (" ".join(said[-start : -start + length]) for length, start in spans)
    found = next((part for part in parts if len(part) > len("nach") and part in _hints()), None)
    return _hint(found, is_whole=False) if found else Hint()


def track_of(category: str) -> str | None:
    """The track that a category may be in a language of the table."""
    return _by_word()["tracks"].get(plain(category))


def is_nothing(text: str) -> bool:
    """Whether a cell may say that there is no title, in a language of the table."""
    return plain(text) in _by_word()["placeholders"]


def _hint(key: str, *, is_whole: bool) -> Hint:
    found = _hints()[key]
    languages = dict.fromkeys(language for _, language in found)
    return Hint(kinds=tuple(dict.fromkeys(kind for kind, _ in found)), languages=tuple(languages), is_whole=is_whole)


@cache
def _hints() -> dict[str, list[tuple[str, str]]]:
    """Each word with its meanings and the language of each."""
    hints: dict[str, list[tuple[str, str]]] = {}
    for language, kinds in _WORDS.items():
        for kind, words in kinds.items():
            for word in words.split(", "):
                hints.setdefault(plain(word), []).append((kind, language))
    return hints


@cache
def _by_word() -> dict[str, dict[str, str]]:
    tracks = {plain(word): track for track, words in _TRACKS.items() for word in words.split(", ")}
    return {"tracks": tracks, "placeholders": dict.fromkeys(map(plain, _PLACEHOLDERS.split(", ")), "")}
