"""Faults of the store as messages: what happened, what was not saved, what to do."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    ChangeRequest,
    MilestoneRequest,
    MoveRequest,
    StatusRequest,
)
from praxidesk.engine.series_requests import BulkRequest, CombinedRequest, SeriesRequest
from praxidesk.engine.together import TogetherRequest
from praxidesk.engine.vocabulary import Scope
from praxidesk.worker.messages import Failed

translate = QCoreApplication.translate

Lost = ChangeRequest | BulkRequest | TogetherRequest
"""What was not saved."""


@dataclass(frozen=True, slots=True)
class FaultMessage:
    """The three sentences somebody needs."""

    happened: str
    not_saved: str
    """Empty where nothing was to be saved."""
    to_do: str

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (self.happened, self.not_saved, self.to_do) if part)


def fault_message(fault: StoreFault, lost: Lost | None) -> FaultMessage:
    """The message for one fault."""
    return FaultMessage(happened(fault), _not_saved(lost), _to_do(fault))


def failed_message(failed: Failed) -> FaultMessage:
    """The same for what the gateway told."""
    if failed.given_up:
        return FaultMessage(
            translate("faults", "It was given up while the server did not answer."),
            _not_saved(failed.lost),
            "",
        )
    return fault_message(failed.fault, failed.lost)


def kept(fault: StoreFault) -> str:
    """What became of the bookings, where a store could not even be opened."""
    if fault is StoreFault.DAMAGED:
        return translate("faults", "What was booked since the last backup may be lost.")
    if fault in {StoreFault.UNREACHABLE, StoreFault.SIGN_IN}:
        return translate("faults", "Nothing was changed; what was booked is on the server.")
    if fault is StoreFault.FOREIGN:
        return translate("faults", "Nothing was changed in it.")
    return translate("faults", "Nothing was changed; what was booked is still there.")


def _not_saved(lost: Lost | None) -> str:
    match lost:
        case None:
            return ""
        case BookRequest():
            return translate("faults", "The booking was not saved.")
        case SeriesRequest():
            return translate("faults", "None of the series was saved.")
        case TogetherRequest():
            return translate("faults", "Nothing was saved; all entries are as they were.")
        case CombinedRequest():
            return translate("faults", "None of its appointments was saved.")
        case MoveRequest(scope=Scope.FOLLOWING | Scope.ALL):
            return translate("faults", "The change was not saved; all entries are as they were.")
        case CancelRequest(scope=Scope.FOLLOWING | Scope.ALL):
            return translate("faults", "None of the entries was cancelled.")
        case MoveRequest():
            return translate("faults", "The change was not saved; the entry is as it was.")
        case CancelRequest():
            return translate("faults", "The entry was not cancelled.")
        case StatusRequest():
            return translate("faults", "The status was not saved.")
        case MilestoneRequest():
            return translate("faults", "The time was not saved.")


def happened(fault: StoreFault) -> str:
    """The first sentence alone."""
    return {
        StoreFault.LOCKED: translate("faults", "Another program holds the database."),
        StoreFault.READ_ONLY: translate("faults", "The database may only be read."),
        StoreFault.NOT_ALLOWED: translate("faults", "Your login may not do that."),
        StoreFault.DISK_FULL: translate("faults", "The disk is full."),
        StoreFault.DAMAGED: translate("faults", "The database file is damaged."),
        StoreFault.FOREIGN: translate("faults", "This database belongs to another program."),
        StoreFault.TOO_NEW: translate("faults", "A newer PraxiDesk has written this database."),
        StoreFault.TOO_OLD: translate("faults", "This database is of an older PraxiDesk."),
        StoreFault.MISSING: translate("faults", "The database was not found."),
        StoreFault.EMPTY: translate("faults", "There is no practice in this database yet."),
        StoreFault.UNSAFE_PLACE: translate(
            "faults", "The database lies in a network or cloud folder, where it could be damaged."
        ),
        StoreFault.UNREACHABLE: translate("faults", "The database server does not answer."),
        StoreFault.SIGN_IN: translate("faults", "Nobody is signed in."),
        StoreFault.UNSEEN: translate(
            "faults", "Somebody who takes part is taken by an entry that your login does not see."
        ),
        StoreFault.BUSY: translate("faults", "The database was too busy."),
        StoreFault.OTHER: translate("faults", "The database could not do this."),
    }[fault]


def _to_do(fault: StoreFault) -> str:
    return {
        StoreFault.LOCKED: translate("faults", "Close the other program, then try again."),
        StoreFault.READ_ONLY: translate("faults", "Ask for the right to write the file, then try again."),
        StoreFault.NOT_ALLOWED: translate("faults", "Ask whoever administers PraxiDesk for the right."),
        StoreFault.DISK_FULL: translate("faults", "Make room on the disk, then try again."),
        StoreFault.DAMAGED: translate("faults", "Stop booking and restore the last backup."),
        StoreFault.FOREIGN: translate("faults", "Choose another file."),
        StoreFault.TOO_NEW: translate("faults", "Update PraxiDesk on this computer."),
        StoreFault.TOO_OLD: translate("faults", "Run “praxidesk store upgrade”."),
        StoreFault.MISSING: translate("faults", "Check the path, or set up a practice."),
        StoreFault.EMPTY: translate("faults", "Run “praxidesk setup” with the practice file."),
        StoreFault.UNSAFE_PLACE: translate("faults", "Move it to a local folder."),
        StoreFault.UNREACHABLE: translate("faults", "Check the network; PraxiDesk keeps trying."),
        StoreFault.SIGN_IN: translate("faults", "Sign in, then try again."),
        StoreFault.UNSEEN: translate("faults", "Choose another time."),
        StoreFault.BUSY: translate("faults", "Try again."),
        StoreFault.OTHER: translate("faults", "Try again; if it happens again, see the log."),
    }[fault]
