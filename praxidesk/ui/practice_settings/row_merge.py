"""What two desks made of the same row, put together field by field, and of lists day by day. Pure."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from praxidesk.engine.availability import Absence, DayException, LocalHoliday, WeeklyWindow
from praxidesk.engine.practice_draft import PracticeRow

_Row = TypeVar("_Row", bound=PracticeRow)

_DAY_OF: Mapping[type, Callable[[Any], Any]] = {
    WeeklyWindow: lambda window: window.weekday,
    Absence: lambda absence: absence.starts,
    DayException: lambda exception: exception.date,
    LocalHoliday: lambda holiday: (holiday.month, holiday.day, holiday.year or 0),
}
"""What each of a list is about: two desks that change different days do not meet."""
_NOT_SAVED = frozenset({"is_elsewhere"})
"""How a login sees a row, and nothing that is stored of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a row something stands."""

    field: str
    outer: str = ""
    """The field of the row that has it as one of its own, such as the availability."""
    day: Any = None
    """Of a list by days: which of them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that at least one of two desks has changed."""

    place: Place
    was: Any
    ours: Any
    theirs: Any

    @property
    def is_clash(self) -> bool:
        """Whether both have changed it, and not alike."""
        return self.was not in (self.ours, self.theirs) and self.ours != self.theirs


def differences(before: PracticeRow, ours: PracticeRow, theirs: PracticeRow) -> tuple[Difference, ...]:
    """Everything that is not the same in all three."""
    return tuple(_differences(before, ours, theirs, ""))


def merged(
    before: _Row, ours: _Row, theirs: _Row, chosen: Collection[Place] | None = None
) -> tuple[_Row, tuple[Place, ...]]:
    """Theirs with what was changed here only, and what both have changed and is left as theirs.

    :param chosen: exactly what of ours is to be taken; what both have changed may be among it
    """
    found, left = theirs, []
    for each in differences(before, ours, theirs):
        is_ours = each.ours != each.was and not each.is_clash if chosen is None else each.place in chosen
        if is_ours:
            found = _put(found, each)
        elif each.is_clash:
            left.append(each.place)
    return found, tuple(left)


def _differences(before: Any, ours: Any, theirs: Any, outer: str) -> Iterator[Difference]:  # noqa: ANN401 - any dataclass
    for field in fields(before):
        was, here, there = (getattr(each, field.name) for each in (before, ours, theirs))
        if was == here == there or field.name in _NOT_SAVED:
            continue
        day_of = next(
            (
                found
                for each in (*_items(was), *_items(here), *_items(there))
                if (found := _DAY_OF.get(type(each)))
            ),
            None,
        )
        if is_dataclass(was) and not outer and type(was) is type(here) is type(there):
            yield from _differences(was, here, there, field.name)
        elif day_of is None:
            yield Difference(Place(field.name, outer), was, here, there)
        else:
            for day in sorted({day_of(each) for each in (*was, *here, *there)}):
                of_day = [tuple(each for each in some if day_of(each) == day) for some in (was, here, there)]
                if not of_day[0] == of_day[1] == of_day[2]:
                    yield Difference(Place(field.name, outer, day), *of_day)


def _items(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - of any field
    return value if isinstance(value, tuple) else ()


def _put(row: Any, wanted: Difference) -> Any:  # noqa: ANN401 - any dataclass
    place = wanted.place
    inner = getattr(row, place.outer) if place.outer else row
    value = wanted.ours
    if place.day is not None:
        day_of = _DAY_OF[type((*wanted.ours, *wanted.theirs, *wanted.was)[0])]
        others = [each for each in getattr(inner, place.field) if day_of(each) != place.day]
        value = tuple(sorted((*others, *wanted.ours), key=day_of))
    changed = replace(inner, **{place.field: value})
    return replace(row, **{place.outer: changed}) if place.outer else changed
