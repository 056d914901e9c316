"""What a typed line is read as: its words, what each of them means, and the wish they add up to."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from praxidesk.engine.vocabulary import ActorId, Ranking, ServiceId

EVERY_DAY = frozenset(range(7))
_FEWEST_WISHES = 2
"""So many things beside a name are no name: one alone (``Sonntag``, ``Koch``) may be."""


class Meaning(StrEnum):
    """What a word, or words that belong together, can be."""

    PATIENT = "patient"
    SERVICE = "service"
    """An appointment type or procedure."""
    COMBINATION = "combination"
    LENGTH = "length"
    DAY = "day"
    TIME = "time"
    """A part of the day, or a time of day."""
    ACTOR = "actor"
    ORDER = "order"
    """How proposals are ranked."""
    JOINING = "joining"
    """Small words that say nothing by themselves."""
    UNCLEAR = "unclear"


class Trouble(StrEnum):
    """Why something that was understood is not heeded."""

    NO_SUCH_DAY = "no_such_day"
    """``31.2.``"""
    NO_SUCH_TIME = "no_such_time"
    """``25:00``"""
    EITHER_WAY = "either_way"
    """``5/11``: day and month may be meant in either order."""
    TWICE = "twice"
    """The same thing was said before, and otherwise."""
    CONTRADICTS = "contradicts"
    """A weekday that is not that of the date; a part of the day without the time named."""
    NO_MEANING = "no_meaning"
    """A number too small or too large for minutes, a lone sign."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """``do``, or ``nächsten Do``: that of next week."""

    number: int
    """0 is Monday."""
    weeks: int | None = None
    """Of this calendar week (0) or a later one; ``None``: the next one there is."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from one to another, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Between:
    """A part of the day, in minutes of wall time."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A start, in minutes of wall time."""

    minute: int


Value = int | str | date | Weekday | Stretch | Between | Moment | Ranking | None
"""Minutes, or ids; the words a patient is searched by."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or words that belong together, and what they were read as."""

    typed: str
    places: tuple[int, ...]
    """Which words of the line, from 0."""
    meaning: Meaning
    value: Value = None
    is_guess: bool = False
    """By a part of the word or with a slip, or where something else could be meant as well."""
    trouble: Trouble | None = None

    def troubled(self, trouble: Trouble) -> "Piece":
        """The same, not heeded."""
        return replace(self, trouble=trouble)


@dataclass(frozen=True, slots=True)
class DaysWish:
    """On which days it shall be."""

    first: date
    last: date
    """Included."""
    weekdays: frozenset[int] = EVERY_DAY
    repeats: bool = False
    """Of a bare weekday: a later week will do, where the first has nothing."""

    @property
    def single(self) -> date | None:
        """The one day, where it is only one."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole line."""

    pieces: tuple[Piece, ...] = ()
    """In the order typed; every word of the line is in one of them."""
    patient: tuple[str, ...] = ()
    """The words a patient is searched by, as typed; dates as ``29.02.1984``."""
    names: tuple[str, ...] = ()
    """Those of them that can be names."""
    born: date | None = None
    service: ServiceId | None = None
    combination: str | None = None
    """Code of a combination, instead of a service."""
    minutes: int | None = None
    days: DaysWish | None = None
    between: Between | None = None
    """The slot lies wholly within."""
    moment: Moment | None = None
    """The slot starts then."""
    actors: tuple[ActorId, ...] = ()
    """By id."""
    ranking: Ranking | None = None
    others: tuple[tuple[int, Meaning], ...] = ()
    """Words, by their place, that can be meant otherwise too, and as what: the likeliest first."""

    @property
    def unclear(self) -> tuple[Piece, ...]:
        """What is not heeded."""
        return tuple(each for each in self.pieces if each.trouble is not None)

    @property
    def wishes(self) -> frozenset[Meaning]:
        """What was said of a booking besides for whom, and is heeded."""
        return frozenset(
            each.meaning
            for each in self.pieces
            if each.trouble is None
            and not each.is_guess
            and each.meaning not in (Meaning.PATIENT, Meaning.JOINING, Meaning.UNCLEAR)
        )

    @property
    def is_booking(self) -> bool:
        """Whether it is hardly the name of somebody: it says more than one thing, or a type beside a name."""
        wishes = self.wishes
        return len(wishes) >= _FEWEST_WISHES or (
            bool(wishes & {Meaning.SERVICE, Meaning.COMBINATION}) and bool(self.patient)
        )
