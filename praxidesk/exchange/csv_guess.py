"""What a foreign table most probably means: how it is written, and what each column says."""

import csv
import io
import re
from collections.abc import Sequence

from praxidesk.engine.spelling import WORD, folded
from praxidesk.engine.table_import import OF_PATIENTS, Meaning, Subject, TableChoice, Writing
from praxidesk.exchange.csv_dates import is_day, is_moment, is_time

_DELIMITERS = (";", "\t", ",", "|")
_LOOKED_AT = 30
"""Rows that decide on the delimiter."""

_NAMES: dict[Meaning, str] = {
    Meaning.NUMBER: "patnr patientnr patientennr patientennummer patientnumber patientno patientid patid pid"
    " nummer number nr no kartei karteinummer karteinr akte chartnumber mrn kundennummer",
    Meaning.FAMILY: "nachname familienname familyname lastname surname family zuname",
    Meaning.GIVEN: "vorname vornamen rufname firstname givenname given forename",
    Meaning.NAME: "name patient patientname patientenname fullname kunde client",
    Meaning.BIRTH_DATE: "geburtsdatum gebdatum geb geboren geburtstag birthdate dateofbirth dob birthday",
    Meaning.SEX: "geschlecht sex gender",
    Meaning.PHONE: "telefon telefonnummer tel phone phonenumber telephone mobil mobile handy rufnummer",
    Meaning.EMAIL: "email mail emailadresse emailaddress",
    Meaning.REMARK: "hinweis patientennotiz patientnote",
    Meaning.START: "beginn start termin terminbeginn startzeit appointment startsat von from",
    Meaning.DATE: "datum tag termindatum date day terminam",
    Meaning.TIME: "uhrzeit zeit time um terminzeit",
    Meaning.END: "ende end bis until to terminende endzeit",
    Meaning.MINUTES: "dauer minuten min duration minutes length laenge dauermin dauerinminuten",
    Meaning.TYPE: "terminart art typ type leistung anlass terminanlass besuchsgrund grund behandlung service"
    " appointmenttype terminotyp termintyp reason",
    Meaning.PRACTITIONER: "arzt aerztin behandler behandlerin therapeut therapeutin mitarbeiter doctor doktor"
    " physician practitioner provider kalender calendar ressource",
    Meaning.ROOM: "raum zimmer room sprechzimmer behandlungsraum",
    Meaning.STATUS: "status terminstatus state",
    Meaning.NOTE: "bemerkung bemerkungen notiz notizen kommentar anmerkung note notes comment text info",
    Meaning.KEY: "terminnr terminnummer terminid appointmentid appointmentno id uid",
}
_BY_NAME = {name: meaning for meaning, names in _NAMES.items() for name in names.split()}


def guessed_writing(content: bytes) -> Writing:
    """Encoding, delimiter and whether the first row is a header."""
    encoding = _encoding(content)
    head = content[:200_000].decode(encoding, "replace").removeprefix("\ufeff")
    delimiter = max(_DELIMITERS, key=lambda each: _columns(head, each))
    first = next(csv.reader(io.StringIO(head), delimiter=delimiter), [])
    is_header = not any(_is_value(cell.strip()) for cell in first)
    return Writing(encoding, delimiter, is_header)


def guessed_choice(columns: Sequence[str], samples: Sequence[Sequence[str]], writing: Writing) -> TableChoice:
    """What each column says, by its name and by what stands in it; nothing twice."""
    meanings: list[Meaning | None] = []
    for place, name in enumerate(columns):
        filled = [cells[place].strip() for cells in samples if place < len(cells) and cells[place].strip()]
        meaning = _fitting(_BY_NAME.get(_plain(name)), filled)
        meanings.append(None if meaning in meanings else meaning)
    if Meaning.NAME in meanings and Meaning.GIVEN in meanings and Meaning.FAMILY not in meanings:
        meanings[meanings.index(Meaning.NAME)] = Meaning.FAMILY
    if Meaning.START in meanings and Meaning.DATE in meanings:
        # The day stands by itself, so this is the time alone.
        place = meanings.index(Meaning.START)
        meanings[place] = None if Meaning.TIME in meanings else Meaning.TIME
    if {Meaning.FAMILY, Meaning.NAME} <= set(meanings):
        meanings[meanings.index(Meaning.NAME)] = None
    is_calendar = bool({Meaning.START, Meaning.DATE, Meaning.TIME} & set(meanings))
    if not is_calendar:
        as_patient = {Meaning.NOTE: Meaning.REMARK, Meaning.KEY: Meaning.NUMBER}
        for place, meaning in enumerate(meanings):
            wanted = as_patient.get(meaning, meaning) if meaning is not None else None
            is_free = wanted is meaning or wanted not in meanings
            meanings[place] = wanted if wanted in OF_PATIENTS and is_free else None
    subject = Subject.APPOINTMENTS if is_calendar else Subject.PATIENTS
    return TableChoice(subject, tuple(meanings), writing)


def _fitting(meaning: Meaning | None, filled: Sequence[str]) -> Meaning | None:
    """The meaning that a name suggests, corrected by what stands below it."""
    if not filled or meaning not in {Meaning.START, Meaning.DATE, Meaning.TIME}:
        return meaning
    for wanted, fits in ((Meaning.TIME, is_time), (Meaning.START, is_moment), (Meaning.DATE, is_day)):
        if sum(fits(each) for each in filled) * 2 > len(filled):
            return wanted
    return meaning


def _encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _columns(head: str, delimiter: str) -> int:
    """How many columns most of the first rows have, where they agree."""
    widths = []
    try:
        for row in csv.reader(io.StringIO(head), delimiter=delimiter):
            if row:
                widths.append(len(row))
            if len(widths) == _LOOKED_AT:
                break
    except csv.Error:
        return 0
    if not widths:
        return 0
    usual = max(set(widths), key=widths.count)
    return usual if usual > 1 and widths.count(usual) * 2 > len(widths) else 0


def _is_value(cell: str) -> bool:
    """Whether no header would be called so."""
    return bool(re.fullmatch(r"[\d.,:/ -]+", cell)) or is_day(cell) or is_moment(cell)


def _plain(name: str) -> str:
    """Letters and digits only, umlauts spelled out."""
    return "".join(WORD.findall(folded(name)))
