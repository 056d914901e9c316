"""A store on which nothing stays: what a change would meet, or whether it is there already."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from sqlalchemy import Connection

from praxidesk.models.store import Store


class Rehearsal(Store):
    """Of an open store. Waits for others' transactions as a real change would, and rolls its own back."""

    @classmethod
    def of(cls, store: Store) -> Self:
        """It has no connections of its own; closing it is closing the store."""
        return cls(store.home)

    @contextmanager
    def write(self, *, short: bool = False) -> Iterator[Connection]:
        """As ever, without the commit."""
        with super().write(short=short) as connection:
            yield connection
            connection.rollback()
