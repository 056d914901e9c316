"""Series and combinations in groups of places: seated date by date, others re-seated to make room."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.requests import BookRequest, MoveRequest, Participant
from praxidesk.engine.series_outcomes import CombinedOutcome, SeriesOutcome, Verdict
from praxidesk.engine.series_requests import CombinedPart, CombinedRequest, SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import EntryKind, Frequency, Role, Scope
from praxidesk.exchange.practice_file import read
from praxidesk.models.store import Store
from praxidesk.services.combined import book_combined
from praxidesk.services.desk import Desk
from praxidesk.services.series import book_series
from praxidesk.services.series_changes import move_series
from praxidesk.services.setup import apply
from tests.services.diary import MONDAY, PRACTICE, Diary, entry_of, kinds

CHAIRS = """
[[group]]
code = "INF"
name = "Infusion"
of = "room"
[[room]]
code = "C1"
name = "Sessel 1"
group = "INF"
[[room]]
code = "C2"
name = "Sessel 2"
group = "INF"
"""
MONDAYS = [MONDAY + timedelta(weeks=number) for number in range(3)]


@pytest.fixture
def chairs(store_url: str, tmp_path: Path) -> Iterator[Diary]:
    """The practice with an infusion room of two chairs."""
    path = tmp_path / "chairs.toml"
    path.write_text(PRACTICE.read_text("utf-8") + CHAIRS, "utf-8")
    store = Store.open(store_url)
    apply(store, read(path))
    yield Diary(Desk.open(store), Diary.begun_in(store).now)
    store.close()


def seat(diary: Diary, code: str) -> tuple[Participant, ...]:
    return (Participant(diary.id(code), Role.ROOM),)


def single(diary: Diary, clock: str, code: str, day: date = MONDAY, **more: Any) -> Entry:
    return entry_of(diary.book(clock, "", participants=seat(diary, code), day=day, **more))


def series(diary: Diary, clock: str, code: str, **more: Any) -> SeriesOutcome:
    booking = diary.request(clock, "", participants=seat(diary, code), **more)
    rule = SeriesRule(Frequency.WEEKLY, count=3)
    outcome = book_series(diary.desk, SeriesRequest(booking, rule), diary.now)
    assert isinstance(outcome, SeriesOutcome), outcome
    return outcome


def places(diary: Diary) -> list[tuple[str, str]]:
    """Who is where, as date and start, by the code of the chair."""
    practice, zone = diary.desk.practice, diary.desk.zone
    return [
        (f"{zone.local(part.starts_at):%m-%d %H:%M}", practice.actors[part.actor].code)
        for each in diary.stored()
        for part in each.allocations
        if part.actor in practice.actors
    ]


def test_each_date_gets_the_place_that_is_free(chairs: Diary) -> None:
    single(chairs, "09:00", "C1", MONDAYS[1])
    outcome = series(chairs, "09:00", "INF")
    assert outcome.verdict is Verdict.BOOKED
    assert places(chairs) == [
        ("11-23 09:00", "C1"),
        ("11-30 09:00", "C1"),
        ("11-30 09:00", "C2"),
        ("12-07 09:00", "C1"),
    ]
    assert tuple(each.entry for each in outcome.dates if each.entry) == tuple(
        each for each in chairs.stored() if each.series is not None
    )


def test_full_dates_are_named(chairs: Diary) -> None:
    single(chairs, "09:00", "C1", MONDAYS[1])
    single(chairs, "09:00", "INF", MONDAYS[1])
    outcome = series(chairs, "09:00", "INF")
    assert outcome.verdict is Verdict.REFUSED
    assert [kinds(each.conflicts) for each in outcome.dates] == [[], [("capacity_full", "blocking")], []]


def test_others_are_put_elsewhere_for_a_date_that_wants_a_certain_place(chairs: Diary) -> None:
    """On the second Monday C1 is taken through the group from 9 to 10, and C2 promised from 10: a long one
    fits only where the first changes to the chair that is free meanwhile."""
    moved = single(chairs, "09:00", "INF", MONDAYS[1], minutes=60)
    single(chairs, "10:00", "C2", MONDAYS[1], minutes=60)
    outcome = series(chairs, "09:00", "INF", minutes=120)
    assert outcome.verdict is Verdict.BOOKED, outcome
    on_the_day = [place for place in places(chairs) if place[0].startswith("11-30")]
    assert on_the_day == [("11-30 09:00", "C2"), ("11-30 09:00", "C1"), ("11-30 10:00", "C2")]
    after = next(each for each in chairs.stored() if each.id == moved.id)
    assert after.version == 2


def test_others_make_room_for_a_combination(chairs: Diary) -> None:
    """Half an hour at nine, then two hours: these fit only where the one from 9:30 changes its chair."""
    frei = chairs.desk.practice.type_ids["FREI"]
    moved = single(chairs, "09:30", "INF", minutes=60)
    single(chairs, "10:30", "C2", minutes=60)
    parts = tuple(
        CombinedPart(BookRequest(EntryKind.APPOINTMENT, 0, seat(chairs, "INF"), type=frei, minutes=minutes))
        for minutes in (30, 120)
    )
    outcome = book_combined(chairs.desk, CombinedRequest(chairs.at("09:00"), parts), chairs.now)
    assert isinstance(outcome, CombinedOutcome)
    assert outcome.verdict is Verdict.BOOKED, outcome
    assert dict(places(chairs)[:1]) == {"11-23 09:00": "C1"}
    assert ("11-23 09:30", "C2") in places(chairs)
    assert next(each for each in chairs.stored() if each.id == moved.id).version == 2
    written = [each.entry for each in outcome.parts]
    assert written == [each for each in chairs.stored() if each.series is not None]


def test_a_series_moves_between_the_places(chairs: Diary) -> None:
    entries = [each.entry for each in series(chairs, "09:00", "INF").dates if each.entry is not None]
    stays = single(chairs, "11:00", "INF", MONDAYS[1], minutes=60)
    single(chairs, "12:00", "C2", MONDAYS[1], minutes=60)
    request = MoveRequest(entries[0].id, 1, starts_at=chairs.at("11:00"), minutes=120, scope=Scope.ALL)
    outcome = move_series(chairs.desk, request, chairs.now)
    assert isinstance(outcome, SeriesOutcome)
    assert outcome.verdict is Verdict.MOVED, outcome
    on_the_day = [place for place in places(chairs) if place[0].startswith("11-30")]
    assert on_the_day == [("11-30 11:00", "C1"), ("11-30 11:00", "C2"), ("11-30 12:00", "C2")]
    assert next(each for each in chairs.stored() if each.id == stays.id).version == 2
    told = [each.entry for each in outcome.dates]
    assert told == [each for each in chairs.stored() if each.series is not None]
