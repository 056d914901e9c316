"""What one tile says: an entry in one column, put into words once per change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, ActorKind, Colour, EntryKind, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.glyphs import Symbol
from praxidesk.ui.wording import dates, stranded_words, words

translate = QCoreApplication.translate

_LONGEST = 200
"""Characters of a text that a tile looks at; more never fits."""


class Look(Enum):
    """The ways a tile is painted, by what became of the entry."""

    BOOKED = "booked"
    PENDING = "pending"
    ARRIVED = "arrived"
    CHECKED_IN = "checked-in"
    DONE = "done"
    NOSHOW = "noshow"
    CANCELLED = "cancelled"
    BLOCKOUT = "blockout"


_LOOK_OF_STATUS = {
    Status.PROPOSED: Look.PENDING,
    Status.PENDING: Look.PENDING,
    Status.WAITLIST: Look.PENDING,
    Status.BOOKED: Look.BOOKED,
    Status.ARRIVED: Look.ARRIVED,
    Status.CHECKED_IN: Look.CHECKED_IN,
    Status.FULFILLED: Look.DONE,
    Status.NOSHOW: Look.NOSHOW,
    Status.CANCELLED: Look.CANCELLED,
    Status.ENTERED_IN_ERROR: Look.CANCELLED,
}


class Muting(Enum):
    """What a filter leaves of a tile: it stays where it is, whatever it says."""

    NONE = "none"
    DIMMED = "dimmed"
    HIDDEN = "hidden"
    """A block without words."""


@dataclass(frozen=True, slots=True)
class TileFace:
    """Everything that is written or drawn on a tile; equal faces look alike."""

    look: Look
    colour: Colour
    family: str
    """Family name; of an entry without patient, what it is."""
    given: str
    age: str
    service: str
    """Type or procedure; empty where ``family`` says it already."""
    short_service: str
    """The same for little room."""
    other: str
    """Who or where else, in short."""
    time: str
    note: str
    marks: tuple[Symbol, ...]
    """Beside the name: urgency, first visit, series, note, override."""
    is_overridden: bool
    is_stranded: bool = False
    """It stands in time that was taken away since, and has to be moved."""
    muting: Muting = Muting.NONE


@dataclass(frozen=True, slots=True)
class FaceWords:
    """What faces of one state have in common."""

    practice: Practice
    zone: Zone
    colour_by: ColourBy
    usual_rooms: Mapping[ActorId, ActorId]
    """Where each practitioner works most of the time shown; not worth saying on a tile."""

    def face(self, entry: Entry, allocation: Allocation) -> TileFace:
        """The face of an entry in the column of the actor that ``allocation`` takes."""
        service = one_line(words.service_name(self.practice, entry))
        short = one_line(words.short_service_name(self.practice, entry))
        patient = entry.patient
        is_blockout = entry.kind is EntryKind.BLOCKOUT
        is_stranded = stranded_words.is_stranded(self.practice, self.zone, entry)
        if patient is not None:
            family, given = one_line(patient.family), one_line(patient.given)
        else:
            family, given = one_line(entry.reason) if is_blockout and entry.reason else service, ""
        return TileFace(
            look=look_of(entry),
            colour=self.colour(entry),
            family=family or given,
            given=given if family else "",
            age=self._age(entry),
            service=service if service != family else "",
            short_service=short if service != family else "",
            other=self._other(entry, allocation.actor),
            time=dates.clock(self.zone, allocation.starts_at),
            note=one_line(entry.note),
            marks=tuple(self._marks(entry, is_stranded=is_stranded)),
            is_overridden=bool(entry.override_reason),
            is_stranded=is_stranded,
        )

    def spoken(self, entry: Entry, allocation: Allocation) -> str:
        """What a screen reader says: date, column, time, patient, type and status."""
        actor = self.practice.actors.get(allocation.actor)
        patient = one_line(words.patient_name(entry.patient)) if entry.patient is not None else ""
        reason = one_line(entry.reason) if entry.kind is EntryKind.BLOCKOUT else ""
        parts = (
            dates.long_day(self.zone.day_of(allocation.starts_at)),
            one_line(actor.name) if actor is not None else "",
            dates.time_range(self.zone, allocation.span),
            patient or reason,
            one_line(words.service_name(self.practice, entry)),
            words.status_name(entry.status),
            *words.distinctions(self.practice, entry),
            words.series_name(entry),
            one_line(stranded_words.stranded_text(self.practice, self.zone, entry)),
        )
        return ", ".join(part for part in parts if part)

    def colour(self, entry: Entry) -> Colour:
        """The type's colour, or its first practitioner's, by choice."""
        if self.colour_by is ColourBy.PRACTITIONER:
            for allocation in entry.allocations:
                actor = self.practice.actors.get(allocation.actor)
                if actor is not None and actor.kind is ActorKind.PRACTITIONER and actor.colour is not None:
                    return actor.colour
        service = self.practice.service(entry.type, entry.procedure)
        return service.colour if service is not None else Colour.SLATE

    def _marks(self, entry: Entry, *, is_stranded: bool) -> Iterator[Symbol]:
        if entry.series is not None:
            yield Symbol.SERIES
        service = self.practice.service(entry.type, entry.procedure)
        if service is not None and service.first_visit:
            yield Symbol.FIRST_VISIT
        if entry.note.strip():
            yield Symbol.NOTE
        if words.is_urgent(self.practice, entry):
            yield Symbol.URGENT
        if entry.override_reason:
            yield Symbol.OVERRIDE
        if is_stranded and look_of(entry) is not Look.BOOKED:
            yield Symbol.STRANDED  # else it stands before the name

    def _age(self, entry: Entry) -> str:
        patient = entry.patient
        if patient is None or patient.birth_date is None:
            return ""
        years = dates.age(patient.birth_date, self.zone.day_of(entry.starts_at))
        return str(years) if years >= 0 else ""

    def _other(self, entry: Entry, column: ActorId) -> str:
        """In a room or device, its practitioner; with a practitioner, the room unless it is the usual one."""
        own = self.practice.actors.get(column)
        if own is None:
            return ""
        is_practitioner = own.kind is ActorKind.PRACTITIONER
        wanted = ActorKind.ROOM if is_practitioner else ActorKind.PRACTITIONER
        for allocation in entry.allocations:
            actor = self.practice.actors.get(allocation.actor)
            if actor is not None and actor.kind is wanted:
                is_usual = is_practitioner and self.usual_rooms.get(column) == allocation.actor
                return "" if is_usual else one_line(actor.code)
        return ""


def muted_words(spoken: str) -> str:
    """What a screen reader says of a tile that a filter mutes."""
    return translate("tile", "{entry}, not in the filter").format(entry=spoken)


def look_of(entry: Entry) -> Look:
    """How an entry is painted."""
    look = _LOOK_OF_STATUS[entry.status]
    return Look.BLOCKOUT if entry.kind is EntryKind.BLOCKOUT and look is Look.BOOKED else look


def one_line(text: str) -> str:
    """The beginning of a text without line breaks and other control characters."""
    text = text[:_LONGEST]
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
