"""From a wish and the store's answer to pages."""

from collections.abc import Generator

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.printing.day_list import day_section
from praxidesk.ui.printing.job import Job, PrintKind
from praxidesk.ui.printing.month_sheet import month_section
from praxidesk.ui.printing.pages import Document, Section
from praxidesk.ui.printing.recall_list import recall_section
from praxidesk.ui.printing.rooms_sheet import rooms_section
from praxidesk.ui.printing.slip import slip_section
from praxidesk.ui.printing.week_sheet import week_section
from praxidesk.worker.questions.printing import CallsToPrint, DaysToPrint, PatientsToCall, SlipToPrint

translate = QCoreApplication.translate

Answer = DaysToPrint | SlipToPrint | CallsToPrint
Composing = Generator[None, None, Document]
"""Pauses after little work, so that a window can go on in between; returns the pages."""


def kind_title(kind: PrintKind) -> str:
    """``Tagesliste``."""
    return {
        PrintKind.DAY: translate("print", "Day list"),
        PrintKind.WEEK: translate("print", "Week"),
        PrintKind.MONTH: translate("print", "Month"),
        PrintKind.ROOMS: translate("print", "OP plan"),
        PrintKind.SLIP: translate("print", "Appointment slip"),
        PrintKind.RECALL: translate("print", "Recall list"),
    }[kind]


def compose(job: Job, practice: Practice, zone: Zone, answer: Answer) -> Composing:
    """All pages of a job."""
    sections = yield from _sections(job, practice, zone, answer)
    # Its name goes to the printer's queue and proposes that of a file: nothing of a patient.
    title = kind_title(job.kind)
    if job.kind is not PrintKind.SLIP:
        day = job.first if job.kind is PrintKind.RECALL else job.day
        title = f"{title} {day.isoformat()}"
    return Document(title, job.paper, sections)


def composed(job: Job, practice: Practice, zone: Zone, answer: Answer) -> Document:
    """The same without a pause."""
    work = compose(job, practice, zone, answer)
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Document = end.value
            return result


def _sections(
    job: Job, practice: Practice, zone: Zone, answer: Answer
) -> Generator[None, None, tuple[Section, ...]]:
    match answer:
        case SlipToPrint():
            return ((yield from slip_section(practice, zone, answer, job.paper)),)
        case CallsToPrint():
            asked = job.question(practice)
            assert isinstance(asked, PatientsToCall)  # noqa: S101 - what it is the answer to
            return ((yield from recall_section(practice, zone, asked, answer)),)
        case DaysToPrint():
            return (yield from _of_days(job, practice, zone, answer))


def _of_days(
    job: Job, practice: Practice, zone: Zone, answer: DaysToPrint
) -> Generator[None, None, tuple[Section, ...]]:
    days = job.days(practice)
    actors = tuple(each for each in job.actors if each in practice.actors)
    if job.kind is PrintKind.MONTH or job.kind is PrintKind.ROOMS:
        state = CalendarState(
            practice,
            zone,
            days,
            actors,
            answer.entries,
            answer.read_at,
            reader=job.reader,
            unseen=answer.unseen,
        )
        setting = month_section(state) if job.kind is PrintKind.MONTH else rooms_section(state)
        return ((yield from setting),)
    sections: list[Section] = []
    for actor in actors:
        knows = job.reader.knows_times_of(actor)
        if job.kind is PrintKind.WEEK:
            sections.append((yield from week_section(practice, zone, days, actor, answer, knows_free=knows)))
        else:
            sections.append(
                (yield from day_section(practice, zone, job.day, actor, answer, knows_free=knows))
            )
        yield
    return tuple(sections)
