"""The day that the screens show, and a gateway that answers every question they ask."""

from dataclasses import replace

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.offerings import Combination, CombinationPart, PhaseMinutes
from praxidesk.engine.outcomes import Change, RecordedChange
from praxidesk.engine.recall import Recall
from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.spans import Span
from praxidesk.engine.table_import import Meaning as M
from praxidesk.engine.table_import import ReadRow, RowProblem, Subject, TableChoice, TableLook, TablePreview
from praxidesk.engine.vocabulary import EntryId, EntryKind, Frequency, Role, Status
from praxidesk.worker.questions.printing import (
    CallsToPrint,
    DaysToPrint,
    PatientsToCall,
    PrintedDays,
    PrintedSlip,
    SlipToPrint,
)
from praxidesk.worker.questions.table_import import LookAtTable, PreviewTable
from tests.ui.desk_practice import BRANDT, DRESSING, KNEE, KOC, MONDAY, NOW, OP1, WEBER, ZONE, at
from tests.ui.fake_gateway import FakeGateway
from tests.ui.fake_history import tell_history
from tests.ui.fake_series import change_several

LORENZ, KAYA, ROSSI = EntryId(7), EntryId(21), EntryId(22)
WAITING = EntryId(5)
"""An injection at 09:50; the patient is there."""
OPERATION = EntryId(90)


TABLE = TableLook(
    ("Datum", "Uhrzeit", "Arzt", "Terminart", "Patient", "geb.", "Bemerkung"),
    (("23.11.2026", "8:30", "Dr. Weber", "Verband", "Öz, Ada", "1.2.1990", ""),) * 3,
    12,
    ((), (), ("Dr. Weber", "Dr. Sommer"), ("Verband", "Erstgespräch"), (), (), ()),
    TableChoice(Subject.APPOINTMENTS, (M.DATE, M.TIME, M.PRACTITIONER, M.TYPE, M.NAME, M.BIRTH_DATE, None)),
)
ROWS = TablePreview(
    (
        ReadRow(2, TABLE.samples[0]),
        ReadRow(
            3, TABLE.samples[1], (RowProblem((4,), '"Erstgespräch" is not among the codes of the mapping'),)
        ),
        ReadRow(4, TABLE.samples[2], is_known=True),
    )
)


def screens_gateway() -> FakeGateway:
    """The day of the pictures with an operation, a series and a combination; every question has an answer."""
    gateway = FakeGateway()
    store = gateway.store
    both = Combination("ANF", "Anfang", (CombinationPart("VERB"), CombinationPart("ERST", 0, 30)))
    store.practice = replace(store.practice, combinations=(both,))
    store.entries[OPERATION] = operation(gateway)
    here = RecordedChange(2, Change.STATUS_CHANGED, Status.ARRIVED, at("09:23"), store.entries[WAITING].span)
    store.lines[WAITING].insert(0, here)
    booking = BookRequest(
        EntryKind.APPOINTMENT,
        ZONE.at(MONDAY, 17 * 60 + 30),
        (Participant(WEBER, Role.PRACTITIONER),),
        type=DRESSING,
        patient=next(iter(store.patients)),
    )
    change_several(store, SeriesRequest(booking, SeriesRule(Frequency.WEEKLY, count=4)), gateway.now())

    def days(question: PrintedDays) -> DaysToPrint:
        span = Span(ZONE.day(question.first).start, ZONE.day(question.last).end)
        found = [each for each in store.entries.values() if each.span.overlaps(span)]
        return DaysToPrint(tuple(sorted(found, key=lambda each: (each.starts_at, each.id))), NOW)

    def slip(question: PrintedSlip) -> SlipToPrint | None:
        found = store.entries.get(question.entry)
        return SlipToPrint(found, (), NOW) if found is not None else None

    def calls(_: PatientsToCall) -> CallsToPrint:
        people = list(store.patients.values())[:3]
        return CallsToPrint(tuple(Recall(each, NOW - 86400 * 200) for each in people), True, NOW)

    tell_history(gateway, panel=False)
    gateway.answers |= {PrintedDays: days, PrintedSlip: slip, PatientsToCall: calls}
    gateway.answers |= {LookAtTable: lambda _: TABLE, PreviewTable: lambda _: ROWS}
    return gateway


def operation(gateway: FakeGateway) -> Entry:
    """A knee at 14:45 in the operating room."""
    model = gateway.store.entries[LORENZ]
    start, end = at("14:45"), at("16:15")
    assert model.patient is not None
    crew = {KOC: Role.SURGEON, BRANDT: Role.ANAESTHETIST, OP1: Role.ROOM, model.patient.id: Role.PATIENT}
    return replace(
        model,
        id=OPERATION,
        kind=EntryKind.OPERATION,
        status=Status.BOOKED,
        starts_at=start,
        ends_at=end,
        type=None,
        procedure=KNEE,
        phases=PhaseMinutes(20, 45, 10, 15),
        allocations=tuple(Allocation(who, role, start, end) for who, role in crew.items()),
    )
