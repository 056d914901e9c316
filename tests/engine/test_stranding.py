"""Entries in time that was taken away: against the background, and who is spared."""

from dataclasses import replace

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.hours import background
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.stranding import AwayTimes, Stranding, away_times
from praxidesk.engine.vocabulary import ConflictKind, EntryId, EntryKind, Role, Severity, Status
from tests.engine.diary import FRIDAY, KOC, MONDAY, PATIENT, PRACTICE, R1, WEB, ZONE, at, away, with_hours

SICK = with_hours(WEB, absences=(away("2026-11-23T11:00", "2026-11-25", "Krank"),))
SHUT = with_hours(None, SICK, absences=(away("2026-11-27T13:00", "2026-11-28", "Heizung"),))
SHUT = replace(SHUT, holidays={FRIDAY.replace(day=26): "Feiertag"})


def entry(start: int, length: int, *parts: Allocation, **changes: object) -> Entry:
    end = start + length
    made = Entry(
        id=EntryId(1),
        version=1,
        kind=EntryKind.APPOINTMENT,
        status=Status.BOOKED,
        starts_at=start,
        ends_at=end,
        type=None,
        procedure=None,
        phases=None,
        patient=None,
        note="",
        reason="",
        override_reason="",
        allocations=(*parts, Allocation(PATIENT, Role.PATIENT, start, end)),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_what_the_background_takes_away_strands_and_nothing_else() -> None:
    times = AwayTimes(SHUT, ZONE)
    first, last = ZONE.day(MONDAY).start, ZONE.day(FRIDAY.replace(day=28)).end
    stranded = 0
    for start in range(first, last, 35 * MINUTE):
        span = Span(start, start + 20 * MINUTE)
        own = Allocation(WEB, Role.PRACTITIONER, span.start, span.start + 10 * MINUTE)
        room = Allocation(R1, Role.ROOM, *span)
        expected = {Stranding(None, name) for _, name in background(SHUT, ZONE, None, span).closures}
        expected |= {Stranding(WEB, why) for _, why in background(SHUT, ZONE, WEB, own.span).absences}
        found = times.strandings(entry(span.start, 20 * MINUTE, own, room))
        assert set(found) == expected, ZONE.local(start)
        assert len(found) == len(expected)
        stranded += bool(found)
    assert 100 < stranded < 200


def test_who_is_spared() -> None:
    start, length = at("11:30"), 20 * MINUTE
    part = Allocation(WEB, Role.PRACTITIONER, start, start + length)

    def strands(of: Entry, practice: object = SICK) -> bool:
        return bool(AwayTimes(practice, ZONE).strandings(of))  # type: ignore[arg-type]

    assert strands(entry(start, length, part))
    assert strands(entry(start, length, part, status=Status.ARRIVED))
    for status in set(Status) - {Status.BOOKED, Status.ARRIVED}:
        assert not strands(entry(start, length, part, status=status)), status
    assert not strands(entry(start, length, part, override_reason="Notfall"))
    assert not strands(entry(start, length, replace(part, actor=KOC)))
    early = at("10:50")
    cleaned = Allocation(WEB, Role.ROOM, early, early + length, turnover=10)
    assert not strands(entry(early, length, cleaned)), "what is cleaned may last into closed time"
    for severity in set(Severity) - {Severity.BLOCKING}:
        no_matter = replace(SICK, policy={**SICK.policy, ConflictKind.ABSENT: severity})
        assert not strands(entry(start, length, part), no_matter), "it may be booked there"


def test_they_are_worked_out_once_for_each_practice() -> None:
    known = away_times(SICK, ZONE)
    assert away_times(SICK, ZONE) is known
    assert away_times(PRACTICE, ZONE) is not known
    assert away_times(SICK, ZONE) is known
