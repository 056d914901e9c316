"""Two states of one entry beside each other: what another desk saved, and what was wanted here."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.occupancy import participants_of
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    CancelRequest,
    ChangeRequest,
    Keep,
    MilestoneRequest,
    MoveRequest,
    Participant,
    StatusRequest,
)
from praxidesk.engine.vocabulary import Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui import dates, theatre_words, words

translate = QCoreApplication.translate
_NOTE_SHOWN = 240


@dataclass(frozen=True, slots=True)
class StateRow:
    """One field, as saved by the other desk and as wanted here."""

    name: str
    theirs: str
    ours: str


def state_rows(
    practice: Practice, zone: Zone, current: Entry, request: ChangeRequest
) -> tuple[StateRow, ...]:
    """The fields that the request would change; what it leaves alone stays theirs anyway."""
    rows = [
        StateRow(
            translate("stale", "Status"),
            words.status_name(current.status),
            words.status_name(_status(current, request)),
        )
    ]
    if isinstance(request, MoveRequest):
        rows += _moved_rows(practice, zone, current, request)
    elif isinstance(request, MilestoneRequest):
        rows += _milestone_rows(zone, current, request)
    return tuple(rows)


def _milestone_rows(zone: Zone, current: Entry, request: MilestoneRequest) -> list[StateRow]:
    theirs = dict(current.milestones)
    return [
        StateRow(theatre_words.milestone_name(each), _time(zone, theirs.get(each)), _time(zone, at))
        for each, at in request.times.items()
    ]


def _time(zone: Zone, at: int | None) -> str:
    return "–" if at is None else dates.clock(zone, at)


def _moved_rows(practice: Practice, zone: Zone, current: Entry, move: MoveRequest) -> list[StateRow]:
    rows = []
    start = current.starts_at if isinstance(move.starts_at, Keep) else move.starts_at
    rows.append(StateRow(translate("stale", "Time"), _moment(zone, current.starts_at), _moment(zone, start)))
    if not isinstance(move.minutes, Keep):
        length = (current.ends_at - current.starts_at) // 60
        rows.append(
            StateRow(
                translate("stale", "Length"), words.minutes_text(length), words.minutes_text(move.minutes)
            )
        )
    if not isinstance(move.participants, Keep):
        rows.append(
            StateRow(
                translate("stale", "Participants"),
                _people(practice, participants_of(current)),
                _people(practice, move.participants),
            )
        )
    if not isinstance(move.note, Keep):
        rows.append(StateRow(translate("stale", "Note"), _short(current.note), _short(move.note)))
    return rows


def _status(current: Entry, request: ChangeRequest) -> Status:
    match request:
        case StatusRequest(status=status) | MilestoneRequest(status=Status() as status):
            return status
        case CancelRequest():
            return Status.CANCELLED
        case _:
            return current.status


def _moment(zone: Zone, instant: int) -> str:
    return f"{dates.short_day(zone.day_of(instant))} {dates.clock(zone, instant)}"


def _short(note: str) -> str:
    """The beginning of a note, which may have 20,000 characters."""
    return note if len(note) <= _NOTE_SHOWN else f"{note[:_NOTE_SHOWN]} …"


def _people(practice: Practice, people: Iterable[Participant]) -> str:
    return ", ".join(words.actor_name(practice, each.actor) for each in people)
