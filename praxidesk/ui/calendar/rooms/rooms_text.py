"""The words of the plan of the operating rooms."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.progress import LATE_MINUTES, Stage
from praxidesk.engine.room_progress import DayProgress
from praxidesk.engine.vocabulary import Phase, Role
from praxidesk.ui.calendar.rooms.plan import Room, RoomsPlan
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.calendar.unseen import not_known_short
from praxidesk.ui.wording import dates, stranded_words, theatre_words, words
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.deviation_words import moved_to
from praxidesk.ui.wording.shortened import shortened, shortened_family

translate = QCoreApplication.translate

_TEAM = (Role.SURGEON, Role.ASSISTANT, Role.ANAESTHETIST, Role.PRACTITIONER)


def role_short(role: Role) -> str:
    """``Op``: two letters before a team's initials."""
    return {
        Role.SURGEON: translate("rooms", "Su", "surgeon, two letters"),
        Role.ASSISTANT: translate("rooms", "As", "assistant, two letters"),
        Role.ANAESTHETIST: translate("rooms", "An", "anaesthetist, two letters"),
    }.get(role, "")


def phase_name(phase: Phase) -> str:
    """``Rüsten``."""
    return {
        Phase.SETUP: translate("rooms", "Set-up"),
        Phase.SURGERY: translate("rooms", "Operation"),
        Phase.CLOSING: translate("rooms", "Closing"),
        Phase.CLEANING: translate("rooms", "Cleaning"),
    }[phase]


def team(entry: Entry, state: CalendarState) -> list[tuple[str, str]]:
    """Role and codes of each part of the team: ``("Op", "WEB")``; each person once a role."""
    result: list[tuple[str, str]] = []
    for role in _TEAM:
        codes = dict.fromkeys(
            one_line(state.practice.actors[part.actor].code)
            for part in entry.allocations
            if part.role is role and part.actor in state.practice.actors
        )
        if codes:
            result.append((role_short(role), ", ".join(codes)))
    return result


def devices(entry: Entry, state: CalendarState) -> str:
    """Names of the devices taken."""
    return ", ".join(
        dict.fromkeys(
            one_line(state.practice.actors[part.actor].name)
            for part in entry.allocations
            if part.role is Role.DEVICE and part.actor in state.practice.actors
        )
    )


def title(entry: Entry, state: CalendarState) -> str:
    """The procedure or type; of blocked time, what it is."""
    if entry.patient is None and entry.reason:
        return one_line(entry.reason)
    return one_line(words.service_name(state.practice, entry))


def title_forms(entry: Entry, state: CalendarState) -> Iterator[str]:
    """The title, from all of it to the least that tells it."""
    whole = title(entry, state)
    yield whole
    is_service = whole == one_line(words.service_name(state.practice, entry))
    short = one_line(words.short_service_name(state.practice, entry)) if is_service else whole
    yield from shortened(short)


def patient_forms(entry: Entry, state: CalendarState) -> Iterator[tuple[str, str]]:
    """Name, and age with sex, from all to the family name alone."""
    patient = entry.patient
    if patient is None:
        return
    family, given = one_line(patient.family), one_line(patient.given)
    family, given = family or given, given if family else ""
    age = ""
    if patient.birth_date is not None:
        years = dates.age(patient.birth_date, state.zone.day_of(entry.starts_at))
        age = f" {years}" if years >= 0 else ""
    letter = words.sex_letter(patient.sex)
    age = f"{age} {letter}" if letter else age
    if given:
        yield f"{family}, {given}", age
        yield f"{family}, {given[0]}.", age
    yield family, age
    for form in shortened_family(family):
        yield form, ""


def operations_text(room: Room) -> str:
    """``4 Operationen``."""
    return counted.operations(room.operations)


def end_text(room: Room, plan: RoomsPlan, state: CalendarState) -> str:
    """``Ende 15:15``: of the last entry."""
    if not room.is_known:
        return not_known_short()
    if room.ends is None:
        return translate("rooms", "free")
    time = dates.clock(state.zone, plan.scale.instant(room.ends))
    return translate("rooms", "End {time}").format(time=time)


def closing_text(room: Room, plan: RoomsPlan, state: CalendarState) -> str:
    """``Saalende 16:00``."""
    if room.closes is None:
        return ""
    time = dates.clock(state.zone, plan.scale.instant(room.closes))
    return translate("rooms", "Closes {time}").format(time=time)


def minutes(count: int) -> str:
    """``75 min``."""
    return words.minutes_text(count)


def waiting_title() -> str:
    """Over the operations of the day without a room."""
    return translate("rooms", "No room yet")


def waiting_count(count: int) -> str:
    """``3 Eingriffe``."""
    return counted.roomless(count)


def card_line(entry: Entry, state: CalendarState) -> str:
    """``75 min · WEB``: how long, and who operates; before it the day, where it is wished for on another."""
    length = minutes((entry.ends_at - entry.starts_at) // 60)
    surgeons = [codes for _, codes in team(entry, state)[:1]]
    day = state.zone.day_of(entry.starts_at)
    other = [] if day in state.days else [dates.tiny_day(day)]
    return " · ".join([*other, length, *surgeons])


def no_rooms() -> str:
    """In place of the rows where the practice has no operating room."""
    return translate("rooms", "This practice has no operating room.")


def no_rooms_hint() -> str:
    """What makes a room one."""
    return translate("rooms", "A room is shown here as soon as a procedure asks for its kind.")


def spoken(entry: Entry, room: str, state: CalendarState, progress: DayProgress | None = None) -> str:
    """For a screen reader: where, when, what, who, how it stands, and how it goes."""
    parts = [room or waiting_title(), dates.when(state.zone, entry.span), title(entry, state)]
    if entry.patient is not None:
        parts.append(one_line(words.patient_name(entry.patient)))
    parts += [f"{role} {codes}".strip() for role, codes in team(entry, state)]
    parts += [devices(entry, state), words.status_name(entry.status)]
    parts.append(one_line(stranded_words.stranded_text(state.practice, state.zone, entry)))
    parts += _course(entry, state, progress)
    return ", ".join(part for part in parts if part)


def _course(entry: Entry, state: CalendarState, progress: DayProgress | None) -> Iterator[str]:
    """``Schnitt 10:04``, ``25 min später``, ``rückt auf 10:55``: what the track below the bar shows."""
    for each in entry.milestones:
        name = theatre_words.milestone_name(each.milestone)
        yield f"{name} {dates.clock(state.zone, each.at)}"
    course = progress.courses.get(entry.id) if progress is not None else None
    if course is not None and course.stage is not Stage.PLANNED and course.late_minutes >= LATE_MINUTES:
        yield theatre_words.late(course.late_minutes)
    push = progress.pushes.get(entry.id) if progress is not None else None
    if push is not None:
        yield moved_to(state.zone, push)
