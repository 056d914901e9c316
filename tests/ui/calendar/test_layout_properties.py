"""Whatever is booked: every entry has its place, once, inside its column or row, and none covers another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import GONE, ActorId, EntryId, EntryKind, Role, Status
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.grid.builder import GridBuilder
from praxidesk.ui.calendar.grid.kept import Kept
from praxidesk.ui.calendar.grid.layout import Metrics
from praxidesk.ui.calendar.month.days import month_facts
from praxidesk.ui.calendar.month.layout import arrange_month
from praxidesk.ui.calendar.rooms.layout import ZOOM_STEPS, arrange_rooms
from praxidesk.ui.calendar.rooms.plan import rooms_plan
from praxidesk.ui.calendar.tile_face import FaceWords
from praxidesk.ui.calendar.time_axis import time_axis
from tests.ui.calendar import busy_practice, small_day
from tests.ui.calendar.busy_practice import OP_ROOMS
from tests.ui.calendar.small_day import KOC, MONDAY, ROOM, WEBER, ZONE

SHORTEST = 5
"""Minutes; shorter ones are drawn longer than they are."""
WEEK = tuple(MONDAY + timedelta(days=at) for at in range(7))


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Up to twelve appointments in three days and nights, of any status, with one to three to take part."""
    found: list[Entry] = []
    for number in range(draw(st.integers(0, 12))):
        start = ZONE.day(MONDAY).start + draw(st.integers(0, 3 * 288 - 1)) * 5 * MINUTE
        end = start + draw(st.sampled_from((SHORTEST, 10, 20, 45, 300, 24 * 60))) * MINUTE
        people = draw(st.lists(st.sampled_from((WEBER, KOC, ROOM)), min_size=1, unique=True))
        made = small_day.appointment(
            number + 1, "00:00-00:05", *people, status=draw(st.sampled_from(tuple(Status)))
        )
        parts = tuple(replace(each, starts_at=start, ends_at=end) for each in made.allocations)
        found.append(replace(made, starts_at=start, ends_at=end, allocations=parts))
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.id)))


@given(
    entries(),
    st.sampled_from((1, 5, 7)),
    st.integers(200, 2600),
    st.sampled_from((0.8, 1.0, 1.6, 4.0)),
    st.booleans(),
)
def test_a_time_grid_gives_every_part_its_place_in_its_column(
    booked: tuple[Entry, ...], days: int, width: int, scale: float, cancelled: bool
) -> None:
    state = replace(small_day.state(*booked, days=WEEK[:days]), entries=booked, show_cancelled=cancelled)
    words = FaceWords(state.practice, state.zone, ColourBy.TYPE, {})
    layout = GridBuilder(state, time_axis(ZONE, state.days), Metrics(width, scale), words, Kept()).layout()
    placed = Counter(
        (column.actor, column.date, tile.entry) for column in layout.columns for tile in column.tiles
    )
    assert placed == Counter(
        (part.actor, day, entry.id)
        for entry in shown(booked, cancelled)
        for part in entry.allocations
        for day in state.days
        if part.actor in state.actors and part.span.overlaps(ZONE.day(day))
    )
    for column in layout.columns:
        inside = QRect(column.left, 0, column.width, layout.height)
        for tile in column.tiles:
            assert inside.contains(tile.rect), (inside, tile)
            assert layout.column_at(tile.rect.center().x()) is column
        assert no_two_meet([tile.rect for tile in column.tiles])


@given(entries(), st.integers(300, 2600), st.integers(200, 1600), st.sampled_from(ZOOM_STEPS), st.booleans())
def test_a_plan_gives_every_operation_its_place_in_its_room_or_below(
    booked: tuple[Entry, ...], width: int, height: int, zoom: float, cancelled: bool
) -> None:
    operations = tuple(as_operation(each) for each in booked)
    state = replace(busy_practice.rooms_state(), entries=operations, show_cancelled=cancelled)
    plan = rooms_plan(state)
    assert plan is not None
    layout = arrange_rooms(plan, width, height, zoom)
    placed = Counter(bar.facts.entry.id for row in layout.rows for bar in row.bars)
    waiting = Counter(each.id for each in plan.waiting)
    today = [each for each in shown(operations, cancelled) if each.span.overlaps(ZONE.day(MONDAY))]
    assert placed == Counter(each.id for each in today if has_room(each))
    assert waiting == Counter(each.id for each in today if not has_room(each) and each.status not in GONE)
    assert len(layout.cards) + layout.left_out == len(plan.waiting)
    for row in layout.rows:
        boxes = [QRect(*bar.box) for bar in row.bars]
        assert all(QRect(*row.box).contains(box) for box in boxes), (row.box, boxes)
        # Narrow windows draw the shortest bars wider than they are.
        assert no_two_meet(boxes) or width < 1200
        # In low windows the strip at the foot lies over rows, which scroll.
        seen = [box for box in boxes if box.center().y() < layout.strip.y]
        assert all(layout.row_at(box.center().y()) is row for box in seen)


@given(entries(), st.integers(300, 2600), st.integers(200, 1600), st.booleans())
def test_a_month_counts_every_entry_that_it_does_not_show(
    booked: tuple[Entry, ...], width: int, height: int, cancelled: bool
) -> None:
    days = tuple(MONDAY + timedelta(days=at) for at in range(42))
    state = replace(small_day.state(*booked, days=days), entries=booked, show_cancelled=cancelled)
    layout = arrange_month(month_facts(state), width, height)
    for cell in layout.cells:
        of_day = [each for each in shown(booked, cancelled) if each.span.overlaps(ZONE.day(cell.facts.day))]
        lines = [each.entry for each in cell.lines if each.entry is not None]
        assert len(lines) + cell.left_out == len(of_day)
        assert {each.id for each in lines} <= {each.id for each in of_day}
        assert cell.facts.count == sum(each.status not in GONE for each in of_day)
        boxes = [QRect(*line.box) for line in cell.lines] + [QRect(*cell.more)] * bool(cell.left_out)
        assert all(QRect(*cell.box).contains(box) for box in boxes), (cell.box, boxes)
        assert no_two_meet(boxes)


def shown(booked: Iterable[Entry], cancelled: bool) -> list[Entry]:
    return [each for each in booked if cancelled or each.status not in GONE]


def as_operation(entry: Entry) -> Entry:
    """The same in an operating room, by who takes part; without a room, where that is only one."""
    who = [each.actor for each in entry.allocations if each.role is not Role.PATIENT]
    room = (OP_ROOMS[0], OP_ROOMS[1], OP_ROOMS[1])[int(who[0]) - 1] if len(who) > 1 else None
    parts = [Allocation(ActorId(1), Role.SURGEON, *entry.span)]
    if room is not None:
        parts.append(Allocation(room, Role.ROOM, *entry.span))
    return replace(entry, id=EntryId(entry.id), kind=EntryKind.OPERATION, allocations=tuple(parts))


def has_room(entry: Entry) -> bool:
    return any(each.role is Role.ROOM for each in entry.allocations)


def no_two_meet(rects: Sequence[QRect]) -> bool:
    return not any(one.intersects(other) for one, other in combinations(rects, 2))
