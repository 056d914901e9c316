"""Eight programs want the same morning of the same people."""

from itertools import pairwise

from praxidesk.models.store import Store
from tests.racers import raced
from tests.small_practice import put_into

CLIENTS = 8
TRIES = 60


def test_nobody_is_booked_twice_whoever_is_fastest(store_url: str) -> None:
    store = Store.open(store_url)
    put_into(store)
    arguments = [(store_url, number) for number in range(CLIENTS)]
    reports = raced("tests.models.racer", arguments, timeout=100)
    total = {
        what: sum(report[what] for report in reports) for what in ("booked", "refused", "overlaps", "faults")
    }
    assert sum(total.values()) == CLIENTS * TRIES
    assert total["booked"] > 0
    assert total["refused"] > 0
    # The locks did their work: nobody ran into the constraint, a deadlock or a time limit.
    assert (total["overlaps"], total["faults"]) == (0, 0)

    with store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT actor_id, starts_at, ends_at FROM allocation WHERE blocking ORDER BY actor_id, starts_at"
        ).all()
        written = connection.exec_driver_sql("SELECT count(*) FROM entry_change").scalar_one()
    store.close()
    for before, after in pairwise(rows):
        assert before.actor_id != after.actor_id or before.ends_at <= after.starts_at
    assert written == total["booked"]
