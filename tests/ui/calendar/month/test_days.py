"""What a month says of each day, and where it stands: without Qt."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.entries import Allocation
from praxidesk.engine.vocabulary import ActorId, Role, Status
from praxidesk.ui.calendar.month.days import MonthDay, month_facts
from praxidesk.ui.calendar.month.layout import GUTTER, HEADER, LOWEST_ROW, arrange_month
from tests.ui.calendar.busy_practice import ZONE, month_state

WEBER, KOC = ActorId(1), ActorId(2)
TUESDAY = date(2026, 11, 24)


def day(wanted: date, **changes: object) -> MonthDay:
    state = replace(month_state(), **changes)  # type: ignore[arg-type]
    facts = month_facts(state)
    return facts.days[state.days.index(wanted)]


def taken(minute: int, until: int, *, actor: ActorId = WEBER, status: Status = Status.BOOKED) -> object:
    start, end = ZONE.at(TUESDAY, minute), ZONE.at(TUESDAY, until)
    first = month_state().entries[0]
    return replace(
        first,
        starts_at=start,
        ends_at=end,
        status=status,
        allocations=(Allocation(actor, Role.PRACTITIONER, start, end),),
    )


def test_an_empty_day_is_all_free() -> None:
    # 08:00 to 12:00 and 14:00 to 17:30: fifteen half hours.
    assert day(TUESDAY, actors=(WEBER,), entries=()).free == 15


@pytest.mark.parametrize(
    ("minute", "until", "free"),
    [
        pytest.param(480, 510, 14, id="a half hour less"),
        pytest.param(480, 490, 14, id="what is left of a half hour is no whole one"),
        pytest.param(505, 515, 13, id="an entry across the middle costs two"),
        pytest.param(480, 1050, 0, id="taken through"),
        pytest.param(720, 840, 15, id="outside the hours nothing is lost"),
    ],
)
def test_free_are_the_whole_half_hours_that_are_left(minute: int, until: int, free: int) -> None:
    assert day(TUESDAY, actors=(WEBER,), entries=(taken(minute, until),)).free == free


def test_tentative_and_cancelled_entries_take_nothing() -> None:
    for status in (Status.PENDING, Status.CANCELLED, Status.NOSHOW):
        entry = taken(480, 720, status=status)
        assert day(TUESDAY, actors=(WEBER,), entries=(entry,)).free == 15


def test_the_load_is_the_share_of_each_half_hour_and_nothing_where_nobody_works() -> None:
    load = day(TUESDAY, actors=(WEBER, KOC), entries=(taken(480, 510), taken(510, 525))).load
    assert len(load) == 22, "07:00 to 18:00"
    assert load[:5] == (None, None, 0.5, 0.25, 0.0)
    assert load[10:14] == (None, None, None, None), "lunch"


def test_only_entries_of_the_chosen_are_shown_and_counted() -> None:
    entries = (taken(480, 510), taken(480, 510, actor=KOC))
    assert day(TUESDAY, actors=(KOC,), entries=entries).count == 1
    assert day(TUESDAY, actors=(), entries=entries).count == 0


def test_cancelled_entries_are_shown_on_request_and_never_counted() -> None:
    entries = (taken(480, 510, status=Status.CANCELLED),)
    hidden = day(TUESDAY, actors=(WEBER,), entries=entries)
    shown = day(TUESDAY, actors=(WEBER,), entries=entries, show_cancelled=True)
    assert (len(hidden.entries), hidden.count) == (0, 0)
    assert (len(shown.entries), shown.count) == (1, 0)


def test_holidays_closures_and_absences_are_named() -> None:
    assert day(date(2026, 12, 25)).holiday == "1. Weihnachtstag"
    assert not day(date(2026, 12, 25)).is_open
    assert day(date(2026, 12, 24)).closure == "Betriebsferien"
    (away,) = day(date(2026, 12, 21)).away
    assert (away.actor, away.reason, away.whole_day) == (WEBER, "Urlaub", True)
    (away,) = day(date(2026, 11, 26)).away
    assert (away.actor, away.whole_day) == (KOC, False)
    assert away.span.start == ZONE.at(date(2026, 11, 26), 750)


def test_nobody_is_away_on_a_day_they_would_not_work() -> None:
    assert day(date(2026, 12, 26)).away == ()


def test_weeks_without_days_are_nothing() -> None:
    assert month_facts(replace(month_state(), days=())).days == ()


@pytest.mark.parametrize(("width", "height"), [(300, 200), (776, 722), (1380, 920), (2340, 1360)])
def test_the_days_fill_the_window_without_gap_or_overlap(width: int, height: int) -> None:
    layout = arrange_month(month_facts(month_state()), width, height)
    assert layout.width == width
    assert layout.columns[0][0] == GUTTER
    assert sum(wide for _, wide in layout.columns) == width - GUTTER
    assert layout.rows[0][0] == HEADER
    assert layout.height == max(height, HEADER + 6 * LOWEST_ROW)
    for x in range(GUTTER, width, 37):
        for y in range(HEADER, layout.height, 29):
            assert sum(cell.box.contains(x, y) for cell in layout.cells) == 1


@pytest.mark.parametrize("height", [200, 722, 920, 1360])
def test_lines_stay_in_their_day_and_what_does_not_fit_is_counted(height: int) -> None:
    layout = arrange_month(month_facts(month_state()), 1380, height)
    for cell in layout.cells:
        for line in cell.lines:
            assert line.box.bottom <= cell.box.bottom
            assert cell.box.x < line.box.x
            assert line.box.right < cell.box.right
        shown = sum(line.entry is not None for line in cell.lines)
        assert shown + cell.left_out == len(cell.facts.entries)
        if cell.left_out:
            assert cell.more.bottom <= cell.box.bottom
            assert cell.left_out > 1, "a line that says one more would be the entry itself"


def test_days_on_which_nobody_works_are_narrow() -> None:
    layout = arrange_month(month_facts(month_state()), 1380, 920)
    widths = [width for _, width in layout.columns]
    assert max(widths[5:]) < 0.6 * min(widths[:5])
