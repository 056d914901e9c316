"""Random mornings, held against a definition of a double booking that knows nothing of the program.

The definition reads the rows: two allocations of one actor that share time are a double booking. None may
be guarded twice, and none may stand between entries that occupy unless an override says why.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Outcome, Refused
from praxidesk.engine.status_order import is_allowed
from praxidesk.engine.vocabulary import OCCUPYING, ActorId, EntryId, Status
from tests.services.diary import Diary
from tests.services.double_bookings import BUSY, Clash, Row, assert_no_double_booking, clashes, rows

TUESDAYS = (date(2027, 1, 5) + timedelta(weeks=week) for week in count())


def named(outcome: Outcome) -> set[Clash]:
    conflicts = outcome.warnings if isinstance(outcome, Done) else ()
    if isinstance(outcome, Refused):
        conflicts = outcome.conflicts
    return {
        (each.actor, each.entry, *each.span)
        for each in conflicts
        if each.kind in BUSY and each.actor is not None and each.entry is not None
    }


MINUTES = st.integers(0, 24).map(lambda number: number * 5)

CODES = st.lists(st.sampled_from(["KOC", "WEB", "R1", "R2"]), min_size=1, max_size=3, unique=True)

OVERRIDE = st.sampled_from([None, None, None, "Notfall"])

WHICH = st.integers(0, 20)

STATUSES = st.sampled_from([each for each in Status if each is not Status.CANCELLED])

STEPS = st.one_of(
    st.fixed_dictionaries(
        {
            "do": st.just("book"),
            "at": MINUTES,
            "minutes": st.integers(1, 12).map(lambda number: number * 5),
            "codes": CODES,
            "patient": st.sampled_from([None, "P-1001", "P-1002"]),
            "override": OVERRIDE,
            "status": st.sampled_from([Status.BOOKED, Status.BOOKED, Status.BOOKED, Status.PENDING]),
        }
    ),
    st.fixed_dictionaries({"do": st.just("move"), "which": WHICH, "at": MINUTES, "override": OVERRIDE}),
    st.fixed_dictionaries({"do": st.just("people"), "which": WHICH, "codes": CODES, "override": OVERRIDE}),
    st.fixed_dictionaries({"do": st.just("note"), "which": WHICH}),
    st.fixed_dictionaries({"do": st.just("cancel"), "which": WHICH}),
    st.fixed_dictionaries(
        {"do": st.just("status"), "which": WHICH, "status": STATUSES, "override": OVERRIDE}
    ),
)


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=2, max_size=14))
def test_whatever_is_asked_nobody_is_in_two_places(diary: Diary, steps: list[dict[str, Any]]) -> None:
    Morning(diary, next(day for day in TUESDAYS if day not in diary.desk.practice.holidays)).live(steps)


@dataclass
class Morning:
    """One example on a day of its own, so that all can share a store."""

    diary: Diary
    day: date

    def live(self, steps: list[dict[str, Any]]) -> None:
        entries: list[Entry] = []
        for step in steps:
            before = rows(self.diary, self.day)
            present = entries[step["which"] % len(entries)] if "which" in step and entries else None
            if "which" in step and present is None:
                continue
            outcome, expected = self.ask(step, present, before)
            after = rows(self.diary, self.day)
            assert_no_double_booking(after)
            if expected is not None:
                assert named(outcome) == expected
                assert isinstance(outcome, Done) == (not expected or step.get("override") is not None)
            if isinstance(outcome, Done):
                entries = [each for each in entries if each.id != outcome.entry.id] + [outcome.entry]
            else:
                assert after == before

    def ask(
        self, step: dict[str, Any], present: Entry | None, found: list[Row]
    ) -> tuple[Outcome, set[Clash] | None]:
        """The answer, and whom the definition says it meets; ``None`` where that is not asked."""
        diary, override = self.diary, step.get("override")
        if step["do"] == "book":
            request = diary.request(
                "08:00",
                " ".join(step["codes"]),
                day=self.day,
                minutes=step["minutes"],
                patient=step["patient"],
                override_reason=override,
                status=step["status"],
            )
            start = request.starts_at + step["at"] * 60
            request = replace(request, starts_at=start)
            wish = [(each.actor, start, start + step["minutes"] * 60) for each in request.participants]
            if step["patient"]:
                wish.append((self.patient(step["patient"]), start, start + step["minutes"] * 60))
            return diary.ask(request), clashes(found, None, wish) if step["status"] in OCCUPYING else None
        assert present is not None
        is_asked = present.status in OCCUPYING
        parts = [(each.actor, each.starts_at, each.ends_at) for each in present.allocations]
        if present.status is Status.CANCELLED and step["do"] != "status":
            return diary.move(present, note="x"), None
        if step["do"] == "move":
            start = diary.at("08:00", self.day) + step["at"] * 60
            by = start - present.starts_at
            wish = [(actor, a + by, b + by) for actor, a, b in parts] if by else []
            return diary.move(present, starts_at=start, override_reason=override), (
                clashes(found, present, wish) if is_asked else None
            )
        if step["do"] == "people":
            who = diary.who(" ".join(step["codes"]))
            wish = [(each.actor, present.starts_at, present.ends_at) for each in who]
            if present.patient:
                wish.append((present.patient.id, present.starts_at, present.ends_at))
            is_same = sorted(wish) == sorted(parts)
            return diary.move(present, participants=who, override_reason=override), (
                clashes(found, present, [] if is_same else wish) if is_asked else None
            )
        if step["do"] == "note":
            return diary.move(present, note=f"{present.version}"), set()
        if step["do"] == "cancel":
            follows = is_allowed(present.status, Status.CANCELLED)
            return diary.cancel(present), set() if follows else None
        begins = step["status"] in OCCUPYING and not is_asked
        follows = is_allowed(present.status, step["status"])
        return diary.set_status(present, step["status"], override_reason=override), (
            clashes(found, present, parts if begins else []) if follows else None
        )

    def patient(self, number: str) -> ActorId:
        with self.diary.desk.store.read() as connection:
            return ActorId(
                connection.execute(
                    text("SELECT actor_id FROM patient WHERE number = :number"), {"number": number}
                ).scalar_one()
            )


def test_the_definition_finds_what_it_looks_for() -> None:
    first = Row(EntryId(1), Status.BOOKED, "", ActorId(1), 0, 60, blocking=True)
    for second in (
        Row(EntryId(2), Status.BOOKED, "", ActorId(1), 59, 90, blocking=True),
        Row(EntryId(2), Status.BOOKED, "", ActorId(1), 59, 90, blocking=False),
        Row(EntryId(2), Status.PENDING, "", ActorId(2), 59, 90, blocking=True),
    ):
        with pytest.raises(AssertionError):
            assert_no_double_booking([first, second])
    for second in (
        Row(EntryId(2), Status.BOOKED, "", ActorId(1), 60, 90, blocking=True),
        Row(EntryId(2), Status.BOOKED, "Notfall", ActorId(1), 59, 90, blocking=False),
        Row(EntryId(2), Status.PENDING, "", ActorId(1), 59, 90, blocking=False),
    ):
        assert_no_double_booking([first, second])
