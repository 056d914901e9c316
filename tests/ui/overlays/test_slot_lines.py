"""Free times as lines: two of the same time are told apart by who is in them."""

from praxidesk.engine.outcomes import Slot
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import Role
from praxidesk.ui.overlays.slot_lines import slot_lines
from tests.ui.desk_practice import KOC, WEBER, XRAY, ZONE, at, practice


def test_of_slots_at_one_time_each_begins_with_whom_the_others_have_not() -> None:
    people = [(WEBER, Role.SURGEON), (KOC, Role.ASSISTANT), (XRAY, Role.ROOM)]
    whole = tuple(Participant(*each) for each in people)
    slots = [
        Slot(at("09:00"), at("09:20"), whole),
        Slot(at("09:00"), at("09:20"), whole[:2]),
        Slot(at("10:00"), at("10:20"), whole[1:]),
    ]
    said = [line.cells[2].text for line in slot_lines(practice(), ZONE, slots, ("1", "2", "3"))]
    assert said == ["Röntgen · Dr. Weber · Dr. Koç", "Dr. Weber · Dr. Koç", "Röntgen · Dr. Koç"]
