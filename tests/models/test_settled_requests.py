"""Keys of changes are there for as long as anybody may ask again, and no longer."""

from sqlalchemy import text

from praxidesk.models.settled_requests import KEPT_DAYS, Asked, claim, settle
from praxidesk.models.store import Store

DAY = 86_400
_AGED = text("UPDATE settled_request SET at = at - :seconds WHERE key LIKE :like")
_KEYS = text("SELECT key, answer FROM settled_request ORDER BY key, answer")
_OLD = text("INSERT INTO settled_request (key, answer, at) VALUES (:key, '', 0)")


def test_a_key_is_known_for_thirty_days_of_the_databases_clock_and_then_goes(store: Store) -> None:
    with store.write() as connection:
        # A desk whose clock is wrong loses nothing.
        for key in ("old", "young", "new"):
            assert claim(connection, Asked(key, 0)) is None
            settle(connection, Asked(key, 9 * 10**9), f"of {key}")
        connection.execute(_AGED, {"seconds": KEPT_DAYS * DAY + 60, "like": "old"})
        connection.execute(_AGED, {"seconds": (KEPT_DAYS - 1) * DAY, "like": "young"})
    with store.write() as connection:
        # Asked again, it is dated as it was.
        assert claim(connection, Asked("young", 0)) == "of young"
        assert claim(connection, Asked("another", 0)) is None
        kept = [tuple(row) for row in connection.execute(_KEYS)]
        found = [(key, words) for key in ("new", "young") for words in ("", f"of {key}")]
        assert kept == [("another", ""), *found]
    with store.write() as connection:
        connection.execute(_OLD, [{"key": f"key {number}"} for number in range(250)])
        connection.execute(_AGED, {"seconds": KEPT_DAYS * DAY + 60, "like": "key %"})
    for number in range(3):
        with store.write() as connection:
            assert claim(connection, Asked(f"one more {number}", 0)) is None
    with store.read() as connection:
        assert not [key for key, _ in connection.execute(_KEYS) if key.startswith("key")]


def test_nobody_waits_for_whoever_takes_old_ones_away(store: Store, dialect: str) -> None:
    if dialect == "sqlite":
        return  # writers take turns there
    with store.write() as connection:
        connection.execute(_OLD, [{"key": f"key {number}"} for number in range(3)])
        connection.execute(_AGED, {"seconds": KEPT_DAYS * DAY + 60, "like": "key %"})
    with store.write() as first, store.write() as second:
        second.execute(text("SET LOCAL lock_timeout = '50ms'"))
        assert claim(first, Asked("first", 0)) is None
        assert claim(second, Asked("second", 0)) is None
    with store.read() as connection:
        assert [key for key, _ in connection.execute(_KEYS)] == ["first", "second"]
