"""Patients found by what was typed: how many, and any page of them, in one statement."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Executable,
    Select,
    and_,
    bindparam,
    case,
    func,
    intersect,
    literal,
    or_,
    select,
    text,
    union_all,
)

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.found import PAGE, Fit
from praxidesk.engine.vocabulary import ActorId, Status
from praxidesk.models.entry_queries import PATIENT_COLUMNS, patient_on_entry
from praxidesk.models.id_list import is_among
from praxidesk.models.name_sounds import KnownNames
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import entry, entry_change, patient, patient_word, practice
from praxidesk.models.text_list import is_one_of
from praxidesk.models.typed_words import TypedWord

WordShape = tuple[bool, int]
"""Whether a word is a name, and how many ranges it has: what a statement's form hangs on."""

_NOT_COMING = (Status.CANCELLED, Status.ENTERED_IN_ERROR, Status.NOSHOW, Status.WAITLIST)


class Sounds:
    """The names of the store by their sound, kept as long as nobody adds or changes a patient."""

    def __init__(self) -> None:
        self._stamp: tuple[int, int, int] | None = None
        self._since = 0
        """Patients up to here are not counted: all of them were read, and no transaction is that old."""
        self._names = KnownNames()

    @property
    def names(self) -> KnownNames:
        """As they were read last."""
        return self._names

    @property
    def since(self) -> int:
        """What ``STAMP`` is asked with."""
        return self._since

    def are_of(self, stamp: Sequence[Any]) -> bool:
        """Whether the names are those of a store with this stamp."""
        version, count, newest = stamp
        return self._stamp == (version, count, newest or 0)

    def refresh(self, connection: Connection) -> KnownNames:
        """The names as they are now: one statement, and another where they are other ones."""
        ((version, count, newest),) = fetch_all(connection, STAMP, {"since": self._since})
        stamp = (version, count, newest or 0)
        known = self._stamp
        if known is not None and known != stamp and known[0] == version:
            # Only new patients: their words alone are read, if they are those that are missing.
            rows = fetch_all(connection, _NEW_NAMES, {"newest": known[2]})
            if len({actor for actor, _ in rows}) == count - known[1]:
                self._names.add(word for _, word in rows)
                self._stamp = known = stamp
        if known != stamp:
            self._names = KnownNames(word for (word,) in fetch_all(connection, _all_names(connection)))
            self._stamp = stamp
            since = max(0, stamp[2] - STILL_TO_COME)
            if since != self._since:
                self._since = since
                ((version, count, newest),) = fetch_all(connection, STAMP, {"since": since})
                self._stamp = (version, count, newest or 0)
        return self._names


def asked_words(words: Sequence[TypedWord], names: KnownNames) -> dict[str, Any]:
    """The parameters of words, for every statement of this module and of ``found_entries``."""
    asked: dict[str, Any] = {}
    for place, word in enumerate(words):
        for number, (start, end) in enumerate(word.ranges):
            asked[f"from_{place}_{number}"] = start
            asked[f"until_{place}_{number}"] = end
        if word.is_name:
            asked[f"alike_{place}"] = names.like(word.text)
    return asked


def shape_of(words: Iterable[TypedWord]) -> tuple[WordShape, ...]:
    """The form of a statement for these words."""
    return tuple((word.is_name, len(word.ranges)) for word in words)


def patients_page(
    connection: Connection, words: Sequence[TypedWord], asked: Mapping[str, Any]
) -> tuple[int, int, tuple[tuple[PatientOnEntry, Fit], ...]]:
    """How many there are, how many of them fit whole, and the first of them."""
    rows = fetch_all(connection, _page(shape_of(words)), {**asked, "offset": 0, "limit": PAGE})
    if not rows:
        return 0, 0, ()
    return rows[0][0], rows[0][1], tuple((patient_on_entry(*row[3:]), Fit(row[2])) for row in rows)


def waiting_since(connection: Connection, patients: Sequence[ActorId]) -> dict[ActorId, int]:
    """Since when each has been on the waiting list; those who are not are left out."""
    rows = fetch_all(connection, _WAITING, {"patients": list(patients)})
    return {ActorId(who): at for who, at in rows}


@lru_cache(maxsize=256)
def fitting(place: int, shape: WordShape) -> CTE:
    """Who fits a word: ``actor_id``, and ``kind`` 0, or 1 where only the sound does.

    The very same for the same word, so that statements asked as one share it.
    """
    is_name, ranges = shape
    ways = [
        select(patient_word.c.actor_id, literal(0).label("kind")).where(
            patient_word.c.word >= bindparam(f"from_{place}_{number}"),
            patient_word.c.word < bindparam(f"until_{place}_{number}"),
        )
        for number in range(ranges)
    ]
    if is_name:
        ways.append(
            select(patient_word.c.actor_id, literal(1)).where(
                is_one_of(patient_word.c.word, f"alike_{place}")
            )
        )
    both = union_all(*ways).subquery()
    return (
        select(both.c.actor_id, func.min(both.c.kind).label("kind"))
        .group_by(both.c.actor_id)
        .cte(f"fits_{place}")
    )


def fitting_all(fits: Sequence[CTE]) -> Select[Any]:
    """The patients who fit all of some words."""
    every = intersect(*(select(each.c.actor_id) for each in fits)).subquery()
    return select(every.c.actor_id)


