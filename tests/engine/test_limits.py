"""How often, how near, how many at once, how early and how late; by definition in test_check_by_minute."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine import limits
from praxidesk.engine.conflicts import check, reach
from praxidesk.engine.entries import Taken
from praxidesk.engine.offerings import Limits, Quota
from praxidesk.engine.practice import DEFAULT_POLICY, Practice
from praxidesk.engine.reach import Reach
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    NOBODY,
    ConflictKind,
    EntryId,
    EntryKind,
    Period,
    Role,
    ServiceId,
    Severity,
    Status,
)
from tests.engine.campaign import examples
from tests.engine.diary import (
    ARM,
    AUTUMN,
    FRIDAY,
    KNEE,
    KOC,
    LONG_AGO,
    MONDAY,
    OP1,
    PRACTICE,
    R1,
    SATURDAY,
    SPRING,
    TUESDAY,
    VISIT,
    WEB,
    ZONE,
    at,
    planned,
    spans,
    taken,
    told,
    visit,
    wall,
    weekly,
    with_hours,
)
from tests.engine.strategies import limits as some_limits
from tests.engine.strategies import neighbours

HALF_DAY, DAY, WEEK = Period.HALF_DAY, Period.DAY, Period.WEEK
SUNDAY = date(2026, 11, 29)
ALWAYS_OPEN = with_hours(None, hours=weekly("mon tue wed thu fri sat sun", "00:00-24:00"))
for _actor in (WEB, KOC):
    ALWAYS_OPEN = with_hours(_actor, ALWAYS_OPEN, hours=weekly("mon tue wed thu fri sat sun", "00:00-24:00"))


def limited(**changes: object) -> Practice:
    """A practice that is always open, and in which visits have limits."""
    visits = replace(ALWAYS_OPEN.types[VISIT], limits=Limits(**changes))  # type: ignore[arg-type]
    operation = replace(
        ALWAYS_OPEN.procedures[KNEE],
        limits=Limits(**changes),  # type: ignore[arg-type]
        need=(),
    )
    return replace(ALWAYS_OPEN, types={**ALWAYS_OPEN.types, VISIT: visits}, procedures={KNEE: operation})


def quota(per: Period, most: int = 1) -> Practice:
    return limited(quotas=(Quota(per, most),))


def found(
    practice: Practice,
    request: BookRequest,
    *surroundings: Taken,
    now: int = LONG_AGO,
    entry: int | None = None,
) -> list[str]:
    """What speaks against a request, the past apart."""
    proposal = replace(planned(request, practice), entry=None if entry is None else EntryId(entry))
    return told(check(practice, ZONE, proposal, surroundings, now))


def whole(clocks: str, entry: int, service: int = VISIT, *, status: Status = Status.BOOKED) -> Taken:
    """An entry seen without anybody in it."""
    [when] = spans(clocks)
    return Taken(NOBODY, *when, EntryId(entry), ServiceId(service), int(status.occupies), None)


# Quotas


@pytest.mark.parametrize(
    ("per", "booked", "wanted", "full"),
    [
        pytest.param(HALF_DAY, (MONDAY, "08:00-08:30"), (MONDAY, "11:59-12:29"), True, id="one-morning"),
        pytest.param(HALF_DAY, (MONDAY, "11:59-12:00"), (MONDAY, "12:00-12:30"), False, id="noon-divides"),
        pytest.param(HALF_DAY, (MONDAY, "12:00-12:10"), (MONDAY, "23:30-24:00"), True, id="until-midnight"),
        pytest.param(HALF_DAY, (MONDAY, "23:30-24:00"), (TUESDAY, "00:00-00:30"), False, id="but-no-longer"),
        pytest.param(DAY, (MONDAY, "00:00-00:30"), (MONDAY, "23:59-24:00"), True, id="all-day"),
        pytest.param(DAY, (MONDAY, "23:30-24:00"), (TUESDAY, "00:00-00:30"), False, id="midnight-divides"),
        pytest.param(WEEK, (MONDAY, "00:00-00:30"), (SUNDAY, "23:59-24:00"), True, id="monday-to-sunday"),
        pytest.param(
            WEEK, (SUNDAY, "23:30-24:00"), (date(2026, 11, 30), "00:00-00:30"), False, id="next-week"
        ),
        pytest.param(
            WEEK, (date(2026, 12, 28), "09:00-09:30"), (date(2027, 1, 3), "09:00-09:30"), True, id="week-53"
        ),
        pytest.param(
            WEEK, (date(2027, 1, 3), "09:00-09:30"), (date(2027, 1, 4), "09:00-09:30"), False, id="week-1"
        ),
        pytest.param(HALF_DAY, (SPRING, "00:30-01:00"), (SPRING, "11:59-12:20"), True, id="spring-morning"),
        pytest.param(HALF_DAY, (SPRING, "11:30-12:00"), (SPRING, "12:00-12:30"), False, id="spring-noon"),
        pytest.param(HALF_DAY, (AUTUMN, "00:30-01:00"), (AUTUMN, "11:59-12:20"), True, id="autumn-morning"),
        pytest.param(HALF_DAY, (AUTUMN, "11:59-12:20"), (AUTUMN, "12:20-12:50"), False, id="autumn-noon"),
        pytest.param(DAY, (AUTUMN, "00:00-00:30"), (AUTUMN, "23:30-24:00"), True, id="a-day-of-25-hours"),
        pytest.param(
            WEEK, (SPRING, "23:30-24:00"), (date(2026, 3, 30), "00:00-00:30"), False, id="spring-week"
        ),
        pytest.param(
            WEEK, (date(2026, 10, 19), "09:00-09:30"), (AUTUMN, "23:30-24:00"), True, id="autumn-week"
        ),
    ],
)
def test_one_for_each_period(
    per: Period, booked: tuple[date, str], wanted: tuple[date, str], full: bool
) -> None:
    other = taken(booked[1], KOC, day=booked[0])
    request = visit(wanted[1], KOC, day=wanted[0])
    told_of = found(quota(per), request, other)
    assert told_of == ([f"quota_full KOC {wall(planned(request).span)}"] if full else [])
    turned_round = found(
        quota(per), visit(booked[1], KOC, day=booked[0]), taken(wanted[1], KOC, day=wanted[0])
    )
    assert bool(turned_round) == full


@pytest.mark.parametrize(
    ("others", "full"),
    [
        pytest.param(["08:00-08:30", "09:00-09:30"], False, id="the-third-is-the-last"),
        pytest.param(["08:00-08:30", "09:00-09:30", "10:00-10:30"], True, id="the-fourth-is-too-many"),
    ],
)
def test_a_quota_counts_what_is_asked_for_too(others: list[str], full: bool) -> None:
    booked = [taken(clocks, KOC, entry) for entry, clocks in enumerate(others, 1)]
    assert bool(found(quota(DAY, 3), visit("15:00-15:30", KOC), *booked)) == full


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(taken("08:00-08:30", KOC, type=None), id="a-blockout"),
        pytest.param(taken("08:00-08:30", KOC, kind=EntryKind.OPERATION), id="another-service"),
        pytest.param(taken("08:00-08:30", KOC, status=Status.PENDING), id="tentative"),
        pytest.param(taken("08:00-08:30", WEB), id="somebody-else's"),
        pytest.param(taken("08:00-08:30", R1), id="only-the-room's"),
        pytest.param(taken("08:00-08:30", KOC, 7), id="itself"),
    ],
)
def test_what_a_quota_does_not_count(other: Taken) -> None:
    assert found(quota(DAY), visit("15:00-15:30", KOC, R1), other, entry=7) == []


def test_a_quota_is_each_practitioner_s_own() -> None:
    practice = quota(DAY)
    people = (
        Participant(WEB, Role.PRACTITIONER),
        Participant(KOC, Role.ASSISTANT),
        Participant(R1, Role.ROOM),
    )
    both = replace(visit("09:00-09:30"), participants=people)
    booked = [taken("15:00-15:30", KOC, 1), taken("15:00-15:30", R1, 2)]
    assert found(practice, both, *booked) == ["quota_full KOC 09:00-09:30"]


def test_the_practitioner_s_part_counts_and_not_the_entry() -> None:
    """She comes at 12:05 to what began at 11:45: an entry of the afternoon."""
    late = replace(visit("11:45-12:30"), participants=(Participant(KOC, Role.PRACTITIONER, 20, 10),))
    assert found(quota(HALF_DAY), late, taken("09:00-09:30", KOC)) == []
    assert found(quota(HALF_DAY), late, taken("17:00-17:30", KOC)) == ["quota_full KOC 12:05-12:15"]


def test_the_first_part_of_another_entry_counts() -> None:
    """From eleven and once more in the afternoon: it is one of the morning alone."""
    practice = quota(HALF_DAY)
    twice = [taken("11:00-11:30", KOC), taken("13:00-13:30", KOC)]
    assert found(practice, visit("16:00-16:30", KOC), *twice) == []
    assert found(practice, visit("09:00-09:30", KOC), *twice) == ["quota_full KOC 09:00-09:30"]
    asked = reach(practice, ZONE, planned(visit("16:00-16:30", KOC), practice))
    assert asked.span.contains(Span(at("11:00"), at("13:30")))


def test_several_quotas_bind_together() -> None:
    practice = limited(quotas=(Quota(DAY, 2), Quota(WEEK, 3)))
    monday = [taken("08:00-08:30", KOC, 1), taken("09:00-09:30", KOC, 2)]
    tuesday = [taken("08:00-08:30", KOC, 3, day=TUESDAY)]
    assert found(practice, visit("15:00-15:30", KOC, day=TUESDAY), *monday) == []
    assert found(practice, visit("15:00-15:30", KOC), *monday) == ["quota_full KOC 15:00-15:30"]
    friday = visit("15:00-15:30", KOC, day=FRIDAY)
    assert found(practice, friday, *monday, *tuesday) == ["quota_full KOC 15:00-15:30"]
    everything = visit("15:00-15:30", KOC)
    assert found(practice, everything, *monday, *tuesday) == ["quota_full KOC 15:00-15:30"]


def test_an_operation_has_quotas_too() -> None:
    practice = quota(DAY)
    team = (Participant(WEB, Role.SURGEON), Participant(OP1, Role.ROOM))
    knee = BookRequest(EntryKind.OPERATION, at("12:00"), team, procedure=KNEE)
    [morning] = spans("08:00-09:00")
    other = Taken(WEB, *morning, EntryId(1), ServiceId(-KNEE), 1, None)
    assert found(practice, knee, other) == ["quota_full WEB 12:00-13:30"]


# Distances


@pytest.mark.parametrize(
    ("booked", "wanted", "near"),
    [
        pytest.param("09:00-09:10", "10:00-10:10", False, id="just-far-enough"),
        pytest.param("09:00-09:10", "09:59-10:09", True, id="a-minute-too-near"),
        pytest.param("10:00-10:10", "09:01-09:11", True, id="before-it"),
        pytest.param("10:00-10:10", "09:00-09:10", False, id="far-enough-before"),
        pytest.param("09:00-09:50", "10:00-10:10", False, id="from-start-to-start"),
    ],
)
def test_two_of_a_type_keep_their_distance(booked: str, wanted: str, near: bool) -> None:
    expected = [f"too_close KOC {wanted} by 1"] if near else []
    assert found(limited(distance=60), visit(wanted, KOC), taken(booked, KOC)) == expected


def test_everything_too_near_is_named() -> None:
    others = [taken("09:30-09:40", KOC, 1), taken("10:40-10:50", KOC, 2), taken("11:10-11:20", KOC, 3)]
    assert found(limited(distance=60), visit("10:00-10:10", KOC), *others) == [
        "too_close KOC 10:00-10:10 by 1",
        "too_close KOC 10:00-10:10 by 2",
    ]


def test_distance_is_real_time_on_change_over_days() -> None:
    """From 1:30 to 3:30 is one hour in spring."""
    practice = limited(distance=61)
    assert found(practice, visit("03:30-03:40", KOC, day=SPRING), taken("01:30-01:40", KOC, day=SPRING)) == [
        "too_close KOC 03:30-03:40 by 1"
    ]
    assert found(practice, visit("03:30-03:40", KOC, day=AUTUMN), taken("01:30-01:40", KOC, day=AUTUMN)) == []


def test_distance_reaches_across_midnight() -> None:
    practice = limited(distance=60)
    late = taken("23:30-23:40", KOC)
    early = visit("00:20-00:30", KOC, day=TUESDAY)
    assert found(practice, early, late) == ["too_close KOC 00:20-00:30 by 1"]
    asked = reach(practice, ZONE, planned(early, practice))
    assert asked.span.overlaps(Span(late.starts_at, late.ends_at))


# At once


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param(["09:00-09:30"], [], id="two-may"),
        pytest.param(["09:00-09:30", "09:00-09:30"], ["09:00-09:30"], id="three-may-not"),
        pytest.param(["08:30-09:10", "09:20-10:00"], [], id="one-after-the-other"),
        pytest.param(["08:30-09:15", "09:14-10:00"], ["09:14-09:15"], id="for-a-minute"),
        pytest.param(["08:30-09:15", "09:15-10:00"], [], id="touching"),
        pytest.param(
            ["08:00-10:00", "08:30-09:10", "09:20-09:40"], ["09:00-09:10", "09:20-09:30"], id="two-peaks"
        ),
        pytest.param(
            ["08:00-10:00", "08:30-09:10", "09:10-09:40"], ["09:00-09:30"], id="peaks-that-touch-are-one"
        ),
    ],
)
def test_the_peak_decides_how_many_run_at_once(others: list[str], expected: list[str]) -> None:
    running = [whole(clocks, entry) for entry, clocks in enumerate(others, 1)]
    wanted = visit("09:00-09:30", KOC)
    assert found(limited(at_once=2), wanted, *running) == [f"too_many_at_once {each}" for each in expected]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(whole("09:00-09:30", 1, -KNEE), id="another-service"),
        pytest.param(whole("09:00-09:30", 1, status=Status.WAITLIST), id="tentative"),
        pytest.param(whole("09:00-09:30", 7), id="itself"),
        pytest.param(taken("09:00-09:30", WEB), id="one-of-its-people-again"),
    ],
)
def test_what_does_not_run_at_once(other: Taken) -> None:
    assert found(limited(at_once=1), visit("09:00-09:30", KOC), other, entry=7) == []


def test_whole_entries_are_asked_for_and_everybody_waits_for_one() -> None:
    practice = limited(at_once=1)
    for people in ((KOC, R1), (WEB,), ()):
        asked = reach(practice, ZONE, planned(visit("09:00-09:30", *people), practice))
        assert asked.services == {ServiceId(VISIT)}
        assert min(practice.actors) in asked.actors
    assert not reach(PRACTICE, ZONE, planned(visit("09:00-09:30", KOC))).services


def test_a_patient_not_known_yet_meets_no_whole_entry() -> None:
    proposal = planned(visit("09:00-09:30", KOC), patient=NOBODY)
    assert check(PRACTICE, ZONE, proposal, [whole("09:00-09:30", 1)], LONG_AGO) == []


# Notice and advance


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("07:00", [], id="exactly-the-notice"),
        pytest.param("07:01", ["notice_too_short 09:00-09:30"], id="a-minute-short"),
        pytest.param("09:00", ["notice_too_short 09:00-09:30"], id="right-now"),
        pytest.param("09:01", ["in_the_past 09:00-09:01"], id="already-begun-is-only-past"),
    ],
)
def test_notice_is_kept(now: str, expected: list[str]) -> None:
    assert found(limited(notice=120), visit("09:00-09:30", KOC), now=at(now)) == expected


@pytest.mark.parametrize(
    ("today", "day", "expected"),
    [
        pytest.param(MONDAY, FRIDAY, [], id="the-last-day-is-inside"),
        pytest.param(MONDAY, SATURDAY, ["too_far_ahead 09:00-09:30"], id="the-day-after-is-not"),
        pytest.param(date(2026, 3, 26), date(2026, 3, 30), [], id="across-spring"),
        pytest.param(date(2026, 10, 22), date(2026, 10, 26), [], id="across-autumn"),
        pytest.param(date(2028, 2, 26), date(2028, 3, 1), [], id="with-the-29th-of-february"),
        pytest.param(date(2027, 2, 26), date(2027, 3, 3), ["too_far_ahead 09:00-09:30"], id="without-it"),
        pytest.param(FRIDAY, MONDAY, ["in_the_past 09:00-09:30"], id="the-past-has-its-own-rule"),
    ],
)
def test_nobody_books_too_far_ahead(today: date, day: date, expected: list[str]) -> None:
    request = visit("09:00-09:30", KOC, day=day)
    for clock in ("00:00", "23:59"):
        assert found(limited(advance=4), request, now=at(clock, today)) == expected


def test_advance_of_nothing_is_today() -> None:
    practice = limited(advance=0)
    assert found(practice, visit("23:30-24:00", KOC), now=at("00:00")) == []
    tomorrow = visit("00:00-00:30", KOC, day=TUESDAY)
    assert found(practice, tomorrow, now=at("23:59")) == ["too_far_ahead 00:00-00:30"]


def test_tentative_entries_are_bound_by_the_clock_alone() -> None:
    practice = limited(quotas=(Quota(DAY, 1),), distance=60, at_once=1, notice=60, advance=0)
    others = [taken("09:30-10:00", KOC), whole("09:00-10:00", 2)]
    pending = visit("09:00-09:30", KOC, status=Status.PENDING)
    assert found(practice, pending, *others, now=at("08:30")) == ["notice_too_short 09:00-09:30"]
    far = found(practice, pending, *others, now=at("08:30", date(2026, 11, 22)))
    assert far == ["too_far_ahead 09:00-09:30"]
    asked = reach(practice, ZONE, planned(pending, practice))
    assert asked == reach(ALWAYS_OPEN, ZONE, planned(pending, ALWAYS_OPEN))


def test_a_blockout_has_no_limits() -> None:
    practice = limited(quotas=(Quota(DAY, 1),), distance=60, at_once=1, notice=60, advance=0)
    blockout = BookRequest(
        EntryKind.BLOCKOUT, at("09:00"), (Participant(KOC, Role.PRACTITIONER),), minutes=30
    )
    other = taken("10:00-10:30", KOC, kind=EntryKind.BLOCKOUT)
    assert found(practice, blockout, other, now=at("08:59")) == []
    assert limits.permitted(practice, ZONE, ServiceId(0), 0).end > at("09:00", date(2999, 1, 1))


# For searches


@examples(100)
@given(st.data())
def test_what_a_search_leaves_out_is_what_a_check_finds(data: st.DataObject) -> None:
    """Tried on both sides of every edge, and between, for a part that begins after the entry."""
    practice = limited()
    visits = replace(practice.types[VISIT], limits=data.draw(some_limits()))
    changes = {
        kind: data.draw(st.sampled_from([Severity.BLOCKING, Severity.WARNING, Severity.OFF]))
        for kind in (ConflictKind.QUOTA_FULL, ConflictKind.TOO_CLOSE, ConflictKind.TOO_MANY_AT_ONCE,
                     ConflictKind.NOTICE_TOO_SHORT, ConflictKind.TOO_FAR_AHEAD)
        if data.draw(st.integers(0, 3)) == 0
    }  # fmt: skip
    policy = {**DEFAULT_POLICY, **changes}
    practice = replace(practice, types={**practice.types, VISIT: visits}, policy=policy)
    day = data.draw(st.sampled_from([MONDAY, SPRING, AUTUMN]))
    late = data.draw(st.sampled_from([0, 7]))
    people = (Participant(KOC, Role.PRACTITIONER, late, 10), Participant(ARM, Role.DEVICE))
    middle = planned(replace(visit("11:30-11:50", day=day), participants=people), practice)
    around = [
        each._replace(actor=KOC if each.actor == ARM else each.actor)
        for each in data.draw(neighbours(middle))
    ]
    now = middle.starts_at - 60 * data.draw(st.sampled_from([0, 31, 600, 1440, 3000]))
    service = ServiceId(VISIT)
    own = EntryId(data.draw(st.sampled_from([2, 99])))
    span = Span(middle.starts_at - 6 * 3600, middle.starts_at + 14 * 3600)
    ends = Span(span.start, span.end + 1200)
    reached = limits.search_reach(practice, ZONE, service, [KOC, ARM], ends)
    shown = [each for each in around if any(_brings(one, each) for one in reached)]
    permitted = limits.permitted(practice, ZONE, service, now)
    crowded = limits.crowded(practice, service, shown, entry=own)
    shut = limits.shut_starts(practice, ZONE, service, shown, ends, entry=own).get(KOC, [])
    kinds = {
        ConflictKind.QUOTA_FULL, ConflictKind.TOO_CLOSE, ConflictKind.TOO_MANY_AT_ONCE,
        ConflictKind.NOTICE_TOO_SHORT, ConflictKind.TOO_FAR_AHEAD, ConflictKind.IN_THE_PAST,
    }  # fmt: skip
    edges = [*permitted, *(edge for each in [*crowded, *shut] for edge in each)]
    near = [(edge - 7 * 60 * off) // 60 * 60 + by for edge in edges for off in (0, 1) for by in (-60, 0, 60)]
    tried = [each for each in near if span.start <= each < span.end]
    for start in [*tried, *range(span.start, span.end, 37 * 60)]:
        proposal = planned(BookRequest(
            EntryKind.APPOINTMENT, start, people, type=VISIT, minutes=20), practice)  # fmt: skip
        proposal = replace(proposal, entry=own)
        spoken = {each.kind for each in check(practice, ZONE, proposal, around, now)} & kinds
        offered = (
            permitted.start <= start < permitted.end
            and not any(proposal.span.overlaps(each) for each in crowded)
            and not any(each.start <= start + late * 60 < each.end for each in shut)
        )
        assert offered == (not spoken), spoken


def _brings(asked: Reach, each: Taken) -> bool:
    return (each.actor in asked.actors or (each.actor == NOBODY and each.service in asked.services)) and (
        each.starts_at < asked.span.end and asked.span.start < each.ends_at
    )


def test_a_search_without_limits_asks_for_nothing_more() -> None:
    [when] = spans("08:00-18:00")
    assert limits.search_reach(PRACTICE, ZONE, ServiceId(VISIT), [KOC, R1], when) == []
    assert limits.shut_starts(PRACTICE, ZONE, ServiceId(VISIT), [taken("09:00-09:30", KOC)], when) == {}
    assert limits.crowded(PRACTICE, ServiceId(VISIT), [whole("09:00-09:30", 1)]) == []


def test_limits_at_the_end_of_the_calendar() -> None:
    practice = limited(quotas=(Quota(WEEK, 1),), advance=10_000_000)
    last = date(9999, 12, 28)
    assert found(practice, visit("09:00-09:30", KOC, day=last), taken("12:00-12:30", KOC, day=last)) == [
        "quota_full KOC 09:00-09:30"
    ]
    assert limits.permitted(practice, ZONE, ServiceId(VISIT), at("09:00")).end > at("23:59", last)
