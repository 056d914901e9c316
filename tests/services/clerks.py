"""Clerks who begin together, each with a desk of its own."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from praxidesk.engine.outcomes import Outcome
from praxidesk.models.store import Store
from praxidesk.services.desk import Desk

Work = Callable[[Desk, random.Random], Outcome]


def at_once(url: str, clerks: int, work: Work, times: int) -> list[Outcome]:
    """Let clerks, each with a store and a desk of its own, begin together; every answer, none an error."""
    barrier = Barrier(clerks)

    def clerk(number: int) -> list[Outcome]:
        chance = random.Random(number)
        store = Store.open(url)
        try:
            desk = Desk.open(store)
            barrier.wait(30)
            return [work(desk, chance) for _ in range(times)]
        finally:
            store.close()

    with ThreadPoolExecutor(clerks) as pool:
        return [outcome for outcomes in pool.map(clerk, range(clerks)) for outcome in outcomes]
