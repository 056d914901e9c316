"""The recall list: whom to call, where, and room to note what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice import Practice
from praxidesk.engine.recall import Recall
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing import faces
from praxidesk.ui.printing.cells import (
    LINE,
    Column,
    counted_sums,
    lines_in,
    person,
    tick_box,
    titles,
    wrapped_in,
)
from praxidesk.ui.printing.marks import Fill, Mark, Text
from praxidesk.ui.printing.page_frame import rows_top
from praxidesk.ui.printing.pages import Head, Row, Section, Setting, TableHead, flow, in_turns, with_company
from praxidesk.ui.printing.paper import A4
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.questions.printing import CallsToPrint, PatientsToCall

translate = QCoreApplication.translate

_ROW = 19.2
_TABLE_HEAD = 17.3
_BASE = 12.4
_HAIR = 0.72


@dataclass(frozen=True, slots=True)
class _Columns:
    """From the left edge of the paper."""

    number: Column
    patient: Column
    born: Column
    phone: Column
    last: Column
    done: Column
    remark: Column

    def all(self) -> tuple[Column, ...]:
        """In reading order."""
        return (self.number, self.patient, self.born, self.phone, self.last, self.done, self.remark)


def recall_section(practice: Practice, zone: Zone, asked: PatientsToCall, answer: CallsToPrint) -> Setting:
    """One line for each patient."""
    columns = _columns()
    rows = yield from in_turns(_rows(zone, columns, answer))
    sums = [(len(answer.patients), counted.patients_word(len(answer.patients)))]
    marks: list[Mark] = [*counted_sums(A4.margin, 20.0, sums, faces.SMALL_STRONG, faces.SMALL)]
    if not answer.is_complete:
        more = translate("print", "There are more: choose fewer days to list them all.")
        marks.append(Text(A4.margin + 90, 20.0, more, faces.SMALL))
    service = practice.types.get(asked.type)
    name = one_line(service.name) if service is not None else ""
    title = translate("print", "Recall: {type}").format(type=name)
    subtitle = translate("print", "Last here {first} – {last}, nothing arranged since").format(
        first=dates.birth_date(asked.first), last=dates.birth_date(asked.last)
    )
    head_marks: list[Mark] = [*titles(columns.all(), 11.7, faces.HEAD), Fill(A4.margin, 16.8, A4.inner, 0.5)]
    return Section(
        Head(title, subtitle, (practice.site.name,)),
        TableHead(_TABLE_HEAD, tuple(head_marks)),
        flow(with_company([*rows, Row(30.0, tuple(marks))]), rows_top(_TABLE_HEAD), A4.bottom),
    )


def _columns() -> _Columns:
    left = A4.margin
    return _Columns(
        number=Column(left, left + 50, translate("print", "No.", "a patient's number")),
        patient=Column(left + 56, left + 200, translate("print", "Patient")),
        born=Column(left + 206, left + 254, translate("print", "Born")),
        phone=Column(left + 260, left + 346, translate("print", "Phone")),
        last=Column(left + 352, left + 400, translate("print", "Last here")),
        done=Column(left + 406, left + 436, translate("print", "called", "a box to tick")),
        remark=Column(left + 441.2, A4.right, translate("print", "Remark")),
    )


def _rows(zone: Zone, columns: _Columns, answer: CallsToPrint) -> Iterator[Row]:
    if not answer.patients:
        text = translate("print", "Nobody: all have come again, or have an appointment.")
        yield Row(
            _ROW, (Text(A4.margin, _BASE, text, faces.NAME), Fill(A4.margin, _ROW - 0.5, A4.inner, 0.5))
        )
    for place, each in enumerate(answer.patients):
        yield _row(zone, columns, each, is_last=place + 1 == len(answer.patients))


def _row(zone: Zone, columns: _Columns, recall: Recall, *, is_last: bool) -> Row:
    patient = recall.patient
    number = wrapped_in(columns.number, patient.number, faces.SMALL, 3)
    name, taken = person(columns.patient, _BASE, patient, faces.STRONG)
    phone = wrapped_in(columns.phone, patient.phone, faces.SMALL, 3)
    taken = max(taken, len(number), len(phone))
    height = _ROW + (taken - 1) * LINE
    marks: list[Mark] = [*name, *lines_in(columns.number, _BASE, number, faces.SMALL)]
    marks += lines_in(columns.phone, _BASE, phone, faces.SMALL)
    if patient.birth_date is not None:
        marks.append(Text(columns.born.left, _BASE, dates.birth_date(patient.birth_date), faces.SMALL))
    last = dates.birth_date(zone.day_of(recall.last_at))
    marks.append(Text(columns.last.left, _BASE, last, faces.SMALL))
    marks.append(tick_box(columns.done.left + 0.8, 4.7))
    marks.append(Fill(A4.margin, height - 0.5, A4.inner, 0.5, 0.0 if is_last else _HAIR))
    return Row(height, tuple(marks))
