"""How much of the calendar a check or a search asks for because of reserved blocks."""

from datetime import date, timedelta

from praxidesk.engine.conflicts import reach
from praxidesk.engine.practice import Reservation
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach, widened
from praxidesk.engine.reservations import search_reach
from praxidesk.engine.spans import LONGEST_ENTRY_SECONDS, Span
from tests.engine.block_time import (
    KNEES_RELEASED,
    SUNDAY,
    THREE_DAYS,
    WEBERS,
    found,
    kept_for,
    on_wednesday,
    practice,
    user,
)
from tests.engine.diary import ANA, KOC, MONDAY, OP1, PRACTICE, R1, WEB, WEDNESDAY, ZONE, at, span


def asked(*reservations: Reservation, proposal: Proposal) -> Reach:
    return reach(practice(*reservations), ZONE, proposal)


def test_a_check_asks_for_nothing_where_nothing_could_be_released() -> None:
    wish = on_wednesday("09:00-10:00", KOC, OP1)
    plain = Reach(frozenset({KOC, OP1}), widened(PRACTICE, wish.span))
    assert asked(WEBERS, proposal=wish) == plain
    assert asked(THREE_DAYS, proposal=on_wednesday("16:00-17:00", KOC, OP1)).actors == plain.actors
    let_in = on_wednesday("09:00-10:00", WEB, OP1)
    assert asked(THREE_DAYS, proposal=let_in) == Reach(frozenset({WEB, OP1}), widened(PRACTICE, let_in.span))


def test_a_check_asks_for_the_block_and_for_its_holders_wherever_they_are() -> None:
    wish = on_wednesday("09:00-10:00", KOC, OP1)
    block = span("07:00-15:00", WEDNESDAY)
    knees = asked(KNEES_RELEASED, proposal=wish)
    assert knees.actors == {KOC, OP1}
    assert knees.span.contains(block)
    webers = asked(THREE_DAYS, proposal=wish)
    assert webers.actors == {WEB, KOC, OP1}
    assert webers.span == Span(block.start - LONGEST_ENTRY_SECONDS, block.end + LONGEST_ENTRY_SECONDS)


def test_a_check_asks_who_uses_a_block_that_lets_it_in_where_another_does_not() -> None:
    """Released, it would let nobody in any more."""
    anybodys = kept_for("OP1", "wed", "08:00-12:00", release_days=0)
    wish = on_wednesday("09:00-10:00", KOC, OP1)
    assert asked(anybodys, proposal=wish).span == widened(PRACTICE, wish.span)
    assert asked(anybodys, WEBERS, proposal=wish).span.contains(span("08:00-12:00", WEDNESDAY))
    now = at("07:00", WEDNESDAY)
    assert found(wish, [anybodys, WEBERS], now=now) == ["OP1 09:00-10:00"]
    assert found(wish, [anybodys, WEBERS], *user("11:00-12:00", ANA, OP1), now=now) == []


def test_a_search_asks_only_where_a_block_is_due() -> None:
    month = Span(ZONE.day(MONDAY).start, ZONE.day(date(2026, 12, 23)).end)
    for known, now, expected in [
        (practice(), at("08:00"), []),
        (practice(WEBERS), at("08:00"), []),
        (practice(THREE_DAYS), at("08:00", SUNDAY - timedelta(days=1)), []),
        (practice(KNEES_RELEASED), at("08:00"), [Reach(frozenset({OP1}), span("07:00-15:00", WEDNESDAY))]),
    ]:
        assert search_reach(known, ZONE, [KOC, OP1], month, now) == expected
    assert search_reach(practice(THREE_DAYS), ZONE, [KOC, R1], month, at("08:00")) == []
    evening = span("15:00-20:00", WEDNESDAY)
    assert search_reach(practice(THREE_DAYS), ZONE, [KOC, OP1], evening, at("08:00")) == []
    (webers,) = search_reach(practice(THREE_DAYS), ZONE, [KOC, OP1], month, at("08:00"))
    assert webers.actors == {OP1, WEB}
