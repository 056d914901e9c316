"""Two desks at one row: what only one has changed goes together, and what both have is named by its place."""

import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any

from praxidesk.engine.availability import Absence, DayException, WeeklyWindow
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import rows_of
from praxidesk.ui.practice_settings.row_merge import Place, differences, merged
from praxidesk.ui.practice_settings.value_words import place_name, value_text
from praxidesk.ui.wording import words
from tests.ui import desk_practice
from tests.ui.desk_practice import CHECKUP, WEBER

PRACTICE: Practice = desk_practice.practice()
ROW = PRACTICE.actors[WEBER]
MORNING = WeeklyWindow(0, 480, 720)
ILL = Absence(datetime(2026, 11, 23), datetime(2026, 11, 24), "krank")
HOLIDAY = Absence(datetime(2027, 1, 4), datetime(2027, 1, 9), "Urlaub")


def test_two_absences_go_together_and_one_changed_twice_is_a_choice() -> None:
    available = replace(ROW.availability, hours=(MORNING,), absences=(ILL,))
    before = replace(ROW, availability=available)
    longer = replace(ILL, ends=datetime(2026, 11, 26))
    ours = replace(
        before, name="Dr. Weber", availability=replace(available, absences=(longer, HOLIDAY), hours=())
    )
    theirs = replace(
        before,
        availability=replace(
            available,
            absences=(),
            exceptions=(DayException(date(2026, 12, 24)),),
            hours=(MORNING, replace(MORNING, weekday=1)),
        ),
    )
    together, left = merged(before, ours, theirs)
    place = Place("absences", "availability", ILL.starts)
    assert left == (place,)
    assert together.name == "Dr. Weber"
    assert together.availability.absences == (HOLIDAY,), "theirs, where nothing is chosen; ours beside it"
    assert together.availability.exceptions == theirs.availability.exceptions
    assert together.availability.hours == (replace(MORNING, weekday=1),), "Monday ours, Tuesday theirs"
    only_that, left = merged(before, ours, theirs, {place})
    assert (left, only_that.name) == ((), ROW.name)
    assert only_that.availability.absences == (longer,)
    assert merged(before, ours, theirs, ()) == (theirs, (place,))


def test_any_two_changes_of_any_row_keep_what_only_one_has_changed() -> None:
    chance = random.Random(3)
    rows = [row for some in rows_of(PRACTICE).values() for row in some]
    alike = {type(row): [each for each in rows if type(each) is type(row)] for row in rows}
    for row in rows:
        for _ in range(10):
            ours, theirs = (replace(chance.choice(alike[type(row)]), code=row.code) for _ in range(2))
            together, left = merged(row, ours, theirs)
            for each in differences(row, ours, theirs):
                assert each.place not in left or each.is_clash
            assert merged(row, ours, row) == (ours, ())
            assert merged(row, row, theirs) == (theirs, ())
            every = {each.place for each in differences(row, ours, theirs)}
            assert merged(row, ours, theirs, every) == (ours, ())
            for each in differences(row, together, theirs):
                assert each.ours != each.was or each.is_clash


def test_every_field_has_a_name_and_every_value_words() -> None:
    names = {row.code: row.name for some in rows_of(PRACTICE).values() for row in some}
    for some in rows_of(PRACTICE).values():
        for row in some:
            for place, value in _values(row):
                assert place_name(place, row) != place.field
                said = value_text(place, value, names)
                assert said or value in {None, "", ()}, (place, value)
                assert "=" not in said, f"no code of ours: {said}"
    minutes = PRACTICE.types[CHECKUP].minutes
    assert value_text(Place("minutes"), minutes, names) == words.minutes_text(minutes)


def _values(row: Any) -> Iterator[tuple[Place, Any]]:
    for field in fields(row):
        value = getattr(row, field.name)
        if is_dataclass(value):
            yield from _values(value)
        elif field.name not in {"code", "kind", "is_elsewhere"}:  # which nobody chooses
            yield Place(field.name), value
