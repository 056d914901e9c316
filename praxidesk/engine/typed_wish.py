"""The pieces of a typed line, added up to one wish; what contradicts or repeats another is marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from praxidesk.engine.typed_days import day_of_week
from praxidesk.engine.typed_values import (
    EVERY_DAY,
    Between,
    DaysWish,
    Meaning,
    Moment,
    Piece,
    Reading,
    Stretch,
    Trouble,
    Weekday,
)
from praxidesk.engine.vocabulary import ActorId, Ranking, ServiceId

_HALF_DAY = 12 * 60


@dataclass(slots=True)
class _Sheet:
    """The pieces, some of them replaced by what is not heeded."""

    pieces: list[Piece]

    def of(self, meaning: Meaning, kind: type) -> list[Piece]:
        """Those that are heeded, in an order that is not the line's."""
        fit = [
            each
            for each in self.pieces
            if each.meaning is meaning and each.trouble is None and type(each.value) is kind
        ]
        return sorted(fit, key=lambda each: repr(each.value))

    def mark(self, piece: Piece, trouble: Trouble) -> None:
        self.pieces[self.pieces.index(piece)] = piece.troubled(trouble)

    def one(self, meaning: Meaning, kind: type) -> Piece | None:
        """The one that counts; others that say something else are marked."""
        every = self.of(meaning, kind)
        for each in every[1:]:
            if each.value != every[0].value:
                self.mark(each, Trouble.TWICE)
        return every[0] if every else None


def summed_up(pieces: Sequence[Piece], today: date, others: tuple[tuple[int, Meaning], ...] = ()) -> Reading:
    """The reading of a line's pieces, whatever their order."""
    sheet = _Sheet(list(pieces))
    days = _days(sheet, today)
    moment, between = _times(sheet)
    length = sheet.one(Meaning.LENGTH, int)
    order = sheet.one(Meaning.ORDER, Ranking)
    service = sheet.one(Meaning.SERVICE, int)
    combination = sheet.one(Meaning.COMBINATION, str)
    born = sheet.one(Meaning.PATIENT, date)
    people = [each for each in sheet.pieces if each.meaning is Meaning.PATIENT and each.trouble is None]
    actors = {each.value for each in sheet.pieces if each.meaning is Meaning.ACTOR}
    return Reading(
        pieces=tuple(sheet.pieces),
        patient=tuple(_searched(each) for each in people),
        names=tuple(each.typed for each in people if not any(sign.isdigit() for sign in each.typed)),
        born=born.value if born is not None and isinstance(born.value, date) else None,
        service=ServiceId(service.value) if service is not None and isinstance(service.value, int) else None,
        combination=str(combination.value) if combination is not None and service is None else None,
        minutes=length.value if length is not None and isinstance(length.value, int) else None,
        days=days,
        between=between,
        moment=moment,
        actors=tuple(sorted(ActorId(each) for each in actors if isinstance(each, int))),
        ranking=order.value if order is not None and isinstance(order.value, Ranking) else None,
        others=others,
    )


def _searched(piece: Piece) -> str:
    return f"{piece.value:%d.%m.%Y}" if isinstance(piece.value, date) else str(piece.value)


def _days(sheet: _Sheet, today: date) -> DaysWish | None:
    single = sheet.one(Meaning.DAY, date)
    stretches = sheet.of(Meaning.DAY, Stretch)
    weekdays = [
        (each, each.value) for each in sheet.of(Meaning.DAY, Weekday) if isinstance(each.value, Weekday)
    ]
    if single is not None and isinstance(single.value, date):
        return _on(sheet, single.value, stretches, weekdays)
    stretch = _joint(sheet, stretches)
    if stretch is None and not weekdays:
        return None
    numbers = frozenset(each.number for _, each in weekdays) or EVERY_DAY
    if stretch is not None:
        return _narrowed(DaysWish(stretch.first, stretch.last, numbers))
    found = [day_of_week(each, today) for _, each in weekdays]
    is_bare = all(each.weeks is None for _, each in weekdays)
    if len(set(found)) == 1:
        day = max(found[0], today)
        return DaysWish(day, day, numbers, repeats=is_bare)
    return DaysWish(max(today, min(found)), max(today, *found), numbers, repeats=is_bare)


def _on(sheet: _Sheet, day: date, stretches: list[Piece], weekdays: list[tuple[Piece, Weekday]]) -> DaysWish:
    """A date; what else is said of the day has to be true of it."""
    for piece, weekday in weekdays:
        if weekday.number != day.weekday():
            sheet.mark(piece, Trouble.CONTRADICTS)
    for piece in stretches:
        if isinstance(piece.value, Stretch) and not piece.value.first <= day <= piece.value.last:
            sheet.mark(piece, Trouble.CONTRADICTS)
    return DaysWish(day, day)


def _joint(sheet: _Sheet, stretches: list[Piece]) -> Stretch | None:
    joint: Stretch | None = None
    for piece in stretches:
        if not isinstance(piece.value, Stretch):
            continue
        if joint is None:
            joint = piece.value
            continue
        both = Stretch(max(joint.first, piece.value.first), min(joint.last, piece.value.last))
        if both.first <= both.last:
            joint = both
        else:
            sheet.mark(piece, Trouble.CONTRADICTS)
    return joint


def _narrowed(wish: DaysWish) -> DaysWish:
    """Without days at its ends that are none of its weekdays."""
    inside = [
        day
        for offset in range((wish.last - wish.first).days + 1)
        if (day := wish.first + timedelta(days=offset)).weekday() in wish.weekdays
    ]
    return DaysWish(inside[0], inside[-1], wish.weekdays) if inside else wish


def _times(sheet: _Sheet) -> tuple[Moment | None, Between | None]:
    at = sheet.one(Meaning.TIME, Moment)
    moment = at.value if at is not None and isinstance(at.value, Moment) else None
    joint: Between | None = None
    for piece in sheet.of(Meaning.TIME, Between):
        if not isinstance(piece.value, Between):
            continue
        if moment is not None:
            fitted = _fitted(moment, piece.value)
            if fitted is None:
                sheet.mark(piece, Trouble.CONTRADICTS)
            moment = fitted or moment
        elif joint is None:
            joint = piece.value
        else:
            both = Between(max(joint.start, piece.value.start), min(joint.end, piece.value.end))
            if both.start < both.end:
                joint = both
            else:
                sheet.mark(piece, Trouble.CONTRADICTS)
    return moment, joint


def _fitted(moment: Moment, between: Between) -> Moment | None:
    """The time within a part of the day, as ``8`` of the evening is ``20:00``; ``None`` outside."""
    for minute in (moment.minute, moment.minute + _HALF_DAY):
        if between.start <= minute < between.end:
            return Moment(minute)
    return None
