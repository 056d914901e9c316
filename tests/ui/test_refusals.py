from dataclasses import replace

from praxidesk.engine.occupancy import participants_of
from praxidesk.engine.outcomes import Refused, Slot
from praxidesk.engine.requests import BookRequest, MoveRequest, Participant
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryKind, Role
from praxidesk.engine.walltime import Zone
from praxidesk.ui.refusals import refusal
from tests.ui.desk_practice import KOC, entries, practice

PRACTICE, ZONE = practice(), Zone("Europe/Berlin")
ENTRY = next(each for each in entries() if each.id == 7)
HERE = Slot(ENTRY.starts_at, ENTRY.ends_at, participants_of(ENTRY))
LATER = replace(HERE, starts_at=HERE.starts_at + 5 * MINUTE, ends_at=HERE.ends_at + 5 * MINUTE)
WITH_ANOTHER = replace(HERE, participants=(Participant(KOC, Role.PRACTITIONER),))


def test_a_refused_move_does_not_offer_the_place_where_the_entry_stands() -> None:
    refused = Refused((), alternatives=(HERE, LATER, WITH_ANOTHER))
    move = MoveRequest(ENTRY.id, ENTRY.version, starts_at=ENTRY.starts_at + MINUTE)
    assert refusal(PRACTICE, ZONE, move, refused, ENTRY).alternatives == (LATER, WITH_ANOTHER)


def test_a_refused_booking_offers_all_that_was_found() -> None:
    refused = Refused((), alternatives=(HERE, LATER))
    book = BookRequest(EntryKind.APPOINTMENT, ENTRY.starts_at, HERE.participants)
    assert refusal(PRACTICE, ZONE, book, refused, None).alternatives == (HERE, LATER)
