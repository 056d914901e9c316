"""What stands on every page around its rows: whose list of what day, when it was printed, which page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing import faces
from praxidesk.ui.printing.faces import centred_text, fitted, right_text, width
from praxidesk.ui.printing.marks import Fill, Mark, Text, moved
from praxidesk.ui.printing.pages import Document, Section
from praxidesk.ui.printing.paper import Paper
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate

HEAD_TOP = 81.6
"""Where the thick line below title and subtitle begins."""
BODY_TOP = HEAD_TOP + 1.4
"""Below it: the head of the table, or the rows."""
_FOOT = 28.0
"""From the foot's baseline to the edge of the paper."""
_GREY = 0.25


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a document was printed, and how old its facts are."""

    printed: str
    """``Mo 23.11.2026 07:12``."""
    read: str
    """``07:12``."""


def stamp(zone: Zone, printed_at: int, read_at: int) -> Stamp:
    """The stamp of two instants, in the practice's wall time."""
    day = zone.day_of(printed_at)
    printed = f"{stamped_day(day)} {dates.clock(zone, printed_at)}"
    is_today = day == zone.day_of(read_at)
    read = dates.clock(zone, read_at)
    return Stamp(printed, read if is_today else f"{stamped_day(zone.day_of(read_at))} {read}")


def stamped_day(day: date) -> str:
    """``Mo 23.11.2026``."""
    return f"{dates.weekday_short(day)} {dates.birth_date(day)}"


def page_marks(document: Document, number: int, stamped: Stamp) -> Iterator[Mark]:
    """Everything on one page, counted from 0."""
    section, place = document.page(number)
    body = section.bodies[place]
    if section.head is not None:
        yield from _head(document.paper, section, place)
        yield from _foot(document.paper, section, place, stamped)
    for placed in body.rows:
        yield from placed.marks()
    yield from body.extras


def rows_top(section_table_height: float) -> float:
    """Where the first row stands below a head."""
    return BODY_TOP + section_table_height


def _head(paper: Paper, section: Section, place: int) -> Iterator[Mark]:
    head = section.head
    if head is None:
        return
    aside_room = paper.inner * 0.38
    lines = [fitted(one_line(each), faces.ASIDE, aside_room) for each in head.aside if each][:2]
    taken = max((width(each, faces.ASIDE) for each in lines), default=0.0)
    room = paper.inner - (taken + 16 if taken else 0)
    page = f" · {_page_text(section, place)}" if len(section.bodies) > 1 else ""
    subtitle = one_line(head.subtitle)
    names = [one_line(each) for each in head.people]
    if names:
        said = f"{subtitle} · "
        subtitle = said + _named(names, room - width(said, faces.SUBTITLE) - width(page, faces.SUBTITLE))
    subtitle += page
    yield Text(paper.margin, 50.9, fitted(one_line(head.title), faces.TITLE, room), faces.TITLE)
    yield Text(paper.margin, 68.4, fitted(subtitle, faces.SUBTITLE, room), faces.SUBTITLE)
    for line, text in enumerate(reversed(lines)):
        yield right_text(paper.right, 68.4 - 12.0 * line, text, faces.ASIDE)
    yield Fill(paper.margin, HEAD_TOP, paper.inner, 1.4)
    for mark in section.table.marks:
        yield moved(mark, 0.0, BODY_TOP)


def _named(names: Sequence[str], room: float) -> str:
    """As many whole names as there is room for, and how many others: on paper nobody can look further."""
    for count in range(len(names), 0, -1):
        others = len(names) - count
        text = ", ".join(names[:count])
        text = counted.named_and_more(text, others) if others else text
        if width(text, faces.SUBTITLE) <= room:
            return text
    return counted.people(len(names))


def _foot(paper: Paper, section: Section, place: int, stamped: Stamp) -> Iterator[Mark]:
    y = paper.height - _FOOT
    printed = translate("print", "Printed {when} · as of {time}").format(
        when=stamped.printed, time=stamped.read
    )
    yield Text(paper.margin, y, printed, faces.FOOT, _GREY)
    secret = translate("print", "Confidential: patient data")
    yield centred_text(paper.width / 2, y, secret, faces.FOOT, _GREY)
    yield right_text(paper.right, y, _page_text(section, place), faces.FOOT, _GREY)


def _page_text(section: Section, place: int) -> str:
    return translate("print", "Page {number} of {count}").format(number=place + 1, count=len(section.bodies))
