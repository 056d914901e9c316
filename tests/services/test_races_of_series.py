"""Series, changes of them and single bookings at once: nobody twice, nobody waits in a circle."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from threading import Barrier

from praxidesk.engine.outcomes import Done, Invalid, Refused
from praxidesk.engine.requests import MoveRequest, PatientNumber
from praxidesk.engine.series_outcomes import CombinedOutcome, SeriesOutcome
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import Frequency, OnClash, Scope
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.services.booking import book
from praxidesk.services.desk import Desk
from praxidesk.services.dispatch import book_any
from praxidesk.services.series import book_series
from praxidesk.services.series_changes import move_series
from tests.services.diary import MONDAY, Diary
from tests.services.test_combined import part, request

CLERKS = 4
TIMES = 8
Answer = Done | Refused | Invalid | SeriesOutcome | CombinedOutcome | object


def test_series_race_for_the_same_weeks(store_url: str, diary: Diary) -> None:
    first = book_series(
        diary.desk,
        SeriesRequest(diary.request("12:00", "KOC R1"), SeriesRule(Frequency.WEEKLY, count=4)),
        diary.now,
    )
    assert isinstance(first, SeriesOutcome)
    named = first.dates[0].entry
    assert named is not None
    barrier = Barrier(CLERKS)

    def act(desk: Desk, chance: random.Random) -> Answer:
        codes = " ".join(chance.sample(["KOC", "WEB", "R1", "R2"], 2))
        clock = f"{chance.randrange(8, 12):02}:{chance.randrange(0, 60, 15):02}"
        day = MONDAY + timedelta(days=chance.randrange(3))
        single = diary.request(clock, codes, day=day)
        match chance.randrange(4):
            case 0:
                rule = SeriesRule(Frequency.WEEKLY, count=4)
                return book_any(desk, SeriesRequest(single, rule, on_clash=OnClash.SKIP), diary.now)
            case 1:
                with desk.store.read() as connection:
                    present = queries.entry(connection, named.id)
                assert present is not None
                change = MoveRequest(present.id, present.version, starts_at=single.starts_at, scope=Scope.ALL)
                return move_series(desk, change, diary.now)
            case 2:
                parts = [part(diary, each, longest_gap=30) for each in codes.split()]
                return book_any(
                    desk, request(diary, clock, *parts, day=day, patient=PatientNumber("P-1001")), diary.now
                )
            case _:
                return book(desk, single, diary.now)

    def clerk(number: int) -> list[Answer]:
        store, chance = Store.open(store_url), random.Random(number)
        try:
            desk = Desk.open(store)
            barrier.wait(30)
            return [act(desk, chance) for _ in range(TIMES)]
        finally:
            store.close()

    with ThreadPoolExecutor(CLERKS) as pool:
        answers = [answer for found in pool.map(clerk, range(CLERKS)) for answer in found]
    assert not any(isinstance(each, Invalid) for each in answers)
    taken: dict[int, list[tuple[int, int]]] = {}
    for entry in diary.stored():
        for each in entry.allocations:
            taken.setdefault(each.actor, []).append((each.starts_at, each.ends_at))
    for spans in taken.values():
        spans.sort()
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
