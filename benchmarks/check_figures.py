"""Figures of checking: one proposal, after one month and after years, and ten thousand at once."""

import gc
import time
from collections.abc import Iterator
from functools import partial
from random import Random

from benchmarks.bench import NOW, Bench, statements_of
from benchmarks.big_practice import ZONE
from benchmarks.figures import Figure, Timing, by_turns
from praxidesk.engine import conflicts
from praxidesk.engine.bulk import Sweep, reach_of_all
from praxidesk.engine.occupancy import plan
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models import queries

CHECKS = 300
PROPOSALS, SINGLE = 10_000, 1_000


def conflict_checks(month: Bench, years: Bench) -> Iterator[Figure]:
    """A check hangs on what stands around it, not on the years behind it."""
    for what, wish in (
        ("conflict_check_appointment", visit_wish),
        ("conflict_check_operation", operation_wish),
    ):
        ours, other = (
            [partial(check_wish, bench, wish(bench, number)) for number in range(CHECKS)]
            for bench in (years, month)
        )
        statements = statements_of(ours[0])
        timing = by_turns(ours, other)
        yield years.figure(what, timing, "the same check after 1 month", 1.5, statements=statements, most=1)


def bulk_checks(bench: Bench) -> Iterator[Figure]:
    """Ten thousand proposals in one sweep, against a check of its own for each."""
    wishes = [
        (operation_wish if number % 20 == 0 else visit_wish)(bench, number) for number in range(PROPOSALS)
    ]
    proposals = [_proposed(bench, each) for each in wishes]
    some = proposals[:: PROPOSALS // SINGLE]
    statements = statements_of(partial(_swept, bench, proposals[:10]))
    gc.collect()
    begun = time.perf_counter()
    swept = _swept(bench, proposals)
    ours = time.perf_counter() - begun
    begun = time.perf_counter()
    single = [_checked(bench, each) for each in some]
    other = (time.perf_counter() - begun) * len(proposals) / len(some)
    assert swept[:: PROPOSALS // SINGLE] == single
    yield bench.figure(
        "bulk_check",
        Timing(ours * 1_000, other * 1_000, 1),
        f"10,000 single checks ({len(some):,} of them measured)",
        1,
        statements=statements,
        most=1,
    )


def _swept(bench: Bench, proposals: list[Proposal]) -> list[list[Conflict]]:
    practice = bench.desk.practice
    reach = reach_of_all(practice, ZONE, proposals)
    assert reach is not None
    with bench.big.store.read() as connection:
        facts = queries.surroundings(connection, reach.actors, reach.span, services=reach.services)
    sweep = Sweep(practice, ZONE, facts.taken, NOW)
    return [sweep.check(each) for each in proposals]


def check_wish(bench: Bench, request: BookRequest) -> None:
    """Plan a request and check it."""
    _checked(bench, _proposed(bench, request))


def _proposed(bench: Bench, request: BookRequest) -> Proposal:
    assert isinstance(request.patient, int)
    proposal = plan(bench.desk.practice, ZONE, request, ActorId(request.patient))
    assert isinstance(proposal, Proposal)
    return proposal


def _checked(bench: Bench, proposal: Proposal) -> list[Conflict]:
    """Only the check itself: the surroundings and the engine, without the offers after a refusal."""
    practice = bench.desk.practice
    reach = conflicts.reach(practice, ZONE, proposal)
    with bench.big.store.read() as connection:
        facts = queries.surroundings(connection, reach.actors, reach.span, services=reach.services)
    return conflicts.check(practice, ZONE, proposal, facts.taken, NOW)


def visit_wish(bench: Bench, number: int) -> BookRequest:
    """A visit somewhere in the measured month, mostly where somebody is already."""
    random = Random(number)
    at = ZONE.at(random.choice(bench.work_days), 8 * 60 + 5 * random.randrange(110))
    return bench.visit(random.randrange(20), at, random.randrange(2_000))


def operation_wish(bench: Bench, number: int) -> BookRequest:
    """An operation with its whole team, mostly where it meets another one or somebody's visits."""
    random = Random(number)
    at = ZONE.at(random.choice(bench.work_days), 7 * 60 + 5 * random.randrange(100))
    return bench.operation(random.randrange(4), at, random.randrange(2_000))
