"""Entries of any time found by what was typed, or of one patient: how many, and any page of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    case,
    except_,
    exists,
    func,
    literal,
    or_,
    select,
    union,
    union_all,
)

from praxidesk.engine.found import PAGE, CardCounts
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import GONE, ActorId, EntryId, ProcedureId, Status, TypeId
from praxidesk.models.found_patients import WordShape, fitting, fitting_all
from praxidesk.models.id_list import is_among
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import allocation, entry, patient

MANY = 1_000
"""Patients, from which on entries are gone through by time."""
MOST_EARLIER, MOST_ON_DAY, MOST_LATER = 2, 12, 4
"""Entries of one patient around a day."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What a word may mean beside a patient's: an entry fits it by any of these."""

    types: tuple[TypeId, ...] = ()
    procedures: tuple[ProcedureId, ...] = ()
    actors: tuple[ActorId, ...] = ()
    spans: tuple[Span, ...] = ()
    """Within which it starts."""

    def __bool__(self) -> bool:
        """Whether it means anything."""
        return bool(self.types or self.procedures or self.actors or self.spans)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a statement's form hangs on, for one word."""

    place: int
    word: WordShape
    types: bool
    procedures: bool
    actors: bool
    spans: int

    @property
    def is_plain(self) -> bool:
        """Whether only a patient fits it."""
        return not (self.types or self.procedures or self.actors or self.spans)


def entries_of_words(words: Iterable[tuple[int, WordShape, Meanings]]) -> tuple[Select[Any], dict[str, Any]]:
    """How many entries fit every word, how many of them are to come, and those from ``offset`` on.

    The statement and its parameters, besides those that ``asked_words`` gives for the words, ``now``, and
    those of ``page_from``.

    :param words: the place of each among those ``asked_words`` was given, its form, and what else it means
    """
    shapes, given = [], dict[str, Any]()
    for place, word, meant in words:
        shapes.append(
            _Shape(
                place, word, bool(meant.types), bool(meant.procedures), bool(meant.actors), len(meant.spans)
            )
        )
        given[f"types_{place}"] = meant.types
        given[f"procedures_{place}"] = meant.procedures
        given[f"actors_{place}"] = meant.actors
        for number, span in enumerate(meant.spans):
            given[f"since_{place}_{number}"], given[f"before_{place}_{number}"] = span.start, span.end
    return _of_words(tuple(shapes)), given


def page_from(offset: int) -> dict[str, int]:
    """The parameters that say which page."""
    return {"offset": offset, "limit": PAGE, "reach": offset + PAGE, "many": MANY}


def patient_entries_page(
    connection: Connection, patient: ActorId, now: int, offset: int
) -> tuple[int, int, tuple[EntryId, ...]]:
    """The same of one patient: every entry, of whatever status."""
    asked = {"patient": patient, "parted": now, **page_from(offset)}
    return counted_entries(fetch_all(connection, _OF_PATIENT, asked))


def card_counts(connection: Connection, patient: ActorId, now: int) -> CardCounts:
    """How many entries a patient has, by what became of them."""
    ((total, coming, missed, cancelled),) = fetch_all(connection, _COUNTS, {"patient": patient, "now": now})
    return CardCounts(total, coming or 0, missed or 0, cancelled or 0)


def neighbour(
    connection: Connection, patient: ActorId, starts_at: int, entry_id: EntryId, *, later: bool
) -> EntryId | None:
    """The entry of a patient right after or before another one, of those that stand in the calendar."""
    asked = {"patient": patient, "at": starts_at, "id": entry_id}
    found = fetch_all(connection, _LATER if later else _EARLIER, asked)
    return EntryId(found[0][0]) if found else None


def entries_around(connection: Connection, patient: ActorId, day: Span) -> tuple[EntryId, ...]:
    """A patient's entries of a day, the last few before it and the next few after it; none that are gone."""
    asked = {
        "patient": patient,
        "since": day.start,
        "before": day.end,
        "earlier": MOST_EARLIER,
        "on_day": MOST_ON_DAY,
        "later": MOST_LATER,
    }
    return tuple(EntryId(id_) for (id_,) in fetch_all(connection, _AROUND, asked))


