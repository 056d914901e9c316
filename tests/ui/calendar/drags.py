"""Entries of a day as a hand may drag them."""

from hypothesis import strategies as st

from praxidesk.engine.entries import Entry
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import GONE, ActorId
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from tests.ui import desk_practice
from tests.ui.desk_practice import BRANDT, KOC, LINDQVIST, MINOR, MONDAY, NOW, NOWAK, WEBER, XRAY, ZONE
from tests.ui.fake_store import FakeStore

COLUMNS = (WEBER, KOC, BRANDT, LINDQVIST, NOWAK, XRAY, MINOR)

MOVABLE = tuple(each for each in desk_practice.entries() if each.status not in GONE)

moves = st.tuples(
    st.sampled_from(MOVABLE),
    st.sampled_from(COLUMNS),
    st.integers(7 * 12, 19 * 12).map(lambda step: step * 5),
    st.integers(-2, 6).map(lambda steps: steps * 300),
)


def store() -> FakeStore:
    return FakeStore(desk_practice.practice(), ZONE, desk_practice.patients(), desk_practice.entries())


def state(entries: tuple[Entry, ...]) -> CalendarState:
    return CalendarState(desk_practice.practice(), ZONE, (MONDAY,), COLUMNS, entries, NOW)


def wanted(entry: Entry, column: ActorId, minute: int, longer: int = 0) -> MoveWanted:
    start = ZONE.at(MONDAY, minute)
    length = max(300, entry.ends_at - entry.starts_at + longer)
    return MoveWanted(entry.id, Span(start, start + length), entry.allocations[0].actor, column)
