"""The mapping of a table as somebody chose it on screen; what a mapping file says in TOML otherwise."""

from collections.abc import Mapping, Sequence

from praxidesk.engine.table_import import Meaning, Subject, TableChoice, Writing
from praxidesk.engine.vocabulary import Role
from praxidesk.exchange.csv_cells import Column, MinutesCell, MomentCell, TextCell, TimeCell
from praxidesk.exchange.csv_dates import is_moment, patterns_of
from praxidesk.exchange.csv_mapping import CsvMapping, Layout
from praxidesk.exchange.csv_patients import COMMA, FAMILY_FIRST, GIVEN_FIRST, NameCells, PatientCells
from praxidesk.exchange.csv_patterns import Part, Patterns
from praxidesk.exchange.csv_requests import ParticipantCells, RequestCells

M = Meaning
_CONTACTS = {M.SEX: "sex", M.PHONE: "phone", M.EMAIL: "email", M.REMARK: "note"}
_KEY_OF = (M.START, M.DATE, M.TIME, M.PRACTITIONER, M.ROOM, M.NUMBER, M.FAMILY, M.GIVEN, M.NAME)
"""What makes an appointment another one, where the table has no number of its own for it."""
KEY_PREFIX = "import "

Samples = Mapping[Meaning, Sequence[str]]
"""Filled cells of each column, by what it says."""


def layout_of(writing: Writing) -> Layout:
    """How the table is read."""
    return Layout(writing.encoding, writing.delimiter, header=writing.has_header)


def mapping_of(choice: TableChoice, samples: Samples) -> CsvMapping:
    """The cells of a row as patients and bookings; ``choice`` misses nothing.

    A table of patients without numbers reads the number of the line for one; who stores them gives others.
    """
    made = _Cells(choice, samples)
    names = made.names()
    wants_patient = choice.subject is Subject.PATIENTS or M.NUMBER in choice.meanings
    patient = None
    if names is not None and wants_patient:
        number = made.text(M.NUMBER) if M.NUMBER in choice.meanings else TextCell(line=True)
        contacts = {key: made.text(each, optional=True) for each, key in _CONTACTS.items() if made.has(each)}
        patient = PatientCells(number, names, contacts)
    request = made.request(names) if choice.subject is Subject.APPOINTMENTS else None
    return CsvMapping(layout_of(choice.writing), (), request, patient)


class _Cells:
    """Cells by what they say."""

    def __init__(self, choice: TableChoice, samples: Samples) -> None:
        self._choice = choice
        self._samples = samples

    def has(self, meaning: Meaning) -> bool:
        """Whether a column says it."""
        return meaning in self._choice.meanings

    def text(self, meaning: Meaning, *, optional: bool = False) -> TextCell:
        """Its column, with its words for codes; or the same for every row."""
        column = self._choice.column(meaning)
        if column is None:
            return TextCell(constant=self._choice.everywhere[meaning])
        return TextCell((column,), codes=self._choice.words.get(meaning, {}), optional=optional)

    def time(self, meaning: Meaning, part: Part, *, optional: bool = False) -> TimeCell:
        """Its column, as its cells are written."""
        of_birth = meaning is M.BIRTH_DATE
        patterns = patterns_of(part, self._samples.get(meaning, ()), of_birth=of_birth)
        return TimeCell(self.text(meaning, optional=optional), Patterns(part, patterns))

    def names(self) -> NameCells | None:
        """The patient's."""
        born = self.time(M.BIRTH_DATE, Part.DAY, optional=True) if self.has(M.BIRTH_DATE) else None
        if self.has(M.FAMILY):
            given = self.text(M.GIVEN, optional=True) if self.has(M.GIVEN) else TextCell(constant="")
            return NameCells(self.text(M.FAMILY), given, birth_date=born)
        if self.has(M.NAME):
            return NameCells(whole=self.text(M.NAME), order=self._order(), birth_date=born)
        return None

    def request(self, names: NameCells | None) -> RequestCells:
        """The appointment."""
        texts = {"key": self._key(), "type": self.text(M.TYPE)}
        if self.has(M.STATUS):
            texts["status"] = self.text(M.STATUS)
        if self.has(M.NOTE):
            texts["note"] = self.text(M.NOTE, optional=True)
        people = [ParticipantCells(TextCell(constant=Role.PRACTITIONER), self.text(M.PRACTITIONER))]
        if self.has(M.ROOM):
            people.append(ParticipantCells(TextCell(constant=Role.ROOM), self.text(M.ROOM)))
        minutes = MinutesCell(self.text(M.MINUTES), decimal=",") if self.has(M.MINUTES) else None
        return RequestCells(
            texts=texts,
            start=self._start(),
            participants=tuple(people),
            end=None if minutes is not None else self._end(),
            minutes=minutes,
            patient=self.text(M.NUMBER) if self.has(M.NUMBER) else names,
            fill=not self.has(M.ROOM),
        )

    def _start(self) -> MomentCell:
        if self.has(M.START):
            return MomentCell(whole=self.time(M.START, Part.MOMENT))
        return MomentCell(day=self.time(M.DATE, Part.DAY), time=self.time(M.TIME, Part.TIME))

    def _end(self) -> MomentCell | None:
        if not self.has(M.END):
            return None
        if any(is_moment(each) for each in self._samples.get(M.END, ())):
            return MomentCell(whole=self.time(M.END, Part.MOMENT))
        # A time of the same day.
        day = self.time(M.DATE, Part.DAY) if self.has(M.DATE) else self.time(M.START, Part.MOMENT)
        return MomentCell(day=day, time=self.time(M.END, Part.TIME))

    def _key(self) -> TextCell:
        column = self._choice.column(M.KEY)
        columns: tuple[Column, ...] = () if column is None else (column,)
        if not columns:
            places = (self._choice.column(each) for each in _KEY_OF)
            columns = tuple(place for place in places if place is not None)
        return TextCell(columns, prefix=KEY_PREFIX)

    def _order(self) -> str:
        """How both names stand in one column: with a comma, or as most registers do."""
        found = self._samples.get(M.NAME, ())
        if sum("," in each for each in found) * 2 > len(found):
            return COMMA
        return FAMILY_FIRST if _looks_family_first(found) else GIVEN_FIRST


def _looks_family_first(names: Sequence[str]) -> bool:
    """Capitals mark the family name in many registers: ``MÜLLER Anna``."""
    marked = [each.split() for each in names if len(each.split()) > 1]
    return sum(words[0].isupper() and not words[-1].isupper() for words in marked) * 2 > len(marked) > 0