def counted_entries(rows: Sequence[Sequence[Any]]) -> tuple[int, int, tuple[EntryId, ...]]:
    """What the rows of such a page say."""
    return (rows[0][0], rows[0][1], tuple(EntryId(row[2]) for row in rows)) if rows else (0, 0, ())


def _paged(found: FromClause) -> Select[Any]:
    """Those from today on by start, then the past ones from the last back; by id where they start together.

    What is today is looked for most: who waits, is in treatment, or has just left.

    Each part ends early: with hundred thousands of entries, sorting all of them costs most.
    """
    starts, is_coming = found.c.starts_at, found.c.starts_at >= bindparam("parted")
    counts = select(
        func.count().label("total"), func.coalesce(func.sum(case((is_coming, 1), else_=0)), 0).label("coming")
    ).select_from(found)
    counted = counts.cte("counted")
    coming = _part(0, found, is_coming, starts)
    past = _part(1, found, starts < bindparam("parted"), -starts)
    top = union_all(select(coming), select(past)).subquery()
    return _cut(select(counted.c.total).scalar_subquery(), select(counted.c.coming).scalar_subquery(), top)


def _cut(total: ColumnElement[int], coming: ColumnElement[int], top: FromClause) -> Select[Any]:
    return (
        select(total.label("total"), coming.label("coming"), top.c.id)
        .order_by(top.c.part, top.c.far, top.c.id)
        .limit(bindparam("limit"))
        .offset(bindparam("offset"))
    )


def _part(part: int, found: FromClause, which: ColumnElement[bool], far: ColumnElement[int]) -> FromClause:
    distance = far.label("far")
    return (
        select(literal(part).label("part"), distance, found.c.id)
        .where(which)
        .order_by(distance, found.c.id)
        .limit(bindparam("reach"))
        .subquery()
    )


@lru_cache(maxsize=256)
def _of_words(shapes: tuple[_Shape, ...]) -> Select[Any]:
    """Driven by the patients of the words that mean nothing else; or by all meanings of the first word."""
    fits = {shape.place: fitting(shape.place, shape.word) for shape in shapes}
    plain = [fits[shape.place] for shape in shapes if shape.is_plain]
    mixed = [shape for shape in shapes if not shape.is_plain]
    if not mixed:
        return _of_patients(fitting_all(plain).cte("wanted"))
    head = select(entry.c.id, entry.c.starts_at)
    if plain:
        found = head.where(entry.c.patient_id.in_(fitting_all(plain)))
    else:
        # A date narrows most, then a person or room.
        mixed.sort(key=lambda shape: (not shape.spans, not shape.actors, shape.place))
        first, *mixed = mixed
        ways = union(*(head.where(each) for each in _ways(first, fits[first.place]))).cte("first_word")
        found = select(ways.c.id, ways.c.starts_at)
        if mixed:
            found = found.select_from(ways.join(entry, entry.c.id == ways.c.id))
    for shape in mixed:
        found = found.where(or_(*_ways(shape, fits[shape.place], of_entry=True)))
    return _paged(found.cte("hits"))


def _of_patients(wanted: CTE) -> Select[Any]:
    """The same of some patients, who may be nearly all: one word of two letters fits thousands.

    Of most, the others' entries are counted instead; of many, entries are gone through from today on and
    back, where of few each patient's are looked up.
    """
    number = select(func.count()).select_from(wanted).scalar_subquery()
    everybody = select(func.count()).select_from(patient).scalar_subquery()
    others = except_(select(patient.c.actor_id), select(wanted.c.actor_id)).cte("others")
    is_coming, is_past = entry.c.starts_at >= bindparam("parted"), entry.c.starts_at < bindparam("today")

    def count(*which: ColumnElement[bool]) -> ColumnElement[int]:
        all_ = select(func.count()).select_from(entry).where(entry.c.patient_id.is_not(None), *which)
        own, theirs = (
            select(func.count())
            .select_from(each.join(entry, entry.c.patient_id == each.c.actor_id))
            .where(*which)
            for each in (wanted, others)
        )
        rest = all_.scalar_subquery() - theirs.scalar_subquery()
        return case((number * 2 > everybody, rest), else_=own.scalar_subquery())

    def part(place: int, which: ColumnElement[bool], *order: ColumnElement[Any]) -> Select[Any]:
        """Both ways, of which one ends before it begins."""
        far = entry.c.starts_at if place == 0 else -entry.c.starts_at
        ways = []
        for is_way, who in (
            # Not by the index of patients.
            (number > bindparam("many"), entry.c.patient_id + 0),
            (number <= bindparam("many"), entry.c.patient_id),
        ):
            way = (
                select(literal(place).label("part"), far.label("far"), entry.c.id)
                .where(which, who.in_(select(wanted.c.actor_id)))
                .order_by(*order)
                .limit(case((is_way, bindparam("reach")), else_=0))
                .subquery()
            )
            ways.append(select(way))
        return union_all(*ways).subquery().select()

    starts = entry.c.starts_at
    top = union_all(
        part(0, is_coming, starts, entry.c.id), part(1, is_past, starts.desc(), entry.c.id)
    ).subquery()
    return _cut(count(), count(is_coming), top)


