"""Sentences of the rules that a practice makes for itself: with its names, and its numbers."""

import pytest

from praxidesk.engine.entries import Entry
from praxidesk.engine.offerings import Quota
from praxidesk.engine.outcomes import Conflict, Refused
from praxidesk.engine.requests import CancelRequest, StatusRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ConflictKind,
    EntryId,
    EntryKind,
    Period,
    Role,
    Severity,
    Status,
    type_service,
)
from praxidesk.exchange.conflict_messages import message
from praxidesk.exchange.json_answers import answer
from praxidesk.exchange.names import Names
from praxidesk.exchange.rule_messages import duration
from tests.exchange.practices import ZONE, practice_of

PRACTICE = practice_of("""
[site]
code = "M"
name = "Mitte"
timezone = "Europe/Berlin"
[[group]]
code = "INF"
name = "Infusionsplätze"
of = "room"
[[practitioner]]
code = "WEB"
name = "Dr. Weber"
[[room]]
code = "INF1"
name = "Sessel 1"
group = "INF"
[[room]]
code = "INF2"
name = "Sessel 2"
group = "INF"
[[room]]
code = "OP1"
name = "Saal 1"
equipment = ["ecg"]
[[device]]
code = "US"
name = "Ultraschall"
inspected_until = 2026-10-31
[[appointment_type]]
code = "KONTR"
name = "Kontrolle"
minutes = 10
min_distance = 90
at_once = 2
min_notice = 2880
max_advance = 90
need = [
  { role = "room", kind = "lab", equipment = ["pump"] },
  { role = "room", any = ["OP1"], equipment = ["ecg", "pump", "oxygen"] },
]
[[appointment_type]]
code = "FREI"
name = "Frei"
minutes = 10
[[reservation]]
code = "B"
name = "OP-Block Dr. Weber"
actors = ["OP1", "INF"]
windows = [
  { days = ["mon"], from = "07:00", to = "15:00", weeks = "even" },
  { days = ["wed"], from = "07:00", to = "15:00" },
]
for = ["WEB"]
""")
# Monday, 23 November 2026, in the even week 48.
NINE = ZONE.at(ZONE.day_of(1_795_420_800), 540)
SPAN = Span(NINE, NINE + 1800)
ONE = Span(NINE - 7 * 86_400, NINE - 7 * 86_400 + 1800)
NAMES = Names(PRACTICE, ZONE, {})
MORNING = "on 2026-11-23 from 09:00 to 09:30"


def said(kind: ConflictKind, code: str | None = None, *, of: str = "KONTR", span: Span = SPAN) -> str:
    actor = None if code is None else PRACTICE.actor_ids[code]
    service = type_service(PRACTICE.type_ids[of])
    role = Role.ROOM if kind is ConflictKind.EQUIPMENT_MISSING else None
    conflict = Conflict(kind, Severity.BLOCKING, span, actor, EntryId(5), role, service=service)
    return message(conflict, NAMES)


@pytest.mark.parametrize(
    ("kind", "code", "sentence"),
    [
        (
            ConflictKind.RESERVED,
            "OP1",
            f"Saal 1 (OP1) is reserved for others {MORNING}: OP-Block Dr. Weber",
        ),
        (
            ConflictKind.RESERVED,
            "INF2",
            f"Sessel 2 (INF2) is reserved for others {MORNING}: OP-Block Dr. Weber",
        ),
        (ConflictKind.RESERVED, "US", f"Ultraschall (US) is reserved for others {MORNING}"),
        (
            ConflictKind.EQUIPMENT_MISSING,
            "OP1",
            f"Saal 1 (OP1) has no oxygen and pump, which Kontrolle needs, {MORNING}",
        ),
        (
            ConflictKind.OUT_OF_SERVICE,
            "US",
            f"Ultraschall (US) is due for inspection, after 2026-10-31, and out of service {MORNING}",
        ),
        (
            ConflictKind.CAPACITY_FULL,
            "INF",
            f"none of the 2 places of Infusionsplätze (INF) is free {MORNING}",
        ),
        (
            ConflictKind.TOO_CLOSE,
            "WEB",
            "Dr. Weber (WEB) has entry 5 too near to 2026-11-23 at 09:00:"
            " two of Kontrolle begin at least 90 minutes apart",
        ),
        (ConflictKind.TOO_MANY_AT_ONCE, None, f"2 Kontrolle run already {MORNING} (at most 2 at once)"),
        (
            ConflictKind.NOTICE_TOO_SHORT,
            None,
            "Kontrolle must be booked at least 2 days before it begins, on 2026-11-23 at 09:00",
        ),
        (
            ConflictKind.TOO_FAR_AHEAD,
            None,
            "Kontrolle can be booked at most 90 days ahead, and not for 2026-11-23",
        ),
        (
            ConflictKind.TRAVEL_TOO_SHORT,
            "WEB",
            "Dr. Weber (WEB) has only 30 minutes for the way between this and entry 5",
        ),
    ],
    ids=lambda value: value if isinstance(value, ConflictKind) else None,
)
def test_a_rule_is_told_with_its_numbers(kind: ConflictKind, code: str | None, sentence: str) -> None:
    assert said(kind, code) == sentence


