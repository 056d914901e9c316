"""The appointment slip that a patient takes home: A6, or at the corner of an A4 sheet to cut out."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import Role, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing.faces import fitted, wrapped
from praxidesk.ui.printing.marks import SEMIBOLD, Face, Fill, Mark, Stroke, Text
from praxidesk.ui.printing.page_frame import stamped_day
from praxidesk.ui.printing.pages import NO_TABLE, Body, Section, Setting
from praxidesk.ui.printing.paper import A4, A6, Paper
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.questions.printing import SlipToPrint

translate = QCoreApplication.translate

_PRACTICE, _LABEL, _PATIENT = Face(11.5, SEMIBOLD), Face(8.2), Face(12.0, SEMIBOLD)
_DAY, _TIME = Face(13.0, SEMIBOLD), Face(26.0, SEMIBOLD)
_TEXT, _STRONG, _FOOT = Face(9.6), Face(9.6, SEMIBOLD), Face(7.2)
_HAIR, _GREY = 0.6, 0.3
_LINE = 13.0


def slip_section(practice: Practice, zone: Zone, answer: SlipToPrint, paper: Paper) -> Setting:
    """One slip on a page of its own."""
    yield
    marks = tuple(_slip(practice, zone, answer))
    if paper is A4:
        cut = (
            Stroke(0.0, A6.height, A6.width, 0.0, 0.5, _HAIR, is_dashed=True),
            Stroke(A6.width, 0.0, 0.0, A6.height, 0.5, _HAIR, is_dashed=True),
        )
        marks = (*marks, *cut)
    return Section(None, NO_TABLE, (Body((), marks),))


def _slip(practice: Practice, zone: Zone, answer: SlipToPrint) -> Iterator[Mark]:
    entry = answer.entry
    left, room = A6.margin, A6.inner
    yield Text(left, 40.0, fitted(one_line(practice.site.name), _PRACTICE, room), _PRACTICE)
    yield Fill(left, 49.0, room, 1.2)
    y = 68.0
    yield Text(left, y, translate("print", "Your appointment"), _LABEL, _GREY)
    y += 16.0
    for line in _patient(entry, room):
        yield Text(left, y, line, _PATIENT)
        y += 15.0
    patient = entry.patient
    if patient is not None and patient.birth_date is not None:
        born = translate("print", "born {date}").format(date=dates.birth_date(patient.birth_date))
        yield Text(left, y - 2.0, born, _LABEL, _GREY)
        y += 11.0
    starts_at = _start(entry)
    day = zone.day_of(starts_at)
    y += 16.0
    yield Text(left, y, fitted(dates.long_day(day), _DAY, room), _DAY)
    y += 30.0
    time = translate("print", "{time}", "time of day on a slip: 09:30 o'clock").format(
        time=dates.clock(zone, starts_at)
    )
    yield Text(left, y, time, _TIME)
    y += 21.0
    for line in _about(practice, entry, room):
        yield Text(left, y, line, _TEXT)
        y += _LINE
    yield from _coming(practice, zone, answer, y + 8.0)
    issued = translate("print", "Issued {when}").format(
        when=f"{stamped_day(zone.day_of(answer.read_at))} {dates.clock(zone, answer.read_at)}"
    )
    yield Text(left, A6.height - 22.0, issued, _FOOT, _GREY)


def _patient(entry: Entry, room: float) -> tuple[str, ...]:
    """Given name first, as one is called; on two lines at most."""
    if entry.patient is None:
        return ()
    names = (one_line(entry.patient.given), one_line(entry.patient.family))
    return wrapped(" ".join(each for each in names if each), _PATIENT, room, 2)


def _start(entry: Entry) -> int:
    """When the patient is expected."""
    return min(
        (part.starts_at for part in entry.allocations if part.role is Role.PATIENT), default=entry.starts_at
    )


def _about(practice: Practice, entry: Entry, room: float) -> Iterator[str]:
    minutes = (entry.ends_at - entry.starts_at) // MINUTE
    what = one_line(words.service_name(practice, entry))
    if entry.procedure is None:
        what = f"{what} · {words.minutes_text(minutes)}"
    yield from wrapped(what, _TEXT, room, 2)
    for kind in (Role.PRACTITIONER, Role.ROOM):
        names = dict.fromkeys(
            one_line(practice.actors[part.actor].name)
            for part in entry.allocations
            if part.role.actor_kind is kind.actor_kind and part.actor in practice.actors
        )
        if names:
            yield from wrapped(", ".join(names), _TEXT, room, 2)
    if entry.status.is_tentative or entry.status is Status.CANCELLED:
        yield fitted(words.status_name(entry.status), _STRONG, room)


def _coming(practice: Practice, zone: Zone, answer: SlipToPrint, y: float) -> Iterator[Mark]:
    """The patient's other appointments, as many as there is room for."""
    if not answer.coming:
        return
    left, room, bottom = A6.margin, A6.inner, A6.height - 40.0
    yield Fill(left, y, room, 0.5, _HAIR)
    y += 15.0
    yield Text(left, y, translate("print", "Your next appointments"), _LABEL, _GREY)
    y += 14.0
    fit = max(1, int((bottom - y) // _LINE) + 1)
    shown = answer.coming if len(answer.coming) <= fit else answer.coming[: max(0, fit - 1)]
    for entry in shown:
        starts_at = _start(entry)
        when = f"{stamped_day(zone.day_of(starts_at))} {dates.clock(zone, starts_at)}"
        yield Text(left, y, when, _STRONG)
        what = one_line(words.service_name(practice, entry))
        yield Text(left + 112.0, y, fitted(what, _TEXT, room - 112.0), _TEXT)
        y += _LINE
    if len(shown) < len(answer.coming):
        yield Text(left, y, counted.more(len(answer.coming) - len(shown)), _TEXT)
