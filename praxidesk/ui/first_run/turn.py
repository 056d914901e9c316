"""Which store the window is to work on from now on."""

from dataclasses import dataclass
from datetime import date, datetime

from praxidesk.worker.opening import StoreAt


@dataclass(frozen=True, slots=True)
class StoreTurn:
    """To another store, or back to the one the program was started with."""

    place: StoreAt | None = None
    """``None``: back."""
    day: date | None = None
    """The one to show first; ``None`` for today."""
    begins_at: datetime | None = None
    """When its clock begins to run, as wall time; ``None`` for the machine's."""
    is_own: bool = False
    """From now on it is the one that is come back to."""
    drops_demo: bool = False
    """Delete the demo practice, once its store is let go of."""
