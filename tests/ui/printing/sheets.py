"""Documents of the practice of the pictures, and what can be read off them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Role, Status
from praxidesk.ui.printing.composing import Answer, composed
from praxidesk.ui.printing.faces import width
from praxidesk.ui.printing.job import Job
from praxidesk.ui.printing.marks import Box, Fill, Mark, Stroke, Text
from praxidesk.ui.printing.page_frame import Stamp, page_marks
from praxidesk.ui.printing.pages import Document
from tests.ui import desk_practice
from tests.ui.desk_practice import BRANDT, CARM, CHECKUP, KNEE, MONDAY, OP1, ROOM1, WEBER, ZONE

STAMP = Stamp("Mo 23.11.2026 07:12", "07:12")
HOSTILE = (
    "<b>Bold</b><img src=x onerror=alert(1)>",
    "W" * 300,
    "\u202eevil\u202c \u05d0\u05d1\u05d2 شكرا",
    "line\nbreak\x00\x07\ttab",
    "👩‍👩‍👧‍👦" * 60,
    "a " * 200,
    "",
)


def practice() -> Practice:
    return desk_practice.practice()


def visit(
    number: int, minute: int, minutes: int = 10, patient: PatientOnEntry | None = None, actor: ActorId = WEBER
) -> Entry:
    """An appointment on the Monday, of some patient, in room 1."""
    who = patient or PatientOnEntry(
        ActorId(5000 + number),
        f"P-{number}",
        f"Family{number}",
        f"Given{number}",
        date(1970, 1, 1),
        "",
        "030",
    )
    start = ZONE.at(MONDAY, minute)
    end = start + minutes * 60
    parts = (
        Allocation(actor, Role.PRACTITIONER, start, end),
        Allocation(ROOM1, Role.ROOM, start, end),
        Allocation(who.id, Role.PATIENT, start, end),
    )
    return Entry(
        EntryId(number),
        1,
        EntryKind.APPOINTMENT,
        Status.BOOKED,
        start,
        end,
        CHECKUP,
        None,
        None,
        who,
        "",
        "",
        "",
        parts,
    )


def named(family: str, given: str = "Given", **changes: object) -> Entry:
    who = PatientOnEntry(ActorId(9000), "P-9", family, given, date(1984, 2, 29), "female", "030 5550")
    return replace(visit(9000, 9 * 60, patient=who), **changes)  # type: ignore[arg-type]


def operation(number: int, minute: int = 8 * 60) -> Entry:
    """A knee arthroscopy in the operating room, with surgeon, anaesthetist and device."""
    start = ZONE.at(MONDAY, minute)
    end = start + 90 * 60
    before = visit(number, minute, 90)
    who = before.patient.id if before.patient is not None else WEBER
    roles = ((WEBER, Role.SURGEON), (BRANDT, Role.ANAESTHETIST), (OP1, Role.ROOM), (CARM, Role.DEVICE))
    return replace(
        before,
        kind=EntryKind.OPERATION,
        type=None,
        procedure=KNEE,
        phases=PhaseMinutes(20, 45, 10, 15),
        allocations=tuple(
            Allocation(actor, role, start, end) for actor, role in (*roles, (who, Role.PATIENT))
        ),
    )


def document(job: Job, answer: Answer, of: Practice | None = None) -> Document:
    return composed(job, of or practice(), ZONE, answer)


def marks(made: Document, number: int) -> list[Mark]:
    return list(page_marks(made, number, STAMP))


def texts(made: Document, pages: Iterable[int] | None = None) -> list[str]:
    numbers = range(made.count) if pages is None else pages
    return [mark.text for number in numbers for mark in marks(made, number) if isinstance(mark, Text)]


def entries_on(made: Document) -> Counter[EntryId]:
    """How often each entry has a row."""
    return Counter(
        placed.row.entry
        for section in made.sections
        for body in section.bodies
        for placed in body.rows
        if placed.row.entry is not None
    )


def faults(made: Document) -> Iterator[str]:
    """What leaves its page, or stands on its foot, or is cut by a page's end."""
    paper = made.paper
    for number in range(made.count):
        for mark in marks(made, number):
            left, top, right, bottom = _bounds(mark)
            if left < 6 or top < 6 or right > paper.width - 6 or bottom > paper.height - 6:
                yield f"page {number}: {mark} leaves the paper"
            if isinstance(mark, Text) and right > paper.right + 1:
                yield f"page {number}: {mark} ends in the margin"
        section, place = made.page(number)
        rows = sorted(section.bodies[place].rows, key=lambda placed: placed.top)
        for placed in rows:
            if placed.bottom > paper.bottom + 0.01:
                yield f"page {number}: a row ends at {placed.bottom}"
            for mark in placed.row.marks:
                if _bounds(mark)[3] > placed.row.height + 0.01:
                    yield f"page {number}: {mark} leaves its row of {placed.row.height}"


def _bounds(mark: Mark) -> tuple[float, float, float, float]:
    match mark:
        case Text():
            return mark.x, mark.y - mark.face.size * 0.75, mark.x + width(mark.text, mark.face), mark.y + 1.5
        case Stroke():
            xs, ys = (mark.x, mark.x + mark.dx), (mark.y, mark.y + mark.dy)
            return min(xs), min(ys), max(xs), max(ys)
        case Fill() | Box():
            return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
