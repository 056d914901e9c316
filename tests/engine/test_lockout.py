"""How long a login waits after wrong passwords."""

from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.lockout import FREE_FAILURES, LONGEST_WAIT_SECONDS, Attempts

QUARTER = 15 * 60


def test_waiting_grows_with_each_wrong_password_and_ends_at_an_hour() -> None:
    waits = [Attempts(failures, 0 if failures else None).wait for failures in range(1_000)]
    assert waits[: FREE_FAILURES + 1] == [0] * (FREE_FAILURES + 1)
    assert waits[5:13] == [30, 60, 120, 240, 480, 960, 1_920, 3_600]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_SECONDS


def test_fewer_than_ten_guesses_are_heard_in_any_quarter_of_an_hour() -> None:
    attempts, heard = Attempts(), []
    for now in range(3 * 3_600):
        if attempts.waits_until(now) is None:
            attempts = attempts.failed(now)
            heard.append(now)
    assert max(sum(start <= each < start + QUARTER for each in heard) for start in heard) == 9


@given(
    failures=st.integers(FREE_FAILURES + 1, 50),
    failed_at=st.integers(0, 10**10),
    back=st.integers(1, 10**9),
)
def test_a_clock_set_back_begins_the_whole_wait_again_and_no_longer_one(
    failures: int, failed_at: int, back: int
) -> None:
    attempts = Attempts(failures, failed_at)
    now = failed_at - back
    assert attempts.waits_until(now) == now + attempts.wait
    seen = attempts.seen(now)
    assert seen.waits_until(now + attempts.wait - 1) == now + attempts.wait
    assert seen.waits_until(now + attempts.wait) is None
