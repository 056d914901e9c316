"""What a drag shows is what putting down is answered, as far as the days are loaded."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Done, Invalid, Refused
from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherOutcome, TogetherRequest
from praxidesk.engine.vocabulary import ActorId, Severity
from praxidesk.ui.calendar.move_check import MoveJudge, judged
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.changes.moves import move_request
from tests.ui import desk_practice
from tests.ui.calendar.drags import MOVABLE, moves, state, store, wanted
from tests.ui.desk_practice import NOW
from tests.ui.fake_together import change_together


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves)
def test_the_verdict_of_a_drag_is_that_of_the_commit(move: tuple[Entry, ActorId, int, int]) -> None:
    entry, column, minute, longer = move
    shown = state(desk_practice.entries())
    asked = wanted(entry, column, minute, longer)
    verdict = judged(shown, entry, asked)
    outcome = store().change(move_request(shown.practice, entry, asked), NOW)
    if isinstance(outcome, Invalid):
        assert not verdict.is_possible
    elif isinstance(outcome, Refused):
        blocking = tuple(each for each in outcome.conflicts if each.severity is Severity.BLOCKING)
        assert set(verdict.blocking) == set(blocking)
    else:
        assert isinstance(outcome, Done)
        assert verdict.is_free or asked.span == entry.span


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(MOVABLE), min_size=2, max_size=4, unique_by=lambda each: each.id),
    st.integers(-24, 24).filter(bool),
)
def test_several_that_are_shown_free_together_are_moved_together(chosen: list[Entry], steps: int) -> None:
    shown = state(desk_practice.entries())
    asked = [
        MoveWanted(
            each.id,
            Span(each.starts_at + steps * 300, each.ends_at + steps * 300),
            each.allocations[0].actor,
            each.allocations[0].actor,
        )
        for each in chosen
    ]
    verdicts = MoveJudge(shown, {each.id for each in chosen}).judged(list(zip(chosen, asked, strict=True)))
    request = TogetherRequest(
        tuple(move_request(shown.practice, each, want) for each, want in zip(chosen, asked, strict=True))
    )
    outcome = change_together(store(), request, NOW)
    assert isinstance(outcome, TogetherOutcome)
    assert outcome.is_refused is not all(each.is_free for each in verdicts)
