"""What the store is asked for, by names that the diagnostics count under, and how long each may take."""

from collections.abc import Iterable

from praxidesk.engine.requests import (
    BookRequest,
    CancelRequest,
    ChangeRequest,
    MilestoneRequest,
    MoveRequest,
    StatusRequest,
)

WEEK, CHECK, SEVERAL, CHECK_SEVERAL = "week", "check", "several", "check-several"
BOOK, MOVE, CANCEL, STATUS, MILESTONE = "book", "move", "cancel", "status", "milestone"
SLOTS, COMBINED_SLOTS, PATIENTS, SERIES = "slots", "combined-slots", "patients", "series"
CONFLICTS, POLICY, NOTICED = "conflicts", "policy", "noticed"
OWN = (
    *(WEEK, BOOK, MOVE, CANCEL, STATUS, MILESTONE, CHECK, SEVERAL, CHECK_SEVERAL),
    *(SLOTS, COMBINED_SLOTS, PATIENTS, SERIES, CONFLICTS, POLICY, NOTICED),
)
"""All that are no question; a question has the name of its class."""

LIMIT_MS = 500
"""Of whatever is named nowhere else: above it somebody at the window waits."""
LIMITS_MS = {
    BOOK: 1_000,
    MOVE: 1_000,
    CANCEL: 1_000,
    STATUS: 1_000,
    MILESTONE: 1_000,
    SEVERAL: 5_000,
    CHECK_SEVERAL: 2_000,
    PATIENTS: 200,
    "FindEverything": 200,
    SLOTS: 1_000,
    COMBINED_SLOTS: 2_000,
    CONFLICTS: 5_000,
    NOTICED: 200,
    # A table or a settings draft of thousands of rows: whoever asks is shown how far it is.
    "ImportTable": 600_000,
    "ProveJournal": 600_000,
    "PreviewTable": 10_000,
    "PreviewPractice": 10_000,
    "SavePractice": 5_000,
    "PatientsToCall": 2_000,
    "PrintedDays": 2_000,
}
"""Milliseconds above which a use case is told to the log; the one place that says so."""

_KINDS = {
    BookRequest: BOOK,
    MoveRequest: MOVE,
    CancelRequest: CANCEL,
    StatusRequest: STATUS,
    MilestoneRequest: MILESTONE,
}
_IDS = ("entry", "entries", "series", "actors", "type", "procedure", "combination")
_MOST_IDS = 5


def limit_ms(use_case: str) -> int:
    """Milliseconds that this use case may take."""
    return LIMITS_MS.get(use_case, LIMIT_MS)


def change_name(request: ChangeRequest) -> str:
    """Under which name a change is counted."""
    return _KINDS[type(request)]


def ids_in(asked: object) -> str:
    """Which entries, series, people and services a request is about: numbers alone, for the log.

    Only whole numbers of fields that hold ids are taken, never a text: a patient may be in any text.
    """
    found = []
    for name in _IDS:
        value = getattr(asked, name, None)
        if type(value) is int:
            found.append(f"{name} {value}")
        elif isinstance(value, Iterable) and not isinstance(value, str):
            ids = [each for each in value if type(each) is int]
            if ids:
                more = " …" if len(ids) > _MOST_IDS else ""
                found.append(f"{name} {' '.join(str(each) for each in ids[:_MOST_IDS])}{more}")
    return ", ".join(found)
