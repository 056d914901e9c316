"""How the window comes to its store, without the database layer being loaded before it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from praxidesk.worker.access import Access, OpenStore


def store_at(url: str) -> OpenStore:
    """How to open the store at an address; imports the database layer when it is first called."""

    def opened() -> Access:
        from praxidesk.worker.store_access import StoreAccess  # noqa: PLC0415 - not before the first paint

        return StoreAccess.open(url)

    return opened
