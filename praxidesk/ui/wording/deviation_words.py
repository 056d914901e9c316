"""How an operation goes, and what comes of a late one, in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.delays import Push
from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.progress import Course, Stage, room_of
from praxidesk.engine.room_progress import DayProgress, RoomProgress
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, Milestone
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates, theatre_words, words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Delay:
    """What the box about a late room says."""

    title: str
    """``Verspätung OP 2``."""
    ending: str
    """What ends when."""
    first: str
    """The first operation that must move, and to when; empty where none must."""
    rest: str
    """The others."""


def deviation(practice: Practice, zone: Zone, progress: DayProgress, entry: Entry) -> str:
    """How far an operation is from its plan, when it is likely to end, and whether others suffer by it.

    Nothing where it goes by the plan because nobody keeps count.
    """
    course = progress.courses.get(entry.id)
    if course is None:
        return ""
    if course.stage is Stage.PLANNED:
        push = progress.pushes.get(entry.id)
        return _pushed(practice, zone, progress, push) if push is not None else ""
    if not entry.milestones:
        return ""
    return " ".join([_last(course), *_ending(practice, zone, progress, course)])


def delay(practice: Practice, zone: Zone, late: RoomProgress) -> Delay | None:
    """Of a late room; ``None`` of one that is not."""
    course = late.late
    if course is None:
        return None
    others = (course.entry, *(each.entry for each in late.pushes))
    step = course.step(Milestone.ROOM_READY if course.stage is Stage.CLEANING else Milestone.PATIENT_OUT)
    pattern = translate("deviation", "{name} ends at {expected} instead of {planned}.")
    if course.stage is Stage.CLEANING:
        pattern = translate("deviation", "The room is ready at {expected} instead of {planned}.")
    if course.stage is Stage.PLANNED:
        step = course.steps[0]
        pattern = translate("deviation", "{name} begins at {expected} instead of {planned}.")
    ending = pattern.format(
        name=_name(practice, course.entry, others),
        expected=dates.clock(zone, step.expected),
        planned=dates.clock(zone, step.planned),
    )
    first, rest = "", ""
    if late.pushes:
        first = _moves(practice, zone, late.pushes[0], others, late.room)
        rest = "; ".join(_gives_way(practice, each, others, late.room) for each in late.pushes[1:])
        first, rest = (f"{first};", f"{rest}.") if rest else (f"{first}.", "")
    room = words.actor_name(practice, late.room)
    return Delay(translate("deviation", "Delay {room}").format(room=room), ending, first, rest)


def moved_to(zone: Zone, push: Push) -> str:
    """``rückt auf 10:55``: in the plan."""
    return translate("deviation", "moves to {time}").format(time=dates.clock(zone, push.starts_at))


def room_free(zone: Zone, course: Course) -> str:
    """``Saal frei 13:25``: in the plan."""
    return translate("deviation", "room free {time}").format(time=dates.clock(zone, course.ends_at))


def _name(practice: Practice, entry: Entry, others: Sequence[Entry] = (), room: ActorId | None = None) -> str:
    """Its procedure; with the patient, where others of those named are the same, and its room, if another."""
    name = words.service_name(practice, entry)
    is_shared = any(each.id != entry.id and words.service_name(practice, each) == name for each in others)
    if is_shared and entry.patient is not None:
        name = f"{name} {entry.patient.family}"
    own = room_of(entry)
    return name if own is None or room in {None, own} else f"{name} ({words.actor_name(practice, own)})"


def _moves(practice: Practice, zone: Zone, push: Push, others: Sequence[Entry], room: ActorId | None) -> str:
    return translate("deviation", "{name} moves to {time}").format(
        name=_name(practice, push.entry, others, room), time=dates.clock(zone, push.starts_at)
    )


def _gives_way(practice: Practice, push: Push, others: Sequence[Entry], room: ActorId) -> str:
    return translate("deviation", "{name} must give way by {minutes} min").format(
        name=_name(practice, push.entry, others, room), minutes=push.minutes
    )


def _pushed(practice: Practice, zone: Zone, progress: DayProgress, push: Push) -> str:
    """Of one that must wait: for whom."""
    by = progress.courses.get(push.by)
    time, planned = dates.clock(zone, push.starts_at), dates.clock(zone, push.entry.starts_at)
    if by is None:
        pattern = translate("deviation", "Moves to {time} instead of {planned}: one before it ends later.")
        return pattern.format(time=time, planned=planned)
    pattern = translate("deviation", "Moves to {time} instead of {planned}: {name} in {room} ends later.")
    name, room = _name(practice, by.entry), words.actor_name(practice, by.room)
    return pattern.format(time=time, planned=planned, name=name, room=room)


def _last(course: Course) -> str:
    """``Schnitt 9 min nach Plan.``."""
    step = next(each for each in reversed(course.steps) if each.reached is not None)
    minutes = (step.expected - step.planned) // MINUTE
    name = theatre_words.milestone_name(step.milestone)
    if minutes > 0:
        return translate("deviation", "{milestone} {minutes} min after the plan.").format(
            milestone=name, minutes=minutes
        )
    if minutes < 0:
        return translate("deviation", "{milestone} {minutes} min before the plan.").format(
            milestone=name, minutes=-minutes
        )
    return translate("deviation", "{milestone} as planned.").format(milestone=name)


def _ending(practice: Practice, zone: Zone, progress: DayProgress, course: Course) -> Iterator[str]:
    if course.stage is Stage.OVER:
        return
    step = course.step(Milestone.ROOM_READY if course.stage is Stage.CLEANING else Milestone.PATIENT_OUT)
    expected, planned = dates.clock(zone, step.expected), dates.clock(zone, step.planned)
    is_cleaning = course.stage is Stage.CLEANING
    if step.expected == step.planned:
        pattern = translate("deviation", "End probably at {expected}, as planned")
        if is_cleaning:
            pattern = translate("deviation", "Room probably ready at {expected}, as planned")
    else:
        pattern = translate("deviation", "End probably at {expected} instead of {planned}")
        if is_cleaning:
            pattern = translate("deviation", "Room probably ready at {expected} instead of {planned}")
    ending = pattern.format(expected=expected, planned=planned)
    pushes = tuple(each for each in progress.pushes.values() if each.by == course.entry.id)
    is_followed = bool(pushes) or _has_next(progress, course)
    yield f"{ending}; {_others(practice, zone, course.entry, pushes)}" if is_followed else f"{ending}."


def _others(practice: Practice, zone: Zone, entry: Entry, pushes: Sequence[Push]) -> str:
    if not pushes:
        return translate("deviation", "the next operation is not affected.")
    first = min(pushes, key=lambda each: each.starts_at)
    said = _moves(practice, zone, first, (entry, first.entry), room_of(entry))
    more = len(pushes) - 1
    if more:
        return translate("deviation", "{moves}, and {count} more.").format(moves=said, count=more)
    return f"{said}."


def _has_next(progress: DayProgress, course: Course) -> bool:
    """Whether anything is to come in its room."""
    room = room_of(course.entry)
    shown = progress.rooms.get(room) if room is not None else None
    return shown is not None and shown.coming is not None
