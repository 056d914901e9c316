"""Requests of every shape to the service that does them: one entry, a series, a combination."""

from praxidesk.engine.outcomes import Invalid, Outcome, Refused, SlotsFound
from praxidesk.engine.requests import BookRequest, CancelRequest, MoveRequest, SlotRequest
from praxidesk.engine.series_outcomes import BulkOutcome, CombinedSlotsFound
from praxidesk.engine.series_plan import is_scoped
from praxidesk.engine.series_requests import (
    BulkRequest,
    CombinedRequest,
    CombinedSlotRequest,
    ScopedRequest,
    SeriesRequest,
)
from praxidesk.services.booking import book, check
from praxidesk.services.cancelling import cancel
from praxidesk.services.combined import book_combined, check_combined
from praxidesk.services.combined_slots import find_combined_slots
from praxidesk.services.desk import Desk
from praxidesk.services.moving import move
from praxidesk.services.series import book_series, check_series
from praxidesk.services.series_cancelling import cancel_series
from praxidesk.services.series_changes import check_series_move, move_series
from praxidesk.services.slots import find_slots

SeveralOutcome = BulkOutcome | Refused | Invalid
Answer = Outcome | SeveralOutcome


def change_several(desk: Desk, request: BulkRequest | ScopedRequest, now: int) -> SeveralOutcome:
    """Book, move or cancel several entries, in one transaction."""
    match request:
        case SeriesRequest():
            return book_series(desk, request, now)
        case CombinedRequest():
            return book_combined(desk, request, now)
        case MoveRequest():
            return move_series(desk, request, now)
        case CancelRequest():
            return cancel_series(desk, request, now)


def check_several(desk: Desk, request: BulkRequest | MoveRequest, now: int) -> SeveralOutcome:
    """The exact dates, and what speaks against each."""
    match request:
        case SeriesRequest():
            return check_series(desk, request, now)
        case CombinedRequest():
            return check_combined(desk, request, now)
        case MoveRequest():
            return check_series_move(desk, request, now)


def book_any(desk: Desk, request: BookRequest | BulkRequest, now: int) -> Answer:
    """Book what is asked for."""
    return (
        book(desk, request, now) if isinstance(request, BookRequest) else change_several(desk, request, now)
    )


def check_any(desk: Desk, request: BookRequest | MoveRequest | BulkRequest, now: int) -> Answer:
    """Whether what is asked for could be."""
    if isinstance(request, BookRequest) or (isinstance(request, MoveRequest) and not is_scoped(request)):
        return check(desk, request, now)
    return check_several(desk, request, now)


def move_any(desk: Desk, request: MoveRequest, now: int) -> Answer:
    """Change one entry, or several of its series or combination."""
    return change_several(desk, request, now) if is_scoped(request) else move(desk, request, now)


def cancel_any(desk: Desk, request: CancelRequest, now: int) -> Answer:
    """Cancel one entry, or several of its series or combination."""
    return change_several(desk, request, now) if is_scoped(request) else cancel(desk, request, now)


def find_any_slots(
    desk: Desk, request: SlotRequest | CombinedSlotRequest, now: int
) -> SlotsFound | CombinedSlotsFound | Invalid:
    """When one entry, or a whole combination, could be."""
    if isinstance(request, CombinedSlotRequest):
        return find_combined_slots(desk, request, now)
    return find_slots(desk, request, now)