@lru_cache(maxsize=256)
def told_page(shapes: tuple[WordShape, ...]) -> Select[Any]:
    """The page of ``patients_page``, and of each patient the next entry, and since when they wait.

    The next entry coming; where there is none, the first since ``today``.
    """
    page, order = _found(shapes)
    places = [each.label(f"place_{number}") for number, each in enumerate(order)]
    found = _cut(page.add_columns(*places), order).subquery("page")
    own = entry.c.patient_id == found.c.actor_id
    following = (
        select(entry.c.id)
        .where(
            own,
            entry.c.starts_at >= bindparam("today"),
            entry.c.status.not_in([status.value for status in _NOT_COMING]),
        )
        .order_by(case((entry.c.starts_at >= bindparam("now"), 0), else_=1), entry.c.starts_at, entry.c.id)
        .limit(1)
    )
    waiting = (
        select(func.min(entry_change.c.changed_at))
        .select_from(entry.join(entry_change, entry_change.c.entry_id == entry.c.id))
        .where(own, entry.c.status == Status.WAITLIST.value)
    )
    shown = [each for each in found.c if not each.key.startswith("place_")]
    return select(
        *shown, following.scalar_subquery().label("following"), waiting.scalar_subquery().label("waiting")
    ).order_by(*(found.c[each.key] for each in places))


@lru_cache(maxsize=256)
def _page(shapes: tuple[WordShape, ...]) -> Select[Any]:
    return _cut(*_found(shapes))


def _cut(found: Select[Any], order: Sequence[ColumnElement[Any]]) -> Select[Any]:
    return found.order_by(*order).limit(bindparam("limit")).offset(bindparam("offset"))


def _found(shapes: tuple[WordShape, ...]) -> tuple[Select[Any], Sequence[ColumnElement[Any]]]:
    """Everybody found, and by what they are sorted."""
    fits = [fitting(place, shape) for place, shape in enumerate(shapes)]
    names = [each for each, (is_name, _) in zip(fits, shapes, strict=True) if is_name]
    numbers = [each for each, (is_name, _) in zip(fits, shapes, strict=True) if not is_name]
    first, *others = names or numbers
    misheard: ColumnElement[int] = first.c.kind
    for each in others:
        misheard = misheard + each.c.kind
    joined = first
    source: Any = joined
    for each in others:
        source = source.join(each, each.c.actor_id == first.c.actor_id)
    rank: ColumnElement[int] = case((misheard > 0, Fit.SOUND.value), else_=Fit.WHOLE.value)
    if names and numbers:
        numbered = fitting_all(numbers).cte("numbered")
        source = source.outerjoin(numbered, numbered.c.actor_id == first.c.actor_id)
        rank = case((numbered.c.actor_id.is_(None), Fit.NAME.value), else_=rank)
    hits = select(first.c.actor_id, rank.label("fit")).select_from(source).cte("found_patients")
    total = select(func.count()).select_from(hits).scalar_subquery()
    whole = select(func.count()).select_from(hits).where(hits.c.fit < Fit.NAME.value).scalar_subquery()
    begins = [
        and_(
            patient.c.family_key >= bindparam(f"from_{place}_{number}"),
            patient.c.family_key < bindparam(f"until_{place}_{number}"),
        )
        for place, (is_name, ranges) in enumerate(shapes)
        if is_name
        for number in range(ranges)
    ]
    by_family = [case((or_(*begins), 0), else_=1)] if begins else []
    everybody = select(
        total.label("total"), whole.label("whole"), hits.c.fit.label("fit"), *PATIENT_COLUMNS
    ).select_from(hits.join(patient, patient.c.actor_id == hits.c.actor_id))
    return everybody, (
        hits.c.fit,
        *by_family,
        patient.c.family_key,
        patient.c.given_key,
        func.coalesce(patient.c.birth_date, ""),
        patient.c.number,
    )


def _all_names(connection: Connection) -> Executable:
    return _NAMES_BY_STEPS if connection.dialect.name == "postgresql" else _ALL_NAMES


STAMP = select(
    select(practice.c.version).scalar_subquery(),
    select(func.count()).where(patient.c.actor_id > bindparam("since")).scalar_subquery(),
    select(func.max(patient.c.actor_id)).scalar_subquery(),
)
STILL_TO_COME = 20_000
"""Ids of patients that may have been given, and not been committed, while later ones were read."""
_NAMES_BY_STEPS = text(
    # From each word to the next in the index: of two million patients there are some ten thousand names, and
    # six million words that begin with a letter. What has a digit is a number, and so are those beside it.
    """WITH RECURSIVE names AS (
    (SELECT word FROM patient_word WHERE word >= 'a' ORDER BY word LIMIT 1)
    UNION ALL
    SELECT (
        SELECT later.word FROM patient_word later WHERE later.word > (
            CASE WHEN names.word ~ '[0-9]' THEN substring(names.word from '^[^0-9]*') || ':'
            ELSE names.word END) COLLATE "C"
        ORDER BY later.word LIMIT 1)
    FROM names WHERE names.word IS NOT NULL)
    SELECT word FROM names WHERE word !~ '[0-9]'"""
)
_ALL_NAMES = select(patient_word.c.word).distinct().where(patient_word.c.word >= "a")
_NEW_NAMES = select(patient_word.c.actor_id, patient_word.c.word).where(
    patient_word.c.actor_id > bindparam("newest")
)


_WAITING = (
    select(entry.c.patient_id, func.min(entry_change.c.changed_at))
    .join(entry_change, entry_change.c.entry_id == entry.c.id)
    .where(is_among(entry.c.patient_id, "patients"), entry.c.status == Status.WAITLIST.value)
    .group_by(entry.c.patient_id)
)
