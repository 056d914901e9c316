"""The words of the operating rooms: milestones, and what a room is doing."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.room_progress import RoomNow, RoomState
from praxidesk.engine.vocabulary import Milestone
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates

translate = QCoreApplication.translate


def milestone_name(milestone: Milestone) -> str:
    """``Anästhesie bereit``: in a list."""
    return {
        Milestone.PATIENT_IN_ROOM: translate("theatre", "Patient in room"),
        Milestone.ANAESTHESIA_READY: translate("theatre", "Anaesthesia ready"),
        Milestone.TIME_OUT: translate("theatre", "Time-out"),
        Milestone.INCISION: translate("theatre", "Incision"),
        Milestone.SUTURE: translate("theatre", "Suture"),
        Milestone.PATIENT_OUT: translate("theatre", "Patient out of room"),
        Milestone.ROOM_READY: translate("theatre", "Room ready"),
    }[milestone]


def milestone_short(milestone: Milestone) -> str:
    """``Anä.``: before a time, where there is little room."""
    return {
        Milestone.PATIENT_IN_ROOM: translate("theatre", "Room", "patient in room, short"),
        Milestone.ANAESTHESIA_READY: translate("theatre", "Ana.", "anaesthesia ready, short"),
        Milestone.TIME_OUT: translate("theatre", "Time-out"),
        Milestone.INCISION: translate("theatre", "Incision"),
        Milestone.SUTURE: translate("theatre", "Suture"),
        Milestone.PATIENT_OUT: translate("theatre", "out", "patient out of room, short"),
        Milestone.ROOM_READY: translate("theatre", "ready", "room ready, short"),
    }[milestone]


def milestone_now(milestone: Milestone) -> str:
    """``Naht jetzt``: what a button does that records it."""
    return {
        Milestone.PATIENT_IN_ROOM: translate("theatre", "Patient in room now"),
        Milestone.ANAESTHESIA_READY: translate("theatre", "Anaesthesia ready now"),
        Milestone.TIME_OUT: translate("theatre", "Time-out now"),
        Milestone.INCISION: translate("theatre", "Incision now"),
        Milestone.SUTURE: translate("theatre", "Suture now"),
        Milestone.PATIENT_OUT: translate("theatre", "Patient out now"),
        Milestone.ROOM_READY: translate("theatre", "Room ready now"),
    }[milestone]


def room_state(state: RoomState) -> str:
    """``Schnitt``: what a room is doing."""
    return {
        RoomState.FREE: translate("theatre", "Free"),
        RoomState.SETUP: translate("theatre", "Set-up"),
        RoomState.INDUCTION: translate("theatre", "Induction"),
        RoomState.SURGERY: translate("theatre", "Incision"),
        RoomState.CLOSING: translate("theatre", "Suture"),
        RoomState.CLEANING: translate("theatre", "Cleaning"),
        RoomState.TAKEN: translate("theatre", "Taken"),
    }[state]


def recorded(zone: Zone, changes: Iterable[tuple[Milestone, int | None]]) -> str:
    """``Schnitt 10:04``; of one taken away ``Schnitt entfernt``."""
    return ", ".join(_recorded(zone, milestone, at) for milestone, at in changes)


def _recorded(zone: Zone, milestone: Milestone, at: int | None) -> str:
    name = milestone_name(milestone)
    if at is None:
        return translate("theatre", "{milestone} removed").format(milestone=name)
    return translate("theatre", "{milestone} {time}").format(milestone=name, time=dates.clock(zone, at))


def short_time(milestone: Milestone, time: str) -> str:
    """``Schnitt 10:04``: below a bar."""
    return f"{milestone_short(milestone)} {time}"


def late_end(expected: str, planned: str) -> str:
    """``Ende 10:40 statt 10:15``."""
    return translate("theatre", "End {expected} instead of {planned}").format(
        expected=expected, planned=planned
    )


def since(time: str) -> str:
    """``seit 10:04``."""
    return translate("theatre", "since {time}").format(time=time)


def since_or_until(zone: Zone, now: RoomNow, *, is_short: bool = False) -> str:
    """``seit 10:04``; of a room that is being cleaned ``frei ca. 10:30``, of a free one how long it is."""
    if now.state is RoomState.CLEANING and now.until is not None and not is_short:
        return translate("theatre", "free at about {time}").format(time=dates.clock(zone, now.until))
    if now.state in {RoomState.FREE, RoomState.CLEANING} and now.until is not None:
        return translate("theatre", "until {time}").format(time=dates.clock(zone, now.until))
    return since(dates.clock(zone, now.since)) if now.since is not None else ""


def late(minutes: int) -> str:
    """``25 min später``."""
    return translate("theatre", "{minutes} min later").format(minutes=minutes)
