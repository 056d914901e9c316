"""What a booking dialog shows at one moment."""

from dataclasses import dataclass

from praxidesk.engine.outcomes import Slot
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import Ranking
from praxidesk.ui.booking.draft import Draft, Missing


@dataclass(frozen=True, slots=True)
class BookingState:
    """The draft, what the engine says to it, and what else is free."""

    draft: Draft
    missing: tuple[Missing, ...] = ()
    slots: tuple[Slot, ...] = ()
    """Proposals, or alternatives to a time that is taken."""
    chosen: int = -1
    """Which of them Enter books; -1: the draft as it is."""
    searching: bool = False
    checking: bool = False
    """The draft has changed since the last answer."""
    is_free: bool = False
    blocking: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    filled: tuple[Participant, ...] = ()
    """Everybody the desk would take, where the draft leaves seats open."""
    saving: bool = False
    is_delayed: bool = False
    """While saving, the connection was lost: it is asked again over the next one."""
    error: str = ""
    """The store could not answer, or something is invalid."""
    nothing_found: bool = False
    widened: bool = False
    """None of the proposals is what was wished for; they are what comes next."""
    refused: bool = False
    """It was to be saved, and somebody else had taken the place."""
    ranking: Ranking = Ranking.EARLIEST
    """In what order proposals come."""
    why: tuple[str, ...] = ()
    """Why there is nothing earlier, and what would open something."""
    release: Slot | None = None
    """What somebody else's taking part would open, bookable as it is."""

    @property
    def seeks_time(self) -> bool:
        """No time is typed: proposals stand in for it."""
        return self.draft.minute is None

    @property
    def is_blocked(self) -> bool:
        """The draft as it is would be refused."""
        return bool(self.blocking) and self.chosen < 0

    @property
    def can_submit(self) -> bool:
        """Enter would book or save something."""
        if self.saving:
            return False
        open_points = set(self.missing)
        if self.chosen >= 0:
            open_points -= {Missing.TIME, Missing.NONEXISTENT_TIME}
        return not open_points and not self.is_blocked
