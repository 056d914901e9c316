from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from praxidesk.engine.occupancy import participants_of
from praxidesk.engine.outcomes import Conflict, Refused, Slot
from praxidesk.engine.requests import BookRequest, MoveRequest, Participant, StatusRequest
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ConflictKind, EntryKind, Role, Severity, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.overlays.refusal_sheet import RefusalSheet
from praxidesk.ui.wording.refusals import refusal
from tests.ui.desk_practice import KOC, entries, practice

PRACTICE, ZONE = practice(), Zone("Europe/Berlin")
ENTRY = next(each for each in entries() if each.id == 7)
HERE = Slot(ENTRY.starts_at, ENTRY.ends_at, participants_of(ENTRY))
LATER = HERE._replace(starts_at=HERE.starts_at + 5 * MINUTE, ends_at=HERE.ends_at + 5 * MINUTE)
MUCH_LATER = HERE._replace(starts_at=HERE.starts_at + 60 * MINUTE, ends_at=HERE.ends_at + 60 * MINUTE)
WITH_ANOTHER = HERE._replace(participants=(Participant(KOC, Role.PRACTITIONER),))


def test_a_refused_move_offers_three_others_than_where_the_entry_stands() -> None:
    move = MoveRequest(ENTRY.id, ENTRY.version, starts_at=ENTRY.starts_at + MINUTE)
    for nearest, apart, expected in (
        ((HERE, LATER, WITH_ANOTHER), (HERE, WITH_ANOTHER, MUCH_LATER), (WITH_ANOTHER, MUCH_LATER, LATER)),
        ((LATER, HERE, WITH_ANOTHER), (LATER, WITH_ANOTHER, MUCH_LATER), (LATER, WITH_ANOTHER, MUCH_LATER)),
    ):
        refused = Refused((), alternatives=nearest, apart=apart)
        assert refusal(PRACTICE, ZONE, move, refused, ENTRY).alternatives == expected
    refused = Refused((), alternatives=(HERE, LATER))
    assert refusal(PRACTICE, ZONE, move, refused, ENTRY).alternatives == (LATER,)


def test_a_refused_booking_offers_all_that_was_found() -> None:
    refused = Refused((), alternatives=(HERE, LATER))
    book = BookRequest(EntryKind.APPOINTMENT, ENTRY.starts_at, HERE.participants)
    assert refusal(PRACTICE, ZONE, book, refused, None).alternatives == (HERE, LATER)


def test_no_reason_helps_a_status_that_cannot_follow() -> None:
    request = StatusRequest(ENTRY.id, ENTRY.version, Status.ARRIVED)
    for kind, helps in ((ConflictKind.STATUS_NOT_ALLOWED, False), (ConflictKind.ROOM_BUSY, True)):
        refused = Refused((Conflict(kind, Severity.BLOCKING, ENTRY.span, entry=ENTRY.id),))
        assert refusal(PRACTICE, ZONE, request, refused, ENTRY).can_override is helps


def test_a_button_names_the_date_of_a_time_a_week_after_the_wish(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    refused = Refused((), alternatives=(LATER,))
    said = []
    for days in (6, 7):
        move = MoveRequest(ENTRY.id, ENTRY.version, starts_at=LATER.starts_at - days * 1440 * MINUTE)
        shown = refusal(PRACTICE, ZONE, move, refused, ENTRY)
        said.append(RefusalSheet(window, theme(ThemeName.LIGHT), PRACTICE, ZONE, shown).take.words())
    near, far = said
    assert "23" not in near
    assert "23" in far