def test_the_other_weeks_of_a_reservation_are_not_named() -> None:
    assert said(ConflictKind.RESERVED, "OP1", span=ONE).endswith("from 09:00 to 09:30")


@pytest.mark.parametrize(
    ("quota", "sentence"),
    [
        (
            Quota(Period.HALF_DAY, 2),
            "already has 2 Kontrolle on the morning of 2026-11-23 (at most 2 a half-day)",
        ),
        (Quota(Period.DAY, 4), "already has 4 Kontrolle on 2026-11-23 (at most 4 a day)"),
        (Quota(Period.WEEK, 9), "already has 9 Kontrolle in the week of 2026-11-23 (at most 9 a week)"),
        (None, f"already has as many of Kontrolle as the practice allows, {MORNING}"),
    ],
    ids=lambda value: value.per if isinstance(value, Quota) else None,
)
def test_a_full_quota_is_told_with_what_it_counts_within(quota: Quota | None, sentence: str) -> None:
    conflict = Conflict(
        ConflictKind.QUOTA_FULL,
        Severity.BLOCKING,
        SPAN,
        PRACTICE.actor_ids["WEB"],
        service=type_service(PRACTICE.type_ids["KONTR"]),
        quota=quota,
    )
    assert message(conflict, NAMES) == f"Dr. Weber (WEB) {sentence}"


@pytest.mark.parametrize("kind", list(ConflictKind))
def test_without_numbers_the_sentence_is_whole_too(kind: ConflictKind) -> None:
    for sentence in (
        said(kind, "WEB", of="FREI"),
        message(Conflict(kind, Severity.BLOCKING, SPAN, PRACTICE.actor_ids["INF"], EntryId(5)), NAMES),
    ):
        assert "None" not in sentence
        assert "  " not in sentence
        assert ", ," not in sentence


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (0, "0 minutes"), (60, "1 hour"), (90, "90 minutes"), (2880, "2 days")],
)
def test_a_length_is_told_in_the_largest_even_unit(minutes: int, words: str) -> None:
    assert duration(minutes) == words


def test_a_group_is_named_by_its_code() -> None:
    conflict = Conflict(ConflictKind.CAPACITY_FULL, Severity.BLOCKING, SPAN, actor=PRACTICE.actor_ids["INF"])
    refused = answer(Refused((conflict,)), PRACTICE, ZONE)
    assert [each["actor"] for each in refused["conflicts"]] == ["INF"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (StatusRequest(EntryId(5), 1, Status.NOSHOW), "entry 5 is fulfilled and cannot become noshow"),
        (CancelRequest(EntryId(5), 1), "entry 5 is fulfilled and cannot become cancelled"),
        (None, "entry 5 cannot go from its status to this one"),
    ],
    ids=["status", "cancel", "unknown"],
)
def test_a_status_that_cannot_be_is_told_with_both(
    request_: StatusRequest | CancelRequest | None, sentence: str
) -> None:
    entry = Entry(
        EntryId(5), 1, EntryKind.APPOINTMENT, Status.FULFILLED, *SPAN, None, None, None, None, "", "", "", ()
    )
    conflict = Conflict(ConflictKind.STATUS_NOT_ALLOWED, Severity.BLOCKING, SPAN, entry=EntryId(5))
    refused = answer(Refused((conflict,), others=(entry,)), PRACTICE, ZONE, request_)
    assert [each["message"] for each in refused["conflicts"]] == [sentence]  # type: ignore[attr-defined]
