"""What is measured is sound: the practice could be one, its counts are exact, its table can be read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks import check_figures, load_figures, search_figures
from benchmarks.__main__ import minutes_of, parser
from benchmarks.bench import NOW, Bench, statements_of
from benchmarks.big_practice import MONTH, BigPractice
from benchmarks.figures import Figure
from benchmarks.report import table
from praxidesk.services.conflict_report import conflict_report
from tests.stores import DIALECTS, Stores


@pytest.fixture(scope="module", params=DIALECTS)
def month(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Bench]:
    """A practice with one month of entries."""
    with stores.new(str(request.param)) as store:
        yield Bench.on(BigPractice.in_store(store).grown(1))


def test_no_entry_of_the_big_practice_breaks_a_rule(month: Bench) -> None:
    assert list(conflict_report(month.desk, MONTH, MONTH + timedelta(days=7), NOW)) == []


def test_what_was_poured_in_is_what_the_database_would_have_written(month: Bench) -> None:
    ((entries, changes, out_of_step),) = month.fetch(
        "SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM entry_change), (SELECT count(*)"
        " FROM allocation a JOIN entry e ON e.id = a.entry_id"
        " WHERE a.occupancy <> 1 OR a.service <> coalesce(e.type_id, -e.procedure_id))"
    )
    assert (entries, changes, out_of_step) == (month.big.entries, month.big.entries, 0)
    assert 10_000 < entries < 13_000


def test_the_statements_are_those_of_the_budget(month: Bench) -> None:
    works: dict[str, tuple[Callable[[], object], int]] = {
        "conflict_check_appointment": (
            lambda: check_figures.check_wish(month, check_figures.visit_wish(month, 1)),
            1,
        ),
        "conflict_check_operation": (
            lambda: check_figures.check_wish(month, check_figures.operation_wish(month, 1)),
            1,
        ),
        "month_detail": (lambda: load_figures.load(month), 2),
        "month_counts": (lambda: load_figures.count(month), 1),
    }
    assert {what: statements_of(work) for what, (work, _) in works.items()} == {
        what: count for what, (_, count) in works.items()
    }
    counts = {
        what: statements_of(lambda asked=request: search_figures.search(month, asked))  # type: ignore[misc]
        for what, request in search_figures.requests(month).items()
    }
    assert counts == {
        "slots_first5": 1,
        "slots_first5 where they are scarce": 3,
        "slots_all_20": 1,
        "slots_operation": 1,
    }


MET = Figure("booking", "sqlite", 700_000, 5, 1.25, 2.5, "a row", 10, 30, most_statements=5)


def test_the_table_says_in_words_what_is_met() -> None:
    found = table([MET, replace(MET, what="slots_all_20", ratio=0.02, budget=1 / 30)])
    assert "5 (≤ 5)" in found
    assert "2.50 ×  ≤ 10.00 ×  met" in found
    assert "1/50" in found
    assert found.endswith("All budgets are met.")


@pytest.mark.parametrize(
    "missed",
    [
        replace(MET, ratio=10.1),
        replace(MET, statements=6),
        replace(MET, faults={"doubles": 1, "deadlocks": 0}),
    ],
    ids=["too slow", "too many statements", "what must not be"],
)
def test_the_table_says_in_words_what_is_missed(missed: Figure) -> None:
    assert not missed.met
    found = table([MET, missed])
    assert "MISSED" in found.splitlines()[3]
    assert found.endswith("MISSED: booking (sqlite)")


def test_the_years_have_a_table_of_their_own() -> None:
    stages = [replace(MET, entries=count, against="the same after 1 month") for count in (70_000, 700_000)]
    found = table(stages)
    assert found.count("1.25 ms 2.50 ×") == 2
    assert "70,000 entries" in found


def test_the_minutes_told_hold_in_a_quick_run_too() -> None:
    told = {
        (): 10,
        ("--quick",): 1,
        ("--quick", "--minutes", "3"): 3,
        ("--minutes", "0.5"): 0.5,
    }
    for arguments, minutes in told.items():
        assert minutes_of(parser().parse_args(arguments)) == minutes