def _ways(shape: _Shape, fits: CTE, *, of_entry: bool = False) -> list[ColumnElement[bool]]:
    """The conditions on an entry of which one is to hold; ``of_entry``: it is found already."""
    place = shape.place
    ways: list[ColumnElement[bool]] = [entry.c.patient_id.in_(select(fits.c.actor_id))]
    if shape.types:
        ways.append(is_among(entry.c.type_id, f"types_{place}"))
    if shape.procedures:
        ways.append(is_among(entry.c.procedure_id, f"procedures_{place}"))
    if shape.actors:
        taking_part = is_among(allocation.c.actor_id, f"actors_{place}")
        if of_entry:
            ways.append(exists().where(allocation.c.entry_id == entry.c.id, taking_part))
        else:
            ways.append(entry.c.id.in_(select(allocation.c.entry_id).where(taking_part)))
    ways += [
        and_(
            entry.c.starts_at >= bindparam(f"since_{place}_{number}"),
            entry.c.starts_at < bindparam(f"before_{place}_{number}"),
        )
        for number in range(shape.spans)
    ]
    return ways


_GONE = [status.value for status in GONE]
_of_patient = entry.c.patient_id == bindparam("patient")
_OF_PATIENT = _paged(select(entry.c.id, entry.c.starts_at).where(_of_patient).subquery())
_COUNTS = select(
    func.count(),
    func.sum(
        case(
            (and_(entry.c.starts_at >= bindparam("now"), entry.c.status.not_in([*_GONE, "noshow"])), 1),
            else_=0,
        )
    ),
    func.sum(case((entry.c.status == Status.NOSHOW.value, 1), else_=0)),
    func.sum(case((entry.c.status == Status.CANCELLED.value, 1), else_=0)),
).where(_of_patient)
_standing = and_(_of_patient, entry.c.status.not_in(_GONE))
_LATER = (
    select(entry.c.id)
    .where(
        _standing,
        or_(
            entry.c.starts_at > bindparam("at"),
            and_(entry.c.starts_at == bindparam("at"), entry.c.id > bindparam("id")),
        ),
    )
    .order_by(entry.c.starts_at, entry.c.id)
    .limit(1)
)
_EARLIER = (
    select(entry.c.id)
    .where(
        _standing,
        or_(
            entry.c.starts_at < bindparam("at"),
            and_(entry.c.starts_at == bindparam("at"), entry.c.id < bindparam("id")),
        ),
    )
    .order_by(entry.c.starts_at.desc(), entry.c.id.desc())
    .limit(1)
)
_starts = entry.c.starts_at


def _few(where: ColumnElement[bool], *order: ColumnElement[Any], limit: str) -> Select[Any]:
    """Some of the patient's standing entries: the index of patient and start ends each part early."""
    found = select(entry.c.id).where(_standing, where).order_by(*order).limit(bindparam(limit)).subquery()
    return select(found.c.id)


_AROUND = union_all(
    _few(_starts < bindparam("since"), _starts.desc(), limit="earlier"),
    _few(
        and_(_starts >= bindparam("since"), _starts < bindparam("before")),
        _starts,
        entry.c.id,
        limit="on_day",
    ),
    _few(_starts >= bindparam("before"), _starts, limit="later"),
)
