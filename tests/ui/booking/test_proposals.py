import pytest

from praxidesk.engine.outcomes import Slot
from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import ActorId, Role
from praxidesk.ui.booking.proposals import worth_offering
from tests.ui.desk_practice import at


def slot(start: str, actor: int = 1) -> Slot:
    return Slot(at(start), at(start) + 1200, (Participant(ActorId(actor), Role.PRACTITIONER),))


@pytest.mark.parametrize(
    ("free", "offered"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(["10:00", "10:05", "10:30", "10:35", "11:00"], ["10:00", "10:30", "11:00"], id="apart"),
        pytest.param(
            ["10:00", "10:05", "10:10"], ["10:00", "10:05", "10:10"], id="close, for want of others"
        ),
        pytest.param(
            ["10:00", "10:05", "10:15", "10:20", "10:25"], ["10:00", "10:05", "10:20"], id="behind each other"
        ),
        pytest.param(["10:00", "10:05", "14:00"], ["10:00", "10:05", "14:00"], id="both kinds"),
    ],
)
def test_offers_lie_apart_where_they_can(free: list[str], offered: list[str]) -> None:
    chosen = worth_offering([slot(start) for start in free], 3)
    assert [each.starts_at for each in chosen] == [at(start) for start in offered]


def test_one_start_is_offered_once_whoever_could_do_it() -> None:
    chosen = worth_offering([slot("10:00", 1), slot("10:00", 2), slot("10:05", 1)], 3)
    assert [(each.starts_at, each.participants[0].actor) for each in chosen] == [
        (at("10:00"), 1),
        (at("10:05"), 1),
    ]
