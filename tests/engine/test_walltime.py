"""Wall time and instants, above all around the change-over days."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.spans import Span
from praxidesk.engine.walltime import NonexistentTime, UnknownZone, Zone
from tests.engine.campaign import examples
from tests.engine.diary import AUTUMN, MONDAY, SPRING, ZONE

TRANSITIONS = Path(__file__).parents[3] / "shared/data/holidays_dst/dst_transitions_dach_1980_2037.csv"


@pytest.mark.parametrize(
    ("day", "minute", "iso"),
    [
        pytest.param(MONDAY, 9 * 60, "2026-11-23T09:00:00+01:00", id="winter-morning"),
        pytest.param(MONDAY, 0, "2026-11-23T00:00:00+01:00", id="midnight"),
        pytest.param(MONDAY, 1440, "2026-11-24T00:00:00+01:00", id="24-is-the-next-midnight"),
        pytest.param(SPRING, 119, "2026-03-29T01:59:00+01:00", id="spring-before-the-change"),
        pytest.param(SPRING, 120, "2026-03-29T03:00:00+02:00", id="spring-the-skipped-hour-begins"),
        pytest.param(SPRING, 150, "2026-03-29T03:00:00+02:00", id="spring-inside-the-skipped-hour"),
        pytest.param(SPRING, 180, "2026-03-29T03:00:00+02:00", id="spring-after-the-change"),
        pytest.param(SPRING, 720, "2026-03-29T12:00:00+02:00", id="spring-noon"),
        pytest.param(AUTUMN, 150, "2026-10-25T02:30:00+02:00", id="autumn-the-first-of-two"),
        pytest.param(AUTUMN, 180, "2026-10-25T03:00:00+01:00", id="autumn-after-both"),
        pytest.param(AUTUMN, 1440, "2026-10-26T00:00:00+01:00", id="autumn-the-day's-end"),
    ],
)
def test_a_minute_of_a_day_is_an_instant(day: date, minute: int, iso: str) -> None:
    assert ZONE.iso(ZONE.at(day, minute)) == iso


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        pytest.param(MONDAY, 24, id="plain"),
        pytest.param(SPRING, 23, id="spring"),
        pytest.param(AUTUMN, 25, id="autumn"),
    ],
)
def test_days_have_23_24_or_25_hours(day: date, hours: int) -> None:
    whole = ZONE.day(day)
    assert whole.end - whole.start == hours * 3600
    assert list(ZONE.days(whole)) == [day]
    assert ZONE.is_plain(day) == (hours == 24)


def test_a_wall_time_that_is_skipped_has_no_instant() -> None:
    with pytest.raises(NonexistentTime):
        ZONE.instant(datetime(2026, 3, 29, 2, 30))
    assert ZONE.reached(datetime(2026, 3, 29, 2, 30)) == ZONE.instant(datetime(2026, 3, 29, 3, 0))


def test_a_wall_time_that_exists_twice_is_the_first() -> None:
    first = ZONE.instant(datetime(2026, 10, 25, 2, 30))
    assert ZONE.iso(first) == "2026-10-25T02:30:00+02:00"
    assert ZONE.local(first) == ZONE.local(first + 3600) == datetime(2026, 10, 25, 2, 30)


@pytest.mark.parametrize(
    ("zone", "day", "minute", "iso"),
    [
        pytest.param(
            "America/Sao_Paulo", date(2018, 11, 4), 0, "2018-11-04T01:00:00-02:00", id="no-midnight"
        ),
        pytest.param("America/Havana", date(2026, 11, 1), 0, "2026-11-01T00:00:00-04:00", id="two-midnights"),
        pytest.param(
            "Australia/Lord_Howe", date(2026, 10, 4), 135, "2026-10-04T02:30:00+11:00", id="half-an-hour"
        ),
    ],
)
def test_other_zones_change_elsewhere(zone: str, day: date, minute: int, iso: str) -> None:
    assert Zone(zone).iso(Zone(zone).at(day, minute)) == iso


def test_a_date_that_a_zone_skipped_is_no_day() -> None:
    samoa = Zone("Pacific/Apia")
    skipped = date(2011, 12, 30)
    assert samoa.day(skipped).start == samoa.day(skipped).end
    around = Span(samoa.day(date(2011, 12, 29)).start, samoa.day(date(2011, 12, 31)).end)
    assert list(samoa.days(around)) == [date(2011, 12, 29), date(2011, 12, 31)]


@pytest.mark.parametrize(
    "name", ["", "Mitte", "Europe", "Europe/Atlantis", "../Berlin", "/etc/passwd", "x\0y"]
)
def test_a_zone_must_be_known(name: str) -> None:
    with pytest.raises(UnknownZone):
        Zone(name)


def test_zones_of_one_name_are_equal() -> None:
    assert Zone("Europe/Berlin") == ZONE
    assert hash(Zone("Europe/Berlin")) == hash(ZONE)
    assert Zone("Europe/Vienna") != ZONE


@examples(300)
@given(
    st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu"]),
    st.integers(-1_000_000_000, 4_000_000_000),
)
def test_what_the_clocks_show_leads_back(name: str, instant: int) -> None:
    zone = Zone(name)
    local = zone.local(instant)
    first = zone.instant(local)
    assert zone.local(first) == local
    assert first <= instant
    assert zone.day_of(instant) == local.date()
    assert zone.day(local.date()).start <= instant < zone.day(local.date()).end
    assert datetime.fromisoformat(zone.iso(instant)).timestamp() == instant


@examples(200)
@given(st.sampled_from([SPRING, AUTUMN, MONDAY]), st.integers(0, 1440))
def test_a_minute_is_the_first_instant_at_which_the_clocks_have_come_so_far(day: date, minute: int) -> None:
    whole = ZONE.day(day)
    clocks = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
    reached = [instant for instant in range(whole.start, whole.end, 60) if ZONE.local(instant) >= clocks]
    assert ZONE.at(day, minute) == (reached[0] if reached else whole.end)


@pytest.mark.shared_data
@pytest.mark.skipif(not TRANSITIONS.exists(), reason=f"needs {TRANSITIONS.name} of the shared data")
def test_every_change_since_1980_is_known() -> None:
    with TRANSITIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 400
    for row in rows:
        zone = Zone(row["zone"])
        change = int(datetime.fromisoformat(row["transition_utc"]).timestamp())
        before, after = int(row["utc_offset_before_min"]), int(row["utc_offset_after_min"])

        def shown(instant: int, offset: int) -> datetime:
            return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant, minutes=offset)).replace(
                tzinfo=None
            )

        assert zone.local(change - 1) == shown(change - 1, before)
        assert zone.local(change) == shown(change, after)
        if after > before:
            skipped = shown(change, before) + timedelta(minutes=(after - before) // 2)
            with pytest.raises(NonexistentTime):
                zone.instant(skipped)
            assert zone.reached(skipped) == change
        else:
            doubled = shown(change, after)
            assert zone.instant(doubled) == change - (before - after) * 60
        day = zone.day(shown(change, after).date())
        assert day.end - day.start == 86400 - (after - before) * 60
