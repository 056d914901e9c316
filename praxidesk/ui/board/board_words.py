"""The words of the board on the wall: of a patient only initials, nothing that somebody wrote freely."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.progress import Course, Stage
from praxidesk.engine.room_progress import DayProgress, RoomNow, RoomState
from praxidesk.engine.vocabulary import Milestone
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates, theatre_words

translate = QCoreApplication.translate

_MIDDLE = "\N{MIDDLE DOT}"


def initials(patient: PatientOnEntry) -> str:
    """``S. R.``: given name first; the first letter or digit of each, with the accents that belong to it."""
    letters = [_first_letter(part) for part in (patient.given, patient.family)]
    return " ".join(f"{letter}." for letter in letters if letter)


def _first_letter(name: str) -> str:
    composed = unicodedata.normalize("NFC", name)
    at = next((at for at, each in enumerate(composed) if each.isalnum()), None)
    if at is None:
        return ""
    end = at + 1
    while end < len(composed) and unicodedata.combining(composed[end]):
        end += 1
    return composed[at:end].upper()[:1] + composed[at + 1 : end]


def title() -> str:
    """``OP-Plan``."""
    return translate("board", "OP plan")


def day_text(day: date) -> str:
    """``Montag, 23. November 2026``."""
    return dates.long_day(day)


def counts(progress: DayProgress) -> Iterator[tuple[int, str, bool]]:
    """How many operations are how far, each with its word and whether it is bad news."""
    yield progress.count(Stage.OVER), translate("board", "done", "so many operations"), False
    yield progress.count(Stage.RUNNING), translate("board", "running", "so many operations"), False
    yield progress.count(Stage.CLEANING), translate("board", "cleaning", "so many operations"), False
    yield progress.count(Stage.PLANNED), translate("board", "planned", "so many operations"), False
    late = progress.late_count
    yield late, translate("board", "late", "so many operations"), late > 0


def taken() -> str:
    """On time that is blocked: never why, somebody wrote that freely."""
    return translate("board", "Blocked")


def kept_free(name: str) -> str:
    """``Notfall frei``: on time that a rule of the practice keeps for some."""
    words = translate("board", "{name} free", "reserved time")
    # Many say it in the name already.
    already = words.format(name="").strip().casefold()
    return name if name.casefold().endswith(already) else words.format(name=name)


def closed() -> str:
    """What a room is whose day is over or has not begun."""
    return translate("board", "Closed")


def room_state(now: RoomNow) -> str:
    """``Schnitt``."""
    return theatre_words.room_state(now.state)


def since(zone: Zone, now: RoomNow) -> str:
    """``seit 10:04``; empty where nobody knows."""
    return theatre_words.since(dates.clock(zone, now.since)) if now.since is not None else ""


def expected(zone: Zone, now: RoomNow, course: Course | None) -> str:
    """What comes next in a room and when it is likely: ``Ende 11:24``, ``Schnitt 10:31``, ``frei 10:30``."""

    def at(instant: int) -> str:
        return dates.clock(zone, instant)

    if now.state is RoomState.FREE:
        return translate("board", "Next {time}").format(time=at(now.until)) if now.until is not None else ""
    if course is not None and now.state in {RoomState.SETUP, RoomState.INDUCTION}:
        incision = course.step(Milestone.INCISION).expected
        return translate("board", "Incision {time}").format(time=at(incision))
    if course is not None and now.state in {RoomState.SURGERY, RoomState.CLOSING}:
        end = course.step(Milestone.PATIENT_OUT).expected
        return translate("board", "End {time}").format(time=at(end))
    if now.until is None:
        return ""
    if now.state is RoomState.CLEANING:
        return translate("board", "Free {time}").format(time=at(now.until))
    return translate("board", "Until {time}").format(time=at(now.until))


def behind(minutes: int) -> str:
    """``+ 25 min``: beside a warning sign."""
    return translate("board", "+ {minutes} min").format(minutes=minutes)


def moved_to(time: str) -> str:
    """``→ 10:55``: when an operation that must wait is likely to begin."""
    return f"→ {time}"


def only_initials() -> str:
    """Why there are no names."""
    return translate("board", "Patients by their initials only")


def as_of(time: str) -> str:
    """``Stand 10:24``."""
    return translate("board", "As of {time}").format(time=time)


def unreachable(time: str, since_when: str) -> str:
    """``Stand 10:24, seit 10:26 nicht erreichbar``."""
    return translate("board", "As of {time}, out of reach since {since}").format(time=time, since=since_when)


def page(number: int, count: int) -> str:
    """``Seite 1 von 2``."""
    return translate("board", "Page {number} of {count}").format(number=number, count=count)


def way_out() -> str:
    """How to leave it."""
    return translate("board", "Close (Esc)")


def loading() -> str:
    """Before the store has answered for the first time."""
    return translate("board", "The OP plan is being loaded …")


def no_rooms() -> str:
    """Where a practice has none."""
    return translate("board", "This practice has no operating room.")


def unknown_room(code: str) -> str:
    """Of a room that was asked for on the command line."""
    return translate("board", "There is no operating room “{code}” here.").format(code=code)


def joined(*parts: str) -> str:
    """``seit 10:04 · Ende 11:24``: those that are not empty."""
    return f" {_MIDDLE} ".join(part for part in parts if part)
