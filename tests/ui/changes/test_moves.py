import pytest

from praxidesk.engine.entries import Allocation, Entry
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.requests import MoveRequest, Participant
from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Phase, Role, Status
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.changes.moves import move_request
from praxidesk.ui.participants import replaced
from tests.ui.desk_practice import CARM, KNEE, KOC, MINOR, OP1, ROOM1, WEBER, entries, practice

PRACTICE = practice()
DOCTOR, ROOM = Participant(WEBER, Role.PRACTITIONER), Participant(ROOM1, Role.ROOM)


@pytest.mark.parametrize(
    ("from_actor", "to_actor", "after"),
    [
        pytest.param(WEBER, WEBER, (DOCTOR, ROOM), id="same column"),
        pytest.param(WEBER, KOC, (Participant(KOC, Role.PRACTITIONER), ROOM), id="another practitioner"),
        pytest.param(ROOM1, MINOR, (DOCTOR, Participant(MINOR, Role.ROOM)), id="another room"),
        pytest.param(WEBER, MINOR, (DOCTOR, Participant(MINOR, Role.ROOM)), id="from a person to a room"),
        pytest.param(WEBER, ROOM1, (DOCTOR, ROOM), id="to who takes part already"),
        pytest.param(
            WEBER, CARM, (DOCTOR, ROOM, Participant(CARM, Role.DEVICE)), id="to a kind that takes no part yet"
        ),
        pytest.param(WEBER, None, (DOCTOR, ROOM), id="a view without columns"),
    ],
)
def test_another_column_changes_who_takes_part(
    from_actor: ActorId, to_actor: ActorId | None, after: tuple[Participant, ...]
) -> None:
    assert replaced(PRACTICE, (DOCTOR, ROOM), from_actor, to_actor) == after


def test_an_own_part_goes_to_the_one_who_takes_over() -> None:
    people = (Participant(WEBER, Role.PRACTITIONER, 5, 10),)
    assert replaced(PRACTICE, people, WEBER, KOC) == (Participant(KOC, Role.PRACTITIONER, 5, 10),)


def wanted(entry: Entry, later: int = 0, longer: int = 0) -> MoveWanted:
    span = Span(entry.starts_at + later * MINUTE, entry.ends_at + (later + longer) * MINUTE)
    return MoveWanted(entry.id, span, WEBER, WEBER)


def test_only_what_changes_is_asked_for() -> None:
    entry = next(each for each in entries() if each.id == 7)
    assert move_request(PRACTICE, entry, wanted(entry, later=30)) == MoveRequest(
        entry.id, 1, starts_at=entry.starts_at + 30 * MINUTE
    )
    assert move_request(PRACTICE, entry, wanted(entry, longer=10)) == MoveRequest(entry.id, 1, minutes=40)


def test_an_operation_grows_in_its_surgery() -> None:
    operation = Entry(
        EntryId(50),
        3,
        EntryKind.OPERATION,
        Status.BOOKED,
        0,
        90 * MINUTE,
        None,
        KNEE,
        PhaseMinutes(20, 45, 10, 15),
        None,
        "",
        "",
        "",
        (Allocation(OP1, Role.ROOM, 0, 90 * MINUTE),),
    )
    span = Span(0, 105 * MINUTE)
    request = move_request(PRACTICE, operation, MoveWanted(operation.id, span, OP1, OP1))
    assert request == MoveRequest(EntryId(50), 3, phases={Phase.SURGERY: 60})
